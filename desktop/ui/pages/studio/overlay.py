"""A mask laid over the picture in its style's colour, and the ring of the brush."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from desktop.style.recipe import Mask
from desktop.ui import theme
from desktop.ui.pages.studio.brush import Box

_COLOURS: Final = ("#4d94ff", "#ff9d2e", "#3ecf7a", "#f266c9", "#e8d02c", "#9b7bff", "#22cbd6", "#ff6a5a")
"""Told apart from each other and from most of what photos show; over pictures the scheme does not matter."""

_COVER = 0.5
_MIDDLE = 128


def mask_colour(style: int) -> QColor:
    """The colour that a style's mask is shown in, by its place in the list; they come round again."""
    return QColor(_COLOURS[style % len(_COLOURS)])


class Overlay:
    """A mask as a translucent image with a line along its middle level, kept up while it is painted."""

    def __init__(self, mask: Mask, colour: QColor) -> None:
        self._table = np.array([_premultiplied(colour, level * _COVER) for level in range(256)], np.uint32)
        self._line = np.uint32(_premultiplied(colour.lighter(135), 255))
        self._mask = mask
        self._pixels: NDArray[np.uint32] = np.zeros(mask.shape, np.uint32)
        height, width = mask.shape
        self.refresh((0, 0, width, height))

    def refresh(self, box: Box) -> None:
        """The mask changed in `box`."""
        height, width = self._mask.shape
        # One pixel more: the line runs where neighbours differ. One more again to know their neighbours.
        left, top, right, bottom = (max(0, box[0] - 1), max(0, box[1] - 1), box[2] + 1, box[3] + 1)
        outer_left, outer_top = max(0, left - 1), max(0, top - 1)
        part = self._mask[outer_top : bottom + 1, outer_left : right + 1]
        inside = np.pad(part >= _MIDDLE, 1, mode="edge")
        within = inside[:-2, 1:-1] & inside[2:, 1:-1] & inside[1:-1, :-2] & inside[1:-1, 2:]
        shades = np.where(inside[1:-1, 1:-1] & ~within, self._line, self._table[part])
        right, bottom = min(right, width), min(bottom, height)
        self._pixels[top:bottom, left:right] = shades[
            top - outer_top : bottom - outer_top, left - outer_left : right - outer_left
        ]

    def paint(self, painter: QPainter, frame: QRectF) -> None:
        """Over a picture whose whole is at `frame`."""
        height, width = self._pixels.shape
        # Made at each paint: an image that is kept would have to be told of every change under it.
        image = QImage(self._pixels.data, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(frame, image)


def draw_ring(
    painter: QPainter, at: QPointF, radius: float, softness: float, colour: QColor, *, erase: bool, keys: bool
) -> None:
    """The brush's rim, and inside it a faint ring where it covers wholly; dashed while it rubs out.

    `keys`: a cross in the middle, so that a small brush that the keyboard moves is not lost.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rim = QPen(QColor(255, 255, 255), 1.5)
    if erase:
        rim.setDashPattern([3, 3])
    inner = radius * (1 - softness)
    for pen, grown in ((QPen(QColor(0, 0, 0, 130), 3.5), 0.0), (rim, 0.0)):
        painter.setPen(pen)
        painter.drawEllipse(at, radius + grown, radius + grown)
    if softness > 0 and inner > 3:
        painter.setPen(QPen(QColor(255, 255, 255, 120), 1))
        painter.drawEllipse(at, inner, inner)
    if keys or radius < 3:
        for shade, width in ((QColor(0, 0, 0, 130), 3.5), (QColor(theme.DARK.accent_text), 1.5)):
            painter.setPen(QPen(shade, width))
            painter.drawLine(at - QPointF(6, 0), at + QPointF(6, 0))
            painter.drawLine(at - QPointF(0, 6), at + QPointF(0, 6))
    else:
        painter.setPen(QPen(QColor(0, 0, 0, 130), 3))
        painter.setBrush(colour)
        painter.drawEllipse(at, 2.0, 2.0)
    painter.restore()


def _premultiplied(colour: QColor, alpha: float) -> int:
    """0xAARRGGBB with colours multiplied by alpha (0..255), as QImage wants it."""
    red, green, blue = (round(part * alpha / 255) for part in (colour.red(), colour.green(), colour.blue()))
    return round(alpha) << 24 | red << 16 | green << 8 | blue
