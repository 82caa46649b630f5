"""A sound to look at: its waveform, its spectrogram below, and where it plays."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.signals.audio import RATE, Samples
from desktop.signals.recipe import Spectrogram
from desktop.ui import theme

_WAVE: Final = 0.28  # of the height
_COLUMNS: Final = 800  # no more are drawn, however long the sound is
_ROWS: Final = 224
_LOWEST: Final = 40.0  # hertz; rows are equal ratios of frequency from here up, as pitch is heard
_GAP: Final = 6


class SoundView(QWidget):
    """`show_sound` at any rate. A click says the moment it was on, in seconds: `sought`."""

    sought = Signal(float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(96)
        self.seconds = 0.0
        self._top = self._bottom = np.zeros(0, np.float32)
        self._levels: NDArray[np.uint8] = np.zeros((0, 0), np.uint8)
        self._image = QImage()
        self._at: float | None = None
        theme.state().changed.connect(self._dress)

    def show_sound(self, samples: Samples, spectrogram: Spectrogram) -> None:
        """(n,) samples at RATE and their (1025, t) log magnitude."""
        self.seconds = len(samples) / RATE
        self._top, self._bottom = envelope(samples)
        self._levels = levels(spectrogram)
        self._dress()

    def set_position(self, seconds: float | None) -> None:
        """Where it plays; None where it does not."""
        if seconds != self._at:
            self._at = seconds
            self.update()

    def position(self) -> float | None:
        """Where the line stands, in seconds."""
        return self._at

    def drawn(self) -> tuple[int, int]:
        """Columns and rows of the spectrogram as it is drawn."""
        return self._image.width(), self._image.height()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide and low."""
        return QSize(320, 180)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click is a moment of the sound."""
        if event.button() == Qt.MouseButton.LeftButton and self.seconds:
            share = min(max(event.position().x() / max(1, self.width()), 0.0), 1.0)
            self.sought.emit(share * self.seconds)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The waveform above, the spectrogram below, a line through both."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        high = self.height() * _WAVE
        place = QRectF(0, high + _GAP, self.width(), self.height() - high - _GAP)
        self._paint_wave(painter, QRectF(0, 0, self.width(), high))
        outline = QPainterPath()
        outline.addRoundedRect(place, theme.RADII.control, theme.RADII.control)
        painter.setClipPath(outline)
        painter.fillRect(place, theme.colour("stage"))
        painter.drawImage(place, self._image)
        painter.setClipping(False)
        if self._at is not None and self.seconds:
            x = self.width() * min(1.0, self._at / self.seconds)
            painter.fillRect(QRectF(x - 1, 0, 2, self.height()), theme.colour("text"))
        painter.end()

    def _paint_wave(self, painter: QPainter, place: QRectF) -> None:
        count = len(self._top)
        if count < 2:
            return
        middle, reach = place.center().y(), place.height() / 2 - 1
        xs = np.linspace(place.left(), place.right(), count).tolist()
        upper = [
            QPointF(x, middle - reach * max(y, 0.01)) for x, y in zip(xs, self._top.tolist(), strict=True)
        ]
        lower = [
            QPointF(x, middle - reach * min(y, -0.01)) for x, y in zip(xs, self._bottom.tolist(), strict=True)
        ]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))

    @Slot()
    def _dress(self) -> None:
        rows, columns = self._levels.shape
        if columns:
            image = QImage(self._levels.data, columns, rows, columns, QImage.Format.Format_Indexed8)
            image.setColorTable(_ramp())
            self._image = image.convertToFormat(QImage.Format.Format_RGB32)
        self.update()


def envelope(samples: Samples) -> tuple[Samples, Samples]:
    """The highest and the lowest sample of each of at most _COLUMNS stretches."""
    count = min(_COLUMNS, len(samples))
    starts = np.linspace(0, len(samples), count, endpoint=False).astype(np.intp)
    if not count:
        return samples, samples
    return np.maximum.reduceat(samples, starts), np.minimum.reduceat(samples, starts)


def levels(spectrogram: Spectrogram) -> NDArray[np.uint8]:
    """(rows, columns) brightness, high frequencies on top, rows equal ratios of frequency apart.

    Row by row the loudest of the frequencies it stands for; the brightest place is 255.
    """
    bins = len(spectrogram)
    at = np.geomspace(_LOWEST, RATE / 2, _ROWS + 1) * 2 * (bins - 1) / RATE
    edges = np.clip(np.floor(at).astype(np.intp), 0, bins - 1)
    columns = np.linspace(0, spectrogram.shape[1], min(_COLUMNS, spectrogram.shape[1]), endpoint=False)
    thinned = spectrogram[:, columns.astype(np.intp)]
    # Where two edges are the same, reduceat takes that one frequency.
    loudest = np.maximum.reduceat(thinned, edges[:-1], axis=0)[::-1]
    top = float(loudest.max(initial=0.0)) or 1.0
    return np.ascontiguousarray(255 * np.clip(loudest / top, 0, 1), np.uint8)


def _ramp() -> list[int]:
    """256 colours from the ground over the accent to the text's."""
    stops = [theme.colour(name) for name in ("stage", "accent", "text")]
    made = []
    for value in range(256):
        share = value / 255 * 2
        low, part = stops[int(min(share, 1.0))], share - min(int(share), 1)
        high = stops[int(min(share, 1.0)) + 1]
        made.append(
            QColor(
                *(
                    round((1 - part) * one + part * other)
                    for one, other in zip(low.getRgb()[:3], high.getRgb()[:3], strict=True)  # type: ignore[index]
                )
            ).rgb()
        )
    return made
