"""The Studio's settings: what they show is what a run gets, and the other way round."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.style.recipe import GATYS, LAYERS, Recipe
from desktop.ui import theme, words
from desktop.ui.pages.studio.controls import SIZES, LookControls, SizeControls
from desktop.ui.pages.studio.more import MoreControls, layer_words
from desktop.ui.widgets.curve import LossCurve


def _heard(controls: LookControls | SizeControls | MoreControls) -> list[Recipe]:
    heard: list[Recipe] = []
    controls.changed.connect(heard.append)
    return heard


def test_strengths_are_multiples_of_the_usual(qtbot: QtBot) -> None:
    look = LookControls()
    qtbot.addWidget(look)
    heard = _heard(look)
    assert look.strength.slider.shown() == "1.0×"
    look.strength.slider.slider.setValue(0)
    assert heard[-1].style_weight == 100.0
    assert look.strength.slider.shown() == "0.10×"
    look.content.slider.slider.setValue(100)
    assert heard[-1].content_weight == 10.0
    look.strokes.slider.slider.setValue(100)
    assert heard[-1].style_scale == 3.0


def test_smoothness_is_off_at_first_and_again_at_the_left_end(qtbot: QtBot) -> None:
    look = LookControls()
    qtbot.addWidget(look)
    heard = _heard(look)
    assert look.smooth.slider.shown() == "off"
    look.smooth.slider.slider.setValue(50)
    assert heard[-1].tv_weight == pytest.approx(0.01)
    look.smooth.slider.slider.setValue(0)
    assert heard[-1].tv_weight == 0.0


def test_a_double_click_on_the_words_goes_back_to_the_usual(qtbot: QtBot) -> None:
    look = LookControls()
    qtbot.addWidget(look)
    heard = _heard(look)
    look.show()
    look.strength.slider.slider.setValue(83)
    qtbot.mouseDClick(look.strength.slider, Qt.MouseButton.LeftButton)
    assert heard[-1].style_weight == 1000.0


def test_what_lies_between_two_steps_stays_until_its_own_slider_moves(qtbot: QtBot) -> None:
    look = LookControls(Recipe(style_weight=1234.5))
    qtbot.addWidget(look)
    heard = _heard(look)
    look.strokes.slider.slider.setValue(80)
    look.colour.segment("luminance").click()
    assert (heard[-1].style_weight, heard[-1].colour) == (1234.5, "luminance")


@settings(max_examples=30, deadline=None)
@given(
    st.floats(100, 10_000), st.floats(0.1, 10), st.floats(0.34, 3), st.sampled_from(["style", "luminance"])
)
def test_showing_settings_says_nothing(style: float, content: float, scale: float, colour: str) -> None:
    look = LookControls()
    heard = _heard(look)
    recipe = Recipe(style_weight=style, content_weight=content, style_scale=scale, colour=colour)
    look.show_recipe(recipe)
    assert heard == []
    assert look.strength.value() == pytest.approx(style, rel=0.03)
    look.deleteLater()


def test_sizes_and_what_they_need(qtbot: QtBot) -> None:
    controls = SizeControls()
    qtbot.addWidget(controls)
    heard = _heard(controls)
    for size in SIZES:
        controls.size_.segment(str(size)).click()
    assert [recipe.size for recipe in heard] == list(SIZES)
    controls.iterations.slider.setValue(0)
    assert heard[-1].iterations == 25
    controls.say("about 3 GB")
    assert controls.note.text() == "about 3 GB"


def test_a_size_of_its_own_is_kept_though_no_button_has_it(qtbot: QtBot) -> None:
    controls = SizeControls(Recipe(size=900))
    qtbot.addWidget(controls)
    heard = _heard(controls)
    assert controls.size_.value() == "1024"
    controls.iterations.slider.setValue(0)
    assert heard[-1].size == 900


def test_layers_are_weighed_added_and_taken_back(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda *_at: None)  # there is no screen to open it on
    more = MoreControls()
    qtbot.addWidget(more)
    heard = _heard(more)
    deepest = more.layers.slider("conv5_1")
    assert deepest is not None
    deepest.set_value(0.0)
    assert [layer for layer, _ in heard[-1].style_layers] == ["conv1_1", "conv2_1", "conv3_1", "conv4_1"]
    more.layers.add_button.click()
    entry = next(one for one in more.layers.menu.actions() if one.text() == layer_words("conv3_4"))
    entry.trigger()
    assert ("conv3_4", 1.0) in heard[-1].style_layers
    more.layers.reset_button.click()
    assert heard[-1].style_layers == GATYS
    assert more.layers.slider("conv3_4") is None


def test_with_every_layer_at_nothing_the_last_style_stays(qtbot: QtBot) -> None:
    more = MoreControls()
    qtbot.addWidget(more)
    heard = _heard(more)
    for layer, _ in GATYS:
        slider = more.layers.slider(layer)
        assert slider is not None
        slider.set_value(0.0)
    assert heard[-1].style_layers == (("conv5_1", 1.0),)


def test_every_choice_reaches_the_recipe(qtbot: QtBot) -> None:
    more = MoreControls()
    qtbot.addWidget(more)
    heard = _heard(more)
    more.content_layer.setCurrentIndex(LAYERS.index("conv3_2"))
    more.init.setCurrentIndex(2)
    more.optimizer.setCurrentIndex(1)
    more.distance.segment("wasserstein").click()
    more.pooling.segment("average").click()
    more.step.set_value(1.0)
    more.seed.setText("41")
    more.seed.editingFinished.emit()
    wanted = Recipe(
        content_layer="conv3_2",
        init="random",
        optimizer="adam",
        distance="wasserstein",
        pooling="average",
        step=10.0,
        seed=41,
    )
    assert heard[-1] == wanted
    more.dice.click()
    assert heard[-1].seed != 41
    other = MoreControls()
    qtbot.addWidget(other)
    quiet = _heard(other)
    other.show_recipe(replace(wanted, style_layers=(("conv2_2", 2.0),)))
    assert quiet == []
    assert other.optimizer.currentText() == "Adam"
    extra, usual = other.layers.slider("conv2_2"), other.layers.slider("conv1_1")
    assert extra is not None
    assert usual is not None
    assert (extra.value(), usual.value()) == (2.0, 0.0)


def test_the_curve_tells_style_and_photo_apart(qtbot: QtBot, qapp: QApplication) -> None:
    curve = LossCurve()
    qtbot.addWidget(curve)
    curve.show()
    curve.set_points(((1, 5.0, 5000.0, 0.0), (2, 4.5, 1234.0, 0.0)))
    assert curve.style_words.text() == "Style 1,234"
    assert curve.content_words.text() == "Photo 4.50"
    assert curve.drawn() == (2, 2)
    theme.apply(qapp, theme.Scheme.LIGHT)
    curve.set_points(())
    qtbot.waitUntil(lambda: curve.style_words.text() == "Style –")


def test_a_curve_that_nobody_sees_is_drawn_when_it_is_seen(qtbot: QtBot) -> None:
    curve = LossCurve()
    qtbot.addWidget(curve)
    curve.set_points(((1, 5.0, 5000.0, 0.0), (2, 0.0, 1234.0, 0.0)))
    assert curve.drawn() == ()
    curve.show()
    qtbot.waitUntil(lambda: curve.drawn() == (2, 2))


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.2, "1 s"), (7.4, "7 s"), (38.0, "40 s"), (70.0, "1 min"), (600.0, "10 min"), (5600.0, "1.6 h")],
)
def test_times_are_as_fine_as_an_estimate(seconds: float, said: str) -> None:
    assert words.span(seconds) == said


def test_what_is_recorded_counts_as_a_clock() -> None:
    assert [words.clock(seconds) for seconds in (0.4, 65.9, 600.0)] == ["0:00", "1:05", "10:00"]
