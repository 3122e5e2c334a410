"""The desk's forms."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import ValidationError

from consult.actions.importing.answer_rows import CODES
from consult.actions.importing.cells import EARLIEST
from consult.actions.importing.review_rows import FURTHEST
from consult.store import reviews
from consult.web.house.forms import Day, StaffForm, day, text
from consult.web.house.premises import the_store


def _choice(keys: tuple[str, ...], *, blank: bool) -> SelectField:
    allowed: list[Any] = ["", *keys] if blank else [*keys]  # plain keys: WTForms is giving up the pairs its stubs want
    return SelectField(choices=allowed, validate_choice=True, default="" if blank else None)


def _likely(_form: StaffForm, field: Day) -> None:
    """A day that a review may have: the same as in a file that is brought in."""
    if field.data is not None and not EARLIEST <= field.data <= the_store().clock.today() + FURTHEST:
        raise ValidationError(_l("This day is before 1990 or more than two years ahead. Check the year."))


class AddReviewForm(StaffForm):
    """A further review."""

    review_date = day(_l("Write the day of the review."), _likely)
    kind = _choice(reviews.KINDS, blank=False)


class AddChildForm(AddReviewForm):
    """A child and the first review."""

    ref = text(_l("Write the reference your service uses for this child."), 60)
    first_name = text(_l("Write the first name. It stands on the card and on the child’s pages."), 60)
    date_of_birth = day(_l("Write the date of birth."))

    def validate_date_of_birth(self, field: Day) -> None:
        """A day that a child can have been born on."""
        review_date = self.review_date.data
        if field.data is None or review_date is None or self.review_date.errors:
            return
        if field.data > the_store().clock.today() or field.data > review_date:
            raise ValidationError(_l("This day is after the review or still to come. Check the year."))
        if reviews.age_on(review_date, field.data) > 25:
            raise ValidationError(_l("This would be an adult. Check the year."))


class MoveForm(StaffForm):
    """A new day."""

    review_date = day(_l("Write the new day."), _likely)


class HoldForm(StaffForm):
    """How a review went."""

    held_on = day(_l("Write the day on which it was held."), _likely)
    participation_code = _choice(reviews.CODES, blank=True)
    seen_beforehand = _choice(reviews.SEEN, blank=True)
    chaired = _choice(reviews.CHAIRED, blank=True)


class KeyInForm(StaffForm):
    """What stands on a paper booklet beside its answers."""

    written_on = day(_l("Write the day that stands on the paper, or the day you got it."), _likely)
    helped_by = _choice(CODES["helped_by"], blank=False)
    read_out = _choice(("yes", "some", "no"), blank=True)
    quote = _choice(("yes", "no"), blank=True)
