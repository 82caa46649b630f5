"""What the live lane's jobs share: face networks, recogniser, the open vault. No lock: one thread uses it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.errors import LikenessError
from desktop.faces.face import Detector, Embedder
from desktop.paths import Home
from desktop.progress import Progress
from desktop.settings import Settings
from desktop.vectors import Vectors
from desktop.work.messages import Failure

if TYPE_CHECKING:
    from desktop.faces.match import Gallery
    from desktop.faces.recognise import Recogniser
    from desktop.faces.thresholds import Calibration
    from desktop.learn.load import Comparing
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
    comparing: Comparing | None = None
    """The embedder with a trained head on it, where there is one: then `embedder` is the one in here."""
    base: Embedder | None = None
    """The embedder without it."""
    worn: str = ""
    """The head's name, as in `Settings.use_head`."""
    refusal: Failure | None = None
    """Why the head that was chosen is not in use."""

    @property
    def plain(self) -> Embedder:
        """The embedder without any head."""
        return self.base or self.embedder

    def gallery(self, matrix: Vectors, owners: Sequence[str]) -> Gallery:
        """Templates to search, as the embedder and its head see them."""
        from desktop.faces.match import Gallery

        if not len(owners):
            matrix = np.empty((0, self.embedder.dimension), np.float32)
        return Gallery(matrix, owners) if self.comparing is None else self.comparing.gallery(matrix, owners)

    def similarity(self, first: Vectors, second: Vectors) -> float:
        """Of two embeddings (d,), -1..1."""
        if self.comparing is None:
            return float(first @ second)
        return self.comparing.similarity(first, second[None])


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
        """After a change of the enrolled or the model: embed what this model has not, and search anew.

        A head that is kept in the vault is put on once the vault is open, and taken off once it is gone.
        """
        self.version += 1
        if self.networks is None:
            return
        if self.opened is not None:
            from desktop.people.re_embed import re_embed
            from desktop.work.jobs.heads import follow

            follow(self)
            yield from re_embed(self.opened, self.networks.embedder)
        self.search()

    def search(self) -> None:
        """Let the recogniser search those whom the embedder in use has embedded."""
        networks = self.faces
        if self.opened is None:
            networks.recogniser.set_gallery(networks.gallery(np.empty((0, 0), np.float32), ()))
        else:
            found = self.opened.templates(networks.embedder.model)
            networks.recogniser.set_gallery(networks.gallery(found.matrix, found.owners))

    def close(self) -> None:
        """Close the vault; call in the live lane's thread."""
        if self.opened is not None:
            self.opened.close()
            self.opened = None
