"""The log: one rotating file under the home folder. It never holds names, paths of pictures or embeddings."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path


def start(folder: Path) -> Path | None:
    """Log to `folder`/likeness.log (3 files of 1 MB). Gives the file, or None where it can't be written."""
    root = logging.getLogger("desktop")
    root.setLevel(logging.INFO)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = folder / "likeness.log"
        handler = logging.handlers.RotatingFileHandler(
            file, maxBytes=1_000_000, backupCount=2, encoding="utf-8"
        )
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
