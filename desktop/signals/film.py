"""What a film run is made of: the choices, what it tells while it runs and what it gives. No torch here."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.style.errors import BadRecipe
from desktop.style.recipe import LARGEST, SMALLEST, Style
from desktop.vectors import Picture

WAYS: Final = ("instant", "frames", "volume")
"""How a film is painted: see the modules named after them. The first is the fastest by far."""

NEEDED: Final = ("vgg19", "instant-predict", "instant-transform")
"""The weights of all three, as the catalogue names them."""


@dataclass(frozen=True, slots=True)
class FilmRecipe:
    """The choices of a run. `iterations`, `content_weight` and `style_weight` are of the two slow ways."""

    size: int = 512  # longer side of the result in pixels
    way: str = "instant"
    iterations: int = 40  # for each frame, or for each clip
    content_weight: float = 1.0
    style_weight: float = 1000.0

    def __post_init__(self) -> None:
        """Raises BadRecipe where a choice does not exist or a number is out of its range."""
        if self.way not in WAYS:
            raise BadRecipe(name="way", value=self.way, known=", ".join(WAYS))
        for name, low, high in (
            ("size", SMALLEST, LARGEST),
            ("iterations", 1, 10_000),
            ("content_weight", 0, 1e9),
            ("style_weight", 0, 1e12),
        ):
            value = getattr(self, name)
            if not math.isfinite(value) or not low <= value <= high:
                raise BadRecipe(name=name.replace("_", " "), value=value, known=f"{low:g} to {high:g}")


@dataclass(frozen=True, slots=True, eq=False)
class FilmWork:
    """A film (or a stack of slices), what it is to look like, and where the result goes."""

    source: Path
    style: Style
    out: Path
    recipe: FilmRecipe = FilmRecipe()
    measure: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class FilmStep:
    """A frame that is finished. `frames` is 0 where nobody knows how many there are."""

    frame: int  # how many are finished, from 1
    frames: int
    seconds: float  # since the run began, pauses left out
    remaining: float | None  # seconds, where it can be told
    picture: Picture
    content: Picture  # the film's own frame, at the same size

    @property
    def done(self) -> float:
        """For progress bars."""
        return self.frame

    @property
    def total(self) -> float:
        """For progress bars."""
        return self.frames

    @property
    def what(self) -> str:
        """For progress bars."""
        return f"frame {self.frame} of {self.frames}" if self.frames else f"frame {self.frame}"


@dataclass(frozen=True, slots=True)
class Flicker:
    """How far each frame is from the one before, carried along by the film's own motion, in grey levels.

    `flow_warp_error` is the root mean square over all that is not hidden, `per_frame_baseline` the same of
    the film painted frame by frame with the same settings and nothing that holds the frames together.
    """

    flow_warp_error: float
    per_frame_baseline: float


@dataclass(frozen=True, slots=True)
class FilmResult:
    """What a run ends with; `notes` are sentences, of a broken tail for instance."""

    path: Path
    frames: int
    seconds: float
    audio_kept: bool
    device: str
    flicker: Flicker | None = None
    notes: tuple[str, ...] = ()
