from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui import icons, theme

BOTH = pytest.mark.parametrize("table", [theme.DARK, theme.LIGHT], ids=["dark", "light"])


def test_contrast_is_that_of_wcag() -> None:
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert theme.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert theme.contrast("#ffffff", "#777777") == theme.contrast("#777777", "#ffffff")


@BOTH
@pytest.mark.parametrize("pair", theme.TEXT_PAIRS, ids="-on-".join)
def test_every_text_can_be_read(table: theme.Colours, pair: tuple[str, str]) -> None:
    assert theme.contrast(getattr(table, pair[0]), getattr(table, pair[1])) >= 4.5


@BOTH
@pytest.mark.parametrize("ground", ["page", "surface"])
def test_outlines_and_focus_can_be_seen(table: theme.Colours, ground: str) -> None:
    for line in (table.edge, table.accent_text):
        assert theme.contrast(line, getattr(table, ground)) >= 3.0


@BOTH
def test_greys_are_neutral_so_that_pictures_are_judged_rightly(table: theme.Colours) -> None:
    for name in ("rail", "page", "surface", "raised", "control", "hover", "stage", "text", "muted"):
        shade = QColor(getattr(table, name))
        assert shade.red() == shade.green() == shade.blue(), name


def test_the_scheme_can_be_switched_while_the_program_runs(qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Name")
    qtbot.addWidget(button)
    icons.put(button, "add")

    def ink() -> int:
        image = button.icon().pixmap(20, 20).toImage()
        return image.pixelColor(image.width() // 2, image.height() // 2).lightness()

    dark = ink()
    with qtbot.waitSignal(theme.state().changed):
        theme.apply(qapp, "light")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme.LIGHT.page)
    assert theme.LIGHT.accent in qapp.styleSheet()
    assert dark > 200
    assert ink() < 60


def test_an_unknown_scheme_is_dark(qapp: QApplication) -> None:
    theme.apply(qapp, "violet")
    assert theme.scheme() is theme.Scheme.DARK


def test_every_token_reaches_the_style_sheet(qapp: QApplication) -> None:
    assert "$" not in qapp.styleSheet()
    assert all(QColor(getattr(theme.DARK, field.name)).isValid() for field in fields(theme.Colours))


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_icons_are_sharp_on_every_screen(qapp: QApplication, ratio: float) -> None:
    made = icons.pixmap("camera", "#ffffff", 20, ratio)
    assert made.width() == round(20 * ratio)
    assert made.devicePixelRatio() == ratio


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    blank = [
        name
        for name in icons.names()
        if not any(
            icons.pixmap(name, "#ffffff", 24).toImage().pixelColor(x, y).alpha()
            for x in range(24)
            for y in range(24)
        )
    ]
    assert len(icons.names()) > 30
    assert not blank


def test_a_disabled_icon_looks_so(qapp: QApplication) -> None:
    from PySide6.QtGui import QIcon

    made = icons.icon(icons.Look("pause"))
    normal = made.pixmap(20, 20, QIcon.Mode.Normal).toImage()
    off = made.pixmap(20, 20, QIcon.Mode.Disabled).toImage()
    assert normal != off
