"""What the live lane's jobs share: face networks, recogniser, the open vault. No lock: one thread uses it."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.errors import LikenessError
from desktop.faces.face import Detector, Embedder
from desktop.paths import Home
from desktop.progress import Progress
from desktop.settings import Settings

if TYPE_CHECKING:
    from desktop.faces.recognise import Recogniser
    from desktop.faces.thresholds import Calibration
    from desktop.people.store import People


class VaultLocked(LikenessError):
    """Something about the enrolled was asked for while the vault is locked."""

    sentence = "The enrolled people are locked; unlock them with the passphrase first."


class ModelsMissing(LikenessError):
    """A face was to be looked at before the networks were there."""

    sentence = "The face models are not loaded yet; open Models to see what is missing."


@dataclass(slots=True, eq=False)
class Networks:
    """The face networks in use. `detector` is for frames, `still` finds small faces in pictures too."""

    detector: Detector
    still: Detector
    embedder: Embedder
    calibration: Calibration
    recogniser: Recogniser


class State:
    """One for each window. Everything but `settings` belongs to the live lane's thread."""

    def __init__(self, home: Home, settings: Settings) -> None:
        self.home = home
        self.settings = settings
        self.networks: Networks | None = None
        self.opened: People | None = None
        self.version = 0  # grows with every change of the enrolled that this process made or noticed

    @property
    def people(self) -> People:
        """The open vault. Raises VaultLocked."""
        if self.opened is None:
            raise VaultLocked
        return self.opened

    @property
    def faces(self) -> Networks:
        """The loaded networks. Raises ModelsMissing."""
        if self.networks is None:
            raise ModelsMissing
        return self.networks

    def catch_up(self) -> Generator[Progress, None, None]:
        """After a change of the enrolled or the model: embed what this model has not, and search anew."""
        from desktop.faces.match import Gallery

        self.version += 1
        if self.networks is None:
            return
        if self.opened is None:
            dimension = self.networks.embedder.dimension
            self.networks.recogniser.set_gallery(Gallery(np.empty((0, dimension), np.float32), ()))
            return
        from desktop.people.re_embed import re_embed

        model = self.networks.embedder.model
        yield from re_embed(self.opened, self.networks.embedder)
        found = self.opened.templates(model)
        matrix = (
            found.matrix if len(found.owners) else np.empty((0, self.networks.embedder.dimension), np.float32)
        )
        self.networks.recogniser.set_gallery(Gallery(matrix, found.owners))

    def close(self) -> None:
        """Close the vault; call in the live lane's thread."""
        if self.opened is not None:
            self.opened.close()
            self.opened = None
