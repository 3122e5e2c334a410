"""Passing on what a child wants somebody else to get: exactly that, on paper or as a file of its own."""

from dataclasses import replace

from flask import abort, render_template

from consult.actions import reading
from consult.actions.sending import BEFORE_REVIEW, RECIPIENTS
from consult.web.desk.blueprint import Page, room
from consult.web.desk.filling import sent_booklet
from consult.web.desk.pages import Child, PassedOn
from consult.web.desk.sent_pages import Part, Sent
from consult.web.house.guard import officer
from consult.web.house.premises import the_store


@room.get("/reviews/<review_id>/for/<who>")
def pass_on(review_id: str, who: str) -> Page:
    """What the child wants this person to get; 404 for anybody the child did not name."""
    if who not in RECIPIENTS:
        abort(404)
    opened = reading.read_review(the_store(), officer(), review_id, deed=f"pass_on_{who}")
    own = [each for each in opened.booklets if each.audience in BEFORE_REVIEW and who in each.shared]
    if not own:
        abort(404)
    child = opened.child
    page = PassedOn(
        review_id=review_id,
        child=Child(child.public_id, child.ref, child.first_name, opened.review.age, child.avatar),
        day=opened.review.day,
        who=who,
        sent=_without_guesses(sent_booklet(own[0], own[0].shared[who])),
    )
    return render_template("desk/passed_on.html", page=page)


def _without_guesses(sent: Sent) -> Sent:
    """The child's words alone: what a machine makes of them is the officer's to weigh."""
    parts = (
        Part(part.title, tuple(replace(each, guess=None, concern="") for each in part.answers)) for part in sent.parts
    )
    return replace(sent, parts=tuple(parts))
