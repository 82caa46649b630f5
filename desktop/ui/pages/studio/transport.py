"""The row under the canvas: start, pause and stop, how far it is, and how it is looked at."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.style.recipe import StyleStep
from desktop.ui import focus, icons, theme, words
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.labels import ElidedLabel
from desktop.ui.widgets.progress_row import ProgressRow
from desktop.work.studio_messages import KeptState, StudioState

_NARROW = 480


class Transport(QWidget):
    """`fork_wanted`: go on from the state that is looked at; `newest_wanted`: look at the newest again."""

    fork_wanted = Signal()
    newest_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.SIZES.control)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.unit)
        self.play_button = button(self.tr("Refine"), "primary", "play")
        self.play_button.setMinimumWidth(112)
        self.stop_button = icon_button("stop", self.tr("Stop"))
        self.fork_button = button(self.tr("Go on from here"), "primary")
        self.newest_button = button(self.tr("Newest"))
        self.fork_button.clicked.connect(self.fork_wanted)
        self.newest_button.clicked.connect(self.newest_wanted)
        self.words = ElidedLabel("", "muted")
        self.progress = ProgressRow(self.tr("Refining"), pausable=False, cancellable=False)
        self.split_button = icon_button("split", self.tr("Before and after"))
        self.split_button.setCheckable(True)
        icons.put(self.split_button, "split", checked="accent_text")
        self.fit_button = icon_button("fit", self.tr("The whole picture"))
        self.actual_button = icon_button("one-to-one", self.tr("One pixel a pixel"))
        for widget in (self.play_button, self.stop_button, self.fork_button, self.newest_button):
            row.addWidget(widget)
        row.addSpacing(theme.SPACING.unit)
        row.addWidget(self.words, 1)
        row.addWidget(self.progress, 1)
        row.addSpacing(theme.SPACING.unit)
        for tool in (self.split_button, self.fit_button, self.actual_button):
            row.addWidget(tool)
        self._narrow = False
        self.show_state(StudioState("empty"), None, None, ready=False, active=False)

    def show_state(
        self,
        state: StudioState,
        step: StyleStep | None,
        looking: KeptState | None,
        *,
        ready: bool,
        active: bool,
        changed: bool = False,
    ) -> None:
        """Say how it stands. `ready`: photo and style are there; `active`: a run is under way; `changed`:
        the settings are others than those of the run that is over.
        """
        paused = active and state.phase == "paused"
        running = active and not paused
        text, icon_name = self.tr("Refine"), "play"
        if running:
            text, icon_name = self.tr("Pause"), "pause"
        elif paused:
            text = self.tr("Go on")
        self.play_button.setText(text)
        self.play_button.setAccessibleName(text)
        icons.put(self.play_button, icon_name, "on_accent", 18, gap=icons.GAP)
        self._allow(looking is not None, ready=ready, stops=active or state.phase == "previewing")
        said = self._said(state, looking, ready=ready, active=active, changed=changed)
        self.words.setText(said)
        self.words.setVisible(bool(said))
        self.progress.setVisible(not said)
        if not said:
            self._tell(step, paused=paused)

    def _allow(self, looking: bool, *, ready: bool, stops: bool) -> None:
        """Which buttons there are; the focus of one that goes stays here, where Qt would lead it anywhere."""
        goal = self.fork_button if looking else self.play_button
        self.play_button.setEnabled(ready)
        self.fork_button.setEnabled(ready)
        goal.show()
        buttons: tuple[tuple[QAbstractButton, bool], ...] = (
            (self.play_button, not looking),
            (self.stop_button, not looking and stops),
            (self.fork_button, looking),
            (self.newest_button, looking),
        )
        for each, stays in buttons:
            if each.hasFocus() and not stays:
                focus.hand_over(goal)
        self.play_button.setVisible(not looking)
        self.stop_button.setVisible(not looking)
        self.stop_button.setEnabled(stops)
        self.fork_button.setVisible(looking)
        self.newest_button.setVisible(looking)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a narrow place words and buttons give way: there is a tooltip, and there are keys."""
        super().resizeEvent(event)
        self._narrow = self.width() < _NARROW
        self.play_button.setMinimumWidth(0 if self._narrow else 112)
        for tool in (self.fit_button, self.actual_button):
            tool.setVisible(not self._narrow)

    def set_picture(self, there: bool, split: bool) -> None:
        """What can be looked at: a picture, and what it was before."""
        self.split_button.setEnabled(split)
        for tool in (self.fit_button, self.actual_button):
            tool.setEnabled(there)

    def _said(
        self, state: StudioState, looking: KeptState | None, *, ready: bool, active: bool, changed: bool
    ) -> str:
        """A quiet line; empty where the progress says more."""
        if looking is not None:
            if not looking.iteration:
                return self.tr("The start of this picture")
            return self.tr("As it was after {count} iterations").format(count=looking.iteration)
        if active:
            return ""
        if state.phase == "previewing":
            return self.tr("Painting an instant picture…")
        if state.phase == "loading":
            return self.tr("Getting ready…")
        if changed:
            return self.tr("Settings have changed; Refine paints it anew")
        if state.phase == "cancelled" and ready:
            return self.tr("Stopped")
        if state.phase == "done" and ready:
            return self.tr("Refined") if state.run else self.tr("Instant picture")
        return " "

    def _tell(self, step: StyleStep | None, *, paused: bool) -> None:
        if step is None:
            self.progress.say(self.tr("Beginning…"))
            return
        size, left = words.pixels(step.picture), words.remaining(step.remaining)
        told = self.tr("{size} · iteration {done} of {total}").format(
            size=size, done=step.iteration, total=step.iterations
        )
        fraction = step.iteration / step.iterations if step.iterations else None
        detail = self.tr("paused") if paused else left
        self.progress.say(told, fraction, "" if self._narrow else detail)
        self.progress.setToolTip(detail)
