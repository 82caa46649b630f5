from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.actions import TABLE, KeySheet
from desktop.ui.main_window import MainWindow
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.page import Page
from tests.ui.accessible import unnamed_controls


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    for title, icon in (("Live", "live"), ("People", "people"), ("Compare", "compare")):
        made.add_page(Page(title), title, icon)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_the_first_page_is_shown_first(window: MainWindow) -> None:
    assert window.page() is window.pages()[0]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_ctrl_and_a_number_shows_a_page(qtbot: QtBot, window: MainWindow, number: int) -> None:
    window.show_page(window.pages()[-number])
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    assert window.page() is window.pages()[number - 1]
    checked = [button.text() for button in window.findChildren(QToolButton) if button.isChecked()]
    assert checked == [window.pages()[number - 1].accessibleName()]


def test_a_click_in_the_rail_shows_a_page(qtbot: QtBot, window: MainWindow) -> None:
    button = next(button for button in window.findChildren(QToolButton) if button.text() == "People")
    with qtbot.waitSignal(window.page_shown) as shown:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown.args == [window.pages()[1]]


def test_many_pages_find_room_in_the_smallest_window(qtbot: QtBot, window: MainWindow) -> None:
    for number in range(4, 13):
        window.add_page(Page(f"Page {number}"), f"Page {number}", "learn")
    style = Qt.ToolButtonStyle
    buttons = [each for each in window.findChildren(QToolButton) if each.property("kind") == "rail"]
    for height, wanted in ((560, style.ToolButtonIconOnly), (1000, style.ToolButtonTextUnderIcon)):
        window.resize(880, height)
        qtbot.waitUntil(lambda wanted=wanted: all(each.toolButtonStyle() == wanted for each in buttons))
        qtbot.waitUntil(
            lambda: all(one.geometry().bottom() < other.geometry().top() for one, other in pairwise(buttons))
        )
        assert all(each.height() >= each.sizeHint().height() for each in buttons)
        assert all(each.toolTip() for each in buttons)  # the word of an icon


def test_light_and_dark_are_switched_and_told(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.scheme_changed) as told:
        qtbot.keyClick(
            window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
    assert told.args == ["light"]
    assert window.grab().toImage().pixelColor(600, 300).name() == theme.LIGHT.page
    window.toggle_scheme()
    assert window.grab().toImage().pixelColor(600, 300).name() == theme.DARK.page


def test_the_window_comes_back_where_it_was(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(880, 620)  # the offscreen screen is 800 wide, and Qt keeps windows on it
    again = MainWindow(geometry=window.geometry_text())
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (880, 620)


@pytest.mark.parametrize("text", ["", "nonsense", "äöü", "AAAA"])
def test_damaged_geometry_gives_the_usual_window(qtbot: QtBot, text: str) -> None:
    again = MainWindow(geometry=text)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (1280, 800)


def test_the_status_line_shows_what_it_is_told(window: MainWindow) -> None:
    window.status.set_camera("Front camera")
    window.status.set_rate("30 shown")
    window.status.set_device("Processor")
    window.status.set_model("SFace")
    assert window.status.texts() == ("Front camera", "30 shown", "Processor", "SFace")
    shown = {each.accessibleName() for each in window.status.findChildren(QLabel) if each.isVisible()}
    assert "Camera: Front camera" in shown
    window.status.set_camera("")
    assert not any(
        each.isVisible() for each in window.status.findChildren(QLabel) if "Camera" in each.accessibleName()
    )


def test_pages_about_the_program_stand_at_the_foot_with_keys_of_their_own(
    qtbot: QtBot, window: MainWindow
) -> None:
    about = Page("Settings")
    window.add_page(about, "Settings", "settings", foot=True, keys=("Ctrl+,",))
    window.add_page(Page("Learn"), "Learn", "learn")
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.page() is about
    foot = next(each for each in window.findChildren(QToolButton) if each.text() == "Settings")
    assert foot.isChecked()
    assert "Ctrl+," in foot.toolTip()
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)  # it takes no number away
    assert window.page() is window.pages()[-1]
    qtbot.mouseClick(foot, Qt.MouseButton.LeftButton)
    assert window.page() is about
    learn = next(each for each in window.findChildren(QToolButton) if each.text() == "Learn")
    qtbot.waitUntil(
        lambda: foot.mapTo(window, QPoint(0, 0)).y() > learn.mapTo(window, learn.rect().bottomLeft()).y()
    )


def test_a_question_mark_lists_the_shortcuts_that_work(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Question)
    sheet = window.findChild(KeySheet)
    assert sheet is not None
    texts = [each.text() for each in sheet.findChildren(QLabel)]
    assert "Go to People" in texts
    assert "Ctrl+2" in texts
    assert unnamed_controls(sheet) == []
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_page_hears_its_keys_only_while_it_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    done: list[str] = []
    second = window.pages()[1]
    window.actions_table.add("people.add", lambda: done.append("people"), second)
    window.actions_table.add("compare.clear", lambda: done.append("compare"), window.pages()[2])
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert done == []
    window.show_page(second)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert done == ["people"]


def test_no_two_actions_of_one_part_share_keys() -> None:
    for part in {name.split(".")[0] for name in TABLE} - {"window"}:
        keys = [
            QKeySequence(key).toString()
            for name, entry in TABLE.items()
            if name.split(".")[0] in (part, "window")
            for key in entry.keys
        ]
        assert all(keys)
        assert len(keys) == len(set(keys)), part


def test_every_control_has_a_name(window: MainWindow) -> None:
    window.notices.error("It failed.", "details")
    page = window.pages()[1]
    assert isinstance(page, Page)
    page.body.addWidget(EmptyState("person", "Nobody is enrolled yet", "Add a person"))
    assert unnamed_controls(window) == []


def test_the_helper_finds_what_has_no_name(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    QToolButton(root)
    assert unnamed_controls(root) == ["QToolButton  in QWidget"]


def test_closing_is_told_before_the_window_goes(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()


def test_the_keyboard_shows_where_it_is_and_the_mouse_does_not(qtbot: QtBot, window: MainWindow) -> None:
    page = window.pages()[0]
    assert isinstance(page, Page)
    field = QLineEdit()
    page.body.addWidget(field)
    qtbot.waitUntil(lambda: field.y() > 100)
    button = next(each for each in window.findChildren(QToolButton) if each.isVisible())
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Tab)
    here = window.focusWidget()
    assert here is not None
    assert here.property("ring") is True
    # Through the window, so that Qt knows of the pressed button as it does with a real mouse.
    handle, place = window.windowHandle(), field.mapTo(window, field.rect().center())
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    qtbot.waitUntil(field.hasFocus)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert not here.property("ring")
    assert not field.property("ring")
