"""What travels from the lanes to the window: frozen, complete, free of Qt's and the core's moving parts."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop.errors import LikenessError
from desktop.faces.thresholds import Calibration
from desktop.report import chain
from desktop.vectors import Picture

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failure:
    """A job that ended badly. `sentence` is the English template that the window translates and fills."""

    sentence: str
    fields: Mapping[str, object] = field(default_factory=dict)
    details: str = ""
    expected: bool = True
    kind: str = ""

    @classmethod
    def of(cls, error: BaseException) -> Failure:
        """The failure behind an exception; one that nobody expected is logged with its stack.

        Neither the log nor the details get the message: it may quote what a user typed.
        """
        if isinstance(error, LikenessError):
            return cls(error.sentence, error.fields, error.details, True, type(error).__name__)
        _log.error("unexpected %s in a job\n%s", type(error).__name__, chain(error, words=False))
        details = chain(error)
        sentence = "Something unexpected went wrong; copy the details and report them."
        return cls(sentence, {}, details, False, type(error).__name__)

    @property
    def text(self) -> str:
        """The sentence in English."""
        return self.sentence.format(**self.fields)

    @property
    def damaged(self) -> bool:
        """Whether weights are damaged, those inside a built program too: fetching them mends it."""
        return self.kind in ("WeightsDamaged", "ShippedDamaged")

    @property
    def uncalibrated(self) -> bool:
        """Whether there are no thresholds, or not any more: measuring a folder mends it."""
        return self.kind in ("Uncalibrated", "TableDamaged")


@dataclass(frozen=True, slots=True)
class SourceState:
    """Where the preview's frames come from and how it goes.

    `state` is opening, playing, ended, waiting (tries again by itself) or stopped.
    """

    state: str
    name: str = ""
    rate: float = 0.0
    live: bool = False
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class ModelsState:
    """Whether the face networks are there: loading, missing, ready or failed.

    `calibration` are the thresholds in force: the user's own where they measured some.
    """

    state: str
    device: str = ""
    model: str = ""
    failure: Failure | None = None
    calibration: Calibration | None = None


@dataclass(frozen=True, slots=True)
class VaultState:
    """Whether the enrolled can be read: locked (a passphrase is needed), open or failed.

    `new` is true where a passphrase is to be chosen for the first time. `asks` is false where the vault was
    locked from the window and opens again without a question, by the key store.
    """

    state: str
    new: bool = False
    failure: Failure | None = None
    asks: bool = True


@dataclass(frozen=True, slots=True)
class DeviceSpeed:
    """A device of this machine: its name and description in torch's words, and what was measured on it.

    `faces` are embedded in a second, `painting` the seconds an instant picture takes; None: not measured.
    """

    name: str
    description: str
    faces: float | None = None
    painting: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class PersonCard:
    """An enrolled person as the window shows one."""

    person: str
    name: str
    templates: int
    added: datetime
    consent_by: str
    consent_at: datetime
    thumbnail: Picture | None


@dataclass(frozen=True, slots=True, eq=False)
class TemplateCard:
    """One picture of an enrolled person."""

    template: str
    picture: Picture
    quality: float
    added: datetime
    model: str


@dataclass(frozen=True, slots=True)
class LiveFace:
    """A face of the newest frame that was recognised.

    `kind` is known, unknown, unsure or new; `confidence` 0..1 never contradicts it: at least 0.5 where the
    face is known. `velocity` is in pixels a second, so that the box can follow the face between inferences.
    """

    track: int
    box: tuple[float, float, float, float]
    velocity: tuple[float, float]
    kind: str
    person: str | None
    name: str | None
    confidence: float | None
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LiveResult:
    """What recognition saw in one frame; `index` and `seconds` are the frame's."""

    index: int
    seconds: float
    faces: tuple[LiveFace, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Sighting:
    """An entry of the recent recognitions; a new one of a track replaces the old one."""

    track: int
    at: datetime
    person: str | None
    name: str | None
    similarity: float | None
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Undo:
    """What the window offers to take back until the next change; `kind` is added, renamed and so on."""

    token: object
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class EnrolReport:
    """What came of enrolling: names touched, templates added, and each picture that was left out."""

    people: tuple[str, ...]
    templates: int
    skipped: tuple[tuple[str, Failure], ...]
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One picture of a comparison: every face found, and which was taken (the largest)."""

    picture: Picture
    boxes: tuple[tuple[float, float, float, float], ...]
    taken: int
    face: Picture
    quality: float
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two faces, or a face (`left`) and an enrolled person (`right` None, `person` the name claimed).

    `distance` is d(A, B) = 2 - 2 x `similarity`, 0..4. The verdict is left to the threshold the user sets:
    `calibration` gives FMR and probability for it, and where it is None `Calibration.for_model(model)`.
    """

    left: Side
    right: Side | None
    person: str
    similarity: float
    distance: float
    model: str
    calibration: Calibration | None = None
