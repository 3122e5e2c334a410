"""Messages from children, and what is answered to them."""

from flask import flash, render_template, request
from flask_babel import gettext as _

from consult.actions import messaging
from consult.actions.refusals import Refused
from consult.booklet.answers import clean
from consult.store.messages import list_messages
from consult.store.reviews import UNDER_11, band_for
from consult.web.desk.blueprint import Page, room
from consult.web.desk.message_filling import message_page, messages_page, say_how_easy
from consult.web.desk.refusal_words import say_refusal
from consult.web.house.going import go
from consult.web.house.guard import officer
from consult.web.house.premises import the_store


@room.get("/messages")
def messages() -> Page:
    """From own children: unread first; the words stand on the message's own page."""
    with the_store().reading(officer().authority_id) as tx:
        page = messages_page(list_messages(tx, officer().id), officer().id)
    return render_template("desk/messages.html", page=page)


@room.get("/messages/<message_id>")
def message(message_id: str) -> Page:
    """One message, and the answers to it."""
    opened = messaging.read_message(the_store(), officer(), message_id)
    return render_template("desk/message.html", page=message_page(opened))


@room.post("/messages/<message_id>")
def answer(message_id: str) -> Page:
    """Answer the child; or only say how easy the answer is to read."""
    words = clean(request.form.get("words", ""))
    refused = ""
    if "check" not in request.form:
        try:
            messaging.answer_message(the_store(), officer(), message_id, words)
        except Refused as refusal:
            refused = say_refusal(refusal.reason)
        else:
            flash(_("Your answer is sent. It stands on the child’s own page."))
            return go("desk.message", message_id=message_id)
    opened = messaging.read_message(the_store(), officer(), message_id)
    hint = "" if refused else say_how_easy(words, young=band_for(opened.message.age) == UNDER_11)
    page = message_page(opened, {"words": words}, refused, hint)
    return render_template("desk/message.html", page=page), 422 if refused else 200
