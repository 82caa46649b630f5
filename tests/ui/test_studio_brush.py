from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.pages.studio.canvas import Canvas
from desktop.ui.pages.studio.overlay import mask_colour
from desktop.work.studio_messages import PaintedMask
from tests.ui.accessible import unnamed_controls
from tests.ui.hands import MIDDLE, NONE, drag, hover, place_of, plain, shown_canvas, wheel


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    return shown_canvas(qtbot)


@pytest.fixture
def full(canvas: Canvas) -> Canvas:
    """With a dark photo and a light result, seen whole."""
    canvas.set_content(plain(40))
    canvas.set_result(plain(200))
    return canvas


@pytest.fixture
def brushed(full: Canvas) -> Canvas:
    """With the brush in the hand."""
    full.paint_mask(1, None, "Waves")
    full.brush.set_size(0.2)
    full.brush.set_softness(0.0)
    return full


def painted(qtbot: QtBot, canvas: Canvas, *places: QPoint, **how: object) -> PaintedMask:
    with qtbot.waitSignal(canvas.mask_painted) as told:
        drag(canvas, *places, **how)  # type: ignore[arg-type]
    assert told.args is not None
    made: PaintedMask = told.args[0]
    return made


def test_a_stroke_is_told_when_it_ends(qtbot: QtBot, brushed: Canvas) -> None:
    told = painted(qtbot, brushed, place_of(brushed, 0.2, 0.5), place_of(brushed, 0.8, 0.5))
    assert told.style == 1
    assert told.mask.shape == (100, 100)
    assert told.mask.dtype == np.uint8
    assert told.mask[50, 21:79].min() == 255
    assert told.mask[:35].max() == 0
    again = painted(qtbot, brushed, place_of(brushed, 0.5, 0.9))
    assert told.mask[88:, 45:55].max() == 0  # what was handed on is not written to
    assert again.mask[90, 50] == 255


def test_the_right_button_rubs_out(qtbot: QtBot, brushed: Canvas) -> None:
    brushed.brush.fill()
    told = painted(qtbot, brushed, place_of(brushed, 0.5, 0.5), button=Qt.MouseButton.RightButton)
    assert told.mask[50, 50] == 0
    assert told.mask[10, 10] == 255
    alt = Qt.KeyboardModifier.AltModifier
    assert painted(qtbot, brushed, place_of(brushed, 0.1, 0.1), keys=alt).mask[10, 10] == 0
    brushed.brush.set_erasing(True)
    assert painted(qtbot, brushed, place_of(brushed, 0.9, 0.9)).mask[90, 90] == 0


def test_shift_draws_straight_from_the_last_place(qtbot: QtBot, brushed: Canvas) -> None:
    painted(qtbot, brushed, place_of(brushed, 0.1, 0.2))
    shift = Qt.KeyboardModifier.ShiftModifier
    told = painted(qtbot, brushed, place_of(brushed, 0.9, 0.2), keys=shift)
    assert told.mask[20, 12:88].min() == 255


def test_strokes_are_taken_back_and_brought_again(qtbot: QtBot, brushed: Canvas) -> None:
    one = painted(qtbot, brushed, place_of(brushed, 0.2, 0.2)).mask
    two = painted(qtbot, brushed, place_of(brushed, 0.8, 0.8)).mask
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(brushed.mask_painted) as told:
        qtbot.keyClick(brushed, Qt.Key.Key_Z, control)
    assert told.args is not None
    assert np.array_equal(told.args[0].mask, one)
    qtbot.keyClick(brushed, Qt.Key.Key_Z, control | shift)
    assert np.array_equal(brushed.brush.mask(), two)


def test_the_keyboard_paints_as_well(qtbot: QtBot, brushed: Canvas) -> None:
    qtbot.keyClick(brushed, Qt.Key.Key_Up)
    assert brushed.brush.at == pytest.approx((50, 50), abs=6)  # it begins in the middle of what is seen
    where = brushed.brush.at
    assert where is not None
    qtbot.keyPress(brushed, Qt.Key.Key_Space)
    for _ in range(10):
        qtbot.keyClick(brushed, Qt.Key.Key_Right)
    with qtbot.waitSignal(brushed.mask_painted) as told:
        qtbot.keyRelease(brushed, Qt.Key.Key_Space)
    assert told.args is not None
    row = told.args[0].mask[round(where[1])]
    assert row[50:70].min() == 255
    assert row[:35].max() == 0
    for _ in range(90):
        qtbot.keyClick(brushed, Qt.Key.Key_Right)
    assert brushed.brush.at == pytest.approx((100, where[1]))


def test_the_brush_grows_and_shrinks_by_keys_wheel_and_bar(qtbot: QtBot, brushed: Canvas) -> None:
    size = brushed.brush.size
    qtbot.keyClick(brushed, Qt.Key.Key_BracketRight)
    assert brushed.brush.size > size
    qtbot.keyClick(brushed, Qt.Key.Key_BracketLeft)
    assert brushed.brush.size == pytest.approx(size)
    zoom = brushed.zoom()
    wheel(brushed, MIDDLE, 1, Qt.KeyboardModifier.ControlModifier)
    assert brushed.brush.size > size
    assert brushed.zoom() == zoom
    brushed.brush_bar.size_slider.setValue(0)
    assert brushed.brush.size == pytest.approx(0.004)
    brushed.brush.set_size(9)
    assert brushed.brush.size == 0.5
    assert brushed.brush_bar.size_slider.value() == brushed.brush_bar.size_slider.maximum()


def test_the_mask_is_seen_in_its_styles_own_colour(qtbot: QtBot, brushed: Canvas) -> None:
    at = place_of(brushed, 0.5, 0.5)
    painted(qtbot, brushed, at)
    other = place_of(brushed, 0.1, 0.1)
    hover(brushed, other)
    brushed.brush.leave()
    shown = brushed.grab().toImage()
    assert shown.pixelColor(other).getRgb()[:3] == (200, 200, 200)
    expected = [round((200 + part) / 2) for part in mask_colour(1).getRgb()[:3]]
    assert list(shown.pixelColor(at).getRgb()[:3]) == pytest.approx(expected, abs=3)
    assert mask_colour(0) != mask_colour(1)
    qtbot.keyPress(brushed, Qt.Key.Key_B)
    assert brushed.grab().toImage().pixelColor(at).getRgb()[:3] == (40, 40, 40)


def test_the_ring_is_where_the_pointer_is_and_goes_with_it(brushed: Canvas) -> None:
    brushed.brush.leave()
    plain_shot = brushed.grab().toImage()
    hover(brushed, MIDDLE)
    assert brushed.grab().toImage() != plain_shot
    QApplication.sendEvent(brushed, QEvent(QEvent.Type.Leave))
    assert brushed.grab().toImage() == plain_shot


def test_a_given_mask_goes_on_in_its_own_size(qtbot: QtBot, full: Canvas) -> None:
    half = np.zeros((10, 10), np.uint8)
    half[:, 5:] = 255
    full.paint_mask(0, half)
    mask = full.brush.mask()
    assert mask is not None
    assert mask.shape == (100, 100)
    assert mask[:, :40].max() == 0
    assert mask[:, 60:].min() == 255
    full.brush.clear()
    assert half.max() == 255  # what was given is not written to


def test_a_large_photo_has_a_mask_that_can_be_painted_at_once(canvas: Canvas) -> None:
    canvas.set_content(plain(40, 3000, 1500))
    canvas.paint_mask(0, None)
    mask = canvas.brush.mask()
    assert mask is not None
    assert mask.shape == (512, 1024)


def test_the_brush_is_put_away_by_escape_by_its_button_and_with_the_photo(qtbot: QtBot, full: Canvas) -> None:
    assert not full.brush_bar.isVisible()
    full.paint_mask(0, None, "Waves")
    assert full.brush_bar.isVisible()
    assert full.accessibleName() == "Painting where Waves goes"
    assert full.picture_place().bottom() < full.brush_bar.y()
    with qtbot.waitSignal(full.mask_done):
        qtbot.keyClick(full, Qt.Key.Key_Escape)
    assert not full.brush.on
    full.paint_mask(0, None)
    with qtbot.waitSignal(full.mask_done):
        qtbot.mouseClick(full.brush_bar.done_button, Qt.MouseButton.LeftButton)
    assert not full.brush_bar.isVisible()
    full.paint_mask(0, None)
    with qtbot.assertNotEmitted(full.mask_painted):
        full.set_content(plain(1))
    assert not full.brush.on
    full.set_content(None)
    full.paint_mask(0, None)
    assert not full.brush.on


def test_the_bar_does_what_it_says(qtbot: QtBot, brushed: Canvas) -> None:
    bar, brush = brushed.brush_bar, brushed.brush
    assert unnamed_controls(brushed) == []
    assert not bar.undo.isEnabled()
    left = Qt.MouseButton.LeftButton
    expected = (
        (bar.fill, 255),
        (bar.clear, 0),
        (bar.invert, 255),
        (bar.undo, 0),
    )
    for tool, level in expected:
        with qtbot.waitSignal(brushed.mask_painted):
            qtbot.mouseClick(tool, left)
        mask = brush.mask()
        assert mask is not None
        assert mask.min() == mask.max() == level
    qtbot.mouseClick(bar.rubber, left)
    assert brush.erasing
    bar.softness_slider.setValue(100)
    assert brush.softness == 1.0


def test_space_or_the_middle_button_push_while_one_paints(qtbot: QtBot, brushed: Canvas) -> None:
    brushed.set_zoom(20.0)
    hover(brushed, MIDDLE)
    at = brushed.picture_place()
    with qtbot.assertNotEmitted(brushed.mask_painted):
        drag(brushed, MIDDLE, MIDDLE + QPoint(30, 20), button=Qt.MouseButton.MiddleButton)
        qtbot.keyPress(brushed, Qt.Key.Key_Space)
        drag(brushed, MIDDLE, MIDDLE + QPoint(30, 20))
        qtbot.keyRelease(brushed, Qt.Key.Key_Space)
    assert brushed.picture_place().topLeft() == at.topLeft() + QPointF(60, 40)


def test_a_pen_paints_as_hard_as_it_is_pressed(qtbot: QtBot, brushed: Canvas) -> None:
    def pen(kind: QEvent.Type, at: QPoint, pressure: float) -> None:
        device = QPointingDevice.primaryPointingDevice()
        left = Qt.MouseButton.LeftButton
        where = QPointF(brushed.mapToGlobal(at))
        event = QTabletEvent(kind, device, QPointF(at), where, pressure, 0, 0, 0, 0, 0, NONE, left, left)
        QApplication.sendEvent(brushed, event)

    sizes = []
    for pressure in (1.0, 0.3):
        brushed.brush.clear()
        pen(QEvent.Type.TabletPress, MIDDLE, pressure)
        pen(QEvent.Type.TabletRelease, MIDDLE, pressure)
        mask = brushed.brush.mask()
        assert mask is not None
        sizes.append(np.count_nonzero(mask > 128))
    assert sizes[0] > 4 * sizes[1] > 0
