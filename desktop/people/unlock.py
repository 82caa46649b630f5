"""Opening the enrolled: the database, and the vault's key by key store or passphrase.

Which way is taken:
1. A passphrase that was given, else LIKENESS_PASSPHRASE, wins over the key store.
2. Without one the key store opens what it has locked; a new database is locked with it.
3. Without either: PassphraseNeeded. There is no third way.
A database that only the key store opens, met with a passphrase while the key store serves, gets the
passphrase as a second way in; from then on a passphrase that is given has to be that one.
"""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
import uuid
from typing import NamedTuple

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.paths import Home
from desktop.people import schema
from desktop.people.database import PATIENCE, Database
from desktop.people.errors import (
    KeyMissing,
    KeyStoreAbsent,
    KeyStoreRefused,
    NewPassphraseNeeded,
    PassphraseNeeded,
    PeopleDamaged,
    WrongPassphrase,
)
from desktop.people.keys import Scrypt, key_store
from desktop.people.store import People
from desktop.people.vault import KEY_BYTES, Unopenable, Vault, seal, unseal

SALT_BYTES = 16
_KEY_STORE, _PASSPHRASE = "keystore", "passphrase"


class _Seal(NamedTuple):
    """One way to the vault's key, as the database keeps it."""

    kind: str
    vault: str
    parameters: str
    key: bytes

    @property
    def place(self) -> bytes:
        return f"seal|{self.vault}|{self.kind}|{self.parameters}".encode()

    def holding(self, key: bytes, under: bytes) -> _Seal:
        """This way, with the vault's key sealed under what the way gives."""
        return self._replace(key=seal(AESGCM(under), key, self.place))

    def opened(self, under: bytes) -> Vault:
        """The vault. Raises Unopenable."""
        return Vault(unseal(AESGCM(under), self.key, self.place))


def exists(home: Home) -> bool:
    """Whether anybody was ever enrolled here. False means that there is nothing to unlock either."""
    try:
        return home.people.stat().st_size > 0
    except OSError:
        return False


def unlock(
    home: Home, passphrase: str | None = None, *, cost: Scrypt | None = None, patience: float = PATIENCE
) -> People:
    """The enrolled of a home, for use in this thread; a new home gets a new vault.

    `cost` is what a new passphrase is protected with. Raises PassphraseNeeded (NewPassphraseNeeded where one
    is to be chosen), WrongPassphrase, KeyStoreAbsent, KeyStoreRefused, KeyMissing, and what `Database`
    raises. Then nothing was changed.
    """
    home.make()
    given = passphrase or os.environ.get("LIKENESS_PASSPHRASE") or None
    made = None if exists(home) else _new_seal(given, cost or Scrypt())
    database = Database(home.people, patience)
    try:
        with database.translated():
            if made is None and database.empty():  # a first start that was killed between file and tables
                made = _new_seal(given, cost or Scrypt())
            vault = (_create(database, *made) if made else None) or _open(database, given, cost or Scrypt())
            if schema.version(database.connection) < len(schema.MIGRATIONS):
                with database.changing() as connection:
                    schema.migrate(connection, vault)
        return People(database, vault)
    except BaseException:
        database.close()
        raise


def _new_seal(passphrase: str | None, cost: Scrypt) -> tuple[_Seal, Vault]:
    """A new vault and the way to it. Made before the file is, so that a refusal leaves nothing behind."""
    vault = Vault(secrets.token_bytes(KEY_BYTES))
    name = uuid.uuid4().hex
    if passphrase is not None:
        return _passphrase_seal(name, vault, passphrase, cost), vault
    store = key_store()
    if store is None:
        raise NewPassphraseNeeded
    way = _Seal(_KEY_STORE, name, "{}", b"")
    return way.holding(vault.key, store.create(f"vault {name}")), vault


def _passphrase_seal(name: str, vault: Vault, passphrase: str, cost: Scrypt) -> _Seal:
    salt = secrets.token_bytes(SALT_BYTES)
    way = _Seal(_PASSPHRASE, name, json.dumps({**cost.as_dict(), "salt": salt.hex()}), b"")
    return way.holding(vault.key, cost.key(passphrase, salt))


def _create(database: Database, way: _Seal, vault: Vault) -> Vault | None:
    """Make the tables in an empty file. None where another process was faster: then it is opened instead."""
    database.use_log()
    with database.changing() as connection:
        if not database.empty():
            return None
        schema.migrate(connection, vault)
        _keep(connection, way)
    return vault


def _keep(connection: sqlite3.Connection, way: _Seal) -> None:
    connection.execute("INSERT INTO seal (kind, vault, parameters, key) VALUES (?, ?, ?, ?)", way)


def _open(database: Database, passphrase: str | None, cost: Scrypt) -> Vault:
    rows = database.connection.execute("SELECT kind, vault, parameters, key FROM seal")
    ways = {row[0]: _Seal(*row) for row in rows}
    if passphrase is not None and _PASSPHRASE in ways:
        return _by_passphrase(database, ways[_PASSPHRASE], passphrase)
    if _KEY_STORE not in ways:
        if _PASSPHRASE not in ways:
            raise PeopleDamaged(path=database.path, details="no way to the vault's key")
        raise PassphraseNeeded
    try:
        vault = _by_key_store(database, ways[_KEY_STORE])
    except (KeyStoreAbsent, KeyStoreRefused, KeyMissing):
        if _PASSPHRASE in ways:
            raise PassphraseNeeded from None
        raise
    if passphrase is not None:
        way = _passphrase_seal(ways[_KEY_STORE].vault, vault, passphrase, cost)
        with database.changing() as connection:
            _keep(connection, way)
    return vault


def _by_passphrase(database: Database, way: _Seal, passphrase: str) -> Vault:
    try:
        found = json.loads(way.parameters)
        cost = Scrypt(int(found["n"]), int(found["r"]), int(found["p"]))
        salt = bytes.fromhex(found["salt"])
    except (ValueError, KeyError, TypeError) as error:
        raise PeopleDamaged(path=database.path, details=repr(error)) from error
    if not cost.sensible():
        raise PeopleDamaged(path=database.path, details=f"unusable cost {cost}")
    try:
        return way.opened(cost.key(passphrase, salt))
    except Unopenable as error:
        raise WrongPassphrase from error


def _by_key_store(database: Database, way: _Seal) -> Vault:
    store = key_store()
    if store is None:
        raise KeyStoreAbsent(path=database.path)
    key = store.get(f"vault {way.vault}")
    if key is None:
        raise KeyMissing(path=database.path)
    try:
        return way.opened(key)
    except Unopenable as error:
        raise KeyMissing(
            path=database.path, details="the key in the key store does not open the vault"
        ) from error
