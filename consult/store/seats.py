"""A seat: who sits at the tablet, in which conversation. One statement a request."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, exists, select

from consult.store import visits
from consult.store.authorities import Contact
from consult.store.children import Looks, child_key, open_date_of_birth, open_first_name
from consult.store.database import AnyRow, Transaction
from consult.store.languages import ENGLISH, read_languages
from consult.store.officers import officer_now
from consult.store.reviews import age_on, band_for, review_key
from consult.store.sealing import Key
from consult.store.tables import authority, child, conversation, recording, review, staff, visit


@dataclass(frozen=True, slots=True)
class Seat:
    """A child's visit, begun at `since`. `fresh`: not idle too long, so pages may be shown; `talk` once one is open.

    `officer`: name of the one who looks after the child now.
    """

    visit_id: int
    since: dt.datetime
    stage: str
    fresh: bool
    due_touch: bool
    child_id: int
    child_public_id: str
    first_name: str
    avatar: str
    has_pictures: bool
    wrong_pictures: int
    paused_until: dt.datetime | None
    contact: Contact
    helper: str
    hides_past: bool
    language: str
    languages: tuple[str, ...]
    looks: Looks
    band: str
    officer: str
    has_recordings: bool
    talk: "Talk | None"

    @property
    def speaks(self) -> str:
        """Language of this child's pages: the chosen one while the authority has it turned on, else English."""
        return self.language if self.language in self.languages else ENGLISH

    @property
    def has_helper(self) -> bool:
        """Whether somebody sits beside the child."""
        return self.helper not in {"", "alone"}

    @property
    def shows_past(self) -> bool:
        """Whether what was said before may be shown at this seat."""
        return not self.hides_past and not self.has_helper


@dataclass(frozen=True, slots=True)
class Talk:
    """The conversation at this seat."""

    id: int
    public_id: str
    edition_id: int
    audience: str
    source: str
    review_id: int | None
    review_day: dt.date | None
    held_on: dt.date | None
    age: int
    band: str
    officer: str
    language: str
    read_out: str
    held_back: str
    shared: str
    quote: str
    helped_by: str
    sent_at: dt.datetime | None
    changed_at: dt.datetime | None
    sent_sequence: int
    drafts_sealed: bytes | None
    key: Key


_own_officer = staff.alias("own")
_VISIT = (
    select(
        visit.c.id.label("visit_id"),
        visit.c.stage,
        visit.c.started_at,
        visit.c.seen_at,
        child.c.id.label("child_id"),
        child.c.public_id.label("child_public_id"),
        child.c.wrapped_key.label("child_wrapped_key"),
        child.c.first_name_sealed,
        child.c.avatar,
        child.c.pictures_mac,
        child.c.wrong_pictures,
        child.c.paused_until,
        child.c.date_of_birth_sealed,
        child.c.language.label("child_language"),
        child.c.look,
        child.c.text_size,
        child.c.words_only,
        child.c.pictures_off,
        visit.c.helper,
        visit.c.hides_past,
        authority.c.officer_title,
        authority.c.out_of_hours_phone,
        authority.c.cover_name,
        authority.c.cover_phone,
        authority.c.languages,
        conversation.c.id.label("conversation_id"),
        conversation.c.public_id,
        conversation.c.edition_id,
        conversation.c.audience,
        conversation.c.source,
        conversation.c.language,
        conversation.c.read_out,
        conversation.c.held_back,
        conversation.c.shared,
        conversation.c.quote,
        conversation.c.helped_by,
        conversation.c.sent_at,
        conversation.c.changed_at,
        conversation.c.sent_sequence,
        conversation.c.drafts_sealed,
        conversation.c.forgotten_at,
        review.c.id.label("review_id"),
        review.c.public_id.label("review_public_id"),
        review.c.wrapped_key.label("review_wrapped_key"),
        review.c.day,
        review.c.held_on,
        review.c.age,
        review.c.band,
        staff.c.name.label("officer"),
        _own_officer.c.name.label("own_officer"),
        exists().where(recording.c.authority_id == bindparam("authority")).label("has_recordings"),
    )
    .join(child, child.c.id == visit.c.child_id)
    .join(authority, authority.c.id == visit.c.authority_id)
    .join(_own_officer, _own_officer.c.id == officer_now, isouter=True)
    .where(visit.c.authority_id == bindparam("authority"))
)


def _in_conversation(conversation_id: ColumnElement[int]) -> Select[*tuple[Any, ...]]:
    return (
        _VISIT.join(conversation, conversation.c.id == conversation_id, isouter=True)
        .join(review, review.c.id == conversation.c.review_id, isouter=True)
        .join(staff, staff.c.id == review.c.officer_id, isouter=True)
    )


_SEAT = _in_conversation(visit.c.conversation_id).where(
    visit.c.token_hash == bindparam("hashed"), visit.c.ended_at.is_(None)
)
_LEFT = _in_conversation(bindparam("conversation")).where(visit.c.id == bindparam("visit"))
_LOCK = (
    select(conversation.c.id)
    .join(visit, visit.c.conversation_id == conversation.c.id)
    .where(conversation.c.authority_id == bindparam("authority"), visit.c.token_hash == bindparam("hashed"))
    .with_for_update(of=conversation)
)


def find_seat(tx: Transaction, token: str, *, to_write: bool = False) -> Seat | None:
    """The seat behind a cookie's token; None once ended or idle past saving.

    `to_write` queues writers of one conversation behind each other (PostgreSQL; SQLite has one writer).
    """
    hashed = tx.keyring.visits.mac(token)
    if to_write and tx.connection.dialect.name != "sqlite":
        tx.run(_LOCK, hashed=hashed)
    row = tx.first(_SEAT, hashed=hashed)
    if row is None or tx.now - row.seen_at > visits.LATE:
        return None
    return _open(tx, row)


def fetch_seat_left(tx: Transaction, visit_id: int, conversation_id: int) -> Seat:
    """The seat as it was in a visit that may be over, with the conversation that was open at that time."""
    return _open(tx, tx.run(_LEFT, visit=visit_id, conversation=conversation_id).one())


def _open(tx: Transaction, row: AnyRow) -> Seat:
    idle = tx.now - row.seen_at
    return Seat(
        visit_id=row.visit_id,
        since=row.started_at,
        stage=row.stage,
        fresh=idle <= visits.IDLE[row.stage],
        due_touch=idle >= visits.TOUCH,
        child_id=row.child_id,
        child_public_id=row.child_public_id,
        first_name=open_first_name(tx, row),
        avatar=row.avatar,
        has_pictures=row.pictures_mac is not None,
        wrong_pictures=row.wrong_pictures,
        paused_until=row.paused_until,
        contact=Contact(row.officer_title, row.out_of_hours_phone, row.cover_name, row.cover_phone),
        helper=row.helper,
        hides_past=row.hides_past,
        language=row.child_language,
        languages=read_languages(row.languages),
        looks=Looks(row.look, row.text_size, row.words_only, row.pictures_off),
        band=band_for(_age_today(tx, row)),
        officer=row.own_officer or "",
        has_recordings=row.has_recordings,
        talk=_open_talk(tx, row) if row.conversation_id and not _is_forgotten(row) else None,
    )


def _age_today(tx: Transaction, row: AnyRow) -> int:
    return age_on(tx.today, open_date_of_birth(tx, row))


def _is_forgotten(row: AnyRow) -> bool:
    """Its words are gone, or the key of its review: nobody sits down to it any more."""
    return row.forgotten_at is not None or (row.review_id is not None and not row.review_wrapped_key)


def _open_talk(tx: Transaction, row: AnyRow) -> Talk:
    if row.review_id is None:  # said at any time: sealed with the child's key, the age is today's
        key, officer = child_key(tx, row), row.own_officer
        age = _age_today(tx, row)
        band = band_for(age)
    else:
        key, officer, age, band = review_key(tx, row), row.officer, row.age, row.band
    return Talk(
        id=row.conversation_id,
        public_id=row.public_id,
        edition_id=row.edition_id,
        audience=row.audience,
        source=row.source,
        review_id=row.review_id,
        review_day=row.day,
        held_on=row.held_on,
        age=age,
        band=band,
        officer=officer or "",
        language=row.language,
        read_out=row.read_out,
        held_back=row.held_back,
        shared=row.shared,
        quote=row.quote,
        helped_by=row.helped_by,
        sent_at=row.sent_at,
        changed_at=row.changed_at,
        sent_sequence=row.sent_sequence,
        drafts_sealed=row.drafts_sealed,
        key=key,
    )
