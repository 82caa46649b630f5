"""Where everything lives: the home folder with all state, and the resources that ship with the program."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from desktop.errors import NotWritable


def default_home() -> Path:
    """LIKENESS_HOME, else the platform's user data folder."""
    named = os.environ.get("LIKENESS_HOME")
    return Path(named) if named else Path(platformdirs.user_data_dir("Likeness", appauthor=False))


@dataclass(frozen=True, slots=True)
class Home:
    """The folder with all state of one user. `weights_from` lets a throwaway home share another's weights."""

    root: Path
    weights_from: Path | None = None

    @property
    def weights(self) -> Path:
        """Converted weights; may be shared and holds nothing about people."""
        return (self.weights_from or self.root) / "weights"

    @property
    def people(self) -> Path:
        """The database with the enrolled."""
        return self.root / "people.sqlite"

    @property
    def studio(self) -> Path:
        """Kept runs of the Studio, and the user's own styles."""
        return self.root / "studio"

    @property
    def calibrations(self) -> Path:
        """Thresholds that the user measured, one file a model; they hold no names."""
        return self.root / "calibrations"

    @property
    def heads(self) -> Path:
        """Heads that were trained on folders and taken into use; those of the enrolled are in the vault."""
        return self.root / "heads"

    @property
    def training(self) -> Path:
        """Where training on folders stands after each epoch; forgotten once it is done."""
        return self.root / "training"

    @property
    def explore(self) -> Path:
        """What was found in folders while exploring; nothing of the enrolled."""
        return self.root / "explore"

    @property
    def sounds(self) -> Path:
        """Where runs with sounds stand that were cut short; forgotten once they are done."""
        return self.root / "sounds"

    @property
    def nets(self) -> Path:
        """Small networks that learnt from folders of recordings, clips or volumes; they hold no names."""
        return self.root / "nets"

    @property
    def films(self) -> Path:
        """What is finished of films that are not done, one folder a film; forgotten once it is written."""
        return self.root / "films"

    @property
    def settings(self) -> Path:
        """The user's choices."""
        return self.root / "settings.json"

    @property
    def logs(self) -> Path:
        """Log files; they hold no names and no embeddings."""
        return self.root / "logs"

    @property
    def session(self) -> Path:
        """What lies on the pages while the program runs; gone after a proper exit."""
        return self.root / "session.json"

    @property
    def lock(self) -> Path:
        """Held by the one window that is open on this home."""
        return self.root / "window.lock"

    def make(self) -> None:
        """Create the folder, readable by the user alone. Raises NotWritable."""
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            if sys.platform != "win32":
                self.root.chmod(0o700)
            with tempfile.TemporaryFile(dir=self.root):
                pass
        except OSError as error:
            raise NotWritable(path=self.root, details=repr(error)) from error


def resources() -> Path:
    """The folder that ships with the program: inside the package once installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def shipped_weights() -> Path:
    """Weights inside a built program, to be read only; the folder exists in no other."""
    return resources() / "weights"
