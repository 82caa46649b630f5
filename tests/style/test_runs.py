"""A kept run comes back whole, stays small, and survives a kill or a full disk at any moment."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import DiskFull
from desktop.paths import Home
from desktop.style import run_files
from desktop.style.recipe import Losses, Recipe, Style, StyleResult, StyleStep, Work
from desktop.style.run_files import MOST_STATES, Entry, thinned
from desktop.style.runs import RunDamaged, RunGone, Runs, StateGone
from desktop.vectors import Picture


def picture(seed: int, height: int = 12, width: int = 16) -> Picture:
    return np.random.default_rng(seed).integers(0, 255, (height, width, 3), np.uint8)


def a_work() -> Work:
    mask = np.zeros((9, 12), np.uint8)
    mask[:, :6] = 200
    styles = (Style(picture(1), 2.0, mask, "Été"), Style(picture(2, 30, 7)))
    return Work(picture(0, 40, 50), styles, Recipe(size=64, colour="luminance", iterations=200))


def step(iteration: int, total: int = 200, seed: int | None = None, side: int = 16) -> StyleStep:
    losses = None if iteration == 0 else Losses(100 / iteration, 50 / iteration, 0.5)
    shown, canvas = (picture(1000 * k + (iteration if seed is None else seed), side, side) for k in (1, 2))
    return StyleStep(iteration, total, losses, 0.1 * iteration, None, shown, canvas)


def result(last: StyleStep) -> StyleResult:
    losses = last.losses or Losses(0, 0)
    return StyleResult(
        last.picture, last.canvas, last.iteration, last.seconds, 0.1, losses, ((0.1, 9.0),), 100.0, "cpu"
    )


def same_work(one: Work, other: Work) -> bool:
    return (
        np.array_equal(one.content, other.content)
        and one.recipe == other.recipe
        and [(s.weight, s.name, s.mask is None) for s in one.styles]
        == [(s.weight, s.name, s.mask is None) for s in other.styles]
        and all(
            np.array_equal(s.picture, o.picture) and (s.mask is None or np.array_equal(s.mask, o.mask))
            for s, o in zip(one.styles, other.styles, strict=True)
        )
    )


def test_a_run_comes_back_as_it_was(home: Home) -> None:
    runs = Runs(home)
    work = a_work()
    run = runs.begin(work, "Brücke.jpg")
    for iteration in range(201):
        run.keep(step(iteration))
    run.finish(result(step(200)))
    opened = Runs(home).open(run.id)
    assert opened.title == "Brücke.jpg"
    assert same_work(opened.work, work)
    assert opened.finished
    assert opened.start is not None
    assert (opened.start.iteration, opened.start.seconds) == (200, 20.0)
    assert np.array_equal(opened.start.canvas, step(200).canvas)
    assert np.array_equal(opened.picture, step(200).picture)
    assert [row[0] for row in opened.curve] == list(range(1, 201))
    assert opened.curve[3] == (4, 25.0, 12.5, 0.5)
    assert opened.seconds[9] == 1.0
    assert [state.iteration for state in opened.states] == list(range(0, 201, 10))


def test_the_window_s_own_time_decides_what_is_kept(home: Home) -> None:
    run = Runs(home).begin(a_work(), "")
    kept = [
        iteration for iteration in range(41) if run.keep(step(iteration, 40, side=8 + 8 * (iteration > 9)))
    ]
    assert kept[:3] == [0, 2, 4]
    assert 10 in kept  # a new size, as well as every twentieth of the way
    assert kept[-1] == 40
    assert run.keep(step(41, 1000)) is None
    assert run.keep(step(42, 1000), force=True) is not None
    slow = replace(step(43, 1000), seconds=1e4)
    assert run.keep(slow) is not None


def test_few_states_stay_the_first_the_last_and_even_ones(home: Home) -> None:
    runs = Runs(home)
    run = runs.begin(a_work(), "")
    for iteration in range(100):
        run.keep(step(iteration, 10_000), force=True)
    states = runs.open(run.id).states
    iterations = [state.iteration for state in states]
    assert len(states) == MOST_STATES
    assert tuple(state.number for state in states) == run.numbers
    assert (iterations[0], iterations[-1]) == (0, 99)
    assert max(np.diff(iterations)) <= 9
    files = list((home.studio / "runs" / run.id).glob("state-*.png"))
    assert len(files) == MOST_STATES  # nothing is left of the others


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=80, unique=True), st.integers(2, 30))
def test_thinning_keeps_both_ends_and_the_order(iterations: list[int], most: int) -> None:
    entries = [Entry(n, i, 0.0, "a.png", "a.png", "a.jpg") for n, i in enumerate(sorted(iterations))]
    kept = thinned(entries, most)
    assert len(kept) == min(most, len(entries))
    assert (kept[0], kept[-1]) == (entries[0], entries[-1])
    assert list(kept) == [entry for entry in entries if entry in kept]


def test_any_state_can_be_gone_back_to_and_forked(home: Home) -> None:
    runs = Runs(home)
    run = runs.begin(a_work(), "one")
    kept = [run.keep(step(iteration)) for iteration in range(0, 101, 10)]
    third = kept[3]
    assert third is not None
    start, shown = runs.state(run.id, third.number)
    assert (start.iteration, start.seconds) == (30, 3.0)
    assert np.array_equal(start.canvas, step(30).canvas)
    assert np.array_equal(shown, step(30).picture)

    changed = replace(a_work(), recipe=Recipe(style_weight=5))
    fork = runs.fork(run.id, third.number, changed)
    for iteration in range(30, 60):
        fork.keep(step(iteration))
    opened = runs.open(fork.id)
    assert opened.work.recipe.style_weight == 5
    assert [state.iteration for state in opened.states][:5] == [0, 10, 20, 30, 40]
    assert [row[0] for row in opened.curve] == [10, 20, 30, *range(31, 60)][: len(opened.curve)]
    assert len(runs.open(run.id).states) == 11  # the old run is as it was
    runs.forget(run.id)
    assert runs.state(fork.id, 0)[0].iteration == 0
    with pytest.raises(StateGone):
        runs.state(fork.id, 999)


def test_a_run_is_gone_on_with(home: Home) -> None:
    run = Runs(home).begin(a_work(), "")
    for iteration in range(35):
        run.keep(step(iteration))
    run.finish(None)  # cancelled: the newest picture is kept all the same
    opened = Runs(home).open(run.id)
    assert not opened.finished
    assert opened.start is not None
    assert opened.start.iteration == 34
    again = Runs(home).resume(run.id)
    for iteration in range(34, 201):
        again.keep(step(iteration))
    again.finish(result(step(200)))
    opened = Runs(home).open(run.id)
    assert opened.finished
    assert [row[0] for row in opened.curve] == list(range(1, 201))
    numbers = [state.number for state in opened.states]
    assert numbers == sorted(set(numbers))


def test_what_is_changed_on_the_way_is_kept_and_what_is_not_needed_goes(home: Home) -> None:
    runs = Runs(home)
    run = runs.begin(a_work(), "")
    mask = np.full((5, 5), 255, np.uint8)
    changed = replace(a_work(), styles=(Style(picture(7), 1.0, mask, "other"),), recipe=Recipe(tv_weight=1))
    run.change(changed)
    assert same_work(runs.open(run.id).work, changed)
    folder = home.studio / "runs" / run.id
    assert len(list(folder.glob("mask-*"))) == len(list(folder.glob("style-*"))) == 1


def test_the_list_shows_the_newest_first_and_counts_the_damaged(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter(datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=n) for n in range(99))
    monkeypatch.setattr("desktop.style.run.now", lambda: next(moments))
    runs = Runs(home)
    assert runs.list().cards == ()
    made = [runs.begin(a_work(), f"picture {number}") for number in range(3)]
    for run in (made[1], made[0], made[2]):
        run.keep(step(7, seed=int(run.id in {made[0].id})))
    made[1].finish(None)
    broken = runs.begin(a_work(), "broken")
    (home.studio / "runs" / broken.id / "run.json").write_text("{")
    later = runs.begin(a_work(), "of a later program")
    file = home.studio / "runs" / later.id / "states.json"
    file.write_text(file.read_text().replace('"version": 1', '"version": 9'))
    listing = runs.list()
    assert [card.title for card in listing.cards] == ["picture 1", "picture 2", "picture 0"]
    assert [card.iterations for card in listing.cards] == [7, 7, 7]
    assert max(listing.cards[0].thumbnail.shape) <= run_files.THUMBNAIL
    assert listing.damaged == 2
    with pytest.raises(RunDamaged):
        runs.open(broken.id)
    runs.forget(broken.id)  # even that can be removed
    assert runs.list().damaged == 1


def test_a_run_without_a_state_shows_its_content(home: Home) -> None:
    run = Runs(home).begin(a_work(), "fresh")
    opened = Runs(home).open(run.id)
    assert opened.start is None
    assert np.array_equal(opened.picture, a_work().content)
    assert Runs(home).list().cards[0].thumbnail.shape == (40, 50, 3)


def test_a_damaged_newest_state_costs_no_more_than_itself(home: Home) -> None:
    runs = Runs(home)
    run = runs.begin(a_work(), "")
    for iteration in (0, 10, 20):
        run.keep(step(iteration))
    (home.studio / "runs" / run.id / "state-2.png").write_bytes(b"\x89PNG cut off")
    (home.studio / "runs" / run.id / "state-0.png").unlink()
    opened = runs.open(run.id)
    assert [state.iteration for state in opened.states] == [10]
    assert opened.start is not None
    assert opened.start.iteration == 10
    with pytest.raises(StateGone):
        runs.state(run.id, 2)


def test_forgetting_leaves_no_byte(home: Home) -> None:
    runs = Runs(home)
    run = runs.begin(a_work(), "")
    run.keep(step(0))
    runs.forget(run.id)
    runs.forget(run.id)
    assert list((home.studio / "runs").iterdir()) == []
    with pytest.raises(RunGone):
        runs.open(run.id)


@pytest.mark.parametrize("name", ["", "..", "../people", ".hidden", "a/b", "/etc", "A", "a\n"])
def test_a_name_leads_nowhere_else(home: Home, name: str) -> None:
    (home.root / "people").mkdir()
    runs = Runs(home)
    with pytest.raises(RunGone):
        runs.open(name)
    runs.forget(name)
    assert (home.root / "people").is_dir()


def test_files_named_in_the_json_stay_in_the_folder(home: Home) -> None:
    runs = Runs(home)
    run = runs.begin(a_work(), "")
    file = home.studio / "runs" / run.id / "run.json"
    found = json.loads(file.read_text())
    found["content"] = "../../../content.png"
    file.write_text(json.dumps(found))
    with pytest.raises(RunDamaged):
        runs.open(run.id)


def test_a_key_names_a_run_and_replaces_the_one_before(home: Home) -> None:
    runs = Runs(home)
    assert "my-key" not in runs
    runs.begin(a_work(), "old", key="my-key")
    assert runs.begin(a_work(), "new", key="my-key").id == "my-key"
    assert [card.title for card in runs.list().cards] == ["new"]


def test_a_full_disk_at_any_write_loses_nothing_kept(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    runs = Runs(home)
    run = runs.begin(a_work(), "")
    run.keep(step(0))
    files = sorted(path.name for path in (home.studio / "runs" / run.id).iterdir())
    real = os.fsync
    for allowed in range(4):  # picture, thumbnail, canvas, words
        left = [allowed]

        def full(descriptor: int, left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise OSError(28, "No space left on device")
            real(descriptor)

        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(DiskFull):
            run.keep(step(10 + allowed))
        monkeypatch.setattr("os.fsync", real)
        assert sorted(path.name for path in (home.studio / "runs" / run.id).iterdir()) == files
        opened = runs.open(run.id)
        assert [state.iteration for state in opened.states] == [0]
    assert run.keep(step(20)) is not None  # space was freed: it goes on
    assert [row[0] for row in runs.open(run.id).curve] == [10, 11, 12, 13, 20]


def test_a_full_disk_at_the_beginning_leaves_nothing(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskFull):
        Runs(home).begin(a_work(), "")
    assert list((home.studio / "runs").iterdir()) == []


KILLED = """
import os, sys
from pathlib import Path
from desktop.paths import Home
from desktop.style.runs import Runs
from tests.style.test_runs import a_work, result, step

# One child for each moment: it dies there without a word, as from a power cut.
for moment in range(int(sys.argv[2])):
    home = Home(Path(sys.argv[1]) / str(moment))
    child = os.fork()
    if not child:
        left = [moment // 2]
        def dying(real, late):
            def call(*arguments, **options):
                left[0] -= 1
                if left[0] < 0 and not late:
                    os._exit(9)
                real(*arguments, **options)
                if left[0] < 0:
                    os._exit(9)
            return call
        os.replace = dying(os.replace, moment % 2)
        Path.replace = lambda self, target: os.replace(self, target)
        run = Runs(home).begin(a_work(), "killed", key="run")
        os.write(1, b"%d begun\\n" % moment)
        for iteration in (0, 10, 20):
            run.keep(step(iteration))
            os.write(1, b"%d kept %d\\n" % (moment, iteration))
        run.change(a_work())
        run.finish(result(step(20)))
        os.write(1, b"%d done\\n" % moment)
        os._exit(0)
    os.waitpid(child, 0)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")
def test_killed_at_every_write_a_run_opens_with_all_that_was_kept(tmp_path: Path) -> None:
    moments = 46
    said = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), str(moments)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    assert any(line.endswith("done") for line in said)  # so the last moment lies behind the last write
    assert "0 begun" not in said
    for moment in range(moments):
        words = [line.split()[1:] for line in said if line.split()[0] == str(moment)]
        runs = Runs(Home(tmp_path / str(moment)))
        assert runs.list().damaged == 0
        if not words:
            continue  # killed before it had begun: nothing is listed, or the whole of it
        kept = [int(word[1]) for word in words if word[0] == "kept"]
        opened = runs.open("run")
        found = [state.iteration for state in opened.states]
        assert found[: len(kept)] == kept
        assert len(found) <= len(kept) + 1  # at most the one that was under way
        assert same_work(opened.work, a_work())
        for state in opened.states:
            assert np.array_equal(runs.state("run", state.number)[0].canvas, step(state.iteration).canvas)
        runs.resume("run").keep(step(30))
        assert runs.open("run").states[-1].iteration == 30


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["run.json", "states.json"]), st.binary(max_size=40), st.integers(0, 400))
def test_whatever_the_json_holds_the_list_and_the_run_say_so(
    tmp_path_factory: pytest.TempPathFactory, name: str, change: bytes, place: int
) -> None:
    home = Home(tmp_path_factory.mktemp("home"))
    runs = Runs(home)
    run = runs.begin(Work(picture(0), (Style(picture(1)),)), "x")
    run.keep(step(0))
    file = home.studio / "runs" / run.id / name
    data = file.read_bytes()
    file.write_bytes(data[:place] + change + data[place + len(change) :])
    listing = runs.list()
    assert len(listing.cards) + listing.damaged == 1
    with contextlib.suppress(RunDamaged):
        runs.open(run.id)


def test_what_a_kill_left_behind_is_swept_later(home: Home) -> None:
    runs = Runs(home)
    runs.begin(a_work(), "")
    for name, age in ((".old", 100_000), (".young", 5)):
        folder = home.studio / "runs" / name
        folder.mkdir()
        then = datetime.now(UTC).timestamp() - age
        os.utime(folder, (then, then))
    runs.begin(a_work(), "")
    assert {path.name for path in (home.studio / "runs").glob(".*")} == {".young"}
