"""The program's icon: the mark of the house on its own dark ground."""

from __future__ import annotations

import os
from pathlib import Path

_GROUND, _SHARE = 0.22, 0.78  # radius of the corners, and what the mark takes of the side


def draw(file: Path, side: int = 512) -> None:
    """Write the icon as a PNG of `side` pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

    from desktop.ui import icons, theme

    app = QGuiApplication.instance() or QGuiApplication([])
    picture = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.DARK.page))
    painter.drawRoundedRect(QRectF(0, 0, side, side), side * _GROUND, side * _GROUND)
    # Drawn as a small icon and enlarged: its lines are to be seen at 16 pixels too.
    inner = side * _SHARE
    mark = icons.pixmap("likeness", theme.DARK.accent, 24, inner / 24)
    at = round((side - inner) / 2)
    painter.drawPixmap(at, at, round(inner), round(inner), mark)
    painter.end()
    picture.save(str(file))
    del app
