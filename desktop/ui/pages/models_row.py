"""One model of the Models page: what it is, how it stands, and what can be done with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.ui import icons, theme
from desktop.ui.pages.models_words import size, title, wheel
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.dropped import DropPlace, local_path
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.weights.store import Row

_ICONS = {"installed": ("check", "good"), "missing": ("download", "edge"), "damaged": ("warning", "warn")}


class ModelRow(QWidget):
    """A row that takes a dropped file. The signals carry the row's name."""

    fetch = Signal(str)
    use = Signal(str, str)  # task, name
    bring = Signal(str, object)  # name, Path

    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.state = ""
        self._welcome = False
        place = DropPlace(self, self._takes)
        place.welcomed.connect(self._set_welcome)
        place.dropped.connect(self._take)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.SPACING.gap, theme.SPACING.unit, theme.SPACING.unit, theme.SPACING.unit)
        line.setSpacing(theme.SPACING.gap)
        self._sign = QLabel()
        line.addWidget(self._sign)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(title(row)))
        if row.needed == "own":
            about = self.tr("Your own · {file} · {size}").format(file=row.member, size=size(row.bytes))
        else:
            about = self.tr("{licence} · from {wheel} · {size}").format(
                licence=row.licence, wheel=wheel(row), size=size(row.bytes)
            )
        words.addWidget(ElidedLabel(about, "caption"))
        line.addLayout(words, 1)
        self.state_label = label("", "caption")
        line.addWidget(self.state_label)
        self.use_button = button(self.tr("Use"))
        self.use_button.clicked.connect(lambda: self.use.emit(self.row.task, self.row.name))
        self.fetch_button = button(self.tr("Fetch"))
        self.fetch_button.clicked.connect(lambda: self.fetch.emit(self.row.name))
        for each in (self.use_button, self.fetch_button):
            each.setAccessibleName(f"{each.text()}: {title(row)}")
            line.addWidget(each)
        self.more = icon_button("more", self.tr("More for {title}").format(title=title(row)))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        menu.addAction(self.tr("Import from a file…")).triggered.connect(self.choose)
        menu.addAction(self.tr("Copy the file's SHA-256")).triggered.connect(self._copy)
        self.more.setMenu(menu)
        line.addWidget(self.more)
        theme.state().changed.connect(self._draw)
        self.update_row(row, damaged=False, choosable=False, busy=False)

    def update_row(self, row: Row, *, damaged: bool, choosable: bool, busy: bool) -> None:
        """Show how the model stands; while something is fetched (`busy`), nothing else can be begun."""
        self.row = row
        self.state = "damaged" if damaged else "installed" if row.installed else "missing"
        said = {
            "damaged": self.tr("Damaged"),
            "missing": self.tr("Not installed"),
            "installed": self.tr("In use") if row.used else self.tr("Installed"),
        }[self.state]
        self.state_label.setText(said)
        self.use_button.setVisible(choosable and self.state == "installed")
        self.fetch_button.setVisible(self.state != "installed")
        for each in (self.use_button, self.fetch_button, self.more):
            each.setEnabled(not busy)
        self.setAccessibleName(f"{title(row)}: {said}")
        self._draw()

    @Slot()
    def choose(self) -> None:
        """Ask for the file."""
        asked = self.tr("Choose the file or wheel that holds {title}").format(title=title(self.row))
        name = QFileDialog.getOpenFileName(self, asked)[0]
        if name:
            self.bring.emit(self.row.name, Path(name))

    def _takes(self, data: QMimeData) -> bool:
        return dropped_file(data) is not None and self.more.isEnabled()

    @Slot(QMimeData)
    def _take(self, data: QMimeData) -> None:
        file = dropped_file(data)
        if file is not None:
            self.bring.emit(self.row.name, file)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Every row has one height, with buttons and without."""
        return QSize(super().sizeHint().width(), 56)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """An outline while a file hovers."""
        if self._welcome:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent_text"), 2))
            painter.setBrush(theme.colour("selected"))
            radius = theme.RADII.card
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
            painter.end()

    @Slot(bool)
    def _set_welcome(self, on: bool) -> None:
        self._welcome = on
        self.update()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.row.sha256)

    @Slot()
    def _draw(self) -> None:
        name, shade = _ICONS[self.state]
        colour = getattr(theme.colours(), shade)
        self._sign.setPixmap(icons.pixmap(name, colour, theme.SIZES.icon, self.devicePixelRatioF()))


def dropped_file(data: QMimeData) -> Path | None:
    """The one local file that is being dropped; None for anything else, a file on a server included."""
    file = local_path(data)
    return file if file is not None and file.is_file() else None
