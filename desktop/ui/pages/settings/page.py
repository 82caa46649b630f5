"""The Settings page: every choice with its control, and what is not chosen but good to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui import theme
from desktop.ui.choices import Choices
from desktop.ui.language import languages
from desktop.ui.pages.settings import words
from desktop.ui.pages.settings.devices import Devices
from desktop.ui.pages.settings.folders import Folders
from desktop.ui.pages.settings.models import Models
from desktop.ui.pages.settings.privacy import Privacy
from desktop.ui.pages.settings.row import ChoiceRow, Section
from desktop.ui.pages.settings.seeing import Seeing
from desktop.ui.pages.settings.thresholds import Thresholds
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.page import Page
from desktop.ui.widgets.picker import Picker
from desktop.ui.widgets.scroll import column, scrolled
from desktop.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from desktop.ui.notices import Notices
    from desktop.work.core import Core

_WIDEST = 880  # a control further from its words is hard to follow


class SettingsPage(Page):
    """Changes count at once. `play` brings a source for Live, `show` the name of a page to go to."""

    play = Signal(str)
    lock = Signal()
    show_page = Signal(str)
    show_keys = Signal()

    def __init__(self, core: Core, choices: Choices, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("SettingsPage", "Settings"), parent=parent)
        self.keys_button = button(self.tr("Shortcuts"), "", "keyboard")
        self.keys_button.clicked.connect(self.show_keys)
        self.check_button = button(self.tr("Check this computer"), "", "checkup")
        self.check_button.clicked.connect(lambda: self.show_page.emit("checkup"))
        self.tools.addWidget(self.keys_button)
        self.tools.addWidget(self.check_button)
        self.seeing = Seeing(core.live, choices, self.play.emit)
        self.looks = self._make_looks(choices)
        self.devices = Devices(core, choices, notices)
        self.models = Models(core, lambda: self.show_page.emit("models"))
        self.thresholds = Thresholds(core, choices)
        self.folders = Folders(core.home, choices)
        self.privacy = Privacy(core.people, choices, self.lock.emit, lambda: self.show_page.emit("people"))
        inside, sections = column(_WIDEST)
        sections.setContentsMargins(0, theme.SPACING.unit, 0, theme.SPACING.unit)
        sections.setSpacing(theme.SPACING.margin)
        for section in (
            self.seeing,
            self.looks,
            self.devices,
            self.models,
            self.thresholds,
            self.folders,
            self.privacy,
        ):
            sections.addWidget(section)
        sections.addStretch()
        self.area = scrolled(inside, self.title)
        self.body.addWidget(self.area, 1)

    def _make_looks(self, choices: Choices) -> Section:
        looks = Section(self.tr("Appearance"))
        schemes = (("dark", self.tr("Dark")), ("light", self.tr("Light")))
        self.scheme = ChoiceRow(choices, "scheme", Segmented(words.title("scheme"), schemes))
        spoken = (("", self.tr("As the system has it")), *languages())
        self.language = ChoiceRow(choices, "language", Picker(words.title("language"), spoken))
        looks.add(self.scheme)
        looks.add(self.language)
        return looks
