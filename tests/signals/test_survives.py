"""Whatever ends a run, what is finished stays, and the film comes out as if nothing had been."""

from __future__ import annotations

import errno
import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import DiskFull
from desktop.paths import Home
from desktop.progress import finish
from desktop.signals import kept_film, parts
from desktop.signals.film import FilmRecipe
from desktop.signals.film_errors import PaintedAlready
from desktop.signals.paint import paint_film
from desktop.style.networks import Networks
from desktop.vectors import Picture
from tests.signals.films import frames, write_film
from tests.signals.painted import COUNT, pictures, scripted, times, work
from tests.signals.scripted_way import use


@pytest.fixture
def networks(home: Home) -> Networks:
    return Networks(home, "cpu")


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return write_film(tmp_path / "film.mp4", frames(COUNT))


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


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
_REACHED = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("frames", "parts", "kept", "sums", "total"), _JSON)
)


@given(note=_JSON | st.fixed_dictionaries({"version": st.just(1), "work": _JSON, "reached": _REACHED}))
def test_a_note_that_holds_anything_is_gone_by_or_not_but_never_a_bug(note: object) -> None:
    with tempfile.TemporaryDirectory() as name:
        home = Home(Path(name))
        folder = home.films / "a"
        folder.mkdir(parents=True)
        (folder / "film.json").write_text(json.dumps(note))
        assert kept_film.unfinished(home) == ()
