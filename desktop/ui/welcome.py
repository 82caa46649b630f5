"""The first start: which camera, light or dark, what is kept where. It covers the window, once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from desktop.ui import icons, theme
from desktop.ui.welcome_camera import CameraChoice
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.scroll import scrolled
from desktop.ui.widgets.segmented import Segmented

_WIDEST = 880


class Welcome(QWidget):
    """Lies over what the window shows and keeps the keyboard until it is answered.

    `scheme_chosen` brings dark or light at once; `answered` what Live is to show: a camera's name, or nothing
    where the user wants none for now; `skipped` leaves everything as it is.
    """

    scheme_chosen = Signal(str)
    answered = Signal(str)
    skipped = Signal()

    def __init__(self, folder: Path, covered: QWidget) -> None:
        """`folder` is where everything is kept; `covered` is what can't be used meanwhile."""
        super().__init__(covered.parentWidget())
        self._covered = covered
        self.setAccessibleName(self.tr("Welcome to Likeness"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cameras = CameraChoice()
        self.cameras.changed.connect(self._say_begin)
        look = (("dark", self.tr("Dark")), ("light", self.tr("Light")))
        self.scheme = Segmented(self.tr("Light or dark"), look, theme.scheme().value)
        self.scheme.changed.connect(self.scheme_chosen)
        self.skip_button = button(self.tr("Skip (Esc)"), "quiet")
        self.skip_button.clicked.connect(self.skip)
        self.begin_button = button("", "primary")
        self.begin_button.clicked.connect(self.begin)
        self._lay_out(folder)
        self._say_begin()
        covered.installEventFilter(self)
        theme.state().changed.connect(self._scheme_changed)

    def _lay_out(self, folder: Path) -> None:
        inside = QWidget()
        outer = QHBoxLayout(inside)
        edge = theme.SPACING.page
        outer.setContentsMargins(edge, theme.SPACING.margin, edge, theme.SPACING.margin)
        middle = QWidget()
        middle.setMaximumWidth(theme.scaled(_WIDEST))
        outer.addStretch()
        outer.addWidget(middle, 100)
        outer.addStretch()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.margin)
        column.addStretch(2)
        words = QVBoxLayout()
        words.setSpacing(theme.SPACING.half)
        words.addWidget(label(self.tr("Welcome to Likeness"), "title"))
        promise = self.tr("Two choices and what is kept. All of it can be changed later.")
        words.addWidget(label(promise, "muted", wrap=True))
        column.addLayout(words)
        cards = QGridLayout()
        cards.setSpacing(theme.SPACING.gap)
        cards.addWidget(_card(self.tr("Which camera?"), self.cameras), 0, 0)
        cards.addWidget(_card(self.tr("Light or dark?"), self.scheme), 1, 0)
        cards.addWidget(_card(self.tr("What is kept"), _Kept(folder)), 0, 1, 2, 1)
        cards.setRowStretch(0, 1)
        cards.setColumnStretch(0, 1)
        cards.setColumnStretch(1, 1)
        column.addLayout(cards)
        foot = QHBoxLayout()
        foot.addWidget(self.skip_button)
        foot.addStretch()
        foot.addWidget(self.begin_button)
        column.addLayout(foot)
        column.addStretch(3)
        line = QVBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(scrolled(inside))

    def begin(self) -> None:
        """Take what is chosen."""
        self._leave()
        self.answered.emit(self.cameras.value())

    def skip(self) -> None:
        """Leave it unanswered."""
        self._leave()
        self.skipped.emit()

    def open(self) -> None:
        """Cover the window."""
        self._covered.setEnabled(False)
        self.setGeometry(self._covered.geometry())
        self.show()
        self.raise_()
        self.cameras.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape skips; Enter on a choice begins."""
        if event.key() == Qt.Key.Key_Escape:
            self.skip()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            self.focusWidget(), QRadioButton
        ):
            self.begin()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """As large as what is covered."""
        if watched is self._covered and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._covered.geometry())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A page's ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("page"))
        painter.end()

    def _leave(self) -> None:
        self._covered.removeEventFilter(self)
        self._covered.setEnabled(True)
        self.hide()

    @Slot()
    def _say_begin(self) -> None:
        words = self.tr("Open the camera and begin") if self.cameras.value() else self.tr("Begin")
        self.begin_button.setText(words)
        self.begin_button.setAccessibleName(words)

    @Slot()
    def _scheme_changed(self) -> None:
        self.scheme.set_value(theme.scheme().value)
        self.update()


class _Kept(QWidget):
    """What is stored, where, and how it goes: four true sentences."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._signs: list[tuple[QLabel, str]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.gap)
        seen = self.tr(
            "People you name lie encrypted on this computer: pictures, name, consent, and for 30 days when "
            "they were recognised. Faces without a name are never stored."
        )
        erased = self.tr(
            "Erase a person under People, and the key to everything kept of them is destroyed. To remove "
            "everything, delete this folder:"
        )
        network = self.tr(
            "No picture leaves this computer. The network is used to fetch models and sample pictures, and "
            "for nothing else."
        )
        for icon_name, words in (("lock", seen), ("download", network), ("erase", erased)):
            row = QHBoxLayout()
            row.setSpacing(theme.SPACING.gap)
            sign = QLabel()
            self._signs.append((sign, icon_name))
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(words, wrap=True), 1)
            column.addLayout(row)
        column.addSpacing(-theme.SPACING.unit)  # the folder belongs to the sentence above it
        place = ElidedLabel(str(folder), "caption")
        place.setContentsMargins(theme.SIZES.icon + theme.SPACING.gap, 0, 0, 0)
        column.addWidget(place)
        column.addStretch()
        theme.state().changed.connect(self._draw)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        for sign, icon_name in self._signs:
            shade = theme.colours().accent_text
            sign.setPixmap(icons.pixmap(icon_name, shade, theme.SIZES.icon, self.devicePixelRatioF()))


def _card(title: str, inside: QWidget) -> QFrame:
    made = QFrame()
    made.setProperty("panel", "surface")
    column = QVBoxLayout(made)
    column.setContentsMargins(*(theme.SPACING.margin,) * 4)
    column.setSpacing(theme.SPACING.gap)
    column.addWidget(label(title, "heading"))
    column.addWidget(inside)
    column.addStretch()
    return made
