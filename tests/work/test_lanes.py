"""Jobs on lanes: progress, pause, cancel and failure arrive, and nothing is left running."""

import threading
from collections.abc import Generator, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.errors import NoFace
from desktop.work.lanes import LIVE_STYLE, QUEUE, RUN, Lane, Task


@pytest.fixture
def lane() -> Iterator[Lane]:
    lane = Lane("test", together=False)
    lane.start()
    yield lane
    lane.stop()
    assert lane.isFinished()


@pytest.fixture
def shared() -> Iterator[Lane]:
    lane = Lane("test", together=True)
    lane.start()
    yield lane
    lane.stop()


def count(to: int) -> Generator[int, None, str]:
    yield from range(to)
    return f"counted to {to}"


def test_a_job_brings_its_result(qtbot: QtBot, lane: Lane) -> None:
    with qtbot.waitSignal(lane.submit(lambda: count(3), "count").done) as done:
        pass
    assert done.args == ["counted to 3"]


def test_signals_reach_even_a_lambda_in_the_windows_thread(qtbot: QtBot, lane: Lane) -> None:
    threads: list[int] = []
    task = lane.submit(lambda: count(1), "count")
    task.done.connect(lambda _: threads.append(threading.get_ident()))
    with qtbot.waitSignal(task.ended):
        pass
    assert threads == [threading.get_ident()]


def test_an_expected_failure_keeps_its_sentence_and_fields(qtbot: QtBot, lane: Lane) -> None:
    def job() -> Generator[None, None, None]:
        yield
        raise NoFace(picture="a.jpg", size=20)

    with qtbot.waitSignal(lane.submit(job, "fails").failed) as failed:
        pass
    failure = failed.args[0]
    assert failure.expected
    assert "“a.jpg”" in failure.text


def test_a_bug_brings_its_stack_and_the_lane_goes_on(qtbot: QtBot, lane: Lane) -> None:
    def job() -> Generator[None, None, None]:
        yield
        raise ZeroDivisionError

    with qtbot.waitSignal(lane.submit(job, "fails").failed) as failed:
        pass
    assert not failed.args[0].expected
    assert "ZeroDivisionError" in failed.args[0].details
    with qtbot.waitSignal(lane.submit(lambda: count(2), "count").done):
        pass


def test_a_job_that_wants_to_be_alone_waits_for_the_others_but_not_for_patient_ones(
    qtbot: QtBot, shared: Lane
) -> None:
    told: list[str] = []

    def says(what: str, steps: int) -> Generator[None, None, None]:
        for _ in range(steps):
            told.append(what)
            yield

    endless = Endless()
    shared.submit(endless, "endless", patient=True)
    gate = threading.Event()

    def waits() -> Generator[None, None, None]:
        while not gate.is_set():
            yield

    shared.submit(waits, "holds the lane")
    alone = shared.submit(lambda: says("alone", 1), "alone", alone=True)
    with qtbot.waitSignal(shared.submit(lambda: says("others", 3), "others").ended):
        pass
    assert told == ["others"] * 3
    gate.set()
    with qtbot.waitSignal(alone.ended):
        pass
    assert told == ["others"] * 3 + ["alone"]


class Endless:
    """A job that counts its steps until it is closed."""

    def __init__(self) -> None:
        self.steps = 0
        self.closed = threading.Event()
        self.heard: list[object] = []

    def __call__(self) -> Generator[int, object, None]:
        try:
            while True:
                self.steps += 1
                news = yield self.steps
                if news is not None:
                    self.heard.append(news)
        finally:
            self.closed.set()


def begun(qtbot: QtBot, task: Task) -> None:
    with qtbot.waitSignal(task.progressed):
        pass


def test_cancel_closes_the_job_and_lets_the_next_begin(qtbot: QtBot, lane: Lane) -> None:
    endless = Endless()
    task = lane.submit(endless, "endless")
    begun(qtbot, task)
    following = lane.submit(lambda: count(1), "count")
    with qtbot.waitSignals([task.cancelled, following.done]):
        task.cancel()
    assert endless.closed.is_set()


def test_a_paused_job_stands_still_and_lets_others_pass(qtbot: QtBot, lane: Lane) -> None:
    endless = Endless()
    task = lane.submit(endless, "endless")
    begun(qtbot, task)
    following = lane.submit(lambda: count(1), "count")
    with qtbot.waitSignal(following.done):
        task.pause()
    steps = endless.steps
    with qtbot.waitSignal(lane.submit(lambda: count(50), "count").done):
        pass
    assert endless.steps == steps
    task.resume()
    begun(qtbot, task)
    with qtbot.waitSignal(task.cancelled):
        task.cancel()


def test_a_paused_job_can_be_cancelled(qtbot: QtBot, lane: Lane) -> None:
    task = lane.submit(Endless(), "endless")
    begun(qtbot, task)
    task.pause()
    with qtbot.waitSignal(task.cancelled):
        task.cancel()


def test_changed_settings_reach_the_running_job(qtbot: QtBot, lane: Lane) -> None:
    endless = Endless()
    task = lane.submit(endless, "endless")
    begun(qtbot, task)
    task.send("brighter")
    qtbot.waitUntil(lambda: endless.heard == ["brighter"])


def test_requests_are_served_between_the_steps_of_a_patient_job(qtbot: QtBot, shared: Lane) -> None:
    endless = Endless()
    task = shared.submit(endless, "live", patient=True)
    begun(qtbot, task)
    with qtbot.waitSignal(shared.submit(lambda: count(5), "request").done):
        pass
    steps = endless.steps
    qtbot.waitUntil(lambda: endless.steps > steps)


def test_the_less_patient_overtakes_between_two_steps_and_the_other_goes_on(qtbot: QtBot, lane: Lane) -> None:
    queue, run = Endless(), Endless()
    queued = lane.submit(queue, "queue", patient=QUEUE)
    begun(qtbot, queued)
    task = lane.submit(run, "run", patient=RUN)
    begun(qtbot, task)
    steps = queue.steps
    with qtbot.waitSignal(lane.submit(lambda: count(5), "request").done):
        pass
    begun(qtbot, task)
    assert queue.steps == steps
    task.cancel()
    qtbot.waitUntil(lambda: queue.steps > steps)


def test_a_cancelled_job_is_closed_even_behind_one_without_end(qtbot: QtBot, lane: Lane) -> None:
    run = Endless()
    task = lane.submit(run, "run", patient=RUN)
    begun(qtbot, task)
    begun(qtbot, lane.submit(Endless(), "live style", patient=LIVE_STYLE))
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
    assert run.closed.is_set()


def test_stopping_closes_every_job(qtbot: QtBot) -> None:
    closed: list[bool] = []
    lane = Lane("test", together=True, at_end=lambda: closed.append(True))
    lane.start()
    jobs = [Endless(), Endless()]
    for job in jobs:
        begun(qtbot, lane.submit(job, "endless"))
    lane.stop()
    assert all(job.closed.is_set() for job in jobs)
    assert closed == [True]
