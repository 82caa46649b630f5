"""A film painted from its first frame to its last, as a job that whatever ends it can go on.

The life of a film:
1. the source is opened (`shots`), and what is kept of an earlier run of the same film is taken up;
2. the way (`way`) paints frame after frame; each goes into the part that is under way (`parts`);
3. every few seconds the part is closed and noted (`kept_film`), with what the next frame needs;
4. at the end the parts become one file beside the film's own sound, and what was kept is forgotten.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from typing import Final

from desktop.errors import LikenessError
from desktop.scaled import resized
from desktop.signals import kept_film, parts, way
from desktop.signals.film import FilmResult, FilmStep, FilmWork, Flicker
from desktop.signals.film_errors import NoPicturesInFilm
from desktop.signals.flicker import FlickerMeter
from desktop.signals.shots import Shot, open_shots, size_of
from desktop.style.networks import Networks
from desktop.style.recipe import Work
from desktop.style.stage import check
from desktop.vectors import Picture

FRAMES: Final = 240
"""Frames of a part at most ..."""

SECONDS: Final = 20.0
"""... and about how long one takes: what a crash costs."""

Steps = Generator[FilmStep | None, None, FilmResult]


def paint_film(networks: Networks, work: FilmWork, *, most: int = FRAMES, seconds: float = SECONDS) -> Steps:
    """Paint a film or a stack of slices; a job. The same work again goes on where it was cut off.

    Yields a FilmStep for every finished frame and None between pieces of work. Raises what opening the source
    and `networks` raise, UnknownFilmSuffix, OverItself, PaintedAlready, NoStyle, PictureTooThin, DiskFull,
    NotWritable or TooLittleMemory. Whatever is raised, the parts that were finished stay.
    """
    return (yield from _Run(networks, work, most, seconds).run())


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """One frame before the run: as it is and as it will about be, and seconds that one takes in the run."""

    content: Picture
    picture: Picture
    seconds: float


def preview(networks: Networks, work: FilmWork, part: float) -> Generator[None, None, Preview]:
    """The frame at this part (0..1) of the film, painted alone. Raises what `paint_film` raises."""
    yield
    shots = open_shots(work.source)
    size = size_of(shots.size, work.recipe.size)
    content = resized(shots.at(part), *size)
    check(Work(content, (work.style,)))
    yield
    painter = way.make(networks, work, size)
    picture = yield from painter.alone(content)
    return Preview(content, picture, (yield from painter.pace(content, picture)))


class _Run:
    """One run. Its parts are generators that yield what the job yields."""

    def __init__(self, networks: Networks, work: FilmWork, most: int, seconds: float) -> None:
        self._networks, self._work = networks, work
        self._most, self._every = most, seconds
        self._spent = 0.0

    def run(self) -> Steps:
        """The whole run."""
        work = self._work
        self._shots = shots = open_shots(work.source)
        self._size = size_of(shots.size, work.recipe.size)
        check(Work(resized(shots.at(0.0), *self._size), (work.style,)))
        self._kept = kept_film.KeptFilm(self._networks.home, kept_film.key(work))
        self._parts = parts.make(shots, self._kept.folder, self._size, work.out)
        yield None
        painter = way.make(self._networks, work, self._size)
        with self._kept.held(shots.name):
            self._kept.begin(work, shots.total)
            self._meter = FlickerMeter(self._kept.reached.sums)
            yield from self._paint(painter)
            frames = self._kept.reached.frames
            if not frames:
                raise NoPicturesInFilm(video=shots.name)
            sound = yield from self._join()
            result = self._result(frames, sound)
            self._kept.forget()
        return result

    def _paint(self, painter: way.Way) -> Generator[FilmStep | None, None, None]:
        """Every frame that is not there yet, into parts."""
        reached, kept = self._kept.reached, self._kept.pictures()
        frames = reached.frames
        job = painter.paint(self._sized(max(0, frames - painter.back) if kept else frames), kept)
        newest: way.Kept | None = kept
        open_since, held = 0.0, 0
        with closing(job):
            try:
                while True:
                    start = time.perf_counter()
                    told = next(job, _OVER)
                    self._spent += time.perf_counter() - start
                    if told is _OVER:
                        break
                    if told is None:
                        yield None
                        continue
                    assert isinstance(told, way.Painted)
                    if not held:
                        self._parts.begin(self._kept.reached.parts)
                        open_since = self._spent
                    # What can't be written is not tried again in `_close`, so nothing is held meanwhile.
                    count, held = held + 1, 0
                    self._parts.add(told.shot, told.picture)
                    held, newest, frames = count, told.kept, frames + 1
                    if self._work.measure:
                        alone = yield from painter.alone(told.shot.picture)
                        self._meter.add(told.shot.picture, told.picture, alone)
                    if newest is not None and self._is_due(count, open_since):
                        held = 0
                        self._save(count, newest)
                    yield self._step(told, frames, frames - reached.frames)
                count, held = held, 0
                if count:
                    self._save(count, newest or ())
            finally:
                self._close(held, newest)

    def _close(self, held: int, newest: way.Kept | None) -> None:
        """Keep what a run that ends early has painted since the last part, where it can be gone on from."""
        if held and newest is not None:
            with suppress(LikenessError):  # why the run ended matters more
                self._save(held, newest)
        self._parts.drop()

    def _is_due(self, count: int, since: float) -> bool:
        """Whether a part of so many frames, begun then, is long enough."""
        return count >= self._most or self._spent - since >= self._every

    def _save(self, count: int, kept: way.Kept) -> None:
        """Make the part whole, and note it."""
        self._parts.end()
        self._kept.save(count, kept, self._meter.sums)

    def _sized(self, start: int) -> Iterator[Shot]:
        for shot in self._shots.shots(start):
            yield replace(shot, picture=resized(shot.picture, *self._size))

    def _join(self) -> Generator[None, None, bool]:
        """The parts as one file; gives whether the sound is in it."""
        job = self._parts.join(self._kept.reached.parts, self._work.out)
        while True:
            start = time.perf_counter()
            try:
                next(job)
            except StopIteration as end:
                kept: bool = end.value
                return kept and self._shots.sound
            finally:
                self._spent += time.perf_counter() - start
            yield None

    def _step(self, told: way.Painted, frames: int, here: int) -> FilmStep:
        total = max(self._shots.total, frames) if self._shots.total else 0
        remaining = self._spent / here * (total - frames) if total else None
        return FilmStep(frames, total, self._spent, remaining, told.picture, told.shot.picture)

    def _result(self, frames: int, sound: bool) -> FilmResult:
        broken = self._shots.broken(frames)
        flicker = Flicker(*self._meter.roots()) if self._work.measure else None
        return FilmResult(
            self._work.out,
            frames,
            self._spent,
            sound,
            self._networks.device.description,
            flicker,
            (broken,) if broken else (),
        )


_OVER: Final = object()
