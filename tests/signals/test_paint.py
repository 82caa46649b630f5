"""A film from end to end: length, clock and sound stay; what is finished survives whatever ends the run."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from desktop.errors import DiskFull
from desktop.paths import Home
from desktop.pictures import read_picture, write_png
from desktop.progress import finish
from desktop.signals import kept_film, parts
from desktop.signals.film import FilmRecipe, FilmStep, FilmWork
from desktop.signals.film_errors import OverItself, PaintedAlready, UnknownFilmSuffix
from desktop.signals.paint import paint_film
from desktop.style.networks import Networks
from desktop.style.recipe import Style
from desktop.vectors import Picture
from tests.signals.films import STEP, frames, texture, write_film
from tests.signals.scripted_way import use

COUNT = 11


@pytest.fixture
def networks(home: Home) -> Networks:
    return Networks(home, "cpu")


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return write_film(tmp_path / "film.mp4", frames(COUNT))


def work(source: Path, out: Path, **how: object) -> FilmWork:
    given = FilmWork(source, Style(texture(64), name="Clouds"), out, FilmRecipe(size=64))
    return replace(given, **how)  # type: ignore[arg-type]


def pictures(path: Path) -> list[Picture]:
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]


def times(path: Path) -> list[int]:
    with av.open(str(path)) as container:
        return [frame.pts for frame in container.decode(video=0)]


def sound(path: Path) -> list[bytes]:
    with av.open(str(path)) as container:
        return [bytes(packet) for packet in container.demux(audio=0) if packet.size]


def scripted(contents: list[Picture]) -> list[Picture]:
    """What the script makes of these frames."""
    made: list[Picture] = []
    for content in contents:
        fresh = 255 - content
        made.append(fresh if not made else (fresh // 2 + made[-1] // 2).astype(np.uint8))
    return made


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


def stop_at(number: int, error: Callable[[], BaseException]) -> Callable[[int], None]:
    def at(index: int) -> None:
        if index == number:
            raise error()

    return at


def no_space() -> OSError:
    return OSError(errno.ENOSPC, "No space left on device")


def test_a_crash_costs_nothing_and_the_film_comes_out_the_same(
    networks: Networks, film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, cut = tmp_path / "whole.mp4", tmp_path / "cut.mp4"
    at_once = use(monkeypatch)
    finish(paint_film(networks, work(film, whole), most=4))
    seen: list[Picture] = []
    for stop in (6, 9):
        used = use(monkeypatch, stop_at(stop, lambda: RuntimeError("power")))
        with pytest.raises(RuntimeError):
            finish(paint_film(networks, work(film, cut), most=4))
        assert not cut.exists()
        seen += used.pictures
    (left,) = kept_film.unfinished(networks.home)
    assert (left.frames, left.total, left.work.style.name) == (9, COUNT, "Clouds")
    assert left.work.out == cut
    again = use(monkeypatch)
    result = finish(paint_film(networks, left.work, most=4))
    assert again.painted == [9, 10]
    assert result.frames == COUNT
    for one, two in zip(at_once.pictures, [*seen, *again.pictures], strict=True):
        assert np.array_equal(one, two)
    for one, two in zip(pictures(whole), pictures(cut), strict=True):
        assert np.abs(one.astype(int) - two).mean() < 6  # parts begin elsewhere, so coding differs a little
    assert times(cut) == times(film)
    assert kept_film.unfinished(networks.home) == ()


def test_a_killed_program_goes_on_from_its_last_whole_part(
    networks: Networks, film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.mp4"
    use(monkeypatch)
    job = paint_film(networks, work(film, out), most=4)
    painted = 0
    while painted < 7:
        painted += next(job) is not None
    # What a kill leaves: the folder as it is now, the part under way without an end.
    folder = networks.home.films / kept_film.key(work(film, out))
    as_it_was = {file.name: file.read_bytes() for file in folder.iterdir()}
    job.close()
    for file in folder.iterdir():
        file.unlink()
    for name, data in as_it_was.items():
        (folder / name).write_bytes(data)
    again = use(monkeypatch)
    assert finish(paint_film(networks, work(film, out), most=4)).frames == COUNT
    assert again.painted[0] == 4
    for found, right in zip(pictures(out), scripted(pictures(film)), strict=True):
        assert np.abs(found.astype(int) - right).mean() < 6


def test_a_cancel_keeps_every_frame(
    networks: Networks, film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch)
    job = paint_film(networks, work(film, tmp_path / "out.mp4"))
    painted = 0
    while painted < 7:
        painted += next(job) is not None
    job.close()
    assert kept_film.unfinished(networks.home)[0].frames == 7


def test_a_full_disk_in_mid_film_is_one_sentence_and_can_be_gone_on_with(
    networks: Networks, film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.mp4"
    use(monkeypatch)
    real, calls = kept_film.replaced, [0]

    @contextmanager
    def full(path: Path) -> Iterator[Any]:
        calls[0] += path.name == "film.json"
        if calls[0] >= 3:
            raise DiskFull(path=path)
        with real(path) as file:
            yield file

    monkeypatch.setattr(kept_film, "replaced", full)
    with pytest.raises(DiskFull, match="is full; free some space and try again"):
        finish(paint_film(networks, work(film, out), most=4))
    assert not out.exists()
    monkeypatch.setattr(kept_film, "replaced", real)
    assert kept_film.unfinished(networks.home)[0].frames == 4
    again = use(monkeypatch)
    assert finish(paint_film(networks, work(film, out), most=4)).frames == COUNT
    assert again.painted[0] == 4


def test_a_disk_that_fills_up_under_the_coder_is_the_same_sentence(
    networks: Networks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = pytest.importorskip("resource", reason="limits of a process are Unix's")
    chance = np.random.default_rng(0)
    noise = [chance.integers(0, 255, (240, 320, 3), np.uint8) for _ in range(8)]
    film = write_film(tmp_path / "film.mp4", noise, sound="")
    use(monkeypatch)
    small = work(film, tmp_path / "out.mp4", recipe=FilmRecipe(size=320))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(DiskFull):
            finish(paint_film(networks, small))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    use(monkeypatch)
    assert finish(paint_film(networks, small)).frames == 8


def test_a_full_disk_at_the_end_keeps_all_that_was_painted(
    networks: Networks, film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.mp4"
    out.write_bytes(b"an older film")
    use(monkeypatch)
    real = parts.replaced

    class Full:
        """A file on a disk with room for its header."""

        def __init__(self, file: object) -> None:
            self._file = file

        def write(self, data: bytes) -> int:
            raise no_space()

        def __getattr__(self, name: str) -> object:
            return getattr(self._file, name)

    @contextmanager
    def full(path: Path) -> Iterator[Any]:
        with real(path) as file:
            yield Full(file) if path == out else file

    monkeypatch.setattr(parts, "replaced", full)
    with pytest.raises(DiskFull):
        finish(paint_film(networks, work(film, out), most=4))
    assert out.read_bytes() == b"an older film"
    monkeypatch.setattr(parts, "replaced", real)
    again = use(monkeypatch)
    assert finish(paint_film(networks, work(film, out), most=4)).frames == COUNT
    assert again.painted == []


def test_a_film_that_changed_or_a_note_that_is_damaged_begins_anew(
    networks: Networks, film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.mp4"
    for damage in (lambda note: note.write_text("{}"), lambda note: note.write_bytes(b"\0"), None):
        use(monkeypatch, stop_at(6, lambda: RuntimeError("power")))
        with pytest.raises(RuntimeError):
            finish(paint_film(networks, work(film, out), most=4))
        if damage is None:
            write_film(film, frames(COUNT, seed=5))
        else:
            damage(networks.home.films / kept_film.key(work(film, out)) / "film.json")
        assert kept_film.unfinished(networks.home) == ()
        again = use(monkeypatch)
        finish(paint_film(networks, work(film, out), most=4))
        assert again.painted[0] == 0


def test_two_at_once_are_refused(
    networks: Networks, film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch)
    first = paint_film(networks, work(film, tmp_path / "out.mp4"))
    while next(first) is None:
        pass
    with pytest.raises(PaintedAlready, match=r"“film\.mp4” is being painted already"):
        finish(paint_film(networks, work(film, tmp_path / "out.mp4")))
    assert finish(first).frames == COUNT
    assert list(networks.home.films.iterdir()) == []


def test_flicker_is_measured_beside_each_frame_alone(
    networks: Networks, film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch)
    measured = work(film, tmp_path / "out.mp4", measure=True)
    whole = finish(paint_film(networks, measured)).flicker
    assert whole is not None
    assert whole.flow_warp_error > 0
    use(monkeypatch, stop_at(6, lambda: RuntimeError("power")))
    with pytest.raises(RuntimeError):
        finish(paint_film(networks, measured, most=4))
    use(monkeypatch)
    rest = finish(paint_film(networks, measured, most=4)).flicker
    assert rest is not None
    # The pair over the break is lost, nothing else.
    assert rest.flow_warp_error == pytest.approx(whole.flow_warp_error, rel=0.3)


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
