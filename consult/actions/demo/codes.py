"""The demo's second factor: everybody may see the codes of people who do not exist."""

from passlib.totp import TOTP

from consult.actions.demo.days import ACTOR
from consult.actions.demo.people import KEY, STAFF
from consult.actions.refusals import Refused
from consult.actions.staffing import add_staff
from consult.store import second_factor
from consult.store.authorities import list_authorities
from consult.store.database import Store
from consult.store.staff import Staff, find_staff_by_email, has_password, is_email_taken

STEP = 30
"""Seconds for which an app shows one code."""


def complete_staff(store: Store, password_hash: str) -> None:
    """Whoever of the made-up staff is missing is added, and everybody with a password gets an app, as it were."""
    with store.engine.connect() as connection:
        (demo,) = (each.id for each in list_authorities(connection) if each.demo and each.key == KEY)
        there = {email: find_staff_by_email(connection, email) for email, _, _ in STAFF}
        taken = {email for email in there if is_email_taken(connection, email)}
    for email, name, role in STAFF:
        who = there[email]
        if email not in taken:
            who = add_staff(store, demo, ACTOR, email, name, [role], password_hash)
        if who and who.authority_id == demo:
            _give_codes(store, who)


def _give_codes(store: Store, who: Staff) -> None:
    with store.writing(who.authority_id) as tx:
        if not second_factor.fetch_codes(tx, who.id).secret and has_password(tx, who.id):
            second_factor.keep_secret(tx, who, TOTP.new().base32_key, None)


def next_demo_code(store: Store, who: Staff) -> str:
    """A code that counts now and was not used. Raises Refused: not_demo, no_codes."""
    with store.engine.connect() as connection:
        demo = {each.id for each in list_authorities(connection) if each.demo and each.key == KEY}
    if who.authority_id not in demo:
        raise Refused("not_demo")
    with store.reading(who.authority_id) as tx:
        held = second_factor.fetch_codes(tx, who.id)
        if not held.secret:
            raise Refused("no_codes")
        now = int(tx.now.timestamp()) // STEP
        return str(TOTP(key=held.secret).generate(time=max(now, (held.used_to or 0) + 1) * STEP).token)
