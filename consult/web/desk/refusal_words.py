"""Why something could not be done on the desk, in a sentence."""

from flask_babel import gettext as _


def say_refusal(reason: str) -> str:
    """The sentence for a code of `consult.actions.refusals.Refused`."""
    words = {
        "settings_missing": _("No child can be invited before the service’s settings are complete."),
        "held": _("This review has been held already, so there is nothing to invite to."),
        "too_young": _("Under 4 on the day of the review: booklets begin at 4."),
        "already_invited": _("There is an invitation already. You can print the card again."),
        "no_booklet": _("There is no booklet for this age yet. Ask your service manager."),
        "ref_taken": _("Somebody else has this reference. Look for the child on your desk, or check the number."),
        "date_taken": _("There is a review of this child on that day already."),
        "in_future": _("This day is still to come. Choose the day on which it was held."),
        "under_4_only": _("PN0 is only for a child under 4 on the day of the review."),
        "not_under_4": _("Under 4 on that day: the code is PN0."),
        "not_asked": _("This is settled already. Look at what is written on the page."),
    }
    return str(words.get(reason, _("This cannot be done now.")))
