"""The jobs behind the pages, run as loops with real weights: from a stranger to a name and back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from desktop.camera.latest import Latest
from desktop.camera.source import Frame
from desktop.errors import NoFace
from desktop.paths import Home
from desktop.people.unlock import unlock
from desktop.pictures import read_picture
from desktop.progress import finish
from desktop.settings import Settings
from desktop.tour.scene import Scene
from desktop.work.jobs.compare import CompareJobs
from desktop.work.jobs.live import LiveJobs, LiveStep
from desktop.work.jobs.models import ModelJobs
from desktop.work.jobs.people import PeopleJobs, TrackGone
from desktop.work.jobs.state import ModelsMissing, State, VaultLocked
from tests.weights_fixture import Sample


class Stage:
    """A window's jobs without the window, before a moving view of the astronaut."""

    def __init__(self, home: Home, portrait: Path) -> None:
        self.portrait = portrait
        self.home = home
        self.state = State(home, Settings(device="cpu"))
        self.live = LiveJobs(self.state)
        self.people = PeopleJobs(self.state, self.live)
        self.models = ModelJobs(self.state)
        self.compare = CompareJobs(self.state)
        self._scene = Scene(read_picture(portrait), "scene")
        self._mailbox: Latest[Frame] = Latest()
        self._steps = self.live.live(self._mailbox)
        self._index = 0

    def see(self, frames: int) -> LiveStep:
        """Let recognition see so many frames more; gives what it said of the last."""
        step = None
        for _ in range(frames):
            self._index += 1
            seconds = self._index / 30
            self._mailbox.put(Frame(self._scene.at(seconds), self._index, seconds))
            step = next(self._steps)
        assert step is not None
        return step

    def names(self) -> list[str]:
        return [card.name for card in finish(self.people.folk()).people]


@pytest.fixture
def stage(tmp_path: Path, weights: Home, sample: Sample) -> Iterator[Stage]:
    made = Stage(Home(tmp_path / "home", weights_from=weights.weights.parent), sample("astronaut"))
    made.home.make()
    yield made
    made.state.close()


@pytest.fixture
def ready(stage: Stage) -> Stage:
    assert finish(stage.models.load()).state == "ready"
    assert finish(stage.people.unlock(None)).state == "open"
    return stage


def test_a_stranger_is_enrolled_by_a_click_and_named_in_the_next_frame(ready: Stage) -> None:
    face = ready.see(30).result.faces[0]  # type: ignore[union-attr]
    assert (face.kind, face.name) == ("unknown", None)
    report = finish(ready.people.enrol_track(face.track, "Eileen Collins", ""))
    assert (report.people, report.templates) == (("Eileen Collins",), 1)
    named = ready.see(1).result.faces[0]  # type: ignore[union-attr]
    assert (named.kind, named.name) == ("known", "Eileen Collins")
    assert named.confidence is not None
    assert named.confidence >= 0.5


def test_what_was_seen_can_be_corrected_and_is_kept_in_the_vault(ready: Stage) -> None:
    track = ready.see(30).result.faces[0].track  # type: ignore[union-attr]
    finish(ready.people.enrol_track(track, "Eileen", ""))
    (entry,) = ready.see(3).recent
    assert entry.name == "Eileen"
    assert len(ready.state.people.history()) == 1
    assert finish(ready.live.correct(track, None))
    step = ready.see(3)
    assert step.result is not None
    assert step.result.faces[0].name is None
    assert step.recent[0].name is None
    assert ready.state.people.history() == ()


def test_erasing_leaves_no_name_no_picture_and_no_template(ready: Stage) -> None:
    track = ready.see(30).result.faces[0].track  # type: ignore[union-attr]
    finish(ready.people.enrol_track(track, "Eileen", ""))
    ready.see(2)
    person = finish(ready.people.folk()).people[0].person
    finish(ready.people.erase(person))
    step = ready.see(2)
    assert step.result is not None
    assert step.result.faces[0].name is None
    assert all(entry.name is None for entry in step.recent)
    assert ready.names() == []
    assert len(ready.state.faces.recogniser.gallery) == 0


def test_locked_people_are_nobody_until_they_are_unlocked(ready: Stage) -> None:
    track = ready.see(30).result.faces[0].track  # type: ignore[union-attr]
    finish(ready.people.enrol_track(track, "Eileen", ""))
    assert ready.see(2).recent[0].name == "Eileen"
    state = finish(ready.people.lock())
    assert (state.state, state.asks) == ("locked", False)  # type: ignore[union-attr]
    step = ready.see(3)
    assert step.result is not None
    assert (step.result.faces[0].name, step.result.faces[0].person) == (None, None)
    assert all(entry.name is None for entry in step.recent)
    assert ready.state.opened is None
    assert len(ready.state.faces.recogniser.gallery) == 0
    assert finish(ready.people.folk()).people == ()
    with pytest.raises(VaultLocked):
        finish(ready.people.enrol_track(track, "Eileen", ""))
    assert finish(ready.people.lock()) is None  # nothing is left to lock
    assert finish(ready.people.unlock(None)).state == "open"
    named = ready.see(5).result.faces[0]  # type: ignore[union-attr]
    assert named.name == "Eileen"


def test_a_vault_that_was_opened_with_a_typed_passphrase_asks_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LIKENESS_PASSPHRASE")
    assert finish(stage.people.unlock("four words of mine")).state == "open"
    state = finish(stage.people.lock())
    assert state is not None
    assert state.asks
    assert finish(stage.people.unlock(None)).state == "locked"
    assert finish(stage.people.unlock("three words")).failure is not None
    assert finish(stage.people.unlock("four words of mine")).state == "open"


def test_a_lock_waits_until_live_has_left_the_vault(ready: Stage) -> None:
    ready.live.catching_up = True
    job = ready.people.lock()
    assert next(job) is None
    assert ready.state.opened is not None
    ready.live.catching_up = False
    with pytest.raises(StopIteration):
        next(job)
    assert ready.state.opened is None


def test_recognitions_are_kept_as_long_as_the_user_says(ready: Stage) -> None:
    track = ready.see(30).result.faces[0].track  # type: ignore[union-attr]
    finish(ready.people.enrol_track(track, "Eileen", ""))
    ready.see(3)
    people = ready.state.people
    person = people.list()[0].id
    people.record_seen(person, 0.5, 99, datetime.now(UTC) - timedelta(days=10))
    assert len(people.history()) == 2
    finish(ready.people.keep_history(7))
    assert len(people.history()) == 1
    finish(ready.people.keep_history(0))  # none, from now on
    assert people.history() == ()
    assert finish(ready.live.correct(track, person))
    ready.see(3)
    assert people.history() == ()
    finish(ready.people.keep_history(30))
    assert finish(ready.live.correct(track, person))
    assert len(people.history()) == 1


def test_what_has_grown_too_old_goes_while_the_window_stays_open(ready: Stage) -> None:
    finish(ready.people.enrol_pictures([ready.portrait], "Eileen", ""))
    people = ready.state.people
    people.record_seen(people.list()[0].id, 0.5, 99, datetime.now(UTC) - timedelta(days=31))
    ready.live._tidied -= 3601  # an hour ago
    ready.see(60)
    assert [one.track for one in people.history() if one.track == 99] == []


def test_what_has_grown_too_old_goes_when_the_people_are_opened(stage: Stage) -> None:
    with unlock(stage.home) as people:
        finish(stage.models.load())
        finish(stage.people.unlock(None))
        finish(stage.people.enrol_pictures([stage.portrait], "Eileen", ""))
        person = people.list()[0].id
        people.record_seen(person, 0.5, 1, datetime.now(UTC) - timedelta(days=10))
    stage.state.close()
    stage.state.settings = Settings(device="cpu", keep_days=9)
    finish(stage.people.unlock(None))
    assert stage.state.people.history() == ()


def test_rename_merge_and_undo_are_what_the_window_shows(ready: Stage) -> None:
    picture = read_picture(ready.portrait)
    finish(ready.people.enrol_pictures([ready.portrait], "Ada", ""))
    finish(ready.people.enrol_pictures([picture], "Eva", ""))
    people = {card.name: card.person for card in finish(ready.people.folk()).people}
    finish(ready.people.rename(people["Ada"], "Ada L."))
    assert ready.names() == ["Ada L.", "Eva"]
    finish(ready.people.merge(people["Eva"], people["Ada"]))
    assert ready.names() == ["Ada L."]
    undo = finish(ready.people.folk()).undo
    assert undo is not None
    finish(ready.people.undo(undo.token))
    assert ready.names() == ["Ada L.", "Eva"]
    assert finish(ready.people.folk()).undo is None


def test_a_broken_picture_is_left_out_and_the_rest_is_enrolled(ready: Stage, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    report = finish(ready.people.enrol_pictures([broken, ready.portrait], "Ada", ""))
    assert report.templates == 1
    ((name, failure),) = report.skipped
    assert name.endswith("broken.jpg")
    assert "can't be read" in failure.text


def test_what_another_program_enrolled_is_noticed(ready: Stage) -> None:
    ready.see(5)
    with unlock(ready.home) as elsewhere:
        finish(ready.people.enrol_pictures([ready.portrait], "Ada", ""))
        elsewhere.rename(elsewhere.find("Ada").id, "Somebody Else")
    before = ready.see(1).version
    step = None
    for _ in range(150):  # the live job looks now and then, and some of its steps bring no frame
        step = step_of(ready) or step
        if step is not None and step.version > before:
            break
    assert step is not None
    assert step.version > before
    assert ready.see(5).result.faces[0].name == "Somebody Else"  # type: ignore[union-attr]


def step_of(stage: Stage) -> LiveStep | None:
    try:
        return stage.see(1)
    except AssertionError:
        return None


def test_a_face_nobody_remembers_can_not_be_named(ready: Stage) -> None:
    with pytest.raises(TrackGone):
        finish(ready.people.enrol_track(4711, "Ada", ""))
    assert ready.names() == []


def test_two_views_of_one_person_are_near_and_a_claim_is_checked(ready: Stage) -> None:
    other = Scene(read_picture(ready.portrait), "").at(4.0)
    found = finish(ready.compare.compare(ready.portrait, other))
    assert found.similarity > 0.8
    assert found.distance == pytest.approx(2 - 2 * found.similarity)
    finish(ready.people.enrol_pictures([ready.portrait], "Eileen", ""))
    claimed = finish(ready.compare.claim(other, finish(ready.people.folk()).people[0].person))
    assert (claimed.person, claimed.right) == ("Eileen", None)
    assert claimed.similarity > 0.8
    with pytest.raises(NoFace, match="the pasted picture"):
        finish(ready.compare.look(np.zeros((80, 80, 3), np.uint8)))


def test_a_locked_vault_and_missing_models_say_what_to_do(stage: Stage, tmp_path: Path) -> None:
    with pytest.raises(ModelsMissing):
        finish(stage.compare.look(stage.portrait))
    assert finish(stage.models.load()).state == "ready"
    with pytest.raises(VaultLocked):
        finish(stage.people.enrol_pictures([stage.portrait], "Ada", ""))
    bare = ModelJobs(State(Home(tmp_path / "bare"), Settings()))
    missing = finish(bare.load())
    assert missing.state == "missing"
    assert "YuNet" in missing.model


def test_a_wrong_passphrase_keeps_the_vault_shut_and_a_right_one_opens_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert finish(stage.people.unlock("right")).state == "open"
    stage.state.close()
    monkeypatch.delenv("LIKENESS_PASSPHRASE")
    asked = finish(stage.people.unlock(None))
    assert (asked.state, asked.new) == ("locked", False)
    wrong = finish(stage.people.unlock("wrong"))
    assert wrong.state == "locked"
    assert wrong.failure is not None
    assert finish(stage.people.unlock("right")).state == "open"


def test_without_a_key_store_a_new_vault_asks_for_a_passphrase(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LIKENESS_PASSPHRASE")
    asked = finish(stage.people.unlock(None))
    assert (asked.state, asked.new) == ("locked", True)
    assert not stage.home.people.exists()
