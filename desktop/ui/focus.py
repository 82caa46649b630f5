"""A focus ring for the keyboard: a click shows none, as people know it from the web (:focus-visible)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup, QWidget

_TAB = Qt.FocusPolicy.TabFocus


class _Rings(QObject):
    """Sets the property `ring`, which the style sheet reads, on what was focused without the mouse."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self.move)

    # The types are left to Qt: a widget that is being destroyed arrives as a bare QObject or None.
    @Slot("QWidget*", "QWidget*")
    def move(self, old: object, new: object) -> None:
        # From or to nothing the window changes its activation; what was ringed stays so.
        if not isinstance(new, QWidget) or not isinstance(old, QWidget):
            return
        _mark(old, False)
        _mark(new, QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton)


def install(app: QApplication) -> None:
    """Start once for the program."""
    if app.findChild(_Rings) is None:
        _Rings(app)


def one_stop(group: QButtonGroup) -> None:
    """Let Tab go to the chosen button of an exclusive group, and to no other: arrows walk among them.

    Qt does so only from the first visit on, and that one goes to the first button, chosen or not.
    """

    def settle(_button: QAbstractButton, _on: bool) -> None:
        chosen = group.checkedButton()
        for each in group.buttons():
            policy = each.focusPolicy()
            stops = chosen is None or each is chosen
            each.setFocusPolicy(policy | _TAB if stops else policy & ~_TAB)

    group.buttonToggled.connect(settle)
    for each in group.buttons():
        settle(each, each.isChecked())


def ringed(widget: QWidget) -> bool:
    """Whether a hand-painted widget shall draw its ring."""
    return widget.hasFocus() and bool(widget.property("ring"))


def hand_over(widget: QWidget) -> None:
    """Give a widget the focus: it has a ring where the one before had one, so none after a click."""
    before = QApplication.focusWidget()
    ring = before is not None and bool(before.property("ring"))
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    if widget.hasFocus():
        _mark(widget, ring)


def _mark(widget: QWidget, on: bool) -> None:
    if bool(widget.property("ring")) != on:
        widget.setProperty("ring", on)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
