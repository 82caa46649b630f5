from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer, qCritical
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import NoFace
from desktop.report import chain, scrubbed
from desktop.ui.crash import CrashReporter, report
from desktop.work.messages import Failure
from tests.ui.accessible import unnamed_controls

SECRET = "".join(("Ann", "abel"))


@pytest.fixture
def crashes(qtbot: QtBot) -> Iterator[CrashReporter]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = CrashReporter(window)
    made.install()
    yield made
    made.remove()
    if (dialog := made.dialog()) is not None:
        dialog.reject()


def raised(error: BaseException) -> BaseException:
    try:
        raise error
    except BaseException as caught:
        return caught


def hook(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_the_report_is_shown_first_and_copied_on_request(qtbot: QtBot, crashes: CrashReporter) -> None:
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(crashes.reported):
        hook(raised(ValueError("x")))
    dialog = crashes.dialog()
    assert dialog is not None
    assert dialog.isVisible()
    assert "ValueError" in dialog.text.toPlainText()
    assert "test_crash.py" in dialog.text.toPlainText()
    assert QGuiApplication.clipboard().text() == ""
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    assert unnamed_controls(dialog) == []


def test_a_thread_that_fails_reaches_the_same_window(qtbot: QtBot, crashes: CrashReporter) -> None:
    def fail() -> None:
        raise RuntimeError("in a thread")

    with qtbot.waitSignal(crashes.reported) as told:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    assert told.args is not None
    assert "RuntimeError" in told.args[0]


def test_one_window_at_a_time(qtbot: QtBot, crashes: CrashReporter) -> None:
    with qtbot.waitSignal(crashes.reported):
        hook(raised(ValueError()))
    first = crashes.dialog()
    assert first is not None
    with qtbot.assertNotEmitted(crashes.reported):
        hook(raised(KeyError(SECRET)))
        qtbot.waitUntil(lambda: "KeyError" in first.text.toPlainText())
    assert crashes.dialog() is first
    assert "ValueError" in first.text.toPlainText()  # both are read, and copied together
    assert SECRET not in first.text.toPlainText()
    first.reject()
    with qtbot.waitSignal(crashes.reported):
        hook(raised(OSError()))


def test_what_was_read_once_is_not_shown_again(
    qtbot: QtBot, crashes: CrashReporter, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(crashes.reported):
        hook(raised(ValueError()))
    dialog = crashes.dialog()
    assert dialog is not None
    dialog.reject()
    caplog.clear()
    with qtbot.assertNotEmitted(crashes.reported):
        for _ in range(100):
            hook(raised(ValueError()))
        QApplication.processEvents()
    assert crashes.dialog() is None
    assert not caplog.records  # the log has the first, and is not turned over by the rest


def test_a_slot_that_fails_reaches_the_window(qtbot: QtBot, crashes: CrashReporter) -> None:
    def fail() -> None:
        raise RuntimeError(SECRET)

    with qtbot.waitSignal(crashes.reported) as told:
        QTimer.singleShot(0, fail)
    assert told.args is not None
    assert "RuntimeError" in told.args[0]
    assert SECRET not in told.args[0]


class Unpaintable(QWidget):
    """Fails with every paint."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        raise ZeroDivisionError("by a face")


def test_a_paint_event_that_fails_is_shown_once_and_the_window_lives(
    qtbot: QtBot, crashes: CrashReporter
) -> None:
    painted = Unpaintable()
    qtbot.addWidget(painted)
    told: list[str] = []
    crashes.reported.connect(told.append)
    painted.show()
    qtbot.waitUntil(lambda: bool(told))
    for _ in range(5):
        painted.update()
        QApplication.processEvents()
    dialog = crashes.dialog()
    assert dialog is not None
    assert dialog.text.toPlainText().count("builtins.ZeroDivisionError") == 1
    dialog.reject()
    painted.update()
    QApplication.processEvents()
    assert crashes.dialog() is None
    assert len(told) == 1
    assert "paintEvent" in told[0]


def test_a_lanes_bug_can_be_copied_without_names(caplog: pytest.LogCaptureFixture) -> None:
    failure = Failure.of(raised(ValueError(f"{SECRET} in /home/{SECRET}/a.png")))
    assert not failure.expected
    assert "ValueError" in failure.details
    assert "test_crash.py" in failure.details
    assert SECRET not in failure.details + caplog.text


def test_an_expected_failure_becomes_a_notice_not_a_crash(qtbot: QtBot, crashes: CrashReporter) -> None:
    error = raised(NoFace(picture="a.jpg", size=40))
    with qtbot.waitSignal(crashes.expected) as told:
        hook(error)
    assert told.args == [error]
    assert crashes.dialog() is None


def test_a_grave_message_of_qt_is_reported(qtbot: QtBot, crashes: CrashReporter) -> None:
    with qtbot.waitSignal(crashes.reported) as told:
        qCritical(f"no screen for “{SECRET}”")
    assert told.args is not None
    assert "no screen for" in told.args[0]
    assert SECRET not in told.args[0]


def test_hooks_are_given_back(crashes: CrashReporter) -> None:
    crashes.remove()
    assert sys.excepthook != crashes._exception
    assert threading.excepthook != crashes._thread_exception


@pytest.mark.parametrize(
    "error",
    [
        ValueError(SECRET),
        KeyError(SECRET),
        FileNotFoundError(2, "No such file", f"/home/{SECRET}/{SECRET}.jpg"),
        TypeError(f"unexpected “{SECRET}” and '{SECRET}'"),
        NoFace(picture=SECRET, size=40),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_report_names_nobody(error: BaseException) -> None:
    text = report(raised(error))
    assert SECRET not in text
    assert type(error).__name__ in text


def test_causes_are_reported_without_names_too() -> None:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise RuntimeError(SECRET) from error
    except RuntimeError as error:
        text = report(error)
    assert "KeyError" in text
    assert "RuntimeError" in text
    assert SECRET not in text


def test_without_words_there_is_no_message_at_all() -> None:
    text = chain(raised(ZeroDivisionError(SECRET)), words=False)
    assert SECRET not in text
    assert "ZeroDivisionError" in text


def test_words_that_python_chose_itself_help_and_stay() -> None:
    text = report(raised(AttributeError("object has no attribute 'x'")))
    assert "object has no attribute" in text


def test_paths_of_the_user_are_left_out() -> None:
    assert scrubbed(f"can't open /home/{SECRET}/a.png now") == "can't open … now"
    assert scrubbed(rf"can't open C:\Users\{SECRET}\a.png now") == "can't open … now"
