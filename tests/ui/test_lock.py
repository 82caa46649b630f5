"""Locking the people: after a time without input, by a clock of the test's own, and when asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.settings import Settings, save
from desktop.ui.choices import Choices
from desktop.ui.lock import Lock
from desktop.ui.main_window import MainWindow
from desktop.ui.notices import DetailsDialog
from desktop.ui.widgets.dialogs import ConfirmDialog
from desktop.ui.widgets.page import Page
from desktop.work.messages import VaultState
from tests import fakes


class Watched:
    """A window that somebody leaves alone for as long as the test says."""

    def __init__(self, qtbot: QtBot, file: Path, minutes: int) -> None:
        save(Settings(lock_minutes=minutes), file)
        self.now = 1000.0
        self.core = fakes.FakeCore([fakes.person("Ada")])
        self.people = self.core.people
        self.choices = Choices(file)
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        page = Page("Live")
        self.field = QLineEdit()
        self.field.setAccessibleName("A field")
        page.body.addWidget(self.field)
        self.window.add_page(page, "Live", "live")
        self.lock = Lock(self.core, self.choices, self.window, lambda: self.now)  # type: ignore[arg-type]
        self.window.show()

    def leave(self, seconds: float) -> None:
        """Nobody touches anything for so long."""
        self.now += seconds
        self.lock.look()

    def asked(self) -> int:
        return len(self.people.asked("lock"))

    def locked(self) -> None:
        """The core says that it is done."""
        self.people.set_vault(VaultState("locked"))
        fakes.finish(self.people.tasks[-1])


@pytest.fixture
def watched(qtbot: QtBot, tmp_path: Path) -> Iterator[Watched]:
    made = Watched(qtbot, tmp_path / "settings.json", 5)
    yield made
    made.window.close()


def test_the_people_are_locked_after_the_time_without_input(watched: Watched) -> None:
    watched.leave(299)
    assert watched.asked() == 0
    watched.leave(1)
    assert watched.asked() == 1
    watched.leave(60)  # it is under way
    assert watched.asked() == 1
    watched.locked()
    watched.leave(600)  # there is nothing left to lock
    assert watched.asked() == 1
    assert [notice.sentence for notice in watched.window.notices.shown()] == ["The people are locked."]


def test_every_touch_starts_the_time_anew(qtbot: QtBot, watched: Watched) -> None:
    watched.leave(290)
    qtbot.keyClick(watched.field, Qt.Key.Key_A)
    watched.leave(290)
    assert watched.asked() == 0
    qtbot.mouseClick(watched.field, Qt.MouseButton.LeftButton)
    watched.leave(299)
    assert watched.asked() == 0
    watched.leave(1)
    assert watched.asked() == 1


def test_never_is_the_usual_and_a_change_counts_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    made = Watched(qtbot, tmp_path / "settings.json", 0)
    made.leave(1e6)
    assert made.asked() == 0
    made.choices.change(lock_minutes=1)
    made.leave(59)  # from the choice on
    assert made.asked() == 0
    made.leave(1)
    assert made.asked() == 1
    made.window.close()


def test_training_on_the_enrolled_holds_it_off(watched: Watched) -> None:
    watched.core.learn.teaching = True
    watched.leave(3600)
    assert watched.asked() == 0
    watched.core.learn.teaching = False
    watched.leave(0)
    assert watched.asked() == 1


def test_who_comes_back_before_it_is_done_keeps_the_people_open(qtbot: QtBot, watched: Watched) -> None:
    watched.leave(300)
    task = watched.people.tasks[-1]
    qtbot.keyClick(watched.field, Qt.Key.Key_A)
    assert task.stopped
    task.cancelled.emit()
    task.ended.emit()
    watched.leave(299)
    assert watched.asked() == 1
    watched.leave(1)
    assert watched.asked() == 2


def test_locking_when_asked_is_not_called_off_by_a_touch(qtbot: QtBot, watched: Watched) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(watched.window, Qt.Key.Key_K, both)
    assert watched.asked() == 1
    qtbot.keyClick(watched.field, Qt.Key.Key_A)
    assert not watched.people.tasks[-1].stopped
    assert watched.lock.action.isEnabled()
    watched.locked()
    assert not watched.lock.action.isEnabled()
    watched.people.set_vault(VaultState("open"))
    assert watched.lock.action.isEnabled()


def test_what_floats_over_the_pages_with_names_goes(qtbot: QtBot, watched: Watched) -> None:
    watched.window.notices.info("Ada was renamed.", lambda: None)
    question = ConfirmDialog("Erase Ada?", "For good.", "Erase", watched.window)
    question.open()
    report = DetailsDialog("A report", "to read", watched.window)
    report.open()
    watched.lock.lock()
    watched.locked()
    assert not question.isVisible()
    assert report.isVisible()
    assert [notice.sentence for notice in watched.window.notices.shown()] == ["The people are locked."]
    report.close()


def test_a_lock_that_waits_for_a_job_is_said_to_come(qtbot: QtBot, watched: Watched) -> None:
    watched.lock.lock()
    watched.lock._soon.setInterval(0)
    watched.lock._soon.start()
    qtbot.waitUntil(lambda: bool(watched.window.notices.shown()))
    assert "as soon as" in watched.window.notices.shown()[0].sentence


def test_a_start_that_finds_them_locked_puts_nothing_away(watched: Watched) -> None:
    watched.people.set_vault(VaultState("locked"))
    watched.window.notices.clear()
    watched.window.notices.info("Models are missing.")
    watched.people.set_vault(VaultState("failed"))
    assert [notice.sentence for notice in watched.window.notices.shown()] == ["Models are missing."]
