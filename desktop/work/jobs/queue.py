"""The queue's pictures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Saved:
    """A picture that was painted and saved."""

    path: str


@dataclass(frozen=True, slots=True)
class Wish:
    """One picture of the queue."""


class QueueJobs:
    """Jobs of the queue."""
