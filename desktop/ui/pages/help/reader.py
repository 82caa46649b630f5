"""Shows one page of the help: Markdown in the program's own type and colours, pictures as wide as it is."""

from __future__ import annotations

from pathlib import PurePosixPath

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.paths import resources
from desktop.ui import theme
from desktop.ui.pages.help.articles import Article

_WIDEST = 720  # pixels of a line: longer ones are hard to follow
_LINE = 132  # per cent of a line's own height


class Reader(QTextBrowser):
    """`wanted` brings the name of the page that a link leads to. No link leads out of the help."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.article: Article | None = None
        self.setAccessibleName(self.tr("Help text"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setProperty("kind", "help")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(240)
        self.anchorClicked.connect(self._clicked)
        # A new width means new pictures; not for every pixel while an edge is dragged.
        self._later = QTimer(self, singleShot=True, interval=40)
        self._later.timeout.connect(self._again)
        self._drawn = 0
        theme.state().changed.connect(self._again)

    def show_article(self, article: Article) -> None:
        """Show it from its beginning."""
        self.article = article
        self.setAccessibleDescription(article.title)
        self._draw()
        self.verticalScrollBar().setValue(0)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lines and pictures follow the width."""
        super().resizeEvent(event)
        spare = max(0, self.width() - _WIDEST - 2 * theme.SPACING.page)
        self.setViewportMargins(0, 0, spare, 0)
        if self._room() != self._drawn:
            self._later.start()

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802
        """A picture of the help in the scheme that is on, as wide as the text; nothing else is read."""
        file = PurePosixPath(name.path() if isinstance(name, QUrl) else name).name
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        wanted = file.replace("-dark.", f"-{theme.scheme().value}.")
        image = QImage(str(resources() / "help" / "pictures" / wanted))
        ratio = self.devicePixelRatioF()
        wide = min(round(self._room() * ratio), image.width())
        image = image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as a line may be."""
        return QSize(_WIDEST + 2 * theme.SPACING.page, 400)

    def _room(self) -> int:
        return max(160, min(_WIDEST, self.viewport().width() - 2 * theme.SPACING.gap))

    @Slot()
    def _again(self) -> None:
        bar = self.verticalScrollBar()
        part = bar.value() / max(1, bar.maximum())
        self._draw()
        bar.setValue(round(part * bar.maximum()))

    @Slot(QUrl)
    def _clicked(self, url: QUrl) -> None:
        if not url.scheme() and url.path().endswith(".md"):
            self.wanted.emit(PurePosixPath(url.path()).stem)

    def _draw(self) -> None:
        if self.article is None:
            return
        self._drawn = self._room()
        document = self.document()
        document.setDefaultFont(theme.font())
        document.setDocumentMargin(theme.SPACING.gap)
        document.setIndentWidth(theme.SPACING.margin)
        self.setMarkdown(self.article.text)
        block = document.begin()
        while block.isValid():
            self._dress(block)
            block = block.next()

    def _dress(self, block: QTextBlock) -> None:
        """Give a block the program's sizes, colours and distances; Markdown brings its own."""
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        spacing = QTextBlockFormat()
        spacing.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spacing.setTopMargin({0: 0, 1: 0}.get(level, theme.SPACING.gap))
        in_list = block.textList() is not None
        spacing.setBottomMargin(theme.SPACING.half if level or in_list else theme.SPACING.unit)
        # Named at once: Qt's formats live no longer than the list that they come in.
        runs = block.textFormats()
        pieces = [
            (block.position() + run.start, run.length, _kind(run.format.toCharFormat())) for run in runs
        ]
        if any(kind == "picture" for _, _, kind in pieces):
            spacing.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
            spacing.setTopMargin(theme.SPACING.unit)
            spacing.setBottomMargin(theme.SPACING.gap)
        cursor.mergeBlockFormat(spacing)
        for start, length, kind in pieces:
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            if level:  # in place of Markdown's own, whose size is a step that would win over ours
                cursor.setCharFormat(_heading(level))
            else:
                cursor.mergeCharFormat(_look(kind, self._drawn))


def _kind(form: QTextCharFormat) -> str:
    if form.isImageFormat():
        return "picture"
    return "link" if form.isAnchor() else "code" if form.fontFixedPitch() else ""


def _look(kind: str, width: int) -> QTextCharFormat:
    if kind == "picture":
        picture = QTextImageFormat()
        picture.setWidth(width)
        return picture
    made = QTextCharFormat()
    if kind == "link":
        made.setForeground(theme.colour("accent_text"))
        made.setFontUnderline(True)  # the colour alone says nothing to many
    elif kind == "code":
        made.setBackground(theme.colour("control"))
    return made


def _heading(level: int) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(theme.font("title" if level == 1 else "heading", bold=True))
    return made
