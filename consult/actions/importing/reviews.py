"""Importing reviews: what the file says takes the place of what was kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from consult.actions.importing.faults import Fault, Faulty, Imported
from consult.actions.importing.review_rows import ReviewRow, read_reviews
from consult.actions.inviting import invite_afterwards
from consult.store import children, reviews, staff
from consult.store.audit import Actor, add_audit
from consult.store.authorities import fetch_authority
from consult.store.children import Child
from consult.store.database import Store, Transaction
from consult.store.reviews import Review


def import_reviews(store: Store, authority_id: int, actor: Actor, content: str | bytes) -> Imported:
    """Children and reviews of a CSV file (docs/imports.md), all or nothing. Raises Faulty with every fault."""
    rows = read_reviews(content, store.clock.today())
    with store.writing(authority_id) as tx:
        known = _Known(tx, rows)
        faults = [*known.faults()]
        if faults:
            raise Faulty(faults)
        imported = _Saving(tx, known).save(rows)
        counts = {"new": imported.new, "changed": imported.changed, "as_before": imported.as_before}
        add_audit(tx, actor, "import_reviews", "authority", fetch_authority(tx).key, **counts)
        return imported


class _Known:
    """What is kept already about the children and reviews of a file."""

    def __init__(self, tx: Transaction, rows: Sequence[ReviewRow]) -> None:
        self._rows = rows
        self.children = children.list_children(tx, {row.child_ref for row in rows})
        ids, refs = {each.id for each in self.children.values()}, {row.ref for row in rows if row.ref}
        kept = reviews.list_reviews(tx, ids, refs)
        self._by_ref = {each.ref: each for each in kept if each.ref}
        self._by_day = {(each.child_id, each.review_date): each for each in kept}
        dates = {row.ref: row.review_date for row in rows if row.ref}
        self._moving = {
            each.id for ref, each in self._by_ref.items() if dates.get(ref, each.review_date) != each.review_date
        }

    def find(self, row: ReviewRow) -> Review | None:
        """The review that this row is about; None for a new one."""
        by_ref = self._by_ref.get(row.ref) if row.ref else None
        if by_ref is not None:
            return by_ref
        there = self._on_day(row)
        # A day that another row moves away from is free for a new review.
        return None if there is None or there.id in self._moving else there

    def faults(self) -> Iterator[Fault]:
        """Where the file contradicts what is kept."""
        rows_of: dict[int, int] = {}
        for row in self._rows:
            child, found = self.children.get(row.child_ref), self.find(row)
            if child is not None and child.date_of_birth != row.date_of_birth:
                yield Fault(row.number, "date_of_birth", "This child is known with another date of birth.")
            if found is None:
                continue
            first = rows_of.setdefault(found.id, row.number)
            there = self._on_day(row)
            if first != row.number:
                yield Fault(row.number, "review_ref", f"Row {first} is about the same review.")
            elif child is None or found.child_id != child.id:
                yield Fault(row.number, "review_ref", "This reference belongs to a review of another child.")
            elif row.ref and found.ref and found.ref != row.ref:
                yield Fault(row.number, "review_ref", "This review is known under another reference.")
            elif there is not None and there.id != found.id:
                yield Fault(row.number, "review_date", "The child has another review on this day.")

    def _on_day(self, row: ReviewRow) -> Review | None:
        child = self.children.get(row.child_ref)
        return self._by_day.get((child.id, row.review_date)) if child else None


@dataclass
class _Saving:
    """Writes the rows of a sound file."""

    tx: Transaction
    known: _Known

    def save(self, rows: Sequence[ReviewRow]) -> Imported:
        """Changes first, so that days are free for what is new."""
        renamed = self._save_children(rows)
        officers = {written: self._officer(written) for written in {row.iro for row in rows}}
        found = [(row, self.known.find(row)) for row in rows]
        new = changed = 0
        for row, before in found:
            if before is not None:
                values = self._changes(row, before, self._values(row) | officers[row.iro])
                changed += bool(values) or row.child_ref in renamed
                self._change(before, row, values)
        for row, before in found:
            if before is None:
                values = self._values(row) | officers[row.iro]
                reviews.add_review(self.tx, self.known.children[row.child_ref].id, row.date_of_birth, values)
                new += 1
        return Imported(new, changed, len(rows) - new - changed)

    def _save_children(self, rows: Sequence[ReviewRow]) -> set[str]:
        """Add and rename; the references of those renamed. Of several names in one file the last row's stands."""
        renamed = set()
        last = {row.child_ref: row for row in rows}
        for ref, row in last.items():
            kept = self.known.children.get(ref)
            if kept is None:
                self.known.children[ref] = children.add_child(self.tx, ref, row.first_name, row.date_of_birth)
            elif kept.first_name != row.first_name:
                children.change_first_name(self.tx, kept, row.first_name)
                renamed.add(ref)
        return renamed

    def _officer(self, written: str) -> dict[str, Any]:
        """A blank officer leaves the review with whoever has it: nobody's review is read by nobody."""
        if not written:
            return {}
        written = written.lower() if "@" in written else written
        person = staff.find_staff_written(self.tx, written)
        if person is not None:
            return {"officer_id": person.id}
        return {"officer_id": None, "officer_as_written": written}

    def _values(self, row: ReviewRow) -> dict[str, Any]:
        values = row.values | {"review_date": row.review_date}
        return values | {"ref": row.ref} if row.ref else values

    def _changes(self, row: ReviewRow, before: Review, values: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in values.items() if _kept(before, name) != value}

    def _change(self, before: Review, row: ReviewRow, values: dict[str, Any]) -> None:
        if not values:
            return
        reviews.change_review(self.tx, before, row.date_of_birth, values)
        if before.held_on is None and values.get("held_on"):
            after = reviews.find_review(self.tx, before.public_id)
            if after is not None:
                invite_afterwards(self.tx, after, self._child(row))

    def _child(self, row: ReviewRow) -> Child:
        return self.known.children[row.child_ref]


def _kept(before: Review, name: str) -> Any:
    return before.values[name] if name in before.values else getattr(before, name)
