"""A search by a picture: read it, let the network look at it, say which units it excites."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.explore.found import Found
from desktop.ui.pages.explore import words
from desktop.ui.pages.explore.ask import Ask
from desktop.vectors import Picture
from desktop.work.explore_messages import Excited
from desktop.work.messages import Failure
from desktop.work.studio_messages import ReadReport

if TYPE_CHECKING:
    from desktop.ui.notices import Notices
    from desktop.work.explore import ExploreSession
    from desktop.work.studio import StudioSession


class Searching(QObject):
    """`changed`: there is another answer, or none; `excited` is it, `title` the picture's name."""

    changed = Signal()

    def __init__(
        self, session: ExploreSession, studio: StudioSession, notices: Notices, parent: QObject
    ) -> None:
        """`studio` reads picture files."""
        super().__init__(parent)
        self._session, self._studio, self._notices = session, studio, notices
        self._network = ""
        self._picture: Picture | None = None
        self.title = ""
        self.excited: Excited | None = None
        self._ask = Ask(self)

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._ask.busy

    def possible(self, network: str, found: Found | None) -> bool:
        """Whether there is something to search in; says what is missing."""
        if words.is_own(network):
            said = self.tr("{network} does not look at pictures; choose VGG-19 or SFace for that.")
            self._notices.info(said.format(network=words.network(network)))
            return False
        if found is None:
            said = self.tr("Choose a folder of pictures first; then give one to see which units it excites.")
            self._notices.info(said)
        return found is not None

    def read(self, network: str, path: Path) -> None:
        """Search by a picture file."""
        self._network, self.title, self._picture = network, path.name, None
        self._ask.begin(self._studio.read((path,)), self._read, failed=self._failed)
        self.changed.emit()

    def search(self, network: str, picture: Picture, title: str) -> None:
        """Search by a picture."""
        self._network, self.title, self._picture = network, title, picture
        task = self._session.search(network, picture, title)
        self._ask.begin(task, self._found, failed=self._failed)
        self.changed.emit()

    def again(self, network: str) -> None:
        """Ask another network about the same picture."""
        self.excited = None
        if self._picture is not None:
            self.search(network, self._picture, self.title)
        elif self.busy:
            self._network = network

    def leave(self) -> None:
        """Search for nothing any more."""
        self._ask.drop()
        self._picture = self.excited = None
        self.changed.emit()

    def _read(self, report: ReadReport) -> None:
        for _name, failure in report.skipped:
            self._notices.failure(failure)
        if report.pictures:
            first = report.pictures[0]
            self.search(self._network, first.picture, first.name)
        else:
            self.leave()

    def _found(self, excited: Excited) -> None:
        self.excited = excited
        self.changed.emit()

    def _failed(self, failure: Failure) -> None:
        self._notices.failure(failure)
        self.leave()
