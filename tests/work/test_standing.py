"""Where training on the enrolled stands: in their vault, after every epoch, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.learn.recipe import Recipe
from desktop.paths import Home
from desktop.people.errors import PersonGone
from desktop.progress import finish
from desktop.work.jobs import standing
from desktop.work.jobs.state import State
from desktop.work.lanes import Lane
from desktop.work.learn import LearnSession
from desktop.work.learn_messages import Lesson
from tests.work.learning import Jobs, enrol, files, loaded, taken, thresholds_for_blocks, told

LONGER = Recipe(epochs=4, views=2, people=2, pictures=3)


@pytest.fixture
def state(home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[State]:
    thresholds_for_blocks(monkeypatch)
    monkeypatch.setattr("desktop.work.jobs.learn._EVERY", 0.0)  # every batch is told
    made = loaded(home)
    yield made
    made.close()


def halfway(state: State, jobs: Jobs) -> list[Lesson]:
    """Train on the enrolled into the third epoch, as the window does: the vault follows every step."""
    job = jobs.train(finish(jobs.enrolled()), LONGER)
    seen: list[Lesson] = []
    while not seen or seen[-1].epoch < 3:
        if isinstance(one := next(job), Lesson):
            seen.append(one)
        if jobs.unsettled:
            finish(jobs.settle())
    return seen


def test_a_crash_loses_at_most_an_epoch_of_what_the_enrolled_teach(state: State) -> None:
    enrol(state)
    before = files(state.home)
    whole = finish(Jobs(state).train(finish(Jobs(state).enrolled()), LONGER))
    halfway(state, Jobs(state))
    assert files(state.home) == before
    again = Jobs(state)  # the program was started anew: memory is empty
    seen, found = told(again.train(finish(again.enrolled()), LONGER))
    assert next(one.epoch for one in seen if isinstance(one, Lesson)) == 3
    assert found.head.model == whole.head.model
    finish(again.settle())
    assert state.people.training() is None  # it is over


def test_it_goes_with_whoever_is_erased_and_when_it_is_dropped(state: State) -> None:
    ids = enrol(state)
    jobs = Jobs(state)
    halfway(state, jobs)
    assert state.people.training() is not None
    jobs.forget_enrolled()
    jobs._enrolled.save("0" * 32, b"a step that was under way when it was dropped")
    finish(jobs.settle())
    assert state.people.training() is None
    assert jobs._enrolled.load("0" * 32) is None
    halfway(state, jobs)
    state.people.erase(ids["p02"])
    assert state.people.training() is None
    jobs._enrolled.save("0" * 32, b"of somebody who is gone")
    with pytest.raises(PersonGone):
        finish(jobs.settle())
    assert not jobs.unsettled


def test_a_large_one_is_not_written_after_every_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    class Vault:
        def keep_training(self, data: bytes, people: object) -> None:
            pass

        def forget_training(self) -> None:
            pass

    monkeypatch.setattr(standing, "PACE", 1.0)
    kept: Any = Vault()
    store = standing.EnrolledCheckpoints()
    store.begin(["a"])
    store.save("0" * 32, bytes(1000))
    assert store.owed
    store.settle(kept)
    store.save("0" * 32, bytes(1000))
    assert not store.owed  # a thousand seconds are not over
    store.forget("0" * 32)
    assert store.owed  # but what shall be gone goes at once


def test_the_session_lets_the_vault_follow(
    state: State, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[bytes] = []

    class Vault:
        """In the test's thread nothing else may open the people."""

        def keep_training(self, data: bytes, people: object) -> None:
            kept.append(data)

        def training(self) -> bytes | None:
            return kept[-1] if kept else None

        def forget_training(self) -> None:
            kept.append(b"")

        def close(self) -> None:
            pass

    monkeypatch.setattr(state, "opened", Vault())
    live, studio = Lane("live", together=True), Lane("studio", together=False)
    live.start()
    studio.start()
    try:
        session = LearnSession(Jobs(state), live, studio)
        task = session.train(taken(""), replace(LONGER, epochs=12))
        with qtbot.waitSignal(task.done):
            pass
        qtbot.waitUntil(lambda: bool(kept) and kept[-1] == b"")  # over: nothing is left
        assert len(kept) > 1
        session.forget_enrolled()
        qtbot.waitUntil(lambda: kept[-2:] == [b"", b""])
    finally:
        studio.stop()
        live.stop()
