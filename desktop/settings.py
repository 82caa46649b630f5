"""The user's choices: one table that feeds the window and the command line, kept as JSON under the home."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from desktop.files import replaced

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice that outlives the program, with its default."""

    scheme: str = "dark"  # dark | light
    language: str = ""  # en | zh_CN; empty: the system's, where Likeness speaks it
    welcomed: bool = False  # the welcome was answered or skipped; it is shown once
    camera: bool = False  # the user allows the first camera found to be opened at the start
    source: str = ""  # camera name, video or folder shown in Live; empty: the first camera found
    device: str = "auto"  # auto | cpu | cuda | mps
    fpir: float = 1e-2  # accepted rate of unknown people who get a name, 1:K
    fmr: float = 1e-3  # accepted rate of impostors in 1:1 comparison
    mirror: bool = True  # show the camera as a mirror does
    use_embed: str = "sface"  # the catalogue's name of the embedder in use
    use_head: str = ""  # the kept head over the embedder in use, “vault/…” in the vault; empty: none
    use_detect: str = "yunet"  # the catalogue's name of the detector in use
    studio_folder: str = ""  # where the Studio saves; empty: Likeness in the user's pictures
    window: str = ""  # Qt's own encoding of the window's place and size


def load(file: Path) -> Settings:
    """The choices in `file`; defaults where it is missing, and for every entry of it that does not fit."""
    try:
        found = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError):
        _log.warning("settings can't be read; the defaults are used")
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    kept: dict[str, Any] = {}
    if "welcomed" not in found:  # written before there was a welcome, by a program that opened the camera
        kept = {"welcomed": True, "camera": True}
    for field in fields(Settings):
        value = found.get(field.name)
        if isinstance(field.default, float) and type(value) is int:
            value = float(value)
        if type(value) is type(field.default):
            kept[field.name] = value
    return Settings(**kept)


def save(settings: Settings, file: Path) -> None:
    """Write the choices. Raises DiskFull or NotWritable."""
    with replaced(file) as out:
        out.write(json.dumps(asdict(settings), indent=2).encode())
