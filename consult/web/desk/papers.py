"""Booklets to print: a child's own, or blank."""

from flask import flash, render_template, request

from consult.actions import paper_twin
from consult.actions.refusals import NotThere, Refused
from consult.web.desk.blueprint import Page, room
from consult.web.desk.paper_filling import blank_page, edition_choices, twin_page
from consult.web.desk.paper_pages import Papers
from consult.web.desk.refusal_words import say_refusal
from consult.web.house.going import go
from consult.web.house.guard import officer
from consult.web.house.premises import the_store

LARGEST_EDITION = 99_999


@room.get("/reviews/<review_id>/paper")
def paper(review_id: str) -> Page:
    """A child's booklet for the printer."""
    booklet, number = edition_in(request.args.get("edition", ""))
    try:
        twin = paper_twin.print_paper(the_store(), officer(), review_id, booklet, number)
    except Refused as refusal:
        flash(say_refusal(refusal.reason), "error")
        return go("desk.review", review_id=review_id)
    page = twin_page(twin, officer().first_name, large=_is_large())
    return render_template("desk/paper.html", page=page)


@room.get("/papers")
def papers() -> Page:
    """Which booklets can be printed blank."""
    editions = paper_twin.list_blanks(the_store(), officer())
    return render_template("desk/papers.html", page=Papers(edition_choices(editions)))


@room.get("/paper/<booklet>/<int:number>")
def blank_paper(booklet: str, number: int) -> Page:
    """A copy without a child."""
    if number > LARGEST_EDITION:
        raise NotThere
    edition, contact = paper_twin.fetch_blank(the_store(), officer(), booklet, number)
    return render_template("desk/paper.html", page=blank_page(edition, contact, large=_is_large()))


def edition_in(value: str) -> tuple[str, int]:
    """Key and number in "about-me-11-plus:3"; blank and 0 where nothing is chosen. Raises NotThere."""
    if not value:
        return "", 0
    key, _, number = value.rpartition(":")
    if not (key and number.isascii() and number.isdigit() and len(number) < 6):
        raise NotThere
    return key, int(number)


def _is_large() -> bool:
    return request.args.get("large") == "1"
