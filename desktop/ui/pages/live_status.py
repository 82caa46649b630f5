"""The status line as Live fills it: source, frames a second, device and model."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from desktop.ui.pages.live_source import source_name
from desktop.ui.status import StatusLine
from desktop.work.messages import ModelsState, SourceState

_EVERY_MS = 1000


class LiveStatus(QObject):
    """Counts what was recognised, asks `shown` what was painted, and says both once a second."""

    def __init__(self, status: StatusLine, shown: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._status = status
        self._shown = shown
        self._source = SourceState("stopped")
        self._recognised: deque[float] = deque(maxlen=512)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.tell)

    def count(self) -> None:
        """One more frame was recognised."""
        self._recognised.append(monotonic())

    def set_source(self, state: SourceState) -> None:
        """Name the source; rates are told while it plays."""
        self._source = state
        self._status.set_camera(source_name(state) if state.state == "playing" else "")
        if state.state == "playing":
            self._timer.start()
        else:
            self._timer.stop()
            self._recognised.clear()
        self.tell()

    def set_models(self, state: ModelsState) -> None:
        """Name device and model; loading is said in the middle."""
        ready = state.state == "ready"  # otherwise `model` names what is missing
        self._status.set_device(state.device if ready else "")
        self._status.set_model(state.model if ready else "")
        self._status.set_note(self.tr("Loading the models") if state.state == "loading" else "")

    @Slot()
    def tell(self) -> None:
        """Say the rates as of now."""
        if self._source.state != "playing":
            self._status.set_rate("")
            return
        since = monotonic() - 1.0
        recognised = sum(1 for at in self._recognised if at >= since)
        words = self.tr("{shown} of {source} frames a second · {recognised} recognised")
        page = self.parent()
        if isinstance(page, QWidget) and not page.isVisible():  # nothing is painted on a page nobody sees
            words = self.tr("{recognised} of {source} frames a second recognised")
        self._status.set_rate(
            words.format(shown=round(self._shown()), source=round(self._source.rate), recognised=recognised)
        )
