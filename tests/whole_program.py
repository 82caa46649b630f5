"""The whole program before a moving view of the astronaut, in a home where it was started before."""

from __future__ import annotations

from pathlib import Path

from desktop.app import App
from desktop.camera.scene import Scene
from desktop.paths import Home
from desktop.pictures import read_picture
from tests.ui.welcomed import welcomed
from tests.weights_fixture import Sample


def before_the_astronaut(folder: Path, weights: Home, sample: Sample) -> App:
    """Made, not started; its camera opens by itself once it is."""
    portrait = read_picture(sample("astronaut"))
    home = welcomed(Home(folder / "home", weights_from=weights.weights.parent))
    return App(home, device="cpu", opener=lambda _named: Scene(portrait, "Sample camera"))
