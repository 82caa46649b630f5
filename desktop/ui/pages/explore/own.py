"""Networks of one's own: those that are kept, and a folder that another is to learn from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui.pages.explore import words
from desktop.ui.pages.explore.ask import Ask
from desktop.work.explore_messages import Learnt

if TYPE_CHECKING:
    from desktop.ui.notices import Notices
    from desktop.ui.pages.explore.reading import ReadingRow
    from desktop.work.explore import ExploreSession


class Own(QObject):
    """`changed`: other networks are kept, or another folder is offered; `wanted` brings a folder that shall
    be learnt from; `learnt` the name of a network that has learnt, and the folder.
    """

    changed = Signal()
    wanted = Signal(object)
    learnt = Signal(str, object)

    def __init__(self, session: ExploreSession, reading: ReadingRow, notices: Notices, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._reading, self._notices, self._page = session, reading, notices, page
        self.names: tuple[str, ...] = ()
        self.offered: Path | None = None
        self._folder: Path | None = None
        self._ask = Ask(self)
        reading.learnt.connect(self._learnt)

    def refresh(self) -> None:
        """Ask what is kept."""
        self._ask.begin(self._session.own(), self._listed, failed=self._notices.failure)

    def offer(self, folder: Path | None) -> None:
        """Offer to learn from a folder; None takes it back."""
        if folder != self.offered:
            self.offered = folder
            self.changed.emit()

    @Slot()
    def accept(self) -> None:
        """Learn from what is offered."""
        if self.offered is not None:
            self.wanted.emit(self.offered)

    @Slot()
    def ask_folder(self) -> None:
        """Ask for a folder of recordings, clips or volumes."""
        title = self.tr("Choose a folder with one folder of recordings, clips or volumes for each class")
        name = QFileDialog.getExistingDirectory(self._page.window(), title)
        if name:
            self.wanted.emit(Path(name))

    def learn(self, folder: Path) -> None:
        """Begin; what is read or learnt already is given up, and goes on where it stood next time."""
        self._folder, self.offered = folder, None
        self._reading.learn(folder)

    def _listed(self, names: tuple[str, ...]) -> None:
        self.names = names
        self.changed.emit()

    @Slot(object)
    def _learnt(self, learnt: Learnt) -> None:
        self.names = tuple(sorted({*self.names, learnt.network}))
        self._notices.info(words.learnt(learnt))
        self.changed.emit()
        self.learnt.emit(learnt.network, self._folder)
