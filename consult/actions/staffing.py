"""The people who work here: added, given other roles, switched off, reset. Each ends what they had open."""

from collections.abc import Iterable

from consult.actions.refusals import NotThere, Refused
from consult.store import reviews, second_factor, staff, visits
from consult.store.audit import Actor, add_audit
from consult.store.database import Store, Transaction
from consult.store.passkeys import drop_passkeys
from consult.store.second_factor import EVERYTHING, PASSWORD
from consult.store.staff import ROLES, Staff

ADMINISTRATOR = "administrator"


def add_staff(
    store: Store, authority_id: int, actor: Actor, email: str, name: str, roles: Iterable[str], password_hash: str
) -> Staff:
    """A new person with a password, who gets the reviews imported under their e-mail or name."""
    with store.writing(authority_id) as tx:
        return take_on(tx, actor, email, name, roles, password_hash)


def add_person(
    store: Store, authority_id: int, actor: Actor, email: str, name: str, roles: Iterable[str]
) -> tuple[Staff, str]:
    """A new person, and the token of the one-use link by which they set password and second factor.

    Raises Refused: bad_email, bad_name, bad_role, email_taken.
    """
    email, name, held = email.strip().lower(), " ".join(name.split()), _checked(roles)
    if not (3 <= len(email) <= 254 and email.count("@") == 1 and not email.startswith("@") and " " not in email):
        raise Refused("bad_email")
    if not 1 <= len(name) <= 120:
        raise Refused("bad_name")
    with store.writing(authority_id) as tx:
        if staff.is_email_taken(tx.connection, email):
            raise Refused("email_taken")
        added = take_on(tx, actor, email, name, held, None)
        return added, second_factor.make_link(tx, added, EVERYTHING)


def take_on(
    tx: Transaction, actor: Actor, email: str, name: str, roles: Iterable[str], password_hash: str | None
) -> Staff:
    """A new person in a deed that adds one; reviews imported under their e-mail or name are theirs."""
    added = staff.add_staff(tx, email, name, roles, password_hash)
    reviews.adopt_reviews(tx, added.id, added.email, added.name)
    add_audit(tx, actor, "add_staff", "staff", added.public_id)
    return added


def change_roles(store: Store, authority_id: int, actor: Actor, public_id: str, roles: Iterable[str]) -> None:
    """These roles and no others; the person signs in again. Raises NotThere; Refused: bad_role, last_administrator,
    own_roles (nobody gives themselves another).
    """
    held = _checked(roles)
    with store.writing(authority_id) as tx:
        who = _fetch(tx, public_id)
        before, had = staff.count_active(tx, ADMINISTRATOR), staff.list_roles(tx, who.id)
        staff.change_roles(tx, who.id, held)
        _keep_an_administrator(tx, before)
        if actor.id == public_id and not set(held) <= had:
            raise Refused("own_roles")
        _end(tx, who)
        add_audit(tx, actor, "change_roles", "staff", public_id, roles=" ".join(held))


def disable(store: Store, authority_id: int, actor: Actor, public_id: str) -> None:
    """Nobody comes in as this person any more. Raises NotThere, Refused last_administrator."""
    with store.writing(authority_id) as tx:
        who = _fetch(tx, public_id)
        before = staff.count_active(tx, ADMINISTRATOR)
        staff.change_active(tx, who.id, False)
        _keep_an_administrator(tx, before)
        second_factor.drop_link(tx, who)
        _end(tx, who)
        add_audit(tx, actor, "disable_staff", "staff", public_id)


def enable(store: Store, authority_id: int, actor: Actor, public_id: str) -> str:
    """Somebody who was switched off may come in again, by a new one-use link; its token. Raises NotThere."""
    with store.writing(authority_id) as tx:
        who = _fetch(tx, public_id)
        staff.change_active(tx, who.id, True)
        add_audit(tx, actor, "enable_staff", "staff", public_id)
        return _forget_proofs(tx, who)


def reset(store: Store, authority_id: int, actor: Actor, public_id: str) -> str:
    """Password, app, recovery codes, passkeys and the organisation's sign-in count no more; the token of a one-use link
    to set them anew. Raises NotThere."""
    with store.writing(authority_id) as tx:
        who = _fetch(tx, public_id)
        _end(tx, who)
        add_audit(tx, actor, "reset_staff", "staff", public_id)
        return _forget_proofs(tx, who)


def make_password_link(store: Store, who: Staff) -> str:
    """The token of a one-use link for a forgotten password; the second factor stays as it is.

    Blank where none is set up: who reads somebody's e-mail must not be able to set up both.
    """
    with store.writing(who.authority_id) as tx:
        if not second_factor.fetch_codes(tx, who.id).secret:
            return ""
        add_audit(tx, Actor("staff", who.public_id), "forget_password", "staff", who.public_id)
        return second_factor.make_link(tx, who, PASSWORD)


def set_password(store: Store, who: Staff, token: str, password_hash: str) -> None:
    """A new password by a one-use link. Raises Refused link_used."""
    with store.writing(who.authority_id) as tx:
        if not second_factor.use_link(tx, who, token):
            raise Refused("link_used")
        _change_password(tx, who, password_hash)


def change_password(store: Store, who: Staff, password_hash: str) -> None:
    """A new password in place of one that was just given; ends every visit of theirs."""
    with store.writing(who.authority_id) as tx:
        _change_password(tx, who, password_hash)


def _change_password(tx: Transaction, who: Staff, password_hash: str) -> None:
    staff.change_password(tx, who.id, password_hash)
    _end(tx, who)
    add_audit(tx, Actor("staff", who.public_id), "set_password", "staff", who.public_id)


def _fetch(tx: Transaction, public_id: str) -> Staff:
    found = staff.find_staff_by_id(tx, public_id)
    if found is None:
        raise NotThere
    return found


def _checked(roles: Iterable[str]) -> tuple[str, ...]:
    held = tuple(dict.fromkeys(roles))
    if not held or not set(held) <= set(ROLES):
        raise Refused("bad_role")
    return held


def _keep_an_administrator(tx: Transaction, before: int) -> None:
    if before and not staff.count_active(tx, ADMINISTRATOR):
        raise Refused("last_administrator")


def _end(tx: Transaction, who: Staff) -> None:
    visits.end_visits_of_staff(tx, who.id)


def _forget_proofs(tx: Transaction, who: Staff) -> str:
    staff.change_password(tx, who.id, None)
    second_factor.forget_second_factor(tx, who)
    second_factor.keep_identity(tx, who, None, None)
    drop_passkeys(tx, who)
    return second_factor.make_link(tx, who, EVERYTHING)
