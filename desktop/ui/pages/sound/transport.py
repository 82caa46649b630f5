"""The row under the sounds: start, pause and stop, how far it is, and what is listened to."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.signals.recipe import SoundStep
from desktop.ui import icons, local, theme
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.labels import ElidedLabel
from desktop.ui.widgets.progress_row import ProgressRow
from desktop.ui.widgets.segmented import Segmented


class SoundTransport(QWidget):
    """Buttons for the page; `show_state` says on them what they do next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.unit)
        self.start_button = button(self.tr("Start"), "primary", "play")
        self.stop_button = icon_button("stop", self.tr("End the run"))
        self.words = ElidedLabel("", "muted")
        self.progress = ProgressRow(self.tr("Beginning…"), pausable=False, cancellable=False)
        self.heard = Segmented(
            self.tr("Listen to"),
            (("content", self.tr("Content")), ("result", self.tr("Result"))),
            "result",
        )
        self.heard.setToolTip(self.tr("What plays changes, the moment stays."))
        self.loop_button = icon_button("loop", self.tr("Play in a loop"))
        self.loop_button.setCheckable(True)
        icons.put(self.loop_button, "loop", checked="accent_text")
        row.addWidget(self.start_button)
        row.addWidget(self.stop_button)
        row.addSpacing(theme.SPACING.unit)
        row.addWidget(self.words, 1)
        row.addWidget(self.progress, 1)
        row.addWidget(self.heard)
        row.addWidget(self.loop_button)

    def show_state(self, phase: str, step: SoundStep | None, *, ready: bool) -> None:
        """`phase` is empty, running, paused, cancelled, done or failed; `ready`: both sounds are there."""
        text, icon_name = self.tr("Start"), "play"
        if phase == "running":
            text, icon_name = self.tr("Pause"), "pause"
        elif phase in ("paused", "cancelled"):
            text = self.tr("Go on")
        elif phase == "done":
            text, icon_name = self.tr("Start again"), "refresh"
        self.start_button.setText(text)
        self.start_button.setAccessibleName(text)
        icons.put(self.start_button, icon_name, "on_accent", 18, gap=icons.GAP)
        self.start_button.setEnabled(ready)
        active = phase in ("running", "paused")
        self.stop_button.setEnabled(active)
        self.heard.setEnabled(step is not None or phase == "done")
        self.words.setVisible(not active)
        self.progress.setVisible(active)
        if active:
            self._tell(step, paused=phase == "paused")
        else:
            said = {
                "cancelled": self.tr("Stopped; it goes on from here."),
                "done": self.tr("Done"),
                "failed": self.tr("It did not work."),
            }
            self.words.setText(said.get(phase, "" if ready else self.tr("Two sounds are needed.")))

    def _tell(self, step: SoundStep | None, *, paused: bool) -> None:
        if step is None:
            self.progress.say(self.tr("Beginning…"))
            return
        told = self.tr("Iteration {done} of {total}").format(
            done=local.whole(step.iteration), total=local.whole(step.iterations)
        )
        left = "" if step.remaining is None else self._left(step.remaining)
        self.progress.say(told, step.iteration / step.iterations, self.tr("paused") if paused else left)

    def _left(self, seconds: float) -> str:
        if seconds < 60:
            return self.tr("about {count} s left").format(count=local.whole(max(1, round(seconds))))
        return self.tr("about {count} min left").format(count=local.whole(round(seconds / 60)))
