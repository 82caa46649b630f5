"""Every action of the window in one table: name, words, keys. What is not made is not listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import icons, theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Mark a text for translation in a context; PySide6's own is typed as giving an object."""
    return text


@dataclass(frozen=True, slots=True)
class Entry:
    """One action: English words (translated when made), keys in Qt's portable form, an icon's name."""

    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""


TABLE: dict[str, Entry] = {
    "window.scheme": Entry(
        QT_TRANSLATE_NOOP("actions", "Switch between light and dark"), ("Ctrl+Shift+L",), "sun"
    ),
    "window.keys": Entry(QT_TRANSLATE_NOOP("actions", "Show every shortcut"), ("?",), "keyboard"),
    "window.help": Entry(QT_TRANSLATE_NOOP("actions", "Help for this page"), ("F1",), "help"),
    "window.lock": Entry(QT_TRANSLATE_NOOP("actions", "Lock the people"), ("Ctrl+Shift+K",), "lock"),
    "window.notice": Entry(QT_TRANSLATE_NOOP("actions", "Go to the newest notice"), ("F6",), "info"),
    "window.quit": Entry(QT_TRANSLATE_NOOP("actions", "Quit Likeness"), ("Ctrl+Q",)),
    "live.source": Entry(QT_TRANSLATE_NOOP("actions", "Choose what Live shows"), ("Ctrl+L",), "camera"),
    "live.open": Entry(QT_TRANSLATE_NOOP("actions", "Open a video"), ("Ctrl+O",), "film"),
    "live.pause": Entry(QT_TRANSLATE_NOOP("actions", "Freeze or go on"), ("P", "Ctrl+P"), "pause"),
    "live.mirror": Entry(QT_TRANSLATE_NOOP("actions", "Mirror the picture"), ("M", "Ctrl+M"), "mirror"),
    "live.name": Entry(QT_TRANSLATE_NOOP("actions", "Name the next face"), ("N",), "person-add"),
    "live.recent": Entry(QT_TRANSLATE_NOOP("actions", "Show or hide who was seen lately"), ("R",), "clock"),
    "live.correct": Entry(QT_TRANSLATE_NOOP("actions", "Correct the last recognition"), ("Ctrl+R",), "edit"),
    "people.add": Entry(QT_TRANSLATE_NOOP("actions", "Add a person"), ("Ctrl+N",), "person-add"),
    "people.search": Entry(QT_TRANSLATE_NOOP("actions", "Find a person"), ("Ctrl+F",), "search"),
    "people.rename": Entry(QT_TRANSLATE_NOOP("actions", "Rename"), ("F2",), "edit"),
    "people.merge": Entry(QT_TRANSLATE_NOOP("actions", "Merge two people"), ("Ctrl+G",), "merge"),
    "people.erase": Entry(QT_TRANSLATE_NOOP("actions", "Erase a person"), ("Del",), "erase"),
    "people.undo": Entry(QT_TRANSLATE_NOOP("actions", "Undo"), ("Ctrl+Z",), "undo"),
    "people.export": Entry(QT_TRANSLATE_NOOP("actions", "Export people"), ("Ctrl+E",), "export"),
    "people.import": Entry(QT_TRANSLATE_NOOP("actions", "Import people"), ("Ctrl+I",), "download"),
    "compare.swap": Entry(QT_TRANSLATE_NOOP("actions", "Swap the two pictures"), ("Ctrl+X",), "refresh"),
    "compare.clear": Entry(QT_TRANSLATE_NOOP("actions", "Start again"), ("Ctrl+N",), "close"),
    "studio.open": Entry(QT_TRANSLATE_NOOP("actions", "Open a photo"), ("Ctrl+O",), "picture"),
    "studio.paste": Entry(QT_TRANSLATE_NOOP("actions", "Paste a picture"), ("Ctrl+V",), "copy"),
    "studio.camera": Entry(
        QT_TRANSLATE_NOOP("actions", "Take the photo from the camera"), ("Ctrl+T",), "camera"
    ),
    "studio.style": Entry(QT_TRANSLATE_NOOP("actions", "Add your own style"), ("Ctrl+Shift+O",), "add"),
    "studio.new": Entry(QT_TRANSLATE_NOOP("actions", "Clear the canvas"), ("Ctrl+N",), "close"),
    "studio.play": Entry(QT_TRANSLATE_NOOP("actions", "Refine, pause or go on"), ("P", "Ctrl+P"), "play"),
    "studio.stop": Entry(QT_TRANSLATE_NOOP("actions", "Stop"), ("Ctrl+.",), "stop"),
    "studio.split": Entry(QT_TRANSLATE_NOOP("actions", "Before and after"), ("S",), "split"),
    "studio.fit": Entry(QT_TRANSLATE_NOOP("actions", "The whole picture"), ("0",), "fit"),
    "studio.actual": Entry(QT_TRANSLATE_NOOP("actions", "One pixel a pixel"), ("1",), "one-to-one"),
    "studio.export": Entry(QT_TRANSLATE_NOOP("actions", "Export the picture"), ("Ctrl+E",), "export"),
    "studio.recent": Entry(QT_TRANSLATE_NOOP("actions", "Recent pictures"), ("Ctrl+R",), "clock"),
    "explore.open": Entry(QT_TRANSLATE_NOOP("actions", "Explore a folder"), ("Ctrl+O",), "folder"),
    "explore.search": Entry(QT_TRANSLATE_NOOP("actions", "Find units by a picture"), ("Ctrl+F",), "search"),
    "explore.paste": Entry(QT_TRANSLATE_NOOP("actions", "Find units by what is copied"), ("Ctrl+V",), "copy"),
    "explore.live": Entry(QT_TRANSLATE_NOOP("actions", "Explore the camera"), ("Ctrl+L",), "camera"),
    "explore.deeper": Entry(QT_TRANSLATE_NOOP("actions", "Go a layer deeper"), ("Ctrl+Right",)),
    "explore.shallower": Entry(QT_TRANSLATE_NOOP("actions", "Go back a layer"), ("Ctrl+Left",)),
    "explore.imagine": Entry(QT_TRANSLATE_NOOP("actions", "What the unit would like to see"), ("I",), "eye"),
    "explore.export": Entry(QT_TRANSLATE_NOOP("actions", "Export patches"), ("Ctrl+E",), "export"),
    "explore.cut": Entry(QT_TRANSLATE_NOOP("actions", "The patch as it is"), ("1",)),
    "explore.gradient": Entry(QT_TRANSLATE_NOOP("actions", "The patch’s gradient"), ("2",)),
    "explore.guided": Entry(QT_TRANSLATE_NOOP("actions", "The patch’s guided gradient"), ("3",)),
    "explore.deconvolution": Entry(QT_TRANSLATE_NOOP("actions", "The patch’s deconvolution"), ("4",)),
    "explore.back": Entry(QT_TRANSLATE_NOOP("actions", "Back to the units"), ("Esc",), "back"),
    "models.fetch": Entry(QT_TRANSLATE_NOOP("actions", "Fetch what is missing"), ("Ctrl+D",), "download"),
    "help.search": Entry(QT_TRANSLATE_NOOP("actions", "Search the help"), ("Ctrl+F",), "search"),
    "models.import": Entry(QT_TRANSLATE_NOOP("actions", "Import a model file"), ("Ctrl+I",), "folder"),
}
"""Names begin with the part of the window that the keys work in; a page's keys work while it is shown."""


class Actions(QObject):
    """Makes actions from the table and knows which are made, for the sheet of shortcuts."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._made: list[QAction] = []

    def add(self, name: str, slot: Callable[[], object], owner: QWidget | None = None) -> QAction:
        """The action `name` of the table. Its keys work while `owner` (default the window) is visible."""
        entry = TABLE[name]
        words = QCoreApplication.translate("actions", entry.words)
        return self.add_own(words, entry.keys, slot, entry.icon, owner)

    def add_own(
        self,
        words: str,
        keys: tuple[str, ...],
        slot: Callable[[], object],
        icon_name: str = "",
        owner: QWidget | None = None,
    ) -> QAction:
        """An action that is made from what is there (one for each page); `words` are translated already."""
        home = owner or self._window
        action = QAction(words, home)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if action.shortcut().isEmpty():
            action.setToolTip(words)
        else:
            action.setToolTip(f"{words} ({_native(action.shortcut())})")
        action.triggered.connect(lambda _checked=False: slot())
        if icon_name:
            icons.put(action, icon_name)
        home.addAction(action)
        self._made.append(action)
        return action

    def rows(self) -> list[tuple[str, str]]:
        """Words and keys of every action with keys, in the order they were made."""
        return [
            (action.text(), "   ".join(_native(key) for key in action.shortcuts()))
            for action in self._made
            if not action.shortcut().isEmpty()
        ]


def _native(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)


class _Rows(QScrollArea):
    """As high as its rows where the window has the room, else it scrolls."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(QCoreApplication.translate("KeySheet", "Shortcuts"))
        self.setWidget(inside)
        self._inside = inside

    def sizeHint(self) -> QSize:  # noqa: N802
        """That of the rows; a dialog is kept within two thirds of the screen by Qt."""
        inside = self._inside.sizeHint()
        room = self.screen().availableSize().height() - 240
        bar = theme.SPACING.unit + theme.SPACING.half
        return QSize(inside.width() + bar, min(inside.height(), room))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Nothing is cut off at the side."""
        return QSize(self.sizeHint().width(), 160)


class KeySheet(QDialog):
    """The sheet of shortcuts."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Shortcuts"))
        self.setAccessibleName(self.windowTitle())
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACING.page,) * 4)
        column.setSpacing(theme.SPACING.margin)
        column.addWidget(label(self.tr("Shortcuts"), "title"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, theme.SPACING.unit, 0)
        grid.setHorizontalSpacing(theme.SPACING.margin)
        grid.setVerticalSpacing(theme.SPACING.unit)
        general = [
            (self.tr("Next and previous control, face in the picture"), self.tr("Tab   Shift+Tab")),
            (self.tr("Use what is focused"), self.tr("Enter   Space")),
        ]
        rows = [*actions.rows(), *general]
        half = (len(rows) + 1) // 2
        for index, (words, keys) in enumerate(rows):
            column_pair, row = divmod(index, half)
            grid.addWidget(label(words), row, 3 * column_pair)
            shown: QLabel = label(keys, "muted")
            shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(shown, row, 3 * column_pair + 1)
        grid.setColumnMinimumWidth(2, theme.SPACING.gap)
        column.addWidget(_Rows(inside))
        buttons = QDialogButtonBox()
        buttons.addButton(button(self.tr("Close")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
