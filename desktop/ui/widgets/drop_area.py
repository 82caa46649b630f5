"""A place for pictures: dropped, chosen by click or keyboard, or pasted. What is not local is refused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.pictures import SUFFIXES
from desktop.ui import focus, icons, theme
from desktop.ui.widgets import dropped
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label


class DropArea(QAbstractButton):
    """A rounded place that takes picture files, folders, and pictures dragged or pasted from other programs.

    `chosen` brings a tuple of existing paths, `pasted` an RGB picture (h, w, 3) without a file, `refused` one
    translated sentence for a notice. Files are not read here: the reader judges the content.
    """

    chosen = Signal(object)
    pasted = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        sentence: str,
        *,
        icon_name: str = "drop",
        folders: bool = False,
        several: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._folders = folders
        self._several = several or folders
        self._welcome = False
        place = dropped.DropPlace(self)
        place.welcomed.connect(self._set_welcome)
        place.dropped.connect(self.take)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._picture = QLabel()
        self._column = column = QVBoxLayout(self)
        self._sentence = label(sentence, "heading", wrap=True)
        self._hint = label(
            self.tr("or click to choose · {paste} pastes").format(paste=dropped.paste_keys()), "muted"
        )
        column.setContentsMargins(*(theme.SPACING.margin,) * 4)
        column.setSpacing(theme.SPACING.unit)
        column.addStretch()
        for widget in (self._picture, self._sentence, self._hint):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(widget)
        self._folder = button(self.tr("Choose a folder"), "link")
        self._folder.setVisible(folders)
        self._folder.clicked.connect(self.choose_folder)
        column.addWidget(self._folder, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self.clicked.connect(self.choose)
        theme.state().changed.connect(self._draw)
        self.say(sentence)

    def say(self, sentence: str, icon_name: str = "") -> None:
        """Change the sentence, and the icon where one is named."""
        self._icon_name = icon_name or self._icon_name
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(self._hint.text())
        self._draw()

    @Slot()
    def choose(self) -> None:
        """Ask for files."""
        kinds = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        filters = ";;".join((self.tr("Pictures ({kinds})").format(kinds=kinds), self.tr("All files (*)")))
        title = self.tr("Choose pictures") if self._several else self.tr("Choose a picture")
        if self._several:
            names = QFileDialog.getOpenFileNames(self, title, "", filters)[0]
        else:
            names = [QFileDialog.getOpenFileName(self, title, "", filters)[0]]
        self.take_paths([Path(name) for name in names if name])

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder of pictures"))
        self.take_paths([Path(name)] if name else [])

    @Slot()
    def paste(self) -> None:
        """Take what the clipboard holds."""
        self._take(dropped.clipboard(folders=self._folders))

    @Slot(QMimeData)
    def take(self, data: QMimeData) -> None:
        """Take files, folders or a picture; say why where it can't be done."""
        self._take(dropped.found(data, folders=self._folders))

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Emit what exists and fits; refuse the rest in one sentence."""
        self._take(dropped.existing(paths, folders=self._folders))

    def _take(self, what: dropped.Found) -> None:
        if what.refusal:
            self.refused.emit(what.refusal)
        elif what.picture is not None:
            self.pasted.emit(what.picture)
        elif len(what.paths) > 1 and not self._several:
            self.refused.emit(self.tr("Only one picture fits here; drop one at a time."))
        elif what.paths:
            self.chosen.emit(what.paths)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter and Space choose, the paste keys paste."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the words."""
        return self._column.sizeHint().expandedTo(QSize(240, 160))

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """A narrow area needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height the words need."""
        return max(160, self._column.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A dashed outline; solid and accented while something hovers or the keyboard is here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        busy = self._welcome or focus.ringed(self)
        hover = self.underMouse() or self._welcome
        pen = QPen(theme.colour("accent_text" if busy else "edge"), 2 if busy else 1.5)
        if not busy:
            pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(theme.colour("selected" if self._welcome else "raised" if hover else "surface"))
        radius = theme.RADII.card
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    @Slot(bool)
    def _set_welcome(self, on: bool) -> None:
        self._welcome = on
        self._draw()

    @Slot()
    def _draw(self) -> None:
        shade = theme.colours().accent_text if self._welcome else theme.colours().muted
        self._picture.setPixmap(icons.pixmap(self._icon_name, shade, 40, self.devicePixelRatioF()))
        self.update()
