"""Live: the camera's picture painted as it comes, with a strength, and a button to record it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.style.recipe import Style
from desktop.ui import icons, local, theme, words
from desktop.ui.choices import Choices
from desktop.ui.pages.live_stage import Cover
from desktop.ui.saving import MOVIES, folder, say_saved
from desktop.ui.throttle import Throttle
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import ElidedLabel
from desktop.ui.widgets.slider import ValueSlider
from desktop.ui.widgets.video_view import VideoView
from desktop.work.messages import Failure, SourceState
from desktop.work.studio_messages import LiveStyleFrame

if TYPE_CHECKING:
    from desktop.ui.notices import Notices
    from desktop.work.core import Core

_SEND_MS = 60


class LiveStyleView(QWidget):
    """Paints while it is shown and switched on; hiding it stops. `show_live`: a source has to be chosen."""

    show_live = Signal()

    def __init__(self, core: Core, choices: Choices, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._live = core.live_style, core.live
        self._choices, self._notices = choices, notices
        self._styles: tuple[Style, ...] | int | None = None
        self.keys: frozenset[str] = frozenset()
        self._on = False
        self._send = Throttle(self._change, _SEND_MS, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.unit)
        stage = QWidget()
        grid = QGridLayout(stage)
        grid.setContentsMargins(0, 0, 0, 0)
        self.view = VideoView(self.tr("The camera’s picture, painted"))
        self.cover = Cover()
        self.cover.clicked.connect(self._cover_clicked)
        grid.addWidget(self.view, 0, 0)
        grid.addWidget(self.cover, 0, 0)
        column.addWidget(stage, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.unit)
        self.start_button = button(self.tr("Start"), "primary", "play")
        self.start_button.setMinimumWidth(112)
        self.start_button.clicked.connect(self.toggle)
        self.record_button = button(self.tr("Record"), "", "record")
        self.record_button.clicked.connect(self._record)
        self.strength = ValueSlider(
            self.tr("Strength"), 0.0, 1.0, 1.0, show=lambda part: words.percent(100 * part)
        )
        self.strength.slider.setMinimumWidth(96)
        self.strength.setMaximumWidth(200)
        self.strength.changed.connect(self._send.call)
        self.rate = ElidedLabel("", "caption")
        self.rate.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.start_button)
        row.addWidget(self.record_button)
        row.addSpacing(theme.SPACING.unit)
        row.addWidget(self.strength)
        row.addWidget(self.rate, 1)
        column.addLayout(row)
        self._session.arrived.connect(self._arrived)
        self._session.playing_changed.connect(self._refresh)
        self._session.saved.connect(self._saved)
        self._session.failed.connect(self._failed)
        self._live.source_changed.connect(self._source_changed)
        self._refresh()

    def has_styles(self) -> bool:
        """Whether a style was chosen here."""
        return self._styles is not None

    def set_styles(self, styles: tuple[Style, ...] | int, keys: frozenset[str]) -> None:
        """Paint in these from the next frame on: pictures, or the number of a fixed style.

        `keys` are what the shelf calls them.
        """
        self._styles, self.keys = styles, keys
        if self._session.playing:
            self._session.change(styles=styles)
        elif self._on:
            self._begin()
        self._refresh()

    def enter(self) -> None:
        """The user came here: begin as soon as there is a style and a camera."""
        self._on = True
        self._begin()
        self._refresh()

    def leave(self) -> None:
        """The user went elsewhere."""
        self._on = False
        if self._session.playing:
            self._session.stop()
        self.view.clear()

    @Slot()
    def toggle(self) -> None:
        """Start or stop."""
        if self._session.playing:
            self._on = False
            self._session.stop()
        else:
            self._on = True
            self._begin()
        self._refresh()

    def folder(self) -> Path:
        """Where recordings go."""
        return folder(self._choices, MOVIES)

    def _playable(self) -> bool:
        return self._live.source.state == "playing"

    def _begin(self) -> None:
        if self._styles is not None and self._playable() and not self._session.playing:
            self._session.start(self._styles, self.strength.value())

    def _change(self) -> None:
        if self._session.playing:
            self._session.change(strength=self.strength.value())

    @Slot()
    def _record(self) -> None:
        if self._session.recording:
            self._session.stop_recording()
        else:
            name = datetime.now().strftime("Likeness %Y-%m-%d %H.%M.%S.mp4")
            self._session.record(self.folder() / name)
        self._refresh()

    @Slot(object)
    def _arrived(self, frame: LiveStyleFrame) -> None:
        if not self._session.playing:
            return  # on its way when the user stopped
        mirrored = self._live.source.live and self._choices.now.mirror
        self.view.set_mirror(mirrored)
        self.view.show_picture(frame.picture)
        said = self.tr("{rate} pictures a second").format(rate=local.decimal(frame.rate, 1))
        self.rate.setText(said)
        if frame.recording is not None:
            self.record_button.setText(words.clock(frame.recording))

    @Slot(str)
    def _saved(self, path: str) -> None:
        file = Path(path)
        say_saved(self._notices, self.tr("Recorded as “{name}”.").format(name=file.name), file)
        self._refresh()

    @Slot(object)
    def _failed(self, failure: Failure) -> None:
        self._notices.failure(failure)
        self._refresh()

    @Slot(object)
    def _source_changed(self, _state: SourceState) -> None:
        if self._on:
            self._begin()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        playing, recording = self._session.playing, self._session.recording
        text, icon_name = (self.tr("Stop"), "stop") if playing else (self.tr("Start"), "play")
        self.start_button.setText(text)
        self.start_button.setAccessibleName(text)
        icons.put(self.start_button, icon_name, "on_accent", 18, gap=icons.GAP)
        self.start_button.setEnabled(playing or (self._playable() and self._styles is not None))
        self.record_button.setEnabled(playing)
        if not recording:
            self.record_button.setText(self.tr("Record"))
        self.record_button.setAccessibleName(self.tr("Stop recording") if recording else self.tr("Record"))
        icons.put(self.record_button, "record", "bad" if recording else "text", 18, gap=icons.GAP)
        self.record_button.setToolTip(self.record_button.accessibleName())
        self.rate.setVisible(playing)
        self._say()
        self.cover.setVisible(not playing)
        self.view.setEnabled(playing)

    def _say(self) -> None:
        say = self.cover.message.say
        if not self._playable():
            say(
                self.tr("No camera is playing"),
                self.tr("Open Live"),
                self.tr("Choose a camera or a video on the Live page; it is painted here."),
                "camera-off",
            )
        elif self._styles is None:
            say(
                self.tr("Choose a style on the right"),
                "",
                self.tr("The camera’s picture is painted in it as it comes."),
                "style",
            )
        else:
            say(self.tr("Ready to paint the camera’s picture"), "", "", "camera")

    @Slot()
    def _cover_clicked(self) -> None:
        self.show_live.emit()
