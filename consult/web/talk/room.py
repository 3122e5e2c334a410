"""A conversation, page by page: every turn is POST, 303, GET."""

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from consult.actions import entering, sending, talking
from consult.actions.refusals import Ended, NotThere, Refused
from consult.actions.standing import Standing, stand, take_seat
from consult.actions.waiting import Waiting, list_waiting
from consult.booklet.answers import NotAnAnswer
from consult.booklet.model import Question
from consult.store.seats import Seat
from consult.store.visits import VisitKey, touch_visit
from consult.web.house.going import go, go_to
from consult.web.house.premises import the_store
from consult.web.house.visit import current_visit, forget_visit
from consult.web.talk.filling import ask_page, check_page
from consult.web.talk.first_and_last import declined_page, done_page, help_page, home_page, start_page

room = Blueprint("talk", __name__, url_prefix="/talk")
Page = str | tuple[str, int] | Response


@room.get("/")
def home() -> Page:
    """The child's own page; a single booklet that waits opens at once."""
    seat, waiting = _waiting()
    to_do = [each for each in waiting if each.open and each.state in {"new", "begun"}]
    if len(waiting) == 1 and to_do:
        return go("talk.start", invitation=to_do[0].invitation.public_id)
    return render_template("talk/home.html", page=home_page(seat, waiting))


@room.get("/start", defaults={"invitation": ""})
@room.get("/start/<invitation>")
def start(invitation: str) -> Page:
    """What this is, before the first question; or that the child does not want to."""
    seat, waiting = _waiting()
    chosen = _choose(seat, waiting, invitation)
    if chosen is None:
        return go("talk.home")
    if chosen.state == "declined":
        return render_template("talk/declined.html", page=declined_page(seat, chosen))
    return render_template("talk/start.html", page=start_page(seat, chosen))


@room.post("/begin")
def begin() -> Page:
    """Sit down to it; what was begun goes on where it was."""
    visit = _visit()
    talking.open_booklet(the_store(), visit, request.form.get("invitation", ""))
    return go_to(_where_to(_standing()))


@room.post("/decline")
def decline() -> Page:
    """The child's choice."""
    invitation = request.form.get("invitation", "")
    talking.decline(the_store(), _visit(), invitation)
    return go("talk.start", invitation=invitation)


@room.post("/later")
def later() -> Page:
    """Not today: everything is kept."""
    entering.leave(the_store(), _visit())
    forget_visit()
    return go("door.card", note="kept")


@room.get("/<int:place>")
def ask(place: int) -> Page:
    """One question."""
    standing = _standing()
    question = _question(standing, place)
    if not standing.walk.reaches(question.key):
        return go_to(_where_to(standing))
    return render_template("talk/ask.html", page=ask_page(standing, question, saved=bool(standing.lines)))


@room.post("/<int:place>")
def answer(place: int) -> Page:
    """Keep the answer, or that it was skipped, then go on."""
    form = request.form
    picked, words = tuple(form.getlist("a")), form.get("words", "")
    key = form.get("key", "")
    try:
        if "skip" in form:
            kept = talking.skip(the_store(), _visit(), place, key)
        else:
            kept = talking.answer(the_store(), _visit(), place, picked, words, key)
    except NotAnAnswer as refusal:
        return _ask_again(place, refusal.fault, picked, words), 422
    except Refused as refusal:
        return _ask_again(place, refusal.reason, picked, words), 409
    if not kept.fresh:
        forget_visit()
        return go("door.card", note="saved_away")
    if kept.next_place is None:
        return go("talk.check")
    return go("talk.ask", place=kept.next_place, _anchor="q")


@room.get("/check")
def check() -> Page:
    """Everything said, before sending."""
    standing = _standing()
    talk = standing.talk
    held_back = sending.held_back_of(talk)
    read_out = "" if talk.sent_at is None else ("some" if held_back else talk.read_out)
    return render_template(
        "talk/check.html", page=check_page(standing, read_out=read_out, held_back=held_back, quote=talk.quote)
    )


@room.post("/send")
def send() -> Page:
    """Send it, with who may hear it."""
    form = request.form
    read_out, quote = form.get("read_out", ""), form.get("quote", "")
    held_back = frozenset(form.getlist("held_back"))
    try:
        sending.send(the_store(), _visit(), read_out, held_back, quote)
    except Refused as refusal:
        page = check_page(_standing(), note=refusal.reason, read_out=read_out, held_back=held_back, quote=quote)
        return render_template("talk/check.html", page=page), 422
    return go("talk.done")


@room.get("/done")
def done() -> Page:
    """Thank you, and what happens next."""
    standing = _standing()
    if standing.talk.sent_at is None:
        return go_to(_where_to(standing))
    return render_template("talk/done.html", page=done_page(standing))


@room.get("/help", endpoint="help")
def show_help() -> Page:
    """Help, one tap from everywhere."""
    seat, _ = _waiting()
    try:
        back = _where_to(_standing())
    except NotThere:
        back = url_for("talk.home")
    return render_template("talk/help.html", page=help_page(seat, back))


def _visit() -> VisitKey:
    visit = current_visit()
    if visit is None:
        raise Ended
    return visit


def _standing() -> Standing:
    visit = _visit()
    with the_store().reading(visit.authority_id) as tx:
        seat = take_seat(tx, visit)
        if not seat.fresh:
            raise Ended
        standing = stand(tx, seat)
    _stay(visit, seat)
    return standing


def _waiting() -> tuple[Seat, list[Waiting]]:
    visit = _visit()
    with the_store().reading(visit.authority_id) as tx:
        seat = take_seat(tx, visit)
        if not seat.fresh:
            raise Ended
        waiting = list(list_waiting(tx, seat.child_id))
    _stay(visit, seat)
    return seat, waiting


def _stay(visit: VisitKey, seat: Seat) -> None:
    if seat.due_touch:
        with the_store().writing(visit.authority_id) as tx:
            touch_visit(tx, seat.visit_id)


def _choose(seat: Seat, waiting: list[Waiting], invitation: str) -> Waiting | None:
    for each in waiting:
        if each.open and (
            each.invitation.public_id == invitation
            or (not invitation and seat.talk is not None and each.invitation.conversation_id == seat.talk.id)
        ):
            return each
    return None


def _question(standing: Standing, place: int) -> Question:
    questions = standing.edition.booklet.questions
    if not 1 <= place <= len(questions):
        raise NotThere
    return questions[place - 1]


def _ask_again(place: int, note: str, picked: tuple[str, ...], words: str) -> str:
    standing = _standing()
    question, waiting = _question(standing, place), standing.walk.waiting
    if note == "not_this_question" and waiting is not None and not words.strip():
        page = ask_page(standing, waiting, note=note)
    else:
        page = ask_page(standing, question, note=note, picked=picked, words=words)
    return render_template("talk/ask.html", page=page)


def _where_to(standing: Standing) -> str:
    waiting = standing.walk.waiting
    if waiting is None:
        return url_for("talk.check")
    return url_for("talk.ask", place=standing.place_of(waiting.key), _anchor="q")
