"""Measuring on people of the user's own, and using what came out.

A folder is measured on the studio lane with networks of its own, so that the live picture goes on. The
enrolled are measured on the live lane, which owns the vault: their embeddings are there already, and nothing
of them is written anywhere.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from desktop.errors import LikenessError
from desktop.progress import Progress
from desktop.vectors import Picture, Vectors
from desktop.work.calibration_messages import Calibrated, Grouped, InForce, Sample
from desktop.work.jobs.state import State
from desktop.work.messages import Failure

if TYPE_CHECKING:
    from desktop.faces.face import Detector, Embedder, ModelId
    from desktop.learn.head_file import Head

_BATCH = 32  # faces embedded in one step: a third of a second on two cores


class TooFewEnrolled(LikenessError):
    """The enrolled cannot be compared with each other."""

    sentence = (
        "The enrolled are too few to measure; at least two people are needed, and a second picture of one "
        "of them."
    )


class OfTheEnrolled(LikenessError):
    """Measurements of people whose data never leave the vault."""

    sentence = (
        "What was measured on the enrolled is not kept outside the vault; drop a folder of people to keep "
        "thresholds."
    )


class CalibrationJobs:
    """Jobs of the Calibrate page."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._loaded: tuple[tuple[str, ...], Detector, Embedder] | None = None

    # On the studio lane.

    def folder(self, folder: Path) -> Generator[Progress, None, Calibrated]:
        """Measure a folder of people. Raises what `learn.folder` and loading the networks raise."""
        from desktop.learn.folder import find_faces, read_folder

        yield Progress(0, 0, "Loading the face model")
        detector, embedder = self._networks()
        listed = yield from read_folder(folder)
        shots = yield from find_faces(listed, detector)
        vectors = yield from _embedded(shots.crops, embedder)
        problems = tuple(Failure.of(problem.error) for problem in shots.problems)
        sample = Sample(vectors, shots.people, shots.quality)
        return (yield from _measured(folder.name, embedder.model, sample, problems))

    def groups(self, sample: Sample, labels: Mapping[str, str] | Path) -> Generator[Progress, None, Grouped]:
        """Measure each group apart; `labels` are groups by name or a CSV file. Raises as `read_groups`."""
        from desktop.learn.groups import by_group, read_groups

        yield Progress(0, 0, "Reading")
        given = read_groups(labels, sample.names) if isinstance(labels, Path) else dict(labels)
        return Grouped(given, (yield from by_group(sample.vectors, sample.people, given)))

    # On the live lane.

    def enrolled(self) -> Generator[Progress, None, Calibrated]:
        """Measure the enrolled. Raises VaultLocked, ModelsMissing or TooFewEnrolled."""
        from desktop.learn.errors import NoPeople, OnePerson, OnePicture
        from desktop.learn.folder import check

        yield Progress(0, 0, "Reading")
        people = self._state.people
        yield from self._state.catch_up()
        networks = self._state.faces
        found = people.templates(networks.embedder.model)
        # With a head that compares pairs these are the model's own embeddings, and said to be.
        pairs = networks.comparing is not None and networks.comparing.pairs is not None
        model = networks.plain.model if pairs else networks.embedder.model
        names = {person.id: person.name for person in people.list()}
        quality: dict[str, float] = {}
        for done, person in enumerate(names):
            yield Progress(done, len(names), "Reading")
            quality |= {one.id: one.quality for one in people.pictures(person)}
        rows = [row for row, owner in enumerate(found.owners) if owner in names]
        owners = tuple(names[found.owners[row]] for row in rows)
        try:
            check(owners, "")
        except (NoPeople, OnePerson, OnePicture) as error:
            raise TooFewEnrolled from error
        scores = np.array([quality.get(found.templates[row], 0.0) for row in rows])
        sample = Sample(np.ascontiguousarray(found.matrix[rows]), owners, scores)
        return (yield from _measured("", model, sample, ()))

    def in_force(self) -> Generator[None, None, InForce]:
        """Which thresholds are used now. Raises ModelsMissing."""
        from desktop.faces.adopted import own

        yield
        networks = self._state.faces
        model = networks.embedder.model
        return InForce(model, networks.calibration, own(self._state.home, model) is not None)

    def adopt(self, result: Calibrated) -> Generator[None, None, InForce]:
        """Use what was measured on a folder in place of what ships.

        Raises OfTheEnrolled, and as `learn.own.table` and `adopt` do.
        """
        from desktop.faces import adopted
        from desktop.learn.own import table

        yield
        if not result.folder:
            raise OfTheEnrolled
        model = result.model
        before = adopted.table_of(self._state.home, model)
        made = adopted.adopt(self._state.home, model, table(result.measured))
        self._use(model)
        return InForce(model, made, True, None if before is None else dict(before))

    def restore(self, model: ModelId, before: Mapping[str, object] | None) -> Generator[None, None, InForce]:
        """Use an earlier table again, None: what ships."""
        from desktop.faces import adopted

        yield
        now = adopted.table_of(self._state.home, model)
        if before is None:
            adopted.take_back(self._state.home, model)
        else:
            adopted.adopt(self._state.home, model, before)
        self._use(model)
        kept = None if now is None else dict(now)
        found = self._state.networks
        calibration = found.calibration if found and found.embedder.model == model else None
        return InForce(model, calibration, before is not None, kept)

    def _use(self, model: ModelId) -> None:
        """Let the recogniser decide anew, where it is this model that it uses."""
        from desktop.faces.adopted import calibration_of
        from desktop.faces.thresholds import Uncalibrated
        from desktop.work.jobs.heads import thresholds

        networks = self._state.networks
        if networks is None or networks.embedder.model != model:
            return
        try:
            if networks.comparing is None:
                networks.calibration = calibration_of(self._state.home, model)
            else:
                networks.calibration = thresholds(self._state, networks.comparing)
        except Uncalibrated:  # an own model has no others to go back to: nobody is recognised by it
            self._state.networks = None
        else:
            networks.recogniser.set_calibration(networks.calibration)

    def _networks(self) -> tuple[Detector, Embedder]:
        settings, head = self._state.settings, self._head()
        wanted: tuple[str, ...] = (settings.use_detect, settings.use_embed, settings.device)
        if head is not None:
            wanted += (head.model.digest,)
        if self._loaded is None or self._loaded[0] != wanted:
            from desktop.faces.load import load_detector, load_embedder

            self._loaded = None
            detector = load_detector(self._state.home, settings)
            embedder = load_embedder(self._state.home, settings, device=settings.device)
            if head is not None:
                from desktop.learn.worn import put_on

                embedder = put_on(self._state.home, embedder, head, settings.device).embedder
            self._loaded = (wanted, detector, embedder)
        return self._loaded[1], self._loaded[2]

    def _head(self) -> Head | None:
        """The head in use, where it moves embeddings: one that compares pairs has none of its own."""
        networks = self._state.networks
        comparing = None if networks is None else networks.comparing
        return None if comparing is None or comparing.pairs is not None else comparing.head


def _embedded(crops: Sequence[Picture], embedder: Embedder) -> Generator[Progress, None, Vectors]:
    from desktop.faces.align import TEMPLATE
    from desktop.faces.face import View

    parts: list[Vectors] = []
    for start in range(0, len(crops), _BATCH):
        yield Progress(start, len(crops), "Embedding")
        parts.append(embedder.embed([View(crop, TEMPLATE) for crop in crops[start : start + _BATCH]]))
    return np.concatenate(parts)


def _measured(
    folder: str, model: ModelId, sample: Sample, problems: tuple[Failure, ...]
) -> Generator[Progress, None, Calibrated]:
    from desktop.learn.groups import by_quality
    from desktop.learn.identification import identify
    from desktop.learn.measure import measure

    measured = yield from measure(sample.vectors, sample.people)
    found = yield from identify(sample.vectors, sample.people, measured)
    quality = yield from by_quality(sample.vectors, sample.people, sample.quality)
    return Calibrated(folder, model, sample, measured, found, quality, problems)
