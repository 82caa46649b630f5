"""Networks of one's own on the Explore page: offered, trained, opened again; what is only for pictures."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.errors import NotWritable
from desktop.explore.errors import HoldsRecordings
from desktop.networks.field import Field
from desktop.signals.errors import OneClass
from desktop.ui.pages.explore.reading import Source
from desktop.ui.widgets.dialogs import ConfirmDialog
from desktop.weights.errors import WeightsMissing
from desktop.work.explore_messages import Learning, Learnt, Look
from desktop.work.messages import Failure
from tests.fakes import fail, finish, picture
from tests.fakes_explore import OWN, explored, found
from tests.ui.exploring import Opened

VOICES = Path("Voices")


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    return Opened(qtbot)


def offered(opened: Opened) -> None:
    """A folder of recordings was dropped."""
    opened.page.read(Source("folder", VOICES))
    fail(opened.session.task("read_folder"), Failure.of(HoldsRecordings(place="Voices")))


def learnt(opened: Opened) -> None:
    """... and a network learnt from it."""
    offered(opened)
    opened.page.blank.message.button.click()
    finish(opened.session.task("train"), Learnt(OWN, "sound", 2, 1, 3, 4))
    finish(opened.session.task("open"), explored(OWN))


def test_a_folder_of_recordings_is_offered_to_a_network(opened: Opened) -> None:
    offered(opened)
    message = opened.page.blank.message
    assert message.button.text() == "Train a small network"
    assert "learn from “Voices”" in message.button.accessibleDescription()
    assert opened.said() == []
    message.button.click()
    assert opened.session.asked("train") == [(VOICES,)]
    row = opened.page.reading
    assert row.isVisible()
    assert row.progress is not None
    opened.session.task("train").progressed.emit(Learning(3, 60, "", 3, 0.125, 0.4))
    said = row.progress.bar.accessibleDescription()
    assert row.progress.bar.accessibleName() == "Learning from “Voices”"
    assert "Epoch 3" in said
    assert "0.125" in said
    assert "40 %" in said
    assert row.progress.bar.value() / row.progress.bar.maximum() == pytest.approx(3 / 60, abs=0.01)


def test_training_can_be_cancelled(opened: Opened) -> None:
    offered(opened)
    opened.page.blank.message.button.click()
    opened.page.reading.progress.cancel_button.click()  # type: ignore[union-attr]
    assert opened.session.task("train").stopped


def test_what_cannot_be_learnt_from_is_a_notice(opened: Opened) -> None:
    offered(opened)
    opened.page.blank.message.button.click()
    fail(opened.session.task("train"), Failure.of(OneClass(folder="Voices")))
    assert "only one class" in opened.said()[0]
    assert opened.page.blank.message.button.text() == "Choose a folder…"


def test_a_network_that_has_learnt_is_opened_with_what_it_learnt_from(opened: Opened) -> None:
    learnt(opened)
    page = opened.page
    assert "3 of 4; untrained 1" in opened.said()[0]
    assert page.network == OWN
    assert opened.session.asked("open")[-1] == (OWN,)
    assert opened.session.asked("read_folder")[-1] == (VOICES, OWN)
    segment = page.bar.network.segment("own")
    assert segment.isVisible()
    assert segment.isChecked()
    assert segment.text() == "Own: Voices"
    finish(opened.session.task("read_folder"), found(OWN, title="Voices"))
    assert page.walk.accessibleDescription() == "48 units · each sees 5 moments"
    page.walk.step(2)
    assert page.desk.layer is not None
    assert page.desk.layer.name == "conv3"
    opened.wait_for_cuts()
    opened.cut()
    assert len(opened.nine.shown()) == 9
    page.bar.network.segment("vgg19").click()
    assert page.network == "vgg19"
    segment.click()
    assert page.network == OWN


def test_what_is_for_pictures_is_disabled_and_says_why(opened: Opened) -> None:
    page = opened.page
    bar, panel = page.bar, page.panel
    opened.read()
    assert bar.live_button.isEnabled()
    learnt(opened)
    finish(opened.session.task("read_folder"), found(OWN, title="Voices"))
    assert not bar.live_button.isEnabled()
    assert "does not look at pictures" in bar.live_button.toolTip()
    panel.imagine_button.click()  # that goes with every network
    assert opened.session.asked("imagine") == [(OWN, "conv1", 0)]
    actions = {each.text(): each for each in bar.open_button.menu().actions()}
    assert not actions["The enrolled"].isEnabled()
    page.search_file(Path("eye.png"))
    assert "does not look at pictures" in opened.said()[-1]
    bar.network.segment("sface").click()
    assert bar.live_button.isEnabled()
    assert actions["The enrolled"].isEnabled()


def test_kept_networks_are_opened_again(opened: Opened) -> None:
    bar = opened.page.bar
    assert not bar.network.segment("own").isVisible()
    assert not bar.own_menu.menuAction().isVisible()
    finish(opened.session.task("own"), ("own:Beats", OWN))
    assert [each.text() for each in bar.own_menu.actions()[:2]] == ["Own: Beats", "Own: Voices"]
    bar.own_menu.actions()[0].trigger()
    assert opened.page.network == "own:Beats"
    assert opened.session.asked("open")[-1] == ("own:Beats",)
    assert bar.network.segment("own").text() == "Own: Beats"
    assert opened.page.blank.message.button.text() == "Choose a folder…"
    assert not opened.page.blank.ways.isVisible()


def test_a_network_is_removed_when_one_says_so(opened: Opened) -> None:
    learnt(opened)
    finish(opened.session.task("read_folder"), found(OWN, title="Voices"))
    page, bar = opened.page, opened.page.bar
    finish(opened.session.task("own"), ("own:Beats", OWN))
    removals = {each.text(): each for each in bar.remove_menu.actions()}
    assert set(removals) == {"Beats…", "Voices…"}
    removals["Voices…"].trigger()
    dialog = opened.window.findChild(ConfirmDialog)
    assert "Your own files stay" in " ".join(each.text() for each in dialog.findChildren(QLabel))
    dialog.reject()
    assert opened.session.asked("forget") == []
    removals["Voices…"].trigger()
    opened.window.findChildren(ConfirmDialog)[-1].confirm_button.click()
    assert opened.session.asked("forget") == [(OWN,)]
    finish(opened.session.task("forget"), OWN)
    assert opened.said()[-1] == "“Voices” was removed."
    assert page.network == "vgg19"
    assert bar.network.segment("own").text() == "Own: Beats"
    bar.remove_menu.actions()[0].trigger()
    opened.window.findChildren(ConfirmDialog)[-1].confirm_button.click()
    failure = Failure.of(NotWritable(path=Path("Beats.safetensors")))
    fail(opened.session.task("forget"), failure)
    assert bar.network.segment("own").isVisible()
    bar.remove_menu.actions()[0].trigger()
    opened.window.findChildren(ConfirmDialog)[-1].confirm_button.click()
    finish(opened.session.task("forget"), "own:Beats")
    assert not bar.network.segment("own").isVisible()
    assert not bar.own_menu.menuAction().isVisible()


def test_a_folder_to_learn_from_can_be_chosen(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: "/sounds/Voices")
    actions = {each.text(): each for each in opened.page.bar.open_button.menu().actions()}
    actions["Train a network on recordings, clips or volumes…"].trigger()
    assert opened.session.asked("train") == [(Path("/sounds/Voices"),)]


def test_a_segment_is_looked_at_closely(opened: Opened) -> None:
    learnt(opened)
    at = found(OWN, title="Voices")
    finish(opened.session.task("read_folder"), at)
    opened.page.look(0)
    values = np.zeros((1, 20), np.float32)
    values[0, 4] = 2.5
    patch = at.strongest("conv1", whole=False).patches(0, Field(5, 2, 2.0))[0]
    fields = (Field(128, 128, 63.5), Field(20, 8, 9.5))
    pieces = [picture(64, 64, shade) for shade in (40, 90, 140, 190)]
    look = Look("conv1", 0, 0, patch, picture(128, 160, 30), (32, 0, 52, 128), fields, values, *pieces)
    finish(opened.session.task("look"), look)
    view = opened.page.closely.view
    frame, box = view.frame(), view.box()
    assert box.top() == pytest.approx(frame.top())
    assert box.height() == pytest.approx(frame.height())
    assert box.width() == pytest.approx(frame.width() * 20 / 160)
    assert view.value_at(box.center()) == 2.5
    assert view.value_at(QRectF(frame).center()) == 0


def test_recordings_need_no_weights(qtbot: QtBot) -> None:
    opened = Opened(qtbot, loaded=False)
    fail(opened.session.task("open"), Failure.of(WeightsMissing(name="vgg19")))
    assert opened.page.blank.message.button.text() == "Fetch"
    learnt(opened)
    finish(opened.session.task("read_folder"), found(OWN, title="Voices"))
    assert opened.page.desk.isVisible()
