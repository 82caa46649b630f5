"""A stage for the real window: no screen, a home that is thrown away, a vault of its own."""

from __future__ import annotations

import logging
import os
import secrets
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.camera.source import FrameSource
from desktop.paths import Home
from desktop.settings import Settings, save

if TYPE_CHECKING:
    from desktop.app import App

_log = logging.getLogger(__name__)


@contextmanager
def throwaway(home: Home) -> Iterator[Home]:
    """An empty home that shares only the weights of another; Qt is told to do without a screen meanwhile."""
    wanted = {"QT_QPA_PLATFORM": "offscreen", "LIKENESS_PASSPHRASE": secrets.token_urlsafe()}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        with tempfile.TemporaryDirectory(prefix="likeness-", ignore_cleanup_errors=True) as folder:
            yield Home(Path(folder), weights_from=home.weights.parent)
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def window(
    home: Home, device: str, opener: Callable[[str], FrameSource], scheme: str, *, welcome: bool = False
) -> Iterator[App]:
    """The real window on a home, started; `opener` is its camera. Closed and gone when the block ends.

    With `welcome` it is a first start, which asks before it opens the camera. What a slot raises is raised
    here at the end: on a stage nobody reads a crash window.
    """
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from desktop.app import App

    save(Settings(scheme=scheme, welcomed=not welcome, camera=not welcome), home.settings)
    qt = QApplication.instance() or QApplication(["likeness"])
    raised: list[BaseException] = []
    hook, sys.excepthook = sys.excepthook, lambda _kind, error, _trace: raised.append(error)
    # The offscreen platform complains of what it lacks; standard error is for our own lines.
    handler = qInstallMessageHandler(lambda _level, _context, words: _log.info("Qt: %s", words))
    app = App(home, device=device, opener=opener)
    try:
        app.start()
        yield app
    finally:
        app.window.close()
        app.stop()
        app.window.deleteLater()
        qt.processEvents()
        sys.excepthook = hook
        qInstallMessageHandler(handler)
    if raised:
        raised[0].add_note(f"and {len(raised) - 1} more")
        raise raised[0]
