"""The Settings page in its window: what is chosen counts at once and is written, and what it says is true."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.faces.thresholds import Calibration
from desktop.progress import Progress
from desktop.settings import Settings, choices, load, save
from desktop.ui import theme
from desktop.ui.choices import Choices
from desktop.ui.following import Following
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.settings import words
from desktop.ui.pages.settings.page import SettingsPage
from desktop.work.messages import DeviceSpeed, Failure, ModelsState, VaultState
from tests import fakes
from tests.ui.accessible import unnamed_controls

CPU = DeviceSpeed("cpu", "CPU, 1 thread, float32")
GPU = DeviceSpeed("cuda", "A fast GPU")


class Shown:
    """The page in its window, on fake sessions and a real file."""

    def __init__(self, qtbot: QtBot, file: Path, now: Settings | None = None) -> None:
        if now is not None:
            save(now, file)
        self.file = file
        self.core = fakes.FakeCore(
            people=[fakes.person("Ada", templates=3)],
            rows=[fakes.row("yunet", "detect", used=True), fakes.row("sface", used=True)],
        )
        self.choices = Choices(file)
        self.window = MainWindow(self.choices.now.scheme)
        qtbot.addWidget(self.window)
        self.page = SettingsPage(self.core, self.choices, self.window.notices)  # type: ignore[arg-type]
        self.window.add_page(self.page, "Settings", "settings")
        self.rates: list[float] = []
        self.following = Following(self.core, self.choices, self.window, self.rates.append)  # type: ignore[arg-type]
        self.window.show()

    def kept(self) -> Settings:
        return load(self.file)

    def told(self) -> list[tuple[object, ...]]:
        return self.core.choices.asked("take")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def shown(qtbot: QtBot, file: Path) -> Iterator[Shown]:
    made = Shown(qtbot, file)
    yield made
    made.window.close()


def pick(box: QComboBox, key: str) -> None:
    """Choose as the keyboard does: down the list to the entry, Enter."""
    box.setFocus()
    keys = [box.itemData(index) for index in range(box.count())]
    box.setCurrentIndex(keys.index(key))
    box.activated.emit(box.currentIndex())


def test_every_control_has_a_name_and_every_choice_a_row(shown: Shown) -> None:
    assert unnamed_controls(shown.window) == []
    named = {each.accessibleName() for each in shown.page.findChildren(QWidget)}
    assert {words.title(choice.name) for choice in choices()} <= named


def test_the_scheme_is_switched_at_once_and_kept(qtbot: QtBot, shown: Shown) -> None:
    control = shown.page.scheme.control
    qtbot.mouseClick(control.segment("light"), Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    assert theme.scheme() is theme.Scheme.LIGHT
    assert shown.kept().scheme == "light"
    assert shown.page.scheme.back_button.isVisible()
    qtbot.mouseClick(shown.page.scheme.back_button, Qt.MouseButton.LeftButton)
    assert theme.scheme() is theme.Scheme.DARK
    assert shown.kept().scheme == "dark"
    assert not shown.page.scheme.back_button.isVisible()


def test_the_scheme_follows_where_it_was_switched_elsewhere(shown: Shown) -> None:
    shown.choices.change(scheme="light")
    assert shown.page.scheme.control.value() == "light"  # type: ignore[attr-defined]
    assert theme.scheme() is theme.Scheme.LIGHT


def test_a_language_is_told_to_whoever_speaks_it(qtbot: QtBot, shown: Shown) -> None:
    box = shown.page.language.control
    assert isinstance(box, QComboBox)
    assert [box.itemText(index) for index in range(3)] == ["As the system has it", "English", "简体中文"]
    with qtbot.waitSignal(shown.choices.changed) as told:
        pick(box, "zh_CN")
    assert told.args == ["language"]
    assert shown.kept().language == "zh_CN"


def test_cameras_are_looked_for_when_the_page_is_seen_and_chosen_for_live(qtbot: QtBot, shown: Shown) -> None:
    assert ("find_cameras",) in shown.core.live.calls
    shown.core.live.cameras_found.emit(("Front camera", "Rear camera"))
    box = shown.page.seeing.cameras
    assert box.keys() == ["", "Front camera", "Rear camera"]
    with qtbot.waitSignal(shown.page.play) as played:
        pick(box, "Rear camera")
    assert played.args == ["Rear camera"]  # Live plays it and keeps the choice
    shown.core.live.cameras_found.emit(())
    assert "No camera was found" in shown.page.seeing.source.about.text()


def test_a_video_that_live_shows_is_named_by_its_file(qtbot: QtBot, file: Path, tmp_path: Path) -> None:
    made = Shown(qtbot, file, Settings(source=str(tmp_path / "two people.mp4")))
    assert made.page.seeing.cameras.currentText() == "two people.mp4"
    made.window.close()


def test_device_rate_and_days_reach_the_core(shown: Shown) -> None:
    shown.core.devices.set_devices(CPU, GPU)
    box = shown.page.devices.picker
    assert box.keys() == ["auto", "cpu", "cuda"]  # no mps: it is not on this machine
    pick(box, "cuda")
    fpir, days = shown.page.thresholds.fpir.control, shown.page.privacy.days.control
    assert isinstance(fpir, QComboBox)
    assert isinstance(days, QComboBox)
    pick(fpir, "0.1")
    pick(days, "0")
    assert shown.told() == [("device", "cuda"), ("fpir", 0.1), ("keep_days", 0)]
    assert (shown.kept().device, shown.kept().fpir, shown.kept().keep_days) == ("cuda", 0.1, 0)


def test_a_device_that_is_not_here_any_more_says_so(qtbot: QtBot, file: Path) -> None:
    made = Shown(qtbot, file, Settings(device="cuda"))
    made.core.devices.set_devices(CPU)
    assert made.page.devices.picker.currentText() == "CUDA, which is not here"
    made.window.close()


def test_what_cannot_be_done_of_a_choice_is_told(shown: Shown) -> None:
    shown.core.choices.failed.emit(Failure("The disk is full."))
    assert [notice.sentence for notice in shown.window.notices.shown()] == ["The disk is full."]


def test_speed_is_measured_when_asked_with_progress_and_cancel(qtbot: QtBot, shown: Shown) -> None:
    devices = shown.page.devices
    assert ("look",) in shown.core.devices.calls
    assert shown.core.devices.asked("measure") == []
    qtbot.mouseClick(devices.measure_button, Qt.MouseButton.LeftButton)
    assert not devices.measure_button.isEnabled()
    task = shown.core.devices.tasks[-1]
    task.progressed.emit(Progress(1, 4, "Measuring"))
    assert devices.progress is not None
    assert devices.progress.bar.value() == 250
    devices.progress.cancel_button.click()
    task.cancelled.emit()
    task.ended.emit()
    assert devices.progress is None
    assert devices.measure_button.isEnabled()
    shown.core.devices.set_devices(DeviceSpeed("cpu", CPU.description, 58.3, 0.081), GPU)
    assert devices.lines() == ["Processor · 58 faces a second · an instant picture in 0.08 s"]
    shown.core.devices.set_devices(DeviceSpeed("cpu", CPU.description, 58.3, None), GPU)
    assert devices.lines() == ["Processor · 58 faces a second · Studio: its weights are not installed"]


def test_rates_say_which_threshold_they_give(shown: Shown) -> None:
    table = Calibration.for_model("sface")
    shown.core.models.set_state(ModelsState("ready", "CPU", "sface", calibration=table))
    rows = shown.page.thresholds
    assert f"{2 - 2 * table.threshold(1e-3):.3f}" in rows.fmr.about.text()
    assert f"{table.tau(1e-2, 3):.2f}" in rows.fpir.about.text()
    assert "among 3 pictures" in rows.fpir.about.text()
    box = rows.fmr.control
    assert isinstance(box, QComboBox)
    pick(box, "1e-05")
    assert shown.rates == [1e-5]  # Compare follows
    assert f"{2 - 2 * table.threshold(1e-5):.3f}" in rows.fmr.about.text()


def test_a_rate_that_was_dragged_to_elsewhere_is_shown(shown: Shown) -> None:
    shown.choices.change(fmr=0.00042)
    box = shown.page.thresholds.fmr.control
    assert isinstance(box, QComboBox)
    assert box.currentText() == "1 in 2,400"
    assert shown.page.thresholds.fmr.back_button.isVisible()


def test_folders_are_shown_chosen_and_opened(
    qtbot: QtBot, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = shown.page.folders
    assert folders.saved.path().endswith("Likeness")
    assert folders.rest.path() == str(shown.core.home.root)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "painted"))
    qtbot.mouseClick(folders.choose_button, Qt.MouseButton.LeftButton)
    assert shown.kept().studio_folder == str(tmp_path / "painted")
    assert folders.saved.path() == str(tmp_path / "painted")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")  # changed their mind
    qtbot.mouseClick(folders.choose_button, Qt.MouseButton.LeftButton)
    assert shown.kept().studio_folder == str(tmp_path / "painted")
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    qtbot.mouseClick(folders.show_button, Qt.MouseButton.LeftButton)
    assert opened == [str(shown.core.home.root)]


def test_the_people_are_locked_from_here(qtbot: QtBot, shown: Shown) -> None:
    row = shown.page.privacy.lock
    shown.page.area.ensureWidgetVisible(row)
    with qtbot.waitSignal(shown.page.lock):
        qtbot.mouseClick(row.lock_button, Qt.MouseButton.LeftButton)
    shown.core.people.set_vault(VaultState("locked"))
    assert not row.lock_button.isEnabled()
    assert "locked" in row.about.text()


@pytest.mark.parametrize(("words_", "page"), [("Open Models", "models"), ("Open People", "people"),
                                              ("Check this computer", "checkup")])  # fmt: skip
def test_the_way_to_another_page(qtbot: QtBot, shown: Shown, words_: str, page: str) -> None:
    found = next(each for each in shown.page.findChildren(QPushButton) if each.text() == words_)
    with qtbot.waitSignal(shown.page.show_page) as told:
        found.click()
    assert told.args == [page]


def test_a_trained_head_is_named_beside_its_model(shown: Shown) -> None:
    assert shown.page.models.rows["embed"].about.text() == "The sface model"
    assert shown.page.models.rows["detect"].about.text() == "The yunet model"


def test_the_keyboard_alone_reaches_every_control(qtbot: QtBot, shown: Shown) -> None:
    """Tab from the first goes through all of them, each in view, and out again."""
    shown.window.resize(880, 560)
    reached: set[QWidget] = set()
    shown.page.keys_button.setFocus()
    for _ in range(60):
        now = QApplication.focusWidget()
        if now is None or now in reached:
            break
        reached.add(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    wanted = [
        *shown.page.findChildren(QComboBox),
        *(each for each in shown.page.findChildren(QPushButton) if not each.isCheckable()),
    ]
    assert [each.accessibleName() for each in wanted if each not in reached and each.isEnabled()] == []


def test_scrolling_over_a_choice_changes_nothing(shown: Shown) -> None:
    box = shown.page.language.control
    assert isinstance(box, QComboBox)
    shown.page.keys_button.setFocus()
    event = QWheelEvent(
        QPointF(5, 5), QPointF(box.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert box.currentIndex() == 0
    assert not shown.file.exists()


def test_nothing_is_cut_off_in_the_smallest_window(qtbot: QtBot, shown: Shown) -> None:
    shown.window.resize(880, 560)
    inside = shown.page.area.widget()
    assert inside is not None
    qtbot.waitUntil(lambda: inside.width() <= shown.page.area.viewport().width())


def test_all_words_of_the_choices_are_marked_for_translation() -> None:
    assert {word for choice in choices() for word in (choice.title, choice.about)} == set(words.MARKED)
