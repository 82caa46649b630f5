"""The welcome's first question: none for now, or one of the cameras that are connected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.widgets.labels import label


class CameraChoice(QWidget):
    """`changed` comes when another one is chosen. None is opened here: they are known by name alone."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Camera"))
        self.found: tuple[str, ...] | None = None
        """The cameras that are offered; None while they are looked for."""
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.half)
        self.none = QRadioButton(self.tr("No camera for now: play with a sample"))
        self.none.setAccessibleName(self.none.text())
        self.none.setChecked(True)
        self.setFocusProxy(self.none)
        self._group.addButton(self.none, 0)
        column.addWidget(self.none)
        self._places = QVBoxLayout()
        self._places.setSpacing(theme.SPACING.half)
        column.addLayout(self._places)
        self.hint = label(self.tr("Looking for cameras…"), "caption", wrap=True)
        column.addWidget(self.hint)

    def value(self) -> str:
        """The name of the camera that is chosen; empty: none."""
        chosen = self._group.checkedId()
        return self.found[chosen - 1] if self.found and chosen > 0 else ""

    def radios(self) -> tuple[QRadioButton, ...]:
        """One for each camera."""
        found = (self._group.button(place + 1) for place in range(len(self.found or ())))
        return tuple(each for each in found if isinstance(each, QRadioButton))

    @Slot(object)
    def set_cameras(self, names: Sequence[str]) -> None:
        """The cameras that are connected; the choice stays where it still can."""
        if tuple(names) == self.found:
            return
        before = self.value()
        for radio in self.radios():
            self._group.removeButton(radio)
            self._places.removeWidget(radio)
            radio.hide()
            radio.deleteLater()
        self.found = tuple(names)
        for place, name in enumerate(self.found, start=1):
            radio = QRadioButton(name.replace("&", "&&"))  # a name is a name, not a mnemonic
            radio.setAccessibleName(name)
            self._group.addButton(radio, place)
            self._places.addWidget(radio)
            radio.setChecked(name == before)
        if before not in self.found:
            self.none.setChecked(True)
        if self.found:
            self.hint.setText(self.tr("It opens only once you begin with it."))
        else:
            self.hint.setText(
                self.tr("No camera was found. One that you connect later is chosen above the picture.")
            )
        self.changed.emit()

    @Slot(int)
    def _clicked(self, _chosen: int) -> None:
        self.changed.emit()
