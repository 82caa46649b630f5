"""The user's own networks, explored: spectrograms, curves, the frames of clips, the slices of volumes.

Their layers look at nothing beyond the input's ends, so what a unit spans always lies inside.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from desktop.errors import LikenessError
from desktop.explore import drawn
from desktop.explore.errors import RecordingTooSmall
from desktop.explore.explorable import Explorable, Scene, layers_of
from desktop.explore.found import Patch, Shown
from desktop.networks.chain import of_convnet
from desktop.networks.field import Field
from desktop.networks.tiles import Tile
from desktop.signals.kinds import CLIP, SERIES, SOUND, Kind
from desktop.signals.net_file import Net
from desktop.vectors import Picture

STRETCH: Final = 320
"""Places of a recording that are shown around a patch, a pixel or more each."""


@dataclass(frozen=True, eq=False)
class OwnExplorable(Explorable):
    """A network for one kind of input. What it is shown is (channels, *axes) float32, as its file is read."""

    kind: Kind = SOUND
    digest: str = ""
    """Of its numbers."""

    @classmethod
    def of(cls, net: Net, name: str, device: torch.device) -> OwnExplorable:
        """The network of a file, by the name it is explored under."""
        centre, spread = net.centre, net.spread
        chain = of_convnet(net.embedding().body, lambda values: (values - centre) / spread).to(device)
        # Too few to tell stretches.
        layers = tuple(replace(layer, block=1, moving=net.kind is CLIP) for layer in layers_of(chain))
        return cls(name, chain, layers, device, kind=net.kind, digest=net.digest)

    @property
    def sees(self) -> str:
        """The kind of its input."""
        return self.kind.name

    def shown(self, picture: Shown, name: str) -> Shown:
        """All of it."""
        return picture

    def lengths(self, shown: Shown) -> tuple[int, ...]:
        """How many places it has along each axis."""
        return shown.shape[1:]

    def too_small(self, shown: Shown, name: str, layer: str) -> LikenessError:
        """What is wrong where no layer has a place."""
        size = " x ".join(str(length) for length in shown.shape[1:])
        return RecordingTooSmall(name=name, size=size, layer=layer)

    def tensor(self, shown: Shown) -> Tensor:
        """(1, channels, *places)."""
        return torch.tensor(shown).to(self.device)[None]

    def tiles(self, lengths: Sequence[int]) -> list[Tile]:
        """Whole: what is read is bounded."""
        return [Tile.whole(lengths)]

    def cut(self, shown: Shown, patch: Patch) -> Picture:
        """A square of a spectrogram or a curve, four frames of a clip, three slices of a volume."""
        part = shown[(slice(None), *(slice(*span) for span in patch.spans))]
        if self.kind is SOUND:
            return drawn.squared(drawn.grey(part / _loudest(shown))[::-1])
        if self.kind is SERIES:
            return drawn.curve(part[0], drawn.HIGH, _loudest(shown))
        return self._solid(drawn.grey(part[0]))

    def painted(self, values: NDArray[np.uint8]) -> Picture:
        """Values (channels, *places) of a patch, 128 where they are zero, as a picture like that of `cut`."""
        if self.kind.dims == 3:
            return self._solid(values[0])
        rows = values[::-1] if self.kind is SOUND else np.repeat(values, drawn.HIGH, axis=0)
        return drawn.squared(rows)

    def _solid(self, part: drawn.Grey) -> Picture:
        """A part of a clip or a volume as one picture."""
        return drawn.frames(part) if self.kind is CLIP else drawn.middles(part)

    def scene(self, shown: Shown, patch: Patch, field: Field, values: NDArray[np.float32]) -> Scene:
        """The stretch of a recording around a patch, or the frame or slice through its middle."""
        if self.kind.dims == 3:
            (near, far), (top, bottom), (left, right) = patch.spans
            picture = drawn.coloured(drawn.grey(shown[0, (near + far) // 2]))
            return Scene(picture, (left, top, right, bottom), values[patch.place[0]], (field, field))
        return self._stretch(shown, patch, field, values)

    def _stretch(self, shown: Shown, patch: Patch, field: Field, values: NDArray[np.float32]) -> Scene:
        ((first, end),) = patch.spans
        length = shown.shape[1]
        left = max(0, min((first + end - STRETCH) // 2, length - STRETCH))
        part = shown[:, left : left + STRETCH]
        zoom = max(1, STRETCH // part.shape[1])
        if self.kind is SOUND:
            picture = drawn.coloured(np.repeat(drawn.grey(part / _loudest(shown))[::-1], 2, axis=0))
            picture = np.repeat(picture, zoom, axis=1)
        else:
            picture = drawn.curve(part[0], zoom * part.shape[1], _loudest(shown))
        high = picture.shape[0]
        # Units whose own stretch, a jump long around their middle, comes into the picture.
        edge = field.start + 0.5 - field.jump / 2
        low = max(0, math.floor((left - edge) / field.jump))
        high_unit = min(len(values), math.ceil((left + part.shape[1] - edge) / field.jump))
        start = (field.start + low * field.jump - left) * zoom + (zoom - 1) / 2
        across = Field(field.size * zoom, field.jump * zoom, start)
        box = ((first - left) * zoom, 0, (end - left) * zoom, high)
        return Scene(picture, box, values[None, low:high_unit], (Field(high, high, (high - 1) / 2), across))


def _loudest(shown: Shown) -> float:
    return float(np.abs(shown).max())
