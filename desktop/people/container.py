"""An encrypted file: magic, version, header, then the content in sealed chunks.

The key comes from a passphrase by scrypt. Each chunk is AES-256-GCM with the header as associated data and a
nonce of a random prefix, the chunk's number and a mark on the last one (the STREAM construction of Hoang,
Reyhanitabar, Rogaway and Vizár, CRYPTO 2015), so that chunks can't be dropped, repeated, reordered or cut off
unseen.

    16 bytes  magic
     2 bytes  version, little-endian
     4 bytes  length of the header
              header: JSON with scrypt's n, r, p and salt, the nonce prefix, the chunk size, and a check of
              the key chunks: ciphertext and tag, each of the chunk size but the last
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import struct
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.people.errors import ExportDamaged, ExportLocked, ExportTooNew, NotAnExport
from desktop.people.keys import Scrypt

MAGIC = b"Likeness people\n"
VERSION = 1
CHUNK = 1 << 20
_TAG = 16
_HEADER_LIMIT = 65_536
_FRONT = struct.Struct("<16sHI")


def _check(key: bytes) -> str:
    """Tells a wrong passphrase from a damaged file; as hard to invert as the key itself."""
    return hmac.digest(key, b"likeness export key check", hashlib.sha256)[:16].hex()


def _nonce(prefix: bytes, number: int, last: bool) -> bytes:
    return prefix + struct.pack("<I?", number, last)


class SealedWriter:
    """Writes the content of an encrypted file. `finish` ends it; without that the file does not open."""

    def __init__(self, file: BinaryIO, passphrase: str, cost: Scrypt) -> None:
        salt, self._prefix = secrets.token_bytes(16), secrets.token_bytes(7)
        key = cost.key(passphrase, salt)
        header = json.dumps(
            {
                **cost.as_dict(),
                "salt": salt.hex(),
                "nonce": self._prefix.hex(),
                "chunk": CHUNK,
                "check": _check(key),
            }
        ).encode()
        self._front = _FRONT.pack(MAGIC, VERSION, len(header)) + header
        self._file = file
        self._cipher = AESGCM(key)
        self._buffer = bytearray()
        self._number = 0
        file.write(self._front)

    def write(self, data: bytes) -> None:
        """Append to the content."""
        self._buffer += data
        while len(self._buffer) > CHUNK:
            self._put(bytes(self._buffer[:CHUNK]), last=False)
            del self._buffer[:CHUNK]

    def finish(self) -> None:
        """Write what is left as the last chunk."""
        self._put(bytes(self._buffer), last=True)
        self._buffer.clear()

    def _put(self, plain: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._prefix, self._number, last), plain, self._front))
        self._number += 1


class SealedReader:
    """Reads the content of an encrypted file.

    Raises NotAnExport, ExportTooNew, ExportLocked or ExportDamaged; `path` is what they call the file.
    """

    def __init__(self, file: BinaryIO, path: Path, passphrase: str) -> None:
        self._file = file
        self._path = path
        front = file.read(_FRONT.size)
        if len(front) < len(MAGIC) or not front.startswith(MAGIC):
            raise NotAnExport(file=path)
        if len(front) < _FRONT.size:
            raise self._damaged("no header")
        _, version, length = _FRONT.unpack(front)
        if version > VERSION:
            raise ExportTooNew(file=path)
        if length > _HEADER_LIMIT:
            raise self._damaged("header too long")
        header = file.read(length)
        try:
            found = json.loads(header)
            cost = Scrypt(int(found["n"]), int(found["r"]), int(found["p"]))
            salt, self._prefix = bytes.fromhex(found["salt"]), bytes.fromhex(found["nonce"])
            self._chunk, check = int(found["chunk"]), str(found["check"])
        except (ValueError, KeyError, TypeError) as error:
            raise self._damaged(repr(error)) from error
        if not cost.sensible() or len(self._prefix) != 7 or not 0 < self._chunk <= 1 << 26:
            raise self._damaged("senseless header")
        key = cost.key(passphrase, salt)
        if not hmac.compare_digest(_check(key).encode(), check.encode()):
            raise ExportLocked(file=path)
        self._front = front + header
        self._cipher = AESGCM(key)
        self._number = 0
        self._next = file.read(self._chunk + _TAG)
        self._buffer = bytearray()
        self._over = False

    def read(self, count: int) -> bytes:
        """Exactly `count` bytes of the content; ExportDamaged where it ends before."""
        while len(self._buffer) < count:
            if self._over:
                raise self._damaged("ends too early")
            self._open_chunk()
        data = bytes(self._buffer[:count])
        del self._buffer[:count]
        return data

    def end(self) -> None:
        """Make sure that nothing follows."""
        while not self._over:
            self._open_chunk()
        if self._buffer:
            raise self._damaged("goes on after its end")

    def _open_chunk(self) -> None:
        sealed, self._next = self._next, self._file.read(self._chunk + _TAG)
        self._over = not self._next
        try:
            self._buffer += self._cipher.decrypt(
                _nonce(self._prefix, self._number, self._over), sealed, self._front
            )
        except (InvalidTag, ValueError) as error:
            raise self._damaged(f"chunk {self._number} does not open") from error
        self._number += 1

    def _damaged(self, details: str) -> ExportDamaged:
        return ExportDamaged(file=self._path, details=details)
