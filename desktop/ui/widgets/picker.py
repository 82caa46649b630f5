"""A choice between things of which one is shown: a button with a list below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

_WIDEST = 30  # characters that a value may widen the button to


class Picker(QComboBox):
    """`changed` brings the key that the user chose. A key that is no option is shown by its own words."""

    changed = Signal(str)

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, str]],
        value: str = "",
        *,
        words: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        """`options` are (key, words); `words` says a key that is none of them."""
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_options(options, value or (options[0][0] if options else ""))
        self.activated.connect(self._activated)

    def set_options(self, options: Sequence[tuple[str, str]], value: str | None = None) -> None:
        """Offer others; what is chosen stays chosen, or becomes `value`."""
        wanted = self.value() if value is None else value
        self.clear()
        for key, words in options:
            self.addItem(words, key)
        self.set_value(wanted)

    def value(self) -> str:
        """The key that is chosen."""
        return str(self.currentData() or "")

    def keys(self) -> list[str]:
        """What is offered."""
        return [str(self.itemData(index)) for index in range(self.count())]

    def set_value(self, key: str) -> None:
        """Choose without saying that the user did."""
        if key not in self.keys():
            self.addItem(self._words(key), key)
        self.setCurrentIndex(self.keys().index(key))

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the words, within reason."""
        found = super().sizeHint()
        most = self.fontMetrics().averageCharWidth() * _WIDEST + 48
        return QSize(min(found.width(), most), found.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Long words are cut off before the page is."""
        return QSize(min(120, self.sizeHint().width()), super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """The wheel moves the page, and chooses only where the keyboard is."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @Slot(int)
    def _activated(self, _index: int) -> None:
        self.changed.emit(self.value())
