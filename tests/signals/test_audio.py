"""Sound files: what can be read, how it is brought to one form, and what is said of the rest."""

from __future__ import annotations

import errno
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import files
from desktop.errors import DiskFull, FileMissing, NotWritable
from desktop.signals import audio
from desktop.signals.audio import PEAK, RATE
from desktop.signals.errors import (
    BadSoundName,
    SilentSound,
    SoundTooLong,
    SoundTooShort,
    UnreadableSound,
)
from tests.signals.made_sounds import sine


def strongest(samples: np.ndarray) -> float:
    """The frequency with the largest magnitude, in hertz."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(spectrum.argmax() * RATE / len(samples))


@pytest.mark.parametrize(
    ("kind", "subtype", "rate", "channels"),
    [
        ("WAV", "PCM_U8", 44_100, 1),
        ("WAV", "PCM_16", 96_000, 2),
        ("WAV", "PCM_24", 8_000, 1),
        ("WAV", "FLOAT", 48_000, 6),
        ("WAV", "DOUBLE", 22_050, 1),
        ("FLAC", "PCM_16", 44_100, 2),
        ("OGG", "VORBIS", 44_100, 2),
        ("MP3", "MPEG_LAYER_III", 44_100, 1),
    ],
)
def test_every_kind_becomes_one_channel_at_one_rate(
    tmp_path: Path, kind: str, subtype: str, rate: int, channels: int
) -> None:
    file = tmp_path / f"tone.{kind.lower()}"
    tone = np.repeat(0.3 * sine(1000, 1.5, rate)[:, None], channels, axis=1)
    soundfile.write(file, tone, rate, format=kind, subtype=subtype)
    found = audio.read(file)
    assert found.name == "tone"
    assert not found.broken
    assert found.samples.dtype == np.float32
    assert found.seconds == pytest.approx(1.5, abs=0.06)  # MP3 adds up to a frame
    assert np.abs(found.samples).max() == pytest.approx(1.0)
    assert strongest(found.samples) == pytest.approx(1000, abs=2)


def test_what_the_rate_cannot_hold_is_filtered_out_and_not_folded_down(tmp_path: Path) -> None:
    both = sine(1000, 1, 96_000) + sine(18_000, 1, 96_000)
    soundfile.write(tmp_path / "a.wav", both * 0.4, 96_000, subtype="FLOAT")
    samples = audio.read(tmp_path / "a.wav").samples
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    folded = round((RATE - 18_000) * len(samples) / RATE)
    assert spectrum[folded - 20 : folded + 20].max() < 1e-4 * spectrum.max()


def test_channels_are_averaged(tmp_path: Path) -> None:
    left, right = sine(500, 1), sine(2000, 1)
    soundfile.write(tmp_path / "a.wav", np.stack((left, right), 1) * 0.5, RATE, subtype="FLOAT")
    mono = (left + right) / 2
    found = audio.read(tmp_path / "a.wav").samples
    np.testing.assert_allclose(found, (mono - mono.mean()) / np.abs(mono - mono.mean()).max(), atol=1e-3)


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    for name in ("a.mp3", "a.raw", "a.txt", "a"):
        soundfile.write(tmp_path / name, sine(440, 1), RATE, format="FLAC")
        assert audio.read(tmp_path / name).seconds == pytest.approx(1)


def test_of_a_file_that_breaks_off_what_there_is_is_taken(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).uniform(-0.5, 0.5, 3 * RATE)
    for kind in ("WAV", "FLAC"):
        file = tmp_path / f"a.{kind.lower()}"
        soundfile.write(file, noise, RATE, format=kind)
        data = file.read_bytes()
        file.write_bytes(data[: len(data) // 2])
        found = audio.read(file)
        assert found.broken, kind
        assert 1.0 < found.seconds < 1.6


def refused(path: Path, kind: type[Exception], *words: str) -> None:
    with pytest.raises(kind) as caught:
        audio.read(path)
    assert all(word in str(caught.value) for word in words)
    assert "\n" not in str(caught.value)


def test_what_is_no_sound_is_said_in_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "a.wav"
    refused(file, FileMissing, "a.wav")
    refused(tmp_path, UnreadableSound)
    for data in (b"", b"RIFF", b"just words" * 50, bytes(5000)):
        file.write_bytes(data)
        refused(file, UnreadableSound, "a.wav")
    for silence in (np.zeros(RATE), np.full(RATE, 0.5), np.full(RATE, 2e-5)):
        soundfile.write(file, silence, RATE, subtype="FLOAT")
        refused(file, SilentSound, "a.wav")
    for count in (0, 1, 2048):
        soundfile.write(file, np.ones(count), RATE)
        refused(file, SoundTooShort, "a.wav", "0.75")
    soundfile.write(file, np.full(RATE, np.nan), RATE, subtype="FLOAT")
    refused(file, UnreadableSound)
    soundfile.write(file, np.ones(700 * 100), 100)
    refused(file, SoundTooLong, "12 minutes", "10")


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", b"RIFF", b"fLaC", b"OggS", b"ID3", b"\xff\xfb"]))
def test_no_bytes_bring_reading_down(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, head: bytes
) -> None:
    file = tmp_path_factory.mktemp("bytes") / "a.wav"
    file.write_bytes(head + data)
    with pytest.raises((UnreadableSound, SoundTooShort, SilentSound)):
        audio.read(file)


@pytest.mark.parametrize("name", ["a.wav", "a.FLAC"])
def test_written_sounds_have_16_bits_and_do_not_clip(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    audio.write(file, np.float32(5.0 * sine(440, 1)))
    with soundfile.SoundFile(file) as written:
        assert (written.subtype, written.samplerate, written.channels) == ("PCM_16", RATE, 1)
        assert written.format == file.suffix.upper()[1:]
        samples = written.read()
    assert np.abs(samples).max() == pytest.approx(PEAK, abs=1e-3)
    np.testing.assert_allclose(samples, PEAK * sine(440, 1), atol=1e-3)


def test_a_result_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tone = np.float32(sine(440, 1))
    with pytest.raises(BadSoundName, match=r"a\.mp3"):
        audio.write(tmp_path / "a.mp3", tone)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotWritable):
        audio.write(tmp_path / "file" / "a.wav", tone)
    old = tmp_path / "a.wav"
    old.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(DiskFull):
        audio.write(old, tone)
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["a.wav", "file"]
    assert old.read_bytes() == b"old"
