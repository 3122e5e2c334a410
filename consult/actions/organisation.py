"""Coming in through one's organisation: known by issuer and subject, never by e-mail address; roles as it says."""

from dataclasses import dataclass

from consult.actions.refusals import Refused
from consult.actions.signing_in import enter_otherwise
from consult.actions.staffing import take_on
from consult.store import second_factor, staff, visits
from consult.store.audit import Actor, add_audit
from consult.store.authorities import list_authorities
from consult.store.database import Store
from consult.store.second_factor import EVERYTHING, find_linked
from consult.store.staff import Staff
from consult.store.visits import VisitKey

ACTOR = Actor("organisation", "sign-in")


@dataclass(frozen=True, slots=True)
class Vouched:
    """What an organisation says of somebody. `roles`: ours; `authority`: its key, blank for the only one."""

    issuer: str
    subject: str
    email: str
    name: str
    roles: tuple[str, ...]
    authority: str


def enter_by_organisation(store: Store, vouched: Vouched, link: str = "") -> VisitKey:
    """In, with the roles that the organisation gives now. `link`: a one-use link whose person this is from now on.

    Raises Refused: no_role, switched_off, email_taken, no_email, not_vouched.
    """
    with store.engine.connect() as connection:
        known = second_factor.find_identity(connection, vouched.issuer, vouched.subject)
    if known is None:
        who = _join(store, vouched, link) if link else _add(store, vouched)
    else:
        who, active = known
        if not active:
            raise Refused("switched_off")
    _take_roles(store, who, vouched.roles)
    if not vouched.roles:
        raise Refused("no_role")
    return enter_otherwise(store, who, "organisation")


def _take_roles(store: Store, who: Staff, roles: tuple[str, ...]) -> None:
    """Roles that the organisation gave or took since the last time; whatever was open with others ends."""
    with store.writing(who.authority_id) as tx:
        if staff.list_roles(tx, who.id) != set(roles):
            staff.change_roles(tx, who.id, roles)
            visits.end_visits_of_staff(tx, who.id)
            add_audit(tx, ACTOR, "change_roles", "staff", who.public_id, roles=" ".join(roles))


def _join(store: Store, vouched: Vouched, link: str) -> Staff:
    linked = find_linked(store, link)
    if linked is None or linked.purpose != EVERYTHING or not vouched.roles:
        raise Refused("no_role" if linked else "not_vouched")
    who = linked.staff
    with store.writing(who.authority_id) as tx:
        if not second_factor.use_link(tx, who, link):
            raise Refused("not_vouched")
        second_factor.keep_identity(tx, who, vouched.issuer, vouched.subject)
        add_audit(tx, ACTOR, "join_organisation", "staff", who.public_id)
    return who


def _add(store: Store, vouched: Vouched) -> Staff:
    if not vouched.roles:
        raise Refused("no_role")
    if not vouched.email or not vouched.name:
        raise Refused("no_email")
    with store.engine.connect() as connection:
        known = [each for each in list_authorities(connection) if vouched.authority in ("", each.key)]
    if len(known) != 1:
        raise Refused("not_vouched")
    with store.writing(known[0].id) as tx:
        if staff.is_email_taken(tx.connection, vouched.email):
            raise Refused("email_taken")
        who = take_on(tx, ACTOR, vouched.email, vouched.name, vouched.roles, None)
        second_factor.keep_identity(tx, who, vouched.issuer, vouched.subject)
        return who
