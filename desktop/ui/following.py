"""Whatever follows a choice that may be made elsewhere: the window's look, Compare's threshold, the core."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.ui import failures
from desktop.ui.choices import Choices
from desktop.ui.main_window import MainWindow
from desktop.work.messages import Failure

if TYPE_CHECKING:
    from desktop.work.core import Core


class Following(QObject):
    """Lets every change of a choice count at once."""

    def __init__(
        self,
        core: Core,
        choices: Choices,
        window: MainWindow,
        set_rate: Callable[[float], None],
        parent: QObject | None = None,
    ) -> None:
        """`set_rate` brings Compare to another FMR."""
        super().__init__(parent or window)
        self._core, self._choices, self._window, self._set_rate = core, choices, window, set_rate
        choices.changed.connect(self._changed)
        core.choices.failed.connect(self._failed)

    @Slot(str)
    def _changed(self, name: str) -> None:
        now = self._choices.now
        if name == "scheme":
            self._window.set_scheme(now.scheme)
        elif name == "fmr":
            self._set_rate(now.fmr)
        else:
            self._core.choices.take(name, now)

    @Slot(object)
    def _failed(self, failure: Failure) -> None:
        failures.tell(self._window.notices, failure)
