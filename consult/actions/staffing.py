"""Adding people who work here."""

from collections.abc import Iterable

from consult.store import reviews, staff
from consult.store.audit import Actor, add_audit
from consult.store.database import Store
from consult.store.staff import Staff


def add_staff(
    store: Store, authority_id: int, actor: Actor, email: str, name: str, roles: Iterable[str], password_hash: str
) -> Staff:
    """A new person, who gets the reviews imported under their e-mail or name."""
    with store.writing(authority_id) as tx:
        added = staff.add_staff(tx, email, name, roles, password_hash)
        reviews.adopt_reviews(tx, added.id, added.email, added.name)
        add_audit(tx, actor, "add_staff", "staff", added.public_id)
        return added
