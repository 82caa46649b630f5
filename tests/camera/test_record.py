"""Recordings: they keep the clock's pace, are whole or absent, and say why one can't be made."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.camera import record
from desktop.camera.errors import NoVideoWriter
from desktop.camera.record import Recorder
from desktop.camera.replay import Video
from desktop.errors import DiskFull, NotWritable
from desktop.opencv import cv2
from desktop.vectors import Picture


def plain(shade: int, height: int = 48, width: int = 64) -> Picture:
    return np.full((height, width, 3), (shade, 30, 255 - shade), np.uint8)


def frames(path: Path) -> list[Picture]:
    video = Video(path)
    try:
        return [frame.picture for frame in video.frames()]
    finally:
        video.close()


@pytest.mark.parametrize("name", ["a.mp4", "a.avi", "a.MP4", "dance"])
def test_a_recording_keeps_the_clock_whatever_the_rate_of_its_pictures(tmp_path: Path, name: str) -> None:
    recorder = Recorder(tmp_path / name, rate=20)
    for index, at in enumerate((100.0, 100.05, 100.5, 100.51, 100.52, 101.0)):
        recorder.write(plain(index * 40), at)
    path = recorder.close()
    assert path is not None
    seen = frames(path)
    assert len(seen) == pytest.approx(21, abs=1)
    # Between 0.05 s and 0.5 s the second picture stands; RGB stays RGB.
    assert np.abs(seen[5].astype(int) - plain(40)).max() < 12
    assert np.abs(seen[-1].astype(int) - plain(200)).max() < 12
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@given(gaps=st.lists(st.floats(0.001, 1.9), min_size=1, max_size=12))
def test_the_length_is_the_clocks(gaps: list[float]) -> None:
    counted: list[int] = []

    class Writer:
        def __init__(self, *_: object) -> None:
            counted.clear()

        def isOpened(self) -> bool:  # noqa: N802 - OpenCV's name
            return True

        def write(self, _: object) -> None:
            counted.append(1)

        def release(self) -> None: ...

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(cv2, "VideoWriter", type("W", (Writer,), {"fourcc": lambda *_: 0}))
        recorder = Recorder(Path("unused.avi"))
        patched.setattr(recorder, "_folder", None)
        at = 5.0
        recorder.write(plain(1), at)
        for gap in gaps:
            at += gap
            recorder.write(plain(2), at)
        assert abs(len(counted) - sum(gaps) * record.RATE) <= 1
        with pytest.raises(DiskFull):
            recorder.close()


def test_a_long_pause_is_cut(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "a.avi", rate=10)
    recorder.write(plain(0), 0.0)
    recorder.write(plain(250), 600.0)
    recorder.write(plain(250), 600.5)
    path = recorder.close()
    assert path is not None
    assert len(frames(path)) == pytest.approx(25, abs=2)


def test_odd_and_changing_sizes_are_fitted(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "a.mp4", rate=10)
    recorder.write(plain(100, 49, 65), 0.0)
    recorder.write(plain(100, 98, 65), 0.5)
    recorder.write(plain(100, 10, 300), 1.0)
    path = recorder.close()
    assert path is not None
    seen = frames(path)
    assert {picture.shape for picture in seen} == {(48, 64, 3)}
    assert seen[8][24, 32, 2] > 100  # the tall picture in the middle
    assert seen[8][24, 2].max() < 40  # black beside it


def test_nothing_recorded_leaves_nothing(tmp_path: Path) -> None:
    assert Recorder(tmp_path / "a.mp4").close() is None
    assert list(tmp_path.iterdir()) == []


def test_closing_twice_is_closing_once_and_an_old_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(b"old")
    recorder = Recorder(path)
    recorder.write(plain(3), 0.0)
    assert path.read_bytes() == b"old"
    assert recorder.close() == path
    assert recorder.close() is None
    assert len(frames(path)) == 1


def test_a_folder_that_can_not_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotWritable):
        Recorder(tmp_path / "file" / "a.mp4").write(plain(1), 0.0)


def test_a_disk_that_fills_ends_the_recording_and_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = Recorder(tmp_path / "a.mp4", rate=10)
    recorder.write(plain(1), 0.0)
    monkeypatch.setattr(record, "_SPARE", 1 << 62)
    with pytest.raises(DiskFull):
        recorder.write(plain(2), 1.5)
    path = recorder.close()
    assert path is not None
    assert len(frames(path)) >= 15


def test_without_a_coder_for_mp4_an_avi_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "_KINDS", {".mp4": ("zzzz",), ".avi": ("MJPG",)})
    recorder = Recorder(tmp_path / "a.mp4")
    recorder.write(plain(1), 0.0)
    path = recorder.close()
    assert path == tmp_path / "a.avi"
    assert frames(path)
    monkeypatch.setattr(record, "_KINDS", {".mp4": ("zzzz",), ".avi": ("zzzz",)})
    with pytest.raises(NoVideoWriter):
        Recorder(tmp_path / "b.mp4").write(plain(1), 0.0)
    assert [file.name for file in tmp_path.iterdir()] == ["a.avi"]
