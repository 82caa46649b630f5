"""What travels between the calibration's jobs and its page."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from desktop.faces.face import ModelId
from desktop.faces.thresholds import Calibration
from desktop.learn.groups import Group, QualityBin
from desktop.learn.identification import Identification
from desktop.learn.measure import Measured
from desktop.vectors import Vectors
from desktop.work.messages import Failure


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """The pictures that were measured, row by row. In memory only, and gone with the page's result."""

    vectors: Vectors
    people: tuple[str, ...]
    quality: NDArray[np.float64]

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody once, by name."""
        return tuple(sorted(set(self.people)))


@dataclass(frozen=True, slots=True, eq=False)
class Calibrated:
    """Everything that was measured of a folder of people (`folder` its name) or of the enrolled ("")."""

    folder: str
    model: ModelId
    sample: Sample
    measured: Measured
    found: Identification
    quality: tuple[QualityBin, ...]
    problems: tuple[Failure, ...] = ()
    """Pictures that were left out or taken with a doubt, and why."""


@dataclass(frozen=True, slots=True, eq=False)
class Grouped:
    """People by group: what the user said, and what each group's own pairs say."""

    labels: dict[str, str] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class InForce:
    """The thresholds that verify, Compare and recognition use; `own` where the user measured them."""

    model: ModelId
    calibration: Calibration | None
    own: bool
    before: dict[str, object] | None = None
    """The user's own table that this one took the place of, for undo."""
