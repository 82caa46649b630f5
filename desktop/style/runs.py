"""Kept runs: what a run was made of, a strip of its states and its curve, safe at every moment.

Every file is written whole or not at all, pictures before the words that name them, and a run appears under
its name only once it is complete. So a kill at any byte loses at most the newest state, a full disk no older
one.
"""

from __future__ import annotations

import contextlib
import logging
import re
import secrets
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from desktop.errors import LikenessError
from desktop.files import write_error
from desktop.paths import Home
from desktop.style import run_files
from desktop.style.recipe import Start, Work
from desktop.style.run import Run, State
from desktop.style.run_files import Entry, States, now, thinned
from desktop.vectors import Picture

__all__ = [
    "Card",
    "Listing",
    "Opened",
    "Run",
    "RunDamaged",
    "RunGone",
    "Runs",
    "State",
    "StateGone",
    "thinned",
]

_log = logging.getLogger(__name__)

_ABANDONED: Final = 86_400.0  # seconds after which a hidden folder is nobody's
_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_UNREADABLE: Final = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    ArithmeticError,
    RecursionError,
    LikenessError,
)


class RunGone(LikenessError):
    """A run that is not kept, or no longer."""

    sentence = "This picture's run is no longer kept; start it again from its content and style."


class RunDamaged(LikenessError):
    """A run whose files do not say what it was made of."""

    sentence = "This picture's run is damaged and can't be opened; remove it from the recent pictures."


class StateGone(LikenessError):
    """A state of a run that is not kept, or no longer."""

    sentence = "This state is no longer kept; choose another one of the strip."


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """A run in the list: its title, when it changed last (UTC), and a small picture of its newest state."""

    run: str
    title: str
    changed: datetime
    iterations: int
    finished: bool
    thumbnail: Picture


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """The kept runs, newest first, and how many more there are that can't be read."""

    cards: tuple[Card, ...]
    damaged: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """A run read back. `start` is where it goes on: None before the first state,
    when `picture` is the content.

    `curve` has (iteration, content, style, tv) for every iteration, `seconds` the time of each.
    """

    run: str
    title: str
    work: Work
    start: Start | None
    picture: Picture
    states: tuple[State, ...]
    curve: tuple[tuple[int, float, float, float], ...]
    seconds: tuple[float, ...]
    finished: bool


class Runs:
    """All kept runs of a home."""

    def __init__(self, home: Home) -> None:
        self._root = home.studio / "runs"

    def begin(self, work: Work, title: str, key: str = "") -> Run:
        """Keep a new run. `title` is what a person calls it, never a path.

        `key` (small letters, digits, hyphens) names it where the caller wants to find it again; a run that
        has the name is replaced. Raises DiskFull or NotWritable: then nothing of it stays.
        """
        self._sweep()
        states = States((), (), finished=False, changed=now())
        with self._new(key) as folder:
            run_files.write_states(folder, states)
            run_files.write_work(folder, title, work)
            final = self._named(folder, key)
        return Run(final, title, states)

    def fork(self, run: str, number: int, work: Work) -> Run:
        """Keep a new run that goes on with `work` from a state of another; it begins with that one's strip.

        Raises RunGone, RunDamaged, StateGone, DiskFull or NotWritable.
        """
        source = self._folder(run)
        about, states = self._read(source)
        if number not in (entry.number for entry in states.entries):
            raise StateGone
        kept = tuple(entry for entry in states.entries if entry.number <= number)
        curve = tuple(row for row in states.curve if row[0] <= kept[-1].iteration)
        states = States(kept, curve, finished=False, changed=now())
        with self._new("") as folder:
            for entry in kept:
                for name in entry.files:
                    shutil.copyfile(source / name, folder / name)
            run_files.write_states(folder, states)
            run_files.write_work(folder, about.title, work)
            final = self._named(folder, "")
        return Run(final, about.title, states)

    def resume(self, run: str) -> Run:
        """The run, to be kept on with from its newest state. Raises RunGone or RunDamaged."""
        folder = self._folder(run)
        about, states = self._read(folder)
        last = states.entries[-1].iteration if states.entries else 0
        curve = tuple(row for row in states.curve if row[0] <= last)
        return Run(folder, about.title, replace(states, curve=curve, finished=False))

    def list(self) -> Listing:
        """The kept runs, newest first; those that can't be read are counted and left alone."""
        cards, damaged = [], 0
        for folder in self._folders():
            try:
                cards.append(self._card(folder))
            except _UNREADABLE:
                damaged += 1
        if damaged:
            _log.warning("%d kept runs can't be read", damaged)
        cards.sort(key=lambda card: card.changed, reverse=True)
        return Listing(tuple(cards), damaged)

    def open(self, run: str) -> Opened:
        """Everything of a run. States that can't be read are left out. Raises RunGone or RunDamaged."""
        folder = self._folder(run)
        about, found = self._read(folder)
        try:
            work = run_files.read_work(folder)
        except _UNREADABLE as error:
            raise RunDamaged(details=repr(error)) from error
        entries, start, picture = list(found.entries), None, work.content
        while entries and start is None:
            try:
                start, picture = _start(folder, entries[-1])
            except _UNREADABLE:
                entries.pop()
        states = _states(folder, entries)
        return Opened(
            run,
            about.title,
            work,
            start,
            picture,
            states,
            tuple(row[:4] for row in found.curve),
            tuple(row[4] for row in found.curve),
            found.finished,
        )

    def state(self, run: str, number: int) -> tuple[Start, Picture]:
        """Where a run goes on from a state, and the picture a user saw of it.

        Raises RunGone, RunDamaged or StateGone.
        """
        folder = self._folder(run)
        for entry in self._read(folder)[1].entries:
            if entry.number == number:
                try:
                    return _start(folder, entry)
                except _UNREADABLE as error:
                    raise StateGone(details=repr(error)) from error
        raise StateGone

    def forget(self, run: str) -> None:
        """Delete a run and all its files; harmless where it has gone. Raises NotWritable."""
        try:
            folder = self._folder(run)
        except RunGone:
            return
        hidden = self._root / f".{secrets.token_hex(6)}"
        try:
            folder.rename(hidden)  # at once out of the list, even if the rest is cut short
            shutil.rmtree(hidden)
        except OSError as error:
            raise write_error(error, folder) from error

    def __contains__(self, run: str) -> bool:
        return bool(_ID.fullmatch(run)) and (self._root / run).is_dir()

    def _folder(self, run: str) -> Path:
        if run not in self:
            raise RunGone
        return self._root / run

    def _folders(self) -> Iterator[Path]:
        if self._root.is_dir():
            yield from (path for path in self._root.iterdir() if path.is_dir() and _ID.fullmatch(path.name))

    def _read(self, folder: Path) -> tuple[run_files.About, States]:
        try:
            return run_files.read_about(folder), run_files.read_states(folder)
        except _UNREADABLE as error:
            raise RunDamaged(details=repr(error)) from error

    def _card(self, folder: Path) -> Card:
        about, found = run_files.read_about(folder), run_files.read_states(folder)
        last = found.entries[-1] if found.entries else None
        if last is None:
            small = run_files.thumbnail(run_files.read_picture(folder, about.work["content"]))
        else:
            small = run_files.read_picture(folder, last.thumbnail)
        done = 0 if last is None else last.iteration
        return Card(folder.name, about.title, found.changed, done, found.finished, small)

    @contextmanager
    def _new(self, key: str) -> Iterator[Path]:
        """A hidden folder to fill. Afterwards it has its name or, where that failed, is removed."""
        if key and not _ID.fullmatch(key):
            raise ValueError("no name of a run")
        folder = self._root / f".{secrets.token_hex(6)}"
        try:
            folder.mkdir(mode=0o700, parents=True)
            yield folder
        except OSError as error:
            raise write_error(error, self._root) from error
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _named(self, folder: Path, key: str) -> Path:
        final = self._root / (key or f"{now():%Y%m%d-%H%M%S}-{secrets.token_hex(4)}")
        if key:
            self.forget(key)
        return folder.rename(final)

    def _sweep(self) -> None:
        """Remove what a kill left behind: hidden folders that nobody can be filling any more."""
        if not self._root.is_dir():
            return
        for path in self._root.glob(".*"):
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > _ABANDONED:
                    shutil.rmtree(path, ignore_errors=True)


def _start(folder: Path, entry: Entry) -> tuple[Start, Picture]:
    picture = run_files.read_picture(folder, entry.picture)
    canvas = picture if entry.canvas == entry.picture else run_files.read_picture(folder, entry.canvas)
    return Start(canvas, entry.iteration, entry.seconds), picture


def _states(folder: Path, entries: Sequence[Entry]) -> tuple[State, ...]:
    found = []
    for entry in entries:
        with contextlib.suppress(*_UNREADABLE):
            small = run_files.read_picture(folder, entry.thumbnail)
            found.append(State(entry.number, entry.iteration, entry.seconds, small))
    return tuple(found)
