"""Going on without internet: the blank page, the letterbox, and the script that shows the one and not the other."""

from flask import Response, current_app, jsonify, render_template, request
from flask.blueprints import BlueprintSetupState
from werkzeug.exceptions import RequestEntityTooLarge

from consult.actions import letterbox
from consult.actions.refusals import Refused
from consult.web.house.assets import Assets, asset_url
from consult.web.house.going import go_to
from consult.web.house.language import speak
from consult.web.house.premises import the_store
from consult.web.talk.blueprint import Page, room
from consult.web.talk.offline_filling import blank_page, kept_words, refused_words
from consult.web.talk.offline_pages import NOTHING, own_ids
from consult.web.talk.sitting import going_on, the_visit

LARGEST = 1_500_000
"""Bytes of an envelope: every answer of a booklet, drawings too, in base64."""
STATUS = {"old": 410, "sent": 409, "closed": 409, "forged": 400, "too_big": 413}
LONGEST_NUMBER = 9

room.app_template_filter("own_ids")(own_ids)


@room.get("/offline")
def offline() -> Page:
    """Where a tablet keeps its blank page; with internet there is no need for it."""
    return go_to(going_on())


@room.post("/offline")
def take_blank() -> Page:
    """The booklet that is open, blank, for the tablet to keep."""
    visit = the_visit()
    blank = letterbox.take_blank(the_store(), visit)
    speak(blank.standing.seat.speaks)
    page = blank_page(blank, visit.authority_id)
    return render_template("talk/offline.html", page=page, given=NOTHING)


@room.post("/letterbox")
def post_letter() -> tuple[Response, int]:
    """A sealed letter from a tablet; the answer is JSON with a sentence for the child."""
    try:
        posted = _post()
    except Refused as refusal:
        return jsonify(reason=refusal.reason, words=refused_words(refusal.reason)), STATUS[refusal.reason]
    return jsonify(kept=posted.kept, sequence=posted.sequence, words=kept_words(posted.kept)), 200


@room.get("/worker.js")
def worker() -> Response:
    """The service worker: its address decides that it sees pages of a talk and nothing else."""
    assets: Assets = current_app.extensions["assets"]
    name = asset_url(current_app, "worker.js").rpartition("/")[2]
    return Response(assets.by_name[name].plain, mimetype="text/javascript")


def _post() -> letterbox.Posted:
    if (request.content_length or 0) > LARGEST:
        raise Refused("too_big")
    try:
        body = request.get_data(as_text=False)
    except RequestEntityTooLarge:
        raise Refused("too_big") from None
    if len(body) > LARGEST:
        raise Refused("too_big")
    number, _dot, envelope = body.decode("ascii", errors="replace").partition(".")
    if not (number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER):
        raise Refused("forged")
    return letterbox.post_letter(the_store(), int(number), envelope)


def _believe_envelopes(state: BlueprintSetupState) -> None:
    """No token against forged forms here.

    The page a letter comes from was kept for days, so its token is stale; and a token guards a cookie, which the
    letterbox does not look at: it believes only the capability inside the envelope, which no other site can know.
    """
    state.app.extensions["csrf"].exempt(f"{__name__}.{post_letter.__name__}")


room.record_once(_believe_envelopes)
