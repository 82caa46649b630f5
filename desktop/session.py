"""What lay on the pages, kept in one small JSON file so that a crash does not cost it.

The file is there while the program runs and gone after a proper exit; who finds it at a start knows that the
program before did not end well. It holds paths and settings: nothing of the enrolled, nothing of the camera.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from desktop.errors import LikenessError
from desktop.files import replaced

_log = logging.getLogger(__name__)

SCHEMA: Final = 1
"""A file of any other is left alone: what an older or newer program meant by it nobody can tell."""

LARGEST: Final = 1_000_000
"""Bytes of a file that is read at all; ours has a few thousand."""

Kept = Mapping[str, Any]
"""What one page keeps: names to JSON values."""


@dataclass(frozen=True, slots=True)
class Session:
    """What lay on each page, by the page's name, and the name of the page in front."""

    pages: Mapping[str, Kept] = field(default_factory=dict)
    front: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing lay anywhere."""
        return not any(self.pages.values())


def dumps(session: Session) -> bytes:
    """The file's content. Raises TypeError or ValueError where something is no JSON: that is a bug."""
    pages = {name: dict(kept) for name, kept in session.pages.items() if kept}
    found = {"schema": SCHEMA, "front": session.front, "pages": pages}
    return json.dumps(found, ensure_ascii=True, allow_nan=False, sort_keys=True).encode()


def loads(content: bytes) -> Session | None:
    """The session in a file's content; None where it is damaged, foreign or of another schema."""
    try:
        found = json.loads(content.decode("utf-8"), parse_constant=_refused)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        return None
    pages, front = found.get("pages"), found.get("front")
    if not isinstance(pages, dict) or not isinstance(front, str):
        return None
    return Session({name: kept for name, kept in pages.items() if isinstance(kept, dict)}, front)


def _refused(constant: str) -> None:
    raise ValueError(constant)  # NaN and its like: Python reads them, but they are no JSON


def read(file: Path) -> Session | None:
    """What a program that did not end well left; None where there is nothing of use."""
    try:
        with file.open("rb") as source:
            content = source.read(LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        _log.warning("the session can't be read: %s", type(error).__name__)
        return None
    session = loads(content) if len(content) <= LARGEST else None
    if session is None:
        _log.warning("a session that can't be understood is left out")
    return session


def write(session: Session, file: Path) -> bool:
    """Write it whole or not at all; gives whether it was. A disk that refuses is logged: no work is lost."""
    try:
        with replaced(file) as out:
            out.write(dumps(session))
    except LikenessError as error:
        _log.warning("the session was not written: %s", type(error).__name__)
        return False
    return True


def forget(file: Path) -> None:
    """Remove the file: the program ended well, or the user starts afresh."""
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        _log.warning("the session was not removed: %s", type(error).__name__)
