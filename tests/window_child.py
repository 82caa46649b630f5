"""The real program in a process of its own, with a photo in the Studio: tests kill it, or ask it to end."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

import desktop.app
from desktop.app import App, open_window
from desktop.errors import LikenessError
from desktop.paths import Home
from desktop.style.recipe import Recipe

_LOOK_MS = 20


class Laid(App):
    """Says “kept” on standard output once what lies on the page is on the disk too, else “open”."""

    def start(self, source: str = "") -> None:
        """Lay down the photo."""
        super().start(source)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        if sys.argv[2:]:
            self.window.show_page(self.film)
            self.studio.desk.set_recipe(Recipe(size=320))
            self.studio.intake.to_canvas([Path(sys.argv[2])])

    def _look(self) -> None:
        file = Path(sys.argv[1], "session.json")
        wanted = file.exists() and "photo" in file.read_text()
        if wanted or not sys.argv[2:]:
            self._timer.stop()
            print("kept" if wanted else "open", flush=True)  # noqa: T201 - the test reads it


def _gone(*_: object) -> None:
    """End as Qt does where the display is gone."""
    QCoreApplication.exit(1)


if __name__ == "__main__":
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whatever nohup handed down
    if hasattr(signal, "SIGUSR1"):
        signal.signal(signal.SIGUSR1, _gone)
    desktop.app.App = Laid  # type: ignore[misc]
    home = Home(Path(sys.argv[1]))
    home.make()
    try:
        sys.exit(open_window(home, source="nothing.mp4", device="cpu"))
    except LikenessError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
