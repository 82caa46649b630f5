"""The mailbox between threads: newest wins, drops are counted."""

import threading

from desktop.camera.latest import Latest


def test_newest_wins_and_drops_are_counted() -> None:
    box: Latest[int] = Latest()
    for item in (1, 2, 3):
        box.put(item)
    assert box.take() == 3
    assert box.take() is None
    assert box.dropped == 2


def test_take_waits_for_an_item_from_another_thread() -> None:
    box: Latest[str] = Latest()
    giver = threading.Thread(target=box.put, args=("frame",))
    giver.start()
    assert box.take(timeout=10) == "frame"
    giver.join()


def test_take_gives_up_after_its_timeout() -> None:
    assert Latest[int]().take(timeout=0.01) is None


def test_clear_forgets_without_counting_a_drop() -> None:
    box: Latest[int] = Latest()
    box.put(1)
    box.clear()
    assert box.take() is None
    box.put(2)
    assert box.dropped == 0
