"""The Studio's picture, as the window sees it: previews at once, a run that refines, and what is kept of it.

The life of a picture:
1. `preview` paints an instant picture; it overtakes everything that runs, and the newest request wins.
2. `refine` begins a run, which is kept on disk from its first picture on.
3. Every iteration arrives as `stepped` (the newest only), with `curve` and `states` whole before it.
4. `change` reaches the run at its next step; `pause`, `resume` and `cancel` act between two steps.
5. What was cancelled, closed or cut off is found again by `recent`, `restore` and `go_on`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop.errors import Phrase
from desktop.style.networks import NEEDED
from desktop.style.recipe import Preview, Recipe, Work
from desktop.vectors import Picture
from desktop.work.jobs.studio import Refinement, RunEnd, RunNews, StudioJobs
from desktop.work.lanes import RUN, Lane, Task
from desktop.work.messages import Failure
from desktop.work.studio_messages import KeptState, Point, Restored, StudioState


class StudioSession(QObject):
    """One picture at a time: previews, one run, its strip of states and its curve."""

    state_changed = Signal(object)  # StudioState
    previewed = Signal(object)  # Preview, of the newest request only
    stepped = Signal(object)  # StyleStep, the newest
    states_changed = Signal(object)  # tuple[KeptState, ...]
    curve_changed = Signal(object)  # tuple[Point, ...]: every iteration of the run, none lost
    finished = Signal(object)  # StyleResult
    said = Signal(object)  # str: a sentence about the run: tiles were needed, a step was halved

    needed = NEEDED
    """Names of the weights to fetch where the state is `missing`."""

    def __init__(self, jobs: StudioJobs, lane: Lane) -> None:
        super().__init__()
        self._jobs = jobs
        self._lane = lane
        self.state = StudioState("empty")
        self.states: tuple[KeptState, ...] = ()
        self.curve: tuple[Point, ...] = ()
        self._preview: Task | None = None
        self._run: Task | None = None
        self._refinement: Refinement | None = None
        self._told: set[str] = set()  # what was said about the run
        self._unreadable = 0  # kept runs, as it was said last
        self._blocked = False  # something that goes first uses the lane

    @property
    def running(self) -> bool:
        """Whether a run is under way, paused or not."""
        return self._run is not None

    # The picture.

    def load(self) -> None:
        """Load the networks; how it goes arrives as `state_changed`. Asked again, looks again."""
        if self.state.phase in ("empty", "missing", "failed"):
            self._set("loading")
        task = self._lane.submit(self._jobs.load, "load")
        task.done.connect(self._loaded)
        task.failed.connect(self._load_failed)

    @Slot()
    def look_again(self) -> None:
        """Load what was missing; for when weights have come."""
        if self.state.phase == "missing":
            self.load()

    def preview(self, work: Work, fixed: int | None = None) -> None:
        """Paint an instant picture; arrives as `previewed`. The newest request wins.

        `fixed` (0..25) takes one of the fixed styles instead of the work's own.
        """
        self._forget_preview()
        if self._run is None:
            self._set("previewing")
        self._preview = task = self._lane.submit(lambda: self._jobs.preview(work, fixed), "preview")
        task.progressed.connect(self._previewed)
        task.done.connect(self._preview_done)
        task.failed.connect(self._preview_failed)

    def refine(self, work: Work, title: str = "") -> None:
        """Begin a run; the one before is cancelled, and kept. `title` for the list of recent pictures."""
        self._begin(self._jobs.refinement(work, title))

    def change(self, work: Work) -> None:
        """New weights, masks or styles for the run under way; it takes them at its next step."""
        if self._run is not None:
            self._run.send(work)

    def pause(self) -> None:
        """Hold the run before its next step."""
        if self._run is not None:
            self._run.pause()
            self._show_run()

    def resume(self) -> None:
        """Let a held run go on."""
        if self._run is not None:
            self._run.resume()
            self._show_run()

    def cancel(self) -> None:
        """End the run and any preview at once; what was reached is kept."""
        self._forget_preview()
        if self._run is not None:
            self._run.cancel()
        elif self.state.phase == "previewing":
            self._set("cancelled")

    def block(self, on: bool) -> None:
        """Say that something that goes first uses the lane: the run stands still and shows as paused."""
        self._blocked = on
        self._show_run()

    # What is kept.

    # A state says of which run it is: a fork that has not begun yet shows the strip of the run before.

    def go_back(self, state: KeptState) -> Task:
        """Read a state of the strip. Done: KeptPicture."""
        return self._lane.submit(lambda: self._jobs.kept(state), "go back")

    def fork(self, work: Work, state: KeptState) -> None:
        """Begin a new run from a state of the strip; the run under way ends, and stays kept."""
        self._begin(self._jobs.fork(work, state, self.states, self.curve))

    def recent(self) -> Task:
        """Read the kept runs, newest first. Done: tuple[Card, ...], of style.runs."""
        task = self._lane.submit(self._jobs.recent, "recent")
        task.progressed.connect(self._damaged)
        return task

    def restore(self, run: str) -> Task:
        """Read a kept run; its strip and curve become the session's. Done: Restored."""
        task = self._lane.submit(lambda: self._jobs.restore(run), "restore")
        task.done.connect(self._restored)
        return task

    def go_on(self, restored: Restored, work: Work) -> None:
        """Let a restored run go on from its newest state, with this work."""
        self._begin(self._jobs.resumed(restored, work))

    def forget(self, run: str) -> Task:
        """Remove a kept run from the disk."""
        if self._run is not None and self.state.run == run:
            self._run.cancel()
        return self._lane.submit(lambda: self._jobs.forget(run), "forget")

    # Files.

    def read(self, paths: Sequence[Path]) -> Task:
        """Read pictures, and those of folders; what can't be read is left out and said. Done: ReadReport."""
        chosen = tuple(paths)
        return self._lane.submit(lambda: self._jobs.read(chosen), "read")

    def save(self, path: Path, picture: Picture, recipe: Recipe, quality: int | None = None) -> Task:
        """Write a picture with its settings inside; PNG, JPEG or TIFF by the name. Done: the path.

        `quality` (1..100) is a JPEG's; None takes the usual one.
        """
        return self._lane.submit(lambda: self._jobs.save(path, picture, recipe, quality), "save")

    def memory(self, width: int, height: int, recipe: Recipe) -> Task:
        """What a run of a photo of this size would need. Done: MemoryNeed; fails where it does not fit."""
        return self._lane.submit(lambda: self._jobs.memory(width, height, recipe), "memory")

    # Answers.

    def _set(self, phase: str, failure: Failure | None = None, run: str | None = None) -> None:
        state = StudioState(phase, self.state.run if run is None else run, failure)
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    @Slot(object)
    def _loaded(self, failure: Failure | None) -> None:
        if self.state.phase == "loading":
            self._set("empty" if failure is None else "missing", failure)

    @Slot(object)
    def _load_failed(self, failure: Failure) -> None:
        if self.state.phase == "loading":
            self._set("failed", failure)

    def _forget_preview(self) -> None:
        """Cancel the preview under way; what it still says reaches nobody."""
        if self._preview is not None:
            self._preview.cancel()
            self._preview = None

    @Slot(object)
    def _previewed(self, preview: Preview) -> None:
        if self.sender() is self._preview:
            self.previewed.emit(preview)

    @Slot()
    def _preview_done(self) -> None:
        if self.sender() is self._preview:
            self._preview = None
            if self._run is None:
                self._set("done", run="")

    @Slot(object)
    def _preview_failed(self, failure: Failure) -> None:
        if self.sender() is self._preview:
            self._preview = None
            if self._run is None:
                self._set(_phase_of(failure), failure)

    def _begin(self, refinement: Refinement) -> None:
        if self._run is not None:
            self._run.cancel()
        self._refinement = refinement
        self._told.clear()
        self._run = task = self._lane.submit(refinement.job, "run", patient=RUN)
        task.progressed.connect(self._stepped)
        task.done.connect(self._finished)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        self._show(refinement.states, refinement.curve)
        self._set("paused" if self._blocked else "running", run="")

    def _show_run(self) -> None:
        """Say whether the run stands still, by the user's wish or behind something else."""
        if self._run is not None:
            self._set("paused" if self._run.paused or self._blocked else "running")

    def _show(self, states: tuple[KeptState, ...], curve: tuple[Point, ...]) -> None:
        if curve != self.curve:
            self.curve = curve
            self.curve_changed.emit(curve)
        if states is not self.states:
            self.states = states
            self.states_changed.emit(states)

    @Slot(object)
    def _stepped(self, news: RunNews) -> None:
        if self.sender() is not self._run:
            return
        self._set(self.state.phase, run=news.run)
        self._show(news.states, news.curve)
        self._say(*news.notes, *news.step.notes)
        self.stepped.emit(news.step)

    def _say(self, *notes: str) -> None:
        for note in notes:
            if note not in self._told:
                self._told.add(note)
                self.said.emit(note)

    @Slot(object)
    def _finished(self, end: RunEnd) -> None:
        if self._over():
            self._say(*end.notes, *end.result.notes)
            self._set("done", run=end.run)
            self.finished.emit(end.result)

    @Slot(object)
    def _failed(self, failure: Failure) -> None:
        if self._over():
            self._set(_phase_of(failure), failure)

    @Slot()
    def _cancelled(self) -> None:
        if self._over():
            self._set("cancelled")

    def _over(self) -> bool:
        """Let go of the run that ended and show what was kept last; False where another is under way."""
        if self.sender() is not self._run or self._refinement is None:
            return False
        self._run = None
        self._show(self._refinement.states, self._refinement.curve)
        return True

    @Slot(object)
    def _damaged(self, count: int) -> None:
        """Say once that kept runs can't be read; the list is asked for often."""
        if count > self._unreadable:
            self.said.emit(Phrase("Recent pictures that can't be read were left out: {count}.", count=count))
        self._unreadable = count

    @Slot(object)
    def _restored(self, restored: Restored) -> None:
        if self._run is None:
            self._show(restored.states, restored.curve)
            self._set("done" if restored.finished else "cancelled", run=restored.run)


def _phase_of(failure: Failure) -> str:
    return "missing" if failure.kind == "WeightsMissing" or failure.damaged else "failed"
