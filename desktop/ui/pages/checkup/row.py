"""One check: an icon and a word for how it stands, what was found, what to do, and a button that helps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.doctor.check import Check
from desktop.ui import icons, theme
from desktop.ui.pages.checkup import words
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label

_WORD = 64  # pixels for “To do”


class CheckRow(QWidget):
    """`wanted` brings what the button is for: folder, fetch, models, settings or live."""

    wanted = Signal(str)

    def __init__(self, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = check
        edge = theme.SPACING.gap
        line = QHBoxLayout(self)
        line.setContentsMargins(edge, theme.SPACING.unit + 4, edge, theme.SPACING.unit + 4)
        line.setSpacing(theme.SPACING.gap)
        self._sign = QLabel()
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self.word = label(self.tr("Fine") if check.ok else self.tr("To do"), "good" if check.ok else "warn")
        self.word.setMinimumWidth(_WORD)
        line.addWidget(self.word, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        title, found, advice = words.title(check.name), words.found(check), words.advice(check)
        column.addWidget(label(title))
        column.addWidget(label(found, "caption", wrap=True))
        if advice:
            column.addWidget(label(advice, "caption", wrap=True))
        line.addLayout(column, 1)
        self.button = None
        offered = self._offered()
        if offered is not None:
            what, said = offered
            self.button = button(said)
            self.button.setAccessibleDescription(f"{title}: {advice or found}")
            self.button.clicked.connect(lambda: self.wanted.emit(what))
            line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{title}: {self.word.text()}. {found} {advice}".strip())
        theme.state().changed.connect(self._draw)
        self._draw()

    def _offered(self) -> tuple[str, str] | None:
        """What the button is for, and its words."""
        name = self.check.name
        if name in ("home", "disk"):
            return "folder", self.tr("Show folder")
        if self.check.ok or name == "keys":
            return None
        if name == "weights":
            lacking = "missing" in self.check.found
            return ("fetch", self.tr("Fetch them")) if lacking else ("models", self.tr("Open Models"))
        if name == "device":
            return "settings", self.tr("Open Settings")
        return "live", self.tr("Choose a camera")

    @Slot()
    def _draw(self) -> None:
        name, shade = ("check", theme.colours().good) if self.check.ok else ("warning", theme.colours().warn)
        self._sign.setPixmap(icons.pixmap(name, shade, theme.SIZES.icon, self.devicePixelRatioF()))
