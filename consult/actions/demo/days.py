"""The demo's made-up days: each function is something that somebody does, at the moment the clock shows."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random

from consult.actions import entering, filing, inviting, reading, recording, sending, talking
from consult.actions.demo.answers import answer_booklet
from consult.actions.demo.people import OFFICER
from consult.actions.demo.plan import SEED, URGENT, PlannedChild, PlannedReview
from consult.actions.demo.words import AFTERWARDS, READ_TODAY
from consult.actions.demo.words import FROM_11 as WORDS_FROM_11
from consult.actions.demo.words import UNDER_11 as WORDS_UNDER_11
from consult.actions.importing import import_answers, import_reviews
from consult.actions.refusals import Refused
from consult.booklet.answers import Answer
from consult.booklet.kinds import KINDS
from consult.booklet.model import Booklet, Question
from consult.store import editions, invitations
from consult.store.audit import Actor
from consult.store.children import find_child_by_ref
from consult.store.clock import FixedClock
from consult.store.database import Store
from consult.store.reviews import UNDER_11, YOUNGEST, band_for, find_review_on
from consult.store.staff import Staff
from consult.store.visits import VisitKey

ACTOR = Actor("command", "demo")
AVATARS = ("fox", "frog", "bear", "cat", "owl", "rabbit", "robot", "star")
PICTURES = ("sun", "boat", "apple", "fish", "ball", "leaf", "moon", "drum", "key", "house", "umbrella")
Given = list[tuple[Question, Answer | None]]
"""Answers in the order asked; None is a skip."""

COLUMNS = (
    "child_ref",
    "first_name",
    "date_of_birth",
    "review_date",
    "kind",
    "iro",
    "participation_code",
    "held_on",
    "team",
    "home_type",
)


@dataclass
class Days:
    """People of the demo at work. `clock` belongs to `store` and is moved as they go."""

    store: Store
    clock: FixedClock
    officer: Staff
    dice: Random = field(default_factory=lambda: Random(SEED))  # noqa: S311 - a made-up world
    _cards: dict[str, str] = field(default_factory=dict)
    _pictures: dict[str, Sequence[str]] = field(default_factory=dict)

    def bring_in(self, planned: Sequence[tuple[PlannedChild, PlannedReview]]) -> None:
        """The month's reviews from the authority's own system."""
        rows = [
            (who.ref, who.first_name, who.born, one.date, one.kind, OFFICER[0], "", "", who.team, who.home)
            for who, one in planned
        ]
        import_reviews(self.store, self.officer.authority_id, ACTOR, _csv(COLUMNS, rows))

    def invite(self, who: PlannedChild, review: PlannedReview) -> None:
        """The officer invites, and prints the card the first time."""
        review_id = self._review_id(who, review)
        inviting.invite(self.store, self.officer, review_id)
        if who.ref not in self._cards:
            _, self._cards[who.ref] = inviting.show_card(self.store, self.officer, review_id)

    def decline(self, who: PlannedChild, review: PlannedReview) -> None:
        """The child does not want to."""
        visit = self.enter(who)
        talking.decline(self.store, visit, self._invitation(who, review, afterwards=False))
        entering.leave(self.store, visit)

    def start(self, who: PlannedChild, review: PlannedReview) -> None:
        """The child begins, and stops on the way."""
        visit, booklet, given = self._sit_down(who, review)
        self._say(visit, booklet, given[: self.dice.randint(2, 6)])
        entering.leave(self.store, visit)

    def fill(self, who: PlannedChild, review: PlannedReview) -> None:
        """The child says everything and sends it."""
        visit, booklet, given = self._sit_down(who, review)
        self._say(visit, booklet, given)
        held_back = [self.dice.choice(given)[0].key]
        read_out = self.dice.choices(("yes", "some", "no"), (5, 3, 1))[0]
        sending.send(self.store, visit, read_out, held_back, self.dice.choice(("yes", "no")))
        entering.leave(self.store, visit)

    def change(self, who: PlannedChild, review: PlannedReview) -> None:
        """The child thinks again about one answer, and sends once more."""
        visit = self.enter(who)
        talking.open_booklet(self.store, visit, self._invitation(who, review, afterwards=False))
        booklet = self._booklet(review)
        wishes = booklet.find("review_wishes")
        assert wishes is not None
        self._say(visit, booklet, [(wishes, Answer(picked=("advocate",)))])
        sending.send(self.store, visit, "yes", [], "no")
        entering.leave(self.store, visit)

    def feed_back(self, who: PlannedChild, review: PlannedReview) -> None:
        """The child says how the review was."""
        visit = self.enter(who)
        talking.open_booklet(self.store, visit, self._invitation(who, review, afterwards=True))
        booklet = self._booklet_for(inviting.AFTER_REVIEW)
        self._say(visit, booklet, answer_booklet(booklet, review.age, review.mood, AFTERWARDS, self.dice))
        sending.send(self.store, visit, "", [], "")
        entering.leave(self.store, visit)

    def bring_in_paper(self, who: PlannedChild, review: PlannedReview) -> None:
        """A booklet filled on paper is typed in."""
        booklet = self._booklet(review)
        today = self.clock.today()
        rows = [
            (who.ref, review.date, booklet.key, question.key, _cell(said), today, "carer")
            for question, said in self._answers(review, booklet)
            if question.kind != "drawing"  # stays on its paper
        ]
        columns = ("child_ref", "review_date", "booklet", "question", "answer", "submitted_on", "helped_by")
        import_answers(self.store, self.officer.authority_id, ACTOR, _csv(columns, rows))

    def read(self, who: PlannedChild, review: PlannedReview) -> None:
        """The officer reads what was sent."""
        reading.read_review(self.store, self.officer, self._review_id(who, review))

    def hold(self, who: PlannedChild, review: PlannedReview) -> None:
        """The review takes place, and what was sent for it goes on the child's file."""
        assert review.held_on is not None
        seen = self.dice.choice(("alone", "alone", "with_others", "virtual", "no")) if review.age >= YOUNGEST else ""
        chaired = self.dice.choices(("no", "co", "yes"), (8, 2, 1))[0] if review.age >= 11 else ""
        held = recording.Held(review.held_on, review.code, seen, chaired)
        recording.hold_review(self.store, self.officer, self._review_id(who, review), held)
        with suppress(Refused):  # nothing was sent
            filing.file_review(self.store, self.officer, self._review_id(who, review))

    def _say(self, visit: VisitKey, booklet: Booklet, given: Given) -> None:
        for question, said in given:
            self.clock.moment += dt.timedelta(seconds=20)
            place, form_key = booklet.questions.index(question) + 1, f"demo-{self.clock.moment.timestamp():.0f}"
            if said is None:
                talking.skip(self.store, visit, place, form_key)
            else:
                talking.answer(self.store, visit, place, KINDS[question.kind].fill(question, said), form_key)

    def _sit_down(self, who: PlannedChild, review: PlannedReview) -> tuple[VisitKey, Booklet, Given]:
        visit = self.enter(who)
        talking.open_booklet(self.store, visit, self._invitation(who, review, afterwards=False))
        booklet = self._booklet(review)
        return visit, booklet, self._answers(review, booklet)

    def _answers(self, review: PlannedReview, booklet: Booklet) -> Given:
        band = band_for(review.age)
        settled = {}
        if review.outcome == URGENT:
            question, said = READ_TODAY[band]
            settled = {"feel_safe": Answer(picked=("no",)), question: Answer(words=said)}
        words = WORDS_UNDER_11 if band == UNDER_11 else WORDS_FROM_11
        return answer_booklet(booklet, review.age, review.mood, words, self.dice, settled)

    def enter(self, who: PlannedChild) -> VisitKey:
        """The child comes in with the card and the secret pictures."""
        visit = entering.enter_with_card(self.store, self._cards[who.ref])
        if who.ref in self._pictures:
            return entering.enter_pictures(self.store, visit, self._pictures[who.ref])
        entering.choose_avatar(self.store, visit, self.dice.choice(AVATARS))
        self._pictures[who.ref] = self.dice.sample(PICTURES, 3)
        return entering.choose_pictures(self.store, visit, self._pictures[who.ref])

    def _booklet(self, review: PlannedReview) -> Booklet:
        return self._booklet_for("child" if band_for(review.age) == UNDER_11 else "young_person")

    def _booklet_for(self, audience: str) -> Booklet:
        with self.store.reading(self.officer.authority_id) as tx:
            edition = editions.find_newest_for(tx, audience)
        assert edition is not None
        return edition.booklet

    def _review_id(self, who: PlannedChild, review: PlannedReview) -> str:
        with self.store.reading(self.officer.authority_id) as tx:
            child = find_child_by_ref(tx, who.ref)
            found = child and find_review_on(tx, child.id, review.date)
        assert found
        return found.public_id

    def _invitation(self, who: PlannedChild, review: PlannedReview, *, afterwards: bool) -> str:
        with self.store.reading(self.officer.authority_id) as tx:
            child = find_child_by_ref(tx, who.ref)
            assert child is not None
            return next(
                each.public_id
                for each in invitations.list_invitations_of_child(tx, child.id)
                if each.review_day == review.date and (each.audience == inviting.AFTER_REVIEW) == afterwards
            )


def _cell(said: Answer | None) -> str:
    if said is None:
        return ""
    if said.people:
        return "|".join(f"{each.key or f'other:{each.name}'}:{each.wish}" for each in said.people)
    own = (f"other:{said.words}",) if said.picked and said.words else (said.words,) if said.words else ()
    return "|".join((*said.picked, *own))


def _csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()
