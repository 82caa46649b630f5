"""Videos and folders give every frame, and say in one sentence what they lack."""

from pathlib import Path

import numpy as np
import pytest

from desktop.camera.errors import (
    CameraLost,
    CameraUnavailable,
    EmptyFolder,
    NoCamera,
    PicturesSkipped,
    UnknownSource,
    UnreadableVideo,
    VideoCutOff,
)
from desktop.camera.open import open_source
from desktop.camera.source import Frame
from desktop.camera.webcam import Camera, Webcam
from desktop.errors import LikenessError, UnreadablePicture
from desktop.opencv import cv2
from desktop.pictures import write_png


def make_video(file: Path, frames: int = 40, rate: float = 20.0) -> Path:
    """An AVI whose frame n is a grey of value 5 n: frames can be told apart and the file cut anywhere."""
    writer = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"MJPG"), rate, (64, 48))
    for number in range(frames):
        writer.write(np.full((48, 64, 3), 5 * number, np.uint8))
    writer.release()
    return file


def read_all(named: Path) -> tuple[list[Frame], LikenessError | None]:
    """Every frame that comes and the failure at the end, if any."""
    frames: list[Frame] = []
    source = open_source(str(named))
    try:
        frames.extend(source.frames())
    except LikenessError as error:
        return frames, error
    finally:
        source.close()
    return frames, None


def test_a_video_gives_every_frame_in_order(tmp_path: Path) -> None:
    video = make_video(tmp_path / "film.avi")
    source = open_source(str(video))
    frames = list(source.frames())
    assert source.rate == pytest.approx(20)
    assert [frame.index for frame in frames] == list(range(1, 41))
    assert [round(frame.seconds, 2) for frame in frames[:3]] == [0.0, 0.05, 0.1]
    assert [int(frame.picture.mean().round()) for frame in frames] == pytest.approx(
        [5 * number for number in range(40)], abs=3
    )


def test_a_frame_can_not_be_written_to(tmp_path: Path) -> None:
    frames, _ = read_all(make_video(tmp_path / "film.avi"))
    with pytest.raises(ValueError, match="read-only"):
        frames[0].picture[0, 0] = 1


def test_a_cut_off_video_gives_what_it_has_and_says_so(tmp_path: Path) -> None:
    video = make_video(tmp_path / "film.avi")
    data = video.read_bytes()
    video.write_bytes(data[: len(data) // 2])
    frames, error = read_all(video)
    assert 5 < len(frames) < 35
    assert isinstance(error, VideoCutOff)
    assert f"after frame {len(frames)} of 40" in str(error)


@pytest.mark.parametrize("content", [b"", b"not a video at all", bytes(5000)])
def test_a_file_that_is_no_video_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "film.mp4"
    file.write_bytes(content)
    with pytest.raises(UnreadableVideo, match=r"film\.mp4"):
        list(open_source(str(file)).frames())


def test_a_folder_gives_its_pictures_by_name_and_names_the_broken(tmp_path: Path) -> None:
    for number in (3, 1, 2):
        write_png(np.full((20, 30, 3), 40 * number, np.uint8), tmp_path / f"{number}.png")
    (tmp_path / "0.jpg").write_bytes(b"broken")
    (tmp_path / "notes.txt").write_text("left out")
    frames, error = read_all(tmp_path)
    assert [int(frame.picture[0, 0, 0]) for frame in frames] == [40, 80, 120]
    assert isinstance(error, PicturesSkipped)
    assert "0.jpg" in str(error)


def test_one_picture_is_a_source_of_one_frame(tmp_path: Path) -> None:
    write_png(np.zeros((20, 30, 3), np.uint8), tmp_path / "a.png")
    frames, error = read_all(tmp_path / "a.png")
    assert (len(frames), error) == (1, None)


def test_one_broken_picture_says_that_it_is_broken(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"broken")
    assert isinstance(read_all(tmp_path / "a.png")[1], UnreadablePicture)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EmptyFolder):
        open_source(str(tmp_path))


def test_names_that_are_nothing_list_the_cameras(monkeypatch: pytest.MonkeyPatch) -> None:
    found = (Camera("Desk camera", 0, 0), Camera("Door", 1, 0))
    monkeypatch.setattr("desktop.camera.open.cameras", lambda: found)
    with pytest.raises(UnknownSource, match="Desk camera, Door"):
        open_source("window")


def test_without_a_camera_the_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.camera.open.cameras", tuple)
    with pytest.raises(NoCamera, match="video or a folder"):
        open_source("")


class Plugged:
    """A camera device: gives `pictures` frames, then it is pulled out; None means it never opens."""

    def __init__(self, pictures: int | None) -> None:
        self.left = pictures

    def __call__(self, _index: int, _backend: int) -> "Plugged":
        return self

    def isOpened(self) -> bool:  # noqa: N802 - OpenCV's name
        return self.left is not None

    def set(self, _name: int, _value: float) -> bool:
        return True

    def get(self, _name: int) -> float:
        return 0.0

    def read(self) -> tuple[bool, np.ndarray | None]:
        assert self.left is not None
        self.left -= 1
        return (True, np.zeros((4, 4, 3), np.uint8)) if self.left >= 0 else (False, None)

    def release(self) -> None:
        self.left = None


def test_a_camera_that_is_pulled_out_says_so_after_its_last_frame() -> None:
    source = Webcam(Camera("Desk camera", 0, 0), Plugged(3))  # type: ignore[arg-type]
    seen: list[int] = []
    with pytest.raises(CameraLost, match="Desk camera"):
        seen.extend(frame.index for frame in source.frames())
    frames = Webcam(Camera("Desk camera", 0, 0), Plugged(3)).frames()  # type: ignore[arg-type]
    assert [next(frames).index for _ in range(3)] == [1, 2, 3]


def test_a_camera_in_use_elsewhere_says_so() -> None:
    with pytest.raises(CameraUnavailable, match="Desk camera"):
        Webcam(Camera("Desk camera", 0, 0), Plugged(None))  # type: ignore[arg-type]


def test_closing_ends_the_frames() -> None:
    source = Webcam(Camera("Desk camera", 0, 0), Plugged(1000))  # type: ignore[arg-type]
    frames = source.frames()
    next(frames)
    source.close()
    assert list(frames) == []
