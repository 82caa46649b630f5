"""The one place that makes a detector and an embedder from what is installed; window and commands use it.

torch is imported in here only once an embedder is asked for.
"""

from __future__ import annotations

from desktop.errors import LikenessError
from desktop.faces.face import Detector, Embedder
from desktop.paths import Home
from desktop.settings import Settings
from desktop.weights import own, store
from desktop.weights.catalogue import entry, joined, names_for, words
from desktop.weights.errors import WeightsMissing


class UnknownEmbedder(LikenessError):
    """A `--model` that names no embedder."""

    sentence = "There is no face model called “{name}”; choose one of {known}."


def load_detector(home: Home, settings: Settings, *, live: bool = False) -> Detector:
    """The detector in use. A `live` one looks at each picture once, at a size that keeps up with a camera.

    Raises WeightsMissing or WeightsDamaged.
    """
    from desktop.faces.detect import Yunet

    return Yunet(store.file(home, settings.use_detect), live=live)


def embedder_name(model: str, settings: Settings, home: Home) -> str:
    """The name behind `--model`: "fast" is the embedder in use. Raises UnknownEmbedder."""
    known = [*names_for("embed"), *(one.name for one in own.listed(home))]
    if model == "fast":
        model = settings.use_embed
    if model in known:
        return model
    raise UnknownEmbedder(name=model, known=words(["fast", *known]))


def load_embedder(home: Home, settings: Settings, model: str = "fast", device: str = "auto") -> Embedder:
    """The embedder behind `--model` on `device`: "fast", "accurate", another of the catalogue, an own one.

    Raises UnknownEmbedder, WeightsMissing, WeightsDamaged, OwnDamaged or DeviceMissing.
    """
    name = embedder_name(model, settings, home)
    mine = own.find(home, name)
    if mine is not None:
        return _own(home, mine, device)
    if store.missing(home, [name]):
        raise WeightsMissing(name=name)  # by the name that was asked for: one fetch brings all its parts
    for one in joined():
        if one.name == name:
            from desktop.faces.joined import JoinedEmbedder

            return JoinedEmbedder(name, [_single(home, part, device) for part in one.parts], one.shares)
    return _single(home, name, device)


def _own(home: Home, mine: own.Own, device: str) -> Embedder:
    graph = own.load(home, mine)
    from desktop.faces.own import OwnEmbedder
    from desktop.weights.device import choose

    return OwnEmbedder(mine, graph, choose(device))


def _single(home: Home, name: str, device: str) -> Embedder:
    numbers = store.tensors(home, name)
    from desktop.faces.embed import DlibEmbedder, SFaceEmbedder
    from desktop.weights.device import choose

    wanted = entry(name)
    kind = DlibEmbedder if wanted.convert == "dlib" else SFaceEmbedder
    return kind(numbers, wanted.sha256, choose(device), name=name)
