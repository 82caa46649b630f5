"""What a device is given, sample by sample, and a machine that has none."""

from __future__ import annotations

import miniaudio
import numpy as np
import pytest

from desktop.signals.audio import RATE
from desktop.signals.errors import NoPlayback
from desktop.signals.playback import Player

RAMP = np.arange(1, 11, dtype=np.float32)


def test_samples_come_in_order_and_silence_after_them() -> None:
    player = Player()
    player.play(RAMP)
    assert player.take(4).tolist() == [1, 2, 3, 4]
    assert player.position == 4 / RATE
    assert player.take(8).tolist() == [5, 6, 7, 8, 9, 10, 0, 0]
    assert player.take(3).tolist() == [0, 0, 0]
    player.stop()
    assert player.take(2).tolist() == [0, 0]


def test_a_loop_begins_again_without_a_gap_however_short() -> None:
    player = Player()
    player.loop = True
    player.play(RAMP[:3])
    assert player.take(8).tolist() == [1, 2, 3, 1, 2, 3, 1, 2]


def test_another_sound_goes_on_at_the_same_moment() -> None:
    player = Player()
    player.play(RAMP, 2 / RATE)
    assert player.take(2).tolist() == [3, 4]
    player.swap(10 * RAMP)
    assert player.take(2).tolist() == [50, 60]
    player.swap(RAMP[:3])
    assert player.take(2).tolist() == [0, 0]


def test_a_device_asks_for_them_and_can_be_let_go() -> None:
    player = Player([miniaudio.Backend.NULL])
    player.play(np.zeros(10 * RATE, np.float32))
    assert not player.playing
    player.open()
    player.open()  # it is there already
    assert player.playing
    player.close()
    player.close()
    assert not player.playing


def test_a_machine_without_a_device_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> None:
        raise miniaudio.MiniaudioError("failed to init device", -401)

    monkeypatch.setattr(miniaudio, "PlaybackDevice", none)
    player = Player()
    with pytest.raises(NoPlayback, match="No device to play sound on"):
        player.open()
    assert not player.playing
    player.close()
