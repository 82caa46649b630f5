"""The transform of known sounds, and a phase found again."""

from __future__ import annotations

import math

import numpy as np
import torch

from desktop.signals.audio import RATE
from desktop.signals.spectrum import (
    HIGHEST,
    HOP,
    N_FFT,
    Phase,
    inverse,
    log_magnitude,
    magnitude,
    transform,
)
from tests.signals.made_sounds import bursts, melody, sine


def test_a_sine_lies_in_its_bin_with_a_height_that_is_known() -> None:
    bin_ = 100
    found = transform(torch.from_numpy(sine(bin_ * RATE / N_FFT, 1.0))).abs()
    assert found.shape == (N_FFT // 2 + 1, 1 + RATE // HOP)
    middle = found[:, found.shape[1] // 2]
    # A Hann window's sum is N / 2, of which a sine has half; its neighbours have half of that.
    assert math.isclose(middle[bin_], N_FFT / 4, rel_tol=1e-6)
    assert math.isclose(middle[bin_ + 1], N_FFT / 8, rel_tol=1e-6)
    assert middle[bin_ + 2 :].max() < 1e-6
    assert middle.argmax() == bin_


def test_there_and_back_is_the_same_sound() -> None:
    samples = torch.from_numpy(bursts(1.0).samples)
    back = inverse(transform(samples), len(samples))
    np.testing.assert_allclose(back, samples, atol=1e-5)
    logarithm = log_magnitude(transform(samples))
    np.testing.assert_allclose(magnitude(logarithm), transform(samples).abs(), rtol=1e-4, atol=1e-4)


def test_no_sound_is_above_the_highest_value() -> None:
    assert log_magnitude(transform(torch.ones(RATE))).max() < HIGHEST


def test_rounds_bring_the_phase_nearer_and_keep_a_right_one() -> None:
    samples = torch.from_numpy(melody(1.0).samples)
    wanted = transform(samples).abs()

    def apart(phase: Phase) -> float:
        return float((transform(phase.sound(wanted)).abs() - wanted).norm() / wanted.norm())

    right = Phase(transform(samples), len(samples))
    assert apart(right) < 1e-5
    right.refine(wanted, 5)
    assert apart(right) < 1e-4
    other = Phase(transform(torch.from_numpy(bursts(1.0).samples)), len(samples))
    before = apart(other)
    other.refine(wanted, 40)
    assert apart(other) < 0.4 * before
