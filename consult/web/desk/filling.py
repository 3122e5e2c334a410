"""From what was opened for an officer to the pages that show it."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence, Set

from consult.actions.importing.papers_kept import IMPORT
from consult.actions.reading import Opened
from consult.booklet.answers import Answer
from consult.booklet.kinds.people import WISHES
from consult.booklet.model import Question
from consult.conversation.walk import count_stones, walk
from consult.store.clock import local
from consult.store.conversations import Line
from consult.store.database import Transaction
from consult.store.editions import fetch_edition
from consult.store.finals import read_because
from consult.store.ids import paper_code
from consult.store.invitations import list_dealt_with
from consult.store.on_file import MIXED, TYPED
from consult.store.replies import Reply
from consult.store.reviews import YOUNGEST
from consult.store.sent import SentBooklet
from consult.web.desk.concern_words import say_why
from consult.web.desk.pages import Answer as AnswerPage
from consult.web.desk.pages import Child, Event, Review, State
from consult.web.desk.pages import Opened as OpenedPage
from consult.web.desk.sent_pages import Answered, Guess, Guests, Part, Passing, Pick, Sent, Spoken, SpokenIn
from consult.web.house.language import is_draft, language_words
from consult.web.house.words import worded_options

CHILDREN = {"child", "young_person"}
FACES = frozenset({"good", "ok", "not_good", "mix"})


def review_page(
    opened: Opened,
    state: State,
    today: dt.date,
    *,
    may_invite: bool,
    form: str = "",
    values: Mapping[str, str] | None = None,
    errors: Mapping[str, str] | None = None,
) -> Review:
    """The officer's page about one review."""
    review, child = opened.review, opened.child
    own = [each for each in opened.booklets if each.audience in CHILDREN]
    return Review(
        id=review.public_id,
        child=Child(child.public_id, child.ref, child.first_name, review.age, child.avatar),
        day=review.day,
        kind=review.kind,
        state=state,
        seen=review.values["seen_beforehand"],
        chaired=review.values["chaired"],
        participation_code=review.values["participation_code"],
        held_on=review.held_on,
        overdue=review.held_on is None and review.day < today,
        has_card=opened.has_card,
        has_pictures=child.has_pictures,
        forgot_pictures=child.forgot_pictures,
        may_invite=may_invite,
        events=_events(opened),
        sent=sent_booklet(own[0], drafts=opened.drafts) if own else None,
        others=tuple(sent_booklet(each, drafts=opened.drafts) for each in opened.booklets if each not in own),
        values=_values(opened) | dict(values or {}),
        errors=errors or {},
        form=form,
        answers=answers_of(opened.replies),
        covered=opened.covered,
        openings=tuple(OpenedPage(each.name, local(each.opened_at)) for each in opened.openings),
        paper_code=paper_code(review.public_id) if review.age >= YOUNGEST else "",
    )


def state_of_review(tx: Transaction, opened: Opened) -> State:
    """The same state as on the desk, worked from what was opened."""
    review = opened.review
    own = next((each for each in opened.booklets if each.audience in CHILDREN), None)
    invited = next((each for each in opened.invitations if each.audience in CHILDREN), None)
    if review.age < YOUNGEST:
        return State("too_young")
    if own is not None:
        newest = own.changed_at or own.sent_at
        return State("changed" if own.changed_at else "sent", local(newest).date(), read=True)
    if invited is not None and invited.declined_at is not None:
        return State("declined", local(invited.declined_at).date())
    if review.held_on is not None:
        return State("no_booklet")
    if invited is None:
        return State("not_invited")
    number = invited.conversation_id
    dealt = list_dealt_with(tx, [number]).get(number, set()) if number else set()
    if dealt:
        booklet = fetch_edition(tx, invited.edition_id).booklet
        answered, of = count_stones(booklet, dealt, review.age)
        return State("started", local(invited.issued_at).date(), answered, of)
    return State("invited", local(invited.issued_at).date())


def sent_booklet(
    booklet: SentBooklet, only: Collection[str] | None = None, *, drafts: Set[tuple[str, str]] = frozenset()
) -> Sent:
    """A sent booklet, section by section, only questions that were reached; where the child stopped is told too.

    `only`: keys of the questions that somebody may see; None means all. `drafts`: booklet and language of the
    translations that no speaker has checked.
    """
    said = {name: line.answer for name, line in booklet.lines.items()}
    walked = walk(booklet.edition.booklet, said, booklet.age)
    shown = {turn.question.key: _answered(booklet, turn.question) for turn in walked.turns}
    on_paper = booklet.source in TYPED
    if walked.waiting is not None and not on_paper:  # a paper booklet may never have asked it
        waiting = walked.waiting
        shown[waiting.key] = Answered(waiting.text, stopped=True, follow_up=bool(waiting.only_if))
    keys = shown.keys() if only is None else shown.keys() & set(only)
    parts = []
    for section in booklet.edition.booklet.sections:
        answers = tuple(shown[question.key] for question in section.questions if question.key in keys)
        if answers:
            parts.append(Part(section.title, answers))
    return Sent(
        conversation_id=booklet.public_id,
        title=booklet.edition.booklet.title,
        edition=booklet.edition.number,
        band=booklet.band,
        sent_at=local(booklet.sent_at),
        parts=tuple(parts),
        changed_at=local(booklet.changed_at) if booklet.changed_at else None,
        helped_by=booklet.helped_by,
        languages=tuple(_spoken_in(booklet, tag, drafts) for tag in booklet.languages),
        read_out=booklet.read_out,
        asked_on=local(booklet.asked_at).date() if booklet.asked_at else None,
        quote=booklet.quote == "yes",
        on_paper=on_paper,
        on_file=local(booklet.on_file_since).date() if booklet.on_file_since else None,
        sent_again=booklet.source == MIXED,
        passing=tuple(Passing(who, len(keys or ())) for who, keys in booklet.shared.items()),
    )


def _spoken_in(booklet: SentBooklet, tag: str, drafts: Set[tuple[str, str]]) -> SpokenIn:
    mine = {language for key, language in drafts if key == booklet.edition.booklet.key}
    return SpokenIn(language_words(tag), booklet.source != IMPORT and is_draft(tag, mine))


def answers_of(replies: Sequence[Reply]) -> tuple[AnswerPage, ...]:
    """What was answered, oldest first."""
    return tuple(
        AnswerPage(each.name, each.words, local(each.written_at), local(each.seen_at) if each.seen_at else None)
        for each in replies
    )


def spoken(sent: Sent) -> tuple[Spoken, ...]:
    """What may be read out: nothing unless the child said yes, then every answer that is not kept back."""
    if sent.read_out != "yes":
        return ()
    return tuple(
        Spoken(part.title, answer)
        for part in sent.parts
        for answer in part.answers
        if answer.given and not answer.kept_back
    )


def _answered(booklet: SentBooklet, question: Question) -> Answered:
    line, final = booklet.lines[question.key], booklet.finals.get(question.key)
    said = line.answer
    picked = said.picked if said else ()
    worded = {option.key: option.text for option in worded_options(question)}
    scale = picked[0] if question.kind == "scale" and picked else ""
    faces = FACES if question.kind == "faces" else frozenset()
    guess = Guess(final.mood, final.themes) if final and final.mood else None
    return Answered(
        question=question.text,
        picks=() if scale else tuple(Pick(worded[key], key if key in faces else "") for key in picked),
        words=said.words if said else "",
        scale=scale,
        people=_guests(said, worded) if said else (),
        drawing=said.drawing if said else "",
        skipped=said is None,
        follow_up=bool(question.only_if),
        kept_back=booklet.read_out == "no" or question.key in booklet.held_back,
        changed_on=_changed_on(booklet, line),
        language="" if line.language == booklet.language else language_words(line.language),
        beside="" if line.helped_by in {"alone", "unknown"} else line.helped_by,
        guess=guess,
        concern=say_why(read_because(final.because)) if final and final.concern else "",
    )


def _guests(said: Answer, worded: Mapping[str, str]) -> tuple[Guests, ...]:
    lists = {
        wish: tuple(worded[each.key] if each.key else each.name for each in said.people if each.wish == wish)
        for wish in WISHES
    }
    return tuple(Guests(wish, names) for wish, names in lists.items() if names)


def _changed_on(booklet: SentBooklet, line: Line) -> dt.date | None:
    return local(line.said_at).date() if line.sequence > booklet.first_sent_sequence else None


def _events(opened: Opened) -> tuple[Event, ...]:
    happened = []
    for invited in opened.invitations:
        happened.append(("invited", invited.issued_at))
        if invited.declined_at:
            happened.append(("declined", invited.declined_at))
    for booklet in opened.booklets:
        moments = {
            "started": booklet.started_at if booklet.source == "screen" else None,
            "sent": booklet.sent_at,
            "changed": booklet.changed_at,
            "read": booklet.read_at,
            "asked": booklet.asked_at,
        }
        happened += [(code, moment) for code, moment in moments.items() if moment]
    events = [Event(code, local(moment)) for code, moment in happened]
    if opened.review.held_on:
        noon = dt.datetime.combine(opened.review.held_on, dt.time(12), dt.UTC)
        events.append(Event("held", local(noon)))
    return tuple(sorted(events, key=lambda event: event.moment))


def _values(opened: Opened) -> dict[str, str]:
    review = opened.review
    return {
        "review_date": review.review_date.isoformat(),
        "held_on": review.held_on.isoformat() if review.held_on else "",
        "participation_code": review.values["participation_code"],
        "seen_beforehand": review.values["seen_beforehand"],
        "chaired": review.values["chaired"],
    }
