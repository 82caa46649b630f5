"""The Studio's session: previews overtake, runs are kept whatever ends them, and files come and go."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from desktop.errors import DiskFull
from desktop.paths import Home
from desktop.pictures import write_png
from desktop.style.errors import TooLittleMemory
from desktop.style.networks import Networks
from desktop.style.recipe import Recipe, Style, StyleStep, Work
from desktop.style.runs import Card, Run, Runs
from desktop.work.jobs import pictures
from desktop.work.jobs.studio import StudioJobs
from desktop.work.lanes import Lane, Task
from desktop.work.messages import Failure
from desktop.work.studio import StudioSession
from desktop.work.studio_messages import Restored
from tests.work.scripted_style import ScriptedEngine, engine, shade

__all__ = ["engine"]

LONG = 100_000


class Stage:
    """A session on a running lane, and what it said."""

    def __init__(self, home: Home, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.lane = Lane("studio", together=False)
        self.lane.start()
        self.session = StudioSession(StudioJobs(Networks(home, "cpu")), self.lane)
        self.phases: list[str] = []
        self.steps: list[StyleStep] = []
        self.previews: list[object] = []
        self.said: list[str] = []
        self.session.state_changed.connect(lambda state: self.phases.append(state.phase))
        self.session.stepped.connect(self.steps.append)
        self.session.previewed.connect(self.previews.append)
        self.session.said.connect(self.said.append)

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true)

    def phase(self, wanted: str) -> None:
        self.until(lambda: self.session.state.phase == wanted)

    def answer(self, task: Task) -> object:
        with self.qtbot.waitSignal(task.done) as done:
            pass
        assert done.args is not None
        return done.args[0]

    def failure(self, task: Task) -> Failure:
        with self.qtbot.waitSignal(task.failed) as failed:
            pass
        assert failed.args is not None
        assert isinstance(failed.args[0], Failure)
        return failed.args[0]

    def cards(self) -> tuple[Card, ...]:
        found = self.answer(self.session.recent())
        assert isinstance(found, tuple)
        return found

    def restored(self, run: str) -> Restored:
        found = self.answer(self.session.restore(run))
        assert isinstance(found, Restored)
        return found


@pytest.fixture
def stage(home: Home, qtbot: QtBot, engine: ScriptedEngine) -> Iterator[Stage]:
    made = Stage(home, qtbot)
    yield made
    made.lane.stop()


def work(iterations: int = 20, **choices: object) -> Work:
    recipe = replace(Recipe(size=48, iterations=iterations), **choices)  # type: ignore[arg-type]
    return Work(shade(7), (Style(shade(99), name="Waves"),), recipe)


def test_a_run_tells_every_iteration_in_its_curve_and_ends_kept(stage: Stage, home: Home) -> None:
    session = stage.session
    results: list[object] = []
    session.finished.connect(results.append)
    session.refine(work(), "Harbour")
    assert session.state.phase == "running"
    stage.phase("done")
    assert [point[0] for point in session.curve] == list(range(1, 21))
    assert stage.steps[-1].iteration == 20
    assert len(results) == 1
    assert session.states[0].iteration == 0
    assert session.states[-1].iteration == 20
    assert stage.said == ["Painted in tiles."]
    (card,) = Runs(home).list().cards
    assert (card.run, card.title, card.finished) == (session.state.run, "Harbour", True)


def test_a_preview_overtakes_a_run_between_two_steps(stage: Stage, engine: ScriptedEngine) -> None:
    stage.session.refine(work(LONG))
    stage.until(lambda: len(stage.steps) > 1)
    engine.order.clear()
    stage.session.preview(work())
    stage.until(lambda: len(stage.previews) > 0 and engine.order[-1] == "step")
    at = engine.order.index("preview")
    assert engine.order[at : at + 3] == ["preview", "preview", "step"]
    assert stage.session.state.phase == "running"


def test_only_the_newest_preview_reaches_the_page(stage: Stage, engine: ScriptedEngine) -> None:
    engine.previews = 50
    for number in range(5):
        stage.session.preview(replace(work(), content=shade(number)))
    stage.phase("done")
    assert {int(preview.picture[0, 0, 0]) for preview in stage.previews} == {4}  # type: ignore[attr-defined]
    assert stage.session.state.run == ""


def test_a_change_reaches_the_run_and_is_kept_with_it(stage: Stage, engine: ScriptedEngine) -> None:
    stage.session.refine(work(LONG))
    stage.until(lambda: len(stage.steps) > 0)
    changed = work(LONG, style_weight=5.0)
    stage.session.change(changed)
    stage.until(lambda: engine.heard == [changed])
    stage.session.cancel()
    stage.phase("cancelled")
    assert stage.restored(stage.session.state.run).work.recipe.style_weight == 5.0


def test_pause_holds_the_run_lets_others_pass_and_resume_goes_on(
    stage: Stage, engine: ScriptedEngine
) -> None:
    session = stage.session
    session.refine(work(LONG))
    stage.until(lambda: len(stage.steps) > 0)
    session.pause()
    assert session.state.phase == "paused"
    stage.answer(session.recent())
    done = len(engine.order)
    stage.answer(session.recent())
    assert len(engine.order) == done
    session.resume()
    assert session.state.phase == "running"
    stage.until(lambda: len(engine.order) > done)
    session.pause()
    session.cancel()
    stage.phase("cancelled")


def test_cancel_keeps_the_newest_picture_and_the_strip_ends_with_it(
    stage: Stage, engine: ScriptedEngine
) -> None:
    session = stage.session
    session.refine(work(LONG))
    stage.until(lambda: len(stage.steps) > 1)
    session.cancel()
    stage.phase("cancelled")
    assert engine.closed == 1
    reached = session.states[-1]
    assert reached.iteration == session.curve[-1][0]
    kept = stage.answer(session.go_back(reached))
    assert kept.start.iteration == reached.iteration  # type: ignore[attr-defined]
    assert int(kept.picture[0, 0, 0]) == reached.iteration % 256  # type: ignore[attr-defined]


def test_a_second_run_ends_the_first_which_stays(stage: Stage, engine: ScriptedEngine) -> None:
    session = stage.session
    session.refine(work(LONG), "first")
    stage.until(lambda: len(stage.steps) > 1)
    session.refine(work(5), "second")
    stage.phase("done")
    assert engine.closed == 2
    assert len(session.curve) == 5
    found = {(card.title, card.finished) for card in stage.cards()}
    assert found == {("first", False), ("second", True)}


def test_closing_in_mid_run_is_taken_up_again_where_it_stood(
    stage: Stage, home: Home, qtbot: QtBot, engine: ScriptedEngine
) -> None:
    stage.session.refine(work(LONG), "Harbour")
    stage.until(lambda: len(stage.steps) > 1)
    stage.lane.stop()
    again = Stage(home, qtbot)
    try:
        (card,) = again.cards()
        assert (card.title, card.finished) == ("Harbour", False)
        restored = again.restored(card.run)
        assert again.session.states == restored.states
        assert restored.start is not None
        reached = restored.start.iteration
        assert reached == card.iterations > 0
        again.session.go_on(restored, replace(work(reached + 7), content=restored.work.content))
        again.phase("done")
        assert again.session.state.run == card.run
        assert engine.starts[-1] is not None
        assert engine.starts[-1].iteration == reached
        assert [point[0] for point in again.session.curve] == list(range(1, reached + 8))
        assert len(again.cards()) == 1
    finally:
        again.lane.stop()


def test_a_fork_takes_over_the_strip_and_leaves_the_old_run_alone(
    stage: Stage, engine: ScriptedEngine
) -> None:
    session = stage.session
    session.refine(work(40), "Harbour")
    stage.phase("done")
    old, states = session.state.run, session.states
    middle = states[len(states) // 2]
    session.fork(work(60, style_weight=3.0), middle)
    stage.phase("done")
    assert session.state.run not in ("", old)
    assert engine.starts[-1] is not None
    assert engine.starts[-1].iteration == middle.iteration
    assert session.states[0].iteration == 0
    assert {state.run for state in session.states} == {session.state.run}
    assert [point[0] for point in session.curve] == list(range(1, 61))
    assert stage.restored(old).states[-1].iteration == 40


def test_the_strip_answers_while_a_fork_has_not_begun(stage: Stage) -> None:
    session = stage.session
    session.refine(work(20))
    stage.phase("done")
    old, first = session.state.run, session.states[0]
    session.fork(work(40), session.states[-1])
    kept = stage.answer(session.go_back(first))
    assert (kept.run, kept.start.iteration) == (old, 0)  # type: ignore[attr-defined]
    stage.phase("done")


def test_a_fork_from_a_state_that_has_gone_is_said(stage: Stage) -> None:
    stage.session.refine(work(5))
    stage.phase("done")
    stage.session.fork(work(5), replace(stage.session.states[0], number=4711))
    stage.phase("failed")
    assert stage.session.state.failure is not None
    assert "no longer kept" in stage.session.state.failure.text


def test_a_failure_is_told_and_what_was_reached_stays(stage: Stage, engine: ScriptedEngine) -> None:
    engine.error = TooLittleMemory(width=1, height=2, needed="3 GB", free="1 GB")
    stage.session.refine(work())
    stage.phase("failed")
    failure = stage.session.state.failure
    assert failure is not None
    assert "3 GB" in failure.text
    assert stage.session.states[-1].iteration == 2


def test_a_full_disk_is_said_and_the_picture_goes_on(
    stage: Stage, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull(path="disk")

    monkeypatch.setattr(Run, "_keep", full)
    stage.session.refine(work())
    stage.phase("done")
    assert [note for note in stage.said if "is full" in note] == [DiskFull.sentence.format(path="disk")]
    assert len(stage.session.curve) == 20
    monkeypatch.setattr(Runs, "begin", full)
    stage.session.refine(work())
    stage.phase("done")
    assert stage.session.state.run == ""


def test_a_run_that_never_had_a_picture_is_not_kept(stage: Stage, home: Home, engine: ScriptedEngine) -> None:
    engine.error = TooLittleMemory(width=1, height=2, needed="3 GB", free="1 GB")
    engine.fails_at = 0
    stage.session.refine(work())
    stage.phase("failed")
    assert Runs(home).list().cards == ()


def test_behind_live_style_a_run_shows_paused_and_comes_back_by_itself(stage: Stage) -> None:
    session = stage.session
    session.refine(work(LONG))
    session.block(True)
    assert session.state.phase == "paused"
    session.resume()
    assert session.state.phase == "paused"
    session.block(False)
    assert session.state.phase == "running"
    session.pause()
    session.block(True)
    session.block(False)
    assert session.state.phase == "paused"


def test_missing_weights_say_which_and_are_looked_for_again(stage: Stage) -> None:
    stage.session.load()
    assert stage.session.state.phase == "loading"
    stage.phase("missing")
    assert stage.session.state.failure is not None
    assert "vgg19" in stage.session.state.failure.text
    stage.session.look_again()
    assert stage.phases[-1] == "loading"
    stage.phase("missing")


def test_a_hundred_files_of_which_three_are_broken(stage: Stage, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    for number in range(97):
        write_png(shade(number), folder / ("a" if number % 2 else "b") / f"photo {number}.png")
    broken = [folder / "a" / "cut.jpg", folder / "b" / "text.png", folder / "empty.webp"]
    for path, data in zip(broken, (b"\xff\xd8\xff\xe0cut", b"hello", b""), strict=True):
        path.write_bytes(data)
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "no.png").write_bytes(b"")
    (folder / "notes.txt").write_text("no picture")
    report = stage.answer(stage.session.read([folder]))
    assert len(report.pictures) == 97  # type: ignore[attr-defined]
    skipped = dict(report.skipped)  # type: ignore[attr-defined]
    assert skipped.keys() == {path.name for path in broken}
    assert all("can't be read as a picture" in failure.text for failure in skipped.values())


def test_what_fills_the_memory_and_what_is_not_there_is_left_out(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "none").mkdir()
    report = stage.answer(stage.session.read([tmp_path / "none"]))
    assert "holds no pictures" in report.skipped[0][1].text  # type: ignore[attr-defined]
    monkeypatch.setattr(pictures, "_MEGAPIXELS", 0)
    write_png(shade(1), tmp_path / "one.png")
    write_png(shade(2), tmp_path / "two.png")
    report = stage.answer(stage.session.read([tmp_path / "one.png", tmp_path / "two.png", tmp_path / "x"]))
    assert [picture.name for picture in report.pictures] == ["one"]  # type: ignore[attr-defined]
    assert "use the queue" in report.skipped[0][1].text  # type: ignore[attr-defined]


def test_a_thin_picture_is_left_out_and_of_one_that_moves_the_first_is_used(
    stage: Stage, tmp_path: Path
) -> None:
    thin, moving = tmp_path / "thin.png", tmp_path / "moving.gif"
    write_png(np.zeros((5000, 1, 3), np.uint8), thin)
    frames = [Image.fromarray(shade(number)) for number in (20, 200)]
    frames[0].save(moving, save_all=True, append_images=frames[1:])
    report = stage.answer(stage.session.read([thin, moving]))
    (picture,) = report.pictures  # type: ignore[attr-defined]
    assert picture.picture.mean() < 100
    assert "“thin.png” is too small (1 x 5000 pixels)" in report.skipped[0][1].text  # type: ignore[attr-defined]
    assert "“moving.gif” holds several" in report.remarks[0].text  # type: ignore[attr-defined]


def test_settings_travel_with_a_saved_picture(stage: Stage, tmp_path: Path) -> None:
    recipe = Recipe(size=640, style_weight=12.0, colour="luminance")
    path = tmp_path / "out.png"
    assert stage.answer(stage.session.save(path, shade(5), recipe)) == path
    (picture,) = stage.answer(stage.session.read([path])).pictures  # type: ignore[attr-defined]
    assert picture.recipe == recipe
    np.testing.assert_array_equal(picture.picture, shade(5))


def test_a_folder_that_can_not_be_written_is_said(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    failure = stage.failure(stage.session.save(tmp_path / "file" / "out.png", shade(5), Recipe()))
    assert "can't be written" in failure.text


def test_a_damaged_run_is_left_out_and_said_once(stage: Stage, home: Home) -> None:
    for _ in range(2):
        stage.session.refine(work(5))
        stage.phase("done")
    (home.studio / "runs" / stage.session.state.run / "states.json").write_text("{")
    stage.said.clear()
    assert len(stage.cards()) == 1
    assert len(stage.cards()) == 1
    assert stage.said == ["Recent pictures that can't be read were left out: 1."]


def test_a_kept_run_can_be_forgotten(stage: Stage) -> None:
    stage.session.refine(work(5))
    stage.phase("done")
    stage.answer(stage.session.forget(stage.session.state.run))
    assert stage.answer(stage.session.recent()) == ()
    assert "no longer kept" in stage.failure(stage.session.go_back(stage.session.states[0])).text
