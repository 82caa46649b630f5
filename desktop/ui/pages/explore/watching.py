"""The camera watched through the network, while somebody looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.ui import failures
from desktop.ui.pages.explore.ask import Ask
from desktop.work.explore_messages import Gaze, Watched
from desktop.work.messages import Failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.notices import Notices
    from desktop.work.explore import ExploreSession
    from desktop.work.lanes import Task


class Watching(QObject):
    """`watched` brings the newest frame of what is gazed at; `ended` where it can't go on."""

    watched = Signal(object)
    ended = Signal()

    def __init__(
        self,
        session: ExploreSession,
        notices: Notices,
        show_live: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        """`show_live` leads to where a camera is chosen."""
        super().__init__(parent)
        self._session, self._notices, self._show_live = session, notices, show_live
        self._ask = Ask(self)
        self._gaze = Gaze("")
        self.on = False

    @property
    def task(self) -> Task | None:
        """What looks."""
        return self._ask.task

    def start(self, network: str, gaze: Gaze) -> None:
        """Watch until `stop` or `rest`; without a layer not before `start` is called with one."""
        self.on, self._gaze = True, gaze
        if gaze.layer and not self._ask.busy:
            task = self._session.watch(network, gaze)
            self._ask.begin(task, self._done, progressed=self._progressed, failed=self._failed)

    def turn(self, gaze: Gaze) -> None:
        """Look at another layer or unit from the next frame on."""
        self._gaze = gaze
        if self._ask.task is not None:
            self._ask.task.send(gaze)

    def rest(self) -> None:
        """Nobody looks for now."""
        self._ask.drop()

    def stop(self) -> None:
        """Watch no more."""
        self.on = False
        self._ask.drop()

    def _progressed(self, watched: Watched) -> None:
        # A frame on its way when another layer was chosen is of no layer that is shown.
        if watched.gaze.layer == self._gaze.layer:
            self.watched.emit(watched)

    def _done(self, _nothing: object) -> None:
        self.on = False
        self.ended.emit()

    def _failed(self, failure: Failure) -> None:
        self.on = False
        if failure.expected:
            action = (self.tr("Open Live"), self._show_live)
            self._notices.warning(failures.sentence(failure), failure.details, action)
        else:
            self._notices.failure(failure)
        self.ended.emit()
