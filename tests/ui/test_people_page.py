"""The People page as a user meets it, over sessions that the test answers for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.pictures import write_png
from desktop.progress import Progress
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.people import PeoplePage
from desktop.ui.pages.people_ask import EnrolDialog, suggested_name
from desktop.ui.pages.people_job_row import JobRow
from desktop.ui.pages.people_model import PeopleModel
from desktop.ui.pages.people_picker import PersonPicker
from desktop.ui.widgets.dialogs import ConfirmDialog, PassphraseDialog
from desktop.work.messages import EnrolReport, Failure, TemplateCard, Undo, VaultState
from tests.fakes import WHEN, FakeCore, fail, finish, person, picture, sighting
from tests.ui.accessible import keyboard_problems, unnamed_controls
from tests.ui.drops import drop

NAMES = ("Ada", "Jürgen Groß", "Mara", "Александр", "李娜")


class Opened:
    """The page in a window of its own."""

    def __init__(self, qtbot: QtBot, core: FakeCore) -> None:
        self.core = core
        self.people = core.people
        self.bot = qtbot
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.page = PeoplePage(core, self.window.notices, self.window.actions_table)
        self.window.add_page(self.page, "People", "people")
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()

    def choose(self, name: str, templates: int = 0) -> None:
        self.page.grid.choose(f"id-{name}")
        self.bot.waitUntil(lambda: bool(self.people.asked("templates")))
        if templates:
            cards = [TemplateCard(f"t{n}", picture(), 0.8, WHEN, "sface") for n in range(templates)]
            finish(self.people.tasks[-1], tuple(cards))

    def dialog(self, kind: type[QDialog]) -> QDialog:
        found = [each for each in self.window.findChildren(kind) if each.isVisible()]
        assert len(found) == 1
        return found[0]

    def said(self) -> list[str]:
        return [notice.sentence for notice in self.window.notices.shown()]

    def drop(self, *paths: Path, on: QWidget | None = None) -> None:
        drop(on or self.page, paths)


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    made = Opened(qtbot, FakeCore([person(name, templates=2) for name in NAMES]))
    yield made
    for dialog in made.window.findChildren(QDialog):
        dialog.close()
    made.window.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Ada_Lin_0001.png"
    write_png(picture(), path)
    return path


def shown(page: PeoplePage) -> list[str]:
    return [str(page.model.data(page.model.index(row))) for row in range(page.model.rowCount())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", list(NAMES)),
        ("RA", ["Mara"]),
        ("gross", ["Jürgen Groß"]),
        ("jurgen", ["Jürgen Groß"]),
        ("санд", ["Александр"]),
        ("娜", ["李娜"]),
        ("groß jür", ["Jürgen Groß"]),
        ("nobody", []),
    ],
)
def test_search_finds_any_part_in_any_script(opened: Opened, text: str, found: list[str]) -> None:
    opened.page.search.setText(text)
    assert shown(opened.page) == found


def test_search_that_finds_nobody_says_so_and_esc_shows_everyone(opened: Opened) -> None:
    opened.bot.keyClick(opened.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    opened.bot.waitUntil(opened.page.search.hasFocus)
    opened.bot.keyClicks(opened.page.search, "zz")
    assert "zz" in opened.page.nobody.line()
    assert opened.page.states.currentWidget() is opened.page.nobody
    opened.bot.keyClick(opened.page.search, Qt.Key.Key_Escape)
    assert opened.page.states.currentWidget() is opened.page.grid


def test_five_thousand_people_are_listed_and_searched_without_a_pause(qtbot: QtBot) -> None:
    model = PeopleModel()
    model.set_people([person(f"Person number {n}", str(n)) for n in range(5000)])
    model.search("number 49")
    assert model.rowCount() == sum("49" in str(n) for n in range(5000))
    assert model.find("4999") is not None


def test_selecting_shows_the_person_with_consent_and_pictures(opened: Opened) -> None:
    opened.choose("Mara", templates=3)
    panel = opened.page.panel
    assert panel.isVisible()
    assert panel.name.text() == "Mara"
    words = " ".join(each.text() for each in panel.findChildren(type(panel._since)))
    assert "the person themselves" in words
    assert "4 May 2026" in words
    assert len(panel.crops.crops()) == 3
    assert panel.crops.last.isHidden()


def test_pictures_of_somebody_chosen_before_come_too_late(opened: Opened) -> None:
    opened.choose("Mara")
    late = opened.people.tasks[-1]
    opened.page.grid.choose("id-Ada")
    opened.bot.waitUntil(lambda: len(opened.people.asked("templates")) == 2)
    finish(late, (TemplateCard("t", picture(), 0.8, WHEN, "sface"),))
    assert opened.page.panel.crops.crops() == ()


def test_rename_by_f2_and_enter_can_be_undone(opened: Opened) -> None:
    opened.choose("Mara")
    opened.bot.keyClick(opened.page.grid, Qt.Key.Key_F2)
    field = opened.page.panel.name
    opened.bot.waitUntil(field.hasFocus)
    opened.bot.keyClicks(field, "  Mara  Lin ")
    opened.bot.keyClick(field, Qt.Key.Key_Return)
    assert opened.people.asked("rename") == [("id-Mara", "Mara Lin")]
    finish(opened.people.tasks[-1])
    assert opened.said() == []  # not before it is known whether it can be taken back
    undo = Undo(7, "rename")
    opened.people.undoable.emit(undo)
    assert "Mara Lin" in opened.said()[0]
    opened.bot.keyClick(opened.page.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.people.asked("undo") == [(undo,)]
    opened.page.jobs.undo()
    assert len(opened.people.asked("undo")) == 1  # once


def test_esc_restores_the_name_and_a_refused_one_comes_back(opened: Opened) -> None:
    opened.choose("Mara")
    field = opened.page.panel.name
    field.edit()
    opened.bot.keyClicks(field, "Other")
    opened.bot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Mara"
    field.edit()
    opened.bot.keyClicks(field, "   ")
    opened.bot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Mara"
    assert opened.people.asked("rename") == []
    field.edit()
    opened.bot.keyClicks(field, "Ada")
    opened.bot.keyClick(field, Qt.Key.Key_Return)
    fail(opened.people.tasks[-1], Failure("“{name}” is taken; choose another name.", {"name": "Ada"}))
    assert field.text() == "Mara"
    assert opened.said() == ["“Ada” is taken; choose another name."]


def test_erase_asks_and_enter_means_no(opened: Opened) -> None:
    opened.choose("Mara")
    opened.page.grid.setFocus()
    opened.bot.keyClick(opened.page.grid, Qt.Key.Key_Delete)
    dialog = opened.dialog(ConfirmDialog)
    assert isinstance(dialog, ConfirmDialog)
    words = " ".join(each.text() for each in dialog.findChildren(type(opened.page.panel._since)))
    assert "can't be undone" in words
    opened.bot.keyClick(dialog, Qt.Key.Key_Return)
    assert opened.people.asked("erase") == []
    opened.page.panel.erase_button.click()
    again = opened.dialog(ConfirmDialog)
    assert isinstance(again, ConfirmDialog)
    again.confirm_button.click()
    assert opened.people.asked("erase") == [("id-Mara",)]


def test_the_panel_goes_with_an_erased_person_and_so_does_what_was_seen_of_them(opened: Opened) -> None:
    opened.core.live.sighted.emit(sighting(3, "Mara"))
    opened.choose("Mara")
    assert opened.page.panel._lately.isVisible()
    assert "similarity 0.60" in opened.page.panel._lately.text()
    opened.people.set_people([person("Ada")])
    assert opened.page.panel.isHidden()
    assert "id-Mara" not in opened.page._seen


def test_the_last_picture_stays_and_says_why(opened: Opened) -> None:
    opened.choose("Mara", templates=2)
    first = opened.page.panel.crops.crops()[0]
    first.button.click()
    assert opened.people.asked("remove_template") == [("id-Mara", "t0")]
    opened.page.panel.set_templates((TemplateCard("t1", picture(), 0.2, WHEN, "sface"),))
    assert opened.page.panel.crops.crops()[0].button.isHidden()
    assert opened.page.panel.crops.last.isVisible()


def test_merge_offers_everybody_else(opened: Opened) -> None:
    opened.choose("Mara")
    opened.page.panel.merge_button.click()
    picker = opened.dialog(PersonPicker)
    assert isinstance(picker, PersonPicker)
    assert picker.model.rowCount() == len(NAMES) - 1
    assert not picker.take_button.isEnabled()
    opened.bot.keyClicks(picker.search, "ada")
    opened.bot.keyClick(picker.search, Qt.Key.Key_Return)
    assert opened.people.asked("merge") == [("id-Mara", "id-Ada")]


def test_dropped_pictures_ask_for_the_name_and_who_agreed(opened: Opened, file: Path) -> None:
    opened.drop(file)
    dialog = opened.dialog(EnrolDialog)
    assert isinstance(dialog, EnrolDialog)
    assert dialog.name.text() == "Ada Lin"
    dialog.name.clear()
    assert not dialog.add_button.isEnabled()
    opened.bot.keyClicks(dialog.name, "Lin")
    opened.bot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert opened.people.asked("enrol_pictures") == [((file,), "Lin", "Lin")]
    finish(opened.people.tasks[-1], EnrolReport(("id-Lin",), 1, ()))
    opened.people.set_people([person("Ada"), person("Lin")])
    opened.people.undoable.emit(Undo(1, "add"))
    assert "Lin" in opened.said()[0]
    assert opened.page.panel.card is not None
    assert opened.page.panel.card.name == "Lin"


def test_a_dropped_folder_enrols_everyone_and_says_what_was_left_out(opened: Opened, file: Path) -> None:
    opened.drop(file.parent)
    dialog = opened.dialog(EnrolDialog)
    assert isinstance(dialog, EnrolDialog)
    assert dialog.name.isHidden()
    opened.bot.keyClicks(dialog.consent, "the works council")
    dialog.add_button.click()
    assert opened.people.asked("enrol_folder") == [(file.parent, "the works council")]
    task = opened.people.tasks[-1]
    rows = opened.page.findChildren(JobRow)
    assert len(rows) == 1
    opened.bot.waitUntil(rows[0].isVisible)
    task.progressed.emit(Progress(3, 12))
    assert rows[0].bar.value() == 250
    broken = Failure("“{picture}” can't be read as a picture.", {"picture": "a.jpg"})
    blank = Failure("No face was found in “{picture}”.", {"picture": "b.jpg"})
    finish(task, EnrolReport(("1", "2"), 5, (("a.jpg", broken), ("b.jpg", blank))))
    opened.people.undoable.emit(Undo(2, "add"))
    notice = opened.window.notices.shown()[0]
    assert "2 people" in notice.sentence
    assert "2 pictures were left out" in notice.sentence
    assert notice.details.splitlines() == [
        "a.jpg: “a.jpg” can't be read as a picture.",
        "b.jpg: No face was found in “b.jpg”.",
    ]
    opened.bot.waitUntil(lambda: not opened.page.findChildren(JobRow))


def test_a_folder_of_one_person_asks_for_the_name(opened: Opened, file: Path) -> None:
    opened.drop(file.parent)
    dialog = opened.dialog(EnrolDialog)
    assert isinstance(dialog, EnrolDialog)
    dialog.one.click()
    dialog.name.setText("Lin")
    dialog.add_button.click()
    assert opened.people.asked("enrol_pictures") == [((file,), "Lin", "Lin")]


def test_cancel_reaches_the_job(opened: Opened, tmp_path: Path) -> None:
    opened.page.jobs.enrol_folder(tmp_path, "them")
    task = opened.people.tasks[-1]
    row = opened.page.findChildren(JobRow)[0]
    row.cancel_button.click()
    assert not task.step()  # the lane sees it before the next step
    opened.bot.waitUntil(lambda: any("Stopped" in said for said in opened.said()))


def test_one_unusable_picture_is_told_in_its_own_sentence(opened: Opened, file: Path) -> None:
    opened.page.jobs.enrol_pictures((file,), "Lin", "Lin")
    failure = Failure("No face was found in “{picture}”.", {"picture": "b.jpg"})
    finish(opened.people.tasks[-1], EnrolReport((), 0, (("b.jpg", failure),)))
    assert opened.said() == ["No face was found in “b.jpg”."]


def test_several_folders_at_once_are_refused(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    opened.drop(tmp_path / "a", tmp_path / "b")
    assert opened.said() == ["Drop one folder at a time, or pictures without folders."]


def test_more_pictures_of_the_chosen_keep_name_and_consent(opened: Opened, file: Path) -> None:
    opened.choose("Mara")
    opened.drop(file, on=opened.page.panel.drop)
    assert opened.people.asked("enrol_pictures") == [((file,), "Mara", "the person themselves")]


def test_ctrl_v_takes_a_picture_from_the_clipboard(opened: Opened) -> None:
    from desktop.ui.images import to_image

    QGuiApplication.clipboard().setImage(to_image(np.full((40, 40, 3), 80, np.uint8)))
    opened.page.grid.setFocus()
    opened.bot.keyClick(opened.page.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = opened.dialog(EnrolDialog)
    assert isinstance(dialog, EnrolDialog)
    assert dialog.name.text() == ""


def test_an_older_undo_leaves_with_the_next_change(opened: Opened) -> None:
    card = opened.people.people[0]
    opened.page.jobs.rename(card, "One")
    finish(opened.people.tasks[-1])
    opened.people.undoable.emit(Undo(1, "rename"))
    opened.page.jobs.rename(card, "Two")
    finish(opened.people.tasks[-1])
    opened.people.undoable.emit(Undo(2, "rename"))
    assert [said for said in opened.said() if "One" in said] == []
    opened.people.undoable.emit(None)
    assert opened.said() == []


def test_nobody_enrolled_says_what_to_drop(qtbot: QtBot) -> None:
    opened = Opened(qtbot, FakeCore())
    assert opened.page.states.currentWidget() is opened.page.drop
    assert "folder of people" in opened.page.drop.accessibleName()
    assert opened.page.search.isHidden()
    opened.window.close()


def test_locked_people_are_unlocked_with_a_passphrase(opened: Opened) -> None:
    opened.people.set_vault(VaultState("locked"))
    assert opened.page.states.currentWidget() is opened.page.locked
    assert not opened.page.acceptDrops()
    opened.page.locked.button.click()
    dialog = opened.dialog(PassphraseDialog)
    assert isinstance(dialog, PassphraseDialog)
    dialog.first.setText("wrong")
    dialog.done_button.click()
    assert opened.people.asked("unlock") == [("wrong",)]
    wrong = Failure("That passphrase does not open the people; try again.")
    opened.people.set_vault(VaultState("locked", failure=wrong))
    assert dialog.isVisible()
    assert dialog._wrong.text() == wrong.sentence
    dialog.first.setText("right")
    dialog.done_button.click()
    opened.people.set_vault(VaultState("open"))
    opened.bot.waitUntil(lambda: not dialog.isVisible())
    assert opened.page.states.currentWidget() is opened.page.grid


def test_a_vault_that_failed_can_be_tried_again(opened: Opened) -> None:
    failure = Failure("The database is damaged; restore it from an export.")
    opened.people.set_vault(VaultState("failed", failure=failure))
    assert opened.page.locked._hint.text() == failure.sentence
    opened.page.locked.button.click()
    assert opened.people.asked("unlock") == [(None,)]


def test_export_and_import_ask_for_the_passphrase(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "people"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))
    opened.page._export.trigger()
    dialog = opened.dialog(PassphraseDialog)
    assert isinstance(dialog, PassphraseDialog)
    dialog.first.setText("long enough")
    assert not dialog.done_button.isEnabled()
    dialog.second.setText("long enough")
    dialog.done_button.click()
    assert opened.people.asked("export") == [(tmp_path / "people.likeness", "long enough")]
    finish(opened.people.tasks[-1])
    assert opened.said() == ["“people.likeness” was written."]
    opened.page._import.trigger()
    dialog = opened.dialog(PassphraseDialog)
    assert isinstance(dialog, PassphraseDialog)
    assert dialog.second.isHidden()
    dialog.first.setText("x")
    dialog.done_button.click()
    assert opened.people.asked("import_file") == [(target, "x")]


def test_one_persons_data_is_handed_over_as_a_zip(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return str(tmp_path / name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    opened.choose("Jürgen Groß")
    opened.page.panel.hand_over_button.click()
    assert asked == ["Jürgen Groß.zip"]
    assert opened.people.asked("hand_over") == [(tmp_path / "Jürgen Groß.zip", "id-Jürgen Groß")]


def test_enter_opens_and_esc_closes_the_panel(opened: Opened) -> None:
    grid = opened.page.grid
    grid.setFocus()
    opened.bot.keyClick(grid, Qt.Key.Key_Return)
    opened.bot.waitUntil(opened.page.panel.name.hasFocus)
    opened.bot.keyClick(opened.page.panel.name, Qt.Key.Key_Escape)
    assert opened.page.panel.isHidden()
    assert grid.hasFocus()


def test_a_change_elsewhere_keeps_the_choice(opened: Opened) -> None:
    opened.choose("Mara")
    opened.people.set_people([person("Anna"), *opened.people.people])
    chosen = opened.page.grid.chosen()
    assert chosen is not None
    assert chosen.name == "Mara"


def test_every_control_has_a_name_and_the_keyboard_reaches_it(opened: Opened) -> None:
    opened.choose("Mara", templates=2)
    assert keyboard_problems(opened.window) == []
    opened.page.panel.merge_button.click()
    assert unnamed_controls(opened.window) == []


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Lin_Chen_0001.jpg", "Lin Chen"),
        ("Ada.png", "Ada"),
        ("IMG_2034.jpg", ""),
        ("DSC00012.JPG", ""),
        ("2024-05-01 10.30.jpg", ""),
        ("李娜 (2).png", "李娜"),
        ("Team", "Team"),
    ],
)
def test_names_are_suggested_only_where_a_file_carries_one(name: str, wanted: str) -> None:
    assert suggested_name(Path(name)) == wanted
