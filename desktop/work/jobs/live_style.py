"""Painting camera frames."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, eq=False)
class Recording:
    """A file to record into."""

    path: Path


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """Everything the user wants of live style."""

    recording: Recording | None = None


@dataclass(frozen=True, slots=True, eq=False)
class LiveStyleNews:
    """One step."""


@dataclass(frozen=True, slots=True, eq=False)
class LiveStyleEnd:
    """The end."""


class LiveStyleJobs:
    """Jobs of live style."""
