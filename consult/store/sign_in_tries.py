"""Wrong tries, counted in the database so that all processes count together, and what may be used only once."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from consult.store.database import Store, Transaction
from consult.store.tables import sign_in_try, spent

KEPT = dt.timedelta(hours=24)
"""No limit looks back further."""


def count_tries(tx: Transaction, subject: str, window: dt.timedelta) -> int:
    """How many wrong tries of this subject lie within the window."""
    wanted = select(func.count()).where(
        sign_in_try.c.subject_hash == _hash(tx, subject), sign_in_try.c.at > tx.now - window
    )
    return int(tx.connection.execute(wanted).scalar_one())


def add_tries(tx: Transaction, subjects: Iterable[str]) -> None:
    """One more wrong try of each; those that no limit counts any more go."""
    tx.connection.execute(delete(sign_in_try).where(sign_in_try.c.at < tx.now - KEPT))
    rows = [{"subject_hash": _hash(tx, subject), "at": tx.now} for subject in subjects]
    tx.connection.execute(insert(sign_in_try), rows)


def drop_tries(tx: Transaction, subject: str) -> None:
    """It was right this time."""
    tx.connection.execute(delete(sign_in_try).where(sign_in_try.c.subject_hash == _hash(tx, subject)))


def spend(store: Store, value: str, lasts: dt.timedelta) -> bool:
    """Use something that may be used once; False when it was used already. `lasts`: how long it could be replayed."""
    try:
        with store.writing(0) as tx:
            tx.connection.execute(delete(spent).where(spent.c.until < tx.now))
            row = {"value_hash": _hash(tx, f"spent:{value}"), "until": tx.now + lasts}
            tx.connection.execute(insert(spent), row)
    except IntegrityError:
        return False
    return True


def _hash(tx: Transaction, subject: str) -> bytes:
    return tx.keyring.visits.mac(f"try:{subject}")
