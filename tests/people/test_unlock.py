"""Opening the enrolled: by the key store, by a passphrase, and in no third way."""

from __future__ import annotations

import os
import stat
import sys

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.null import Keyring as NullKeyring

from desktop.paths import Home
from desktop.people.errors import (
    KeyMissing,
    KeyStoreAbsent,
    KeyStoreRefused,
    NewPassphraseNeeded,
    PassphraseNeeded,
    WrongPassphrase,
)
from desktop.people.keys import Scrypt, key_store
from desktop.people.unlock import exists, unlock
from tests.people.conftest import MemoryStore
from tests.people.made import CHEAP, opened, raw, template


def enrol_lin(home: Home, passphrase: str | None) -> None:
    with opened(home, passphrase) as people:
        people.add("Lin", [template()])


def names(home: Home, passphrase: str | None = None) -> list[str]:
    with opened(home, passphrase) as people:
        return [person.name for person in people.list()]


def test_without_key_store_and_passphrase_nothing_is_made(home: Home) -> None:
    with pytest.raises(NewPassphraseNeeded, match="choose a passphrase") as caught:
        opened(home, None)
    assert caught.value.new
    assert not home.people.exists()
    assert not exists(home)


def test_a_passphrase_opens_what_it_locked(home: Home) -> None:
    enrol_lin(home, "grüße")
    assert names(home, "gru\u0308ße") == ["Lin"]  # typed on another keyboard
    with pytest.raises(PassphraseNeeded) as caught:
        opened(home, None)
    assert not caught.value.new


@pytest.mark.parametrize("wrong", ["open sesamE", " open sesame", "x", "open sesame" * 100])
def test_a_wrong_passphrase_opens_nothing_and_harms_nothing(home: Home, wrong: str) -> None:
    enrol_lin(home, "open sesame")
    before = raw(home)
    with pytest.raises(WrongPassphrase, match="Nothing was changed"):
        opened(home, wrong)
    assert raw(home) == before
    assert names(home, "open sesame") == ["Lin"]


def test_an_empty_passphrase_counts_as_none(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIKENESS_PASSPHRASE", "")
    with pytest.raises(PassphraseNeeded):
        opened(home, "")


def test_the_key_store_opens_what_it_locked(home: Home, store: MemoryStore) -> None:
    enrol_lin(home, None)
    assert names(home) == ["Lin"]
    assert len(store.kept) == 1
    (secret,) = store.kept.values()
    assert secret.encode() not in raw(home)


def test_two_homes_have_keys_of_their_own(home: Home, store: MemoryStore) -> None:
    second = Home(home.root.parent / "second")
    enrol_lin(home, None)
    enrol_lin(second, None)
    assert len(store.kept) == 2
    assert names(home) == names(second) == ["Lin"]


def test_the_environments_passphrase_wins_over_the_key_store(
    home: Home, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIKENESS_PASSPHRASE", "from outside")
    enrol_lin(home, None)
    assert not store.kept
    monkeypatch.setenv("LIKENESS_PASSPHRASE", "another")
    with pytest.raises(WrongPassphrase):
        opened(home, None)
    assert names(home, "from outside") == ["Lin"]  # what a user types wins over the environment


def test_a_passphrase_becomes_a_second_way_while_the_key_store_serves(home: Home, store: MemoryStore) -> None:
    enrol_lin(home, None)
    assert names(home, "second way") == ["Lin"]
    store.kept.clear()
    assert names(home, "second way") == ["Lin"]
    with pytest.raises(WrongPassphrase):
        opened(home, "third way")
    with pytest.raises(PassphraseNeeded):  # the key store can't, so the passphrase is asked for
        opened(home, None)


def test_a_passphrase_alone_does_not_open_what_the_key_store_locked(
    home: Home, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    enrol_lin(home, None)
    before = raw(home)
    monkeypatch.setattr(keyring, "get_keyring", NullKeyring)
    for passphrase in (None, "anything"):
        with pytest.raises(KeyStoreAbsent, match="desktop session"):
            opened(home, passphrase)
    assert raw(home) == before


def test_a_key_that_is_gone_or_wrong_is_said_so(home: Home, store: MemoryStore) -> None:
    enrol_lin(home, None)
    (account,) = store.kept
    for kept in ({}, {account: "bm8="}, {account: "not base64!"}, {account: "A" * 43 + "="}):
        store.kept = kept
        with pytest.raises(KeyMissing, match="no longer has the key"):
            opened(home, None)


def test_a_key_store_that_refuses_is_said_so(home: Home, store: MemoryStore) -> None:
    store.refusing = True
    with pytest.raises(KeyStoreRefused, match="unlock it"):
        opened(home, None)
    assert not home.people.exists()
    store.refusing = False
    enrol_lin(home, None)
    store.refusing = True
    with pytest.raises(KeyStoreRefused):
        opened(home, None)


def test_a_key_store_that_keeps_nothing_is_not_believed(home: Home, store: MemoryStore) -> None:
    store.set_password = lambda *given: None  # type: ignore[method-assign]
    with pytest.raises(KeyStoreRefused):
        opened(home, None)


class PlaintextKeyring(KeyringBackend):
    """What a plain-text backend looks like: everything works, nothing is locked."""

    priority = 5.0  # type: ignore[assignment]

    def get_password(self, service: str, username: str) -> str | None:
        raise AssertionError("never asked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise AssertionError("never given a key")


def test_a_backend_that_locks_nothing_counts_as_absent(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    for backend in (PlaintextKeyring, NullKeyring):
        monkeypatch.setattr(keyring, "get_keyring", backend)
        assert key_store() is None
        with pytest.raises(NewPassphraseNeeded):
            opened(home, None)


def test_of_several_backends_the_trusted_one_is_taken(
    home: Home, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Chain(PlaintextKeyring):
        backends = (PlaintextKeyring(), store)

    monkeypatch.setattr(keyring, "get_keyring", Chain)
    enrol_lin(home, None)
    assert len(store.kept) == 1


def test_a_backend_that_fails_to_start_counts_as_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> KeyringBackend:
        raise RuntimeError("no D-Bus")

    monkeypatch.setattr(keyring, "get_keyring", broken)
    assert key_store() is None


def test_a_passphrase_costs_an_attacker_128_megabytes_by_default(home: Home) -> None:
    assert Scrypt() == Scrypt(n=2**17, r=8, p=1)
    with unlock(home, "slow but sure"):
        pass
    assert names(home, "slow but sure") == []
    assert b'"n": 131072' in raw(home)


@pytest.mark.parametrize("cost", [Scrypt(n=2**30), Scrypt(n=3), Scrypt(n=0), Scrypt(r=10**6), Scrypt(p=0)])
def test_a_cost_that_would_exhaust_the_machine_is_not_computed(cost: Scrypt) -> None:
    assert CHEAP.sensible()
    assert not cost.sensible()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps access lists instead of modes")
def test_the_files_are_readable_by_the_user_alone(home: Home) -> None:
    old = os.umask(0)
    try:
        with opened(home) as people:
            people.add("Lin", [template()])
            files = sorted(home.root.glob("people.sqlite*"))
            assert [file.name for file in files] == [
                "people.sqlite",
                "people.sqlite-shm",
                "people.sqlite-wal",
            ]
            assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    finally:
        os.umask(old)
    assert stat.S_IMODE(home.root.stat().st_mode) == 0o700
    home.people.chmod(0o644)
    with opened(home):
        assert stat.S_IMODE(home.people.stat().st_mode) == 0o600


def test_a_first_start_that_was_killed_before_its_tables_is_taken_up(home: Home) -> None:
    home.people.touch()
    assert not exists(home)
    enrol_lin(home, "open sesame")
    assert names(home, "open sesame") == ["Lin"]
