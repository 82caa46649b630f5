"""The tools right of the page's title: the network, where pictures come from, the camera, the way out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop.explore.found import NEEDED, Found
from desktop.signals.nets import PREFIX
from desktop.ui import local, theme
from desktop.ui.pages.explore import words
from desktop.ui.pages.explore.export import FEW
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from desktop.ui.actions import Actions
    from desktop.ui.pages.explore.page import ExplorePage


_OWN = "own"
_WIDEST = 160  # pixels of the name of a network of one's own


class Bar(QWidget):
    """What they do is the page's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.unit)
        known = [(name, words.network(name), words.about(name)) for name in NEEDED]
        self.network = Segmented(self.tr("Network"), [*known, (_OWN, self.tr("Own"))])
        self.network.segment(_OWN).hide()
        self._own = ""
        self.open_button = button(self.tr("Pictures"), "", "folder")
        self.open_button.setProperty("menu", True)
        self.live_button = button(self.tr("Live"), "", "camera")
        self.live_button.setCheckable(True)
        self.export_button = button(self.tr("Export"), "", "export")
        self.export_button.setProperty("menu", True)
        self._export_tip = ""
        for tool in (self.network, self.open_button, self.live_button, self.export_button):
            row.addWidget(tool)

    def make_actions(self, page: ExplorePage, table: Actions) -> None:
        """Put the page's actions into the window's table, and on the buttons."""
        opened = table.add("explore.open", page.intake.ask_folder, page)
        search = table.add("explore.search", page.intake.ask_file, page)
        paste = table.add("explore.paste", page.intake.paste, page)
        live = table.add("explore.live", self.live_button.click, page)
        table.add("explore.deeper", lambda: page.walk.step(1), page)
        table.add("explore.shallower", lambda: page.walk.step(-1), page)
        imagine = table.add("explore.imagine", page.panel.imagine_button.click, page)
        export = table.add("explore.export", self._show_export, page)
        page.closely.make_actions(table)
        menu = QMenu(self.open_button)
        menu.setAccessibleName(self.open_button.text())
        menu.setToolTipsVisible(True)
        menu.addAction(opened)
        studio = menu.addAction(self.tr("The Studio’s pictures"), page.read_studio)
        enrolled = menu.addAction(self.tr("The enrolled"), page.read_enrolled)
        menu.addSeparator()
        menu.addActions((search, paste))
        menu.addSeparator()
        self.own_menu = menu.addMenu(self.tr("Your own networks"))
        self.own_menu.setAccessibleName(self.own_menu.title())
        menu.addAction(self.tr("Train a network on recordings, clips or volumes…"), page.own.ask_folder)
        self.open_button.setMenu(menu)
        self._opened, self._remove = page.set_network, page.own.ask_removal
        self._for_pictures = {each: each.toolTip() for each in (studio, enrolled, search, paste)}
        self._live_tip = live.toolTip()
        self.show_own((), "")
        self.suit("vgg19", ready=True)
        self.live_button.clicked.connect(page.set_live)
        page.panel.imagine_button.setToolTip(imagine.toolTip())
        self._make_export(page)
        self._export_tip = export.toolTip()
        self.network.changed.connect(self._chosen)

    def choose(self, network: str) -> None:
        """Show which network is explored."""
        if words.is_own(network):
            self._own = network
            self._name_own()
        self.network.set_value(_OWN if words.is_own(network) else network)

    def show_own(self, names: tuple[str, ...], network: str) -> None:
        """Offer the networks of one's own; `network` is what is explored."""
        if network in names or self._own not in names:
            self._own = network if network in names else names[-1] if names else ""
        self.own_menu.clear()
        for name in names:
            self.own_menu.addAction(words.network(name), partial(self._opened, name))
        self.own_menu.addSeparator()
        self.remove_menu = self.own_menu.addMenu(self.tr("Remove"))
        self.remove_menu.setAccessibleName(self.remove_menu.title())
        for name in names:
            bare = name.removeprefix(PREFIX)
            self.remove_menu.addAction(self.tr("{name}…").format(name=bare), partial(self._remove, name))
        self.own_menu.menuAction().setVisible(bool(names))
        self.network.segment(_OWN).setVisible(bool(names))
        self._name_own()

    def suit(self, network: str, *, ready: bool) -> None:
        """Allow what goes with a network: one's own look at no pictures. `ready`: nothing is missing."""
        pictures = not words.is_own(network)
        why = self.tr("{network} does not look at pictures").format(network=words.network(network))
        self.open_button.setText(self.tr("Pictures") if pictures else self.tr("Files"))
        self.open_button.setAccessibleName(self.open_button.text())
        self.open_button.setEnabled(ready)
        self.live_button.setEnabled(ready and pictures)
        self.live_button.setToolTip(self._live_tip if pictures else why)
        for action, tip in self._for_pictures.items():
            action.setEnabled(pictures)
            action.setToolTip(tip if pictures else why)

    def _name_own(self) -> None:
        segment, said = self.network.segment(_OWN), words.network(self._own)
        edge = Qt.TextElideMode.ElideRight
        segment.setText(segment.fontMetrics().elidedText(said, edge, _WIDEST))
        segment.setAccessibleName(f"{self.network.accessibleName()}: {said}")
        segment.setToolTip(words.about(self._own))

    @Slot(str)
    def _chosen(self, key: str) -> None:
        self._opened(self._own if key == _OWN else key)

    def allow(self, found: Found | None, *, ready: bool) -> None:
        """Whether there is something to export, with a network `ready`; the enrolled stay in the vault."""
        private = found is not None and found.kind == "enrolled"
        self.export_button.setEnabled(found is not None and ready and not private)
        tip = self.tr("Patches of the enrolled stay in the vault") if private else self._export_tip
        self.export_button.setToolTip(tip)

    def _make_export(self, page: ExplorePage) -> None:
        menu = QMenu(self.export_button)
        menu.setAccessibleName(self.export_button.text())
        few = self.tr("The first {count} shown").format(count=local.whole(FEW))
        units = (("unit", self.tr("The chosen unit")), ("few", few), ("all", self.tr("The whole layer")))
        for suffix, kind in (("png", self.tr("{what} as a picture…")), ("json", self.tr("{what} as data…"))):
            for which, what in units:
                menu.addAction(kind.format(what=what), partial(page.export.ask, which, suffix))
            if suffix == "png":
                menu.addSeparator()
        self.export_button.setMenu(menu)

    def _show_export(self) -> None:
        if self.export_button.isEnabled():
            self.export_button.showMenu()
