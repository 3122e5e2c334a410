"""From a standing conversation to the pages that show it."""

from collections.abc import Sequence

from flask import request, url_for

from consult.actions.sending import BEFORE_REVIEW
from consult.actions.standing import Standing
from consult.booklet.answers import Answer, Given
from consult.booklet.kinds import KINDS
from consult.booklet.model import Question
from consult.conversation.order import ABOUT_CARERS
from consult.conversation.walk import Turn
from consult.store.authorities import Contact
from consult.store.conversations import read_held_back
from consult.store.ids import make_public_id
from consult.store.on_file import TYPED
from consult.store.reviews import UNDER_11
from consult.store.seats import Seat
from consult.web.house.words import worded_options, worded_title
from consult.web.talk.in_english import english_of
from consult.web.talk.offline_mark import offline_mark
from consult.web.talk.pages import AskPage, CheckPage, Contacts, Person, Progress, Reader, Said, Share
from consult.web.talk.sounds import sounds_on

AFTER_REVIEW = "after_review"


def person_at(seat: Seat, band: str) -> Person:
    """The child. `band`: of the review."""
    looks = seat.looks
    chosen = (looks.look, "wordsonly" if looks.words_only else "", "plain-pages" if looks.pictures_off else "")
    return Person(
        seat.first_name,
        seat.avatar,
        "u11" if band == UNDER_11 else "t11",
        " ".join(name for name in chosen if name),
        looks.text_size,
    )


def reader_of(officer: str, contact: Contact) -> Reader:
    """The reviewing officer by first name."""
    title = worded_title(contact.officer_title)
    return Reader(officer.split(maxsplit=1)[0] if officer.strip() else title, title)


def contacts_of(contact: Contact) -> Contacts:
    """Whom to ask, from the authority's settings."""
    cover = f"{contact.cover_name}, {contact.cover_phone}" if contact.cover_name else ""
    return Contacts(cover=cover, out_of_hours=contact.out_of_hours_phone)


def ask_page(
    standing: Standing,
    question: Question,
    *,
    note: str = "",
    given: Given | None = None,
    saved: bool = False,
    last_time: Answer | None = None,
    private: bool = False,
) -> AskPage:
    """One question, with what stands in the form: what was just typed, else what was said before."""
    (person, reader), turns = _people(standing), standing.walk.turns
    index = next((n for n, turn in enumerate(turns) if turn.question.key == question.key), None)
    before = turns[:index] if index is not None else _turns_before(standing, question)
    said_before = turns[index].answer if index is not None and standing.seat.shows_past else None
    earlier = _said_earlier(standing, before)
    stone = turns[index].stone if index is not None else standing.walk.stone
    given = given or (KINDS[question.kind].fill(question, said_before) if said_before else Given())
    return AskPage(
        person=person,
        reader=reader,
        question=question,
        options=worded_options(question),
        english=english_of(standing, question),
        place=standing.place_of(question.key),
        progress=Progress(stone, standing.walk.stones, standing.asked.section_of(question.key).title),
        key=make_public_id(),
        earlier=earlier[:-1],
        last=earlier[-1] if earlier else None,
        given=given,
        note=note,
        back=_back(standing, question, before),
        saved=saved,
        last_time=_said_last_time(standing, question, last_time),
        private=private or _is_private(standing, question),
        may_be_private=standing.talk.audience in BEFORE_REVIEW,
        own_time=standing.seat.has_helper and _is_about_carers(standing, question),
        sounds=sounds_on(standing, question),
        offline=offline_mark(standing),
    )


def check_page(
    standing: Standing,
    *,
    note: str = "",
    read_out: str = "",
    held_back: frozenset[str] = frozenset(),
    quote: str = "",
    shares: tuple[Share, ...] = (),
) -> CheckPage:
    """Everything said, and the two choices."""
    person, reader = _people(standing)
    turns = standing.walk.turns
    return CheckPage(
        person=person,
        reader=reader,
        said=tuple(_said(standing, turn) for turn in turns) if standing.seat.shows_past else (),
        read_out=read_out,
        held_back=held_back,
        quote=quote,
        sent=standing.talk.sent_at is not None,
        changed=standing.talk.sent_at is not None and standing.unsent,
        note=note,
        back=_place_url(standing, turns[-1].question) if turns else "",
        after_review=standing.talk.audience not in BEFORE_REVIEW,
        shares=shares,
        answered=tuple(turn.question for turn in turns if turn.answer) if standing.seat.shows_past else (),
        hidden=not standing.seat.shows_past,
        typed=standing.talk.source in TYPED,
        without_pictures=standing.seat.hides_past,
        offline=offline_mark(standing),
        stopped=_stopped(standing),
        go_on=_place_url(standing, standing.walk.waiting) if standing.walk.waiting else "",
    )


def _stopped(standing: Standing) -> Progress | None:
    waiting = standing.walk.waiting
    if waiting is None or not standing.seat.shows_past or standing.talk.source in TYPED:
        return None
    return Progress(standing.walk.stone, standing.walk.stones, standing.asked.section_of(waiting.key).title)


def _said_earlier(standing: Standing, before: Sequence[Turn]) -> tuple[Said, ...]:
    return tuple(_said(standing, turn) for turn in before) if standing.seat.shows_past else ()


def _said_last_time(standing: Standing, question: Question, last_time: Answer | None) -> Said | None:
    if last_time is None:
        return None
    return Said(standing.place_of(question.key), question, worded_options(question), last_time)


def _is_private(standing: Standing, question: Question) -> bool:
    return standing.seat.shows_past and question.key in read_held_back(standing.talk.held_back)


def _is_about_carers(standing: Standing, question: Question) -> bool:
    return bool(ABOUT_CARERS & set(question.themes))


def _people(standing: Standing) -> tuple[Person, Reader]:
    seat, talk = standing.seat, standing.talk
    return person_at(seat, talk.band), reader_of(talk.officer, seat.contact)


def _turns_before(standing: Standing, question: Question) -> tuple[Turn, ...]:
    order = {each.key: place for place, each in enumerate(standing.asked)}
    return tuple(turn for turn in standing.walk.turns if order[turn.question.key] < order[question.key])


def _said(standing: Standing, turn: Turn) -> Said:
    question = turn.question
    line = standing.lines[question.key]
    changed = standing.talk.sent_at is not None and line.sequence > standing.talk.sent_sequence
    return Said(standing.place_of(question.key), question, worded_options(question), turn.answer, changed)


def _back(standing: Standing, question: Question, before: tuple[Turn, ...]) -> str:
    if standing.seat.hides_past:
        return url_for("talk.home")
    if request.args.get("from") == "check":
        return url_for("talk.check")
    return _place_url(standing, before[-1].question) if before else url_for("talk.start")


def _place_url(standing: Standing, question: Question) -> str:
    return url_for("talk.ask", place=standing.place_of(question.key))
