"""The weights: those recognition needs are there, and what is there is whole."""

from __future__ import annotations

from desktop.doctor.check import INSTALL_AGAIN, Check
from desktop.paths import Home
from desktop.settings import Settings
from desktop.weights import own, store
from desktop.weights.catalogue import catalogue, words
from desktop.weights.errors import CatalogueDamaged, UnknownModel


def weights(home: Home, settings: Settings) -> Check:
    """Whether recognition has what it needs; every byte that is installed is read.

    What the Studio needs and has not fetched yet is no fault: it fetches it when first asked.
    """
    try:
        there = [one.name for one in catalogue() if store.installed(home, one.name)]
        mine = {one.name for one in own.listed(home)}
        chosen = [name for name in (settings.use_detect, settings.use_embed) if name not in mine]
        lacking = [one.name for one in store.missing(home, chosen)]
    except CatalogueDamaged:
        return Check("weights", False, "The catalogue of weights can't be read.", INSTALL_AGAIN)
    except UnknownModel as error:
        return Check(
            "weights",
            False,
            "The model that was chosen, “{name}”, is not known.",
            "Choose another in Models, or with “likeness models use”.",
            error.fields,
        )
    if lacking:
        return Check(
            "weights",
            False,
            "Weights that recognition needs are missing: {names}.",
            "Run “likeness models fetch”, or open Models.",
            {"names": words(lacking)},
        )
    damaged = [name for name in there if not store.sound(home, name)]
    if damaged:
        return Check(
            "weights",
            False,
            "Weights are damaged: {names}.",
            "Run “likeness models fetch {first}”, or fetch them in Models; install a Likeness that came with "
            "them again.",
            {"names": words(damaged), "first": damaged[0]},
        )
    return Check("weights", True, "{count} weights are installed and whole.", fields={"count": len(there)})
