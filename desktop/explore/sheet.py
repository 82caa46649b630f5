"""What was found, to be looked at elsewhere: one labelled picture, and the same as data."""

from __future__ import annotations

import json
import math
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from desktop.explore.cut import Cutting, Show, Wanted, cut_all
from desktop.explore.found import NINE, Found, Layer, Patch
from desktop.files import replaced
from desktop.pictures import write_png
from desktop.progress import Progress
from desktop.vectors import Picture

_SIDE: Final = 96  # of a patch in pixels
_GAP, _MARGIN, _LINE = 4, 24, 22
_PAPER, _INK, _BLANK = (24, 24, 26), (232, 232, 232), (44, 44, 46)
_ACROSS: Final = 6
"""Units in a row of the sheet, at most."""


def told(found: Found, layer: Layer, units: Sequence[int], *, whole: bool = False) -> dict[str, Any]:
    """The patches of some units as contracts.md has it; but for pictures with an entry for each axis."""
    table = found.strongest(layer.name, whole=whole)
    return {
        "network": found.network,
        "layer": layer.name,
        "field": layer.field._asdict(),
        "units": [
            {
                "unit": unit,
                "patches": [_told(found, patch) for patch in table.patches(unit, layer.field)],
            }
            for unit in units
        ],
    }


def _told(found: Found, patch: Patch) -> dict[str, Any]:
    name = found.pictures[patch.picture]
    if len(patch.place) == 2:
        at = {"row": patch.row, "column": patch.column, "value": patch.value, "box": list(patch.box)}
        return {"picture": name, **at}
    spans = [list(each) for each in patch.spans]
    return {"picture": name, "place": list(patch.place), "value": patch.value, "span": spans}


def write_json(found: Found, layer: Layer, units: Sequence[int], file: Path, *, whole: bool = False) -> None:
    """Write `told`, whole or not at all. Raises DiskFull or NotWritable."""
    with replaced(file) as out:
        out.write(json.dumps(told(found, layer, units, whole=whole), indent=1, ensure_ascii=False).encode())


def write_sheet(
    show: Show,
    cutting: Cutting,
    found: Found,
    layer: Layer,
    units: Sequence[int],
    file: Path,
    *,
    whole: bool = False,
) -> Generator[Progress, None, None]:
    """Write the nine patches of every unit as one PNG; what can't be read any more stays blank.

    Raises DiskFull or NotWritable; the old file stays then.
    """
    table = found.strongest(layer.name, whole=whole)
    patches = {unit: table.patches(unit, layer.field) for unit in units}
    wanted = [Wanted(unit, rank, one) for unit in units for rank, one in enumerate(patches[unit])]
    cuts = {}
    for one, cut in cut_all(show, cutting, wanted, _SIDE):
        cuts[one.unit, one.rank] = cut
        yield Progress(len(cuts), len(wanted), "Cutting")
    write_png(_drawn(layer, patches, cuts), file)


def _drawn(
    layer: Layer, patches: dict[int, tuple[Patch, ...]], cuts: dict[tuple[int, int], Picture]
) -> Picture:
    """Blocks of three by three, a line under each with the unit and its strongest value."""
    across = min(_ACROSS, max(1, math.ceil(math.sqrt(len(patches)))))
    block = 3 * _SIDE + 2 * _GAP
    down = math.ceil(len(patches) / across)
    width = 2 * _MARGIN + across * block + (across - 1) * _MARGIN
    height = 3 * _MARGIN + _LINE + down * (block + _LINE + _MARGIN)
    sheet = Image.new("RGB", (width, height), _PAPER)
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(size=15)
    seen = " x ".join([str(layer.field.size)] * layer.axes)
    places = "pixels" if layer.axes == 2 else "places"
    title = f"{layer.name}: field {seen} {places}, every {layer.field.jump}"
    draw.text((_MARGIN, _MARGIN), title, _INK, font)
    for place, (unit, its) in enumerate(patches.items()):
        left = _MARGIN + place % across * (block + _MARGIN)
        top = 2 * _MARGIN + _LINE + place // across * (block + _LINE + _MARGIN)
        for rank in range(NINE):
            x = left + rank % 3 * (_SIDE + _GAP)
            y = top + rank // 3 * (_SIDE + _GAP)
            if (unit, rank) in cuts and its[rank].value > 0:
                sheet.paste(Image.fromarray(cuts[unit, rank]), (x, y))
            else:
                draw.rectangle((x, y, x + _SIDE - 1, y + _SIDE - 1), _BLANK)
        strongest = f" · {its[0].value:.4g} to {its[-1].value:.4g}" if its else ""
        draw.text((left, top + block + 4), f"unit {unit}{strongest}", _INK, font)
    return np.asarray(sheet, np.uint8)
