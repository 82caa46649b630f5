"""Help: what each page is for, how to begin, what its words mean; a list, a search, the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from desktop.ui import theme
from desktop.ui.choices import Choices
from desktop.ui.language import meant
from desktop.ui.pages.help.articles import articles, found
from desktop.ui.pages.help.reader import Reader
from desktop.ui.pages.people_search import SearchField
from desktop.ui.widgets.page import Page

if TYPE_CHECKING:
    from desktop.ui.actions import Actions

_LIST = 208
_NAME = Qt.ItemDataRole.UserRole


class HelpPage(Page):
    """The help in the user's language."""

    def __init__(self, choices: Choices, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("HelpPage", "Help"), parent=parent)
        self._choices = choices
        self._articles = articles(self._language())
        self.search = SearchField(self.tr("Search the help"), self.tr("Search the help"))
        self.search.setFixedWidth(theme.scaled(260))
        self.search.textChanged.connect(self._search)
        self.tools.addWidget(self.search)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages of the help"))
        self.list.setFixedWidth(theme.scaled(_LIST))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._chosen)
        self.reader = Reader()
        self.reader.wanted.connect(self.show_help)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.gap)
        row.addWidget(self.list)
        row.addWidget(self.reader, 1)
        self.body.addLayout(row, 1)
        actions.add("help.search", self._focus_search, self)
        choices.changed.connect(self._choice_changed)
        self._fill("")
        self.show_help("live")

    def names(self) -> tuple[str, ...]:
        """The pages that the list shows now."""
        return tuple(str(self.list.item(row).data(_NAME)) for row in range(self.list.count()))

    @Slot(str)
    def show_help(self, name: str) -> None:
        """Show the help of that name; one that does not exist changes nothing."""
        if name not in self.names() and any(each.name == name for each in self._articles):
            self.search.clear()
        if name in self.names():
            self.list.setCurrentRow(self.names().index(name))

    @Slot()
    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot(str)
    def _search(self, words: str) -> None:
        self._fill(words)
        now = self.reader.article
        names = self.names()
        if names:
            keep = now is not None and now.name in names and not words
            self.list.setCurrentRow(names.index(now.name) if keep and now is not None else 0)
        self.set_subtitle("" if names else self.tr("Nothing in the help holds all of these words."))

    def _fill(self, words: str) -> None:
        before = self.list.blockSignals(True)
        self.list.clear()
        for each in found(self._articles, words):
            item = QListWidgetItem(each.title, self.list)
            item.setData(_NAME, each.name)
        self.list.blockSignals(before)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _chosen(self, item: QListWidgetItem | None, _before: object) -> None:
        name = item.data(_NAME) if item is not None else ""
        article = next((each for each in self._articles if each.name == name), None)
        if article is not None and article is not self.reader.article:
            self.reader.show_article(article)

    @Slot(str)
    def _choice_changed(self, name: str) -> None:
        """Another language: the same page in it."""
        if name != "language":
            return
        self._articles = articles(self._language())
        shown = self.reader.article.name if self.reader.article is not None else ""
        self._fill(self.search.text())
        self.show_help(shown)

    def _language(self) -> str:
        return meant(self._choices.now.language)
