"""An officer's reviews: the list, one review, reading out."""

from dataclasses import replace

from flask import flash, render_template, request
from flask_babel import gettext as _

from consult.actions import inviting, messaging, reading, recording
from consult.actions.reading import Opened
from consult.actions.refusals import NotThere, Refused
from consult.booklet.answers import clean
from consult.store.authorities import fetch_authority
from consult.store.reviews import UNDER_11
from consult.web.desk.blueprint import Page, room
from consult.web.desk.filling import review_page, spoken, state_of_review
from consult.web.desk.forms import HoldForm, MoveForm
from consult.web.desk.listing import desk_page
from consult.web.desk.message_filling import say_how_easy
from consult.web.desk.pages import Child, ReadOut, Review
from consult.web.desk.refusal_words import say_refusal
from consult.web.house.going import go
from consult.web.house.guard import officer
from consult.web.house.premises import the_store


@room.get("")
def desk() -> Page:
    """Own reviews by date."""
    page = request.args.get("page", 1, type=int)
    return render_template("desk/desk.html", page=desk_page(the_store(), officer(), request.args.get("show", ""), page))


@room.post("/search")
def search() -> Page:
    """By first name or reference; a POST, so that no name stands in an address."""
    wanted = request.form.get("q", "").strip()[:60]
    return render_template("desk/desk.html", page=desk_page(the_store(), officer(), "all", 1, wanted))


@room.get("/reviews/<review_id>")
def review(review_id: str) -> Page:
    """One review, and the answers once they are sent."""
    opened = reading.read_review(the_store(), officer(), review_id)
    return render_template("desk/review.html", page=_page(opened))


@room.get("/reviews/<review_id>/read-out")
def read_out(review_id: str) -> Page:
    """Large type for the meeting, without what is not to be read out."""
    opened = reading.read_review(the_store(), officer(), review_id, deed="read_out")
    sent = _page(opened).sent
    if sent is None:
        raise NotThere
    words = spoken(sent)
    number = 0 if request.args.get("all") else max(request.args.get("n", 1, type=int), 1)
    child = opened.child
    page = ReadOut(
        review_id=review_id,
        child=Child(child.public_id, child.ref, child.first_name, opened.review.age, child.avatar),
        day=opened.review.day,
        spoken=words,
        kept_back=sent.kept_back,
        number=min(number, len(words)),
        read_out=sent.read_out,
    )
    return render_template("desk/read_out.html", page=page)


@room.post("/reviews/<review_id>/invite")
def invite(review_id: str) -> Page:
    """Invite, then print the card."""
    try:
        inviting.invite(the_store(), officer(), review_id)
    except Refused as refusal:
        flash(say_refusal(refusal.reason), "error")
        return go("desk.review", review_id=review_id)
    return go("desk.card", review_id=review_id)


@room.post("/reviews/<review_id>/pictures")
def reset_pictures(review_id: str) -> Page:
    """Let the child choose new secret pictures."""
    inviting.reset_pictures(the_store(), officer(), review_id)
    flash(_("New pictures can be chosen the next time the card is used."))
    return go("desk.review", review_id=review_id)


@room.post("/reviews/<review_id>/asked")
def record_asked(review_id: str) -> Page:
    """The child was asked whether the answers may be read out."""
    said_yes = request.form.get("answer") == "yes"
    try:
        recording.record_asked(the_store(), officer(), review_id, read_out=said_yes)
    except Refused as refusal:
        flash(say_refusal(refusal.reason), "error")
    return go("desk.review", review_id=review_id)


@room.post("/reviews/<review_id>/decided")
def tell_decided(review_id: str) -> Page:
    """Tell the child what was decided; or only say how easy that is to read."""
    values, faults = {"words": clean(request.form.get("words", ""))}, {}
    if "check" in request.form:
        opened = reading.read_review(the_store(), officer(), review_id)
        page = _page(opened, form="decided", values=values)
        hint = say_how_easy(values["words"], young=opened.review.band == UNDER_11)
        return render_template("desk/review.html", page=replace(page, hint=hint))
    try:
        messaging.tell_decided(the_store(), officer(), review_id, values["words"])
    except Refused as refusal:
        faults = {"words": say_refusal(refusal.reason)}
    return _after(review_id, "decided", values, faults, _("This is sent. It stands on the child’s own page."))


@room.post("/reviews/<review_id>/date")
def move(review_id: str) -> Page:
    """A new day."""
    form = MoveForm()
    faults = {} if form.validate() else form.faults
    if not faults:
        try:
            recording.move_review(the_store(), officer(), review_id, form.review_date.given)
        except Refused as refusal:
            faults = {"review_date": say_refusal(refusal.reason)}
    return _after(review_id, "date", form.values, faults, _("The review has a new day."))


@room.post("/reviews/<review_id>/held")
def hold(review_id: str) -> Page:
    """The review took place."""
    form = HoldForm()
    faults = {} if form.validate() else form.faults
    if not faults:
        held = recording.Held(
            form.held_on.given, form.participation_code.data, form.seen_beforehand.data, form.chaired.data
        )
        try:
            recording.hold_review(the_store(), officer(), review_id, held)
        except Refused as refusal:
            field = "held_on" if refusal.reason in {"in_future", "before_birth"} else "participation_code"
            faults = {field: say_refusal(refusal.reason)}
    return _after(review_id, "hold", form.values, faults, _("Written down."))


def _after(review_id: str, form: str, values: dict[str, str], faults: dict[str, str], done: str) -> Page:
    if not faults:
        flash(done)
        return go("desk.review", review_id=review_id)
    opened = reading.read_review(the_store(), officer(), review_id)
    page = _page(opened, form=form, values=values, errors=faults)
    return render_template("desk/review.html", page=page), 422


def _page(
    opened: Opened, *, form: str = "", values: dict[str, str] | None = None, errors: dict[str, str] | None = None
) -> Review:
    with the_store().reading(officer().authority_id) as tx:
        state = state_of_review(tx, opened)
        may_invite = fetch_authority(tx).contact.complete
        today = tx.today
    return review_page(opened, state, today, may_invite=may_invite, form=form, values=values, errors=errors)
