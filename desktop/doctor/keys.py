"""What locks the enrolled: the key store or a passphrase."""

from __future__ import annotations

import os

from desktop.doctor.check import Check
from desktop.people.errors import KeyStoreRefused
from desktop.people.keys import key_store

_PROBE = "doctor"
"""An account that nobody has: asking for it wakes the key store and changes nothing."""


def keys() -> Check:
    """Whether something can lock and open the enrolled here; nothing is opened or changed."""
    if os.environ.get("LIKENESS_PASSPHRASE"):
        return Check("keys", True, "The passphrase in LIKENESS_PASSPHRASE locks the enrolled.")
    store = key_store()
    if store is None:
        return Check(
            "keys",
            False,
            "This machine has no key store, so a passphrase has to lock the enrolled.",
            "Type one whenever you are asked, or set LIKENESS_PASSPHRASE; a Linux desktop has GNOME Keyring "
            "or KWallet for it.",
        )
    try:
        store.get(_PROBE)
    except KeyStoreRefused:
        return Check(
            "keys",
            False,
            "The system's key store does not answer.",
            "Unlock it and try again; it asks for the password of your login.",
        )
    return Check("keys", True, "The system's key store locks the enrolled.")
