"""What exploring says, in words."""

from __future__ import annotations

import math
import re

from PySide6.QtCore import QCoreApplication

from desktop.explore.found import Found, Layer
from desktop.signals.nets import PREFIX
from desktop.ui import local
from desktop.work.explore_messages import Learning, Learnt


def network(name: str) -> str:
    """What a network is called."""
    if is_own(name):
        return _tr("Own: {name}").format(name=name.removeprefix(PREFIX))
    return {"vgg19": "VGG-19", "sface": "SFace"}.get(name, name)


def is_own(name: str) -> bool:
    """Whether a network is one that the user trained: it looks at no pictures."""
    return name.startswith(PREFIX)


def about(name: str) -> str:
    """What a network is for, in a sentence."""
    if is_own(name):
        return _tr("“{name}” learnt from your own recordings, clips or volumes.").format(
            name=name.removeprefix(PREFIX)
        )
    return {
        "vgg19": _tr("VGG-19 tells a thousand kinds of things apart: it sees everything."),
        "sface": _tr("SFace is the network that recognises you: it sees faces."),
    }.get(name, "")


def block(name: str, number: int) -> tuple[str, ...]:
    """What the layers of a block mostly answer to, the longest words first; the last is just its number."""
    known = {
        1: (_tr("Edges and colours"), _tr("Edges")),
        2: (_tr("Corners and grids"), _tr("Corners")),
        3: (_tr("Textures"),),
        4: (_tr("Parts"),),
        5: (_tr("Things"),),
    }
    if is_own(name):
        return _tr("Layers of your own network"), _tr("Layers")
    plain = (_tr("Block {number}").format(number=number), str(number))
    return (*known.get(number, ()), str(number)) if name == "vgg19" else plain


def short(layer: str) -> str:
    """A layer's name without what all of them share: “3_1” of conv3_1, “2 dw” of conv_2_dw."""
    bare = re.sub(r"^conv_?", "", layer)
    return bare.replace("_dw", " dw") or layer


def layer(each: Layer) -> str:
    """“conv3_1 · 256 units · each sees 24 × 24 pixels”."""
    return f"{each.name} · {seen(each)}"


def brief(each: Layer) -> str:
    """“256 units · 24 × 24 px”, “64 units · 29 moments”."""
    if each.axes != 2:
        return _tr("{count} units · {size}").format(count=local.whole(each.units), size=_size(each))
    return _tr("{count} units · {size} × {size} px").format(
        count=local.whole(each.units), size=local.whole(each.field.size)
    )


def seen(each: Layer) -> str:
    """“256 units · each sees 24 × 24 pixels”."""
    if each.axes != 2:
        return _tr("{count} units · each sees {size}").format(count=local.whole(each.units), size=_size(each))
    size = local.whole(each.field.size)
    return _tr("{count} units · each sees {size} × {size} pixels").format(
        count=local.whole(each.units), size=size
    )


def _size(each: Layer) -> str:
    """“29 moments”, “9 × 9 × 9 voxels”, “9 moments of 9 × 9 pixels”."""
    size = local.whole(each.field.size)
    if each.axes == 1:
        return _tr("{size} moments").format(size=size)
    if each.moving:
        return _tr("{size} moments of {size} × {size} pixels").format(size=size)
    return _tr("{size} × {size} × {size} voxels").format(size=size)


def title(found: Found) -> str:
    """What was read, as the user calls it."""
    return {
        "studio": _tr("The Studio’s pictures"),
        "enrolled": _tr("The enrolled"),
        "camera": _tr("The camera"),
    }.get(found.kind, found.title)


def looked_at(found: Found) -> str:
    """“Holiday · 1,000 pictures”, “Voices · 12 files”."""
    return f"{title(found)} · {pictures(len(found.pictures), found.network)}"


def pictures(count: int, its_network: str) -> str:
    """“1 picture”, “1,000 pictures”; of a network of one's own “12 files”."""
    if is_own(its_network):
        return _tr("1 file") if count == 1 else _tr("{count} files").format(count=local.whole(count))
    return _tr("1 picture") if count == 1 else _tr("{count} pictures").format(count=local.whole(count))


def learning(told: Learning) -> str:
    """“Epoch 3 · loss 0.12 · 40 % of the triplets active”; before the first, what is under way."""
    if not told.epoch:
        return ""
    said = _tr("Epoch {epoch} · loss {loss}").format(epoch=local.whole(told.epoch), loss=value(told.loss))
    if told.active is None:
        return said
    active = _tr("{percent} % of the triplets active").format(percent=local.whole(round(100 * told.active)))
    return f"{said} · {active}"


def learnt(told: Learnt) -> str:
    """What a network is worth that has learnt."""
    return _tr(
        "“{name}” has learnt. Files kept aside that are nearest to their own class: {after} of {of}; "
        "untrained {before}."
    ).format(
        name=told.network.removeprefix(PREFIX),
        of=local.whole(told.of),
        after=local.whole(told.after),
        before=local.whole(told.before),
    )


def notes(count: int) -> str:
    """How many notes there are, mostly on pictures that were left out."""
    return _tr("Notes: {count}").format(count=local.whole(count))


def value(number: float) -> str:
    """An activation with three digits that count: “0.042”, “3.14”, “128”. A dash where there is none."""
    if not math.isfinite(number):
        return "–"
    places = 2 if not number else max(0, 2 - math.floor(math.log10(abs(number))))
    return local.decimal(number, min(places, 4))


def peak(number: float) -> str:
    """A unit's strongest value; nothing where nothing excites it."""
    return value(number) if number > 0 else ""


def share(part: float) -> str:
    """“87 %” of a unit's strongest."""
    return _tr("{percent} %").format(percent=local.whole(round(100 * part)))


def ways() -> tuple[tuple[str, str, str], ...]:
    """(key, name, sentence) of each way to look at a patch."""
    return (
        ("cut", _tr("Patch"), _tr("The patch as it is.")),
        (
            "gradient",
            _tr("Gradient"),
            _tr("Which pixels would change the unit’s value most. Middle grey changes nothing."),
        ),
        (
            "guided",
            _tr("Guided"),
            _tr("The gradient along the way that spoke for the unit alone: what made it fire."),
        ),
        (
            "deconvolution",
            _tr("Deconvolution"),
            _tr("The value projected back through the layers, as Zeiler and Fergus did."),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("explore", text)
