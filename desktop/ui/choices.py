"""The user's choices as the pages see them: read at once, written at every change."""

from __future__ import annotations

import logging
from dataclasses import fields, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.errors import LikenessError
from desktop.settings import Settings, fitted, load, save

_log = logging.getLogger(__name__)


class Choices(QObject):
    """The settings in `file`, or in memory alone where `file` is None.

    `changed` brings the name of every field of `Settings` that has another value than before.
    """

    changed = Signal(str)

    def __init__(self, file: Path | None = None) -> None:
        super().__init__()
        self._file = file
        self.now = load(file) if file else Settings()

    def change(self, **changes: object) -> None:
        """Set fields of `Settings` and write them; a number is brought between the ends of its choice.

        The file is read again first: the core writes to it too (the model in use). A disk that refuses costs
        the choice its life beyond the program, not the user's work, so it is logged and no more.
        """
        before = self.now
        kept = before if self._file is None else load(self._file)
        fitting = {name: fitted(name, value) for name, value in changes.items()}
        self.now = replace(kept, **fitting)  # type: ignore[arg-type]
        if self._file is not None:
            try:
                save(self.now, self._file)
            except LikenessError as error:
                _log.warning("choices were not written: %s", type(error).__name__)
        for field in fields(Settings):
            if getattr(before, field.name) != getattr(self.now, field.name):
                self.changed.emit(field.name)
