"""Why something could not be done on the desk, in a sentence."""

from flask_babel import gettext as _


def say_refusal(reason: str) -> str:
    """The sentence for a code of `consult.actions.refusals.Refused`."""
    words = {
        "settings_missing": _("No child can be invited before the service’s settings are complete."),
        "left_care": _("This child has left care. Undo that first, under “Put something right”."),
        "held": _("This review has been held already, so there is nothing to invite to."),
        "too_young": _("Under 4 on the day of the review: booklets begin at 4."),
        "already_invited": _("There is an invitation already. You can print the card again."),
        "no_booklet": _("There is no booklet for this age yet. Ask your service manager."),
        "ref_taken": _("Somebody else has this reference. Look for the child on your desk, or check the number."),
        "date_taken": _("There is a review of this child on that day already."),
        "before_birth": _("This day is before the date of birth. Check the year."),
        "in_future": _("This day is still to come. Choose the day on which it was held."),
        "under_4_only": _("PN0 is only for a child under 4 on the day of the review."),
        "not_under_4": _("Under 4 on that day: the code is PN0."),
        "not_asked": _("This is settled already. Look at what is written on the page."),
        "paper_in_future": _("This day is still to come. Write the day that stands on the paper."),
        "nothing_typed": _("Nothing is typed in yet."),
        "some_without_numbers": _(
            "Tick the answers that stay out of the meeting. No numbers on the paper? Then choose “Nothing is ticked”."
        ),
        "sent_on_screen": _("The child has sent this booklet on a screen. Paper never takes its place."),
        "another_sent": _("Another booklet has come in for this review already. Only one is counted."),
        "typed_before": _("This booklet has been typed in before."),
        "nothing_written": _("Nothing is written yet."),
        "too_long": _("This is too long. At most 2,000 letters fit."),
        "closed": _("This is closed already. What was done stands below."),
        "unread": _("Something new has come that nobody has read. Read it first."),
        "nothing_sent": _("Nothing has been sent for this review yet."),
        "still_open": _("Write down what was done and close it first."),
        "begun_on_screen": _("The child has begun this booklet on a screen and not sent it."),
    }
    return str(words.get(reason, _("This cannot be done now.")))


def say_typing_fault(fault: str) -> str:
    """The sentence for a fault of one answer: a code of NotAnAnswer, or that nothing led to it."""
    words = {
        "not_asked": _("The answer above does not lead here. Check the tick above, or leave this empty."),
        "one_only": _("Only one can be ticked. If two are ticked on the paper, leave it empty and ask."),
        "exclusive": _("One of these cannot stand together with another."),
        "too_long": _("This is too long. At most 20,000 letters fit."),
        "name_and_wish": _("A name needs a tick, and a tick needs a name."),
        "too_many_names": _("At most 20 names fit."),
        "long_name": _("A name is too long. At most 60 letters fit."),
    }
    return str(words.get(fault, _("This cannot be an answer here. Choose one of the answers shown.")))
