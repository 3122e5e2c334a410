"""The desk's forms."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import ValidationError

from consult.store import reviews
from consult.store.clock import Clock
from consult.web.house.forms import Day, StaffForm, day, text


def _choice(keys: tuple[str, ...], *, blank: bool) -> SelectField:
    allowed = [("", "")] if blank else []
    return SelectField(choices=[*allowed, *((key, key) for key in keys)], validate_choice=True)


class AddReviewForm(StaffForm):
    """A further review."""

    review_date = day(_l("Write the day of the review."))
    kind = _choice(reviews.KINDS, blank=False)


class AddChildForm(AddReviewForm):
    """A child and the first review."""

    ref = text(_l("Write the reference your service uses for this child."), 60)
    first_name = text(_l("Write the first name. It stands on the card and on the child’s pages."), 60)
    date_of_birth = day(_l("Write the date of birth."))

    def validate_date_of_birth(self, field: Day) -> None:
        """A day that a child can have been born on."""
        review_date = self.review_date.data
        if field.data is None or review_date is None:
            return
        if field.data > Clock().today() or field.data > review_date:
            raise ValidationError(_l("This day is after the review or still to come. Check the year."))
        if reviews.age_on(review_date, field.data) > 25:
            raise ValidationError(_l("This would be an adult. Check the year."))


class MoveForm(StaffForm):
    """A new day."""

    review_date = day(_l("Write the new day."))


class HoldForm(StaffForm):
    """How a review went."""

    held_on = day(_l("Write the day on which it was held."))
    participation_code = _choice(reviews.CODES, blank=True)
    seen_beforehand = _choice(reviews.SEEN, blank=True)
    chaired = _choice(reviews.CHAIRED, blank=True)
