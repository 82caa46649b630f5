"""The user's choices: one table that feeds the window and the command line, kept as JSON under the home."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final

from desktop.errors import LikenessError
from desktop.files import replaced
from desktop.kinds import Folder, Kind, Rate, Text, Value, Whole, Words, YesNo

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice that outlives the program, with its default. What each may be stands in `TABLE`."""

    scheme: str = "dark"
    language: str = ""
    welcomed: bool = False
    camera: bool = False
    source: str = ""
    mirror: bool = True
    device: str = "auto"
    fpir: float = 1e-2
    fmr: float = 1e-3
    studio_folder: str = ""
    keep_days: int = 30
    lock_minutes: int = 0
    use_embed: str = "sface"
    use_head: str = ""
    use_detect: str = "yunet"
    window: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: its field of `Settings`, what it may be, and what it is called.

    `title` and `about` (one line on what it does) are English; the window translates them.
    """

    name: str
    kind: Kind
    title: str = ""
    about: str = ""
    by: str = ""
    """The command that changes it instead, where a value has to fit something else."""

    @property
    def default(self) -> Value:
        """What it is before anybody chooses."""
        return of(_DEFAULTS, self.name)


TABLE: Final = (
    Choice("welcomed", YesNo()),  # the welcome was answered or skipped; it is shown once
    Choice("camera", YesNo(), "Camera at the start", "Open the camera whenever Likeness starts"),
    Choice(
        "source",
        Text(),
        "Camera",
        "What Live shows",
    ),
    Choice("mirror", YesNo(), "Mirror", "Show the camera as a mirror does"),
    Choice("scheme", Words(("dark", "light")), "Look", "Dark or light"),
    Choice(
        "language",
        Words(("", "en", "zh_CN")),
        "Language",
        "What the window speaks",
    ),
    Choice(
        "device",
        Words(("auto", "cpu", "cuda", "mps")),
        "Device",
        "Where the networks run; auto takes the fastest there is",
    ),
    Choice("use_embed", Text(), "Face model", "Tells faces apart", by="likeness models use embed NAME"),
    Choice("use_detect", Text(), "Face detector", "Finds faces", by="likeness models use detect NAME"),
    Choice("use_head", Text()),  # “vault/…” in the vault; taken and left on the Learn page
    Choice("fmr", Rate(), "Comparing two pictures", "Different people may pass as one so often"),
    Choice("fpir", Rate(), "Recognising", "Somebody unknown may get a name so often"),
    Choice(
        "studio_folder",
        Folder(),
        "Pictures and films",
        "Where they are saved",
    ),
    Choice(
        "keep_days",
        Whole(0, 365),
        "Keep recognitions",
        "For how many days it is kept who of the enrolled was seen when",
    ),
    Choice(
        "lock_minutes",
        Whole(0, 1440),
        "Lock when nobody is there",
        "Names and pictures are locked after so many minutes without input",
    ),
    Choice("window", Text()),  # Qt's own encoding of the window's place and size
)
"""Every choice. One without a title is the program's own note, and nobody's to set."""

_DEFAULTS: Final = Settings()
_BY_NAME: Final = {choice.name: choice for choice in TABLE}


class UnknownChoice(LikenessError):
    """A setting that does not exist."""

    sentence = "There is no setting called “{name}”; choose one of {known}."


class BadValue(LikenessError):
    """A value that a setting can't have."""

    sentence = "“{value}” is nothing that “{name}” can be; give {wanted}. Nothing was changed."


class SetElsewhere(LikenessError):
    """A setting whose value has to fit what is installed."""

    sentence = "“{name}” has to fit what is installed; change it with “{by}”."


def choices() -> tuple[Choice, ...]:
    """Those that are the user's, in the order of the page."""
    return tuple(choice for choice in TABLE if choice.title)


def choice(name: str) -> Choice:
    """One of the user's choices. Raises UnknownChoice."""
    found = _BY_NAME.get(name)
    if found is None or not found.title:
        raise UnknownChoice(name=name, known=", ".join(each.name for each in choices()))
    return found


def parsed(name: str, text: str) -> Value:
    """What a person typed as the value of a choice. Raises UnknownChoice, SetElsewhere or BadValue."""
    wanted = choice(name)
    if wanted.by:
        raise SetElsewhere(name=name, by=wanted.by)
    try:
        return wanted.kind.parse(text)
    except ValueError as error:
        raise BadValue(name=name, value=text, wanted=wanted.kind.wanted, details=repr(error)) from error


def of(settings: Settings, name: str) -> Value:
    """What a choice is now."""
    found: Value = getattr(settings, name)
    return found


def fitted(name: str, value: object) -> object:
    """A value from a slider, brought between the ends of what its choice may be."""
    kind = _BY_NAME[name].kind
    if isinstance(kind, Rate | Whole) and isinstance(value, int | float):
        return kind.nearest(value)
    return value


def load(file: Path) -> Settings:
    """The choices in `file`; defaults where it is missing, and for every entry of it that does not fit."""
    try:
        found = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError):
        _log.warning("settings can't be read; the defaults are used")
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    kept: dict[str, Any] = {}
    if "welcomed" not in found:  # written before there was a welcome, by a program that opened the camera
        kept = {"welcomed": True, "camera": True}
    for field in fields(Settings):
        if field.name not in found:
            continue
        try:
            kept[field.name] = _BY_NAME[field.name].kind.check(found[field.name])
        except ValueError:  # without the value: it may be a path or a camera with somebody's name in it
            _log.warning("the setting %s does not fit; its default is used", field.name)
    return Settings(**kept)


def save(settings: Settings, file: Path) -> None:
    """Write the choices. Raises DiskFull or NotWritable."""
    with replaced(file) as out:
        out.write(json.dumps(asdict(settings), indent=2).encode())
