"""A booklet from its first page to thanks."""

from flask import render_template, request, url_for

from consult.actions import sending, talking
from consult.actions.anytime import find_decided
from consult.actions.refusals import NotThere, Refused
from consult.actions.sending import BEFORE_REVIEW, RECIPIENTS
from consult.store.alerts import find_cover
from consult.store.conversations import read_held_back, read_shared
from consult.store.readings import list_readings
from consult.web.house.going import go, go_to
from consult.web.house.hiding import end_visit, lock
from consult.web.house.premises import the_store
from consult.web.talk.blueprint import Page, room
from consult.web.talk.filling import check_page
from consult.web.talk.first_and_last import declined_page, done_page, help_page, start_page, told_page
from consult.web.talk.pages import Share
from consult.web.talk.sharing import shares_of, shares_to_keep
from consult.web.talk.sitting import choose, going_on, last_here, standing_now, the_visit, waiting_now, where_to


@room.get("/on")
def go_on() -> Page:
    """Where the child was."""
    return go_to(going_on())


@room.post("/pictures")
def tap_pictures() -> Page:
    """The child came in without the secret pictures and knows them now."""
    return lock("")


@room.get("/start", defaults={"invitation": ""})
@room.get("/start/<invitation>")
def start(invitation: str) -> Page:
    """What this is, before the first question; or that the child does not want to."""
    seat, waiting = waiting_now()
    chosen = choose(seat, waiting, invitation)
    if chosen is None:
        return go("talk.mine")
    if chosen.state == "declined":
        return render_template("talk/declined.html", page=declined_page(seat, chosen))
    with the_store().reading(the_visit().authority_id) as tx:
        decided = find_decided(tx, seat, chosen.invitation.conversation_id)
    return render_template("talk/start.html", page=start_page(seat, chosen, decided, last_here(seat)))


@room.post("/begin")
def begin() -> Page:
    """Sit down to it; what was begun goes on where it was."""
    visit = the_visit()
    talking.open_booklet(the_store(), visit, request.form.get("invitation", ""))
    standing = standing_now()
    if not standing.seat.helper and standing.talk.audience in BEFORE_REVIEW:
        return go("talk.helper")
    return go_to(where_to(standing))


@room.post("/decline")
def decline() -> Page:
    """The child's choice."""
    invitation = request.form.get("invitation", "")
    talking.decline(the_store(), the_visit(), invitation)
    return go("talk.start", invitation=invitation)


@room.post("/later")
def later() -> Page:
    """Not today: everything is kept."""
    end_visit()
    return go("door.card", note="kept")


@room.get("/check")
def check() -> Page:
    """Everything said, before sending."""
    standing = standing_now()
    talk = standing.talk
    if talk.review_id is None and talk.sent_at is not None:
        return go("talk.mine")
    held_back = read_held_back(talk.held_back)
    read_out = "" if talk.sent_at is None else talk.read_out
    if held_back and read_out in {"", "yes"}:
        read_out = "some"
    shares = shares_of(read_shared(talk.shared), sent=talk.sent_at is not None)
    page = check_page(standing, read_out=read_out, held_back=held_back, quote=talk.quote, shares=shares)
    return render_template("talk/check.html", page=page)


@room.post("/send")
def send() -> Page:
    """Send it, with who may hear it."""
    form = request.form
    read_out, quote = form.get("read_out", ""), form.get("quote", "")
    held_back = frozenset(form.getlist("held_back"))
    shares = tuple(
        Share(who, form.get(f"share_{who}", ""), frozenset(form.getlist(f"only_{who}"))) for who in RECIPIENTS
    )
    try:
        sending.send(the_store(), the_visit(), read_out, held_back, quote, shares_to_keep(shares))
    except Refused as refusal:
        standing = standing_now()
        page = check_page(
            standing, note=refusal.reason, read_out=read_out, held_back=held_back, quote=quote, shares=shares
        )
        return render_template("talk/check.html", page=page), 422
    return go("talk.done")


@room.get("/done")
def done() -> Page:
    """Thank you, and what happens next."""
    standing = standing_now()
    if standing.talk.sent_at is None:
        return go_to(where_to(standing))
    if standing.talk.review_id is None:
        return render_template("talk/told.html", page=told_page(standing))
    with the_store().reading(the_visit().authority_id) as tx:
        readings = list_readings(tx, standing.talk.id)
    return render_template("talk/done.html", page=done_page(standing, readings))


@room.get("/help", endpoint="help")
def show_help() -> Page:
    """Help, one tap from everywhere."""
    seat, _ = waiting_now()
    try:
        back = where_to(standing_now())
    except NotThere:
        back = url_for("talk.mine")
    with the_store().reading(the_visit().authority_id) as tx:
        cover = find_cover(tx)
    return render_template("talk/help.html", page=help_page(seat, back, cover))
