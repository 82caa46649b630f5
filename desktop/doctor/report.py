"""What was found as text to pass on: without paths, and without names of cameras, which may be people's."""

from __future__ import annotations

import platform
import sys
from collections.abc import Sequence
from typing import Final

from desktop import __version__
from desktop.doctor.check import Check

_HIDDEN: Final = {
    ("home", "path"): "the home folder",
    ("disk", "path"): "the home folder",
    ("camera", "names"): "a camera",
    ("weights", "name"): "a model",  # of the user's own
}
"""Fields of a check that may say who the user is, and what is said instead."""


def report(checks: Sequence[Check]) -> str:
    """A line about the machine and one for each check, in English."""
    machine = f"Likeness {__version__}, Python {sys.version.split()[0]}, {platform.platform()}"
    return "\n".join([machine, *(_line(check) for check in checks)]) + "\n"


def _line(check: Check) -> str:
    told = {name: _HIDDEN.get((check.name, name), value) for name, value in check.fields.items()}
    said = f"{check.found} {check.remedy}".format(**told).strip()
    return f"{check.name}: {'fine' if check.ok else 'to do'}. {said}"
