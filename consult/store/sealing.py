"""Sealing words: AES-256-GCM under keys that wrap one another.

root key > authority's key > one key per child (name, date of birth) and one per review
(words, drawings). A sealed value names its row and field as additional data, so one that is
moved, swapped or changed does not open. NIST SP 800-38D; nonce 96 bits, random.
"""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE = 12
CARDS, VISITS = "cards", "visits"
"""Of what a keyed fingerprint is kept that is looked for before the authority is known."""
_DERIVED = {CARDS: "card numbers", VISITS: "visit tokens"}


class Unopened(Exception):
    """A sealed value did not open: wrong key, moved, or changed."""


class Key:
    """32 bytes that seal and open; never printed."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._cipher = AESGCM(secret)

    def __repr__(self) -> str:
        return "Key(hidden)"

    @classmethod
    def make(cls) -> "Key":
        """A fresh key."""
        return cls(secrets.token_bytes(32))

    def seal(self, text: str, place: str) -> bytes:
        """The text sealed for this place (`table:row:field`)."""
        return self._seal(text.encode(), place)

    def open(self, sealed: bytes, place: str) -> str:
        """The text again. Raises Unopened."""
        return self._open(sealed, place).decode()

    def reseal(self, sealed: bytes, place: str, before: "Key") -> bytes:
        """What `before` sealed or wrapped for this place, under this key. Raises Unopened."""
        return self._seal(before._open(sealed, place), place)

    def wrap(self, key: "Key", place: str) -> bytes:
        """Another key, sealed for this place."""
        return self._seal(key._secret, place)

    def wrap_new(self, place: str) -> tuple["Key", bytes]:
        """A fresh key and its wrapping for this place."""
        key = Key.make()
        return key, self.wrap(key, place)

    def unwrap(self, wrapped: bytes, place: str) -> "Key":
        """A wrapped key, ready for use. Raises Unopened."""
        return Key(self._open(wrapped, place))

    def mac(self, text: str) -> bytes:
        """A keyed fingerprint, for comparing what must not be kept in clear."""
        return hmac.digest(self._secret, text.encode(), hashlib.sha256)

    def derive(self, purpose: str) -> "Key":
        """A separate key for one purpose (HKDF-SHA256, RFC 5869)."""
        return Key(HKDF(hashes.SHA256(), 32, None, purpose.encode()).derive(self._secret))

    def _seal(self, content: bytes, place: str) -> bytes:
        nonce = secrets.token_bytes(NONCE)
        return nonce + self._cipher.encrypt(nonce, content, place.encode())

    def _open(self, sealed: bytes, place: str) -> bytes:
        try:
            return self._cipher.decrypt(sealed[:NONCE], sealed[NONCE:], place.encode())
        except (InvalidTag, ValueError):
            raise Unopened(place) from None


@dataclass(frozen=True, slots=True)
class AuthorityKeys:
    """An authority's keys, unwrapped: `words` wraps its children's and reviews' keys, `audit` chains its audit rows."""

    words: Key
    audit: Key


class Keyring:
    """The root key, and the fingerprint keys once learned.

    `new_root` opens as well, and wraps from the next rotation on: a service that was started with both goes on
    answering while keys are rotated.
    """

    def __init__(self, root: bytes, new_root: bytes | None = None) -> None:
        self._roots = [Key(secret) for secret in dict.fromkeys((root, new_root or root))]
        self._fingerprints: dict[str, Key] = {}

    @property
    def has_new_root(self) -> bool:
        """Whether a rotation leaves the old root key behind."""
        return len(self._roots) > 1

    @property
    def knows_fingerprints(self) -> bool:
        """Whether they were learned."""
        return bool(self._fingerprints)

    @property
    def cards(self) -> Key:
        """What card numbers are found by."""
        return self._fingerprints[CARDS]

    @property
    def visits(self) -> Key:
        """What cookies' tokens are found by."""
        return self._fingerprints[VISITS]

    def learn(self, wrapped: Mapping[str, bytes]) -> None:
        """Unwrap the fingerprint keys: purpose -> wrapped. Raises Unopened."""
        self._fingerprints = {name: self._unwrap(each, _fingerprint(name)) for name, each in wrapped.items()}

    def wrap_derived(self) -> dict[str, bytes]:
        """The first fingerprint keys, purpose -> wrapped. Derived, as cards and visits from before 0004 were."""
        root = self._roots[0]
        return {name: root.wrap(root.derive(purpose), _fingerprint(name)) for name, purpose in _DERIVED.items()}

    def renew_fingerprints(self) -> tuple[Key, dict[str, bytes]]:
        """For a rotation: a fresh key for cards, and purpose -> wrapped by the newest root key.

        The visits' key stays: their tokens are long and random, and nobody who is in should be put out.
        """
        renewed = {**self._fingerprints, CARDS: Key.make()}
        root = self._roots[-1]
        return renewed[CARDS], {name: root.wrap(key, _fingerprint(name)) for name, key in renewed.items()}

    def make_authority_key(self, key: str) -> tuple[Key, bytes]:
        """A fresh key for the authority, and its wrapping by the newest root key."""
        return self._roots[-1].wrap_new(f"authority:{key}")

    def open_authority_key(self, key: str, wrapped: bytes) -> Key:
        """The authority's key. Raises Unopened where the root key is not the one."""
        return self._unwrap(wrapped, f"authority:{key}")

    def open_authority(self, key: str, wrapped: bytes, wrapped_audit: bytes) -> AuthorityKeys:
        """Both keys of an authority. Raises Unopened."""
        words = self.open_authority_key(key, wrapped)
        return AuthorityKeys(words, words.unwrap(wrapped_audit, audit_place(key)))

    def _unwrap(self, wrapped: bytes, place: str) -> Key:
        for root in self._roots[:-1]:
            try:
                return root.unwrap(wrapped, place)
            except Unopened:
                continue
        return self._roots[-1].unwrap(wrapped, place)


def audit_place(key: str) -> str:
    """Where the audit key of the authority with this key stands."""
    return f"audit:{key}"


def _fingerprint(purpose: str) -> str:
    return f"fingerprint:{purpose}"
