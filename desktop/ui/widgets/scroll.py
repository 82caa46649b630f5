"""What may be higher than its place: it scrolls up and down, never across."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui import theme


def scrolled(inside: QWidget, name: str = "") -> QScrollArea:
    """An area around `inside`. The keyboard goes to what is in it, not to the area.

    `name` is what a screen reader says of it.
    """
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    area.setWidget(inside)
    return area


def column(widest: int) -> tuple[QWidget, QVBoxLayout]:
    """What goes into such an area where lines shall stay short: it, and the column to fill, at its left.

    `widest` is in pixels of 13-pixel text.
    """
    whole = QWidget()
    across = QHBoxLayout(whole)
    across.setContentsMargins(0, 0, theme.SPACING.unit, 0)
    narrow = QWidget()
    narrow.setMaximumWidth(theme.scaled(widest))
    across.addWidget(narrow, 1)
    across.addStretch()
    return whole, QVBoxLayout(narrow)
