"""A long job in one row: what it does, how far it is, pause and cancel."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import icons, theme
from desktop.ui.widgets.buttons import icon_button, rename
from desktop.ui.widgets.labels import ElidedLabel


class ProgressRow(QWidget):
    """Shows progress; `pause_toggled` brings True for pause, `cancelled` comes once."""

    pause_toggled = Signal(bool)
    cancelled = Signal()

    def __init__(
        self, what: str, *, pausable: bool = True, cancellable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._paused = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.unit)
        words = QVBoxLayout()
        words.setSpacing(theme.SPACING.half)
        line = QHBoxLayout()
        line.setSpacing(theme.SPACING.unit)
        self._what = ElidedLabel(what)
        self._detail = ElidedLabel("", "caption")
        self._detail.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line.addWidget(self._what, 1)
        line.addWidget(self._detail)
        words.addLayout(line)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        words.addWidget(self.bar)
        row.addLayout(words, 1)
        self.pause_button = icon_button("pause", self.tr("Pause"), size=16)
        self.pause_button.setVisible(pausable)
        self.pause_button.clicked.connect(self._toggle)
        self.cancel_button = icon_button("close", self.tr("Cancel"), size=16)
        self.cancel_button.setVisible(cancellable)
        self.cancel_button.clicked.connect(self._cancel)
        row.addWidget(self.pause_button)
        row.addWidget(self.cancel_button)
        self.say(what)

    def say(self, what: str, fraction: float | None = None, detail: str = "") -> None:
        """`fraction` 0..1, or None while nobody knows; `detail` is short: “12 of 37 MB”."""
        self._what.setText(what)
        if self._paused:  # what is told last may come after the click
            detail = self.tr("Paused")
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.bar.setAccessibleName(what)
        self.bar.setAccessibleDescription(detail)
        if fraction is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(1000 * min(max(fraction, 0.0), 1.0)))

    def paused(self) -> bool:
        """Whether the user paused it."""
        return self._paused

    def set_paused(self, on: bool) -> None:
        """Show a job that stands still already, or goes on; nobody is told."""
        self._paused = on
        self._show_paused()

    @Slot()
    def _toggle(self) -> None:
        self._paused = not self._paused
        self._show_paused()
        self.pause_toggled.emit(self._paused)

    def _show_paused(self) -> None:
        icons.put(self.pause_button, "play" if self._paused else "pause", size=16)
        rename(self.pause_button, self.tr("Go on") if self._paused else self.tr("Pause"))
        self._detail.setText(self.tr("Paused") if self._paused else "")
        self._detail.setVisible(self._paused)
        self.bar.setAccessibleDescription(self._detail.text())

    @Slot()
    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.pause_button.setEnabled(False)
        self.cancelled.emit()
