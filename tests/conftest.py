"""What every test stands on: no screen, no key store, no home of the user, and nothing left running."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LIKENESS_PASSPHRASE"] = "tests only"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.paths import Home

pytest_plugins = ["tests.weights_fixture"]


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the home of whoever runs it."""
    monkeypatch.setenv("LIKENESS_HOME", str(tmp_path_factory.mktemp("likeness-home")))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home of the test's own."""
    made = Home(tmp_path / "home")
    made.make()
    return made


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    """A test that leaves a thread or a window behind fails, and says which."""
    before = set(threading.enumerate())
    yield
    left = [
        thread.name
        for thread in set(threading.enumerate()) - before
        if thread.is_alive() and not isinstance(thread, threading._DummyThread)
    ]
    assert not left, f"threads left running: {left}"
    try:
        from PySide6.QtCore import QCoreApplication, QEvent
        from PySide6.QtWidgets import QApplication

        from desktop.ui import language
    except ImportError:
        return
    if QApplication.instance() is not None:
        # Windows that only wait to be destroyed would be dressed again by every test that follows.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        language.apply(QApplication.instance(), language.ENGLISH)
        shown = [repr(widget) for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        assert not shown, f"windows left open: {shown}"
