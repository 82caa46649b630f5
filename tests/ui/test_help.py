"""The help: a page for every page, the same in both languages, and nothing in it that does not exist."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.cli import whole
from desktop.paths import Home, resources
from desktop.settings import Settings, save
from desktop.ui import theme
from desktop.ui.actions import TABLE, Actions
from desktop.ui.choices import Choices
from desktop.ui.language import languages
from desktop.ui.pages.help.articles import LANGUAGES, ORDER, Article, articles, found
from desktop.ui.pages.help.page import HelpPage
from tests.ui.accessible import unnamed_controls

_FOLDER = resources() / "help"
_EVERYWHERE = {"Tab", "Shift+Tab", "Enter", "Space", "Esc", "Ctrl"}  # what Qt itself does, and a held key
_KEY = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)*(?:F\d\d?|[A-Z0-9?.]|Ctrl|Del|Esc|Tab|Enter|Space|Left|Right)")

every_article = pytest.mark.parametrize(
    "article", [each for language in LANGUAGES for each in articles(language)], ids=lambda each: each.title
)


def code(article: Article) -> list[str]:
    """What stands between backticks: keys, commands, options and names of files."""
    return re.findall(r"`([^`]+)`", article.text)


def links(article: Article) -> list[str]:
    return re.findall(r"(?<!!)\[[^\]]*\]\(([^)]*)\)", article.text)


def pictures(article: Article) -> list[str]:
    return re.findall(r"!\[[^\]]+\]\(([^)]*)\)", article.text)


def shape(article: Article) -> list[object]:
    """What a translation has to keep: headings, points of lists, links, pictures, keys and commands."""
    lines = article.text.splitlines()
    headings = [len(line) - len(line.lstrip("#")) for line in lines if line.startswith("#")]
    points = sum(line.startswith("- ") for line in lines)
    return [headings, points, sorted(links(article)), pictures(article), sorted(set(code(article)))]


def test_both_languages_have_the_same_pages() -> None:
    assert {code for code, _ in languages()} == set(LANGUAGES)
    for language in LANGUAGES:
        assert {file.stem for file in (_FOLDER / language).iterdir()} == set(ORDER)
    for one, other in zip(articles("en"), articles("zh_CN"), strict=True):
        assert shape(one) == shape(other), one.name
        assert one.title != other.title


@every_article
def test_every_link_and_picture_is_there(article: Article) -> None:
    for link in links(article):
        assert link.removesuffix(".md") in ORDER
    for picture in pictures(article):
        for scheme in ("dark", "light"):
            file = _FOLDER / "en" / picture.replace("-dark.", f"-{scheme}.")
            assert not QImage(str(file)).isNull(), picture
    assert "://" not in article.text


@every_article
def test_no_mark_of_markdown_is_left_to_read(article: Article, qapp: QApplication) -> None:
    """“**导出…**写” stays as it is typed: an emphasis that ends in punctuation wants a space after it."""
    document = QTextDocument()
    document.setMarkdown(article.text)
    text = document.toPlainText().replace("*.jpg", "")
    assert not re.search(r"[*`]|\]\(|^#", text, re.MULTILINE)


def test_every_picture_is_used_and_all_are_small() -> None:
    used = {Path(picture).name for article in articles("en") for picture in pictures(article)}
    kept = list((_FOLDER / "pictures").iterdir())
    assert {file.name for file in kept} == used | {name.replace("-dark", "-light") for name in used}
    assert sum(file.stat().st_size for file in kept) < 2_000_000


@every_article
def test_every_shortcut_exists(article: Article) -> None:
    known = {key for entry in TABLE.values() for key in entry.keys} | _EVERYWHERE
    known |= {f"Ctrl+{number}" for number in range(1, 10)} | {"Ctrl+V", "Ctrl+,"}  # paste; the settings
    keys = {each for each in code(article) if _KEY.fullmatch(each)}
    assert keys <= known


@every_article
def test_every_command_and_option_exists(article: Article) -> None:
    """An option that stands alone belongs to a command that the page names."""
    root: Any = typer.main.get_command(whole())
    commands = [each for each in code(article) if each.startswith("likeness")]
    assert commands
    named = [root]
    for said in commands:
        now = root
        for word in shlex.split(said)[1:]:
            groups = getattr(now, "commands", {})
            if word.startswith("--"):
                assert word in options(root, now) | {"--help"}, said
            elif groups and word.islower() and word != "cpu":  # which is a value
                assert word in groups, said
                now = groups[word]
        named.append(now)
    alone = {each for each in code(article) if each.startswith("--")}
    assert alone <= options(*named)


def options(*commands: Any) -> set[str]:
    return {name for command in commands for each in command.params for name in each.opts}


@pytest.mark.parametrize("article", articles("en"), ids=lambda each: each.name)
def test_a_page_is_short(article: Article) -> None:
    assert 150 <= len(article.text.split()) <= 360


def test_a_search_finds_every_page_with_all_words_titles_first() -> None:
    english = articles("en")
    assert found(english, "") == english
    assert found(english, "FILM flow")[0].name == "film"
    assert [each.name for each in found(english, "receptive field")] == ["explore"]
    assert found(english, "models")[0].name == "models"
    assert found(english, "no such word anywhere") == ()
    assert found(articles("zh_CN"), "感受野")[0].name == "explore"


@pytest.fixture
def choices() -> Choices:
    made = Choices()
    made.change(language="en")
    return made


@pytest.fixture
def page(choices: Choices, qtbot: QtBot) -> Iterator[HelpPage]:
    window = QWidget()
    qtbot.addWidget(window)
    made = HelpPage(choices, Actions(window), window)
    made.resize(1000, 700)
    window.resize(1000, 700)
    window.show()
    yield made
    window.close()


def test_the_list_shows_every_page_and_typing_narrows_it(page: HelpPage, qtbot: QtBot) -> None:
    assert page.names() == ORDER
    qtbot.keyClicks(page.search, "gram matrix")
    assert page.names() == ("studio",)
    assert page.reader.article is not None
    assert page.reader.article.name == "studio"
    qtbot.keyClicks(page.search, " xyzzy")
    assert page.names() == ()
    assert page.subtitle.isVisible()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.names() == ORDER
    assert page.reader.article.name == "studio"


def test_the_keyboard_reads_on(page: HelpPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.reader.article is not None
    assert page.reader.article.name == ORDER[1]
    assert page.list.nextInFocusChain() is not None
    assert page.reader.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_links_lead_to_other_pages_and_never_out(page: HelpPage) -> None:
    page.reader.anchorClicked.emit(QUrl("privacy.md"))
    assert page.reader.article is not None
    assert page.reader.article.name == "privacy"
    assert page.names()[page.list.currentRow()] == "privacy"
    for outside in ("https://example.com/live.md", "file:///etc/passwd", "nowhere.md"):
        page.reader.anchorClicked.emit(QUrl(outside))
        assert page.reader.article.name == "privacy"


def test_another_language_shows_the_same_page(page: HelpPage, choices: Choices) -> None:
    page.show_help("studio")
    choices.change(language="zh_CN")
    assert page.reader.article is not None
    assert page.reader.article.name == "studio"
    assert page.reader.article.title == "画室"
    assert "画室" in page.reader.toPlainText()


def test_pictures_follow_the_scheme_and_the_width(page: HelpPage, qapp: QApplication, qtbot: QtBot) -> None:
    name, kind = QUrl("../pictures/live-dark.webp"), QTextDocument.ResourceType.ImageResource.value
    dark = page.reader.loadResource(kind, name)
    theme.apply(qapp, theme.Scheme.LIGHT)
    light = page.reader.loadResource(kind, name)
    assert isinstance(dark, QImage)
    assert isinstance(light, QImage)
    assert dark.pixelColor(2, 2).lightness() < 60 < 200 < light.pixelColor(2, 2).lightness()
    wide = light.width()
    page.resize(640, 700)
    qtbot.waitUntil(lambda: _width(page, kind, name) < wide)
    assert page.reader.loadResource(QTextDocument.ResourceType.StyleSheetResource.value, name) is None


def _width(page: HelpPage, kind: int, name: QUrl) -> int:
    image = page.reader.loadResource(kind, name)
    assert isinstance(image, QImage)
    return image.width()


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_headings_are_larger_and_links_are_underlined(
    page: HelpPage, qapp: QApplication, scheme: str
) -> None:
    theme.apply(qapp, scheme)
    block = page.reader.document().begin()
    runs = block.textFormats()  # kept: the formats live no longer than it does
    assert runs[0].format.toCharFormat().font().pixelSize() == theme.state().type.title
    found_links = 0
    while block.isValid():
        runs = block.textFormats()
        for run in runs:
            form = run.format.toCharFormat()
            if form.isAnchor():
                found_links += 1
                assert form.fontUnderline()
                assert form.foreground().color() == theme.colour("accent_text")
        block = block.next()
    assert found_links


def test_every_page_of_the_window_has_its_help(home: Home, qtbot: QtBot) -> None:
    save(Settings(welcomed=True, camera=True, language="en"), home.settings)
    app = App(home, device="cpu")
    qtbot.addWidget(app.window)
    with qtbot.waitActive(app.window):
        app.window.show()
        app.window.activateWindow()
    for page in app.window.pages():
        if page is app.help:
            continue
        app.window.show_page(page)
        qtbot.keyClick(app.window, Qt.Key.Key_F1)
        article = app.help.reader.article
        assert app.window.page() is app.help
        assert article is not None
        assert article.title == page.accessibleName()
    assert unnamed_controls(app.help) == []
    app.window.close()
