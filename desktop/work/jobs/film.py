"""Films: generators over the core. torch, cv2 and the video library are imported here, in the lane."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from desktop.signals.film import NEEDED, FilmResult, FilmStep, FilmWork
from desktop.style.networks import Networks
from desktop.vectors import Picture
from desktop.weights import store
from desktop.work.film_messages import CutOff, FilmCard, FilmPreview


class FilmJobs:
    """Jobs of the Film page, all of them for the studio lane."""

    def __init__(self, networks: Networks) -> None:
        self.networks = networks

    def open(self, path: Path) -> Generator[None, None, FilmCard]:
        """What a film or stack is, and its first frame. Raises what `open_shots` raises."""
        from desktop.signals.shots import open_shots

        yield
        shots = open_shots(path)
        yield
        return FilmCard(
            path,
            shots.name,
            shots.size,
            shots.total,
            shots.rate,
            shots.seconds,
            shots.sound,
            shots.stack,
            shots.at(0.0),
        )

    def look(self, path: Path, part: float) -> Generator[None, None, Picture]:
        """The frame at this part (0..1) of the film. Raises what `open_shots` raises."""
        from desktop.signals.shots import open_shots

        yield
        return open_shots(path).at(part)

    def preview(self, work: FilmWork, part: float) -> Generator[None, None, FilmPreview]:
        """One frame painted before the run. Raises WeightsMissing and what `paint_film` raises."""
        from desktop.signals.paint import preview

        self._check()
        found = yield from preview(self.networks, work, part)
        return FilmPreview(found.content, found.picture, found.seconds)

    def run(self, work: FilmWork) -> Generator[FilmStep | None, None, FilmResult]:
        """The whole film; goes on where it was cut off. Raises as `preview` does."""
        from desktop.signals.paint import paint_film

        self._check()
        return (yield from paint_film(self.networks, work))

    def cut_off(self) -> Generator[None, None, tuple[CutOff, ...]]:
        """The films that can be gone on with, newest first."""
        from desktop.signals.kept_film import unfinished

        yield
        found = unfinished(self.networks.home)
        return tuple(CutOff(each.key, each.work, each.frames, each.total) for each in found)

    def forget(self, key: str) -> Generator[None, None, None]:
        """Remove what is kept of a film that was cut off."""
        from desktop.signals.kept_film import KeptFilm

        yield
        KeptFilm(self.networks.home, key).forget()

    def _check(self) -> None:
        store.require(self.networks.home, NEEDED)
