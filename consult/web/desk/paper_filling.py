"""From an edition to its page on paper, or to the form that keys it in."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from babel.lists import format_list
from flask_babel import gettext as _

from consult.actions.inviting import AFTER_REVIEW
from consult.actions.paper_twin import Twin
from consult.actions.sending import BEFORE_REVIEW
from consult.booklet.answers import Given
from consult.booklet.model import Booklet, Condition
from consult.conversation.on_paper import Printed, lay_out
from consult.store.authorities import Contact
from consult.store.editions import Edition
from consult.store.ids import paper_code
from consult.store.reviews import UNDER_11
from consult.web.desk.pages import Child
from consult.web.desk.paper_pages import EditionChoice, KeyInPage, Officer, PaperPage, PaperPart, PaperQuestion
from consult.web.house.language import language
from consult.web.house.words import worded_options


def twin_page(twin: Twin, officer: str, *, large: bool) -> PaperPage:
    """A child's booklet. `officer`: the first name of whoever reads it."""
    review, edition, contact = twin.review, twin.edition, twin.contact
    audience = edition.booklet.audience
    return PaperPage(
        band="u11" if review.band == UNDER_11 else "t11",
        title=edition.booklet.title,
        booklet=edition.booklet.key,
        edition=edition.number,
        officer=Officer(officer, contact.officer_title),
        parts=paper_parts(edition.booklet, review.age),
        asks_consent=audience in BEFORE_REVIEW,
        after_review=audience == AFTER_REVIEW,
        large=large,
        cover=_cover(contact),
        out_of_hours=contact.out_of_hours_phone,
        review_id=review.public_id,
        code=paper_code(review.public_id),
        first_name=twin.child.first_name,
        day=review.day if review.held_on is None else None,
        choice=edition_choices(twin.choice, edition),
    )


def blank_page(edition: Edition, contact: Contact, *, large: bool) -> PaperPage:
    """A copy without a child: every question, whatever the age."""
    audience = edition.booklet.audience
    return PaperPage(
        band="u11" if audience == "child" else "t11",
        title=edition.booklet.title,
        booklet=edition.booklet.key,
        edition=edition.number,
        officer=Officer("", contact.officer_title),
        parts=paper_parts(edition.booklet, None),
        asks_consent=audience in BEFORE_REVIEW,
        after_review=audience == AFTER_REVIEW,
        large=large,
        cover=_cover(contact),
        out_of_hours=contact.out_of_hours_phone,
    )


def key_in_page(
    twin: Twin,
    *,
    values: Mapping[str, str],
    given: Mapping[str, Given] | None = None,
    held_back: Iterable[str] = (),
    errors: Mapping[str, str] | None = None,
    faults: Mapping[str, str] | None = None,
    replaces: str = "",
) -> KeyInPage:
    """The form, with what was typed. `faults`: question key -> sentence."""
    review, edition, child = twin.review, twin.edition, twin.child
    return KeyInPage(
        review_id=review.public_id,
        child=Child(child.public_id, child.ref, child.first_name, review.age, child.avatar),
        booklet=edition.booklet.key,
        edition=edition.number,
        title=edition.booklet.title,
        code=paper_code(review.public_id),
        parts=paper_parts(edition.booklet, review.age, given or {}, faults or {}),
        asks_consent=edition.booklet.audience in BEFORE_REVIEW,
        choice=edition_choices(twin.choice, edition),
        values=values,
        held_back=frozenset(held_back),
        errors=errors or {},
        replaces=replaces,
    )


def edition_choices(editions: Iterable[Edition], current: Edition | None = None) -> tuple[EditionChoice, ...]:
    """Editions as a list to choose from."""
    return tuple(
        EditionChoice(
            f"{each.booklet.key}:{each.number}",
            each.booklet.title,
            each.booklet.key,
            each.number,
            current is not None and each.id == current.id,
        )
        for each in editions
    )


def paper_parts(
    booklet: Booklet,
    age: int | None,
    given: Mapping[str, Given] | None = None,
    faults: Mapping[str, str] | None = None,
) -> tuple[PaperPart, ...]:
    """The sections, with only what a child of this age can come to."""
    printed = lay_out(booklet, age)
    parts = []
    for section in booklet.sections:
        inside = [each for each in printed if booklet.section_of(each.question.key) is section]
        questions = tuple(
            PaperQuestion(
                each.number,
                each.question,
                worded_options(each.question),
                _led_by(each, printed),
                (given or {}).get(each.question.key, Given()),
                (faults or {}).get(each.question.key, ""),
            )
            for each in inside
        )
        if questions:
            parts.append(PaperPart(section.title, questions))
    return tuple(parts)


def _led_by(follow_up: Printed, printed: Sequence[Printed]) -> str:
    """ "If you said “No” or “Sometimes”:", with the number of the question where that is not the one above."""
    by_key = {each.question.key: each for each in printed}
    said = [_said(needed, by_key[needed.question], follow_up) for needed in follow_up.question.only_if]
    return str(_("If you said %(answers)s:", answers=_listed(said, "standard"))) if said else ""


def _said(needed: Condition, earlier: Printed, follow_up: Printed) -> str:
    options = worded_options(earlier.question)
    quoted = [
        option.text if earlier.question.kind == "scale" else _("“%(answer)s”", answer=option.text)
        for option in options
        if option.key in needed.any_of
    ]
    answers = _listed(quoted, "or")
    if earlier.number.rstrip("abcdefghijklmnopqrstuvwxyz") == follow_up.number[:-1]:
        return answers
    return str(_("%(answers)s at question %(number)s", answers=answers, number=earlier.number))


def _listed(words: Sequence[str], style: Literal["standard", "or"]) -> str:
    return str(format_list(words, style=style, locale=language().replace("-", "_")))


def _cover(contact: Contact) -> str:
    return f"{contact.cover_name}, {contact.cover_phone}" if contact.cover_name else ""
