"""The pages as they look in use, with more words on them than when they are empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.paths import Home
from desktop.settings import Settings
from desktop.ui.choices import Choices
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.live import LivePage
from desktop.weights import store
from desktop.work.messages import Failure, ModelsState, SourceState, VaultState
from tests import fakes
from tests.fakes import finish
from tests.fakes_explore import imagined
from tests.fakes_explore import look as looked
from tests.fakes_film import cut_off
from tests.fakes_film import preview as film_preview
from tests.fakes_film import step as film_step
from tests.fakes_studio import item
from tests.fakes_studio import state as kept_state
from tests.fakes_studio import step as style_step
from tests.ui.calibrated import grouped
from tests.ui.exploring import Opened as Explore
from tests.ui.learnt import UNCLEAR, lesson, taught
from tests.ui.studio import Opened as Studio
from tests.ui.test_calibrate_page import Opened as Calibrate
from tests.ui.test_compare_page import Opened as Compare
from tests.ui.test_film_page import Opened as Film
from tests.ui.test_learn_page import Opened as Learn
from tests.ui.test_models_page import Shown as Models
from tests.ui.test_people_page import Opened as People
from tests.ui.test_sound_page import WithFakes as Sound
from tests.ui.test_sound_page import step as sound_step

NAMES = (
    "Ada", "Mara", "Lin", "Bo", "Desk", "Waves", "Mine", "harbour", "My people", "Holiday", "content",
    "texture", "melody", "bursts", "talk.mp4", "group 0", "group 1", "sky", "sface",
    # Of the window that a test makes for one page.
    "People", "Compare", "Calibrate", "Learn", "Studio", "Explore", "Sound", "Film", "Models",
)  # fmt: skip
"""What the made-up user calls people, files and styles."""

State = Callable[[QtBot, Home], Iterator[QWidget]]


def live(bot: QtBot, home: Home) -> Iterator[QWidget]:
    """Faces of every kind, who was seen, the card of one; then nothing but what is missing."""
    core = fakes.FakeCore([fakes.person("Ada"), fakes.person("Mara")], [fakes.row("sky", used=True)])
    window = _window(bot)
    page = LivePage(core, Choices(), window.notices, window.status, window.actions_table)  # type: ignore[arg-type]
    window.add_page(page, "", "live")
    window.show()
    core.live.say(SourceState("playing", "Desk", 30.0, True))
    core.live.show(fakes.picture())
    page.view.tick()
    for seen in (fakes.sighting(1, "Ada"), fakes.sighting(2)):
        core.live.sighted.emit(seen)
    core.live.recognised.emit(
        fakes.result(
            fakes.face(1, kind="known", name="Ada", confidence=0.8),
            fakes.face(2, (90, 30, 40, 50), "unsure", "Mara"),
            fakes.face(3, (10, 60, 30, 30), advice=("come closer", "more light")),
        )
    )
    yield window
    for new in (False, True):
        core.people.set_vault(VaultState("locked", new=new))
        yield window
    core.models.set_rows([fakes.row("sky", used=True, installed=False)])
    core.models.set_state(ModelsState("missing"))
    core.live.say(SourceState("stopped"))
    yield window


def people(bot: QtBot, home: Home) -> Iterator[QWidget]:
    """Somebody chosen, and the questions."""
    made = People(bot, fakes.FakeCore([fakes.person(name, templates=2) for name in ("Ada", "Mara")]))
    made.choose("Ada", templates=2)
    yield made.window
    made.page.panel.erase_button.click()
    yield from _dialogs(made.window)
    made.page.panel.merge_button.click()
    yield from _dialogs(made.window)
    for new in (False, True):
        made.people.set_vault(VaultState("locked", new=new))
        yield made.window


def compare(bot: QtBot, home: Home) -> Iterator[QWidget]:
    """A verdict, and a claim."""
    made = Compare(bot, fakes.FakeCore([fakes.person("Ada")]))
    for similarity in (0.7, 0.1):
        made.compared(similarity)
        yield made.window


def calibrate(bot: QtBot, home: Home) -> Iterator[QWidget]:
    """Measured, in groups, and the list that is labelled."""
    made = Calibrate(bot)
    found = made.measured()
    yield made.window
    card = made.view.served
    card.choice.segment("groups").click()
    yield made.window
    made.page.measure_groups(Path("groups.csv"))
    finish(made.session.tasks[-1], grouped(found))
    yield made.window


def learn(bot: QtBot, home: Home) -> Iterator[QWidget]:
    """Training, and what came of it."""
    made = Learn(bot)
    made.page.train(Path("My people"))
    made.session.tasks[-1].progressed.emit(lesson())
    yield made.window
    finish(made.session.tasks[-1], taught())
    yield made.window
    made.trained(taught(UNCLEAR, UNCLEAR))
    yield made.window


def studio(bot: QtBot, home: Home) -> Iterator[QWidget]:
    """A run, the queue, the live style, and the recent pictures."""
    made = Studio(bot, home)
    made.run()
    made.session.say_states(kept_state(0), kept_state(3))
    made.session.say_step(style_step(4))
    made.session.say_curve((0.0, 3.0, 2.0), (1.0, 2.0, 1.0))
    yield made.window
    made.page.set_mode("queue")
    made.core.queue.set_items(
        item(0, "running", 0.4, remaining=90.0),
        item(1, "failed"),
        item(2),
        item(3, "done"),
        item(4, "paused"),
    )
    yield made.window
    made.page.set_mode("live")
    yield made.window


def explore(bot: QtBot, home: Home) -> Iterator[QWidget]:
    """A folder, what the unit would like to see, and one patch."""
    made = Explore(bot)
    answer = made.read()
    made.page.panel.imagine_button.click()
    finish(made.session.task("imagine"), imagined(iteration=20))
    yield made.window
    made.page.look(0)
    finish(made.session.task("look"), looked(answer, layer="conv1_1"))
    yield made.window


def sound(bot: QtBot, home: Home) -> Iterator[QWidget]:
    """A run."""
    made = Sound(bot)
    made.started().progressed.emit(sound_step())
    yield made.window


def film(bot: QtBot, home: Home) -> Iterator[QWidget]:
    """A preview, a run, and one that was cut off."""
    made = Film(bot)
    made.session.set_cut_off(cut_off())
    yield made.window
    made.ready()
    made.panel.preview_button.click()
    finish(made.session.tasks[-1], film_preview())
    yield made.window
    made.runs()
    made.session.tasks[-1].progressed.emit(film_step(12))
    yield made.window


def models(bot: QtBot, home: Home) -> Iterator[QWidget]:
    """All that there is, most of it missing."""
    made = Models(bot, store.describe(home, Settings()))
    yield made.window


def notices(bot: QtBot, home: Home) -> Iterator[QWidget]:
    """Long sentences."""
    from desktop.weights.errors import PipMissing, WrongDigest

    window = _window(bot)
    window.show()
    for error in (PipMissing(source="sky"), WrongDigest(what="sky")):
        window.notices.failure(replace(Failure.of(error), details="x"))
    yield window


STATES: tuple[State, ...] = (
    live, people, compare, calibrate, learn, studio, explore, sound, film, models, notices,
)  # fmt: skip


@contextmanager
def closed(windows: Iterator[QWidget]) -> Iterator[Iterator[QWidget]]:
    """Close every window at the end, whatever happened."""
    seen: list[QWidget] = []

    def each() -> Iterator[QWidget]:
        for window in windows:
            seen.append(window)
            yield window

    try:
        yield each()
    finally:
        for window in seen:
            if isinstance(window, MainWindow):
                for dialog in window.findChildren(QDialog):
                    dialog.close()
                window.close()


def _window(bot: QtBot) -> MainWindow:
    window = MainWindow()
    bot.addWidget(window)
    return window


def _dialogs(window: QWidget) -> Iterator[QWidget]:
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            yield dialog
            dialog.close()
