"""A film from end to end: length, clock and sound stay, of every kind of film and of stacks."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from desktop.paths import Home
from desktop.pictures import read_picture, write_png
from desktop.progress import finish
from desktop.signals.film import FilmRecipe, FilmStep
from desktop.signals.film_errors import OverItself, UnknownFilmSuffix
from desktop.signals.paint import paint_film
from desktop.style.networks import Networks
from tests.signals.films import STEP, frames, write_film
from tests.signals.painted import COUNT, pictures, scripted, sound, times, work
from tests.signals.scripted_way import use


@pytest.fixture
def networks(home: Home) -> Networks:
    return Networks(home, "cpu")


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return write_film(tmp_path / "film.mp4", frames(COUNT))


def test_length_clock_and_sound_stay(
    networks: Networks, film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch)
    out = tmp_path / "out.mp4"
    steps: list[FilmStep] = []
    job = paint_film(networks, work(film, out), most=4)
    while True:
        try:
            step = next(job)
        except StopIteration as end:
            result = end.value
            break
        if step is not None:
            steps.append(step)
    assert (result.path, result.frames, result.audio_kept, result.notes) == (out, COUNT, True, ())
    assert [step.frame for step in steps] == list(range(1, COUNT + 1))
    assert {step.frames for step in steps} == {COUNT}
    assert steps[-1].remaining == 0
    assert times(out) == times(film) == [number * STEP for number in range(COUNT)]
    assert sound(out) == sound(film)
    with av.open(str(out)) as made, av.open(str(film)) as given:
        assert made.streams.video[0].average_rate == given.streams.video[0].average_rate
        assert made.duration == given.duration
    for found, right in zip(pictures(out), scripted(pictures(film)), strict=True):
        assert np.abs(found.astype(int) - right).mean() < 6
    assert list(networks.home.films.iterdir()) == []


def test_pictures_that_begin_after_the_sound_still_do(
    networks: Networks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch)
    late = [10214 + number * STEP for number in range(6)]
    film = write_film(tmp_path / "film.mp4", frames(6), times=late)
    out = tmp_path / "out.mp4"
    finish(paint_film(networks, work(film, out), most=4))
    assert times(out) == times(film)  # which its own file may have rounded to milliseconds
    assert times(out)[0] > 10_000
    with av.open(str(out)) as made, av.open(str(film)) as given:
        for one, two in zip(made.streams, given.streams, strict=True):
            assert (one.start_time, one.duration) == (two.start_time, two.duration)


@pytest.mark.parametrize("suffix", [".mov", ".mkv"])
def test_other_kinds_of_file_keep_them_too(
    networks: Networks, film: Path, tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch)
    out = tmp_path / f"out{suffix}"
    assert finish(paint_film(networks, work(film, out))).audio_kept
    assert len(pictures(out)) == COUNT
    assert sound(out) == sound(film)


def test_sound_that_the_result_cannot_hold_is_coded_anew(
    networks: Networks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch)
    film = write_film(tmp_path / "film.mkv", frames(24), sound="wavpack")
    out = tmp_path / "out.mp4"
    assert finish(paint_film(networks, work(film, out))).audio_kept
    with av.open(str(out)) as made:
        assert made.streams.audio[0].codec_context.name == "aac"
        heard = np.concatenate([frame.to_ndarray()[0] for frame in made.decode(audio=0)])
    assert heard.std() > 0.1
    assert len(heard) / 44100 == pytest.approx(1.0, abs=0.1)


def test_a_silent_film_a_variable_rate_odd_sides_and_one_frame(
    networks: Networks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch)
    wanted = [0, 500, 700, 2000, 2100]
    film = write_film(tmp_path / "film.mp4", frames(5, 63, 47), times=wanted, sound="")
    out = tmp_path / "out.mp4"
    result = finish(paint_film(networks, work(film, out, recipe=FilmRecipe(size=63)), most=2))
    assert (result.frames, result.audio_kept) == (5, False)
    assert times(out) == wanted
    assert pictures(out)[0].shape == (48, 64, 3)
    one = write_film(tmp_path / "one.mp4", frames(1), sound="")
    assert finish(paint_film(networks, work(one, out))).frames == 1
    assert len(pictures(out)) == 1


def test_a_broken_tail_is_said_and_what_came_before_is_there(
    networks: Networks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch)
    whole = write_film(tmp_path / "film.mp4", frames(60), options={"movflags": "+faststart"})
    data = whole.read_bytes()
    whole.write_bytes(data[: len(data) * 6 // 10])
    out = tmp_path / "out.mp4"
    result = finish(paint_film(networks, work(whole, out)))
    assert 5 < result.frames < 60
    assert len(pictures(out)) == result.frames
    assert result.notes == (
        f"“film.mp4” breaks off after frame {result.frames} of 60; the frames before that were used.",
    )


def test_a_stack_becomes_a_stack_of_the_same_kind(
    networks: Networks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch)
    slices = frames(5)
    folder = tmp_path / "head"
    folder.mkdir()
    for number, picture in enumerate(slices):
        write_png(picture, folder / f"z{number}.png")
    painted = scripted(slices)
    result = finish(paint_film(networks, work(folder, tmp_path / "painted"), most=2))
    assert (result.frames, result.audio_kept) == (5, False)
    names = sorted(file.name for file in (tmp_path / "painted").iterdir())
    assert names == [f"z{number}.png" for number in range(5)]
    for name, right in zip(names, painted, strict=True):
        assert np.array_equal(read_picture(tmp_path / "painted" / name), right)
    pages = [Image.fromarray(picture) for picture in slices]
    pages[0].save(tmp_path / "head.tif", save_all=True, append_images=pages[1:])
    finish(paint_film(networks, work(tmp_path / "head.tif", tmp_path / "painted.tif")))
    with Image.open(tmp_path / "painted.tif") as stack:
        assert stack.n_frames == 5
        stack.seek(4)
        assert np.array_equal(np.asarray(stack), painted[4])


def test_a_name_that_does_not_fit_is_refused_before_anything_is_painted(
    networks: Networks, film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    used = use(monkeypatch)
    with pytest.raises(UnknownFilmSuffix, match=r"“out\.gif” can't be written as a film"):
        finish(paint_film(networks, work(film, tmp_path / "out.gif")))
    with pytest.raises(OverItself):
        finish(paint_film(networks, work(film, film)))
    assert used.painted == []
