"""Encryption of everything that is kept of a person.

Each person has a random 256-bit key. Rows are sealed under it with AES-256-GCM; the place of a row (table,
row, person, column) is authenticated with it, so that no row can be passed off as another. The people's keys
are sealed in the same way under a key derived from the vault's key, which `keys` and `unlock` get hold of.
Destroying a person's sealed key makes everything of that person unreadable for good.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from desktop.faces.face import ModelId

KEY_BYTES = 32
NONCE_BYTES = 12
"""Random nonces of 96 bits are safe for 2^32 seals under one key (NIST SP 800-38D, 8.3)."""


class Unopenable(Exception):
    """A seal that does not open: another key, another place, or changed bytes. Becomes PeopleDamaged."""


def seal(cipher: AESGCM, plain: bytes, place: bytes) -> bytes:
    """Nonce, ciphertext and tag of `plain`, bound to `place`."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, plain, place)


def unseal(cipher: AESGCM, sealed: bytes, place: bytes) -> bytes:
    """What was sealed at `place`. Raises Unopenable."""
    try:
        return cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place)
    except (InvalidTag, ValueError, TypeError) as error:
        raise Unopenable from error


class PersonKey:
    """One person's key: seals and opens that person's rows."""

    __slots__ = ("_cipher", "person")

    def __init__(self, person: str, key: bytes) -> None:
        self.person = person
        self._cipher = AESGCM(key)

    def seal(self, table: str, row: object, column: str, plain: bytes) -> bytes:
        """`plain`, encrypted for that one place."""
        return seal(self._cipher, plain, f"{table}|{row}|{self.person}|{column}".encode())

    def open(self, table: str, row: object, column: str, sealed: bytes) -> bytes:
        """What was sealed for that place. Raises Unopenable."""
        return unseal(self._cipher, sealed, f"{table}|{row}|{self.person}|{column}".encode())


class Vault:
    """The open vault: makes and opens people's keys. Holds keys in memory only."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._wrapping = AESGCM(self._derived(b"likeness person keys"))
        self._tagging = self._derived(b"likeness model tags")

    def _derived(self, purpose: bytes) -> bytes:
        return HKDFExpand(algorithm=SHA256(), length=KEY_BYTES, info=purpose).derive(self._key)

    @property
    def key(self) -> bytes:
        """The vault's own key, for `unlock` to wrap."""
        return self._key

    def new_key(self, person: str) -> tuple[bytes, PersonKey]:
        """A fresh random key for a person: sealed for the database, and ready for use."""
        key = AESGCM.generate_key(bit_length=256)
        return seal(self._wrapping, key, f"person|{person}|{person}|key".encode()), PersonKey(person, key)

    def person_key(self, person: str, sealed: bytes) -> PersonKey:
        """A person's key from the database. Raises Unopenable."""
        return PersonKey(person, unseal(self._wrapping, sealed, f"person|{person}|{person}|key".encode()))

    def tag(self, model: ModelId) -> bytes:
        """16 bytes that stand for a model in a clear column: enough to choose rows by, and no more."""
        return hmac.digest(self._tagging, model_bytes(model), hashlib.sha256)[:16]


def model_bytes(model: ModelId) -> bytes:
    """A model's name and digest as bytes; neither contains a zero byte."""
    return f"{model.name}\0{model.digest}\0".encode()
