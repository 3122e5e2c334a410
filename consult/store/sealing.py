"""Sealing words: AES-256-GCM under keys that wrap one another.

root key > authority's key > one key per child (name, date of birth) and one per review
(words, drawings). A sealed value names its row and field as additional data, so one that is
moved, swapped or changed does not open. NIST SP 800-38D; nonce 96 bits, random.
"""

import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE = 12


class Unopened(Exception):
    """A sealed value did not open: wrong key, moved, or changed."""


class Key:
    """32 bytes that seal and open; never printed."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._cipher = AESGCM(secret)

    def __repr__(self) -> str:
        return "Key(hidden)"

    def seal(self, text: str, place: str) -> bytes:
        """The text sealed for this place (`table:row:field`)."""
        return self._seal(text.encode(), place)

    def open(self, sealed: bytes, place: str) -> str:
        """The text again. Raises Unopened."""
        return self._open(sealed, place).decode()

    def wrap_new(self, place: str) -> tuple["Key", bytes]:
        """A fresh key and its wrapping for this place."""
        secret = secrets.token_bytes(32)
        return Key(secret), self._seal(secret, place)

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


class Keyring:
    """The root key, what derives from it, and the authorities' keys once unwrapped."""

    def __init__(self, root: bytes) -> None:
        self._root = Key(root)
        self.cards = self._root.derive("card numbers")
        self.visits = self._root.derive("visit tokens")
        self._authorities: dict[int, Key] = {}

    def make_authority_key(self, key: str) -> bytes:
        """A new authority's key, wrapped."""
        return self._root.wrap_new(f"authority:{key}")[1]

    def authority(self, authority_id: int, key: str, wrapped: bytes) -> Key:
        """An authority's key, remembered in memory. Raises Unopened where the root key is not the one."""
        if authority_id not in self._authorities:
            self._authorities[authority_id] = self._root.unwrap(wrapped, f"authority:{key}")
        return self._authorities[authority_id]
