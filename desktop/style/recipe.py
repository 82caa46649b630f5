"""What a style run is made of: the choices, the pictures, what it tells while it runs and what it gives.

No torch here: the window and the command line speak these words before torch is loaded.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from desktop.style.errors import BadRecipe, NoStyle
from desktop.vectors import Picture

Mask = NDArray[np.uint8]
"""(height, width), 0..255, of any size in the content's aspect: how much a style belongs to each place."""

LAYERS: Final = tuple(
    f"conv{block}_{place}"
    for block, length in enumerate((2, 2, 4, 4, 4), start=1)
    for place in range(1, length + 1)
)
"""The layers of VGG-19 that a cost can look at, each after its ReLU."""

GATYS: Final = tuple((f"conv{block}_1", 1.0) for block in range(1, 6))
"""The style layers of Gatys et al. 2016 with lambda 1 each."""

INITS: Final = ("random", "content", "instant")
POOLINGS: Final = ("max", "average")
OPTIMIZERS: Final = ("lbfgs", "adam", "gradient")
COLOURS: Final = ("style", "luminance", "statistics")
DISTANCES: Final = ("gram", "wasserstein")

SMALLEST, LARGEST = 32, 16384
"""Pixels of the longer side that can be asked for."""

THINNEST: Final = 16
"""Pixels that each side of a given picture needs; below, there is nothing of it to see."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Every choice of a run. J = content_weight x J_content + style_weight x J_style + tv_weight x J_tv.

    The defaults are the constants of Gatys, Ecker and Bethge 2016: J_content is the mean squared error of one
    layer, J_style the sum over layers of lambda_l / C_l^2 x the mean squared error of Gram / (H W).
    """

    size: int = 512  # longer side of the result in pixels
    iterations: int = 200  # evaluations of J and its gradient, over all scales
    seconds: float = 0.0  # end after so many, 0: no limit
    init: str = "instant"  # random | content | instant
    content_weight: float = 1.0
    style_weight: float = 1000.0
    tv_weight: float = 0.0
    content_layer: str = "conv4_2"
    style_layers: tuple[tuple[str, float], ...] = GATYS  # layer and its lambda
    style_scale: float = 1.0  # longer side of the style picture over the result's: larger, broader strokes
    distance: str = "gram"  # gram | wasserstein (of mean and covariance)
    pooling: str = "max"  # max | average
    optimizer: str = "lbfgs"  # lbfgs | adam | gradient
    step: float = 1.0  # times the optimiser's own step
    colour: str = (
        "style"  # style | luminance (only lightness changes) | statistics (style in content's colours)
    )
    seed: int = 0  # of the noise

    def __post_init__(self) -> None:
        """Raises BadRecipe where a choice does not exist or a number is out of its range."""
        for name, known in (
            ("init", INITS),
            ("pooling", POOLINGS),
            ("optimizer", OPTIMIZERS),
            ("colour", COLOURS),
            ("distance", DISTANCES),
            ("content_layer", LAYERS),
        ):
            if getattr(self, name) not in known:
                raise BadRecipe(
                    name=name.replace("_", " "), value=getattr(self, name), known=", ".join(known)
                )
        for name, low, high in (
            ("size", SMALLEST, LARGEST),
            ("iterations", 0, 100_000),
            ("seconds", 0, 1e7),
            ("content_weight", 0, 1e9),
            ("style_weight", 0, 1e12),
            ("tv_weight", 0, 1e9),
            ("style_scale", 0.1, 4),
            ("step", 1e-4, 1e4),
            ("seed", 0, 2**63 - 1),
        ):
            value = getattr(self, name)
            if not math.isfinite(value) or not low <= value <= high:
                raise BadRecipe(name=name.replace("_", " "), value=value, known=f"{low:g} to {high:g}")
        names = [layer for layer, _ in self.style_layers]
        for layer, weight in self.style_layers:
            if layer not in LAYERS or names.count(layer) > 1:
                raise BadRecipe(name="style layers", value=layer, known=", ".join(LAYERS))
            if not math.isfinite(weight) or not 0 <= weight <= 1e6:
                raise BadRecipe(name="weight of " + layer, value=weight, known="0 to 1e+06")

    @classmethod
    def from_mapping(cls, found: Mapping[str, Any]) -> Recipe:
        """The recipe in a JSON object from anywhere; what is missing or does not fit keeps its default."""
        recipe = cls()
        for field in fields(cls):
            try:
                value = found[field.name]
                if field.name == "style_layers":
                    value = tuple((str(layer), float(weight)) for layer, weight in value)
                elif isinstance(field.default, str):
                    value = str(value)
                else:
                    value = int(value) if isinstance(field.default, int) else float(value)
                recipe = replace(recipe, **{field.name: value})
            except (KeyError, TypeError, ValueError, OverflowError, BadRecipe):
                continue
        return recipe


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """A style picture, how much of it, and where (None: everywhere)."""

    picture: Picture
    weight: float = 1.0
    mask: Mask | None = None
    name: str = ""  # what the user calls it; never a path


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """Everything a run needs. `content` and `styles` are as the user gave them, of any size."""

    content: Picture
    styles: tuple[Style, ...]
    recipe: Recipe = Recipe()
    name: str = ""  # what the user calls the content; never a path


def counted(styles: Sequence[Style]) -> tuple[Style, ...]:
    """Those with a weight above zero. Raises NoStyle where there is none."""
    found = tuple(style for style in styles if style.weight > 0)
    if not found:
        raise NoStyle()
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Start:
    """Where a run goes on or forks: a kept canvas and how many iterations it has had."""

    canvas: Picture
    iteration: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Losses:
    """The weighted parts of J; `total` is their sum."""

    content: float
    style: float
    tv: float = 0.0

    @property
    def total(self) -> float:
        """J."""
        return self.content + self.style + self.tv


@dataclass(frozen=True, slots=True, eq=False)
class StyleStep:
    """One iteration. `picture` is what a user sees and saves, `canvas` the G that the optimiser works on.

    The two differ only where the colour is not the style's. Both have the size of the current scale. `notes`
    are all sentences said so far (English templates filled), so none is lost when steps are skipped.
    """

    iteration: int  # over all scales; 0 is the picture the run starts from
    iterations: int
    losses: Losses | None  # None at iteration 0
    seconds: float  # spent in the optimisation, pauses left out
    remaining: float | None  # seconds, where it can be told
    picture: Picture
    canvas: Picture
    notes: tuple[str, ...] = ()

    @property
    def done(self) -> float:
        """For progress bars."""
        return self.iteration

    @property
    def total(self) -> float:
        """For progress bars."""
        return self.iterations

    @property
    def what(self) -> str:
        """For progress bars: the scale, and how good it is."""
        height, width = self.picture.shape[:2]
        cost = "" if self.losses is None else f", J {self.losses.total:.3g}"
        return f"{width} x {height}{cost}"


@dataclass(frozen=True, slots=True, eq=False)
class StyleResult:
    """What a run ends with; `curve` has (seconds, J) for every iteration."""

    picture: Picture
    canvas: Picture
    iterations: int
    seconds: float
    first_picture_seconds: float
    losses: Losses
    curve: tuple[tuple[float, float], ...]
    peak_memory_mb: float
    device: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """An instant picture; `whole` where it has its full size already."""

    picture: Picture
    seconds: float
    whole: bool
