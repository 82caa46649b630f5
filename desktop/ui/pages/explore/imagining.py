"""What the chosen unit would like to see, as it develops on the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.ui.pages.explore.ask import Ask
from desktop.work.explore_messages import Imagined

if TYPE_CHECKING:
    from desktop.ui.notices import Notices
    from desktop.ui.pages.explore.panel import Panel
    from desktop.work.explore import ExploreSession


class Imagining(QObject):
    """Asks for one picture at a time and keeps what has developed when it is stopped."""

    def __init__(
        self, session: ExploreSession, panel: Panel, notices: Notices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._panel, self._notices = session, panel, notices
        self.imagined: Imagined | None = None
        self._ask = Ask(self)
        self._ask.changed.connect(self._show)
        panel.stop_wanted.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether a picture is developing."""
        return self._ask.busy

    def begin(self, network: str, layer: str, unit: int) -> None:
        """Make a picture for a unit."""
        self.imagined = None
        task = self._session.imagine(network, layer, unit)
        self._ask.begin(task, self._take, progressed=self._take, failed=self._notices.failure)

    @Slot()
    def stop(self) -> None:
        """Leave it as it is."""
        self._ask.drop()

    def forget(self) -> None:
        """Another unit: what was made says nothing about it."""
        self.imagined = None
        self._ask.drop()
        self._show()

    def _take(self, imagined: Imagined) -> None:
        self.imagined = imagined
        self._show()

    @Slot()
    def _show(self) -> None:
        self._panel.show_imagined(self.imagined, busy=self._ask.busy)
