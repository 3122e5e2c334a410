"""Passkeys of staff: a device that stands for them, checked by py_webauthn. Challenges are used once."""

import datetime as dt

from webauthn import verify_authentication_response, verify_registration_response
from webauthn.helpers.exceptions import WebAuthnException

from consult.actions.refusals import NotThere, Refused
from consult.actions.signing_in import enter_otherwise
from consult.store import passkeys
from consult.store.audit import Actor, add_audit
from consult.store.database import Store
from consult.store.sign_in_tries import spend
from consult.store.staff import Staff
from consult.store.visits import VisitKey

LASTS = dt.timedelta(minutes=10)
"""So long a challenge may be answered."""
LONGEST_NAME = 60


def add(store: Store, who: Staff, origin: str, host: str, challenge: bytes, answer: str, name: str) -> None:
    """A device proves that it made a key for this person. Raises Refused not_proved."""
    try:
        made = verify_registration_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=host,
            expected_origin=origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError):
        raise Refused("not_proved") from None
    if not spend(store, challenge.hex(), LASTS):
        raise Refused("not_proved")
    with store.writing(who.authority_id) as tx:
        if passkeys.is_known(tx.connection, made.credential_id):
            raise Refused("not_proved")
        label = name.strip()[:LONGEST_NAME]
        passkeys.add_passkey(tx, who, made.credential_id, made.credential_public_key, made.sign_count, label)
        add_audit(tx, Actor("staff", who.public_id), "add_passkey", "staff", who.public_id)


def enter(store: Store, origin: str, host: str, challenge: bytes, credential: bytes, answer: str) -> VisitKey:
    """A device that is known proves itself and its person: in. Raises Refused not_proved."""
    with store.engine.connect() as connection:
        held = passkeys.find_held(connection, credential)
    if held is None:
        raise Refused("not_proved")
    try:
        proof = verify_authentication_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=host,
            expected_origin=origin,
            credential_public_key=held.public_key,
            credential_current_sign_count=held.uses,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError):
        raise Refused("not_proved") from None
    if not spend(store, challenge.hex(), LASTS):
        raise Refused("not_proved")
    with store.writing(held.staff.authority_id) as tx:
        if not passkeys.count_use(tx, credential, proof.new_sign_count):
            raise Refused("not_proved")
    return enter_otherwise(store, held.staff, "passkey")


def remove(store: Store, who: Staff, public_id: str) -> None:
    """It counts no more. Raises NotThere."""
    with store.writing(who.authority_id) as tx:
        if not passkeys.drop_passkey(tx, who, public_id):
            raise NotThere
        add_audit(tx, Actor("staff", who.public_id), "remove_passkey", "staff", who.public_id)
