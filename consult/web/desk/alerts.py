"""What cannot wait: a child has pressed “I don’t feel safe”."""

from flask import flash, render_template, request
from flask_babel import gettext as _

from consult.actions import alerting
from consult.actions.refusals import Refused
from consult.booklet.answers import clean
from consult.web.desk.blueprint import Page, room
from consult.web.desk.message_filling import alert_page
from consult.web.desk.refusal_words import say_refusal
from consult.web.house.going import go
from consult.web.house.guard import officer
from consult.web.house.premises import the_store


@room.get("/alerts/<alert_id>")
def alert(alert_id: str) -> Page:
    """The child's words, and the next steps."""
    found = alerting.read_alert(the_store(), officer(), alert_id)
    return render_template("desk/alert.html", page=alert_page(found, the_store().clock.now()))


@room.post("/alerts/<alert_id>/seen")
def see_alert(alert_id: str) -> Page:
    """“I have seen this”."""
    alerting.see_alert(the_store(), officer(), alert_id)
    flash(_("Written down. The child can see on the own page that you have seen it."))
    return go("desk.alert", alert_id=alert_id)


@room.post("/alerts/<alert_id>/done")
def close_alert(alert_id: str) -> Page:
    """What was done."""
    done = clean(request.form.get("done", ""))
    try:
        alerting.close_alert(the_store(), officer(), alert_id, done)
    except Refused as refusal:
        found = alerting.read_alert(the_store(), officer(), alert_id)
        page = alert_page(found, the_store().clock.now(), {"done": done}, say_refusal(refusal.reason))
        return render_template("desk/alert.html", page=page), 422
    flash(_("Written down. It is off the list."))
    return go("desk.alert", alert_id=alert_id)
