"""One picture of the queue: what it is, how far it is, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.ui import failures, icons, theme, words
from desktop.ui.images import covered, to_image
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.vectors import Picture
from desktop.work.studio_messages import QueueItem

_SIDE = 48
_OVER = ("done", "failed", "cancelled")


class QueueRow(QFrame):
    """`opened` is a click on the result, `cancelled` the cross."""

    opened = Signal(int)
    cancelled = Signal(int)

    def __init__(self, item: QueueItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self.pictured = False
        self._image: QPixmap | None = None
        self.setProperty("panel", "surface")
        self.setFixedHeight(_SIDE + 2 * theme.SPACING.unit)
        row = QHBoxLayout(self)
        edge = theme.SPACING.unit
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(theme.SPACING.gap)
        self._sign = QLabel()
        self._sign.setFixedSize(_SIDE, _SIDE)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._sign)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addStretch()
        self.name = ElidedLabel("")
        self.state = ElidedLabel("", "caption")
        text.addWidget(self.name)
        text.addWidget(self.state)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        text.addWidget(self.bar)
        text.addStretch()
        row.addLayout(text, 1)
        self.left = label("", "caption")
        row.addWidget(self.left)
        self.open_button = QPushButton(self.tr("Open"))
        self.open_button.setProperty("kind", "quiet")
        self.open_button.clicked.connect(lambda: self.opened.emit(self.item.key))
        row.addWidget(self.open_button)
        self.cancel_button = icon_button("close", "", colour="muted", size=16)
        self.cancel_button.clicked.connect(lambda: self.cancelled.emit(self.item.key))
        row.addWidget(self.cancel_button)
        theme.state().changed.connect(self._draw)
        self.show_item(item)

    def show_item(self, item: QueueItem) -> None:
        """How it stands now."""
        self.item = item
        title = f"{item.content} · {item.style}" if item.style else item.content
        self.name.setText(title)
        self.setAccessibleName(title)
        said = self._said(item)
        self.state.setText(said)
        self.setAccessibleDescription(said)
        under_way = item.phase in ("running", "paused")
        self.bar.setVisible(under_way)
        self.state.setVisible(not under_way)
        self.bar.setAccessibleName(title)
        if item.fraction is None:
            self.bar.setRange(0, 0 if item.phase == "running" else 1)
        else:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(1000 * item.fraction))
        self.left.setText(self.tr("paused") if item.phase == "paused" else words.remaining(item.remaining))
        self.left.setVisible(under_way and bool(self.left.text()))
        self.open_button.setVisible(item.phase == "done" and bool(item.saved_as))
        self.open_button.setAccessibleName(self.tr("Open {name}").format(name=title))
        self.cancel_button.setVisible(item.phase not in _OVER)
        cancel = self.tr("Leave {name} out").format(name=title)
        self.cancel_button.setAccessibleName(cancel)
        self.cancel_button.setToolTip(cancel)
        self._draw()

    def set_picture(self, picture: Picture) -> None:
        """What came of it."""
        # Cut to the tile at once: of a hundred large results a hundred small pictures are kept.
        side, ratio = _SIDE, self.devicePixelRatioF()
        self._image = covered(to_image(picture), side, side, theme.RADII.control, ratio)
        self._draw()

    def mouseReleaseEvent(self, event: object) -> None:  # noqa: N802
        """A click on the row opens what came of it."""
        if self.open_button.isVisibleTo(self):
            self.opened.emit(self.item.key)

    def _said(self, item: QueueItem) -> str:
        if item.failure is not None:
            return failures.sentence(item.failure)
        if item.phase == "waiting" and item.remaining is not None:
            return self.tr("waits for its turn · done in about {time}").format(
                time=words.span(item.remaining)
            )
        return {
            "waiting": self.tr("waits for its turn"),
            "running": self.tr("is painted"),
            "paused": self.tr("paused"),
            "done": self.tr("done"),
            "failed": self.tr("failed"),
            "cancelled": self.tr("left out"),
        }.get(item.phase, "")

    @Slot()
    def _draw(self) -> None:
        if self._image is not None:
            self._sign.setPixmap(self._image)
            return
        name, colour = {
            "done": ("check", "good"),
            "failed": ("warning", "warn"),
            "cancelled": ("close", "muted"),
        }.get(self.item.phase, ("picture", "muted"))
        shade = getattr(theme.colours(), colour)
        self._sign.setPixmap(icons.pixmap(name, shade, theme.SIZES.icon, self.devicePixelRatioF()))
