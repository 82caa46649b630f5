"""Films in: every frame upright and at its time, and one sentence for each that can't be read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.camera.errors import UnreadableVideo
from desktop.errors import FileMissing
from desktop.signals.film_errors import NoDecoder, NoPicturesInFilm
from desktop.signals.shots import open_shots, size_of
from desktop.signals.video import Video
from tests.signals.films import STEP, frames, write_film


def test_every_frame_comes_upright_in_order_at_its_time(tmp_path: Path) -> None:
    made = frames(9)
    film = open_shots(write_film(tmp_path / "a.mp4", made))
    assert (film.size, film.total, film.sound, film.stack) == ((64, 48), 9, True, False)
    assert film.rate == pytest.approx(24)
    assert film.seconds == pytest.approx(9 / 24)
    shots = list(film.shots())
    assert [shot.index for shot in shots] == list(range(9))
    assert [shot.time for shot in shots] == [number * STEP for number in range(9)]
    for shot, picture in zip(shots, made, strict=True):
        assert np.abs(shot.picture.astype(int) - picture).mean() < 8
    assert film.broken(9) == ""


def test_it_can_begin_anywhere_and_show_any_frame(tmp_path: Path) -> None:
    film = open_shots(write_film(tmp_path / "a.mp4", frames(9)))
    whole = list(film.shots())
    late = list(film.shots(6))
    assert [shot.index for shot in late] == [6, 7, 8]
    assert all(np.array_equal(one.picture, two.picture) for one, two in zip(whole[6:], late, strict=True))
    assert np.array_equal(film.at(0.0), whole[0].picture)
    assert np.array_equal(film.at(0.5), whole[4].picture)
    assert np.array_equal(film.at(1.0), whole[8].picture)


def test_a_variable_rate_keeps_its_times(tmp_path: Path) -> None:
    times = [0, 500, 700, 2000, 2100]
    film = open_shots(write_film(tmp_path / "a.mp4", frames(5), times=times))
    assert [shot.time for shot in film.shots()] == times


@pytest.mark.parametrize(("turned", "size"), [(90, (48, 64)), (-90, (48, 64)), (180, (64, 48))])
def test_a_film_from_a_turned_camera_is_upright(tmp_path: Path, turned: int, size: tuple[int, int]) -> None:
    made = frames(2)
    film = open_shots(write_film(tmp_path / "a.mp4", made, turned=turned))
    assert film.size == size
    upright = np.rot90(made[0], turned // 90)
    assert np.abs(film.at(0.0).astype(int) - upright).mean() < 8


def test_odd_sizes_and_one_frame_are_films_too(tmp_path: Path) -> None:
    film = open_shots(write_film(tmp_path / "a.mkv", frames(1, 63, 47), sound=""))
    assert (film.size, film.sound) == ((63, 47), False)
    assert len(list(film.shots())) == 1


def test_a_broken_tail_is_read_up_to_it_and_said(tmp_path: Path) -> None:
    whole = write_film(
        tmp_path / "whole.mp4", frames(60), sound="", options={"movflags": "+faststart"}
    ).read_bytes()
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(whole[: len(whole) * 6 // 10])
    film = Video(broken)
    read = len(list(film.shots()))
    assert 10 < read < 60
    assert film.broken(read) == (
        f"“broken.mp4” breaks off after frame {read} of 60; the frames before that were used."
    )


def test_what_is_no_film_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        open_shots(tmp_path / "gone.mp4")
    (tmp_path / "text.mp4").write_text("no film")
    with pytest.raises(UnreadableVideo, match=r"“text\.mp4” can't be read as a video"):
        open_shots(tmp_path / "text.mp4")


def test_sound_alone_has_no_pictures(tmp_path: Path) -> None:
    from tests.signals.films import write_sound

    with pytest.raises(NoPicturesInFilm, match="has no pictures that can be read"):
        open_shots(write_sound(tmp_path / "sound.mp4"))


def test_a_coding_that_nobody_knows_is_one_sentence(tmp_path: Path) -> None:
    path = write_film(tmp_path / "a.mp4", frames(3), sound="")
    data = bytearray(path.read_bytes())
    place = data.find(b"avc1", data.find(b"stsd"))
    data[place : place + 4] = b"zzz1"
    path.write_bytes(data)
    with pytest.raises(NoDecoder, match=r"convert it to an MP4 with H\.264"):
        open_shots(path)


@pytest.mark.parametrize(
    ("size", "longer", "result"),
    [((640, 360), 512, (512, 288)), ((63, 47), 63, (64, 48)), ((400, 20), 200, (200, 32))],
)
def test_results_have_even_sides(size: tuple[int, int], longer: int, result: tuple[int, int]) -> None:
    assert size_of(size, longer) == result


@given(st.integers(1, 9000), st.integers(1, 9000), st.integers(32, 4096))
def test_every_result_is_even_large_enough_and_of_the_films_shape(
    width: int, height: int, longer: int
) -> None:
    made = size_of((width, height), longer)
    assert all(side % 2 == 0 and side >= 32 for side in made)
    assert abs(max(made) - longer) <= 1
    if min(made) > 32:
        assert abs(made[0] * height / width - made[1]) <= 1 + max(height / width, 1) + 1e-9
