"""The user's choices as the pages see them: read at once, written at every change."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from desktop.errors import LikenessError
from desktop.settings import Settings, load, save

_log = logging.getLogger(__name__)


class Choices:
    """The settings in `file`, or in memory alone where `file` is None."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self.now = load(file) if file else Settings()

    def change(self, **changes: object) -> None:
        """Set fields of `Settings` and write them.

        The file is read again first: the core writes to it too (the model in use). A disk that refuses costs
        the choice its life beyond the program, not the user's work, so it is logged and no more.
        """
        if self._file is None:
            self.now = replace(self.now, **changes)  # type: ignore[arg-type]
            return
        self.now = replace(load(self._file), **changes)  # type: ignore[arg-type]
        try:
            save(self.now, self._file)
        except LikenessError as error:
            _log.warning("choices were not written: %s", type(error).__name__)
