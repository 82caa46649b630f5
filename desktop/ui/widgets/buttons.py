"""Buttons that never lack an accessible name."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop.ui import icons, theme

_INK = {"primary": "on_accent", "danger": "on_bad", "quiet": "accent_text", "link": "accent_text"}


def button(text: str, kind: str = "", icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """A button with words; `kind` is primary (one a page), quiet, link, danger or plain."""
    made = QPushButton(text, parent)
    made.setProperty("kind", kind)
    made.setAccessibleName(text)
    if icon_name:
        # Qt leaves 4 pixels between icon and words; the icon brings 4 more of its own.
        made.setIconSize(QSize(18 + icons.GAP, 18))
        icons.put(made, icon_name, _INK.get(kind, "text"), 18, gap=icons.GAP)
    return made


def icon_button(
    icon_name: str,
    name: str,
    *,
    colour: str = "text",
    size: int = theme.SIZES.icon,
    parent: QWidget | None = None,
) -> QToolButton:
    """A button with an icon alone; `name` is its tooltip and what a screen reader says."""
    made = QToolButton(parent)
    made.setProperty("kind", "quiet")
    made.setIconSize(QSize(size, size))
    icons.put(made, icon_name, colour, size)
    rename(made, name)
    return made


def rename(made: QToolButton, name: str) -> None:
    """Change the words of an icon button."""
    made.setToolTip(name)
    made.setAccessibleName(name)
