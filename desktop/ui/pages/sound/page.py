"""The Sound page: two sounds are dropped, and one takes the texture of the other while one listens.

The life of a run:
1. both cards hold a sound; `start` hands them to the session, which goes on where the same two were stopped;
2. every step is drawn a few times a second, and heard at once where the result plays;
3. the strengths reach the run at its next step;
4. what it ends with is shown, played and written.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.signals.recipe import SoundResult, SoundStep, SoundWork
from desktop.ui import failures, theme
from desktop.ui.hearing import Hearing
from desktop.ui.pages.sound.card import SoundCard
from desktop.ui.pages.sound.keeping import SoundKeeping
from desktop.ui.pages.sound.panel import SoundPanel
from desktop.ui.pages.sound.transport import SoundTransport
from desktop.ui.throttle import Throttle
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.page import Page
from desktop.work.lanes import Task
from desktop.work.messages import Failure
from desktop.work.sound_messages import Heard

if TYPE_CHECKING:
    from desktop.ui.notices import Notices
    from desktop.work.core import Core

_REDRAW_MS = 200
_FOLLOW_MS = 40
_SEND_MS = 150


class SoundPage(Page):
    """`core` gives the session `sound`."""

    finished = Signal(object)  # SoundResult

    def __init__(self, core: Core, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("SoundPage", "Sound"), parent=parent)
        self._session, self._notices = core.sound, notices
        self._playback = core.sound.playback
        self._given: dict[str, Heard] = {}
        self._paths: dict[str, Path] = {}
        self._reading: dict[str, Task] = {}
        self._task: Task | None = None
        self._phase = "empty"
        self.step: SoundStep | None = None
        self.result: SoundResult | None = None
        self.export_button = button(self.tr("Export…"), "", "export")
        self.export_button.clicked.connect(self.export)
        self.tools.addWidget(self.export_button)
        self.content = SoundCard(
            self.tr("Content"),
            self.tr("Drop a sound to change"),
            self.tr("A melody, a rhythm, a recording"),
            takes=True,
        )
        self.texture = SoundCard(
            self.tr("Texture"),
            self.tr("Drop a sound with a texture"),
            self.tr("Rain, applause, gravel, a crowd"),
            takes=True,
        )
        self.made = SoundCard(
            self.tr("Result"),
            self.tr("The content in the texture appears here"),
            self.tr("It can be heard while it develops."),
            takes=False,
        )
        self.panel, self.transport = SoundPanel(), SoundTransport()
        self._lay_out()
        for key, card in self.cards.items():
            card.chosen.connect(lambda path, key=key: self.read(key, path))
            card.refused.connect(notices.warning)
            card.played.connect(lambda key=key: self.play(key))
            card.sought.connect(lambda seconds, key=key: self._seek(key, seconds))
        self._redraw = Throttle(self._draw, _REDRAW_MS, self)
        self._send = Throttle(self._change, _SEND_MS, self)
        self._follow = QTimer(self, interval=_FOLLOW_MS)
        self._follow.timeout.connect(self._followed)
        self.panel.changed.connect(self._send.call)
        self.panel.init.changed.connect(self._other_start)
        self.transport.start_button.clicked.connect(self.toggle)
        self.transport.stop_button.clicked.connect(self.stop)
        self.transport.heard.changed.connect(self._compare)
        self.transport.loop_button.toggled.connect(self._playback.loop)
        self._playback.changed.connect(self._playing_changed)
        self._playback.failed.connect(self._failed)
        self.keeping = SoundKeeping(self)
        self._show()

    @property
    def cards(self) -> dict[str, SoundCard]:
        """The three sounds by their keys."""
        return {"content": self.content, "texture": self.texture, "result": self.made}

    @property
    def phase(self) -> str:
        """empty, running, paused, cancelled, done or failed."""
        return self._phase

    # What the user does.

    def read(self, key: str, path: Path) -> None:
        """Take a file as the content or the texture; a run with the one before ends."""
        if key in self._reading:
            self._reading[key].cancel()
        task = self._reading[key] = self._session.read(path)
        task.done.connect(lambda heard: self._heard(key, task, path, heard))
        task.failed.connect(self._failed)

    @Slot()
    def toggle(self) -> None:
        """Start, pause or go on."""
        if self._task is None:
            self._start()
        elif self._phase == "running":
            self._task.pause()
            self._set("paused")
        else:
            self._task.resume()
            self._set("running")

    @Slot()
    def stop(self) -> None:
        """End the run; where it stood is kept, and it can go on from there."""
        if self._task is not None:
            task, self._task = self._task, None
            task.cancel()
            self._set("cancelled")

    def play(self, key: str) -> None:
        """Play a sound from its start, or stop it where it plays."""
        if self._playback.key == key:
            self._playback.stop()
        else:
            self._seek(key, 0.0)

    @Slot()
    def export(self) -> None:
        """Ask for a file and write the result there."""
        if self.made.samples is None:
            return
        names = " ".join(heard.sound.name for heard in self._given.values())
        kinds = self.tr("Sounds without loss (*.wav *.flac)")
        usual = (names or self.tr("Sound")) + ".wav"
        name = QFileDialog.getSaveFileName(self.window(), self.tr("Export the sound"), usual, kinds)[0]
        if name:
            file = Path(name)
            self.write(file if file.suffix else file.with_name(file.name + ".wav"))

    def write(self, file: Path) -> None:
        """Write the result as it is now."""
        if self.made.samples is not None:
            task = self._session.write(file, self.made.samples)
            task.done.connect(self._written)
            task.failed.connect(self._failed)

    # What follows from it.

    def _start(self) -> None:
        if len(self._given) < 2:
            return
        resume = self._phase != "done"
        work = SoundWork(self._given["content"].sound, self._given["texture"].sound, self.panel.recipe())
        self.step = self.result = None
        self._follow_run(self._session.run(work, resume=resume))
        self._set("running")

    def _follow_run(self, task: Task) -> None:
        self._task = task
        heard = Hearing(task, self)
        heard.progressed.connect(lambda step: self._stepped(task, step))
        heard.done.connect(lambda result: self._done(task, result))
        heard.failed.connect(lambda failure: self._run_failed(task, failure))

    def _heard(self, key: str, task: Task, path: Path, heard: Heard) -> None:
        if self._reading.get(key) is not task:
            return
        del self._reading[key]
        self.stop()
        self._playback.stop()
        self._paths[key] = path
        self._take(key, heard)
        if heard.sound.broken:
            self._notices.warning(
                self.tr("“{name}” breaks off; what was there is used.").format(name=heard.sound.name)
            )
        self._begin_anew()

    def _take(self, key: str, heard: Heard) -> None:
        self._given[key] = heard
        self.cards[key].show_sound(heard.sound.name, heard.sound.samples, heard.spectrogram)

    @Slot()
    def _other_start(self) -> None:
        """Another start is another run."""
        if self._phase == "cancelled":
            self._begin_anew()

    def _begin_anew(self) -> None:
        self.step = self.result = None
        self._redraw.drop()
        if self._playback.key == "result":
            self._playback.stop()
        self.made.clear()
        self.panel.curve.set_points(())
        self._set("empty")

    def _change(self) -> None:
        if self._task is not None:
            self._task.send(self.panel.recipe())

    def _stepped(self, task: Task, step: SoundStep) -> None:
        if task is self._task:
            self.step = step
            self._redraw.call()

    def _done(self, task: Task, result: SoundResult) -> None:
        if task is not self._task:
            return
        self._task, self.result = None, result
        self._redraw.drop()
        self._put(result)
        self._set("done")
        self.finished.emit(result)

    def _run_failed(self, task: Task, failure: Failure) -> None:
        if task is self._task:
            self._task = None
            self._set("failed")
            self._failed(failure)

    def _draw(self) -> None:
        if self.step is not None and self.result is None:
            self._put(self.step)
            self._show()

    def _put(self, told: SoundStep | SoundResult) -> None:
        """Show a state of the result, and let it be heard where it plays."""
        self.made.show_sound("", told.samples, told.spectrogram)
        self.panel.curve.set_points(told.curve)
        if self._playback.key == "result":
            self._playback.swap("result", told.samples)

    def _seek(self, key: str, seconds: float) -> None:
        samples = self.cards[key].samples
        if samples is not None:
            if key != "texture":
                self.transport.heard.set_value(key)
            self._playback.play(key, samples, seconds)

    @Slot(str)
    def _compare(self, key: str) -> None:
        """A against B: the other sound from the same moment on."""
        samples = self.cards[key].samples
        if samples is not None and self._playback.key in ("content", "result"):
            self._playback.swap(key, samples)
        else:
            self._seek(key, 0.0)

    @Slot()
    def _playing_changed(self) -> None:
        for key, card in self.cards.items():
            card.set_playing(key == self._playback.key)
        if self._playback.key:
            self._follow.start()
        else:
            self._follow.stop()

    @Slot()
    def _followed(self) -> None:
        self._playback.look()
        if self._playback.key:
            self.cards[self._playback.key].view.set_position(self._playback.position)

    @Slot(object)
    def _written(self, file: Path) -> None:
        self._notices.info(self.tr("The sound was written to “{file}”.").format(file=file.name))

    @Slot(object)
    def _failed(self, failure: Failure) -> None:
        failures.tell(self._notices, failure)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The line follows again."""
        super().showEvent(event)
        self._playing_changed()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody hears a page that is not there."""
        super().hideEvent(event)
        self._playback.stop()

    def _set(self, phase: str) -> None:
        self._phase = phase
        self._show()

    def _show(self) -> None:
        self.transport.show_state(self._phase, self.step, ready=len(self._given) == 2)
        self.panel.set_running(self._task is not None)
        self.export_button.setEnabled(self.made.samples is not None)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(theme.SPACING.gap)
        grid.addWidget(self.content, 0, 0)
        grid.addWidget(self.texture, 0, 1)
        grid.addWidget(self.made, 1, 0, 1, 2)
        for line in (0, 1):
            grid.setColumnStretch(line, 1)
        grid.setRowStretch(0, 4)
        grid.setRowStretch(1, 5)
        left = QVBoxLayout()
        left.setSpacing(theme.SPACING.gap)
        left.addLayout(grid, 1)
        left.addWidget(self.transport)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.gap)
        row.addLayout(left, 1)
        row.addWidget(self.panel)
        self.body.addLayout(row, 1)
