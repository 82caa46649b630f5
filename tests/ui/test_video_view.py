from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.camera.latest import Latest
from desktop.camera.source import Frame
from desktop.ui import theme
from desktop.ui.widgets.face_overlay import FOLLOW_SECONDS, FaceOverlay
from desktop.ui.widgets.video_view import VideoView

LEFT = FaceOverlay(7, (20.0, 20.0, 40.0, 40.0))
RIGHT = FaceOverlay(3, (120.0, 20.0, 40.0, 40.0), "Lin", "known", 0.9)


def picture(level: int = 120) -> np.ndarray:
    return np.full((100, 200, 3), level, np.uint8)


@pytest.fixture
def view(qtbot: QtBot) -> VideoView:
    made = VideoView()
    made.resize(400, 400)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_picture(picture())
    return made


def test_the_newest_frame_is_shown_and_none_twice(qtbot: QtBot, view: VideoView) -> None:
    mailbox: Latest[Frame] = Latest()
    seen: list[int] = []
    view.painted.connect(seen.append)
    view.set_pull(mailbox.take)
    for index in (1, 2, 3):
        mailbox.put(Frame(picture(), index, index / 30))
    qtbot.waitUntil(lambda: seen == [3])
    mailbox.put(Frame(picture(), 4, 4 / 30))
    qtbot.waitUntil(lambda: seen == [3, 4])
    assert view.painted_rate() >= 2


def test_nothing_is_pulled_while_nobody_looks(qtbot: QtBot, view: VideoView) -> None:
    asked: list[int] = []
    view.set_pull(lambda: asked.append(1))
    qtbot.waitUntil(lambda: len(asked) > 1)
    view.hide()
    before = len(asked)
    qtbot.wait(60)
    assert len(asked) == before


def test_the_picture_is_whole_with_round_corners_on_the_page(view: VideoView) -> None:
    shot = view.grab().toImage()
    assert view.picture_place().toRect() == QRect(0, 100, 400, 200)
    assert shot.pixelColor(200, 200).red() == 120
    assert shot.pixelColor(1, 101).name() == theme.DARK.page
    assert shot.pixelColor(200, 20).alpha() == 0 or shot.pixelColor(200, 20).name() == theme.DARK.page


def test_a_face_is_clicked_with_the_mouse(qtbot: QtBot, view: VideoView) -> None:
    view.set_faces([LEFT, RIGHT])
    with qtbot.waitSignal(view.face_clicked) as told:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(80, 180))
    assert told.args == [7, QRect(40, 140, 80, 80)]
    with qtbot.assertNotEmitted(view.face_clicked):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 280))
        qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=QPoint(80, 180))


def test_of_two_faces_the_one_in_front_is_clicked(qtbot: QtBot, view: VideoView) -> None:
    view.set_faces([FaceOverlay(1, (0, 0, 190, 99)), FaceOverlay(2, (20, 20, 30, 30))])
    with qtbot.waitSignal(view.face_clicked) as told:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(70, 170))
    assert told.args is not None
    assert told.args[0] == 2


def test_a_mirrored_picture_mirrors_its_faces(qtbot: QtBot, view: VideoView) -> None:
    half = picture()
    half[:, :100] = 0
    view.show_picture(half)
    view.set_faces([LEFT])
    view.set_mirror(True)
    assert view.face_place(7) == QRect(280, 140, 80, 80)
    assert view.grab().toImage().pixelColor(390, 280).red() == 0
    assert view.grab().toImage().pixelColor(30, 280).red() == 120


@pytest.mark.parametrize("mirror", [False, True])
def test_the_keyboard_goes_through_faces_from_left_to_right(
    qtbot: QtBot, view: VideoView, mirror: bool
) -> None:
    view.set_mirror(mirror)
    view.set_faces([RIGHT, LEFT])
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    order = []
    for _ in range(2):
        order.append(view.focused_track())
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert order == ([3, 7] if mirror else [7, 3])
    with qtbot.waitSignal(view.face_clicked) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0] == order[-1]


def test_tab_walks_the_faces_and_then_leaves(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    row = QHBoxLayout(root)
    before, view, after = QLineEdit(), VideoView(), QLineEdit()
    for each in (before, view, after):
        row.addWidget(each)
    with qtbot.waitActive(root):
        root.show()
        root.activateWindow()
    view.show_picture(picture())
    view.set_faces([LEFT, RIGHT])
    before.setFocus()
    seen = []
    for _ in range(3):
        qtbot.keyClick(root.focusWidget(), Qt.Key.Key_Tab)
        seen.append((root.focusWidget(), view.focused_track()))
    assert seen == [(view, 7), (view, 3), (after, None)]
    qtbot.keyClick(after, Qt.Key.Key_Backtab)
    assert (root.focusWidget(), view.focused_track()) == (view, 3)


def test_a_box_follows_its_face_between_inferences_but_not_for_ever(view: VideoView) -> None:
    moving = FaceOverlay(1, (20, 20, 40, 40), velocity=(100.0, 0.0))
    view.show_picture(picture(), seconds=1.1)
    view.set_faces([moving], seconds=1.0)
    assert view.face_place(1) == QRect(60, 140, 80, 80)
    view.show_picture(picture(), seconds=9.0)
    assert view.face_place(1).left() == round((20 + 100 * FOLLOW_SECONDS) * 2)


def test_a_screen_reader_hears_who_is_there_and_what_can_be_done(qtbot: QtBot, view: VideoView) -> None:
    assert view.accessibleName() == "Live picture"
    view.set_faces([RIGHT, LEFT])
    assert view.accessibleDescription() == "Not recognised, Lin"
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.accessibleDescription() == "Not recognised · click to name"
    view.set_faces([])
    assert view.accessibleDescription() == "No faces"


def test_a_face_that_leaves_takes_the_keyboard_off_it(qtbot: QtBot, view: VideoView) -> None:
    view.set_faces([LEFT])
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.focused_track() == 7
    view.set_faces([RIGHT])
    assert view.focused_track() is None
    with qtbot.assertNotEmitted(view.face_clicked):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_a_new_source_starts_empty(view: VideoView) -> None:
    view.set_faces([LEFT])
    view.clear()
    assert view.frame() is None
    assert view.faces() == ()
    assert view.face_place(7).isEmpty()
    assert view.grab().toImage().pixelColor(200, 200).name() == theme.DARK.stage


def test_every_kind_of_face_is_drawn_at_every_size(view: VideoView) -> None:
    plain = view.grab().toImage()
    for kind in ("known", "unknown", "unsure", "new"):
        for box in ((20, 20, 60, 60), (-30, -30, 400, 400), (190, 95, 3, 2), (60, 30, 0, 0)):
            view.set_faces([FaceOverlay(1, box, "A very long name " * 9, kind, 0.7)])  # type: ignore[arg-type]
            view.grab()
        view.set_faces([FaceOverlay(1, (20, 20, 60, 60), "", kind)])  # type: ignore[arg-type]
        assert view.grab().toImage() != plain
