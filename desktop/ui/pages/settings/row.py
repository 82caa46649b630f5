"""A line of the Settings page: what is chosen, its control, one quiet line, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt, SignalInstance, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.settings import choice, of
from desktop.ui import theme
from desktop.ui.choices import Choices
from desktop.ui.pages.settings import words
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.labels import ElidedLabel, label


class Control(Protocol):
    """What a choice is made with: a key for each value, as it is typed on the command line."""

    changed: SignalInstance

    def set_value(self, key: str) -> None:
        """Show a value without saying that the user chose it."""
        ...


class Row(QWidget):
    """Words on the left, a control on the right."""

    def __init__(
        self, title: str, about: str, control: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        edge = theme.SPACING.gap
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(edge, theme.SPACING.unit + 4, edge, theme.SPACING.unit + 4)
        line.setSpacing(theme.SPACING.gap)
        column = QVBoxLayout()
        column.setSpacing(2)
        self.title = label(title, wrap=True)
        self.about = label(about, "caption", wrap=True)
        column.addStretch()
        column.addWidget(self.title)
        column.addWidget(self.about)
        self._path = ElidedLabel("", "caption")
        self._path.hide()
        column.addWidget(self._path)
        column.addStretch()
        line.addLayout(column, 1)
        self.side = QHBoxLayout()
        self.side.setSpacing(theme.SPACING.half)
        line.addLayout(self.side)
        if control is not None:
            self.add(control)
        self.say(about)

    def add(self, control: QWidget) -> None:
        """Another control at the right end."""
        self.side.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, about: str) -> None:
        """Change the quiet line."""
        self.about.setText(about)
        self.about.setVisible(bool(about))

    def show_path(self, path: Path) -> None:
        """A path below, shortened where there is no room for it; the user's own folder is “~”."""
        try:
            text = str(Path("~") / path.relative_to(Path.home()))
        except ValueError:
            text = str(path)
        self._path.setText(text)
        self._path.show()

    def path(self) -> str:
        """The path that is shown."""
        return self._path.text()


class ChoiceRow(Row):
    """One choice of the table. What is chosen counts at once, wherever it was chosen."""

    def __init__(
        self,
        choices: Choices,
        name: str,
        control: Control,
        use: Callable[[str], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`use` takes a value in place of writing it down, where more is to be done."""
        self.control = control
        self._choices, self._name, self._kind = choices, name, choice(name).kind
        self._use = use or self._choose
        title = words.title(name)
        super().__init__(title, words.about(name), parent=parent)
        assert isinstance(control, QWidget)
        control.setAccessibleDescription(self.about.text())
        back = QCoreApplication.translate("ChoiceRow", "Back to the default: {title}").format(title=title)
        self.back_button = icon_button("undo", back, colour="muted", size=18)
        held = self.back_button.sizePolicy()
        held.setRetainSizeWhenHidden(True)
        self.back_button.setSizePolicy(held)
        self.back_button.clicked.connect(self.back)
        self.add(self.back_button)
        self.add(control)
        control.changed.connect(self._use)
        choices.changed.connect(self._changed)
        self._show()

    def say(self, about: str) -> None:
        """Change the quiet line, which is the control's description too."""
        super().say(about)
        assert isinstance(self.control, QWidget)
        self.control.setAccessibleDescription(about)

    @Slot()
    def back(self) -> None:
        """To the default."""
        assert isinstance(self.control, QWidget)
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes
        self._use(self._kind.show(choice(self._name).default))

    def _choose(self, key: str) -> None:
        self._choices.change(**{self._name: self._kind.parse(key)})

    @Slot(str)
    def _changed(self, name: str) -> None:
        if name == self._name:
            self._show()

    def _show(self) -> None:
        now = of(self._choices.now, self._name)
        self.control.set_value(self._kind.show(now))
        self.back_button.setVisible(now != choice(self._name).default)


class Section(QWidget):
    """A heading and its rows, divided by hairlines."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.unit)
        column.addWidget(label(title, "heading"))
        card = QFrame()
        card.setProperty("panel", "surface")
        self._rows: QBoxLayout = QVBoxLayout(card)
        self._rows.setContentsMargins(0, theme.SPACING.half, 0, theme.SPACING.half)
        self._rows.setSpacing(0)
        column.addWidget(card)

    def add(self, row: QWidget, *, line: bool = True) -> None:
        """Another row, under a hairline where there is one above it and `line` asks for it."""
        if line and self._rows.count():
            rule = QFrame()
            rule.setProperty("panel", "line")
            rule.setFixedHeight(1)
            self._rows.addWidget(rule)
        self._rows.addWidget(row)
