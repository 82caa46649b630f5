"""Stand-ins for what the Film page talks to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from desktop.signals.film import NEEDED, FilmRecipe, FilmResult, FilmStep, FilmWork
from desktop.style.recipe import Style
from desktop.work.film_messages import CutOff, FilmCard, FilmPreview
from desktop.work.lanes import Task
from tests.fakes import Asked, picture
from tests.fakes_studio import FakeShelf, FakeStudioCore, noise


class FakeFilm(Asked):
    """A FilmSession whose tasks the test ends."""

    cut_off_changed = Signal(object)
    blocked_changed = Signal(bool)
    needed = NEEDED

    def __init__(self, films: Sequence[CutOff] = ()) -> None:
        super().__init__()
        self.cut_off = tuple(films)

    def open(self, path: Path) -> Task:
        return self.ask("open", path)

    def look(self, path: Path, part: float) -> Task:
        return self.ask("look", path, part)

    def preview(self, work: FilmWork, part: float) -> Task:
        return self.ask("preview", work, part)

    def run(self, work: FilmWork) -> Task:
        return self.ask("run", work)

    def forget(self, key: str) -> Task:
        return self.ask("forget", key)

    def reread(self) -> None:
        self.calls.append(("reread",))

    def set_cut_off(self, *films: CutOff) -> None:
        self.cut_off = films
        self.cut_off_changed.emit(films)


class FakeFilmCore(FakeStudioCore):
    """A FakeCore with what the Film page needs."""

    shelf: FakeShelf

    def __init__(self) -> None:
        super().__init__()
        self.film = FakeFilm()


def card(path: Path = Path("talk.mp4"), *, stack: bool = False, sound: bool = True) -> FilmCard:
    """A film of 240 frames at 24 a second, or a stack of 40 slices."""
    first = picture(90, 160, 60)
    if stack:
        return FilmCard(path, path.name, (160, 90), 40, 0.0, 0.0, False, True, first)
    return FilmCard(path, path.name, (160, 90), 240, 24.0, 10.0, sound, False, first)


def step(frame: int, frames: int = 240) -> FilmStep:
    """A finished frame, one second each."""
    return FilmStep(
        frame, frames, float(frame), float(frames - frame), picture(90, 160, 200), picture(90, 160, 60)
    )


def preview(seconds: float = 0.5) -> FilmPreview:
    """A frame painted before the run."""
    return FilmPreview(picture(90, 160, 60), picture(90, 160, 200), seconds)


def result(path: Path = Path("out.mp4"), *notes: str) -> FilmResult:
    """A finished film."""
    return FilmResult(path, 240, 60.0, True, "CPU", None, notes)


def cut_off(key: str = "a", frames: int = 100) -> CutOff:
    """A film that was cut off."""
    style = Style(noise(), name="Waves")
    recipe = FilmRecipe(size=320, way="frames")
    return CutOff(key, FilmWork(Path("talk.mp4"), style, Path("talk in Waves.mp4"), recipe), frames, 240)
