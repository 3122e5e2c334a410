"""What is on the child's file elsewhere, and everything held about a child."""

from flask import Response, flash, render_template, request
from flask_babel import gettext as _

from consult.actions import filing
from consult.actions.refusals import Refused
from consult.actions.subject_access import export_everything
from consult.web.desk.blueprint import Page, room
from consult.web.desk.refusal_words import say_refusal
from consult.web.house.going import go
from consult.web.house.guard import officer
from consult.web.house.premises import the_store


@room.post("/reviews/<review_id>/on-file")
def file_review(review_id: str) -> Page:
    """What was sent for a review is on the child's file."""
    try:
        filing.file_review(the_store(), officer(), review_id)
    except Refused as refusal:
        flash(say_refusal(refusal.reason), "error")
    return go("desk.review", review_id=review_id)


@room.post("/messages/<message_id>/on-file")
def file_message(message_id: str) -> Page:
    """A message is on the child's file."""
    filing.file_message(the_store(), officer(), message_id)
    return go("desk.message", message_id=message_id)


@room.post("/alerts/<alert_id>/on-file")
def file_alert(alert_id: str) -> Page:
    """What came of an alert is on the child's file."""
    try:
        filing.file_alert(the_store(), officer(), alert_id)
    except Refused as refusal:
        flash(say_refusal(refusal.reason), "error")
    return go("desk.alert", alert_id=alert_id)


@room.post("/children/<child_id>/everything")
def everything(child_id: str) -> Page:
    """Everything held about a child, to print or as one file. A POST: each time is written down."""
    held = export_everything(the_store(), officer(), child_id)
    if "file" in request.form:
        response = Response(held.to_json(), mimetype="application/json")
        response.headers["Content-Disposition"] = 'attachment; filename="everything-held.json"'
        return response
    return render_template("desk/everything.html", held=held, titles=_titles())


def _titles() -> dict[str, str]:
    """What a table holds, in words."""
    return {
        "child": _("The child"),
        "review": _("Reviews"),
        "invitation": _("Invitations"),
        "conversation": _("Booklets and messages"),
        "answer": _("What was said"),
        "final_answer": _("What is counted, with the computer’s guesses"),
        "final_theme": _("Themes, guessed by the computer"),
        "reply": _("What was answered to the child"),
        "reading": _("Who has read it"),
        "alert": _("“I don’t feel safe”"),
        "break_glass": _("Opened by a manager, with a reason"),
        "card": _("Cards"),
        "card_hash": _("Fingerprints of cards"),
        "visit": _("When the card was used"),
        "letterbox": _("Booklets kept for writing without internet"),
        "audit": _("Who did or read what, and when"),
    }
