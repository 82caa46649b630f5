"""The stage: the live picture, and what stands in its place while there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.ui import failures, theme
from desktop.ui.pages.live_source import source_name
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.video_view import VideoView
from desktop.work.messages import SourceState


class Cover(QWidget):
    """Covers the stage with one message; `clicked` and `other_clicked` are its buttons'."""

    clicked = Signal()
    other_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        self.message = EmptyState("camera", "")
        self.message.clicked.connect(self.clicked)
        self.message.other_clicked.connect(self.other_clicked)
        column.addWidget(self.message)
        theme.state().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The stage's own ground, with its corners."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("stage"))
        painter.drawRoundedRect(self.rect(), theme.RADII.picture, theme.RADII.picture)
        painter.end()


class Welcome(QWidget):
    """Covers the stage while a file hovers over the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.addWidget(EmptyState("film", self.tr("Drop to play it here")))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Lit up, the picture still to be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent_text"), 2))
        painter.setBrush(theme.colour("selected", 0.9))
        radius = theme.RADII.picture
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)
        painter.end()


class Stage(QWidget):
    """Stacks the view, the cover and the welcome in one place.

    `open_video`, `use_camera` and `play_sample` are the ways on that the cover offers.
    """

    open_video = Signal()
    use_camera = Signal()
    play_sample = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = VideoView(self.tr("Live picture with the faces in it"))
        self.cover = Cover()
        self._closed = False
        self.cover.clicked.connect(self._clicked)
        self.cover.other_clicked.connect(self.play_sample)
        self.welcome = Welcome()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for layer in (self.view, self.cover, self.welcome):
            grid.addWidget(layer, 0, 0)
        self.welcome.hide()
        self.cover.hide()

    @Slot(object)
    def show_state(self, state: SourceState, *, seen: bool) -> None:
        """Cover the picture where there is none; `seen`: frames of this source have been shown."""
        say = self.cover.message.say
        self._closed = state.state == "stopped"
        another = self.tr("Open a video…")
        covered = True
        if state.state == "opening":
            name = source_name(state)
            line = self.tr("Opening {name}").format(name=name) if name else self.tr("Opening the camera")
            say(line, icon_name="camera")
        elif state.state == "waiting":
            hint = failures.sentence(state.failure) if state.failure else ""
            say(self._waiting(state), another, hint, "camera-off", self.tr("Play a sample"))
        elif state.state == "ended" and state.failure is not None and not seen:
            say(self.tr("This can't be shown"), another, failures.sentence(state.failure), "warning")
        elif state.state == "stopped":
            say(
                self.tr("The camera is closed"),
                self.tr("Use the camera"),
                self.tr("You can also drop a video or a folder of pictures here."),
                "camera-off",
                self.tr("Play a sample"),
            )
        else:
            covered = False
        self.cover.setVisible(covered)
        # What is covered can't be reached by Tab either.
        self.view.setEnabled(not covered)

    def say_sample(self, line: str, hint: str = "") -> None:
        """What keeps the sample picture from being played."""
        self._closed = False
        another = "" if not hint else self.tr("Open a video…")
        self.cover.message.say(line, another, hint, "download" if not hint else "warning")
        self.cover.show()

    @Slot()
    def _clicked(self) -> None:
        (self.use_camera if self._closed else self.open_video).emit()

    def _waiting(self, state: SourceState) -> str:
        kind = state.failure.kind if state.failure else ""
        if kind == "CameraLost":
            return self.tr("The camera is gone")
        if kind == "CameraUnavailable":
            return self.tr("The camera is taken")
        return self.tr("No camera")
