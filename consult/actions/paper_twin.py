"""Any booklet on paper: printed for a child or blank, in English or in a language it is translated into."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from consult.actions.anytime import ANYTIME, FIRST
from consult.actions.inviting import AFTER_REVIEW
from consult.actions.refusals import NotThere, Refused
from consult.actions.scope import actor, fetch_own_review
from consult.actions.sending import BEFORE_REVIEW
from consult.booklet.model import Booklet
from consult.store import editions, invitations, on_file
from consult.store.audit import add_audit
from consult.store.authorities import Contact, fetch_authority
from consult.store.children import Child
from consult.store.database import Store, Transaction
from consult.store.editions import Edition
from consult.store.languages import ENGLISH, fetch_languages
from consult.store.on_file import PAPER
from consult.store.reviews import UNDER_11, YOUNGEST, Review, age_on, band_for
from consult.store.staff import Staff
from consult.store.translations import list_drafts, list_translated, translated

FOR_CHILDREN = BEFORE_REVIEW | {AFTER_REVIEW, ANYTIME}
"""Audiences of booklets that can be keyed in again: only these are printed."""


@dataclass(frozen=True, slots=True)
class Wording:
    """An edition in one language. `booklet`: so worded; `languages`: which it can be had in, English first.

    `drafts`: booklet and language of the translations that no speaker has checked.
    """

    edition: Edition
    booklet: Booklet
    language: str = ENGLISH
    languages: Sequence[str] = (ENGLISH,)
    drafts: Set[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Twin:
    """A child's booklet to print or to key in. `age`: on the review's day, of a booklet for any time today's.

    `choice`: every edition it could be, the newest of each first.
    """

    review: Review
    child: Child
    age: int
    wording: Wording
    contact: Contact
    choice: Sequence[Edition]

    @property
    def edition(self) -> Edition:
        """What is printed, in English."""
        return self.wording.edition

    @property
    def anytime(self) -> bool:
        """Whether it belongs to no review, but to the child."""
        return self.edition.booklet.audience == ANYTIME

    @property
    def band(self) -> str:
        """The band of that age."""
        return band_for(self.age)

    @property
    def code_of(self) -> str:
        """The public id that the code at the foot is worked from: the review's, of a booklet for any time the child's.

        With booklet and edition beside it that is enough to file it.
        """
        return self.child.public_id if self.anytime else self.review.public_id


def print_paper(
    store: Store, officer: Staff, review_id: str, booklet: str = "", number: int = 0, language: str = ""
) -> Twin:
    """A child's booklet for the printer; blank and 0: the one invited to, in the child's language where there is it.

    Raises NotThere, also for a language that is not turned on; Refused as `find_twin`.
    """
    with store.writing(officer.authority_id) as tx:
        twin = find_twin(tx, officer, review_id, booklet, number, language)
        name, edition = twin.edition.booklet.key, twin.edition.number
        detail = {} if twin.wording.language == ENGLISH else {"language": twin.wording.language}
        add_audit(tx, actor(officer), "print_paper", "review", review_id, booklet=name, edition=edition, **detail)
        return twin


def find_twin(
    tx: Transaction,
    officer: Staff,
    review_id: str,
    booklet: str,
    number: int,
    language: str,
    *,
    printed_before: bool = False,
) -> Twin:
    """The review with this edition, or with the one that fits it. Raises NotThere; Refused too_young, no_booklet.

    `printed_before`: languages that have been turned off since count too.
    """
    review, who = fetch_own_review(tx, officer, review_id)
    choice = _printable(tx)
    edition = next((each for each in choice if (each.booklet.key, each.number) == (booklet, number)), None)
    if booklet and edition is None:
        raise NotThere
    is_anytime = edition is not None and edition.booklet.audience == ANYTIME
    age = age_on(tx.today, who.date_of_birth) if is_anytime else review.age
    if age < YOUNGEST:
        raise Refused("too_young")
    wording = _word(tx, edition or _fitting(tx, review), language, who.language, printed_before=printed_before)
    return Twin(review, who, age, wording, fetch_authority(tx).contact, choice)


def list_papers(store: Store, officer: Staff, review_id: str) -> tuple[Review, Child, Sequence[Edition]]:
    """A review, its child, and the newest edition of every booklet to print or key in. Raises NotThere."""
    with store.reading(officer.authority_id) as tx:
        review, who = fetch_own_review(tx, officer, review_id)
        newest = {each.booklet.key: each for each in reversed(_printable(tx))}
        return review, who, sorted(newest.values(), key=_place)


def fetch_blank(store: Store, officer: Staff, booklet: str, number: int, language: str = "") -> tuple[Wording, Contact]:
    """An edition without a child, and what it says about whom to ask. Raises NotThere."""
    with store.reading(officer.authority_id) as tx:
        edition = editions.find_numbered(tx, booklet, number)
        if edition is None or edition.booklet.audience not in FOR_CHILDREN:
            raise NotThere
        return _word(tx, edition, language, ENGLISH), fetch_authority(tx).contact


def list_blanks(store: Store, officer: Staff) -> Sequence[Edition]:
    """Every edition that can be printed, the newest of each booklet first."""
    with store.reading(officer.authority_id) as tx:
        return sorted(_printable(tx), key=_place)


def _printable(tx: Transaction) -> list[Edition]:
    return [each for each in reversed(editions.list_editions(tx)) if each.booklet.audience in FOR_CHILDREN]


def _place(edition: Edition) -> tuple[bool, int, str, int]:
    """Booklets of a review first, then those for any time, as children see them."""
    key = edition.booklet.key
    order = FIRST.index(key) if key in FIRST else len(FIRST)
    return edition.booklet.audience == ANYTIME, order, key, -edition.number


def _word(tx: Transaction, edition: Edition, asked: str, childs: str, *, printed_before: bool = False) -> Wording:
    key = edition.booklet.key
    there = list_translated(tx, key)
    turned_on = there & set(fetch_languages(tx))
    languages = (ENGLISH, *sorted(there if printed_before else turned_on))
    if asked and asked not in languages:
        raise NotThere
    language = asked or (childs if childs in turned_on else ENGLISH)
    drafts = list_drafts(tx) if len(languages) > 1 else frozenset[tuple[str, str]]()
    return Wording(edition, translated(tx, edition, language), language, languages, drafts)


def _fitting(tx: Transaction, review: Review) -> Edition:
    """What was typed in for it before, else what the child is invited to, else the newest for the band."""
    for typed in on_file.list_booklets_of_review(tx, review.id):
        if typed.source == PAPER and typed.audience in BEFORE_REVIEW:
            return editions.fetch_edition(tx, typed.edition_id)
    for invited in invitations.list_invitations_of_review(tx, review.id):
        if invited.audience in BEFORE_REVIEW:
            return editions.fetch_edition(tx, invited.edition_id)
    newest = editions.find_newest_for(tx, "child" if review.band == UNDER_11 else "young_person")
    if newest is None:
        raise Refused("no_booklet")
    return newest
