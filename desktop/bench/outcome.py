"""What every benchmark gives: figures of ours and of peers from one run, and their ratios."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Curve = tuple[tuple[float, float], ...]
"""Seconds, and what was reached then."""

Figures = Mapping[str, float | int | str | Curve | None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`figures` are ours, `peers` the others', `ratio` ours over theirs: below 1 is faster than they are."""

    name: str
    device: str
    figures: Figures
    peers: Figures = field(default_factory=dict)
    ratio: Figures = field(default_factory=dict)
    table: tuple[tuple[str, ...], ...] = ()
    """What a person reads in place of the list of figures: headings, then rows of the same figures."""
