"""The page that checks this computer: each finding with a sign and a word, and a way to mend it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.doctor import check as check_module
from desktop.doctor.check import Check
from desktop.progress import Progress
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.checkup import words
from desktop.ui.pages.checkup.page import CheckupPage
from tests import fakes
from tests.ui.accessible import unnamed_controls

FINE = (
    Check("home", True, "“{path}” can be written.", fields={"path": "/home/ada/likeness"}),
    Check("keys", True, "The system's key store locks the enrolled."),
)
OPEN = (
    Check("weights", False, "Weights that recognition needs are missing: {names}.",
          "Run “likeness models fetch”, or open Models.", {"names": "sface"}),
    Check("device", False, "This machine has no “{device}” device that torch can use.",
          "Choose auto or cpu, with --device or in the settings.", {"device": "cuda"}),
    Check("camera", False, "No camera was found.",
          "Plug one in, or allow its use in the system's privacy settings; videos and pictures work "
          "without."),
)  # fmt: skip


class Shown:
    """The page in its window, on fake sessions."""

    def __init__(self, qtbot: QtBot) -> None:
        self.core = fakes.FakeCore()
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.page = CheckupPage(self.core, self.window.notices)  # type: ignore[arg-type]
        self.window.add_page(self.page, "Check this computer", "checkup")
        self.window.show()


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    made = Shown(qtbot)
    yield made
    made.window.close()


def test_nothing_is_looked_at_before_somebody_asks(qtbot: QtBot, shown: Shown) -> None:
    assert shown.core.doctor.calls == []
    assert not shown.page.copy_button.isVisible()
    assert unnamed_controls(shown.window) == []
    qtbot.mouseClick(shown.page.blank.button, Qt.MouseButton.LeftButton)
    assert shown.core.doctor.asked("look") == [()]


def test_the_look_tells_how_far_it_is_and_is_cancelled(shown: Shown) -> None:
    shown.page.look()
    shown.page.look()  # one look at a time
    assert shown.core.doctor.asked("look") == [()]
    task = shown.core.doctor.tasks[-1]
    task.progressed.emit(Progress(3, 6, "weights"))
    assert shown.page.progress is not None
    assert shown.page.progress.bar.accessibleName() == "Looking: Weights"
    assert shown.page.progress.bar.value() == 500
    shown.page.progress.cancel_button.click()
    task.cancelled.emit()
    task.ended.emit()
    assert shown.page.progress is None
    assert shown.page.blank.isVisible()


def test_each_finding_has_a_sign_and_a_word_and_its_advice(shown: Shown) -> None:
    shown.core.doctor.find(*FINE, *OPEN)
    assert [row.word.text() for row in shown.page.rows] == ["Fine", "Fine", "To do", "To do", "To do"]
    assert all(
        not label.pixmap().isNull() for row in shown.page.rows for label in row.findChildren(QLabel)[:1]
    )
    weights = shown.page.rows[2]
    assert weights.accessibleName() == (
        "Weights: To do. Weights that recognition needs are missing: sface. "
        "Run “likeness models fetch”, or open Models."
    )
    assert shown.page.subtitle.text() == "3 things are to be done."
    assert unnamed_controls(shown.window) == []
    shown.core.doctor.find(*FINE)
    assert shown.page.subtitle.text() == "Everything works."


def test_every_open_finding_has_a_way_to_mend_it(
    qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown.core.doctor.find(*FINE, *OPEN)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    went: list[str] = []
    shown.page.show_page.connect(went.append)
    for row in shown.page.rows:
        if row.button is not None:
            row.button.click()
    assert opened == [str(shown.core.home.root)]
    assert shown.core.models.asked("fetch") == [(None,)]
    assert went == ["models", "settings", "live"]


def test_the_report_is_copied_without_paths(qtbot: QtBot, shown: Shown) -> None:
    shown.core.doctor.find(*FINE, *OPEN)
    qtbot.mouseClick(shown.page.copy_button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert "home: fine. “the home folder” can be written." in text
    assert "ada" not in text


def test_every_sentence_of_a_check_is_marked_for_translation() -> None:
    """What the modules hand to Check, read from their source."""
    folder = Path(check_module.__file__).parent
    said: set[str] = set()
    for file in folder.glob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        named = {
            target.id: node.value.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Constant)
            for target in ([node.target] if isinstance(node, ast.AnnAssign) else node.targets)
            if isinstance(target, ast.Name)
        } | {"INSTALL_AGAIN": check_module.INSTALL_AGAIN}
        local = {name: text for name, text in named.items() if isinstance(text, str)}
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Check":
                for argument in call.args[2:4]:
                    if isinstance(argument, ast.Constant):
                        said.add(argument.value)
                    elif isinstance(argument, ast.Name):
                        said.add(local[argument.id])
    assert len(said) > 20
    assert said == set(words.MARKED)
