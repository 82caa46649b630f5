"""Stand-ins for the Studio's sessions: they record requests and say what the test lets them say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import Signal

from desktop.camera.source import Frame
from desktop.style.recipe import Losses, Preview, Recipe, Start, Style, StyleResult, StyleStep, Work
from desktop.style.runs import Card
from desktop.vectors import Picture
from desktop.work.lanes import Task
from desktop.work.messages import Failure
from desktop.work.studio_messages import (
    KeptPicture,
    KeptState,
    LiveStyleFrame,
    QueueItem,
    ReadPicture,
    ReadReport,
    Restored,
    ShelfStyle,
    StudioState,
)
from tests.fakes import WHEN, Asked, FakeCore, picture

Point = tuple[int, float, float, float]


class FakeStudio(Asked):
    """A StudioSession without a lane; the test answers requests with `say_...` and `finish`."""

    state_changed = Signal(object)
    previewed = Signal(object)
    stepped = Signal(object)
    states_changed = Signal(object)
    curve_changed = Signal(object)
    finished = Signal(object)
    said = Signal(str)

    needed = ("vgg19", "instant-predict", "instant-transform", "multistyle26")

    def __init__(self) -> None:
        super().__init__()
        self.state = StudioState("empty")
        self.states: tuple[KeptState, ...] = ()
        self.curve: tuple[Point, ...] = ()
        self.memory_tasks: list[Task] = []

    @property
    def running(self) -> bool:
        return self.state.phase in ("running", "paused")

    # What the page asks.

    def load(self) -> None:
        self.calls.append(("load",))

    def preview(self, work: Work, fixed: int | None = None) -> None:
        self.calls.append(("preview", work, fixed))

    def refine(self, work: Work, title: str = "") -> None:
        self.calls.append(("refine", work, title))

    def change(self, work: Work) -> None:
        self.calls.append(("change", work))

    def pause(self) -> None:
        self.calls.append(("pause",))

    def resume(self) -> None:
        self.calls.append(("resume",))

    def cancel(self) -> None:
        self.calls.append(("cancel",))

    def go_back(self, state: KeptState) -> Task:
        return self.ask("go_back", state)

    def fork(self, work: Work, state: KeptState) -> None:
        self.calls.append(("fork", work, state))

    def recent(self) -> Task:
        return self.ask("recent")

    def restore(self, run: str) -> Task:
        return self.ask("restore", run)

    def go_on(self, restored: Restored, work: Work) -> None:
        self.calls.append(("go_on", restored, work))

    def forget(self, run: str) -> Task:
        return self.ask("forget", run)

    def read(self, paths: Sequence[Path]) -> Task:
        return self.ask("read", tuple(paths))

    def save(self, path: Path, picture: Picture, recipe: Recipe, quality: int | None = None) -> Task:
        return self.ask("save", path, picture, recipe, quality)

    def memory(self, width: int, height: int, recipe: Recipe) -> Task:
        task = self.ask("memory", width, height, recipe)
        self.tasks.remove(task)  # asked at every change: tests mean the task of what the user did
        self.memory_tasks.append(task)
        return task

    # What the test lets it say.

    def say(self, phase: str, run: str = "", failure: Failure | None = None) -> None:
        self.state = StudioState(phase, run, failure)
        self.state_changed.emit(self.state)

    def say_preview(self, picture: Picture, *, seconds: float = 0.1, whole: bool = True) -> None:
        self.previewed.emit(Preview(picture, seconds, whole))

    def say_step(self, step: StyleStep) -> None:
        """As the session does: the curve first, whole, then the step."""
        if step.losses is not None:
            losses = step.losses
            self.curve = (*self.curve, (step.iteration, losses.content, losses.style, losses.tv))
            self.curve_changed.emit(self.curve)
        self.stepped.emit(step)

    def say_states(self, *states: KeptState) -> None:
        self.states = states
        self.states_changed.emit(states)

    def say_curve(self, *curve: Point) -> None:
        self.curve = curve
        self.curve_changed.emit(curve)


class FakeShelf(Asked):
    """A ShelfSession whose tasks the test ends."""

    changed = Signal(object)

    def __init__(self, styles: Sequence[ShelfStyle] = ()) -> None:
        super().__init__()
        self.styles = tuple(styles)

    def reread(self) -> None:
        self.calls.append(("reread",))

    def picture(self, key: str) -> Task:
        return self.ask("picture", key)

    def read(self, path: Path) -> Task:
        return self.ask("read", path)

    def add(self, name: str, picture: Picture) -> Task:
        return self.ask("add", name, picture)

    def remove(self, key: str) -> Task:
        return self.ask("remove", key)

    def set_styles(self, *styles: ShelfStyle) -> None:
        self.styles = styles
        self.changed.emit(styles)


class FakeQueue(Asked):
    """A QueueSession that only records."""

    changed = Signal(object)

    def __init__(self, items: Sequence[QueueItem] = ()) -> None:
        super().__init__()
        self.items = tuple(items)
        self.paused = False

    def add(
        self,
        contents: Sequence[Path],
        styles: Sequence[Style],
        recipe: Recipe,
        folder: Path,
        each: bool = False,
    ) -> None:
        self.calls.append(("add", tuple(contents), tuple(styles), recipe, folder, each))

    def cancel(self, key: int) -> None:
        self.calls.append(("cancel", key))

    def clear(self) -> None:
        self.calls.append(("clear",))

    def pause(self) -> None:
        self.paused = True
        self.calls.append(("pause",))

    def resume(self) -> None:
        self.paused = False
        self.calls.append(("resume",))

    def set_items(self, *items: QueueItem) -> None:
        self.items = items
        self.changed.emit(items)


class FakeLiveStyle(Asked):
    """A LiveStyleSession without camera and lane."""

    arrived = Signal(object)
    playing_changed = Signal(bool)
    saved = Signal(str)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.playing = False
        self.recording = False
        self.frame: Frame | None = None  # what `take` gives

    def start(self, styles: Sequence[Style] | int, strength: float = 1.0) -> None:
        self.calls.append(("start", styles, strength))
        self._play(True)

    def change(self, strength: float | None = None, styles: Sequence[Style] | int | None = None) -> None:
        self.calls.append(("change", strength, styles))

    def stop(self) -> None:
        self.calls.append(("stop",))
        self.recording = False
        self._play(False)

    def record(self, path: Path) -> None:
        self.recording = True
        self.calls.append(("record", path))

    def stop_recording(self) -> None:
        self.recording = False
        self.calls.append(("stop_recording",))

    def take(self) -> Frame | None:
        self.calls.append(("take",))
        return self.frame

    def show(self, picture: Picture, rate: float = 12.0, recording: float | None = None) -> None:
        self.arrived.emit(LiveStyleFrame(picture, rate, recording))

    def _play(self, on: bool) -> None:
        if on != self.playing:
            self.playing = on
            self.playing_changed.emit(on)


class FakeStudioCore(FakeCore):
    """A FakeCore with the Studio's sessions."""

    def __init__(self) -> None:
        super().__init__()
        self.studio = FakeStudio()
        self.shelf = FakeShelf()
        self.queue = FakeQueue()
        self.live_style = FakeLiveStyle()


def noise(height: int = 96, width: int = 128, seed: int = 0) -> Picture:
    """A picture in which every place looks different."""
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


def style(name: str = "Waves", weight: float = 1.0, seed: int = 1) -> Style:
    """A style picture."""
    return Style(noise(80, 80, seed), weight, None, name)


def work(*styles: Style, recipe: Recipe | None = None) -> Work:
    """A work with one style unless others are given."""
    return Work(noise(), styles or (style(),), recipe or Recipe(size=96, iterations=10))


def step(iteration: int = 1, iterations: int = 10, shade: int = 90, notes: tuple[str, ...] = ()) -> StyleStep:
    """An iteration whose costs fall."""
    losses = Losses(10.0 / (iteration + 1), 100.0 / (iteration + 1)) if iteration else None
    drawn = picture(96, 128, shade)
    left = float(iterations - iteration)
    return StyleStep(iteration, iterations, losses, float(iteration), left, drawn, drawn, notes)


def result(shade: int = 120, notes: tuple[str, ...] = ()) -> StyleResult:
    """A finished run."""
    drawn = picture(96, 128, shade)
    return StyleResult(
        picture=drawn,
        canvas=drawn,
        iterations=10,
        seconds=10.0,
        first_picture_seconds=0.1,
        losses=Losses(1.0, 10.0),
        curve=((1.0, 55.0), (10.0, 11.0)),
        peak_memory_mb=500.0,
        device="CPU",
        notes=notes,
    )


def state(number: int, run: str = "run-1", shade: int = 90) -> KeptState:
    """A state of the strip."""
    return KeptState(run, number, number * 5, float(number), picture(48, 64, shade))


def kept(number: int, run: str = "run-1", shade: int = 90) -> KeptPicture:
    """What `go_back` brings."""
    drawn = picture(96, 128, shade)
    return KeptPicture(run, number, Start(drawn, number * 5, float(number)), drawn)


def card(run: str = "run-1", title: str = "Harbour in Waves", *, finished: bool = False) -> Card:
    """A recent picture."""
    return Card(run, title, WHEN, 40, finished, picture(48, 64))


def restored(run: str = "run-1", *, finished: bool = False) -> Restored:
    """What `restore` brings."""
    drawn = picture(96, 128)
    states = (state(0, run), state(1, run))
    curve = ((1, 5.0, 50.0, 0.0), (5, 2.0, 20.0, 0.0))
    return Restored(run, "Harbour in Waves", work(), Start(drawn, 5, 5.0), drawn, states, curve, finished)


def report(
    *names: str, skipped: tuple[tuple[str, Failure], ...] = (), recipe: Recipe | None = None
) -> ReadReport:
    """What `read` brings."""
    read = tuple(ReadPicture(name, noise(seed=number), recipe) for number, name in enumerate(names))
    return ReadReport(read, skipped)


def shelf_style(key: str, name: str = "", kind: str = "shipped") -> ShelfStyle:
    """A style on the shelf."""
    return ShelfStyle(key, name or key.title(), kind, picture(64, 64))


def item(key: int, phase: str = "waiting", fraction: float | None = None, **more: object) -> QueueItem:
    """An item of the queue."""
    return replace(QueueItem(key, f"photo-{key}", "Waves", phase, fraction), **more)  # type: ignore[arg-type]
