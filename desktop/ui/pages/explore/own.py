"""Networks of one's own: those that are kept, may be removed, and a folder that another is to learn from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.signals.nets import PREFIX
from desktop.ui.pages.explore import words
from desktop.ui.pages.explore.ask import Ask
from desktop.ui.widgets.dialogs import ConfirmDialog
from desktop.work.explore_messages import Learnt

if TYPE_CHECKING:
    from desktop.ui.notices import Notices
    from desktop.ui.pages.explore.reading import ReadingRow
    from desktop.work.explore import ExploreSession


class Own(QObject):
    """`changed`: other networks are kept, or another folder is offered; `wanted` brings a folder that shall
    be learnt from; `learnt` the name of a network that has learnt, and the folder; `removed` the name of one
    that is gone.
    """

    changed = Signal()
    wanted = Signal(object)
    learnt = Signal(str, object)
    removed = Signal(str)

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

    def ask_removal(self, network: str) -> None:
        """Ask, and remove one of the networks."""
        dialog = ConfirmDialog(
            self.tr("Remove “{name}”?").format(name=network.removeprefix(PREFIX)),
            self.tr("What it learnt is deleted, and what was found with it. Your own files stay."),
            self.tr("Remove"),
            self._page.window(),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._remove(network))
        dialog.open()

    def learn(self, folder: Path) -> None:
        """Begin; what is read or learnt already is given up, and goes on where it stood next time."""
        self._folder, self.offered = folder, None
        self._reading.learn(folder)

    def _remove(self, network: str) -> None:
        task = self._session.forget(network)
        task.done.connect(self._removed)
        task.failed.connect(self._notices.failure)

    @Slot(object)
    def _removed(self, network: str) -> None:
        self.names = tuple(name for name in self.names if name != network)
        self._notices.info(self.tr("“{name}” was removed.").format(name=network.removeprefix(PREFIX)))
        self.removed.emit(network)
        self.changed.emit()

    def _listed(self, names: tuple[str, ...]) -> None:
        self.names = names
        self.changed.emit()

    @Slot(object)
    def _learnt(self, learnt: Learnt) -> None:
        self.names = tuple(sorted({*self.names, learnt.network}))
        self._notices.info(words.learnt(learnt))
        self.changed.emit()
        self.learnt.emit(learnt.network, self._folder)
