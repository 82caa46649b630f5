"""A choice between a few things that are all to be seen: one row of joined buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.ui import focus


class Segmented(QFrame):
    """`changed` brings the key that the user chose. Tab reaches the chosen one, arrows its neighbours."""

    changed = Signal(str)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str] | tuple[str, str, str]],
        value: str = "",
        *,
        spread: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`choices` are (key, words) or (key, words, tooltip); `spread` fills the width in equal parts."""
        super().__init__(parent)
        self.setProperty("panel", "segments")
        self.setAccessibleName(name)
        across = QSizePolicy.Policy.Preferred if spread else QSizePolicy.Policy.Maximum
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self._keys = [choice[0] for choice in choices]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for index, (_key, words, *tip) in enumerate(choices):
            segment = _Segment(words)
            segment.setAccessibleName(f"{name}: {words}")
            segment.setToolTip(tip[0] if tip else "")
            if spread:
                segment.setProperty("spread", True)
                segment.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._group.addButton(segment, index)
            row.addWidget(segment, 1 if spread else 0)
        focus.one_stop(self._group)
        self._group.idClicked.connect(self._clicked)
        self.set_value(value or self._keys[0])

    def value(self) -> str:
        """The key that is chosen."""
        return self._keys[self._group.checkedId()]

    def set_value(self, key: str) -> None:
        """Choose without saying that the user did; an unknown key changes nothing."""
        if key in self._keys:
            self._group.button(self._keys.index(key)).setChecked(True)

    def segment(self, key: str) -> QPushButton:
        """The button of a key."""
        found = self._group.button(self._keys.index(key))
        assert isinstance(found, QPushButton)
        return found

    @Slot(int)
    def _clicked(self, index: int) -> None:
        self.changed.emit(self._keys[index])


class _Segment(QPushButton):
    """One part of the row."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setProperty("kind", "segment")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as the words."""
        return QSize(
            self.fontMetrics().horizontalAdvance(self.text()) + 8, super().minimumSizeHint().height()
        )
