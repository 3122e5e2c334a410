"""Passing on what a child wants somebody else to get: exactly that, on paper or as a file of its own."""

from dataclasses import replace

from flask import render_template

from consult.actions import reading
from consult.web.desk.blueprint import Page, room
from consult.web.desk.filling import sent_booklet
from consult.web.desk.pages import Child, PassedOn
from consult.web.desk.sent_pages import Part, Sent
from consult.web.house.guard import officer
from consult.web.house.premises import the_store


@room.get("/reviews/<review_id>/for/<who>")
def pass_on(review_id: str, who: str) -> Page:
    """What the child wants this person to get; 404 for anybody the child did not name."""
    review, child, booklet = reading.pass_on(the_store(), officer(), review_id, who)
    page = PassedOn(
        review_id=review_id,
        child=Child(child.public_id, child.ref, child.first_name, review.age, child.avatar),
        day=review.day,
        who=who,
        sent=_without_guesses(sent_booklet(booklet, booklet.shared[who])),
    )
    return render_template("desk/passed_on.html", page=page)


def _without_guesses(sent: Sent) -> Sent:
    """The child's words alone: what a machine makes of them is the officer's to weigh."""
    parts = (
        Part(part.title, tuple(replace(each, guess=None, concern="") for each in part.answers)) for part in sent.parts
    )
    return replace(sent, parts=tuple(parts))
