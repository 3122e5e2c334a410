"""The children's way in, step by step, and every way out."""

from flask import Blueprint, current_app, render_template, request, session
from flask_security import logout_user
from werkzeug.wrappers import Response

from consult.actions import choosing, entering, signing_in
from consult.actions.choosing import AVATARS
from consult.actions.refusals import Ended, Refused
from consult.store.ids import make_public_id
from consult.store.languages import list_languages
from consult.store.seats import Seat
from consult.store.visits import LOCKED, VisitKey
from consult.web.door.pages import (
    ARRIVING_NOTES,
    LEAVING_NOTES,
    PICTURES,
    AvatarPage,
    CardPage,
    MePage,
    PicturesPage,
)
from consult.web.house.catalogues import Language
from consult.web.house.going import go, go_to
from consult.web.house.guard import ask_to_sign_in, find_staff
from consult.web.house.hiding import end_visit, hide
from consult.web.house.language import offer, page_fits
from consult.web.house.premises import the_store
from consult.web.house.visit import current_visit, keep_language, keep_visit, take_chosen_language

room = Blueprint("door", __name__)
Page = str | tuple[str, int] | Response
FIRST_PAGES = (
    ("officer", "desk.desk"),
    ("manager", "voice.read"),
    ("administrator", "office.people"),
    ("auditor", "office.audit"),
)
"""Role -> where its holders land; all others at their own sign-in."""
SUN = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


@room.get("/")
def card() -> Page:
    """Where the number on a card is typed."""
    return _card_page(note=_note_asked_for(LEAVING_NOTES))


@room.post("/")
def enter() -> Page:
    """The number, typed or from the square on the card."""
    typed = request.form.get("number", "")[:60]
    try:
        visit = entering.enter_with_card(the_store(), typed, request.remote_addr or "")
    except Refused as refusal:
        return _card_page(typed, refusal.reason), 422
    end_visit()  # brothers and sisters may share a tablet: one card, one child
    keep_visit(visit)
    _, seat = _card_seat()
    note = None if page_fits(seat.languages) else "english_only"
    return go("door.pictures" if seat.has_pictures else "door.me", note=note)


@room.post("/language")
def choose_language() -> Page:
    """Before it is known who it is: these pages in this language."""
    chosen = request.form.get("language", "")
    if chosen in {language.tag for language in _languages()}:
        keep_language(chosen)
    return go("door.card")


@room.get("/me")
def me() -> Page:
    """The first time: is it the right child?"""
    _, seat = _card_seat()
    if seat.has_pictures:
        return go("door.pictures")
    page = MePage(seat.first_name, _note_asked_for(ARRIVING_NOTES))
    return render_template("door/me.html", page=page)


@room.post("/me")
def say_me() -> Page:
    """Yes goes on, no ends the visit."""
    _card_seat()
    if request.form.get("me") == "yes":
        return go("door.avatar")
    end_visit()
    return go("door.card")


@room.get("/avatar")
def avatar() -> Page:
    """The picture that the child goes by."""
    _, seat = _card_seat()
    if seat.has_pictures:
        return go("door.pictures")
    return render_template("door/avatar.html", page=AvatarPage(seat.first_name, seat.avatar))


@room.post("/avatar")
def choose_avatar() -> Page:
    """Keep it."""
    visit, seat = _card_seat()
    chosen = request.form.get("avatar", "")
    if chosen not in AVATARS:
        return render_template("door/avatar.html", page=AvatarPage(seat.first_name, note="pick_avatar")), 422
    entering.choose_avatar(the_store(), visit, chosen)
    return go("door.pictures")


@room.get("/pictures")
def pictures() -> Page:
    """Three secret pictures: choose them, or tap them again."""
    _, seat = _card_seat()
    return _pictures_page(seat, note=_note_asked_for(ARRIVING_NOTES))


@room.post("/pictures")
def tap_pictures() -> Page:
    """Let the child in."""
    visit, seat = _card_seat()
    picked = tuple(key for key in PICTURES if key in request.form.getlist("p"))
    act = entering.enter_pictures if seat.has_pictures else entering.choose_pictures
    try:
        inside = act(the_store(), visit, picked)
    except Refused as refusal:
        if refusal.reason == "wait":
            _, seat = _card_seat()
            note = "locked" if seat.wrong_pictures >= entering.TRIES_IN_ALL else "wait"
            return _pictures_page(seat, note=note), 429
        shown = picked if refusal.reason == "pick_three" else ()
        return _pictures_page(seat, shown, refusal.reason), 422
    wanted = session.get("wanted")
    keep_visit(inside)
    chosen = take_chosen_language()
    if chosen:
        choosing.choose_language(the_store(), inside, chosen)
    if wanted:
        return go_to(wanted)
    return go("talk.go_on" if seat.stage == LOCKED else "talk.home")


@room.post("/forgot")
def forget() -> Page:
    """Without the pictures: on to the questions that are still open."""
    visit, _ = _card_seat()
    keep_visit(entering.enter_without_pictures(the_store(), visit))
    return go("talk.home")


@room.post("/leave")
def leave() -> Page:
    """Stop and hide, or finish: signed out, on a page that tells nothing."""
    return hide()


@room.get("/today")
def today() -> Page:
    """The neutral page."""
    return render_template("door/today.html")


@room.get("/today/sun.svg")
def sun() -> Response:
    """A picture nobody sees. Its answer changes a cookie, and browsers then drop the pages they kept for Back."""
    response = Response(SUN, mimetype="image/svg+xml")
    secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
    response.set_cookie("sun", make_public_id(), httponly=True, samesite="Lax", secure=secure)
    return response


@room.get("/staff")
def staff() -> Page:
    """Where staff land after signing in: their own first page."""
    seat = find_staff()
    if seat is None:
        return ask_to_sign_in()
    return go(next((page for role, page in FIRST_PAGES if role in seat.roles), "me.sign_in"))


@room.post("/staff/leave")
def staff_leave() -> Page:
    """Staff sign out."""
    visit = current_visit()
    if visit is not None:
        signing_in.leave(the_store(), visit)
    logout_user()
    session.clear()
    return render_template("door/staff_left.html")


def _card_page(number: str = "", note: str = "") -> str:
    return render_template("door/card.html", page=CardPage(number, note, _languages()))


def _languages() -> tuple[Language, ...]:
    with the_store().engine.connect() as connection:
        return offer(list_languages(connection))


def _note_asked_for(known: tuple[str, ...]) -> str:
    asked = request.args.get("note", "")
    return asked if asked in known else ""


def _card_seat() -> tuple[VisitKey, Seat]:
    visit = current_visit()
    if visit is None:
        raise Ended
    with the_store().reading(visit.authority_id) as tx:
        return visit, entering.fetch_card_seat(tx, visit)


def _pictures_page(seat: Seat, picked: tuple[str, ...] = (), note: str = "") -> str:
    page = PicturesPage(seat.first_name, not seat.has_pictures, picked, note)
    return render_template("door/pictures.html", page=page)
