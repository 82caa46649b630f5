"""Training on people of the user's own, and using what came out.

Training runs on the studio lane with networks of its own, so that the live picture goes on. The crops of the
enrolled are read on the live lane, which owns the vault, and handed over in memory: nothing of them is
written outside it, checkpoints neither (`standing`).
"""

from __future__ import annotations

import time
from collections.abc import Generator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from desktop.errors import LikenessError
from desktop.learn.recipe import Faces, Hardest, Recipe, Sample, Step
from desktop.progress import Progress
from desktop.work.jobs import heads
from desktop.work.jobs.standing import EnrolledCheckpoints
from desktop.work.jobs.state import State
from desktop.work.learn_messages import InUse, Lesson, Taken, Taught, Triple
from desktop.work.messages import Failure

if TYPE_CHECKING:
    from desktop.faces.face import Detector, Embedder
    from desktop.learn.below import Below
    from desktop.learn.checkpoint import CheckpointStore
    from desktop.learn.train import Trained

_EVERY = 0.1
"""Seconds between two lessons: more often nobody can see."""


class TooFewToTeach(LikenessError):
    """The enrolled cannot teach anything."""

    sentence = (
        "Training needs at least four enrolled people with two pictures each, two to learn from and two to "
        "measure on; there are {count}."
    )


class OfTheEnrolled(LikenessError):
    """A head of people whose data never leave the vault."""

    sentence = (
        "What was learnt from the enrolled stays in the vault and can't be exported; train on a folder of "
        "people for a head to pass on."
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Ready:
    """Networks that have seen these faces."""

    taken: Taken
    key: tuple[object, ...]
    below: Below
    versus: Embedder | None


class LearnJobs:
    """Jobs of the Learn page."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._enrolled = EnrolledCheckpoints()
        self._ready: _Ready | None = None

    # On the studio lane.

    def folder(self, folder: Path, recipe: Recipe) -> Generator[Progress | Lesson | None, None, Taught]:
        """Train on a folder of people. Raises what `learn.folder`, loading and `learn.train` raise."""
        from desktop.learn.folder import find_faces, read_folder

        listed = yield from read_folder(folder)
        shots = yield from find_faces(listed, self._detector())
        problems = tuple(Failure.of(problem.error) for problem in shots.problems)
        taken = Taken(folder.name, tuple(shots.crops), shots.people, problems)
        return (yield from self.train(taken, recipe))

    def train(self, taken: Taken, recipe: Recipe) -> Generator[Progress | Lesson | None, None, Taught]:
        """Train on faces that are at hand. Raises TooFewPeople, RecipeWrong, and what loading raises."""
        yield Progress(0, 0, "Loading the face model")
        from desktop.learn.checkpoint import FileCheckpoints
        from desktop.learn.head_file import title_of
        from desktop.learn.train import train

        below, versus = self._networks_for(taken, recipe)
        store: CheckpointStore = self._enrolled
        if taken.folder:
            store = FileCheckpoints(self._state.home.training)
        else:
            self._enrolled.begin(taken.people)
        job = train(
            Faces(taken.crops, taken.people),
            recipe,
            below,
            title=title_of(taken.folder or "enrolled"),
            versus=versus,
            store=store,
        )
        notes = _Notes(taken)
        trained = yield from _watched(job, notes)
        return replace(_taught(taken, recipe, (versus or below).model.name, trained), lesson=notes.last)

    def export(self, taught: Taught, file: Path) -> Generator[Progress, None, Path]:
        """Write a head for the command line. Raises OfTheEnrolled, NothingTrained, DiskFull, NotWritable."""
        yield Progress(0, 0, "Writing")
        if not taught.taken.folder:
            raise OfTheEnrolled
        if taught.head is None:
            raise heads.NothingTrained
        from desktop.learn import head_file

        head_file.write(taught.head, file)
        return file

    # On the live lane.

    def enrolled(self) -> Generator[Progress, None, Taken]:
        """The aligned crops of the enrolled, by id. Raises VaultLocked or TooFewToTeach."""
        from desktop.faces.align import align

        people = self._state.people
        self._enrolled.take_up(people)
        listed = people.list()
        several = sum(person.templates > 1 for person in listed)
        if several < 4:
            raise TooFewToTeach(count=several)
        crops, owners = [], []
        for done, person in enumerate(listed):
            yield Progress(done, len(listed), "Reading")
            for template in people.pictures(person.id):
                view = people.crop(template.id)
                crops.append(align(view.picture, view.landmarks))
                owners.append(person.id)
        return Taken("", tuple(crops), tuple(owners))

    @property
    def unsettled(self) -> bool:
        """Whether the vault does not know yet where training on the enrolled stands. From any thread."""
        return self._state.opened is not None and self._enrolled.owed

    def settle(self) -> Generator[None, None, None]:
        """Tell it. Raises VaultLocked, PersonGone, DiskFull or NotWritable; training goes on without."""
        yield
        self._enrolled.settle(self._state.people)

    def in_use(self) -> Generator[None, None, InUse]:
        """The head that recognition goes by. Raises ModelsMissing."""
        yield
        return heads.in_use(self._state)

    def adopt(self, taught: Taught) -> Generator[Progress, None, InUse]:
        """Go by what was trained; see `heads.adopt`."""
        return (yield from heads.adopt(self._state, taught))

    def restore(self, name: str, forget: str = "") -> Generator[Progress, None, InUse]:
        """Go by another kept head, "" for none; see `heads.restore`."""
        return (yield from heads.restore(self._state, name, forget))

    def forget_enrolled(self) -> None:
        """Forget where training on the enrolled stands, and what was seen of them; call from any thread."""
        self._enrolled.clear()
        ready = self._ready
        if ready is not None and not ready.taken.folder:
            self._ready = None

    def _detector(self) -> Detector:
        from desktop.faces.load import load_detector

        return load_detector(self._state.home, self._state.settings)

    def _networks_for(self, taken: Taken, recipe: Recipe) -> tuple[Below, Embedder | None]:
        """Those of the training before where it was on the same faces: they remember what they have seen."""
        settings, ready = self._state.settings, self._ready
        key = (settings.use_embed, settings.device, recipe.mode, recipe.seed)
        if ready is None or ready.taken is not taken or ready.key != key:
            self._ready = None
            ready = self._ready = _Ready(taken, key, *self._networks(recipe))
        return ready.below, ready.versus

    def _networks(self, recipe: Recipe) -> tuple[Below, Embedder | None]:
        """What is trained on, and what "scratch" is compared with."""
        from desktop.faces.load import load_embedder
        from desktop.learn.load import load_below

        settings = self._state.settings
        below = load_below(self._state.home, settings, recipe, device=settings.device)
        if recipe.mode != "scratch":
            return below, None
        return below, load_embedder(self._state.home, settings, device=settings.device)


def _taught(taken: Taken, recipe: Recipe, base: str, trained: Trained) -> Taught:
    head, collapse = trained.head, trained.collapse
    if head is not None:
        found = None if trained.comparison is None else asdict(trained.comparison)
        head = replace(head, words={**head.words, "comparison": found})
    said = None if collapse is None else Failure.of(collapse.error)
    return Taught(taken, recipe, base, head, said, trained.comparison, trained.full, trained.seconds)


def _watched(
    job: Generator[Progress | Sample | Step, None, Trained], notes: _Notes
) -> Generator[Progress | Lesson | None, None, Trained]:
    """The job, told as lessons: everything so far, a few times a second."""
    try:
        while True:
            start = time.perf_counter()  # what the user's pause takes is not time spent
            try:
                told = next(job)
            except StopIteration as end:
                done: Trained = end.value
                return done
            if isinstance(told, Progress):
                yield told
            else:
                yield notes.note(told, time.perf_counter() - start)
    finally:
        job.close()


class _Notes:
    """What has been told so far."""

    def __init__(self, taken: Taken) -> None:
        self._taken = taken
        _, self._codes = np.unique(np.asarray(taken.people, dtype=object).astype(str), return_inverse=True)
        self._shown = np.empty(0, np.intp)
        self._plane = np.empty((0, 2), np.float32)
        self._at: list[float] = []
        self._losses: list[float] = []
        self._active: list[float] = []
        self._epoch, self._batches, self._sum = 0, 0, 0.0
        self._first: int | None = None
        self._spent = 0.0
        self._told = 0.0
        self._hardest: tuple[Hardest, ...] = ()
        self.last: Lesson | None = None

    def note(self, told: Sample | Step, seconds: float) -> Lesson | None:
        """A lesson where it is time for one."""
        self._spent += seconds
        if isinstance(told, Sample):
            self._shown, self._plane = self._codes[told.rows].astype(np.intp), told.projection
            return None
        if self._first is None:
            self._first, self._spent = told.done, 0.0
        if told.projection is not None:
            self._plane = told.projection
        else:
            self._batch(told)
        now = time.perf_counter()
        if told.projection is None and now - self._told < _EVERY and told.done > 1:
            return None
        self._told = now
        self.last = self._lesson(told)
        return self.last

    def _batch(self, step: Step) -> None:
        """One batch's own loss, of the mean over the epoch so far."""
        if step.epoch != self._epoch:
            self._epoch, self._batches, self._sum = step.epoch, 0, 0.0
        total = step.loss * (self._batches + 1)
        self._losses.append(max(0.0, total - self._sum))
        self._batches, self._sum = self._batches + 1, total
        self._at.append(step.done * step.epochs / max(1, step.total))
        self._active.append(np.nan if step.active_triplets is None else step.active_triplets)
        self._hardest = step.hardest or self._hardest

    def _lesson(self, step: Step) -> Lesson:
        timed = step.done - (self._first or 0)
        left = None if timed < 1 else self._spent / timed * (step.total - step.done)
        crops = self._taken.crops
        hardest = tuple(
            Triple(crops[one.anchor], crops[one.positive], crops[one.negative], one.loss)
            for one in self._hardest
        )
        return Lesson(
            step.epoch, step.epochs, step.done, step.total, left,
            np.array(self._at), np.array(self._losses), np.array(self._active),
            step.ap, step.an, hardest, self._plane, self._shown,
        )  # fmt: skip
