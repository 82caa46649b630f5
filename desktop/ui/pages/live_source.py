"""What Live shows: one compact button with the name of the source and a menu of everything else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QSizePolicy, QWidget

from desktop.ui import icons
from desktop.work.messages import SourceState
from desktop.work.sample import SAMPLE

_VIDEOS = ("*.mp4", "*.mov", "*.mkv", "*.avi", "*.webm", "*.m4v")
_WIDEST = 40  # characters of a source's name that the button shows


class SourceButton(QPushButton):
    """`chosen` brings what is to be played: a camera's name, or the path of a video or folder.

    `asked` comes each time the menu opens: the owner looks for cameras and answers with `set_cameras`.
    `sample_wanted` and `nothing_wanted`: the sample picture is to be played, the camera to be closed.
    """

    chosen = Signal(str)
    sample_wanted = Signal()
    nothing_wanted = Signal()
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cameras: tuple[str, ...] | None = None
        self._now = SourceState("stopped")
        self.setProperty("menu", True)  # the style sheet leaves room for the arrow
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(18 + icons.GAP, 18))
        self.setAccessibleName(self.tr("What Live shows"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._open)
        self.setMenu(self._menu)
        self._fill()
        self.show_state(self._now)

    def show_state(self, state: SourceState) -> None:
        """Name the source."""
        self._now = state
        name = source_name(state) or self.tr("Choose a camera or video")
        self.setText(name if len(name) <= _WIDEST else name[: _WIDEST - 1] + "…")
        self.setToolTip(self.tr("Choose what Live shows"))
        self.setAccessibleDescription(name)
        icons.put(self, _icon(state), size=18, gap=icons.GAP)

    @Slot(object)
    def set_cameras(self, cameras: tuple[str, ...]) -> None:
        """The cameras that are connected; an open menu changes under the pointer."""
        if cameras != self._cameras:
            self._cameras = cameras
            self._fill()

    @Slot()
    def open_video(self) -> None:
        """Ask for a video."""
        kinds = self.tr("Videos ({kinds})").format(kinds=" ".join(_VIDEOS))
        filters = ";;".join((kinds, self.tr("All files (*)")))
        name = QFileDialog.getOpenFileName(self.window(), self.tr("Open a video"), "", filters)[0]
        if name:
            self.chosen.emit(name)

    @Slot()
    def open_folder(self) -> None:
        """Ask for a folder of pictures."""
        name = QFileDialog.getExistingDirectory(self.window(), self.tr("Open a folder of pictures"))
        if name:
            self.chosen.emit(name)

    @Slot()
    def _open(self) -> None:
        self._fill()
        self.asked.emit()

    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        if not self._cameras:
            words = self.tr("Looking for cameras…") if self._cameras is None else self.tr("No camera found")
            self._menu.addAction(words).setEnabled(False)
        for name in self._cameras or ():
            action = self._menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(name == self._now.name)
            group.addAction(action)
            action.triggered.connect(self._pick)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Open a video…")).triggered.connect(self.open_video)
        self._menu.addAction(self.tr("Open a folder of pictures…")).triggered.connect(self.open_folder)
        self._menu.addAction(self.tr("Play a sample")).triggered.connect(self.sample_wanted)
        if self._now.live and self._now.state == "playing":
            self._menu.addSeparator()
            self._menu.addAction(self.tr("Close the camera")).triggered.connect(self.nothing_wanted)

    @Slot()
    def _pick(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(action.text())


def source_name(state: SourceState) -> str:
    """What a person calls the source: a path is named by its end."""
    if state.name == SAMPLE:
        return QCoreApplication.translate("SourceButton", "Sample picture")
    return Path(state.name).name if Path(state.name).is_absolute() else state.name


def _icon(state: SourceState) -> str:
    if state.name == SAMPLE:
        return "picture"
    # Once it plays a source has its short name, so a video is known by its ending.
    if f"*{Path(state.name).suffix.lower()}" in _VIDEOS:
        return "film"
    replayed = state.state in ("playing", "ended") and not state.live and not state.failure
    return "folder" if replayed or Path(state.name).is_absolute() else "camera"
