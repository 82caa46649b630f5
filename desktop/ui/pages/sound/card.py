"""One of the page's sounds: what it is called, how it looks, and a button that plays it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.signals.audio import RATE, SUFFIXES, Samples
from desktop.signals.recipe import Spectrogram
from desktop.ui import icons, local, theme
from desktop.ui.pages.sound.view import SoundView
from desktop.ui.widgets.buttons import icon_button, rename
from desktop.ui.widgets.dropped import DropPlace, local_path
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.labels import ElidedLabel, label


class SoundCard(QFrame):
    """`chosen` brings a file that was dropped or chosen, `refused` why not; `played` a wish to hear it (or
    not any more), `sought` from a moment on, in seconds.
    """

    chosen = Signal(object)  # Path
    refused = Signal(str)
    played = Signal()
    sought = Signal(float)

    def __init__(
        self, title: str, line: str, hint: str, *, takes: bool, parent: QWidget | None = None
    ) -> None:
        """`line` and `hint` stand there while it is empty; `takes` files or only shows."""
        super().__init__(parent)
        self.setProperty("panel", "surface")
        self.setAccessibleName(title)
        self.title = title
        self.samples: Samples | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACING.gap,) * 4)
        column.setSpacing(theme.SPACING.unit)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.unit)
        head.addWidget(label(title, "heading"))
        self.name = ElidedLabel("", "muted")
        head.addWidget(self.name, 1)
        self.file_button = icon_button("folder", self.tr("Choose another sound"))
        self.file_button.clicked.connect(self.choose)
        self.play_button = icon_button("play", self.tr("Play: {title}").format(title=title))
        self.play_button.clicked.connect(self.played)
        for tool in (self.file_button, self.play_button):
            tool.hide()
            head.addWidget(tool)
        column.addLayout(head)
        self.blank = EmptyState("sound", line, self.tr("Choose a file…") if takes else "", hint)
        self.blank.button.setAccessibleName(self.tr("Choose a file: {title}").format(title=title))
        self.blank.button.setProperty("kind", "")
        self.blank.clicked.connect(self.choose)
        self.view = SoundView(title)
        self.view.sought.connect(self.sought)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.blank)
        self._stack.addWidget(self.view)
        column.addWidget(self._stack, 1)
        self._takes = takes
        if takes:
            place = DropPlace(self, lambda data: local_path(data) is not None)
            place.welcomed.connect(self._welcome)
            place.dropped.connect(self._dropped)

    def show_sound(self, name: str, samples: Samples, spectrogram: Spectrogram) -> None:
        """What it holds now."""
        self.samples = samples
        seconds = self.tr("{value} s").format(value=local.decimal(len(samples) / RATE, 1))
        said = f"{name} · {seconds}" if name else seconds
        self.name.setText(said)
        self.view.setAccessibleDescription(said)
        self.view.show_sound(samples, spectrogram)
        self._stack.setCurrentWidget(self.view)
        self.file_button.setVisible(self._takes)
        self.play_button.show()

    def clear(self) -> None:
        """Empty again."""
        self.samples = None
        self.name.setText("")
        self._stack.setCurrentWidget(self.blank)
        for tool in (self.file_button, self.play_button):
            tool.hide()

    def set_playing(self, on: bool) -> None:
        """Say on the button what it does next."""
        icons.put(self.play_button, "stop" if on else "play")
        words = self.tr("Stop: {title}") if on else self.tr("Play: {title}")
        rename(self.play_button, words.format(title=self.title))
        if not on:
            self.view.set_position(None)

    @Slot()
    def choose(self) -> None:
        """Ask for a file."""
        kinds = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        filters = ";;".join((self.tr("Sounds ({kinds})").format(kinds=kinds), self.tr("All files (*)")))
        name = QFileDialog.getOpenFileName(self.window(), self.tr("Choose a sound"), "", filters)[0]
        if name:
            self.chosen.emit(Path(name))

    @Slot(QMimeData)
    def _dropped(self, data: QMimeData) -> None:
        path = local_path(data)
        if path is not None and path.is_file():
            self.chosen.emit(path)
        else:
            self.refused.emit(self.tr("Drop one sound file here: WAV, FLAC, OGG or MP3."))

    @Slot(bool)
    def _welcome(self, on: bool) -> None:
        self.setProperty("panel", "welcome" if on else "surface")
        self.style().unpolish(self)
        self.style().polish(self)
