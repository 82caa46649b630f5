"""The tools right of the page's title: the mode, the ways in, recent pictures, the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop.ui import theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from desktop.ui.actions import Actions
    from desktop.ui.pages.studio.page import StudioPage


class Tools(QWidget):
    """What they do is the page's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.unit)
        self.modes = Segmented(
            self.tr("What to paint"),
            (
                ("picture", self.tr("Picture"), self.tr("One photo, while you watch.")),
                ("queue", self.tr("Queue"), self.tr("Many photos, one after another.")),
                ("live", self.tr("Live"), self.tr("The camera’s picture, as it comes.")),
            ),
        )
        self.open_button = button(self.tr("Open"), "", "picture")
        self.open_button.setProperty("menu", True)
        self.recent_button = button(self.tr("Recent"), "", "clock")
        self.recent_button.setCheckable(True)
        self.export_button = button(self.tr("Export…"), "", "export")
        row.addWidget(self.modes)
        row.addSpacing(theme.SPACING.unit)
        for tool in (self.open_button, self.recent_button, self.export_button):
            row.addWidget(tool)
        self._export: QAction | None = None
        self._clear: QAction | None = None

    def make_actions(self, page: StudioPage, table: Actions) -> None:
        """Put the page's actions into the window's table, and on the buttons."""
        intake, develop, canvas = page.intake, page.develop, page.canvas
        opened = table.add("studio.open", intake.ask_photo, page)
        pasted = table.add("studio.paste", canvas.paste, page)
        camera = table.add("studio.camera", page.take_from_camera, page)
        style = table.add("studio.style", intake.ask_style, page)
        self._clear = table.add("studio.new", page.clear, page)
        play = table.add("studio.play", develop.toggle, page)
        stop = table.add("studio.stop", develop.stop, page)
        split = table.add("studio.split", page.transport.split_button.click, page)
        fit = table.add("studio.fit", canvas.fit, page)
        actual = table.add("studio.actual", canvas.actual_size, page)
        self._export = table.add("studio.export", page.export_picture, page)
        recent = table.add("studio.recent", self.recent_button.click, page)
        menu = QMenu(self.open_button)
        menu.setAccessibleName(self.open_button.text())
        menu.addActions((opened, pasted, camera))
        menu.addSeparator()
        menu.addActions((style, self._clear))
        self.open_button.setMenu(menu)
        transport = page.transport
        tips: tuple[tuple[QWidget, QAction], ...] = (
            (transport.play_button, play),
            (transport.stop_button, stop),
            (transport.split_button, split),
            (transport.fit_button, fit),
            (transport.actual_button, actual),
            (self.export_button, self._export),
            (self.recent_button, recent),
        )
        for widget, action in tips:
            widget.setToolTip(action.toolTip())
        self.export_button.clicked.connect(page.export_picture)
        self.recent_button.clicked.connect(page.show_recent)
        self.modes.changed.connect(page.set_mode)

    def allow(self, *, export: bool, clear: bool) -> None:
        """What can be done now."""
        self.export_button.setEnabled(export)
        if self._export is not None and self._clear is not None:
            self._export.setEnabled(export)
            self._clear.setEnabled(clear)
