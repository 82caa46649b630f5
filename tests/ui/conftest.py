"""The look is applied once; a Qt warning fails a test (pyproject.toml)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.ui import theme


@pytest.fixture(autouse=True)
def _dark(qapp: QApplication) -> None:
    """Every test starts in the dark scheme; windows of the test before are gone, not waiting to go: each one
    would be dressed again too.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.apply(qapp, theme.Scheme.DARK)
