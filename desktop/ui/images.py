"""Pictures between numpy and Qt. A QImage over numpy memory aliases it; what outlives a paint is copied."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from desktop.vectors import Picture


def view_image(picture: Picture) -> QImage:
    """A QImage over the picture's own memory: keep the picture as long as the image, and never write to it.

    `picture` is (h, w, 3) uint8 RGB; one that is not contiguous, a cut-out, is copied once; an empty one
    gives a null image. Raises ValueError for anything else.
    """
    if picture.dtype != np.uint8 or picture.ndim != 3 or picture.shape[2] != 3:
        raise ValueError(f"not a picture: {picture.dtype} {picture.shape}")
    height, width = picture.shape[:2]
    if not height or not width:
        return QImage()
    picture = np.ascontiguousarray(picture)  # the same array where it is so already
    image = QImage(picture.data, width, height, picture.strides[0], QImage.Format.Format_RGB888)
    # Held by the image's Python object: a copy made above would otherwise be gone before the first paint.
    image.likeness_memory = picture  # type: ignore[attr-defined]
    return image


def to_image(picture: Picture) -> QImage:
    """A QImage with memory of its own, in the format that paints fastest."""
    return view_image(picture).convertToFormat(QImage.Format.Format_RGB32)


def to_pixmap(picture: Picture) -> QPixmap:
    """A pixmap of the picture; needs a QGuiApplication."""
    return QPixmap.fromImage(to_image(picture))


def to_picture(image: QImage) -> Picture:
    """(h, w, 3) uint8 RGB of an image, transparency laid on white; a null image gives (0, 0, 3)."""
    if image.isNull():
        return np.zeros((0, 0, 3), np.uint8)
    if image.hasAlphaChannel():
        paper = QImage(image.size(), QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        # A device pixel ratio would make the painter place the image smaller than the paper.
        painter.drawImage(QRectF(paper.rect()), image, QRectF(image.rect()))
        painter.end()
        image = paper
    flat = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(flat.constBits(), np.uint8).reshape(flat.height(), flat.bytesPerLine())
    return rows[:, : flat.width() * 3].reshape(flat.height(), flat.width(), 3).copy()


def fit(inner: QSize, outer: QRectF) -> QRectF:
    """The largest rectangle of `inner`'s proportions, centred in `outer`; empty where either is empty."""
    if inner.isEmpty() or outer.isEmpty():
        return QRectF()
    scale = min(outer.width() / inner.width(), outer.height() / inner.height())
    made = QRectF(0, 0, inner.width() * scale, inner.height() * scale)
    made.moveCenter(outer.center())
    return made


def covered(image: QImage, width: int, height: int, radius: float, ratio: float = 1.0) -> QPixmap:
    """The image's middle cut to fill width x height logical pixels with rounded corners, for a tile."""
    made = QPixmap(round(width * ratio), round(height * ratio))
    made.fill(Qt.GlobalColor.transparent)
    made.setDevicePixelRatio(ratio)
    if image.isNull() or made.isNull():
        return made
    scale = max(width * ratio / image.width(), height * ratio / image.height())
    scaled = image.scaled(
        max(1, round(image.width() * scale)),
        max(1, round(image.height() * scale)),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    scaled.setDevicePixelRatio(ratio)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(0, 0, width, height), radius, radius)
    painter.setClipPath(outline)
    corner = QPointF((width - scaled.width() / ratio) / 2, (height - scaled.height() / ratio) / 2)
    painter.drawImage(corner, scaled)
    painter.end()
    return made
