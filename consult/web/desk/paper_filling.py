"""From an edition to its page on paper, or to the form that keys it in."""

from collections.abc import Iterable, Mapping

from consult.actions.anytime import ANYTIME
from consult.actions.inviting import AFTER_REVIEW
from consult.actions.paper_twin import Twin, Wording
from consult.booklet.answers import Given
from consult.booklet.model import Booklet, Question
from consult.conversation.on_paper import lay_out
from consult.store.authorities import Contact
from consult.store.editions import Edition
from consult.store.ids import paper_code
from consult.store.languages import ENGLISH
from consult.store.reviews import UNDER_11, Review
from consult.web.desk.pages import Child
from consult.web.desk.paper_pages import (
    EditionChoice,
    KeyInPage,
    Officer,
    PaperLanguage,
    PaperPage,
    PaperPart,
    PaperQuestion,
    Papers,
)
from consult.web.desk.paper_wording import led_by
from consult.web.house.catalogues import own_name
from consult.web.house.language import is_draft, language_words, worded_in
from consult.web.house.words import worded_options, worded_title


def twin_page(twin: Twin, officer: str, *, large: bool) -> PaperPage:
    """A child's booklet, worded in the language of this page. `officer`: the first name of whoever reads it."""
    review, contact, booklet = twin.review, twin.contact, twin.wording.booklet
    return PaperPage(
        band="u11" if twin.band == UNDER_11 else "t11",
        title=booklet.title,
        booklet=booklet.key,
        edition=twin.edition.number,
        language=paper_language(twin.wording, twin.wording.language),
        officer=Officer(officer, worded_title(contact.officer_title)),
        parts=paper_parts(booklet, twin.age),
        occasion=_occasion(booklet.audience),
        large=large,
        out_of_hours=contact.out_of_hours_phone,
        review_id=review.public_id,
        code=paper_code(twin.code_of),
        first_name=twin.child.first_name,
        day=review.day if review.held_on is None else None,
    )


def blank_page(wording: Wording, contact: Contact, *, large: bool) -> PaperPage:
    """A copy without a child: every question, whatever the age."""
    booklet = wording.booklet
    return PaperPage(
        band="u11" if booklet.audience == "child" else "t11",
        title=booklet.title,
        booklet=booklet.key,
        edition=wording.edition.number,
        language=paper_language(wording, wording.language),
        officer=Officer("", worded_title(contact.officer_title)),
        parts=paper_parts(booklet, None),
        occasion=_occasion(booklet.audience),
        large=large,
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
    review, edition = twin.review, twin.edition
    return KeyInPage(
        review_id=review.public_id,
        child=child_of(twin),
        booklet=edition.booklet.key,
        edition=edition.number,
        language=paper_language(twin.wording, twin.wording.language),
        title=edition.booklet.title,
        code=paper_code(twin.code_of),
        parts=paper_parts(edition.booklet, twin.age, given or {}, faults or {}, _beside(twin.wording)),
        occasion=_occasion(edition.booklet.audience),
        choice=edition_choices(twin.choice, edition),
        languages=paper_languages(twin.wording),
        values=values,
        held_back=frozenset(held_back),
        errors=errors or {},
        replaces=replaces,
    )


def child_of(twin: Twin) -> Child:
    """Whose it is."""
    who = twin.child
    return Child(who.public_id, who.ref, who.first_name, twin.age, who.avatar)


def papers_page(editions: Iterable[Edition], review: Review | None = None, first_name: str = "") -> Papers:
    """Editions to print; of a child's also those to key in."""
    return Papers(edition_choices(editions), review.public_id if review else "", first_name)


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


def paper_languages(wording: Wording) -> tuple[PaperLanguage, ...]:
    """The languages to choose from; none where English is the only one."""
    tags = wording.languages if len(wording.languages) > 1 else ()
    return tuple(paper_language(wording, tag) for tag in tags)


def paper_language(wording: Wording, tag: str) -> PaperLanguage:
    """A language by its name on this page and by its own."""
    mine = {language for key, language in wording.drafts if key == wording.booklet.key}
    draft = tag != ENGLISH and is_draft(tag, mine)
    return PaperLanguage(tag, language_words(tag), own_name(tag), draft, tag == wording.language)


def paper_parts(
    booklet: Booklet,
    age: int | None,
    given: Mapping[str, Given] | None = None,
    faults: Mapping[str, str] | None = None,
    beside: Mapping[str, Mapping[str, str]] | None = None,
) -> tuple[PaperPart, ...]:
    """The sections, with only what a child of this age can come to. `beside`: by question, the paper's own words."""
    printed = lay_out(booklet, age)
    parts = []
    for section in booklet.sections:
        inside = [each for each in printed if booklet.section_of(each.question.key) is section]
        questions = tuple(
            PaperQuestion(
                each.number,
                each.question,
                worded_options(each.question),
                led_by(each, printed),
                (given or {}).get(each.question.key, Given()),
                (faults or {}).get(each.question.key, ""),
                (beside or {}).get(each.question.key, {}),
            )
            for each in inside
        )
        if questions:
            parts.append(PaperPart(section.title, questions))
    return tuple(parts)


def _beside(wording: Wording) -> dict[str, Mapping[str, str]]:
    """What stands on the paper itself, beside the English of the form."""
    if wording.language == ENGLISH:
        return {}
    with worded_in(wording.language):
        return {question.key: _words_of(question) for question in wording.booklet}


def _words_of(question: Question) -> dict[str, str]:
    """Option -> its text where that is no number; the question's own text under ""."""
    return {"": question.text} | {each.key: each.text for each in worded_options(question) if each.text != each.key}


def _occasion(audience: str) -> str:
    return {AFTER_REVIEW: "after_review", ANYTIME: "anytime"}.get(audience, "before_review")
