"""The line under the size: how many pixels the result will have, and what memory it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.ui import failures, local
from desktop.ui.pages.studio.controls import SizeControls
from desktop.ui.pages.studio.desk import Desk
from desktop.ui.throttle import Throttle
from desktop.work.lanes import Task
from desktop.work.messages import Failure
from desktop.work.studio_messages import MemoryNeed

if TYPE_CHECKING:
    from desktop.work.studio import StudioSession

_ASK_MS = 250


class MemoryNote(QObject):
    """Asks whenever photo, size or layers change; the lane computes it, for it needs torch."""

    def __init__(self, session: StudioSession, desk: Desk, controls: SizeControls) -> None:
        super().__init__(controls)
        self._session, self._desk, self._controls = session, desk, controls
        self._asked: object = None
        self._task: Task | None = None
        self._ask_later = Throttle(self._ask, _ASK_MS, self)
        desk.changed.connect(self._desk_changed)

    @Slot()
    def _desk_changed(self) -> None:
        self._ask_later.call()

    def _ask(self) -> None:
        content, recipe = self._desk.content, self._desk.recipe
        if content is None:
            self._asked = None
            self._controls.say("")
            return
        height, width = content.shape[:2]
        wanted = (width, height, recipe.size, recipe.style_layers, recipe.content_layer, recipe.optimizer)
        if wanted == self._asked:
            return
        self._asked = wanted
        if self._task is not None:
            self._task.cancel()
        task = self._task = self._session.memory(width, height, recipe)
        task.done.connect(lambda need: self._answered(task, need))
        task.failed.connect(lambda failure: self._failed(task, failure))

    def _answered(self, task: Task, need: MemoryNeed) -> None:
        if task is not self._task:
            return
        said = self.tr("{width} × {height}, about {size} of memory")
        if need.tiles:
            said = self.tr("{width} × {height}, about {size} of memory, computed in tiles: it takes longer")
        size = need.bytes / 1e9
        shown = self.tr("{value} GB").format(value=local.decimal(size, 1))
        if size < 1:
            shown = self.tr("{value} MB").format(value=local.whole(10 * round(size * 100)))
        self._controls.say(
            said.format(width=local.whole(need.width), height=local.whole(need.height), size=shown)
        )

    def _failed(self, task: Task, failure: Failure) -> None:
        if task is self._task:
            self._controls.say(failures.sentence(failure), warning=True)
