"""A film on its way, kept in the home so that nothing finished is lost: its parts, and a note beside them.

The order makes it safe: a part is whole before the note names it, the pictures that the next frame needs are
written under new names, and the note is replaced at once. So whatever ends the program, the note tells of
what is there, and the film goes on from it as if nothing had been.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from filelock import FileLock, Timeout

from desktop.errors import LikenessError
from desktop.files import replaced, write_error
from desktop.paths import Home
from desktop.pictures import encode_png, read_picture, write_png
from desktop.signals.film import FilmRecipe, FilmWork
from desktop.signals.film_errors import PaintedAlready
from desktop.signals.flicker import Sums
from desktop.style.recipe import Style
from desktop.style.run_files import digest
from desktop.vectors import Picture

_log = logging.getLogger(__name__)

_VERSION: Final = 1
_NOTE: Final = "film.json"


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a film is: frames and parts that are whole, names of the pictures to go on with, flicker."""

    frames: int = 0
    parts: int = 0
    kept: tuple[str, ...] = ()
    sums: Sums = (0.0, 0.0, 0)
    total: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Unfinished:
    """A film that was cut off, for a list: its key, its work, and how far it is."""

    key: str
    work: FilmWork
    frames: int
    total: int


class KeptFilm:
    """One film's folder."""

    def __init__(self, home: Home, key: str) -> None:
        self.folder = home.films / key
        self.reached = Reached()

    @contextmanager
    def held(self, name: str) -> Iterator[None]:
        """Nobody else paints this film meanwhile. Raises PaintedAlready, DiskFull or NotWritable."""
        lock = FileLock(self.folder.with_suffix(".lock"), timeout=0)
        try:
            self.folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock.acquire()
        except Timeout as error:
            raise PaintedAlready(film=name) from error
        except OSError as error:
            raise write_error(error, self.folder) from error
        try:
            yield
        finally:
            lock.release()
            with contextlib.suppress(OSError):
                Path(lock.lock_file).unlink()

    def begin(self, work: FilmWork, total: int) -> None:
        """Take up what is there of this film, else begin it. Raises DiskFull or NotWritable."""
        note = _read(self.folder)
        if note is not None:
            self.reached = note[1]
            return
        self.forget()
        style = work.style
        write_png(style.picture, self.folder / "style.png")
        self._work = {
            "source": str(work.source.absolute()),
            "out": str(work.out.absolute()),
            "style": style.name,
            "recipe": asdict(work.recipe),
            "measure": work.measure,
        }
        self._write(Reached(total=total))

    def pictures(self) -> tuple[Picture, ...]:
        """The pictures that the next frame needs."""
        return tuple(read_picture(self.folder / name) for name in self.reached.kept)

    def save(self, frames: int, kept: Sequence[Picture], sums: Sums) -> None:
        """Note that one more part is whole, with so many frames. Raises DiskFull or NotWritable."""
        before = self.reached
        names = tuple(f"kept-{before.parts:05d}-{place}.png" for place in range(len(kept)))
        for name, picture in zip(names, kept, strict=True):
            with replaced(self.folder / name) as file:
                file.write(encode_png(picture))
        self._write(
            replace(before, frames=before.frames + frames, parts=before.parts + 1, kept=names, sums=sums)
        )
        for name in before.kept:  # only after nobody names them
            with contextlib.suppress(OSError):
                (self.folder / name).unlink()

    def forget(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _write(self, reached: Reached) -> None:
        try:
            note = json.loads((self.folder / _NOTE).read_text("utf-8"))["work"]
        except FileNotFoundError:
            note = self._work
        except (OSError, ValueError, LookupError) as error:
            raise write_error(OSError(str(error)), self.folder / _NOTE) from error
        with replaced(self.folder / _NOTE) as file:
            whole = {"version": _VERSION, "work": note, "reached": asdict(reached)}
            file.write(json.dumps(whole, indent=1, ensure_ascii=False).encode())
        self.reached = reached


def key(work: FilmWork) -> str:
    """The name of a film on its way: what it is made of and where to; a source that changed is another."""
    files = [work.source, *sorted(work.source.iterdir())] if work.source.is_dir() else [work.source]
    stats = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    made_of = (
        str(work.source.absolute()),
        stats,
        str(work.out.absolute()),
        digest([work.style.picture]),
        asdict(work.recipe),
        work.measure,
    )
    return hashlib.sha256(repr(made_of).encode()).hexdigest()[:32]


def unfinished(home: Home) -> tuple[Unfinished, ...]:
    """The films that were cut off and whose source is still there, newest first."""
    folders = [folder for folder in home.films.glob("*") if (folder / _NOTE).is_file()]
    found = []
    for folder in sorted(folders, key=lambda each: (each / _NOTE).stat().st_mtime, reverse=True):
        note = _read(folder)
        if note is None:
            continue
        try:
            work = _work(folder, note[0])
            if not work.source.exists():
                continue  # on a disk that comes back, perhaps
            same = key(work) == folder.name
        except (LikenessError, OSError, LookupError, TypeError, ValueError):
            _log.warning("a film that was cut off can't be read")
            continue
        if same:
            found.append(Unfinished(folder.name, work, note[1].frames, note[1].total))
        else:  # the film was changed: nothing can go on from this any more
            KeptFilm(home, folder.name).forget()
    return tuple(found)


def _read(folder: Path) -> tuple[dict[str, Any], Reached] | None:
    """What the note says; None where there is none, or none that can be gone by."""
    try:
        note = json.loads((folder / _NOTE).read_text("utf-8"))
        if note["version"] != _VERSION:
            return None
        told = note["reached"]
        ours, alone, count = told["sums"]
        reached = Reached(
            int(told["frames"]),
            int(told["parts"]),
            tuple(str(name) for name in told["kept"]),
            (float(ours), float(alone), int(count)),
            int(told["total"]),
        )
        work: dict[str, Any] = dict(note["work"])
    except (OSError, ValueError, LookupError, TypeError, OverflowError, RecursionError):
        return None
    there = all((folder / Path(name).name).is_file() for name in reached.kept)
    return (work, reached) if there else None


def _work(folder: Path, note: dict[str, Any]) -> FilmWork:
    style = Style(read_picture(folder / "style.png"), name=str(note["style"]))
    recipe = FilmRecipe(**note["recipe"])
    return FilmWork(Path(note["source"]), style, Path(note["out"]), recipe, bool(note["measure"]))
