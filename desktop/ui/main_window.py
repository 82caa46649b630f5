"""The window: a rail of pages on the left, the page, a quiet status line. It knows no page by name."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import icons, theme
from desktop.ui.actions import Actions, KeySheet
from desktop.ui.notices import Notices
from desktop.ui.rail import Rail
from desktop.ui.status import StatusLine


class MainWindow(QMainWindow):
    """The frame around the pages. What is in it can be thrown away and made anew: `clear`.

    `scheme_changed` brings "dark" or "light" when it is switched, `page_shown` the page; `closing` comes
    before the window goes, so that the owner can stop its threads.
    """

    scheme_changed = Signal(str)
    page_shown = Signal(QWidget)
    closing = Signal()

    def __init__(self, scheme: str = "dark", geometry: str = "") -> None:
        super().__init__()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, scheme)
        self.setWindowTitle("Likeness")
        self.setWindowIcon(window_icon())
        self.setMinimumSize(theme.scaled(880), theme.scaled(560))
        theme.state().changed.connect(self._draw)
        self._furnish()
        self._place(geometry)
        if isinstance(app, QApplication):
            app.screenRemoved.connect(self._screen_gone, Qt.ConnectionType.QueuedConnection)

    def _furnish(self) -> None:
        """Everything in the window but the pages, in the language of the moment."""
        self._pages: list[QWidget] = []
        self._numbered = 0  # pages that a key with a number shows
        self.actions_table = Actions(self)
        self._centre = centre = QWidget()
        self.setCentralWidget(centre)
        rows = QVBoxLayout(centre)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        rows.addLayout(middle, 1)
        self._rail = Rail()
        self._rail.chosen.connect(self._show_index)
        middle.addWidget(self._rail)
        self._stack = QStackedWidget()
        middle.addWidget(self._stack, 1)
        self.status = StatusLine()
        rows.addWidget(self.status)
        self.notices = Notices(self._stack)
        self._make_actions()

    def clear(self) -> None:
        """Destroy the pages and all words and controls around them; an empty window of the same size stays.

        What was made of them hears nothing any more: its `notices`, `status` and `actions_table` are others.
        """
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        old = self._centre
        old.hide()  # pages that work only while they are seen stop here, not while they are destroyed
        self.takeCentralWidget()
        for action in self.actions():
            self.removeAction(action)
            action.deleteLater()
        self.actions_table.deleteLater()
        old.deleteLater()
        self._furnish()

    def present(self) -> None:
        """Show what was put in after `clear` at once; by itself it comes with the next turn of events."""
        self._centre.show()

    def add_page(
        self, page: QWidget, title: str, icon_name: str, *, foot: bool = False, keys: tuple[str, ...] = ()
    ) -> QAction:
        """Append a page; `title` is translated already. Gives the action that shows it (Ctrl+1 to Ctrl+9).

        One that is about the program stands at the rail's `foot`, and has `keys` of its own.
        """
        index = len(self._pages)
        self._pages.append(page)
        self._stack.addWidget(page)
        if not foot:
            self._numbered += 1
            keys = (*keys, f"Ctrl+{self._numbered}") if self._numbered <= 9 else keys
        action = self.actions_table.add_own(
            self.tr("Go to {page}").format(page=title), keys, lambda: self.show_page(page)
        )
        self._rail.add(title, icon_name, action, foot=foot)
        if index == 0:
            self.show_page(page)
        return action

    def pages(self) -> tuple[QWidget, ...]:
        """The pages in the order of the rail."""
        return tuple(self._pages)

    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._stack.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        index = self._pages.index(page)
        self._rail.choose(index)
        self._stack.setCurrentIndex(index)
        self.notices.raise_()
        self.page_shown.emit(page)

    def geometry_text(self) -> str:
        """Place and size as a string for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    @Slot()
    def toggle_scheme(self) -> None:
        """Dark to light and back, at once."""
        self.set_scheme("light" if theme.scheme() is theme.Scheme.DARK else "dark")

    def set_scheme(self, scheme: str) -> None:
        """Another scheme, "dark" or "light", at once."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and scheme != theme.scheme().value:
            theme.apply(app, scheme)
            self.scheme_changed.emit(theme.scheme().value)

    @Slot()
    def show_keys(self) -> None:
        """The sheet of shortcuts."""
        sheet = KeySheet(self.actions_table, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Tell the owner first."""
        self.closing.emit()
        super().closeEvent(event)

    def _make_actions(self) -> None:
        table = self.actions_table
        self._scheme_action = table.add("window.scheme", self.toggle_scheme)
        self._draw()
        self._rail.add_foot(self._scheme_action)
        table.add("window.keys", self.show_keys)
        table.add("window.notice", self.notices.focus_newest)
        table.add("window.quit", self.close)

    def _place(self, geometry: str) -> None:
        if geometry and self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii", "ignore"))):
            return
        self.resize(1280, 800)

    @Slot()
    def _screen_gone(self) -> None:
        """Come back where a screen is: Qt moves the window to another, but not always into its bounds."""
        frame = self.frameGeometry()
        if any(screen.availableGeometry().intersects(frame) for screen in QGuiApplication.screens()):
            return
        screen = QGuiApplication.primaryScreen()
        if screen is not None:
            room = screen.availableGeometry()
            self.resize(self.size().boundedTo(room.size()).expandedTo(self.minimumSize()))
            self.move(room.topLeft())

    @Slot()
    def _draw(self) -> None:
        icons.put(self._scheme_action, "sun" if theme.scheme() is theme.Scheme.DARK else "moon", "muted")

    @Slot(int)
    def _show_index(self, index: int) -> None:
        self.show_page(self._pages[index])


def window_icon() -> QIcon:
    """The program's sign on its own ground, the same in both schemes."""
    return icons.badge("likeness", "#0d1b30", "#7db0ff")
