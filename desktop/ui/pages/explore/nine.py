"""The nine patches that excite a unit most, large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from desktop.explore.found import NINE
from desktop.ui import focus, theme
from desktop.ui.pages.explore import words
from desktop.ui.pages.explore.cutter import drawn

SIDE = (60, 100)
"""Of a patch in pixels: as small and as large as it gets."""

_LINE = 18
_ACROSS = 3
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_ACROSS,
    Qt.Key.Key_Down: _ACROSS,
}


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A patch as it is shown: from which picture, how strong; `pixmap` once it is cut."""

    title: str
    value: float
    pixmap: QPixmap | None = None


class PatchButton(QAbstractButton):
    """One of the nine; blank with a calm word where nothing excites the unit."""

    def __init__(self, rank: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rank, self.side = rank, SIDE[1]
        self.shown: Shown | None = None
        self.says = True  # where it is blank: once is enough
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.state().changed.connect(self.update)
        self.show_patch(None)

    def show_patch(self, shown: Shown | None) -> None:
        """Show another patch; None where there is none."""
        self.shown = shown
        number = self.rank + 1
        if shown is None:
            name = self.tr("Patch {number} of 9: nothing more").format(number=number)
            self.setToolTip("")
            self.setCursor(Qt.CursorShape.ArrowCursor)
        else:
            name = self.tr("Patch {number} of 9, value {value}, from {picture}").format(
                number=number, value=words.value(shown.value), picture=shown.title
            )
            self.setToolTip(shown.title)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.setEnabled(shown is not None)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The patch."""
        return QSize(self.side, self.side)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens as Space does; arrows are the nine's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif Qt.Key(event.key()) in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The patch with rounded corners; the ring says keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.side
        place = QRectF(0, 0, side, side)
        outline = QPainterPath()
        outline.addRoundedRect(place, theme.RADII.control, theme.RADII.control)
        painter.fillPath(outline, theme.colour("stage", 0.6))
        pixmap = None if self.shown is None else self.shown.pixmap
        if pixmap is not None:
            made = drawn(pixmap, side, self.devicePixelRatioF())
            size = made.deviceIndependentSize()
            painter.save()
            painter.setClipPath(outline)
            painter.drawPixmap(round((side - size.width()) / 2), round((side - size.height()) / 2), made)
            painter.restore()
        painter.setFont(theme.font("caption"))
        if self.shown is None and self.says:
            painter.setPen(theme.colour("muted"))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(place.adjusted(8, 8, -8, -8), flags, self.tr("nothing more"))
        elif self.shown is not None:
            self._draw_value(painter, words.value(self.shown.value))
        if focus.ringed(self) or (self.underMouse() and self.shown is not None):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent_text" if focus.ringed(self) else "text"), 2))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _draw_value(self, painter: QPainter, said: str) -> None:
        """In a corner of the patch, dark under light in both schemes: pictures have no scheme."""
        wide = QFontMetricsF(painter.font()).horizontalAdvance(said) + 10
        pill = QRectF(4, self.side - _LINE - 4, wide, _LINE)
        ground = QColor(theme.DARK.stage)
        ground.setAlphaF(0.72)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(pill, 5, 5)
        painter.setPen(QColor(theme.DARK.text))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), said)


class Nine(QWidget):
    """Three rows of three; arrows walk, Enter or a click opens (`opened` brings the rank)."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The nine strongest patches"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.SPACING.unit)
        self.patches = [PatchButton(rank) for rank in range(NINE)]
        for each in self.patches:
            grid.addWidget(each, each.rank // _ACROSS, each.rank % _ACROSS)
            each.clicked.connect(self._clicked)

    def set_side(self, side: int) -> None:
        """Make the patches larger or smaller, within what they may be."""
        side = min(max(side, SIDE[0]), SIDE[1])
        for each in self.patches:
            if each.side != side:
                each.side = side
                each.updateGeometry()
                each.update()

    def show_patches(self, shown: Sequence[Shown | None]) -> None:
        """Nine, strongest first; what is missing at the end is blank."""
        for place, each in enumerate(self.patches):
            each.says = place == len(shown)
            each.show_patch(shown[place] if place < len(shown) else None)

    def shown(self) -> list[Shown]:
        """Those that are not blank."""
        return [each.shown for each in self.patches if each.shown is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Patches leave the arrows to the nine."""
        here = next((each.rank for each in self.patches if each.hasFocus()), None)
        step = _STEPS.get(Qt.Key(event.key()))
        if here is None or step is None:
            super().keyPressEvent(event)
        elif 0 <= here + step < NINE and self.patches[here + step].isEnabled():
            self.patches[here + step].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, PatchButton):
            self.opened.emit(sender.rank)
