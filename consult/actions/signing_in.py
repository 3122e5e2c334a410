"""How staff come in: a password, then a code of their app; and out again. Each step is a visit of its own stage."""

import secrets

from passlib.exc import TokenError
from passlib.totp import TOTP

from consult.actions.refusals import Ended, Refused
from consult.actions.tries import DAY, QUARTER, block_of, may_try
from consult.store import second_factor, sign_in_tries, visits
from consult.store.audit import Actor, add_audit
from consult.store.database import Store, Transaction
from consult.store.staff import Staff, StaffSeat, find_staff_by_email, find_staff_seat
from consult.store.visits import STAFF, STAFF_CODE, STAFF_SETUP, VisitKey

PASSWORD_TRIES = ((0, 5, QUARTER), (1, 30, DAY), (2, 100, QUARTER))
"""For an e-mail address from one place, an e-mail address, and a place: so many wrong ones in so long, then wait."""
LINK_ASKED = ((1, 3, DAY), (2, 20, QUARTER))
"""For an e-mail address and from one place: so many links by e-mail in so long."""
CODE_TRIES = ((0, 5, QUARTER), (0, 20, DAY))
SKEW = 30
"""Seconds by which the clock of an app may be off, either way."""
RECOVERY_CODES = 8
_RECOVERY_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
"""32 of them, so that 24 letters are 120 bits: too many to guess even from the stored hash (ASVS 5.0, 6.5.2)."""


def may_try_password(store: Store, email: str, address: str) -> bool:
    """Whether a password for this e-mail address is looked at now."""
    with store.reading(0) as tx:
        return may_try(tx, _password_subjects(email, address), PASSWORD_TRIES)


def count_wrong_password(store: Store, email: str, address: str) -> None:
    """A wrong try; where the person exists their audit says so. The same work for an address nobody has."""
    with store.engine.connect() as connection:
        who = find_staff_by_email(connection, email)
    with store.writing(who.authority_id if who else 0) as tx:
        sign_in_tries.add_tries(tx, _password_subjects(email, address))
        if who:
            _audit(tx, who, "wrong_password")


def may_ask_for_link(store: Store, email: str, address: str) -> bool:
    """Whether a link is sent to this e-mail address now; every asking counts, whoever has it."""
    subjects = tuple(f"link:{subject}" for subject in _password_subjects(email, address))
    with store.writing(0) as tx:
        may = may_try(tx, subjects, LINK_ASKED)
        sign_in_tries.add_tries(tx, subjects)
        return may


def begin(store: Store, who: Staff, address: str = "") -> VisitKey:
    """The password was right. What comes next is in the visit's stage: the code, or an app to be set up."""
    with store.writing(who.authority_id) as tx:
        sign_in_tries.drop_tries(tx, _password_subjects(who.email, address)[0])
        return _half_way(tx, who, "right_password")


def enter_code(store: Store, visit: VisitKey, typed: str) -> VisitKey:
    """A code of the app, or a recovery code: the person is in, or has proved again who they are.

    Raises Refused: wrong_code, wait; Ended.
    """
    with store.writing(visit.authority_id) as tx:
        seat = fetch_seat(tx, visit, STAFF_CODE, STAFF)
        tried = (f"code:{seat.staff.public_id}",)
        if not may_try(tx, tried, CODE_TRIES):
            refusal = "wait"
        elif by := _right_code(tx, seat.staff, typed):
            sign_in_tries.drop_tries(tx, tried[0])
            return _let_in(tx, visit, seat.staff, by)
        else:
            sign_in_tries.add_tries(tx, tried)
            _audit(tx, seat.staff, "wrong_code")
            refusal = "wrong_code"
    raise Refused(refusal)


def enter_otherwise(store: Store, who: Staff, by: str) -> VisitKey:
    """Let somebody in whom their organisation or a passkey vouches for."""
    with store.writing(who.authority_id) as tx:
        return _let_in(tx, None, who, by)


def show_next_secret(store: Store, visit: VisitKey) -> tuple[Staff, TOTP]:
    """What an app is to be given; the same until it is set up. Raises Ended."""
    with store.writing(visit.authority_id) as tx:
        who = fetch_seat(tx, visit, STAFF_SETUP, STAFF).staff
        secret = second_factor.fetch_codes(tx, who.id).next_secret
        if not secret:
            secret = TOTP.new().base32_key
            second_factor.keep_next_secret(tx, who, secret)
        return who, TOTP(key=secret)


def set_up_codes(store: Store, visit: VisitKey, typed: str) -> tuple[VisitKey, tuple[str, ...]]:
    """A code of the new app: from now on its codes count; the visit, and recovery codes to keep.

    Raises Refused wrong_code; Ended.
    """
    with store.writing(visit.authority_id) as tx:
        who = fetch_seat(tx, visit, STAFF_SETUP, STAFF).staff
        secret = second_factor.fetch_codes(tx, who.id).next_secret
        used_to = _match(tx, secret, typed, None) if secret else None
        if used_to is None:
            raise Refused("wrong_code")
        second_factor.keep_secret(tx, who, secret, used_to)
        visits.end_visits_of_staff(tx, who.id)
        _audit(tx, who, "set_up_codes")
        codes = _new_recovery_codes(tx, who)
        return _let_in(tx, visit, who, "code"), codes


def renew_recovery_codes(store: Store, who: Staff) -> tuple[str, ...]:
    """New ones; the old ones count no more."""
    with store.writing(who.authority_id) as tx:
        _audit(tx, who, "renew_recovery_codes")
        return _new_recovery_codes(tx, who)


def leave(store: Store, visit: VisitKey) -> None:
    """Signed out for good on this device."""
    with store.writing(visit.authority_id) as tx:
        seat = find_staff_seat(tx, visit.token)
        visits.end_visit(tx, visit.token)
        if seat is not None:
            _audit(tx, seat.staff, "sign_out")


def go_on(store: Store, who: Staff) -> VisitKey:
    """A password was just set by a link: on to the second factor."""
    with store.writing(who.authority_id) as tx:
        return _half_way(tx, who, "use_link")


def fetch_seat(tx: Transaction, visit: VisitKey, *stages: str) -> StaffSeat:
    """Who this visit is, at one of these stages and awake. Raises Ended."""
    seat = find_staff_seat(tx, visit.token)
    if seat is None or seat.stage not in stages or not is_awake(seat, tx):
        raise Ended
    return seat


def is_awake(seat: StaffSeat, tx: Transaction) -> bool:
    """Whether the visit neither idled for too long nor lasts for too long."""
    return tx.now - seat.seen_at <= visits.IDLE[seat.stage] and tx.now - seat.started_at <= visits.STAFF_LONGEST


def _half_way(tx: Transaction, who: Staff, deed: str) -> VisitKey:
    ready = second_factor.fetch_codes(tx, who.id).secret
    _audit(tx, who, deed)
    return visits.add_visit(tx, STAFF_CODE if ready else STAFF_SETUP, staff_id=who.id)


def _let_in(tx: Transaction, visit: VisitKey | None, who: Staff, by: str) -> VisitKey:
    # A fresh token, so that whoever saw the first one is not in as well.
    if visit is not None:
        visits.end_visit(tx, visit.token)
    _audit(tx, who, "sign_in", by=by)
    return visits.add_visit(tx, STAFF, staff_id=who.id)


def _right_code(tx: Transaction, who: Staff, typed: str) -> str:
    """By what the code is right; blank where it is wrong or was used."""
    held = second_factor.fetch_codes(tx, who.id)
    used_to = _match(tx, held.secret, typed, held.used_to) if held.secret else None
    if used_to is not None and second_factor.use_code(tx, who, used_to):
        return "code"
    letters = "".join(sign for sign in typed.lower() if sign in _RECOVERY_LETTERS)
    return "recovery_code" if held.secret and second_factor.use_recovery_code(tx, who, letters) else ""


def _match(tx: Transaction, secret: str, typed: str, used_to: int | None) -> int | None:
    """The half minute whose code this is, later than `used_to`; None where it is none."""
    try:
        counter: int = TOTP(key=secret).match(typed, time=tx.now, window=SKEW, last_counter=used_to).counter
    except (TokenError, ValueError):
        return None
    return counter


def _new_recovery_codes(tx: Transaction, who: Staff) -> tuple[str, ...]:
    codes = ["".join(secrets.choice(_RECOVERY_LETTERS) for _ in range(24)) for _ in range(RECOVERY_CODES)]
    second_factor.keep_recovery_codes(tx, who, codes)
    return tuple("-".join(code[place : place + 4] for place in range(0, 24, 4)) for code in codes)


def _password_subjects(email: str, address: str) -> tuple[str, str, str]:
    place, known_as = block_of(address), email.strip().lower()
    return f"both:{place}:{known_as}", f"email:{known_as}", f"place:{place}"


def _audit(tx: Transaction, who: Staff, deed: str, **detail: str) -> None:
    add_audit(tx, Actor("staff", who.public_id), deed, "staff", who.public_id, **detail)
