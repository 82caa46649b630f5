"""What a network sees while it learns: everybody in the plane, and the triplets that cost it most."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import theme
from desktop.ui.images import to_image
from desktop.ui.pages.calibrate.plot import Card
from desktop.ui.widgets.labels import label
from desktop.work.learn_messages import Lesson, Triple

_LOW = 176
_DOT = 4.0
_GOLDEN = 0.61803398875  # hues that follow each other by it never come near one another
_FACE = 52
_GAP = 4
_BETWEEN = 20


class _Plane(QWidget):
    """Dots on a surface, each in its person's colour."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.places: NDArray[np.float32] = np.empty((0, 2), np.float32)
        self.codes: NDArray[np.intp] = np.empty(0, np.intp)
        theme.state().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The dots, spread over what room there is; both axes in one scale."""
        if not len(self.places):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        low, high = self.places.min(axis=0), self.places.max(axis=0)
        middle, span = (low + high) / 2, np.maximum(high - low, 1e-6)
        scale = min((self.width() - 4 * _DOT) / span[0], (self.height() - 4 * _DOT) / span[1])
        light = theme.colour("page").lightness() > 127
        painter.setPen(theme.colour("surface"))
        for (x, y), code in zip(self.places, self.codes, strict=True):
            hue = (int(code) * _GOLDEN) % 1.0
            painter.setBrush(QColor.fromHslF(hue, 0.6, 0.42 if light else 0.66, 0.9))
            at = QPointF(
                self.width() / 2 + float(x - middle[0]) * scale,
                self.height() / 2 - float(y - middle[1]) * scale,
            )
            painter.drawEllipse(at, _DOT, _DOT)
        painter.end()


class PlaneCard(Card):
    """Embeddings projected to the plane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Faces in the plane"))
        self.setAccessibleName(self.title.text())
        self.body.addWidget(label(self.tr("A dot is a picture, a colour is a person"), "caption"))
        self.plane = _Plane()
        self.body.addWidget(self.plane, 1)
        self.setMinimumHeight(_LOW)

    def show_lesson(self, lesson: Lesson) -> None:
        """Show the newest projection."""
        self.plane.places, self.plane.codes = lesson.plane, lesson.codes
        people = len(np.unique(lesson.codes))
        self.setAccessibleDescription(
            self.tr("{count} pictures of {people} people").format(count=len(lesson.plane), people=people)
        )
        self.plane.update()

    def forget(self) -> None:
        """Show nobody."""
        self.plane.places, self.plane.codes = np.empty((0, 2), np.float32), np.empty(0, np.intp)
        self.plane.update()


class _Faces(QWidget):
    """Rows of three faces, as many as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.triples: tuple[Triple, ...] = ()
        theme.state().changed.connect(self.update)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """One triplet."""
        return QSize(3 * _FACE + 2 * _GAP, _FACE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Three faces a triplet; the third has the colour of the others' histogram below it."""
        wide = 3 * _FACE + 2 * _GAP
        columns = max(1, (self.width() + _BETWEEN) // (wide + _BETWEEN))
        rows = max(1, (self.height() + _GAP) // (_FACE + _GAP + 4))
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for number, triple in enumerate(self.triples[: columns * rows]):
            left = number % columns * (wide + _BETWEEN)
            top = number // columns * (_FACE + _GAP + 4)
            for place, (face, colour) in enumerate(
                ((triple.anchor, "accent"), (triple.positive, "accent"), (triple.negative, "warn"))
            ):
                box = QRectF(left + place * (_FACE + _GAP), top, _FACE, _FACE)
                path = QPainterPath()
                path.addRoundedRect(box, theme.RADII.control, theme.RADII.control)
                painter.save()
                painter.setClipPath(path)
                painter.drawImage(box, to_image(face))
                painter.fillRect(QRectF(box.left(), box.bottom() - 4, box.width(), 4), theme.colour(colour))
                painter.restore()
        painter.end()


class TripletCard(Card):
    """The triplets of the newest batch that cost most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Hardest triplets"))
        self.setAccessibleName(self.title.text())
        self.body.addWidget(label(self.tr("Anchor, the same person, somebody else"), "caption"))
        self.body.addSpacing(theme.SPACING.half)
        self.faces = _Faces()
        self.body.addWidget(self.faces, 1)
        self.setMinimumHeight(_LOW)

    def show_lesson(self, lesson: Lesson) -> None:
        """Show the newest."""
        self.faces.triples = lesson.hardest
        self.setAccessibleDescription(self.tr("{count} triplets").format(count=len(lesson.hardest)))
        self.faces.update()

    def forget(self) -> None:
        """Show nobody."""
        self.faces.triples = ()
        self.faces.update()
