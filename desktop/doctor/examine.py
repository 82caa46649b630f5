"""All the looks, one after another."""

from __future__ import annotations

from collections.abc import Callable, Generator

from desktop.doctor import places
from desktop.doctor.camera import camera
from desktop.doctor.check import Check
from desktop.doctor.device import device
from desktop.doctor.keys import keys
from desktop.doctor.weights import weights
from desktop.paths import Home
from desktop.progress import Progress
from desktop.settings import Settings


def examine(
    home: Home, settings: Settings, showing: str = ""
) -> Generator[Progress, None, tuple[Check, ...]]:
    """Look at everything; nothing is changed, but for the home folder, which is made where it is missing.

    What takes longest comes last. A look that fails does not keep the others from being taken. `showing` is
    the camera that the window shows meanwhile.
    """
    looks: tuple[tuple[str, Callable[[], Check]], ...] = (
        ("home", lambda: places.home(home)),
        ("disk", lambda: places.disk(home)),
        ("keys", keys),
        ("weights", lambda: weights(home, settings)),
        ("device", lambda: device(settings.device)),
        ("camera", lambda: camera(showing)),
    )
    found: list[Check] = []
    for number, (what, look) in enumerate(looks):
        yield Progress(number, len(looks), what)
        found.append(look())
    yield Progress(len(looks), len(looks), "Done")
    return tuple(found)
