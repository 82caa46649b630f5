"""The look in one typed table: colours of both schemes, spacing, radii, type; applied live.

Greys are neutral (equal red, green and blue), so that colours in pictures are judged rightly.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop.paths import resources
from desktop.ui import focus
from desktop.ui.style_sheet import style_sheet


class Scheme(StrEnum):
    """The two looks."""

    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour of one scheme as #rrggbb."""

    rail: str  # behind the list of pages and the status line
    page: str  # behind a page
    surface: str  # cards, fields, drop areas
    raised: str  # notices, menus
    control: str  # buttons; visible on page, surface and raised
    hover: str  # under the pointer
    pressed: str
    line: str  # hairlines; decoration only
    edge: str  # outline of something to use: 3:1 against the page
    stage: str  # around pictures
    text: str
    muted: str  # second rank, still 4.5:1
    accent: str  # fills: the primary button, what is on, the confidence bar
    accent_hover: str
    accent_text: str  # the accent as text, icon or focus ring on greys
    on_accent: str
    selected: str  # behind something chosen
    good: str
    warn: str
    bad: str
    on_bad: str


@dataclass(frozen=True, slots=True)
class Spacing:
    """Distances in pixels on the 8-pixel grid, and its half for what belongs together."""

    half: int = 4
    unit: int = 8
    gap: int = 16
    margin: int = 24
    page: int = 32
    air: int = 48


@dataclass(frozen=True, slots=True)
class Radii:
    """Corner radii in pixels."""

    control: int = 8
    card: int = 12
    picture: int = 16


@dataclass(frozen=True, slots=True)
class Sizes:
    """Fixed lengths in pixels."""

    control: int = 36
    icon: int = 20
    rail: int = 96
    status: int = 32
    thumbnail: int = 144
    notice: int = 400


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Font sizes in pixels, in steps from the system's own size."""

    caption: int
    body: int
    heading: int
    title: int

    @classmethod
    def around(cls, body: int) -> TypeScale:
        """The scale whose running text has `body` pixels, kept within what the layout carries."""
        body = min(max(body, _USUAL), 18)
        return cls(caption=body - 1, body=body, heading=round(body * 1.25), title=round(body * 1.75))


DARK = Colours(
    rail="#161616", page="#1e1e1e", surface="#272727", raised="#303030", control="#393939", hover="#404040",
    pressed="#2a2a2a",
    line="#353535", edge="#757575", stage="#121212", text="#f0f0f0", muted="#acacac",
    accent="#7db0ff", accent_hover="#9bc2ff", accent_text="#8fbbff", on_accent="#0d1b30", selected="#2c3a50",
    good="#78cf93", warn="#eebd5c", bad="#ff8f86", on_bad="#330905",
)  # fmt: skip
LIGHT = Colours(
    rail="#ececec", page="#f6f6f6", surface="#ffffff", raised="#ffffff", control="#e7e7e7", hover="#dcdcdc",
    pressed="#d0d0d0",
    line="#d8d8d8", edge="#858585", stage="#e2e2e2", text="#1b1b1b", muted="#5b5b5b",
    accent="#2563c9", accent_hover="#1d53ad", accent_text="#1f59bb", on_accent="#ffffff", selected="#dbe7fb",
    good="#1c6e3a", warn="#835600", bad="#b3261e", on_bad="#ffffff",
)  # fmt: skip

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *(
        ("text", ground)
        for ground in (
            "rail",
            "page",
            "surface",
            "raised",
            "control",
            "hover",
            "pressed",
            "selected",
            "stage",
        )
    ),
    *(("muted", ground) for ground in ("rail", "page", "surface", "raised", "hover", "selected", "stage")),
    *(("accent_text", ground) for ground in ("rail", "page", "surface", "raised", "selected")),
    *((sign, ground) for sign in ("good", "warn", "bad") for ground in ("page", "surface", "raised")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_bad", "bad"),
)
"""Which colour is written on which; each pair has a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3)."""

CHINESE = (
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
"""Families with Simplified Chinese that macOS, Windows and Linux have, the best first."""

_USUAL = 13  # pixels of running text that the widths in this program are given for

SPACING = Spacing()
RADII = Radii()
SIZES = Sizes()


class _State(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Scheme.DARK
        self.type = TypeScale.around(13)


_state: _State | None = None


def state() -> _State:
    """What is applied now; its `changed` signal follows every `apply`."""
    global _state
    if _state is None:
        _state = _State()
    return _state


def scheme() -> Scheme:
    """The scheme that is applied."""
    return state().scheme


def colours() -> Colours:
    """The colours that are applied."""
    return DARK if state().scheme is Scheme.DARK else LIGHT


def colour(name: str, alpha: float = 1.0) -> QColor:
    """A colour of the applied scheme by its name in `Colours`; `alpha` 0..1."""
    found = QColor(getattr(colours(), name))
    found.setAlphaF(alpha)
    return found


def font(size: str = "body", *, bold: bool = False) -> QFont:
    """The system's font in a size of `TypeScale`, for what is painted by hand."""
    made = QFont(QApplication.font())
    made.setPixelSize(getattr(state().type, size))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def with_chinese(plain: QFont) -> QFont:
    """The font with the system's Chinese ones behind it, for the signs it lacks.

    Without that the system chooses, and a Linux that speaks English may take a Japanese font. A family whose
    name begins with a dot is macOS's own, which finds its Chinese by itself.
    """
    made, family = QFont(plain), QFontInfo(plain).family()
    found = [name for name in CHINESE if QFontDatabase.hasFamily(name)]
    if found and not family.startswith("."):
        made.setFamilies([family, *(name for name in found if name != family)])
    return made


def scaled(pixels: int) -> int:
    """A width that words have to find room in, for the system's text size: `pixels` at 13-pixel text."""
    return round(pixels * state().type.body / _USUAL)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1..21 (WCAG 2.2, relative luminance)."""

    def luminance(name: str) -> float:
        shade = QColor(name)
        linear = [
            value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
            for value in (shade.redF(), shade.greenF(), shade.blueF())
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def palette(table: Colours) -> QPalette:
    """The palette for what the style sheet leaves to the style."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: table.page,
        QPalette.ColorRole.WindowText: table.text,
        QPalette.ColorRole.Base: table.surface,
        QPalette.ColorRole.AlternateBase: table.raised,
        QPalette.ColorRole.Text: table.text,
        QPalette.ColorRole.PlaceholderText: table.muted,
        QPalette.ColorRole.Button: table.control,
        QPalette.ColorRole.ButtonText: table.text,
        QPalette.ColorRole.BrightText: table.bad,
        QPalette.ColorRole.ToolTipBase: table.raised,
        QPalette.ColorRole.ToolTipText: table.text,
        QPalette.ColorRole.Highlight: table.accent,
        QPalette.ColorRole.HighlightedText: table.on_accent,
        QPalette.ColorRole.Accent: table.accent,
        QPalette.ColorRole.Link: table.accent_text,
        QPalette.ColorRole.LinkVisited: table.accent_text,
        QPalette.ColorRole.Light: table.hover,
        QPalette.ColorRole.Midlight: table.raised,
        QPalette.ColorRole.Mid: table.line,
        QPalette.ColorRole.Dark: table.pressed,
        QPalette.ColorRole.Shadow: table.rail,
    }
    for role, value in roles.items():
        made.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(table.edge))
    return made


def apply(app: QApplication, wanted: Scheme | str) -> None:
    """Dress the whole program in a scheme; may be called again at any time. Unknown words mean dark."""
    now = state()
    now.scheme = Scheme.LIGHT if wanted == Scheme.LIGHT else Scheme.DARK
    if app.property("likeness_dressed") is None:
        # The system's own size is read once: after the style sheet it would be our own answer.
        now.type = TypeScale.around(QFontInfo(QApplication.font()).pixelSize())
        app.setFont(with_chinese(app.font()))
        QDir.addSearchPath("style", str(resources() / "icons" / "style"))
        fusion = QStyleFactory.create("Fusion")
        app.setStyle(fusion)
        focus.install(app)
        app.setProperty("likeness_dressed", True)
    table = colours()
    app.setPalette(palette(table))
    words: dict[str, object] = {field.name: getattr(table, field.name) for field in fields(table)}
    for part in (SPACING, RADII, SIZES, now.type):
        prefix = type(part).__name__.lower()
        words |= {f"{prefix}_{field.name}": getattr(part, field.name) for field in fields(part)}
    app.setStyleSheet(style_sheet(words, now.scheme))
    now.changed.emit()
