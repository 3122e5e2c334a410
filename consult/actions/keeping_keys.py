"""Keys made new."""

from dataclasses import dataclass

from consult.store import keys
from consult.store.audit import Actor, add_audit
from consult.store.database import Store
from consult.store.engine import name_owner


@dataclass(frozen=True, slots=True)
class Rotated:
    """What a rotation did. `new_root`: the root key before opens nothing any more."""

    authorities: int
    children: int
    reviews: int
    cards: int
    new_root: bool


def rotate_keys(store: Store, actor: Actor) -> Rotated:
    """New keys above those that seal words, all or none; no answer is touched. Raises Unopened.

    Every authority gets a new key, which wraps its children's and reviews' keys anew. Where the keyring has a new
    root key, that one wraps from now on. Cards and visits go on working.
    """
    done: list[keys.Rewrapped] = []
    new_root = store.keyring.has_new_root
    with store.founding() as tx:
        held = keys.hold_authorities(tx.connection)
        cards, fingerprints = store.keyring.renew_fingerprints()
        for row in held:
            tx.authority_id, tx.chained = row.id, None
            name_owner(tx.connection, row.id)
            done.append(keys.rewrap_authority(tx, row, cards))
            add_audit(tx, actor, "rotate_keys", "authority", row.key, new_root=int(new_root))
        keys.keep_fingerprint_keys(tx.connection, fingerprints)
    store.check_keys()
    return Rotated(
        len(done),
        sum(each.children for each in done),
        sum(each.reviews for each in done),
        sum(each.cards for each in done),
        new_root,
    )
