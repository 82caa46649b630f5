"""What one look at the machine found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Name = Literal["home", "disk", "weights", "device", "keys", "camera"]

INSTALL_AGAIN: Final = "Install Likeness again."
"""Advice where a part of the program itself is broken."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. Both templates are English; a window translates them before it fills."""

    name: Name
    ok: bool
    found: str
    """Template: how it stands."""
    remedy: str = ""
    """Template: what to do; empty where all is well."""
    fields: Mapping[str, object] = field(default_factory=dict)

    @property
    def what(self) -> str:
        """How it stands."""
        return self.found.format(**self.fields)

    @property
    def advice(self) -> str:
        """What to do; empty where all is well."""
        return self.remedy.format(**self.fields)
