"""A backup's file: lines, sealed in chunks under a key of its own, so that a changed or cut one does not open.

`consult backup 1`, a salt, a check of the key, then chunks of AES-256-GCM. Each chunk's nonce is its number and
whether it is the last (STREAM; Hoang, Reyhanitabar, Rogaway, Vizár 2015): none can be left out, moved or cut off.
"""

import hmac
import secrets
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MAGIC = b"consult backup 1\n"
SALT, CHECK, CHUNK, TAG = 32, 16, 64 * 1024, 16


class BadBackup(Exception):
    """A backup that cannot be made or restored. `reason`: not_a_backup, other_key, damaged, other_schema, moved_on,
    not_empty, not_equal; `detail`: the revision met."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason, self.detail = reason, detail


def seal_lines(file: BinaryIO, root_key: bytes, lines: Iterable[str]) -> None:
    """Write the lines, none of which holds a line break. `root_key`: 32 bytes."""
    salt = secrets.token_bytes(SALT)
    cipher, check = _derive(root_key, salt)
    file.write(MAGIC + salt + check)
    number, waiting = 0, bytearray()
    for line in lines:
        waiting += line.encode() + b"\n"
        while len(waiting) > CHUNK:
            file.write(cipher.encrypt(_nonce(number, last=False), bytes(waiting[:CHUNK]), MAGIC))
            del waiting[:CHUNK]
            number += 1
    file.write(cipher.encrypt(_nonce(number, last=True), bytes(waiting), MAGIC))


def open_lines(file: BinaryIO, root_key: bytes) -> Iterator[str]:
    """The lines again. Raises BadBackup: that the end was cut off is known only when it is reached."""
    if file.read(len(MAGIC)) != MAGIC:
        raise BadBackup("not_a_backup")
    cipher, check = _derive(root_key, file.read(SALT))
    if not hmac.compare_digest(check, file.read(CHECK)):
        raise BadBackup("other_key")
    number, rest, chunk = 0, b"", file.read(CHUNK + TAG)
    while chunk:
        following = file.read(CHUNK + TAG)
        *lines, rest = (rest + _open(cipher, _nonce(number, last=not following), chunk)).split(b"\n")
        yield from (line.decode() for line in lines)
        number, chunk = number + 1, following
    if number == 0:
        raise BadBackup("damaged")


def _open(cipher: AESGCM, nonce: bytes, chunk: bytes) -> bytes:
    try:
        return cipher.decrypt(nonce, chunk, MAGIC)
    except InvalidTag:
        raise BadBackup("damaged") from None


def _derive(root_key: bytes, salt: bytes) -> tuple[AESGCM, bytes]:
    """The cipher of this file alone, and what tells another root key from damage (HKDF-SHA256, RFC 5869)."""
    derived = HKDF(hashes.SHA256(), 32 + CHECK, salt, b"backup").derive(root_key)
    return AESGCM(derived[:32]), derived[32:]


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11) + bytes([last])
