"""The log: one rotating file under the home folder. It never holds names, paths of pictures or embeddings."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path

LARGEST = 1_000_000
"""Bytes of one file, after which the next begins."""

OLDER = 2
"""Files that are kept beside the newest."""


class _File(logging.handlers.RotatingFileHandler):
    """A log that is never in the way: what can't be written or rotated is let go without a word."""

    def doRollover(self) -> None:  # noqa: N802 - logging's own name
        """Begin the next file; go on in this one where another Likeness holds it open (Windows)."""
        try:
            super().doRollover()
        except OSError:
            if self.stream is None:  # closed before the renaming failed
                self.stream = self._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """A full disk: logging would print a traceback, and standard error is for our one sentence."""


def start(folder: Path) -> Path | None:
    """Log to `folder`/likeness.log (3 files of 1 MB). Gives the file, or None where it can't be written."""
    root = logging.getLogger("desktop")
    root.setLevel(logging.INFO)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = folder / "likeness.log"
        handler = _File(file, maxBytes=LARGEST, backupCount=OLDER, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    stop()
    root.addHandler(handler)
    return file


def stop() -> None:
    """Close the log file, so that its folder can be removed."""
    root = logging.getLogger("desktop")
    for handler in list(root.handlers):
        root.removeHandler(handler)
        handler.close()
