"""Where the vault's key comes from: the operating system's key store, or a passphrase.

There is no third way. keyring also offers backends that keep secrets in a plain file, in memory or nowhere;
only the four real stores are accepted, by module and class, and anything else counts as absent.
"""

from __future__ import annotations

import base64
import binascii
import secrets
import unicodedata
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt as ScryptFunction

from desktop.people.errors import KeyStoreRefused
from desktop.people.vault import KEY_BYTES

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Likeness"

TRUSTED = frozenset(
    {
        ("keyring.backends.SecretService", "Keyring"),
        ("keyring.backends.kwallet", "DBusKeyring"),
        ("keyring.backends.kwallet", "DBusKeyringKWallet4"),
        ("keyring.backends.macOS", "Keyring"),
        ("keyring.backends.Windows", "WinVaultKeyring"),
    }
)
"""Module and class of the backends that keep secrets encrypted under the user's login."""


@dataclass(frozen=True, slots=True)
class Scrypt:
    """Cost of turning a passphrase into a key (RFC 7914). The default takes 128 MB and about 0.3 s."""

    n: int = 2**17
    r: int = 8
    p: int = 1

    def sensible(self) -> bool:
        """Whether these figures, read from a file, can be computed without exhausting the machine."""
        return (
            2 <= self.n <= 2**20
            and self.n & (self.n - 1) == 0
            and 1 <= self.r <= 16
            and 1 <= self.p <= 16
            and 128 * self.n * self.r <= 2**30
        )

    def key(self, passphrase: str, salt: bytes) -> bytes:
        """32 bytes from a passphrase; the same one typed on another keyboard (NFKC) gives the same key."""
        text = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
        return ScryptFunction(salt=salt, length=KEY_BYTES, n=self.n, r=self.r, p=self.p).derive(text)

    def as_dict(self) -> dict[str, int]:
        """The figures, to be kept beside the salt."""
        return asdict(self)


class KeyStore:
    """The operating system's key store, holding one key for each vault."""

    def __init__(self, backend: KeyringBackend) -> None:
        self._backend = backend

    def get(self, account: str) -> bytes | None:
        """The key, or None where there is none of that name. Raises KeyStoreRefused."""
        try:
            found = self._backend.get_password(SERVICE, account)
        except Exception as error:
            raise _refused(error) from error
        if found is None:
            return None
        try:
            key = base64.b64decode(found, validate=True)
        except binascii.Error:
            return None
        return key if len(key) == KEY_BYTES else None

    def create(self, account: str) -> bytes:
        """A fresh random key, kept under that name and read back to be sure. Raises KeyStoreRefused."""
        key = secrets.token_bytes(KEY_BYTES)
        try:
            self._backend.set_password(SERVICE, account, base64.b64encode(key).decode())
        except Exception as error:
            raise _refused(error) from error
        if self.get(account) != key:
            raise KeyStoreRefused(details="the key that was stored did not come back")
        return key


def key_store() -> KeyStore | None:
    """The system's key store, or None where there is none that can be trusted."""
    import keyring.errors  # looks for backends when imported, some of which start a D-Bus conversation

    try:
        chosen = keyring.get_keyring()
    except (keyring.errors.KeyringError, RuntimeError, OSError):
        return None
    candidates = [chosen, *getattr(chosen, "backends", ())]  # the chainer tries several in turn
    for backend in candidates:
        kind = type(backend)
        if (kind.__module__, kind.__qualname__) in TRUSTED:
            return KeyStore(backend)
    return None


def _refused(error: Exception) -> KeyStoreRefused:
    # Backends raise their own kinds (D-Bus, OSStatus, Win32); none of them should look like a bug of ours.
    return KeyStoreRefused(details=repr(error))
