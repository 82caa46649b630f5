"""The Compare page as a user meets it, over sessions that the test answers for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.faces.thresholds import Calibration, from_table
from desktop.pictures import write_png
from desktop.settings import Settings
from desktop.ui.images import to_image
from desktop.ui.main_window import MainWindow
from desktop.ui.pages import compare_words
from desktop.ui.pages.compare import ComparePage
from desktop.ui.pages.compare_side import PictureSide
from desktop.ui.pages.people_picker import PersonPicker
from desktop.work.lanes import Task
from desktop.work.messages import Comparison, Failure, ModelsState, Side, VaultState
from desktop.work.sample import PORTRAIT
from tests.fakes import FakeCore, fail, finish, person, picture, row
from tests.ui.accessible import keyboard_problems, unnamed_controls
from tests.ui.drops import drop

BOX = (40.0, 30.0, 50.0, 60.0)


def side(faces: int = 1, advice: tuple[str, ...] = ()) -> Side:
    return Side(picture(), (BOX,) * faces, 0, picture(64, 64), 0.8, advice)


class Opened:
    """The page in a window of its own."""

    def __init__(self, qtbot: QtBot, core: FakeCore, settings: Settings | None = None) -> None:
        self.core = core
        self.session = core.compare
        self.bot = qtbot
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.page = ComparePage(core, self.window.notices, settings or Settings(), self.window.actions_table)
        self.result = self.page.result
        self.window.add_page(self.page, "Compare", "compare")
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()

    def show(self, which: PictureSide, name: str, found: Side | None = None) -> Task:
        """A picture that has been looked at; gives the task of the comparison it started, if it did."""
        which.set_source(Path(name))
        finish(self.session.tasks[-1], found or side())
        return self.session.tasks[-1]

    def compared(self, similarity: float) -> None:
        self.show(self.page.left, "a.png")
        task = self.show(self.page.right, "b.png")
        found = Comparison(side(), side(), "", similarity, 2 - 2 * similarity, "sface")
        finish(task, found)

    def said(self) -> list[str]:
        return [notice.sentence for notice in self.window.notices.shown()]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    made = Opened(qtbot, FakeCore([person("Ada"), person("Mara", templates=3)]))
    yield made
    for dialog in made.window.findChildren(QDialog):
        dialog.close()
    made.window.close()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in ("one.png", "two.png", "three.png")]
    for path in paths:
        write_png(picture(), path)
    return paths


def test_two_pictures_dropped_at_once_fill_both_sides(opened: Opened, files: list[Path]) -> None:
    drop(opened.page.right.drop, files[:2])
    assert opened.session.asked("look") == [(files[0],), (files[1],)]
    finish(opened.session.tasks[0], side())
    finish(opened.session.tasks[1], side())
    assert opened.session.asked("compare") == [(files[0], files[1])]


def test_three_pictures_are_too_many(opened: Opened, files: list[Path]) -> None:
    drop(opened.page.left.drop, files)
    assert opened.session.calls == []
    assert opened.said() == ["Two pictures are compared at a time; drop one or two."]


def test_one_more_picture_dropped_on_a_shown_one_takes_its_place(opened: Opened, files: list[Path]) -> None:
    opened.show(opened.page.left, "old.png")
    drop(opened.page.left.canvas, files[:1])
    assert opened.session.asked("look")[-1] == (files[0],)


def test_the_same_person(opened: Opened) -> None:
    opened.compared(0.7)
    result = opened.result
    assert result.verdict.text() == "Same person"
    assert result.distance.text() == "0.60"
    assert result.similarity.text() == "0.70"
    assert result.probability.text() == "> 99.9 %"
    assert result.rate.text() == "About 1 in 1,000 different pairs would pass."


def test_different_people(opened: Opened) -> None:
    opened.compared(0.1)
    assert opened.result.verdict.text() == "Different people"
    assert opened.result.probability.text() == "< 0.1 %"


def test_the_threshold_decides_and_the_probability_never_contradicts_it(opened: Opened) -> None:
    opened.compared(0.4213)
    result = opened.result
    verdicts = set()
    for value in range(0, 2001, 8):
        result.scale.setValue(value)
        same = result.same()
        assert same == (result.scale.tau() >= 2 - 2 * 0.4213)
        shown = result.probability.text().strip("<> %")
        assert (float(shown) >= 50) == same
        assert result.verdict.text() == ("Same person" if same else "Different people")
        verdicts.add(same)
    assert verdicts == {True, False}


def test_the_slider_says_its_rate_tells_the_program_and_goes_back(opened: Opened) -> None:
    opened.compared(0.6)
    told: list[float] = []
    opened.page.fmr_changed.connect(told.append)
    result = opened.result
    usual = result.scale.tau()
    assert result.reset_button.isHidden()
    result.scale.setFocus()
    opened.bot.keyClick(result.scale, Qt.Key.Key_Left)
    assert result.scale.tau() == pytest.approx(usual - 0.01, abs=1e-3)
    opened.bot.waitUntil(lambda: bool(told))
    table = Calibration.for_model("sface")
    assert told == [pytest.approx(table.fmr(1 - result.scale.tau() / 2))]
    assert result.rate.text() == compare_words.passing(told[0])
    result.reset_button.click()
    opened.bot.waitUntil(lambda: told[1:] == [1e-3])
    assert result.scale.tau() == usual
    assert "1 in 1,000 " in result.rate.text()


def test_a_head_that_compares_pairs_has_its_threshold_on_the_scale(opened: Opened) -> None:
    """It puts strangers at a distance of 4 and tau beyond 2: no label may say 2.00 there."""
    table = from_table(
        "sface+pairs",
        {
            "tail": [[1.0, -1.0], [0.5, -0.8], [0.01, -0.4], [0.001, -0.25]],
            "beyond": 0.05,
            "floor_fmr": 1e-3,
            "llr": {"slope": 20.0, "intercept": 3.0, "lowest": -4.0, "highest": 9.0},
        },
    )
    opened.show(opened.page.left, "a.png")
    task = opened.show(opened.page.right, "b.png")
    finish(task, Comparison(side(), side(), "", -0.2, 2.4, "sface+pairs", calibration=table))
    assert opened.result.verdict.text() == "Same person"
    assert opened.result.scale.tau() == pytest.approx(2.5, abs=1e-3)
    opened.compared(0.9)  # without it
    assert opened.result.scale.maximum() == 2000
    assert opened.result.scale.tau() < 1.3


def test_a_click_on_the_line_puts_the_threshold_there(opened: Opened) -> None:
    opened.compared(0.6)
    scale = opened.result.scale
    opened.bot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=scale.rect().center())
    assert scale.tau() == pytest.approx(1.0, abs=0.01)


def test_the_users_own_rate_is_where_it_begins(qtbot: QtBot) -> None:
    opened = Opened(qtbot, FakeCore(), Settings(fmr=1e-4))
    assert "1 in 10,000 " in opened.result.rate.text()
    opened.window.close()


def test_a_picture_without_a_face_says_so_in_its_place(opened: Opened) -> None:
    opened.show(opened.page.left, "a.png")
    opened.page.right.set_source(Path("cup.png"))
    failure = Failure("No face was found in “{picture}”; choose another.", {"picture": "cup.png"})
    fail(opened.session.tasks[-1], failure)
    assert opened.page.right.drop.accessibleName() == "No face was found in “cup.png”; choose another."
    assert opened.page.right.drop.isVisible()
    assert opened.session.asked("compare") == []
    assert opened.said() == []


def test_of_several_faces_the_largest_is_named(opened: Opened) -> None:
    opened.show(opened.page.left, "group.png", side(faces=3, advice=("more light",)))
    assert opened.page.left.words.text() == "the largest of 3 faces · weak picture: More light"
    assert "faces found: 3" in opened.page.left.canvas.accessibleName()


def test_an_answer_about_a_picture_that_was_replaced_is_dropped(opened: Opened) -> None:
    opened.page.left.set_source(Path("old.png"))
    old = opened.session.tasks[-1]
    opened.page.left.set_source(Path("new.png"))
    finish(old, side())
    assert opened.page.left.side is None
    finish(opened.session.tasks[-1], side())
    assert opened.page.left.name.text() == "new.png"


def test_a_verdict_about_pictures_that_went_is_dropped(opened: Opened) -> None:
    opened.show(opened.page.left, "a.png")
    task = opened.show(opened.page.right, "b.png")
    opened.page.right.clear()
    finish(task, Comparison(side(), side(), "", 0.9, 0.2, "sface"))
    assert opened.result.same() is None
    assert opened.result.verdict.text() == "Drop one more picture"


def test_a_comparison_that_fails_says_why(opened: Opened) -> None:
    opened.show(opened.page.left, "a.png")
    task = opened.show(opened.page.right, "b.png")
    fail(task, Failure("The model is missing; fetch it on the Models page."))
    assert opened.result.verdict.text() == "The model is missing; fetch it on the Models page."


def test_swap_and_clear(opened: Opened) -> None:
    assert not opened.page.swap_button.isEnabled()
    assert not opened.page.clear_button.isEnabled()
    opened.compared(0.7)
    opened.page.swap_button.click()
    assert opened.page.left.source == Path("b.png")
    assert opened.session.asked("compare")[-1] == (Path("b.png"), Path("a.png"))
    opened.page.clear_button.click()
    assert opened.page.left.source is None
    assert opened.page.right.source is None
    assert opened.result.verdict.text() == "Drop a picture on each side"


def test_delete_takes_a_shown_picture_away(opened: Opened) -> None:
    opened.show(opened.page.left, "a.png")
    opened.bot.keyClick(opened.page.left.canvas, Qt.Key.Key_Delete)
    assert opened.page.left.source is None
    assert opened.page.left.drop.isVisible()


def test_ctrl_v_fills_the_first_empty_side_then_the_focused_one(opened: Opened) -> None:
    QGuiApplication.clipboard().setImage(to_image(picture()))
    control = Qt.KeyboardModifier.ControlModifier
    opened.page.two_button.setFocus()
    opened.bot.keyClick(opened.page, Qt.Key.Key_V, control)
    assert opened.page.left.source is not None
    finish(opened.session.tasks[-1], side())
    opened.bot.keyClick(opened.page, Qt.Key.Key_V, control)
    assert opened.page.right.source is not None
    finish(opened.session.tasks[-1], side())
    opened.page.right.canvas.setFocus()
    before = opened.page.left.source
    opened.bot.keyClick(opened.page.right.canvas, Qt.Key.Key_V, control)
    assert opened.page.right.busy
    assert opened.page.left.source is before


def test_a_claimed_name_is_verified(opened: Opened) -> None:
    opened.show(opened.page.left, "a.png")
    opened.page.claim_button.click()
    assert opened.result.verdict.text() == "Choose whose name is claimed"
    opened.page.claim.empty.button.click()
    picker = opened.window.findChild(PersonPicker)
    assert isinstance(picker, PersonPicker)
    picker.grid.choose("id-Mara")
    picker.take_button.click()
    assert opened.session.asked("claim") == [(Path("a.png"), "id-Mara")]
    finish(opened.session.tasks[-1], Comparison(side(), None, "Mara", 0.7, 0.6, "sface"))
    assert opened.result.verdict.text() == "Accepted as Mara"
    opened.result.scale.setValue(100)
    assert opened.result.verdict.text() == "Not accepted as Mara"
    assert not opened.page.swap_button.isEnabled()


def test_a_claimed_person_who_was_erased_goes(opened: Opened) -> None:
    opened.page.set_claim(True)
    opened.page.claim.set_card(opened.core.people.people[1])
    opened.core.people.set_people([person("Ada")])
    assert opened.page.claim.card is None


@pytest.mark.parametrize(("vault", "words"), [("locked", "locked"), ("open", "Nobody is enrolled")])
def test_nobody_to_claim_says_what_to_do(qtbot: QtBot, vault: str, words: str) -> None:
    core = FakeCore()
    core.people.vault = VaultState(vault)
    opened = Opened(qtbot, core)
    opened.page.set_claim(True)
    assert words in opened.page.claim.empty.line()
    assert opened.page.claim.empty.button.isHidden()
    opened.window.close()


def test_what_failed_for_want_of_models_is_looked_at_again(opened: Opened) -> None:
    opened.page.left.set_source(Path("a.png"))
    fail(opened.session.tasks[-1], Failure("The detector is missing.", kind="WeightsMissing"))
    opened.core.models.set_state(ModelsState("ready", "CPU", "sface"))
    assert opened.session.asked("look") == [(Path("a.png"),), (Path("a.png"),)]


def test_a_model_without_measured_rates_gives_no_verdict(opened: Opened) -> None:
    opened.show(opened.page.left, "a.png")
    task = opened.show(opened.page.right, "b.png")
    finish(task, Comparison(side(), side(), "", 0.9, 0.2, "own-head"))
    assert opened.result.verdict.text() == "No verdict"
    assert opened.result.distance.text() == "0.20"
    assert opened.result.scale.isHidden()
    assert "own-head" in opened.result.rate.text()


def test_it_says_that_a_photograph_can_fool_it(opened: Opened) -> None:
    words = " ".join(each.text() for each in opened.page.findChildren(QLabel) if each.isVisible())
    assert "photograph of a face can fool" in words


def test_every_control_has_a_name_and_the_keyboard_reaches_it(opened: Opened) -> None:
    opened.compared(0.5)
    assert unnamed_controls(opened.window) == []
    assert keyboard_problems(opened.window) == []


@pytest.mark.parametrize(
    ("fmr", "words"),
    [
        (1e-3, "About 1 in 1,000 different pairs would pass."),
        (0.00287, "About 1 in 350 different pairs would pass."),
        (0.2, "About 1 in 5 different pairs would pass."),
        (0.4, "About 40 % of different pairs would pass."),
        (1.0, "Nearly every pair of different people would pass."),
        (1e-9, "Fewer than 1 in 1,000,000 different pairs would pass."),
    ],
)
def test_rates_in_words(fmr: float, words: str) -> None:
    assert compare_words.passing(fmr) == words


def test_a_probability_near_one_half_stays_on_its_side() -> None:
    QLocale.setDefault(QLocale.c())
    assert compare_words.percent(0.49999, same=False) == "49.9 %"
    assert compare_words.percent(0.5, same=True) == "50.0 %"
    assert compare_words.percent(0.9995, same=True) == "> 99.9 %"
    assert compare_words.percent(0.0, same=False) == "< 0.1 %"


def test_a_sample_is_offered_while_nothing_is_there(qtbot: QtBot) -> None:
    core = FakeCore()
    opened = Opened(qtbot, core)
    page = opened.page
    assert not page.sample_button.isVisible()
    core.models.set_rows([row(PORTRAIT, "sample")])
    assert page.sample_button.isVisible()
    qtbot.mouseClick(page.sample_button, Qt.MouseButton.LeftButton)
    finish(core.compare.tasks[-1], (picture(shade=90), picture(shade=120)))
    assert [each[0].mean() for each in core.compare.asked("look")] == [90, 120]
    assert not page.sample_button.isVisible()
    assert (page.left.name.text(), page.right.name.text()) == ("Sample picture", "Another view of it")
    for task in core.compare.tasks[-2:]:
        finish(task, side())
    page.swap()
    assert page.left.name.text() == "Another view of it"
    page.clear()
    assert page.sample_button.isVisible()
