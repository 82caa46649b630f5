"""One picture of the canvas, made ready for the painter: only what is looked at is scaled, and only once."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from desktop.ui.images import to_image
from desktop.vectors import Picture

_CACHED = 6_000_000
"""Device pixels of a scaled copy: more is sampled where it is seen instead."""

_SOFTENED = 3_000_000
"""Pixels up to which a coarse picture is doubled before it is stretched."""


class Layer:
    """Paints a picture into any frame: averaged where it shrinks, soft where it grows, squares where `sharp`.

    The picture is converted when it is first painted, so of many that arrive between two paints one is.
    """

    def __init__(self) -> None:
        self._picture: Picture | None = None
        self._levels: list[QImage] = []  # each half of the one before
        self._scaled = QPixmap()
        self._softened = QImage()

    def set(self, picture: Picture | None) -> None:
        """Show another picture; one without pixels is none."""
        self._picture = picture if picture is not None and picture.size else None
        self._levels, self._scaled, self._softened = [], QPixmap(), QImage()

    @property
    def picture(self) -> Picture | None:
        """What was set."""
        return self._picture

    @property
    def size(self) -> QSize:
        """In its own pixels; empty where there is no picture."""
        if self._picture is None:
            return QSize()
        height, width = self._picture.shape[:2]
        return QSize(width, height)

    def paint(
        self, painter: QPainter, frame: QRectF, seen: QRectF, ratio: float, *, base: QSize, sharp: bool
    ) -> None:
        """Paint what `seen` shows of the picture whose whole is at `frame`, in logical pixels.

        `base` is the size of the picture that zoom is measured by: one with fewer pixels is stretched softly
        and never shown as squares.
        """
        part = frame & seen
        if self._picture is None or part.isEmpty():
            return
        size = self.size
        scale = frame.width() * ratio / size.width()
        wanted = QSize(max(1, round(frame.width() * ratio)), max(1, round(frame.height() * ratio)))
        coarse = size.width() < base.width()
        smooth = not (sharp and not coarse)
        if scale < 1 and wanted.width() * wanted.height() <= _CACHED:
            # Its pixels are the screen's already; the painter cuts away what is not to be seen.
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawPixmap(frame.topLeft(), self._averaged(wanted, scale, ratio))
            return
        image = self._stretchable(wanted) if coarse and smooth else self._level(scale)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        _draw_part(painter, image, frame, part)

    def _averaged(self, wanted: QSize, scale: float, ratio: float) -> QPixmap:
        """All of the picture at the screen's own pixels."""
        if self._scaled.size() != wanted:
            # Halves are made when they are wanted again: while one zooms, not for each result.
            image = self._level(1.0 if self._scaled.isNull() else scale)
            if image.size() != wanted:
                image = image.scaled(
                    wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
            self._scaled = QPixmap.fromImage(image)
        self._scaled.setDevicePixelRatio(ratio)
        return self._scaled

    def _level(self, scale: float) -> QImage:
        """The smallest of the halved copies that has more pixels than the screen shows."""
        if not self._levels:
            assert self._picture is not None
            self._levels.append(to_image(self._picture))
        wanted = max(0, math.floor(-math.log2(scale))) if scale < 1 else 0
        while len(self._levels) <= wanted and min(_pair(self._levels[-1])) > 1:
            last = self._levels[-1]
            half = QSize((last.width() + 1) // 2, (last.height() + 1) // 2)
            self._levels.append(
                last.scaled(
                    half, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
            )
        return self._levels[min(wanted, len(self._levels) - 1)]

    def _stretchable(self, wanted: QSize) -> QImage:
        """A coarse picture doubled towards its frame.

        Doubling with straight lines in between, again and again, ends in a quadratic B-spline: no squares, no
        stars, which stretching it at once would show.
        """
        image = self._softened
        if image.isNull() or image.width() > 2 * wanted.width():
            image = self._level(1.0)
        while image.width() * 2 <= wanted.width() and image.width() * image.height() * 4 <= _SOFTENED:
            image = image.scaled(
                image.size() * 2,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self._softened = image
        return image


def _draw_part(painter: QPainter, image: QImage, frame: QRectF, part: QRectF) -> None:
    """Draw the whole pixels of `image` that cover `part`: a cut pixel would shift its neighbours."""
    across, down = frame.width() / image.width(), frame.height() / image.height()
    left = max(0, math.floor((part.left() - frame.left()) / across) - 1)
    top = max(0, math.floor((part.top() - frame.top()) / down) - 1)
    right = min(image.width(), math.ceil((part.right() - frame.left()) / across) + 1)
    bottom = min(image.height(), math.ceil((part.bottom() - frame.top()) / down) + 1)
    source = QRectF(left, top, right - left, bottom - top)
    target = QRectF(
        frame.left() + left * across,
        frame.top() + top * down,
        source.width() * across,
        source.height() * down,
    )
    painter.drawImage(target, image, source)


def _pair(image: QImage) -> tuple[int, int]:
    return image.width(), image.height()
