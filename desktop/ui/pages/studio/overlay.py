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


def mask_colour(style: int) -> QColor:
    """The colour that a style's mask is shown in, by its place in the list; they come round again."""
    return QColor(_COLOURS[style % len(_COLOURS)])


class Overlay:
    """A mask as a translucent image that is kept up while it is painted."""

    def __init__(self, mask: Mask, colour: QColor) -> None:
        levels = np.arange(256, dtype=np.float64) * (_COVER / 255)
        # 0xAARRGGBB with colours multiplied by alpha, as QImage wants it.
        channels = [levels * part for part in (255, colour.red(), colour.green(), colour.blue())]
        table = np.zeros(256, np.uint32)
        for channel in channels:
            table = table * np.uint32(256) + (channel + 0.5).astype(np.uint32)
        self._table: NDArray[np.uint32] = table
        self._mask = mask
        self._pixels: NDArray[np.uint32] = self._table[mask]

    def refresh(self, box: Box) -> None:
        """The mask changed in `box`."""
        left, top, right, bottom = box
        self._pixels[top:bottom, left:right] = self._table[self._mask[top:bottom, left:right]]

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
