from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QNativeGestureEvent,
    QPainter,
    QPointingDevice,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture
from pytestqt.qtbot import QtBot

from desktop.pictures import write_png
from desktop.ui import theme
from desktop.ui.pages.studio.canvas import Canvas
from desktop.ui.widgets.layer import Layer
from tests.ui.accessible import unnamed_controls
from tests.ui.drops import drop
from tests.ui.hands import MIDDLE, NONE, drag, hover, place_of, plain, red_at, shown_canvas, wheel


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    return shown_canvas(qtbot)


@pytest.fixture
def full(canvas: Canvas) -> Canvas:
    """With a dark photo and a light result, seen whole."""
    canvas.set_content(plain(40))
    canvas.set_result(plain(200))
    return canvas


# The empty canvas, and what comes in


def test_the_empty_canvas_invites_and_says_so(canvas: Canvas) -> None:
    assert canvas.accessibleName() == "Drop a photo here"
    assert "click to choose" in canvas.accessibleDescription()
    assert unnamed_controls(canvas) == []
    shot = canvas.grab().toImage()
    assert shot.pixelColor(30, 3).name() == theme.DARK.stage
    assert shot.pixelColor(0, 0).name() == theme.DARK.page  # its corners are round, as everything's
    middle = {shot.pixelColor(x, y).name() for x in range(200, 400, 3) for y in range(250, 350, 3)}
    assert len(middle) > 3


def test_a_click_or_a_key_asks_for_a_photo(qtbot: QtBot, canvas: Canvas) -> None:
    with qtbot.waitSignal(canvas.content_wanted):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(canvas.content_wanted):
            qtbot.keyClick(canvas, key)
    canvas.set_content(plain(40))
    with qtbot.assertNotEmitted(canvas.content_wanted):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton)
        qtbot.keyClick(canvas, Qt.Key.Key_Return)


def test_files_and_folders_are_taken_and_what_is_gone_is_named(
    qtbot: QtBot, canvas: Canvas, tmp_path: Path
) -> None:
    file = tmp_path / "photo.png"
    write_png(plain(9), file)
    with qtbot.waitSignal(canvas.dropped) as told:
        drop(canvas, [file, tmp_path])
    assert told.args == [(file, tmp_path)]
    with qtbot.waitSignal(canvas.refused) as told, qtbot.assertNotEmitted(canvas.dropped):
        drop(canvas, [tmp_path / "gone.png"])
    assert told.args == ["“gone.png” is not there any more."]


def test_a_browsers_picture_is_taken_and_an_address_is_never_fetched(qtbot: QtBot, full: Canvas) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.jpg")])
    with qtbot.waitSignal(full.refused) as told:
        send_drop(full, data)
    assert told.args is not None
    assert "save it first" in told.args[0]
    image = QImage(5, 3, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data.setImageData(image)
    with qtbot.waitSignal(full.pasted) as told, qtbot.assertNotEmitted(full.refused):
        send_drop(full, data)
    assert told.args is not None
    assert told.args[0].shape == (3, 5, 3)


def send_drop(canvas: Canvas, data: QMimeData) -> None:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(canvas, QDragEnterEvent(QPoint(9, 9), copy, data, left, NONE))
    QApplication.sendEvent(canvas, QDropEvent(QPointF(9, 9), copy, data, left, NONE))


def test_paste_brings_a_picture_and_says_where_there_is_none(qtbot: QtBot, canvas: Canvas) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(canvas.pasted):
        qtbot.keyClick(canvas, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().setText("hello")
    with qtbot.waitSignal(canvas.refused) as told:
        canvas.paste()
    assert told.args is not None
    assert "copy a picture" in told.args[0]


@pytest.mark.parametrize("filled", [False, True])
def test_it_lights_up_under_what_hovers_and_calms_down(canvas: Canvas, filled: bool) -> None:
    if filled:
        canvas.set_content(plain(40))
    calm = canvas.grab().toImage()
    data = QMimeData()
    data.setText("hello")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(canvas, QDragEnterEvent(QPoint(9, 9), copy, data, left, NONE))
    assert canvas.grab().toImage() == calm
    data.setUrls([QUrl.fromLocalFile("/tmp/a.png")])
    QApplication.sendEvent(canvas, QDragEnterEvent(QPoint(9, 9), copy, data, left, NONE))
    assert canvas.grab().toImage() != calm
    QApplication.sendEvent(canvas, QDragLeaveEvent())
    assert canvas.grab().toImage() == calm


# What is shown


def test_the_photo_is_whole_on_the_stage_until_there_is_a_result(canvas: Canvas) -> None:
    canvas.set_content(plain(40, 200, 100))
    edge = theme.SPACING.margin
    assert canvas.picture_place() == QRectF(edge, 162, 552, 276)
    assert red_at(canvas, 300, 300) == 40
    assert canvas.grab().toImage().pixelColor(300, 100).name() == theme.DARK.stage
    canvas.set_result(plain(200, 50, 25))
    assert canvas.picture_place() == QRectF(edge, 162, 552, 276)
    assert red_at(canvas, 300, 300) == 200
    canvas.set_result(None)
    assert red_at(canvas, 300, 300) == 40
    canvas.set_content(None)
    assert canvas.picture_place().isEmpty()
    assert canvas.accessibleName() == "Drop a photo here"


def test_another_photo_takes_the_old_result_away(full: Canvas) -> None:
    full.set_content(plain(90))
    assert full.result() is None
    assert red_at(full, 300, 300) == 90


def test_a_result_without_a_photo_is_shown_too(canvas: Canvas) -> None:
    canvas.set_split(True)
    canvas.set_result(plain(200, 64, 32))
    assert red_at(canvas, 300, 300) == 200
    canvas.set_before(True)
    assert red_at(canvas, 300, 300) == 200
    canvas.set_result(plain(100, 32, 64))
    assert canvas.picture_place().height() > canvas.picture_place().width()


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5000, 1), (3, 2), (2000, 1500)])
def test_pictures_of_any_size_are_shown(canvas: Canvas, size: tuple[int, int]) -> None:
    canvas.set_content(plain(220, *size))
    canvas.set_result(plain(90, *size[::-1]))
    canvas.set_split(True)
    for step in range(6):
        canvas.grab()
        canvas.set_zoom(0.05 * 4**step)
    canvas.fit()
    canvas.set_result(None)
    frame = canvas.picture_place()
    shown = canvas.grab().toImage().pixelColor(frame.center().toPoint())
    assert shown.red() == 220 or min(frame.width(), frame.height()) < 2
    canvas.set_content(np.zeros((0, 0, 3), np.uint8))
    assert canvas.picture_place().isEmpty()


def test_a_coarse_result_is_soft_and_a_close_photo_is_squares(canvas: Canvas) -> None:
    stripes = np.zeros((64, 64, 3), np.uint8)
    stripes[:, ::2] = 255
    coarse = np.zeros((8, 8, 3), np.uint8)
    coarse[:, ::2] = 255

    def levels() -> int:
        shot = canvas.grab().toImage()
        return len({shot.pixelColor(x, 300).red() for x in range(250, 350)})

    canvas.set_content(stripes)
    canvas.set_zoom(2.0)
    assert levels() > 2
    canvas.set_zoom(8.0)
    assert levels() == 2
    canvas.set_result(coarse)
    assert levels() > 20


def test_a_small_photo_of_a_large_picture_is_averaged_not_picked(canvas: Canvas) -> None:
    fine = np.zeros((1500, 1500, 3), np.uint8)
    fine[:, ::2] = 255
    canvas.set_content(fine)
    shot = canvas.grab().toImage()
    shown = [shot.pixelColor(x, 300).red() for x in range(100, 500)]
    assert min(shown) > 90
    assert max(shown) < 165
    assert sum(shown) / len(shown) == pytest.approx(127, abs=3)


def test_results_may_come_faster_than_they_are_painted(qtbot: QtBot, full: Canvas) -> None:
    full.set_split(True)
    for step in range(300):
        full.set_result(plain(step % 256, 20 + step % 50, 30))
        if step % 100 == 50:
            full.set_content(plain(40, 60 + step, 50))
    full.set_split(False)
    assert red_at(full, 300, 300) == 299 % 256


def test_on_a_fine_screen_one_to_one_is_the_devices_pixels() -> None:
    rng = np.random.default_rng(3)
    picture = rng.integers(0, 255, (40, 60, 3), dtype=np.uint8)
    layer = Layer()
    layer.set(picture)
    screen = QImage(60, 40, QImage.Format.Format_RGB32)
    screen.setDevicePixelRatio(2.0)
    painter = QPainter(screen)
    frame = QRectF(0, 0, 30, 20)
    layer.paint(painter, frame, frame, 2.0, base=QSize(60, 40), sharp=False)
    painter.end()
    for x, y in ((0, 0), (59, 39), (17, 23)):
        colour = screen.pixelColor(x, y)
        assert [colour.red(), colour.green(), colour.blue()] == picture[y, x].tolist()


# Before and after


def test_the_line_follows_the_pointer(qtbot: QtBot, full: Canvas) -> None:
    hover(full, place_of(full, 0.3, 0.5))
    assert full.split_at() == 0.5
    with qtbot.waitSignal(full.split_changed):
        qtbot.keyClick(full, Qt.Key.Key_S)
    with qtbot.waitSignal(full.split_moved):
        hover(full, place_of(full, 0.3, 0.5))
    assert full.split_at() == pytest.approx(0.3, abs=0.01)
    left, right = place_of(full, 0.2, 0.5), place_of(full, 0.4, 0.5)
    assert red_at(full, left.x(), left.y()) == 40
    assert red_at(full, right.x(), right.y()) == 200
    hover(full, QPoint(2, 300))
    assert full.split_at() == 0.0


def test_the_line_goes_by_keyboard_and_stays_inside(qtbot: QtBot, full: Canvas) -> None:
    full.set_split(True)
    assert full.accessibleName() == "Before and after, 100 × 100 pixels"
    qtbot.keyClick(full, Qt.Key.Key_Right)
    assert full.split_at() == pytest.approx(0.52)
    for _ in range(9):
        qtbot.keyClick(full, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert full.split_at() == 0.0
    assert full.grab().toImage().pixelColor(300, 200).red() == 200


def test_without_a_result_there_is_no_line(full: Canvas) -> None:
    full.set_split(True)
    full.set_result(None)
    hover(full, place_of(full, 0.3, 0.5))
    assert full.split_at() == 0.5
    assert full.accessibleName() == "Picture, 100 × 100 pixels"
    assert red_at(full, 450, 200) == 40
    full.set_result(plain(200))
    assert red_at(full, 450, 200) == 200
    assert red_at(full, 150, 200) == 40


def test_before_and_after_are_written_on_the_halves_while_there_is_room(full: Canvas) -> None:
    full.set_split(True)

    def written(x: float) -> bool:
        frame = full.picture_place()
        shot = full.grab().toImage()
        y = round(frame.bottom() - 24)
        across = range(round(frame.left() + x), round(frame.left() + x) + 40)
        return len({shot.pixelColor(column, y).red() for column in across}) > 3

    assert written(20)
    full.move_split(0.02)
    assert not written(20)


@pytest.mark.parametrize("split", [False, True])
def test_the_photo_alone_is_seen_as_long_as_b_is_held(qtbot: QtBot, full: Canvas, split: bool) -> None:
    full.set_split(split)
    at = place_of(full, 0.8, 0.3)
    qtbot.keyPress(full, Qt.Key.Key_B)
    assert red_at(full, at.x(), at.y()) == 40
    qtbot.keyRelease(full, Qt.Key.Key_B)
    assert red_at(full, at.x(), at.y()) == 200
    qtbot.keyPress(full, Qt.Key.Key_B)
    full.clearFocus()
    assert red_at(full, at.x(), at.y()) == 200


# Zoom and pan


def test_the_wheel_zooms_where_the_pointer_is(qtbot: QtBot, full: Canvas) -> None:
    at = place_of(full, 0.25, 0.75)
    with qtbot.waitSignal(full.zoom_changed) as told:
        wheel(full, at, 4)
    assert told.args == [full.zoom()]
    after = place_of(full, 0.25, 0.75)
    assert abs(after.x() - at.x()) <= 1
    assert abs(after.y() - at.y()) <= 1
    wheel(full, at, 200)
    assert full.zoom() == 32.0
    wheel(full, at, -400)
    assert full.zoom() == 0.05


def test_keys_zoom_and_a_fitted_picture_follows_the_window(qtbot: QtBot, full: Canvas) -> None:
    fitted = full.zoom()
    assert full.is_fitted()
    qtbot.keyClick(full, Qt.Key.Key_Plus)
    assert full.zoom() > fitted
    assert not full.is_fitted()
    qtbot.keyClick(full, Qt.Key.Key_Minus)
    assert full.zoom() == pytest.approx(fitted)
    qtbot.keyClick(full, Qt.Key.Key_1)
    assert full.zoom() == 1.0
    full.resize(500, 400)
    assert full.zoom() == 1.0
    qtbot.keyClick(full, Qt.Key.Key_0)
    assert full.picture_place().height() == pytest.approx(400 - 2 * theme.SPACING.margin)
    full.resize(600, 600)
    assert full.zoom() == pytest.approx(fitted)


def test_a_double_click_goes_to_its_own_pixels_and_back(qtbot: QtBot, canvas: Canvas) -> None:
    canvas.set_content(plain(40, 2000, 2000))
    fitted = canvas.zoom()
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert canvas.zoom() == 1.0
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=MIDDLE)
    assert canvas.zoom() == fitted


def test_a_close_picture_is_pushed_by_hand_and_by_keys(qtbot: QtBot, full: Canvas) -> None:
    full.set_zoom(20.0)
    before = full.picture_place()
    drag(full, MIDDLE, MIDDLE + QPoint(30, 20), MIDDLE + QPoint(50, -10))
    assert full.picture_place().topLeft() == before.topLeft() + QPointF(50, -10)
    qtbot.keyClick(full, Qt.Key.Key_Right)
    assert full.picture_place().left() < before.left() + 50
    full.set_split(True)
    at = full.picture_place()
    drag(full, MIDDLE, MIDDLE + QPoint(30, 20))
    assert full.picture_place() == at
    drag(full, MIDDLE, MIDDLE + QPoint(30, 20), button=Qt.MouseButton.MiddleButton)
    assert full.picture_place() != at
    at = full.picture_place()
    qtbot.keyPress(full, Qt.Key.Key_Space)
    drag(full, MIDDLE, MIDDLE + QPoint(30, 20))
    qtbot.keyRelease(full, Qt.Key.Key_Space)
    assert full.picture_place() != at


def test_two_fingers_zoom_where_they_are(full: Canvas) -> None:
    before, at = full.zoom(), place_of(full, 0.25, 0.75)
    kind = Qt.NativeGestureType.ZoomNativeGesture
    device = QPointingDevice.primaryPointingDevice()
    where, far = QPointF(at), QPointF(full.mapToGlobal(at))
    QApplication.sendEvent(full, QNativeGestureEvent(kind, device, 2, where, where, far, 0.5, QPointF()))
    assert full.zoom() == pytest.approx(1.5 * before)
    pinch = QPinchGesture()
    pinch.setScaleFactor(2.0)
    pinch.setCenterPoint(far)
    QApplication.sendEvent(full, QGestureEvent([pinch]))
    assert full.zoom() == pytest.approx(3 * before)
    after = place_of(full, 0.25, 0.75)
    assert abs(after.x() - at.x()) <= 1
    assert abs(after.y() - at.y()) <= 1


def test_a_new_result_does_not_move_what_is_looked_at(full: Canvas) -> None:
    full.set_zoom(9.0, QPointF(200, 100))
    before = full.picture_place()
    full.set_result(plain(10, 50, 50))
    assert full.picture_place() == before


# Looks


@pytest.mark.parametrize("scheme", list(theme.Scheme))
def test_the_ground_is_the_stage_and_the_keyboard_has_a_ring(
    qtbot: QtBot, qapp: QApplication, full: Canvas, scheme: theme.Scheme
) -> None:
    theme.apply(qapp, scheme)
    table = theme.colours()
    full.setProperty("ring", False)
    assert full.grab().toImage().pixelColor(0, 300).name() == table.stage
    full.setProperty("ring", True)
    assert full.grab().toImage().pixelColor(0, 300).name() == table.accent_text
