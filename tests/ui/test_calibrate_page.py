"""The Calibrate page as a user meets it, over a session that the test answers for."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.faces.thresholds import Uncalibrated
from desktop.learn.identification import fpir_of
from desktop.learn.own import TooFewImpostors
from desktop.pictures import read_picture
from desktop.progress import Progress
from desktop.ui import theme
from desktop.ui.choices import Choices
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.calibrate import words
from desktop.ui.pages.calibrate.labels import LabelDialog
from desktop.ui.pages.calibrate.page import CalibratePage
from desktop.work.calibration_messages import Calibrated
from desktop.work.messages import Failure, ModelsState
from tests.fakes import FakeCore, fail, finish, person
from tests.ui.accessible import keyboard_problems, unnamed_controls
from tests.ui.calibrated import MODEL, SHIPPED, calibrated, grouped
from tests.ui.drops import drop


class Opened:
    """The page in a window of its own."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bot = qtbot
        self.core = FakeCore([person("Ada"), person("Mara")])
        self.session = self.core.calibration
        self.session.in_force = SHIPPED
        self.choices = Choices()
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.page = CalibratePage(self.core, self.choices, self.window.notices)
        self.view, self.panel = self.page.view, self.page.view.panel
        self.window.add_page(self.page, "Calibrate", "calibrate")
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()

    def measured(self, result: Calibrated | None = None) -> Calibrated:
        found = result or calibrated()
        self.page.measure(Path(found.folder))
        finish(self.session.tasks[-1], found)
        return found

    def said(self) -> list[str]:
        return [notice.sentence for notice in self.window.notices.shown()]

    def undo(self) -> None:
        self.window.notices.shown()[-1].act()


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    made = Opened(qtbot)
    yield made
    for dialog in made.window.findChildren(QDialog):
        dialog.close()
    made.window.close()


def test_the_empty_page_says_what_to_drop(opened: Opened) -> None:
    assert opened.page.blank.isVisible()
    assert opened.page.blank.line() == "Drop a folder of people"
    assert not opened.page.export_button.isVisible()


def test_a_dropped_folder_is_measured_and_shown(opened: Opened, tmp_path: Path) -> None:
    drop(opened.page, [tmp_path])
    assert opened.session.asked("measure_folder") == [(tmp_path,)]
    task = opened.session.tasks[-1]
    task.progressed.emit(Progress(40, 120, "Looking for faces"))
    progress = opened.page.progress
    assert progress is not None
    assert progress.isVisible()
    assert progress.bar.accessibleDescription() == "40 of 120"
    finish(task, calibrated())
    assert not progress.isVisible()
    assert opened.view.isVisible()
    assert opened.page.subtitle.text() == "My people · 120 people, 360 pictures"
    assert all(count > 10 for plot in (opened.view.scores, opened.view.det) for count in plot.drawn())
    assert opened.view.people.drawn() == (21,) * 4


def test_what_is_no_folder_is_refused(opened: Opened, tmp_path: Path) -> None:
    file = tmp_path / "one.png"
    file.write_bytes(b"")
    drop(opened.page, [file])
    assert opened.session.calls == []
    assert opened.said() == ["Drop one folder that holds a folder of pictures for each person."]


def test_a_folder_that_can_tell_nothing_leaves_the_page_as_it_was(opened: Opened, tmp_path: Path) -> None:
    opened.page.measure(tmp_path)
    fail(opened.session.tasks[-1], Failure.of(TooFewImpostors(people=3)))
    assert opened.page.blank.isVisible()
    assert "These 3 people" in opened.said()[0]


def test_cancel_reaches_the_job(opened: Opened, tmp_path: Path) -> None:
    opened.page.measure(tmp_path)
    task = opened.session.tasks[-1]
    assert opened.page.progress is not None
    opened.page.progress.cancel_button.click()
    assert task.stopped
    task.cancelled.emit()
    task.ended.emit()
    assert opened.page.blank.isVisible()


def test_a_newer_folder_makes_an_older_answer_stale(opened: Opened, tmp_path: Path) -> None:
    opened.page.measure(tmp_path)
    old = opened.session.tasks[-1]
    opened.page.measure(tmp_path)
    assert old.stopped
    finish(old, calibrated())
    assert not opened.view.isVisible()


def test_the_figures_are_those_of_tau(opened: Opened) -> None:
    measured = opened.measured().measured
    tau = opened.view.tau
    assert tau == pytest.approx(measured.threshold(1e-3), abs=1e-3)
    assert opened.panel.fmr.value.text() == f"FMR  {words.rate(measured.fmr(tau))}"
    assert opened.panel.fmr.interval.text() == words.interval(measured.fmr(tau))
    assert opened.panel.fnmr.value.text() == f"FNMR  {words.rate(measured.fnmr(tau))}"


def test_a_plot_without_a_curve_says_why(opened: Opened) -> None:
    opened.measured()
    assert opened.view.det.said() == ""
    opened.measured(calibrated(people=12, spread=0.1))  # nobody is ever taken for another
    assert "there is no curve" in opened.view.det.said()
    opened.measured()
    assert opened.view.det.said() == ""


def test_the_keyboard_moves_tau_and_everything_follows(opened: Opened) -> None:
    measured = opened.measured().measured
    before = opened.view.tau
    slider = opened.panel.tau.slider
    slider.setFocus()
    for _ in range(10):
        opened.bot.keyClick(slider, Qt.Key.Key_Right)
    assert opened.view.tau == pytest.approx(before + 0.1, abs=1e-6)
    wanted = f"FMR  {words.rate(measured.fmr(opened.view.tau))}"
    opened.bot.waitUntil(lambda: opened.panel.fmr.value.text() == wanted)
    assert words.rate(measured.fmr(opened.view.tau)) in opened.view.scores.accessibleDescription()


def painted(opened: Opened, view: QWidget) -> None:
    """Laid out and painted once: only then pyqtgraph knows where anything is."""
    opened.bot.waitUntil(lambda: view.width() > 200)
    QApplication.processEvents()
    view.grab()


def drag(view: QWidget, start: QPoint, end: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(view, left, none, start)
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, left, none, end)


def test_tau_is_dragged_in_the_histogram(opened: Opened) -> None:
    opened.measured()
    plot = opened.view.scores
    view = plot.view()
    assert view is not None
    painted(opened, view)
    drag(view, plot.place_of(opened.view.tau).toPoint(), plot.place_of(1.0).toPoint())
    assert opened.view.tau == pytest.approx(1.0, abs=0.02)


def test_a_wanted_fmr_is_dragged_on_the_det_curve(opened: Opened) -> None:
    measured = opened.measured().measured
    plot = opened.view.det
    view = plot.view()
    assert view is not None
    painted(opened, view)
    drag(view, plot.place_of(1e-3).toPoint(), plot.place_of(1e-2).toPoint())
    assert measured.fmr(opened.view.tau).value == pytest.approx(1e-2, rel=0.2)


def test_k_is_dragged_and_says_why_99_percent_is_not_enough(opened: Opened) -> None:
    measured = opened.measured().measured
    opened.panel.wanted[1e-2].click()
    assert measured.fmr(opened.view.tau).value == pytest.approx(1e-2, rel=0.05)
    plot = opened.view.people
    view = plot.view()
    assert view is not None
    painted(opened, view)
    drag(view, plot.place_of(10).toPoint(), plot.place_of(100).toPoint())
    assert opened.panel.people() == pytest.approx(100, rel=0.05)
    opened.panel.set_k(100)
    fmr = measured.fmr(opened.view.tau).value or 0
    opened.bot.waitUntil(lambda: words.percent(fpir_of(fmr, 100)) in opened.panel.sentence.text())
    assert opened.panel.fpir.interval.text() == "reckoned from FMR and FNMR"
    opened.panel.set_k(20)
    opened.bot.waitUntil(lambda: opened.panel.fpir.interval.text().startswith("measured"))


def test_a_rate_that_the_data_cannot_support_is_not_offered(opened: Opened) -> None:
    opened.measured(calibrated(20, 2))
    assert not opened.panel.wanted[1e-4].isEnabled()
    assert opened.panel.wanted[1e-4].toolTip()
    opened.panel.set_tau(0.05)
    opened.bot.waitUntil(lambda: "unknown" in opened.panel.fmr.interval.text())
    assert opened.panel.fpir.value.text() == "FPIR  –"


def test_using_a_threshold_sets_the_rate_of_compare_and_can_be_undone(opened: Opened) -> None:
    opened.measured()
    told: list[float] = []
    opened.choices.changed.connect(lambda _name: told.append(opened.choices.now.fmr))
    before = opened.choices.now.fmr
    opened.panel.set_tau(1.2)
    opened.panel.threshold_button.click()
    assert SHIPPED.calibration is not None
    assert 2 - 2 * SHIPPED.calibration.threshold(told[0]) == pytest.approx(1.2, abs=1e-3)
    assert opened.choices.now.fmr == told[0]
    opened.undo()
    assert opened.choices.now.fmr == told[1] == before


def test_using_the_measurements_and_undo(opened: Opened) -> None:
    found = opened.measured()
    opened.panel.measurements_button.click()
    assert opened.session.asked("adopt") == [(found,)]
    adopted = replace(SHIPPED, own=True)
    opened.session.set_in_force(adopted)
    finish(opened.session.tasks[-1], adopted)
    assert opened.panel.in_force.text() == "In use: thresholds measured on your own people"
    assert opened.said() == ["Compare, verify and recognition now go by these measurements."]
    opened.undo()
    assert opened.session.asked("restore") == [(MODEL, None)]


def test_going_back_to_what_ships_and_undo(opened: Opened) -> None:
    opened.measured()
    assert not opened.panel.shipped_button.isVisible()
    table = {"tail": []}
    opened.session.set_in_force(replace(SHIPPED, own=True))
    opened.panel.shipped_button.click()
    finish(opened.session.tasks[-1], replace(SHIPPED, before=table))
    opened.undo()
    assert opened.session.asked("restore") == [(MODEL, None), (MODEL, table)]


def test_measurements_that_are_too_few_are_refused_in_a_sentence(opened: Opened) -> None:
    opened.measured()
    opened.panel.measurements_button.click()
    fail(opened.session.tasks[-1], Failure.of(TooFewImpostors(people=12)))
    assert opened.said()[-1].startswith("These 12 people give too few independent pairs")


def test_a_threshold_of_another_model_cannot_be_used(opened: Opened) -> None:
    opened.measured()
    opened.session.set_in_force(replace(SHIPPED, model=MODEL._replace(digest="cd" * 32)))
    assert opened.panel.measurements_button.isEnabled()  # kept for the day that model is used
    assert not opened.panel.threshold_button.isEnabled()


def test_people_are_labelled_in_a_column(opened: Opened) -> None:
    found = opened.measured()
    opened.view.served.choice.segment("groups").click()
    assert opened.view.served.blank.isVisible()
    opened.view.served.blank.button.click()
    [dialog] = opened.window.findChildren(LabelDialog)
    assert not dialog.take_button.isEnabled()
    for row in range(dialog.table.rowCount()):
        item = dialog.table.item(row, 1)
        assert item is not None
        item.setText("north" if row % 2 else "")
    dialog.take_button.click()
    [(sample, labels)] = opened.session.asked("measure_groups")
    assert sample is found.sample
    assert set(labels.values()) == {"north"}
    assert len(labels) == 60


def test_groups_show_both_rates_and_follow_tau(opened: Opened, tmp_path: Path) -> None:
    found = opened.measured()
    file = tmp_path / "groups.csv"
    file.write_text("name,group\n")
    drop(opened.page, [file])
    assert opened.session.asked("measure_groups") == [(found.sample, file)]
    finish(opened.session.tasks[-1], grouped(found))
    table = opened.view.served.by_group
    assert table.isVisible()
    assert {"group 0", "group 1", "60"} <= set(table.texts())
    before = table.texts()
    opened.panel.set_tau(1.5)
    opened.bot.waitUntil(lambda: table.texts() != before)
    assert "FMR" in table.accessibleDescription()


def test_groups_without_people_are_refused(opened: Opened, tmp_path: Path) -> None:
    file = tmp_path / "groups.csv"
    file.write_text("")
    drop(opened.page, [file])
    assert opened.said() == ["Measure a folder of people first; groups are labelled after that."]


def test_quality_is_shown_in_bins_with_counts(opened: Opened) -> None:
    found = opened.measured()
    texts = opened.view.served.by_quality.texts()
    assert sum("pictures" in text for text in texts) == len(found.quality) == 5


def test_the_enrolled_are_measured_and_forgotten_with_whoever_is_erased(opened: Opened) -> None:
    opened.page.enrolled_button.click()
    assert opened.session.asked("measure_enrolled") == [()]
    finish(opened.session.tasks[-1], replace(calibrated(), folder=""))
    assert opened.page.subtitle.text().startswith("The enrolled ·")
    opened.core.people.set_people([person("Ada"), person("Mara"), person("New")])
    assert opened.view.isVisible()
    opened.core.people.set_people([person("Mara")])
    assert opened.view.result is None
    assert opened.page.blank.isVisible()
    assert opened.said() == ["The enrolled have changed; measure them again."]


def test_notes_are_read_in_a_dialog(opened: Opened) -> None:
    opened.measured()
    assert opened.page.problems_button.text() == "Notes: 1"
    opened.page.problems_button.click()
    [dialog] = opened.window.findChildren(QDialog)
    assert "Ann/2.jpg" in dialog.text.toPlainText()  # type: ignore[attr-defined]


def test_figures_and_plots_are_exported(opened: Opened, tmp_path: Path) -> None:
    found = opened.measured()
    opened.page.measure_groups({})
    finish(opened.session.tasks[-1], grouped(found))
    opened.page.write_figures(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "det.csv", "groups.csv", "histogram.csv", "people.csv", "quality.csv",
    ]  # fmt: skip
    rows = list(csv.DictReader((tmp_path / "groups.csv").read_text("utf-8").splitlines()))
    assert float(rows[0]["threshold"]) == pytest.approx(opened.view.tau)
    opened.page.write_picture(tmp_path / "plots.png")
    assert read_picture(tmp_path / "plots.png").shape[1] == opened.view.plots.width()
    assert opened.said()[-1] == "The plots were written to “plots.png”."


def test_a_place_that_cannot_be_written_is_said(opened: Opened, tmp_path: Path) -> None:
    opened.measured()
    (tmp_path / "file").write_text("")
    opened.page.write_figures(tmp_path / "file")
    opened.page.write_picture(tmp_path / "file" / "a.png")
    assert len(opened.said()) == 2


def test_without_networks_nothing_can_be_measured(opened: Opened) -> None:
    opened.core.models.set_state(ModelsState("missing"))
    assert not opened.page.enrolled_button.isEnabled()
    assert not opened.page.blank.button.isEnabled()
    lacking = Failure.of(Uncalibrated(model="mine"))
    opened.core.models.set_state(ModelsState("failed", failure=lacking))
    assert opened.page.blank.button.isEnabled()
    assert not opened.page.enrolled_button.isEnabled()
    opened.core.models.set_state(ModelsState("ready", "CPU", "sface"))
    assert opened.page.enrolled_button.isEnabled()


def test_every_control_has_a_name_and_the_keyboard_reaches_it(opened: Opened) -> None:
    opened.measured()
    assert keyboard_problems(opened.window) == []
    opened.page.label_people()
    assert unnamed_controls(opened.window) == []


def test_light_and_dark_while_something_is_shown(opened: Opened) -> None:
    opened.measured()
    for _ in range(2):
        opened.window.toggle_scheme()
        shade = opened.view.scores.view().grab().toImage().pixelColor(2, 2)  # type: ignore[union-attr]
        assert shade == theme.colour("surface")


def test_a_narrow_window_puts_one_plot_below_the_other(opened: Opened) -> None:
    opened.measured()
    opened.window.resize(880, 560)
    opened.bot.waitUntil(lambda: opened.view.det.y() > opened.view.scores.y())
    assert opened.view.det.x() == opened.view.scores.x()
    opened.window.resize(1280, 800)
    opened.bot.waitUntil(lambda: opened.view.det.y() == opened.view.scores.y())


def test_few_people_are_shown_at_the_threshold_that_is_used_today(opened: Opened) -> None:
    opened.measured(calibrated(6, 3))
    assert SHIPPED.calibration is not None
    assert opened.view.tau == pytest.approx(2 - 2 * SHIPPED.calibration.threshold(1e-3), abs=1e-3)


def test_measurements_of_the_enrolled_can_not_be_kept(opened: Opened) -> None:
    opened.measured(calibrated(folder=""))
    assert not opened.panel.measurements_button.isEnabled()
    assert "vault" in opened.panel.measurements_button.toolTip()
    opened.measured()
    assert opened.panel.measurements_button.isEnabled()


def test_what_few_people_can_not_say_the_thresholds_in_use_tell(opened: Opened) -> None:
    opened.measured(calibrated(4, 2))
    said = opened.panel.sentence
    opened.bot.waitUntil(lambda: "in general a stranger among 100" in said.text())
    opened.panel.set_k(10_000)
    opened.bot.waitUntil(lambda: "100 % of all searches" in said.text())
