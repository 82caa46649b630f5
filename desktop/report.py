"""A failure that nobody expected, told without anything that could name a person or a place on the disk.

Messages of exceptions can quote what a user typed or what a file is called, so only those that Python words
from types and attributes are kept, and paths are cut to the program's own.
"""

from __future__ import annotations

import re
import traceback
from pathlib import PurePath

_PLAIN = (
    AttributeError,
    ImportError,
    NameError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ZeroDivisionError,
)
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|\"[^\"]*\"|'[^']*'")
_PATH = re.compile(r"(?:[A-Za-z]:)?[\\/][^\s:]+")


def scrubbed(message: str) -> str:
    """A message without what it quotes and without paths."""
    return _PATH.sub("…", _QUOTED.sub("“…”", message))


def chain(error: BaseException, *, words: bool = True) -> str:
    """What failed and where, and what that came after; without `words` no message at all."""
    parts: list[str] = []
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        frames = [
            f'  "{_own_path(frame.filename)}", line {frame.lineno}, in {frame.name}\n    {frame.line or ""}'
            for frame in traceback.extract_tb(following.__traceback__)
        ]
        kind = type(following)
        said = f": {scrubbed(str(following))}" if words and isinstance(following, _PLAIN) else ""
        parts.append("\n".join([*frames, f"{kind.__module__}.{kind.__qualname__}{said}"]))
        following = following.__cause__ or (None if following.__suppress_context__ else following.__context__)
    return "\n\nwhich came after\n\n".join(parts) + "\n"


def _own_path(name: str) -> str:
    parts = PurePath(name).parts
    for anchor in ("site-packages", "desktop"):
        if anchor in parts:
            last = len(parts) - 1 - parts[::-1].index(anchor)
            return "/".join(parts[last + (anchor == "site-packages") :])
    return parts[-1] if parts else name
