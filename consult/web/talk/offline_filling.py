"""From an open conversation to its blank page, and what letters from it are answered with."""

from collections.abc import Mapping, Sequence
from typing import Literal

from babel.lists import format_list
from flask_babel import gettext as _

from consult.actions.letterbox import Blank
from consult.actions.sending import BEFORE_REVIEW
from consult.actions.standing import Standing
from consult.booklet.model import Condition, Question
from consult.conversation.on_paper import Printed, lay_out
from consult.web.house.language import language
from consult.web.house.words import worded_options
from consult.web.talk.filling import person_at
from consult.web.talk.offline_pages import BlankPage, BlankPart, BlankQuestion
from consult.web.talk.pages import Contacts, Person


def blank_page(blank: Blank, authority_id: int) -> BlankPage:
    """Every question that this child can come to."""
    standing = blank.standing
    known = person_at(standing.seat, standing.talk.band)
    return BlankPage(
        person=Person("", "", known.band, known.looks, known.size),
        parts=_parts(standing),
        authority=authority_id,
        capability=blank.capability,
        public_key=blank.modulus,
        after=standing.sequence,
        contacts=Contacts(out_of_hours=standing.seat.contact.out_of_hours_phone),
        may_be_private=standing.talk.audience in BEFORE_REVIEW,
    )


def kept_words(kept: int) -> str:
    """What a tablet says once a letter has arrived."""
    if kept:
        return str(_("The internet is back. What you wrote without it is saved."))
    return str(_("The internet is back. Everything is saved."))


def refused_words(reason: str) -> str:
    """What a tablet says of a letter that could not be taken."""
    words = {
        "old": _("Something written here without internet was kept longer than 7 days. It is lost. We are sorry."),
        "sent": _("Your answers were sent before this came. What you wrote after that is not with them."),
        "closed": _("What was written here without internet cannot be added any more."),
        "forged": _("Something kept on this tablet could not be read. It is not saved."),
        "too_big": _("What was written here without internet is too big. It is not saved."),
    }
    return str(words[reason])


def _parts(standing: Standing) -> tuple[BlankPart, ...]:
    booklet = standing.asked
    printed = {each.question.key: each for each in lay_out(booklet, standing.talk.age)}
    parts = []
    for section in booklet.sections:
        questions = tuple(
            BlankQuestion(standing.place_of(each.key), each, worded_options(each), _led_by(each, printed))
            for each in section.questions
            if each.key in printed
        )
        if questions:
            parts.append(BlankPart(section.title, questions))
    return tuple(parts)


def _led_by(question: Question, printed: Mapping[str, Printed]) -> str:
    said = [_said(needed, question, printed) for needed in question.only_if]
    return str(_("If you said %(answers)s:", answers=_listed(said, "standard"))) if said else ""


def _said(needed: Condition, question: Question, printed: Mapping[str, Printed]) -> str:
    earlier = printed[needed.question].question
    options = [each for each in worded_options(earlier) if each.key in needed.any_of]
    answers = _listed([str(_("“%(answer)s”", answer=each.text)) for each in options], "or")
    order = list(printed)
    nearest = next(key for key in reversed(order[: order.index(question.key)]) if not printed[key].question.only_if)
    if earlier.key == nearest:
        return answers
    return str(_("%(answers)s to “%(question)s”", answers=answers, question=earlier.text))


def _listed(words: Sequence[str], style: Literal["standard", "or"]) -> str:
    return str(format_list(words, style=style, locale=language().replace("-", "_")))
