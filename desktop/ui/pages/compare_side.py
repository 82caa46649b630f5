"""One side of a comparison: a place to drop a picture, and then the picture with its faces."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui import failures, theme
from desktop.ui.pages.compare_canvas import FaceCanvas
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.drop_area import DropArea
from desktop.ui.widgets.labels import ElidedLabel
from desktop.work.lanes import Task
from desktop.work.messages import Failure, Side

if TYPE_CHECKING:
    from desktop.vectors import Picture
    from desktop.work.compare import CompareSession


class PictureSide(QWidget):
    """`changed` follows every picture that arrived, was found unusable, or went.

    The life of a picture: 1. a source comes by drop, click or paste; 2. the core is asked to look; 3. the
    answer is shown if its question is still the newest; what can't be used says so in the place itself.
    """

    changed = Signal()
    several = Signal(object)  # two paths dropped at once
    refused = Signal(str)

    def __init__(self, session: CompareSession, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._name = name
        self._task: Task | None = None
        self.source: Path | Picture | None = None
        self.side: Side | None = None
        self.failure: Failure | None = None
        self._called = ""
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.half)
        self.drop = DropArea(self.tr("Drop a picture"), icon_name="picture")
        self.drop.chosen.connect(self._chosen)
        self.drop.pasted.connect(self.set_source)
        self.drop.refused.connect(self.refused)
        self.canvas = FaceCanvas()
        self.canvas.clicked.connect(self.drop.choose)
        self.canvas.dropped.connect(self._dropped)
        self.canvas.emptied.connect(self.clear)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(136)  # the smallest window has no more
        self._stack.addWidget(self.drop)
        self._stack.addWidget(self.canvas)
        column.addWidget(self._stack, 1)
        foot = QWidget()
        foot.setFixedHeight(theme.SIZES.control)  # the same on every side, so that the pictures line up
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.unit)
        self.name = ElidedLabel("", "muted")
        self.words = ElidedLabel("", "muted")
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.clear_button = icon_button(
            "close", self.tr("Take the picture away (Del)"), colour="muted", size=16
        )
        self.clear_button.clicked.connect(self.clear)
        row.addWidget(self.name, 2)
        row.addWidget(self.words, 3)
        row.addWidget(self.clear_button)
        column.addWidget(foot)
        self._show()

    def set_source(self, source: object, called: str = "") -> None:
        """Look at a picture: a path or an RGB array, `called` so where its file has not the name to show."""
        self._forget()
        self.source = source  # type: ignore[assignment]
        self._called = called
        task = self._task = self._session.look(self.source)  # type: ignore[arg-type]
        task.done.connect(lambda side: self._seen(task, side))
        task.failed.connect(lambda failure: self._failed(task, failure))
        self._show()
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Empty the place."""
        had_focus = self.canvas.hasFocus() or self.clear_button.hasFocus()
        self._forget()
        self._show()
        if had_focus:
            self.drop.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def retry(self) -> None:
        """Look once more at what could not be used: the models may have arrived meanwhile."""
        if self.failure is not None and self.source is not None:
            self.set_source(self.source, self._called)

    def swap(self, other: PictureSide) -> None:
        """Exchange pictures; both sides have to be settled (`busy` is False)."""
        mine, theirs = self._held(), other._held()
        self._hold(theirs)
        other._hold(mine)

    @property
    def busy(self) -> bool:
        """Whether a picture is being looked at."""
        return self._task is not None

    def holds_focus(self) -> bool:
        """Whether the keyboard is somewhere in here."""
        return self.isAncestorOf(self.window().focusWidget() or self.window())

    def _forget(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = self.source = self.side = self.failure = None
        self._called = ""
        self.canvas.clear()

    def _held(self) -> tuple[Path | Picture | None, Side | None, Failure | None, str]:
        return self.source, self.side, self.failure, self._called

    def _hold(self, held: tuple[Path | Picture | None, Side | None, Failure | None, str]) -> None:
        self._forget()
        self.source, self.side, self.failure, self._called = held
        self._show()

    def _seen(self, task: Task, side: Side) -> None:
        if task is self._task:
            self._task, self.side = None, side
            self._show()
            self.changed.emit()

    def _failed(self, task: Task, failure: Failure) -> None:
        if task is self._task:
            self._task, self.failure = None, failure
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        side = self.side
        if side is not None:
            had_focus = self.drop.hasFocus()
            self.canvas.show_side(side, self._file() or self._name)
            self._stack.setCurrentWidget(self.canvas)
            if had_focus:
                self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            if self.failure is not None:
                self.drop.say(failures.sentence(self.failure), "warning")
            elif self.busy:
                self.drop.say(self.tr("Looking for faces…"), "search")
            else:
                self.drop.say(self.tr("Drop a picture"), "picture")
            self._stack.setCurrentWidget(self.drop)
        self.name.setText(self._file() or self._name)
        self.words.setText(" · ".join(self._remarks()))
        self.clear_button.setVisible(self.source is not None)

    def _remarks(self) -> list[str]:
        side = self.side
        parts: list[str] = []
        if side is not None:
            if len(side.boxes) > 1:
                words = self.tr("the largest of {count} faces")
                parts.append(words.format(count=len(side.boxes)))
            if advice := failures.advice(side.advice):
                parts.append(self.tr("weak picture: {advice}").format(advice=advice))
        return parts

    def _file(self) -> str:
        if self._called:
            return self._called
        if isinstance(self.source, Path):
            return self.source.name
        return self.tr("Pasted picture") if self.source is not None else ""

    @Slot(object)
    def _chosen(self, paths: tuple[Path, ...]) -> None:
        if len(paths) == 1:
            self.set_source(paths[0])
        elif len(paths) == 2:
            self.several.emit(paths)
        else:
            self.refused.emit(self.tr("Two pictures are compared at a time; drop one or two."))

    @Slot(QMimeData)
    def _dropped(self, data: QMimeData) -> None:
        self.drop.take(data)
