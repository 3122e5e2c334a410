"""Booklets to print: a child's own, or blank, in English or in a language that is turned on."""

from typing import Any

from flask import current_app, flash, render_template, request, url_for
from markupsafe import Markup

from consult.actions import paper_twin
from consult.actions.paper_twin import Twin, Wording
from consult.actions.refusals import NotThere, Refused
from consult.web.desk.blueprint import Page, room
from consult.web.desk.paper_filling import (
    blank_page,
    edition_choices,
    paper_language,
    paper_languages,
    papers_page,
    twin_page,
)
from consult.web.desk.paper_pages import PaperPage, PaperTools
from consult.web.desk.refusal_words import say_refusal
from consult.web.house.going import go
from consult.web.house.guard import officer
from consult.web.house.language import worded_in
from consult.web.house.premises import the_store

LARGEST_EDITION = 99_999


@room.get("/reviews/<review_id>/paper")
def paper(review_id: str) -> Page:
    """A child's booklet for the printer."""
    booklet, number = edition_in(request.args.get("edition", ""))
    try:
        twin = paper_twin.print_paper(the_store(), officer(), review_id, booklet, number, _language())
    except Refused as refusal:
        flash(say_refusal(refusal.reason), "error")
        return go("desk.review", review_id=review_id)
    with worded_in(twin.wording.language):
        page = twin_page(twin, officer().first_name, large=_is_large())
    return _print(page, twin.wording, twin)


@room.get("/reviews/<review_id>/papers")
def childs_papers(review_id: str) -> Page:
    """Every booklet that a child can have on paper, to print or to key in."""
    review, who, editions = paper_twin.list_papers(the_store(), officer(), review_id)
    return render_template("desk/papers.html", page=papers_page(editions, review, who.first_name))


@room.get("/papers")
def papers() -> Page:
    """Which booklets can be printed blank."""
    return render_template("desk/papers.html", page=papers_page(paper_twin.list_blanks(the_store(), officer())))


@room.get("/paper/<booklet>/<int:number>")
def blank_paper(booklet: str, number: int) -> Page:
    """A copy without a child."""
    if number > LARGEST_EDITION:
        raise NotThere
    wording, contact = paper_twin.fetch_blank(the_store(), officer(), booklet, number, _language())
    with worded_in(wording.language):
        page = blank_page(wording, contact, large=_is_large())
    return _print(page, wording)


def edition_in(value: str) -> tuple[str, int]:
    """Key and number in "about-me-11-plus:3"; blank and 0 where nothing is chosen. Raises NotThere."""
    if not value:
        return "", 0
    key, _, number = value.rpartition(":")
    if not (key and number.isascii() and number.isdigit() and len(number) < 6):
        raise NotThere
    return key, int(number)


def _print(page: PaperPage, wording: Wording, twin: Twin | None = None) -> str:
    """The booklet in its language, below what staff choose, which is English."""
    here, asked = request.endpoint or "", request.args
    place: dict[str, Any] = dict(request.view_args or {})
    size = None if page.large else 1
    tools = PaperTools(
        address=url_for(here, **place),
        other_size=url_for(here, **place, edition=asked.get("edition"), language=asked.get("language"), large=size),
        language=paper_language(wording, wording.language),
        languages=paper_languages(wording),
        large=page.large,
        anytime=page.occasion == "anytime",
        review_id=page.review_id,
        choice=edition_choices(twin.choice, twin.edition) if twin else (),
    )
    above = current_app.jinja_env.get_template("desk/paper_tools.html").render(page=tools)
    with worded_in(wording.language):
        return render_template("desk/paper.html", page=page, tools=Markup(above))  # noqa: S704 - our own template


def _language() -> str:
    return request.args.get("language", "")


def _is_large() -> bool:
    return request.args.get("large") == "1"
