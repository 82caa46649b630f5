"""Previews and runs of the Studio: generators over the style core. torch is imported here, in the lane."""

from __future__ import annotations

import logging
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.errors import LikenessError
from desktop.progress import Progress
from desktop.style.networks import NEEDED, Networks
from desktop.style.recipe import Preview, Recipe, Start, StyleResult, StyleStep, Work
from desktop.style.runs import Card, Run, Runs, State
from desktop.style.scales import fitted
from desktop.vectors import Picture
from desktop.weights import store
from desktop.weights.errors import WeightsMissing
from desktop.work.jobs import pictures
from desktop.work.messages import Failure
from desktop.work.studio_messages import (
    KeptPicture,
    KeptState,
    MemoryNeed,
    Point,
    ReadReport,
    Restored,
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class RunNews:
    """One step of a run; `states` and `curve` are whole, so that none is lost when steps are skipped.

    `points` only ever grows, and `count` of them are of this step: copying them is left to who looks at them,
    since most steps are skipped. `notes` are sentences about keeping the run, beside those of the step.
    """

    run: str
    step: StyleStep
    states: tuple[KeptState, ...]
    points: Sequence[Point]
    count: int
    notes: tuple[str, ...] = ()

    @property
    def curve(self) -> tuple[Point, ...]:
        """Every iteration up to this step."""
        return tuple(self.points[: self.count])


@dataclass(frozen=True, slots=True, eq=False)
class RunEnd:
    """What a run ended with. `run` is empty where it could not be kept."""

    run: str
    result: StyleResult
    notes: tuple[str, ...] = ()


class Refinement:
    """A run that is kept while it goes: begun anew, forked from a state of another, or gone on with.

    When it is over, whoever holds this may read in `run`, `states` and `curve` what was kept last.
    """

    def __init__(
        self,
        networks: Networks,
        runs: Runs,
        work: Work,
        title: str = "",
        *,
        forked: tuple[str, int] | None = None,
        resumed: tuple[str, Start | None] | None = None,
        states: tuple[KeptState, ...] = (),
        curve: tuple[Point, ...] = (),
    ) -> None:
        """`states` and `curve` are those of the run that is forked or gone on with."""
        self._networks = networks
        self._runs = runs
        self._work = work
        self._title = title or " + ".join(style.name for style in work.styles if style.name)
        self._forked, self._resumed = forked, resumed
        self._kept: Run | None = None
        self._changed = False  # the work is another than the one on the disk
        self._notes: tuple[str, ...] = ()
        self.run = ""
        self.states = states
        self._points = list(curve)

    @property
    def curve(self) -> tuple[Point, ...]:
        """Every iteration so far."""
        return tuple(self._points)

    def job(self) -> Generator[RunNews | None, Work | None, RunEnd]:
        """Yield every iteration; takes a changed Work. What was reached is kept however it ends.

        Raises what `transfer` raises; a disk that is full or read-only does not end the run, it is said.
        """
        from desktop.style.transfer import transfer

        result: StyleResult | None = None
        start = self._begin()
        steps = transfer(self._networks, self._work, start)
        news: Work | None = None
        try:
            while True:
                try:
                    step = steps.send(news)
                except StopIteration as end:
                    result = end.value
                    break
                if step is None:
                    news = yield None
                else:
                    self._note(step)
                    news = yield RunNews(
                        self.run, step, self.states, self._points, len(self._points), self._notes
                    )
                if news is not None:
                    self._work, self._changed = news, True
        finally:
            steps.close()
            self._end(result)
        assert result is not None
        return RunEnd(self.run, result, self._notes)

    def _begin(self) -> Start | None:
        """Keep the run from here on, and say where it starts."""
        start = None
        try:
            if self._forked is not None:
                run, number = self._forked
                start = self._runs.state(run, number)[0]
                self._kept = self._runs.fork(run, number, self._work)
            elif self._resumed is not None:
                run, start = self._resumed
                self._kept = self._runs.resume(run)
                self._changed = True
            else:
                self._kept = self._runs.begin(self._work, self._title)
        except LikenessError as error:
            if self._resumed is None and start is None and self._forked is not None:
                raise  # there is nothing to fork from
            self._lost(error)
            return start
        self.run = self._kept.id
        self.states = tuple(replace(state, run=self.run) for state in self.states)
        return start

    def _note(self, step: StyleStep) -> None:
        """Keep what a step brought."""
        losses = step.losses
        if losses is not None and (not self._points or step.iteration > self._points[-1][0]):
            self._points.append((step.iteration, losses.content, losses.style, losses.tv))
        if self._kept is not None:
            try:
                self._add(self._kept.keep(step))
                if self._changed:
                    self._changed = False
                    self._kept.change(self._work)
            except LikenessError as error:
                self._lost(error)

    def _end(self, result: StyleResult | None) -> None:
        if self._kept is None:
            return
        try:
            if self._changed:
                self._kept.change(self._work)
            self._add(self._kept.finish(result))
            if not self.states:  # it never had a picture
                self._runs.forget(self.run)
                self.run = ""
        except LikenessError as error:
            self._lost(error)

    def _add(self, state: State | None) -> None:
        if state is not None and self._kept is not None:
            made = _shown(self.run, state)
            stayed = self._kept.numbers
            self.states = tuple(one for one in (*self.states, made) if one.number in stayed)

    def _lost(self, error: LikenessError) -> None:
        """Something could not be kept: the picture goes on, and the user is told why it may not be found."""
        _log.warning("a run was not kept: %s", type(error).__name__)
        if str(error) not in self._notes:
            self._notes = (*self._notes, error.phrase)


class StudioJobs:
    """Jobs of the Studio page, all of them for the studio lane."""

    def __init__(self, networks: Networks) -> None:
        self.networks = networks
        self._runs = Runs(networks.home)

    def load(self) -> Generator[Progress | None, None, Failure | None]:
        """Load what an instant picture and a run need. Missing weights are an answer, not a failure."""
        lacking = store.missing(self.networks.home, NEEDED)
        if lacking:
            return Failure.of(WeightsMissing(name=lacking[0].name))
        yield Progress(0, 4, "Loading")
        _ = self.networks.predictor
        yield Progress(1, 4, "Loading")
        _ = self.networks.transformer
        yield Progress(2, 4, "Loading")
        self.networks.vgg()
        yield Progress(3, 4, "Loading")
        _ = self.networks.multistyle
        return None

    def preview(self, work: Work, fixed: int | None) -> Generator[Preview | None, None, None]:
        """A first picture, then one of the recipe's size; in a fixed style where its number is given."""
        from desktop.style.instant import instant, instant_fixed

        if fixed is None:
            yield from instant(self.networks, work)
        else:
            yield from instant_fixed(self.networks, work.content, work.recipe.size, fixed)

    def refinement(self, work: Work, title: str) -> Refinement:
        """A run from its beginning."""
        return Refinement(self.networks, self._runs, work, title)

    def fork(
        self, work: Work, state: KeptState, states: tuple[KeptState, ...], curve: tuple[Point, ...]
    ) -> Refinement:
        """A new run from a kept state of another, whose strip and curve up to there it takes over."""
        kept = tuple(each for each in states if each.number <= state.number)
        reached = kept[-1].iteration if kept else 0
        return Refinement(
            self.networks,
            self._runs,
            work,
            forked=(state.run, state.number),
            states=kept,
            curve=tuple(point for point in curve if point[0] <= reached),
        )

    def resumed(self, restored: Restored, work: Work) -> Refinement:
        """A kept run from its newest state."""
        reached = 0 if restored.start is None else restored.start.iteration
        return Refinement(
            self.networks,
            self._runs,
            work,
            resumed=(restored.run, restored.start),
            states=restored.states,
            curve=tuple(point for point in restored.curve if point[0] <= reached),
        )

    def kept(self, state: KeptState) -> Generator[None, None, KeptPicture]:
        """A kept state read whole. Raises RunGone, RunDamaged or StateGone."""
        yield
        start, picture = self._runs.state(state.run, state.number)
        return KeptPicture(state.run, state.number, start, picture)

    def recent(self) -> Generator[int | None, None, tuple[Card, ...]]:
        """The kept runs, newest first; yields how many can't be read, where there are such."""
        yield None
        found = self._runs.list()
        if found.damaged:
            yield found.damaged
        return found.cards

    def restore(self, run: str) -> Generator[None, None, Restored]:
        """A kept run with everything it was made of. Raises RunGone or RunDamaged."""
        yield
        found = self._runs.open(run)
        return Restored(
            run=run,
            title=found.title,
            work=found.work,
            start=found.start,
            picture=found.picture,
            states=tuple(_shown(run, state) for state in found.states),
            curve=found.curve,
            finished=found.finished,
        )

    def forget(self, run: str) -> Generator[None, None, None]:
        """Delete a kept run. Raises NotWritable."""
        yield
        self._runs.forget(run)

    def read(self, paths: tuple[Path, ...]) -> Generator[Progress, None, ReadReport]:
        """Read pictures and those of folders; the settings inside a picture of ours come with it."""
        return (yield from pictures.read(paths))

    def memory(self, width: int, height: int, recipe: Recipe) -> Generator[None, None, MemoryNeed]:
        """What a run of a photo of this size would need. Raises TooLittleMemory where it does not fit."""
        from desktop.style.transfer import needed

        yield
        found, tile = needed(width, height, recipe, self.networks.device)
        return MemoryNeed(*fitted(width, height, recipe.size), found, tile is not None)

    def save(
        self, path: Path, picture: Picture, recipe: Recipe, quality: int | None
    ) -> Generator[Progress, None, Path]:
        """Write a picture with its settings inside. Raises UnknownSuffix, DiskFull or NotWritable."""
        from desktop.style.export import QUALITY, write

        yield Progress(0, 1, "Saving")
        write(path, picture, recipe, QUALITY if quality is None else quality)
        return path


def _shown(run: str, state: State) -> KeptState:
    """A kept state as the strip shows it."""
    return KeptState(run, state.number, state.iteration, state.seconds, state.thumbnail)
