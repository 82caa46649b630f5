"""Thresholds that the user measured on people of their own, in place of those that ship.

One file a model under the home, by the digest of its weights: measurements of other weights are never used.
It holds rates and the similarities they belong to, of a folder that the user showed, and no names. What was
measured on the enrolled is never kept here: that stays in the vault.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from pathlib import Path

from desktop.errors import NotWritable
from desktop.faces.face import ModelId
from desktop.faces.thresholds import Calibration, from_table
from desktop.files import replaced
from desktop.paths import Home

_log = logging.getLogger(__name__)

_FORMAT = 1


def calibration_of(home: Home, model: ModelId) -> Calibration:
    """The calibration in force for a model: the user's own, else the one that ships. Raises Uncalibrated."""
    return own(home, model) or Calibration.for_model(model.name)


def own(home: Home, model: ModelId) -> Calibration | None:
    """The user's own calibration of a model, None where there is none or its file is damaged."""
    try:
        found = json.loads(_file(home, model).read_text("utf-8"))
        if found["format"] != _FORMAT or found["digest"] != model.digest:
            raise ValueError("made for something else")
        return from_table(model.name, found["table"])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        _log.warning("own thresholds can't be read (%s); those that ship are used", type(error).__name__)
        return None


def table_of(home: Home, model: ModelId) -> Mapping[str, object] | None:
    """What `adopt` kept, for taking a change back; None where there is nothing that can be used."""
    if own(home, model) is None:
        return None
    found: Mapping[str, object] = json.loads(_file(home, model).read_text("utf-8"))["table"]
    return found


def adopt(home: Home, model: ModelId, table: Mapping[str, object]) -> Calibration:
    """Use a table for a model from now on.

    Raises DiskFull or NotWritable, and for a table that `from_table` can't read what that raises.
    """
    made = from_table(model.name, table)
    kept = {"format": _FORMAT, "model": model.name, "digest": model.digest, "table": dict(table)}
    with replaced(_file(home, model)) as out:
        out.write(json.dumps(kept, indent=1).encode())
    return made


def take_back(home: Home, model: ModelId) -> None:
    """Use the thresholds that ship again. Raises NotWritable."""
    file = _file(home, model)
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise NotWritable(path=file, details=repr(error)) from error


def _file(home: Home, model: ModelId) -> Path:
    return home.calibrations / f"{model.digest[:32]}.json"
