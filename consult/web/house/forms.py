"""What staff forms share: a field's first fault in words, and typed values that come back."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, StringField
from wtforms.validators import DataRequired, Length, StopValidation

from consult.booklet.answers import clean

DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y"]


class StaffForm(FlaskForm):  # type: ignore[misc]
    """A form whose page shows `values` and `errors` by field name."""

    @property
    def values(self) -> dict[str, str]:
        """What was typed, as typed."""
        return {name: clean(request.form.get(name, "")) for name in self._fields}

    @property
    def faults(self) -> dict[str, str]:
        """Field name -> one sentence."""
        return {name: str(faults[0]) for name, faults in self.errors.items() if name and faults}


class Day(DateField):
    """A date, ISO or dd/mm/yyyy, that says plainly what is wrong."""

    @property
    def given(self) -> dt.date:
        """The date, once the form has been checked."""
        assert self.data is not None
        return self.data

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read it; nothing typed is no day. Raises ValueError with the sentence to show."""
        if not any(each.strip() for each in valuelist):
            return
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(_l("This is not a day. Write it as 2026-12-03 or 03/12/2026.")) from None


def day(missing: str, *more: Any) -> Day:
    """A date that must be there; `more` validators after that."""
    return Day(format=DAY_FORMATS, validators=[_given(missing), *more])


class Text(StringField):
    """Some text."""

    @property
    def given(self) -> str:
        """The text, once the form has been checked."""
        return self.data or ""


def text(missing: str, longest: int, *more: Any) -> Text:
    """Some text that must be there; `more` validators after that."""
    too_long = _l("This is too long. At most %(count)s letters fit.", count=longest)
    return Text(
        filters=[lambda value: clean(value or "").strip()],
        validators=[DataRequired(missing), Length(max=longest, message=too_long), *more],
    )


def _given(missing: str) -> Callable[[FlaskForm, Day], None]:
    def check(_form: FlaskForm, field: Day) -> None:
        if field.errors:
            raise StopValidation
        if field.data is None:
            raise StopValidation(missing)

    return check
