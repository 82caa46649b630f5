"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop.errors import DiskFull, LikenessError, NotWritable


def write_error(error: OSError, path: Path) -> LikenessError:
    """The expected failure behind an OSError met while `path` was written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFull(path=path, details=repr(error))
    return NotWritable(path=path, details=repr(error))


def check_writable(path: Path) -> None:
    """Find out before long work whether `replaced` can write here; leaves nothing behind.

    Raises DiskFull or NotWritable.
    """
    place = next(folder for folder in path.absolute().parents if folder.exists())
    try:
        with tempfile.TemporaryFile(dir=place):
            pass
    except OSError as error:
        raise write_error(error, path) from error


def remove(path: Path) -> None:
    """Remove a file, where it is there. Raises NotWritable."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise write_error(error, path) from error


@contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """A file that takes `path`'s place once the block ends well, readable by the user alone.

    Raises DiskFull or NotWritable; then, and when the block raises, the old file stays as it was.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        temporary = None
    except OSError as error:
        raise write_error(error, path) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
