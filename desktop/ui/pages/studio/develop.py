"""How a picture develops: an instant picture first, then the optimisation takes over and follows the sliders.

1. Photo and style are there: the session is asked for an instant picture.
2. The whole instant picture has come and the hand has rested: a run is started, from that picture on.
3. A slider moves: a run that is under way is told; otherwise the instant picture is made anew.
4. Another photo or style: the run ends (it is kept) and it begins again at 1.
5. Stop: nothing starts by itself any more until the user says so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.style.recipe import Recipe, StyleResult, StyleStep, Work
from desktop.ui.pages.studio.desk import Desk
from desktop.ui.throttle import Throttle
from desktop.vectors import Picture
from desktop.work.studio_messages import KeptState, Restored, StudioState

if TYPE_CHECKING:
    from desktop.style.recipe import Preview
    from desktop.work.studio import StudioSession

REST_MS = 400
"""Who clicks through the shelf wants instant pictures, not a run begun and broken off for each."""

_COARSE = 0.45
"""A run begins small. Until its pictures have this part of the instant picture's size, that one is the better
to look at, and stays, unless a slider is moved: then its effect is what the user wants to see.
"""

_SEND_MS = 80
_PREVIEW_MS = 150


_CARRIED = (
    "_by_itself", "_wanted", "_painted", "_started", "_asked", "_made", "active", "_held_back", "newest",
    "step", "looking", "_looked",
)  # fmt: skip


class Develop(QObject):
    """Asks the session for what the desk wants.

    `shown` brings each picture to look at (None: none), `begun` comes with every new run, `looking` the kept
    state that is looked at (None: the newest picture).
    """

    shown = Signal(object)
    begun = Signal()
    looking_changed = Signal(object)

    def __init__(self, session: StudioSession, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._desk = session, desk
        self._by_itself = True
        self._wanted = False  # a run, as soon as the instant picture is whole
        self._held = False
        self._missed = ""
        self._painted = ""  # what the instant picture depends on, as it was asked for last
        self._started: Recipe | None = None
        self._asked: Work | None = None  # what the run was told last
        self._made: Work | None = None  # what a run made the newest picture of; None: it is no run's
        self.active = False  # a run is under way, paused ones too; one that was told to end does not count
        self._held_back: int | None = None  # the longer side of the instant picture that is still shown
        self.newest: Picture | None = None
        self.step: StyleStep | None = None
        self.looking: KeptState | None = None
        self._looked: Picture | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._rested)
        self._send = Throttle(self._change, _SEND_MS, self)
        self._again = Throttle(self._preview, _PREVIEW_MS, self)
        desk.changed.connect(self._desk_changed)
        session.previewed.connect(self._previewed)
        session.stepped.connect(self._stepped)
        session.finished.connect(self._finished)
        session.state_changed.connect(self._state_changed)

    @property
    def picture(self) -> Picture | None:
        """What is looked at: a kept state, else the newest picture."""
        return self.newest if self.looking is None else self._looked

    @property
    def outdated(self) -> bool:
        """Whether the run under way was started with a size or start that has been changed since."""
        now = self._desk.recipe
        return self.active and self._started is not None and now != _as_started(now, self._started)

    @property
    def changed(self) -> bool:
        """Whether a run that is over was made with other settings than those that are set now."""
        work = self._desk.work()
        return (
            not self.active and self._made is not None and work is not None and not _alike(self._made, work)
        )

    @property
    def run(self) -> str:
        """The id of the kept run that made, or makes, the picture; empty where none does."""
        return self._session.state.run if self.active or self._made is not None else ""

    @property
    def recipe(self) -> Recipe:
        """The settings that the picture which is looked at was made with."""
        return self._desk.recipe if self._made is None else self._made.recipe

    def hold(self, on: bool) -> None:
        """Let the desk be changed for something else (the queue) without this picture following."""
        self._held = on
        missed, self._missed = self._missed, ""
        if not on and missed:
            self._desk_changed(missed)

    # What the user does.

    @Slot()
    def toggle(self) -> None:
        """Start, pause or go on."""
        if not self.active:
            self.refine()
        elif self._session.state.phase == "paused":
            self._session.resume()
        else:
            self._session.pause()

    @Slot()
    def refine(self) -> None:
        """Start a run with what is on the desk."""
        work = self._desk.work()
        if work is not None:
            self._by_itself = True
            self._begin(work)
            self._session.refine(work, self._title())

    @Slot()
    def stop(self) -> None:
        """End at once; what is there stays."""
        self._by_itself = self._wanted = False
        self._rest.stop()
        self._end()

    def look(self, state: KeptState | None, picture: Picture | None = None) -> None:
        """Look at a kept state while the run goes on, or (None) at the newest picture again."""
        self.looking, self._looked = state, picture
        self.shown.emit(self.picture)
        self.looking_changed.emit(state)

    @Slot()
    def fork(self) -> None:
        """Go on from the state that is looked at, with the settings as they are now."""
        work, state = self._desk.work(), self.looking
        if work is not None and state is not None:
            picture = self._looked
            self._begin(work)
            self.newest, self._made = picture, work
            self._held_back = None
            self._session.fork(work, state)

    def take(self, restored: Restored, *, go_on: bool) -> None:
        """Lay down a kept run, and go on with it where that is asked for."""
        self.stop()
        self._desk.lay(restored.work, restored.title)
        self.newest, self._made = restored.picture, restored.work
        self.shown.emit(self.newest)
        if go_on:
            self._begin(restored.work)
            self._by_itself = True
            self._held_back = None
            self._session.go_on(restored, restored.work)

    def calm(self) -> None:
        """Begin no run by itself: what is laid down now was there before."""
        self._by_itself = self._wanted = False

    def hand_over(self) -> dict[str, object]:
        """Everything that is known of the picture, for another to follow it."""
        self._send.flush()
        return {name: getattr(self, name) for name in _CARRIED}

    def take_over(self, given: dict[str, object]) -> None:
        """Follow the picture from here."""
        for name, value in given.items():
            setattr(self, name, value)
        self.shown.emit(self.picture)
        self.looking_changed.emit(self.looking)
        if self._wanted and not self.active:
            self._rest.start()

    # What follows from it.

    @Slot(str)
    def _desk_changed(self, what: str) -> None:
        if self._held and what != "all":
            # The strongest of what was missed: another style means more than another weight of it.
            self._missed = max(self._missed, what, key=("", "look", "styles", "content").index)
            return
        work = self._desk.work()
        if what == "look":
            if self.active:
                self._send.call()
            elif work is not None and self._of_preview(work) != self._painted:
                self._again.call()
            return
        self._rest.stop()
        self._wanted = False
        if self.active:
            self._end()
        self.step = self.newest = self._made = None
        self._see_newest()
        if what == "content":
            self._by_itself = True
        if what != "all":
            if work is None:
                self.shown.emit(None)
            else:
                self._wanted = self._by_itself
                self._again.call()

    def _change(self) -> None:
        work = self._desk.work()
        if work is not None and self.active:
            self._held_back = None
            self._asked = work
            self._session.change(work)

    def _preview(self) -> None:
        work = self._desk.work()
        if work is not None and not self.active:
            self._painted = self._of_preview(work)
            self._session.preview(work)

    def _end(self) -> None:
        # Its last step may still be on its way; a picture of what was there before is not to be shown.
        self.active = False
        self._send.drop()
        self._session.cancel()

    def _begin(self, work: Work) -> None:
        self.active, self._wanted = True, False
        self._rest.stop()
        self._started, self._asked = work.recipe, work
        self.step = None
        self._see_newest()
        self._held_back = None if self.newest is None else max(self.newest.shape[:2])
        self.begun.emit()

    def _see_newest(self) -> None:
        if self.looking is not None:
            self.looking, self._looked = None, None
            self.looking_changed.emit(None)

    def _of_preview(self, work: Work) -> str:
        """What the instant network sees of the work: weights and sizes, not the cost."""
        styles = [(id(style.picture), style.weight, id(style.mask)) for style in work.styles]
        recipe = work.recipe
        return repr((id(work.content), styles, recipe.style_scale, recipe.colour, recipe.size))

    @Slot(object)
    def _previewed(self, preview: Preview) -> None:
        if self.active:
            return  # the run's own pictures are better already
        self._made = None
        self._show(preview.picture)
        if preview.whole and self._wanted:
            self._rest.start()

    @Slot()
    def _rested(self) -> None:
        if self._wanted and not self.active:
            self.refine()

    @Slot(object)
    def _stepped(self, step: StyleStep) -> None:
        if self.active:
            self.step = step
            if self._held_back is None or max(step.picture.shape[:2]) >= _COARSE * self._held_back:
                self._held_back = None
                self._show_made(step.picture)

    @Slot(object)
    def _finished(self, result: StyleResult) -> None:
        self._show_made(result.picture)

    def _show_made(self, picture: Picture) -> None:
        """A picture of the run."""
        if self._asked is not None and self._started is not None:
            self._made = replace(self._asked, recipe=_as_started(self._asked.recipe, self._started))
        self._show(picture)

    def _show(self, picture: Picture) -> None:
        self.newest = picture
        if self.looking is None:
            self.shown.emit(picture)

    def _title(self) -> str:
        """What the run is called in the list of recent pictures."""
        names = " + ".join(each.name for each in self._desk.styles if each.name)
        return " · ".join(part for part in (self._desk.title, names) if part)

    @Slot(object)
    def _state_changed(self, state: StudioState) -> None:
        if state.phase in ("done", "cancelled", "missing", "failed"):
            self.active = False


def _as_started(recipe: Recipe, started: Recipe) -> Recipe:
    """The recipe with what a run cannot change on its way as it was at the start."""
    return replace(
        recipe, size=started.size, init=started.init, iterations=started.iterations, seed=started.seed
    )


def _alike(made: Work, work: Work) -> bool:
    """Whether a run of both would be the same; the styles themselves are, else the picture had gone."""
    weights = [[(style.weight, id(style.mask)) for style in each.styles] for each in (made, work)]
    return made.recipe == work.recipe and weights[0] == weights[1]
