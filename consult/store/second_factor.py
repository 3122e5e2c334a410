"""What proves staff beside their password: the secret of an app's codes (sealed), recovery codes and links (hashed)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, or_, select, update

from consult.store.database import Store, Transaction
from consult.store.ids import make_token
from consult.store.staff import Staff
from consult.store.tables import staff

LINK_LASTS = dt.timedelta(hours=72)
EVERYTHING, PASSWORD = "all", "password"
"""What a link is for: password and second factor, or the password alone."""


@dataclass(frozen=True, slots=True)
class Codes:
    """The secrets of one person, opened: the app's, the one about to be set up, the last half minute used."""

    secret: str
    next_secret: str
    used_to: int | None
    recovery_hashes: str


@dataclass(frozen=True, slots=True)
class Linked:
    """Whose a link is, and what it is for."""

    staff: Staff
    purpose: str


_CODES = select(
    staff.c.public_id,
    staff.c.codes_sealed,
    staff.c.codes_next_sealed,
    staff.c.codes_used_to,
    staff.c.recovery_hashes,
).where(staff.c.authority_id == bindparam("authority"), staff.c.id == bindparam("staff"))
_LINKED = select(
    staff.c.id, staff.c.authority_id, staff.c.public_id, staff.c.email, staff.c.name, staff.c.link_for
).where(
    staff.c.link_hash == bindparam("hashed"),
    staff.c.link_until > bindparam("now"),
    staff.c.active.is_(True),
)


def fetch_codes(tx: Transaction, staff_id: int) -> Codes:
    """What this person's codes are checked with; blank secrets where nothing is set up."""
    row = tx.first(_CODES, staff=staff_id)
    assert row is not None
    return Codes(
        _open(tx, row.codes_sealed, row.public_id),
        _open(tx, row.codes_next_sealed, row.public_id),
        row.codes_used_to,
        row.recovery_hashes,
    )


def keep_next_secret(tx: Transaction, who: Staff, secret: str) -> None:
    """The secret that an app is about to be given; it opens nothing before a code of it was typed."""
    _run(tx, who, codes_next_sealed=_seal(tx, secret, who.public_id))


def keep_secret(tx: Transaction, who: Staff, secret: str, used_to: int | None) -> None:
    """From now on codes of this secret count."""
    _run(tx, who, codes_sealed=_seal(tx, secret, who.public_id), codes_next_sealed=None, codes_used_to=used_to)


def use_code(tx: Transaction, who: Staff, used_to: int) -> bool:
    """No code of this half minute or an earlier one counts again; False where somebody was quicker."""
    earlier = or_(staff.c.codes_used_to.is_(None), staff.c.codes_used_to < used_to)
    return _run(tx, who, earlier, codes_used_to=used_to)


def keep_recovery_codes(tx: Transaction, who: Staff, codes: Iterable[str]) -> None:
    """These and no earlier ones; only hashes are kept."""
    _run(tx, who, recovery_hashes=" ".join(hash_recovery_code(tx, who, code) for code in codes))


def use_recovery_code(tx: Transaction, who: Staff, code: str) -> bool:
    """Whether this is a recovery code of theirs; it never counts again."""
    held = fetch_codes(tx, who.id).recovery_hashes
    hashed = hash_recovery_code(tx, who, code)
    left = " ".join(each for each in held.split() if each != hashed)
    return left != held and _run(tx, who, staff.c.recovery_hashes == held, recovery_hashes=left)


def hash_recovery_code(tx: Transaction, who: Staff, code: str) -> str:
    """The keyed hash of a recovery code (120 random bits), in hex."""
    return tx.keyring.visits.mac(f"recovery:{who.public_id}:{code}").hex()


def forget_second_factor(tx: Transaction, who: Staff) -> None:
    """Neither app nor recovery codes any more."""
    _run(tx, who, codes_sealed=None, codes_next_sealed=None, codes_used_to=None, recovery_hashes="")


def make_link(tx: Transaction, who: Staff, purpose: str) -> str:
    """A one-use token that lasts for LINK_LASTS, in place of any earlier one; only its hash is kept."""
    token = make_token()
    _run(tx, who, link_hash=_hash_link(tx, token), link_for=purpose, link_until=tx.now + LINK_LASTS)
    return token


def use_link(tx: Transaction, who: Staff, token: str) -> bool:
    """Whether this is their link; it never counts again."""
    mine = (staff.c.link_hash == _hash_link(tx, token)) & (staff.c.link_until > tx.now)
    return _run(tx, who, mine, link_hash=None, link_for="", link_until=None)


def drop_link(tx: Transaction, who: Staff) -> None:
    """No link of theirs counts any more."""
    _run(tx, who, link_hash=None, link_for="", link_until=None)


def find_linked(store: Store, token: str) -> Linked | None:
    """Whose one-use link this is; None when used, replaced, too old, or theirs who are switched off."""
    with store.reading(0) as tx:
        row = tx.connection.execute(_LINKED, {"hashed": _hash_link(tx, token), "now": tx.now}).first()
    return Linked(Staff(row.id, row.authority_id, row.public_id, row.email, row.name), row.link_for) if row else None


def find_identity(connection: Connection, issuer: str, subject: str) -> tuple[Staff, bool] | None:
    """Who comes by this identity of their organisation, and whether they are switched on."""
    wanted = select(staff.c.id, staff.c.authority_id, staff.c.public_id, staff.c.email, staff.c.name, staff.c.active)
    row = connection.execute(wanted.where(staff.c.issuer == issuer, staff.c.subject == subject)).first()
    return (Staff(*row[:5]), row.active) if row else None


def keep_identity(tx: Transaction, who: Staff, issuer: str | None, subject: str | None) -> None:
    """This person signs in through their organisation under this subject; None for not any more."""
    _run(tx, who, issuer=issuer, subject=subject)


def _run(tx: Transaction, who: Staff, *only_if: ColumnElement[bool], **values: Any) -> bool:
    mine = (staff.c.authority_id == tx.authority_id, staff.c.id == who.id, *only_if)
    return bool(tx.connection.execute(update(staff).where(*mine).values(**values)).rowcount)


def _hash_link(tx: Transaction, token: str) -> bytes:
    return tx.keyring.visits.mac(f"link:{token}")


def _seal(tx: Transaction, secret: str, public_id: str) -> bytes:
    return tx.key.seal(secret, f"staff:{public_id}:codes")


def _open(tx: Transaction, sealed: bytes | None, public_id: str) -> str:
    return "" if sealed is None else tx.key.open(sealed, f"staff:{public_id}:codes")
