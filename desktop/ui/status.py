"""The quiet line at the foot of the window: camera, frame rate, device, model."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.ui import icons, theme
from desktop.ui.widgets.labels import label


class _Slot(QWidget):
    def __init__(self, icon_name: str, what: str) -> None:
        super().__init__()
        self._icon_name, self._what = icon_name, what
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.unit - 2)
        self._icon = QLabel()
        row.addWidget(self._icon)
        self.text = label("", "caption")
        row.addWidget(self.text)
        self.setToolTip(what)
        theme.state().changed.connect(self._draw)
        self._draw()
        self.say("")

    def say(self, text: str) -> None:
        if text != self.text.text() or self.isHidden() == bool(text):
            self.text.setText(text)
            self.text.setAccessibleName(f"{self._what}: {text}")
            self.setVisible(bool(text))

    @Slot()
    def _draw(self) -> None:
        self._icon.setPixmap(
            icons.pixmap(self._icon_name, theme.colours().muted, 14, self.devicePixelRatioF())
        )


class StatusLine(QFrame):
    """Four places that are empty until somebody fills them; every text is translated already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "rail")
        self.setFixedHeight(theme.SIZES.status)
        self.setAccessibleName(self.tr("Status"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACING.gap, 0, theme.SPACING.gap, 0)
        row.setSpacing(theme.SPACING.margin)
        self._camera = _Slot("camera", self.tr("Camera"))
        self._rate = _Slot("speed", self.tr("Frames a second"))
        self._note = label("", "caption")
        self._device = _Slot("chip", self.tr("Device"))
        self._model = _Slot("models", self.tr("Model"))
        row.addWidget(self._camera)
        row.addWidget(self._rate)
        row.addStretch()
        row.addWidget(self._note)
        row.addStretch()
        row.addWidget(self._device)
        row.addWidget(self._model)

    @Slot(str)
    def set_camera(self, text: str) -> None:
        """What frames come from; empty hides it."""
        self._camera.say(text)

    @Slot(str)
    def set_rate(self, text: str) -> None:
        """How many frames a second are shown and recognised."""
        self._rate.say(text)

    @Slot(str)
    def set_device(self, text: str) -> None:
        """Where the networks run."""
        self._device.say(text)

    @Slot(str)
    def set_model(self, text: str) -> None:
        """Which model embeds faces."""
        self._model.say(text)

    @Slot(str)
    def set_note(self, text: str) -> None:
        """What goes on in the background, in the middle: “Loading the models”."""
        self._note.setText(text)
        self._note.setAccessibleName(text)

    def texts(self) -> tuple[str, str, str, str]:
        """Camera, rate, device, model as shown."""
        return (
            self._camera.text.text(),
            self._rate.text.text(),
            self._device.text.text(),
            self._model.text.text(),
        )
