"""Homes with cheap vaults and a key store in memory."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring

from desktop.paths import Home
from desktop.people.store import People
from tests.people.made import opened


class MemoryStore(KeyringBackend):
    """A key store in memory that passes for the Secret Service."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.refusing = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.refusing:
            raise RuntimeError("the collection is locked")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.refusing:
            raise RuntimeError("the collection is locked")
        self.kept[service, username] = password


MemoryStore.__module__ = "keyring.backends.SecretService"
MemoryStore.__qualname__ = "Keyring"


@pytest.fixture(autouse=True)
def no_key_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """No key store and no passphrase, unless a test brings them."""
    monkeypatch.delenv("LIKENESS_PASSPHRASE", raising=False)
    monkeypatch.setattr(keyring, "get_keyring", NoKeyring)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, no_key_store: None) -> MemoryStore:
    """A key store that can be trusted."""
    made = MemoryStore()
    monkeypatch.setattr(keyring, "get_keyring", lambda: made)
    return made


@pytest.fixture
def people(home: Home) -> Iterator[People]:
    """An open, empty vault."""
    with opened(home) as made:
        yield made
