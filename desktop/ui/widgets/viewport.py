"""Where a picture lies in a view, and how zooming and panning move it. No Qt.

Lengths and places in the view are logical pixels; `zoom` is device pixels a picture pixel, so that 1.0 is 1:1
on every screen. The picture's own places are pixels too: 0, 0 is its upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

SMALLEST: Final = 0.05
LARGEST: Final = 32.0
KEPT: Final = 48.0
"""Pixels of the picture that stay in view however far it is pushed."""

_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Viewport:
    """A picture of `width` x `height` in a view of `view_width` x `view_height`; its corner is at `x`, `y`.

    While `fitted`, it follows the view's size.
    """

    width: float
    height: float
    view_width: float
    view_height: float
    margin: float = 0.0  # left free on each side by `fit`
    ratio: float = 1.0  # device pixels a logical pixel
    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0
    fitted: bool = True

    @property
    def scale(self) -> float:
        """Logical pixels a picture pixel."""
        return self.zoom / self.ratio

    @property
    def place(self) -> tuple[float, float, float, float]:
        """x, y, width, height of the whole picture in the view; on device pixels: 1:1 is not blurred."""
        x, y = (round(value * self.ratio) / self.ratio for value in (self.x, self.y))
        return x, y, self.width * self.scale, self.height * self.scale

    @property
    def whole(self) -> bool:
        """Whether all of the picture is to be seen."""
        wide, high = self.width * self.scale, self.height * self.scale
        return wide <= self.view_width + _ROUNDING and high <= self.view_height + _ROUNDING

    def fit(self) -> Viewport:
        """All of the picture, as large as it gets, in the middle."""
        zoom = self._fitting()
        return replace(self, zoom=zoom, fitted=True)._centred()

    def zoomed(self, zoom: float, at: tuple[float, float] | None = None) -> Viewport:
        """At another zoom, the picture's point under `at` (default the view's middle) staying where it is.

        A picture that is seen whole is put in the middle instead: nothing of it can be out of sight.
        """
        zoom = min(max(zoom, min(SMALLEST, self._fitting())), LARGEST)
        ax, ay = at or (self.view_width / 2, self.view_height / 2)
        # Outside the picture its nearest point is held: it would run away from the pointer otherwise.
        ax = min(max(ax, self.x), self.x + self.width * self.scale)
        ay = min(max(ay, self.y), self.y + self.height * self.scale)
        grown = zoom / self.zoom
        made = replace(
            self, zoom=zoom, x=ax - (ax - self.x) * grown, y=ay - (ay - self.y) * grown, fitted=False
        )
        return made._kept()

    def panned(self, dx: float, dy: float) -> Viewport:
        """Moved by logical pixels, never out of sight."""
        return replace(self, x=self.x + dx, y=self.y + dy, fitted=self.fitted and self.whole)._kept()

    def resized(self, view_width: float, view_height: float, ratio: float) -> Viewport:
        """In a view of another size; the point in the middle stays there."""
        made = replace(self, view_width=view_width, view_height=view_height, ratio=ratio)
        if self.fitted:
            return made.fit()
        px, py = self.to_picture(self.view_width / 2, self.view_height / 2)
        return replace(made, x=view_width / 2 - px * made.scale, y=view_height / 2 - py * made.scale)._kept()

    def to_picture(self, x: float, y: float) -> tuple[float, float]:
        """The picture's point at a place of the view."""
        return (x - self.x) / self.scale, (y - self.y) / self.scale

    def to_view(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the picture is in the view."""
        return self.x + x * self.scale, self.y + y * self.scale

    def _fitting(self) -> float:
        free = (max(1.0, self.view_width - 2 * self.margin), max(1.0, self.view_height - 2 * self.margin))
        return min(LARGEST, self.ratio * min(free[0] / self.width, free[1] / self.height))

    def _centred(self) -> Viewport:
        return replace(
            self,
            x=(self.view_width - self.width * self.scale) / 2,
            y=(self.view_height - self.height * self.scale) / 2,
        )

    def _kept(self) -> Viewport:
        if self.whole:
            return self._centred()
        return replace(
            self,
            x=_within(self.x, self.width * self.scale, self.view_width),
            y=_within(self.y, self.height * self.scale, self.view_height),
        )


def _within(start: float, length: float, view: float) -> float:
    kept = min(KEPT, length, view)
    return min(max(start, kept - length), view - kept)
