"""What a screen reader would not know how to say, and where the keyboard does not get to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabBar,
    QTextEdit,
)

_MANY = 400  # presses of Tab; no page has as many controls


def keyboard_problems(window: QWidget) -> list[str]:
    """What is wrong for somebody without a mouse on the page that is shown; the window has to be active.

    One round of Tab from the page's button in the rail has to reach every control of the page and to come
    back, one of Shift+Tab likewise, and whatever has the focus has to look different from without.
    """
    start = next(
        each
        for each in window.findChildren(QToolButton)
        if each.property("kind") in ("rail", "foot") and each.isChecked() and each.isVisible()
    )
    wanted = [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        if each.window() is window and not _is_other_choice(each)  # the arrows walk among those
    ]
    problems: list[str] = []
    for key, word in ((Qt.Key.Key_Tab, "Tab"), (Qt.Key.Key_Backtab, "Shift+Tab")):
        visited = _round(start, key, problems)
        problems += [f"{word} misses {_named(each)}" for each in wanted if each not in visited]
    return problems


def _round(start: QWidget, key: Qt.Key, problems: list[str]) -> list[QWidget]:
    start.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(start, Qt.Key.Key_Tab)  # and back: a window that was just opened rings nothing yet
    start.setFocus(Qt.FocusReason.TabFocusReason)
    visited: list[QWidget] = []
    for _ in range(_MANY):
        here = _focused()
        lit = here.grab().toImage()
        QTest.keyClick(here, key)
        if _focused() is here:
            continue  # among the parts of one control: faces of a picture, cells of a grid
        visited.append(here)
        if here.grab().toImage() == lit:
            problems.append(f"nothing shows the focus on {_named(here)}")
        if _focused() is start:
            return visited
    problems.append(f"the keyboard does not get away from {_named(_focused())}")
    return visited


def _is_other_choice(widget: QWidget) -> bool:
    """Whether it is one of several of which another is chosen: Tab goes to that one."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is None or not group.exclusive() or group.checkedButton() is None:
        return False
    return group.checkedButton() is not widget


def _focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName()}”"


def unnamed_controls(window: QWidget) -> list[str]:
    """Every control of a window, hidden ones too, and whatever else Tab reaches, that has no accessible name.

    What Qt makes for itself inside a control (scroll bars, the list of a combo box) does not count.
    """
    return [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        for widget in window.findChildren(QWidget)
        if _is_control(widget) and not widget.accessibleName().strip()
    ]


def _is_control(widget: QWidget) -> bool:
    if isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_"):
        return False
    if isinstance(widget.parent(), QComboBox) or type(widget).__name__ == "QComboBoxListView":
        return False
    return isinstance(widget, _CONTROLS) or bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
