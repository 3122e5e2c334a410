"""Envelopes: what a tablet seals with a public key so that it cannot read it back.

`wrapped.nonce.sealed`, each in base64: a fresh AES-256-GCM key under RSA-OAEP (SHA-256), its nonce, what it seals.
The browser's side is static/js/child/letters.js.
"""

import base64
import binascii

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from consult.store.sealing import NONCE, Unopened

BITS = 3072
KEY_BYTES = 32
_OAEP = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), label=None)


def make_key_pair() -> tuple[str, bytes]:
    """A private key as PEM, and its public one as SubjectPublicKeyInfo."""
    private = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    pem = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = private.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return pem.decode(), public


def modulus_of(public: bytes) -> str:
    """The public key's modulus in base64url, as a JSON Web Key holds it (RFC 7518, 6.3.1.1); the exponent is 65537."""
    key = serialization.load_der_public_key(public)
    assert isinstance(key, rsa.RSAPublicKey)
    return base64.urlsafe_b64encode(key.public_numbers().n.to_bytes(BITS // 8)).decode().rstrip("=")


def seal_envelope(public: bytes, text: str, secret: bytes, nonce: bytes) -> str:
    """What a tablet makes of a text; `secret`: 32 fresh bytes, `nonce`: 12."""
    key = serialization.load_der_public_key(public)
    assert isinstance(key, rsa.RSAPublicKey)
    parts = (key.encrypt(secret, _OAEP), nonce, AESGCM(secret).encrypt(nonce, text.encode(), None))
    return ".".join(base64.b64encode(part).decode() for part in parts)


def open_envelope(private: str, envelope: str) -> str:
    """The text again. Raises Unopened for whatever was not sealed with this key's public half."""
    key = serialization.load_pem_private_key(private.encode(), password=None)
    assert isinstance(key, rsa.RSAPrivateKey)
    try:
        wrapped, nonce, sealed = (base64.b64decode(part, validate=True) for part in envelope.split("."))
        secret = key.decrypt(wrapped, _OAEP)
        if (len(secret), len(nonce)) != (KEY_BYTES, NONCE):
            raise Unopened("envelope")
        return AESGCM(secret).decrypt(nonce, sealed, None).decode()
    except (ValueError, binascii.Error, InvalidTag):
        raise Unopened("envelope") from None
