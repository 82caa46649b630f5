"""Tracks keep their number as faces move, hide and cross, and end where the scene does."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.camera.cut import SceneCut
from desktop.camera.source import Frame
from desktop.faces.assign import assign
from desktop.faces.track import Track, Tracker
from tests.faces.scripted import RATE, Shown, World


class Watch:
    """A tracker on a scripted world."""

    def __init__(self) -> None:
        self.world = World()
        self.tracker = Tracker()
        self.frame: Frame | None = None

    def see(self, *shown: Shown, after: float = 1 / RATE) -> list[Track | None]:
        """The track of each face shown, in that order."""
        self.frame = self.world.frame(*shown, after=after)
        faces = self.world.detect(self.frame.picture)
        tracks = self.tracker.update(faces, self.frame.picture, self.frame.seconds)
        by_landmarks = {track.face.landmarks.tobytes(): track for track in tracks if track.face is not None}
        return [by_landmarks.get(face.landmarks.tobytes()) for face in faces]

    def ids(self, *shown: Shown, after: float = 1 / RATE) -> list[int]:
        return [track.id for track in self.see(*shown, after=after) if track is not None]


def test_a_walking_face_keeps_its_number() -> None:
    watch = Watch()
    assert {watch.ids(Shown("ada", 100 + 9 * step))[0] for step in range(40)} == {1}


@pytest.mark.parametrize("rate", [30.0, 10.0, 5.0])
def test_a_fast_face_keeps_its_number_at_any_rate(rate: float) -> None:
    watch = Watch()
    steps = [
        Shown("ada", 60 + 300 * step / rate, size=90 + 40 * step / rate) for step in range(int(1.6 * rate))
    ]
    assert {watch.ids(shown, after=1 / rate)[0] for shown in steps} == {1}


def test_speed_says_where_the_face_is_between_frames() -> None:
    watch = Watch()
    for step in range(20):
        (track,) = watch.see(Shown("ada", 100 + 5 * step, 150 + 2 * step))
    assert track is not None
    assert track.velocity == pytest.approx((125, 50), rel=0.02)
    moved = track.box_at(track.seconds + 0.04)
    assert moved[0] - track.box[0] == pytest.approx(5, abs=0.6)
    assert moved[1] - track.box[1] == pytest.approx(2, abs=0.3)
    assert moved[2:] == track.box[2:]
    # A face is not expected to leave the picture at full speed while nobody looks.
    assert track.box_at(track.seconds + 10)[0] - track.box[0] < 60
    assert track.box_at(track.seconds - 0.04)[0] - track.box[0] == pytest.approx(-5, abs=0.6)


def test_a_face_that_is_hidden_for_a_moment_comes_back_with_its_number_and_a_doubt() -> None:
    watch = Watch()
    for step in range(10):
        watch.see(Shown("ada", 100 + 5 * step))
    for _ in range(9):
        watch.see()
    (track,) = watch.see(Shown("ada", 180))
    assert track is not None
    assert track.id == 1
    assert track.doubt
    (track,) = watch.see(Shown("ada", 185))
    assert track is not None
    assert not track.doubt


def test_an_unseen_face_coasts_and_then_ends() -> None:
    watch = Watch()
    for step in range(10):
        watch.see(Shown("ada", 100 + 5 * step))
    frame = watch.world.frame()
    (track,) = watch.tracker.update((), frame.picture, frame.seconds)
    assert track.face is None
    assert track.missing == pytest.approx(1 / RATE)
    assert track.box[0] == pytest.approx(145 - 40 + 5, abs=1)
    frame = watch.world.frame(after=1.0)
    assert watch.tracker.update((), frame.picture, frame.seconds) == ()
    assert watch.ids(Shown("ada", 150)) == [2]


def test_a_shaking_camera_confuses_nobody() -> None:
    watch = Watch()
    random = np.random.default_rng(3)
    seen = set()
    for _ in range(40):
        dx, dy = (int(shift) for shift in random.uniform(-45, 45, 2))
        watch.world.camera = (dx, dy)
        seen.add(tuple(watch.ids(Shown("ada", 200 + dx, 180 + dy), Shown("ben", 330 + dx, 180 + dy))))
    assert seen == {(1, 2)}


def test_two_who_cross_keep_their_numbers() -> None:
    watch = Watch()
    for step in range(60):
        left, right = 120 + 7 * step, 520 - 7 * step
        ada, ben = Shown("ada", left, size=90), Shown("ben", right, 185, size=80)
        # ada walks in front: ben is not seen while she hides him
        last = watch.ids(ada) if abs(left - right) < 60 else watch.ids(ada, ben)
    assert last == [1, 2]


def test_faces_that_only_swap_places_in_the_list_keep_their_numbers() -> None:
    watch = Watch()
    ada, ben = Shown("ada", 200), Shown("ben", 400)
    assert watch.ids(ada, ben) == [1, 2]
    assert watch.ids(ben, ada) == [2, 1]


def test_another_look_in_the_same_place_is_doubtful() -> None:
    watch = Watch()
    for _ in range(5):
        (track,) = watch.see(Shown("ada", 200))
    assert track is not None
    assert not track.doubt
    (track,) = watch.see(Shown("ben", 203))
    assert track is not None
    assert (track.id, track.doubt) == (1, True)


def test_a_scene_cut_starts_new_tracks_even_in_the_same_place() -> None:
    watch = Watch()
    for _ in range(5):
        watch.see(Shown("ada", 200), Shown("ben", 400))
    watch.world.scene = 1
    assert watch.ids(Shown("ada", 200), Shown("ben", 400)) == [3, 4]


def test_a_source_that_begins_anew_starts_new_tracks() -> None:
    watch = Watch()
    watch.see(Shown("ada", 200))
    assert watch.ids(Shown("ada", 200), after=-0.04) == [2]


def test_a_renewed_track_has_a_number_nobody_had() -> None:
    watch = Watch()
    watch.see(Shown("ada", 200), Shown("ben", 400))
    assert watch.tracker.renew(1) == 3
    assert watch.ids(Shown("ada", 200), Shown("ben", 400)) == [3, 2]
    watch.tracker.exchange(3, 2)
    assert watch.ids(Shown("ada", 200), Shown("ben", 400)) == [2, 3]
    with pytest.raises(KeyError):
        watch.tracker.renew(1)


def test_faces_at_and_beyond_the_edge_are_followed() -> None:
    watch = Watch()
    assert {watch.ids(Shown("ada", 60 - 6 * step))[0] for step in range(18)} == {1}


def _picture(scene: int) -> np.ndarray:
    world = World(scene=scene)
    return world.frame().picture


@pytest.mark.parametrize("shift", [(0, 0), (35, 0), (-50, 20), (0, -30)])
def test_a_pan_is_no_cut_and_says_how_far_the_view_moved(shift: tuple[int, int]) -> None:
    cut = SceneCut()
    first = np.kron(np.random.default_rng(5).integers(0, 256, (18, 32, 3)), np.ones((20, 20, 1)))
    picture = first.astype(np.uint8)
    cut.look(picture)
    found, moved = cut.look(np.roll(picture, (shift[1], shift[0]), axis=(0, 1)))
    assert not found
    assert moved == pytest.approx(shift, abs=10)


def test_light_switched_on_is_no_cut() -> None:
    cut = SceneCut()
    picture = _picture(0)
    cut.look((picture * 0.55).astype(np.uint8))
    assert cut.look(picture)[0] is False


def test_another_scene_or_another_size_is_a_cut() -> None:
    cut = SceneCut()
    cut.look(_picture(0))
    assert cut.look(_picture(1))[0] is True
    assert cut.look(_picture(1))[0] is False
    assert cut.look(_picture(1)[:180].copy())[0] is True


def test_even_pictures_are_one_scene() -> None:
    cut = SceneCut()
    black = np.zeros((90, 160, 3), np.uint8)
    cut.look(black)
    assert cut.look(black)[0] is False


@settings(max_examples=80, deadline=None)
@given(seed=st.integers(0, 10_000), rows=st.integers(1, 4), columns=st.integers(1, 5))
def test_assignment_costs_no_more_than_any_other(seed: int, rows: int, columns: int) -> None:
    random = np.random.default_rng(seed)
    costs = random.random((rows, columns)) * 2
    costs[random.random((rows, columns)) < 0.3] = np.inf
    given_to = assign(costs, 1.2)
    taken = [column for column in given_to if column >= 0]
    assert len(taken) == len(set(taken))

    def total(columns_of: tuple[int, ...] | list[int]) -> float:
        return sum(1.2 if column < 0 else float(costs[row, column]) for row, column in enumerate(columns_of))

    best = min(
        total(one)
        for one in itertools.product(range(-1, columns), repeat=rows)
        if len([c for c in one if c >= 0]) == len({c for c in one if c >= 0})
    )
    assert total(given_to) == pytest.approx(best)
