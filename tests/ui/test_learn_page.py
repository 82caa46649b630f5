"""The Learn page as a user meets it, over a session that the test answers for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.learn.batches import TooFewPeople
from desktop.learn.collapse import Collapsed
from desktop.learn.recipe import Recipe
from desktop.progress import Progress
from desktop.ui import theme
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.learn.page import LearnPage
from desktop.work.jobs.heads import HeadErased
from desktop.work.learn_messages import Taught
from desktop.work.messages import Failure, ModelsState, VaultState
from tests.fakes import FakeCore, fail, finish, person
from tests.ui.accessible import unnamed_controls
from tests.ui.drops import drop
from tests.ui.learnt import BETTER, FEW, PLAIN, UNCLEAR, WORN, WORSE, lesson, problem, taken, taught

ENROLLED = ("id-Ada", "id-Mara", "id-Lin", "id-Bo")


class Opened:
    """The page in a window of its own."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bot = qtbot
        self.core = FakeCore([person(name) for name in ("Ada", "Mara", "Lin", "Bo")])
        self.session = self.core.learn
        self.session.in_use = PLAIN
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.page = LearnPage(self.core, self.window.notices)  # type: ignore[arg-type]
        self.view, self.panel, self.outcome = self.page.view, self.page.panel, self.page.view.outcome
        self.window.add_page(self.page, "Learn", "learn")
        self.window.show()
        qtbot.waitExposed(self.window)

    def trained(self, found: Taught | None = None) -> Taught:
        found = found or taught()
        self.page.train(Path(found.taken.folder))
        finish(self.session.tasks[-1], found)
        return found

    def from_the_enrolled(self) -> Taught:
        self.page.enrolled_button.click()
        given = taken("", ENROLLED)
        finish(self.session.tasks[-1], given)
        found = taught(taken=given)
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
    assert not opened.panel.again_button.isVisible()
    assert not opened.panel.back_button.isVisible()


def test_a_dropped_folder_is_trained_on_and_watched(opened: Opened, tmp_path: Path) -> None:
    drop(opened.page, [tmp_path])
    assert opened.session.asked("train_folder") == [(tmp_path, Recipe())]
    task = opened.session.tasks[-1]
    task.progressed.emit(Progress(4, 12, "Looking for faces"))
    progress = opened.page.progress
    assert progress is not None
    assert progress.bar.accessibleDescription() == "4 of 12"
    assert not opened.page.blank.isVisible()
    task.progressed.emit(lesson())
    assert opened.view.isVisible()
    assert progress.bar.accessibleName() == "Epoch 3 of 10"
    assert progress.bar.accessibleDescription() == "about 42 s left"
    assert opened.view.loss.drawn() == (12, 12)
    assert opened.view.loss.legend[1].text() == "active triplets 23 %"
    assert all(count > 40 for count in opened.view.distances.drawn())
    means = [one.text() for one in opened.view.distances.legend]
    assert means == ["same person 0.55", "different people 1.80"]
    assert len(opened.view.triplets.faces.triples) == 6
    assert opened.view.plane.accessibleDescription() == "40 pictures of 8 people"
    assert not opened.panel.way.isEnabled()
    for scheme in (theme.Scheme.LIGHT, theme.Scheme.DARK):
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, scheme)
        assert not opened.page.grab().isNull()


def test_pause_resume_and_cancel_reach_the_job(opened: Opened, tmp_path: Path) -> None:
    opened.page.train(tmp_path)
    task = opened.session.tasks[-1]
    task.progressed.emit(lesson())
    assert opened.page.progress is not None
    opened.page.progress.pause_button.click()
    assert task.paused
    opened.page.progress.pause_button.click()
    assert not task.paused
    opened.page.progress.cancel_button.click()
    assert task.stopped
    task.cancelled.emit()
    task.ended.emit()
    assert opened.page.blank.isVisible()
    assert opened.panel.way.isEnabled()
    opened.panel.again_button.click()
    assert len(opened.session.asked("train_folder")) == 2


def test_the_settings_make_the_recipe(opened: Opened) -> None:
    panel = opened.panel
    panel.mining.segment("hard").click()
    panel.margin.set_value(0.5)
    panel.epochs.set_value(25)
    panel.more.set_open(True)
    panel.far.click()
    assert panel.recipe() == Recipe(mining="hard", margin=0.5, epochs=25, reduce=16)
    panel.top.click()
    assert panel.recipe().mode == "top"
    panel.way.segment("scratch").click()
    assert panel.recipe() == Recipe(mode="scratch", mining="hard", margin=0.5, epochs=25, reduce=16)
    assert not panel.top.isVisible()
    panel.way.segment("binary").click()
    panel.form.segment("absolute").click()
    assert panel.recipe() == Recipe(method="binary", form="absolute", epochs=25, reduce=16)
    assert not panel.mining.isVisible()


def test_pairs_have_no_triplets_to_show(opened: Opened, tmp_path: Path) -> None:
    opened.panel.way.segment("binary").click()
    opened.page.train(tmp_path)
    opened.session.tasks[-1].progressed.emit(lesson(triplets=False))
    assert opened.view.plane.isVisible()
    assert not opened.view.triplets.isVisible()
    assert opened.view.loss.legend[1].text() == "no triplets"


def test_before_and_after_are_side_by_side_with_intervals(opened: Opened) -> None:
    opened.trained()
    assert opened.outcome.verdict.text() == "It is better"
    assert opened.outcome.pairs() == [
        "Pairs of one person that pass, FMR 1.0 %, Before 58.0 % (55.0 to 61.0 %), "
        "After 64.0 % (61.0 to 67.0 %)"
    ]
    assert "60 people who were kept aside" in opened.outcome.sentence.text()
    assert "+6.0 points" in opened.outcome.sentence.text()
    assert opened.outcome.use_button.property("kind") == "primary"
    assert opened.page.subtitle.text() == "My people · 4 people, 8 pictures"
    assert opened.view.loss.drawn() == (40, 40)  # what was told last is shown, delivered or not


def test_from_far_shows_both_sizes(opened: Opened) -> None:
    opened.trained(taught(BETTER, UNCLEAR))
    far, near = opened.outcome.pairs()
    assert far.startswith("Seen from far, 16 pixels: pairs of one person")
    assert near.startswith("Full size: pairs of one person")
    assert "At full size" not in opened.outcome.sentence.text()
    opened.trained(taught(BETTER, WORSE))
    assert "At full size it is worse." in opened.outcome.sentence.text()
    assert opened.outcome.use_button.property("kind") != "primary"


@pytest.mark.parametrize(
    ("found", "verdict", "said"),
    [
        (UNCLEAR, "It is not shown to be better", "may be chance"),
        (WORSE, "It is worse", "Don’t use it."),
        (FEW, "It is not shown to be better", "They can’t tell how sure that is"),
    ],
)
def test_a_head_that_is_not_better_says_so(opened: Opened, found: object, verdict: str, said: str) -> None:
    opened.trained(taught(found))  # type: ignore[arg-type]
    assert opened.outcome.verdict.text() == verdict
    assert said in opened.outcome.sentence.text()
    assert opened.outcome.use_button.property("kind") != "primary"


def test_too_few_for_thresholds_is_said(opened: Opened) -> None:
    found = opened.trained()
    assert opened.outcome.sentence.text().endswith("it takes those of the model.")
    assert found.head is not None
    opened.trained(replace(found, head=replace(found.head, kind="chi-square")))
    assert "can’t be used" in opened.outcome.sentence.text()
    assert not opened.outcome.use_button.isVisible()
    opened.trained(replace(found, head=replace(found.head, kind="chi-square", calibration={})))
    assert "too few" not in opened.outcome.sentence.text()
    assert opened.outcome.use_button.isVisible()


def test_a_collapse_is_said_in_one_sentence(opened: Opened) -> None:
    collapse = Failure.of(Collapsed(epoch=3))
    said = collapse.text
    assert "in epoch 3" in said
    opened.trained(taught(None, head=None, collapse=collapse))
    assert opened.said() == [said]
    assert opened.outcome.verdict.text() == "Training broke down"
    assert opened.outcome.leave_button.text() == "Close"  # there is nothing to use or not
    assert opened.outcome.sentence.text() == said
    assert not opened.outcome.use_button.isVisible()
    assert not opened.page.export_button.isVisible()
    assert opened.panel.again_button.isEnabled()


def test_use_it_and_undo(opened: Opened) -> None:
    found = opened.trained()
    opened.outcome.use_button.click()
    assert opened.session.asked("adopt") == [(found,)]
    opened.session.set_in_use(WORN)
    finish(opened.session.tasks[-1], WORN)
    assert opened.outcome.use_button.text() == "In use"
    assert not opened.outcome.leave_button.isVisible()
    assert opened.panel.in_use.text() == "In use: sface+My people"
    assert opened.said() == ["Recognition now goes by “sface+My people”."]
    opened.undo()
    assert opened.session.asked("restore") == [("", WORN.name)]
    opened.session.set_in_use(PLAIN)
    finish(opened.session.tasks[-1], PLAIN)
    assert opened.outcome.use_button.text() == "Use it"
    assert opened.outcome.use_button.isEnabled()


def test_going_back_later_and_undo(opened: Opened) -> None:
    opened.session.set_in_use(WORN)
    assert opened.panel.back_button.isVisible()
    opened.panel.back_button.click()
    assert opened.session.asked("restore") == [("", "")]
    back = replace(PLAIN, before=WORN.name)
    opened.session.set_in_use(back)
    finish(opened.session.tasks[-1], back)
    assert not opened.panel.back_button.isVisible()
    assert opened.said() == ["Recognition goes by “sface” again, without the head."]
    opened.undo()
    assert opened.session.asked("restore")[-1] == (WORN.name, "")


def test_a_head_from_before_is_used_again(opened: Opened) -> None:
    assert not opened.panel.last_button.isVisible()
    opened.session.set_in_use(replace(PLAIN, last=WORN.name, last_title="My people"))
    assert opened.panel.last_button.text() == "Use “My people” again"
    opened.panel.last_button.click()
    assert opened.session.asked("restore") == [(WORN.name, "")]
    again = replace(WORN, added=False)
    opened.session.set_in_use(again)
    finish(opened.session.tasks[-1], again)
    assert not opened.panel.last_button.isVisible()
    opened.undo()
    assert opened.session.asked("restore")[-1] == ("", "")


def test_not_using_it_asks_for_nothing(opened: Opened) -> None:
    opened.trained()
    before = list(opened.session.calls)
    opened.outcome.leave_button.click()
    assert opened.session.calls == before
    assert opened.page.taught is None
    assert opened.page.blank.isVisible()


def test_training_again_uses_the_same_faces(opened: Opened) -> None:
    found = opened.trained()
    opened.panel.mining.segment("hard").click()
    opened.panel.again_button.click()
    assert opened.session.asked("train") == [(found.taken, Recipe(mining="hard"))]


def test_the_enrolled_teach_and_their_head_is_not_exported(opened: Opened) -> None:
    opened.from_the_enrolled()
    [(given, _)] = opened.session.asked("train")
    assert given.people[0] == "id-Ada"
    assert opened.page.subtitle.text() == "The enrolled · 4 people, 8 pictures"
    assert not opened.page.export_button.isVisible()
    assert opened.outcome.use_button.isEnabled()


def test_whoever_is_erased_takes_what_they_taught_along(opened: Opened) -> None:
    opened.from_the_enrolled()
    opened.core.people.set_people([person("Ada"), person("Mara"), person("Lin"), person("Bo"), person("New")])
    assert opened.page.taught is not None
    opened.core.people.set_people([person("Ada"), person("Mara"), person("Lin")])
    assert opened.page.taught is None
    assert opened.page.blank.isVisible()
    assert opened.view.triplets.faces.triples == ()
    assert not len(opened.view.plane.plane.places)
    assert ("forget_enrolled",) in opened.session.calls
    assert opened.said() == ["The enrolled have changed; train on them again."]


def test_what_locked_people_taught_is_covered_and_not_lost(opened: Opened) -> None:
    opened.from_the_enrolled()
    everyone = opened.core.people.people
    opened.core.people.vault = VaultState("locked")
    opened.core.people.set_people([])
    opened.core.people.set_vault(VaultState("locked"))
    assert not opened.view.isVisible()
    assert ("forget_enrolled",) not in opened.session.calls
    assert opened.said() == []
    opened.core.people.set_vault(VaultState("open"))
    opened.core.people.set_people(everyone)
    assert opened.view.isVisible()
    assert opened.page.taught is not None


def test_erasing_during_training_stops_it(opened: Opened) -> None:
    opened.page.enrolled_button.click()
    finish(opened.session.tasks[-1], taken("", ENROLLED))
    task = opened.session.tasks[-1]
    opened.core.people.set_people([person("Ada")])
    assert task.stopped
    assert opened.page.blank.isVisible()


def test_erasing_while_the_enrolled_are_read_stops_it_too(opened: Opened) -> None:
    opened.page.enrolled_button.click()
    opened.core.people.set_people([person("Ada")])
    finish(opened.session.tasks[-1], taken("", ENROLLED))
    assert opened.session.asked("train") == []
    assert opened.page.blank.isVisible()


def test_a_head_that_went_with_somebody_is_said_once(opened: Opened) -> None:
    opened.session.set_in_use(WORN)
    opened.core.people.set_people([person("Ada")])
    assert opened.session.asked("look") == [()]
    gone = replace(PLAIN, refusal=Failure.of(HeadErased()))
    opened.session.set_in_use(gone)
    opened.session.set_in_use(gone)
    assert len(opened.said()) == 1
    assert opened.said()[0].startswith("The trained head was removed")


def test_what_can_teach_nothing_is_a_sentence(opened: Opened, tmp_path: Path) -> None:
    opened.page.train(tmp_path)
    fail(opened.session.tasks[-1], Failure.of(TooFewPeople(count=2)))
    assert opened.page.blank.isVisible()
    assert opened.said()[0].startswith("Training needs at least four people")


def test_what_is_no_folder_is_refused(opened: Opened, tmp_path: Path) -> None:
    file = tmp_path / "one.png"
    file.write_bytes(b"")
    drop(opened.page, [file])
    assert opened.session.calls == []
    assert opened.said() == ["Drop one folder that holds a folder of pictures for each person."]


def test_a_newer_folder_makes_an_older_answer_stale(opened: Opened, tmp_path: Path) -> None:
    opened.page.train(tmp_path)
    old = opened.session.tasks[-1]
    opened.page.train(tmp_path)
    assert old.stopped
    finish(old, taught())
    assert opened.page.taught is None


def test_notes_and_export(opened: Opened, tmp_path: Path) -> None:
    found = opened.trained(taught(taken=replace(taken(), problems=(problem(),))))
    opened.page.problems_button.click()
    [dialog] = opened.window.findChildren(QDialog)
    assert "Ann/2.jpg" in dialog.text.toPlainText()  # type: ignore[attr-defined]
    file = tmp_path / "mine.head"
    opened.page.write_head(file)
    assert opened.session.asked("export") == [(found, file)]
    finish(opened.session.tasks[-1], file)
    assert opened.said() == ["The head was written to “mine.head”."]


def test_without_networks_nothing_can_be_trained(opened: Opened) -> None:
    opened.core.models.set_state(ModelsState("missing"))
    assert not opened.page.enrolled_button.isEnabled()
    assert not opened.page.blank.button.isEnabled()


def test_every_control_has_a_name(opened: Opened) -> None:
    opened.page.train(Path("x"))
    opened.session.tasks[-1].progressed.emit(lesson())
    finish(opened.session.tasks[-1], taught(BETTER, UNCLEAR))
    assert unnamed_controls(opened.window) == []


def test_a_narrow_window_shows_one_card_below_the_other(opened: Opened) -> None:
    opened.trained()
    opened.window.resize(900, 640)
    opened.bot.waitUntil(lambda: opened.view.distances.y() > opened.view.loss.y())
