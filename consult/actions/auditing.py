"""The audit, read and checked by the auditor; both leave a row themselves."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from consult.actions.break_glass import OPENED
from consult.actions.scope import actor
from consult.actions.verifying import verify_audit
from consult.store import broken_glass
from consult.store.audit import Chain, add_audit
from consult.store.audit_trail import Entry, Wanted, list_entries
from consult.store.database import Store
from consult.store.staff import Staff

A_PAGE = 50
STANDS_OUT = dt.timedelta(days=28)
"""So long a reading behind the glass stands on top."""
MOST_ON_TOP = 10


@dataclass(frozen=True, slots=True)
class Trail:
    """A page of the audit. `more`: older rows fit too. `glass`: children's words read outside the usual roles lately,
    on the first page without a choice only."""

    entries: Sequence[Entry]
    more: bool
    glass: Sequence[Entry]


def read_audit(store: Store, auditor: Staff, wanted: Wanted) -> Trail:
    """The newest rows that fit, A_PAGE of them. Leaves one row, which is not on this page."""
    with store.reading(auditor.authority_id) as tx:
        entries = list_entries(tx, wanted, A_PAGE + 1)
        behind_glass = Wanted(deed=OPENED, since=tx.now - STANDS_OUT)
        glass = [] if wanted != Wanted() else list_entries(tx, behind_glass, MOST_ON_TOP)
        is_broken = any(each.deed == OPENED for each in (*entries, *glass))
        reasons = dict(broken_glass.list_reasons(tx)) if is_broken else {}
    chosen: dict[str, str | int] = {
        "who": wanted.actor or wanted.actor_kind,
        "what": wanted.deed,
        "day": wanted.day.isoformat() if wanted.day else "",
        "before": wanted.before,
    }
    detail = {name: value for name, value in chosen.items() if value}
    # Written apart: a search through many rows would hold up every child's answer on SQLite.
    with store.writing(auditor.authority_id) as tx:
        add_audit(tx, actor(auditor), "read_audit", "authority", "audit", **detail)
    return Trail(
        [_with_reason(each, reasons) for each in entries[:A_PAGE]],
        len(entries) > A_PAGE,
        [_with_reason(each, reasons) for each in glass],
    )


def check_audit(store: Store, auditor: Staff, noted: str = "") -> Chain:
    """Whether every row is as it was written. `noted`: a head that was written down earlier, else blank."""
    chain = verify_audit(store, auditor.authority_id, noted)
    with store.writing(auditor.authority_id) as tx:
        add_audit(tx, actor(auditor), "check_audit", "authority", "audit", rows=chain.rows, broken=chain.broken or 0)
    return chain


def _with_reason(entry: Entry, reasons: Mapping[str, str]) -> Entry:
    """The reason is kept sealed, beside the audit: it may name somebody."""
    if entry.deed != OPENED:
        return entry
    return replace(entry, detail={**entry.detail, "reason": reasons.get(entry.detail.get("opening", ""), "")})
