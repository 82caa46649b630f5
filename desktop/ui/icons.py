"""Icons: drawn in one hand as 24x24 SVG strokes, coloured at load, kept right when the scheme changes.

The files under resources/icons use `currentColor`, which QtSvg does not resolve, so it is replaced here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.errors import ProgramDamaged
from desktop.paths import resources
from desktop.ui import theme

_RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)
_LARGE = 28

GAP = 4
"""Free pixels between an icon and the words of its button, beyond Qt's own."""


class Iconed(Protocol):
    """A button, an action, a window: whatever shows an icon."""

    def setIcon(self, icon: QIcon) -> None:  # noqa: N802
        """Show the icon."""
        ...


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    file = resources() / "icons" / f"{name}.svg"
    try:
        found = file.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise ProgramDamaged(part=f"icons/{file.name}", details=repr(error)) from error
    if not found.rstrip().endswith("</svg>"):
        raise ProgramDamaged(part=f"icons/{file.name}", details="cut off")
    return found


def names() -> tuple[str, ...]:
    """Every icon that ships, by name."""
    return tuple(sorted(file.stem for file in (resources() / "icons").glob("*.svg")))


@lru_cache(maxsize=4096)  # 13 pages ask for 1,000 in each scheme; a smaller one gives none back
def pixmap(name: str, colour: str, size: int = 24, ratio: float = 1.0, gap: int = 0) -> QPixmap:
    """An icon as `size` x `size` logical pixels in `colour` (#rrggbb), for a screen of that pixel ratio.

    `gap` is room left free on the right. A large icon gets a thinner stroke, so that it does not shout.
    """
    text = _source(name).replace("currentColor", colour)
    if size > _LARGE:
        text = text.replace('stroke-width="1.75"', f'stroke-width="{1.75 * (_LARGE / size) ** 0.6:.3f}"')
    side = round(size * ratio)
    made = QPixmap(side + round(gap * ratio), side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


@dataclass(frozen=True, slots=True)
class Look:
    """Which icon, in which colours of the scheme (names in `theme.Colours`; `checked` when on), how large."""

    name: str
    colour: str = "text"
    size: int = theme.SIZES.icon
    checked: str | None = None
    gap: int = 0


def icon(look: Look) -> QIcon:
    """An icon in the colours that are applied now."""
    made = QIcon()
    table = theme.colours()
    for ratio in _RATIOS:
        plain, off, on = (
            pixmap(look.name, getattr(table, colour), look.size, ratio, look.gap)
            for colour in (look.colour, "edge", look.checked or look.colour)
        )
        made.addPixmap(plain, QIcon.Mode.Normal, QIcon.State.Off)
        made.addPixmap(off, QIcon.Mode.Disabled, QIcon.State.Off)
        made.addPixmap(on, QIcon.Mode.Normal, QIcon.State.On)
    return made


class _Dresser(QObject):
    """Lives as a child of what it dresses, so it goes with it."""

    def __init__(self, target: QObject, look: Look) -> None:
        super().__init__(target)
        self._target: Iconed = target  # type: ignore[assignment]
        self.look = look
        theme.state().changed.connect(self.dress)
        self.dress()

    @Slot()
    def dress(self) -> None:
        self._target.setIcon(icon(self.look))


def put(
    target: QObject,
    name: str,
    colour: str = "text",
    size: int = theme.SIZES.icon,
    checked: str | None = None,
    gap: int = 0,
) -> None:
    """Give a button or action an icon that follows the scheme; called again, it changes the icon."""
    look = Look(name, colour, size, checked, gap)
    found = target.findChild(_Dresser, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(found, _Dresser):
        found.look = look
        found.dress()
    else:
        _Dresser(target, look)


def badge(name: str, colour: str, ground: str) -> QIcon:
    """An icon on a rounded ground, for the task bar; the same in both schemes."""
    made = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        inner = round(side * 0.72)
        drawn = pixmap(name, colour, inner)  # first: where it raises, no painter is left at work
        canvas = QPixmap(side, side)
        canvas.fill(Qt.GlobalColor.transparent)
        painter = QPainter(canvas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.22, side * 0.22)
        corner = (side - inner) // 2
        painter.drawPixmap(corner, corner, drawn)
        painter.end()
        made.addPixmap(canvas)
    return made
