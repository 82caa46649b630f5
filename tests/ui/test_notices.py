from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import NoFace
from desktop.ui.notices import MOST, DetailsDialog, Kind, Notice, Notices
from tests.ui.accessible import unnamed_controls


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(900, 700)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def notices(place: QWidget) -> Notices:
    return Notices(place)


def press(qtbot: QtBot, notice: Notice, words: str) -> None:
    button = next(button for button in notice.findChildren(QPushButton) if button.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_notice_stands_inside_the_page_and_goes_when_dismissed(
    qtbot: QtBot, notices: Notices, place: QWidget
) -> None:
    notice = notices.warning("The camera is gone; plug it in again.")
    assert place.rect().contains(notices.geometry())
    place.resize(1200, 500)
    assert place.rect().contains(notices.geometry())
    qtbot.mouseClick(notice.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert notices.shown() == ()
    assert not notices.isVisible()


def test_details_are_shown_in_a_dialog_and_copied(qtbot: QtBot, notices: Notices, place: QWidget) -> None:
    notice = notices.error("It failed.", "line one\nline two")
    press(qtbot, notice, "Details")
    dialog = place.findChild(DetailsDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.text.toPlainText() == "line one\nline two"
    assert unnamed_controls(dialog) == []
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "line one\nline two"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_undo_is_done_once_and_the_notice_leaves(qtbot: QtBot, notices: Notices) -> None:
    done: list[int] = []
    notice = notices.info("Lin was renamed.", undo=lambda: done.append(1))
    press(qtbot, notice, "Undo")
    notice.act()
    assert done == [1]
    assert notices.shown() == ()


def test_an_expected_failure_says_its_sentence(notices: Notices) -> None:
    notice = notices.failure(NoFace(picture="a.jpg", size=40, details="why"))
    assert notice.sentence == (
        "No face was found in “a.jpg”; choose a picture with a face at least 40 pixels wide."
    )
    assert notice.details == "why"
    assert notice.kind is Kind.WARNING


def test_a_bug_says_one_sentence_and_keeps_the_stack_for_copying(notices: Notices) -> None:
    try:
        raise KeyError("x")
    except KeyError as error:
        notice = notices.failure(error)
    assert notice.kind is Kind.ERROR
    assert "Traceback" not in notice.sentence
    assert "KeyError" in notice.details


def test_the_same_notice_again_does_not_pile_up(notices: Notices) -> None:
    for _ in range(20):
        notices.warning("The camera is gone.")
    assert [notice.sentence for notice in notices.shown()] == ["The camera is gone."]


def test_the_stack_stays_small_and_calm_ones_make_room(notices: Notices) -> None:
    notices.info("calm")
    for number in range(MOST):
        notices.error(f"error {number}")
    assert [notice.sentence for notice in notices.shown()] == [f"error {number}" for number in range(MOST)]


def test_a_calm_notice_leaves_by_itself_and_a_warning_stays(notices: Notices) -> None:
    calm, grave = notices.info("done"), notices.warning("look")
    assert calm._timer.isActive()
    assert not grave._timer.isActive()
    calm._timer.timeout.emit()
    assert notices.shown() == (grave,)


@pytest.mark.parametrize("kind", list(Kind))
def test_everything_can_be_reached_and_dismissed_by_keyboard(
    qtbot: QtBot, notices: Notices, kind: Kind
) -> None:
    notice = notices.add(kind, "Something.", "details", ("Again", lambda: None))
    assert unnamed_controls(notice) == []
    assert notice.accessibleName() == "Something."
    notices.focus_newest()
    focused = notice.findChildren(QPushButton)[0]
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert notices.shown() == ()


def test_markup_in_a_name_is_shown_as_it_was_typed(notices: Notices) -> None:
    from PySide6.QtWidgets import QLabel

    notice = notices.info("<b>Lin</b> was added.")
    texts: Callable[[QWidget], list[str]] = lambda root: [each.text() for each in root.findChildren(QLabel)]  # noqa: E731
    assert "<b>Lin</b> was added." in texts(notice)
    assert all(
        each.textFormat() == Qt.TextFormat.PlainText for each in notice.findChildren(QLabel) if each.text()
    )
