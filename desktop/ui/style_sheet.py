"""The one style sheet. Its colours and lengths come from the tokens of theme.py.

Widgets say what they are with a property: `kind` on buttons (primary, quiet, link, danger, rail) and labels
(title, heading, muted, caption), `panel` on frames (surface, raised).
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

_SHEET = Template("""
* { font-size: ${typescale_body}px; }
QMainWindow, QDialog, QMessageBox { background: $page; }
QWidget { color: $text; }
QToolTip {
    background: $raised; color: $text; border: 1px solid $edge; padding: 4px 8px;
}

QLabel { background: transparent; }
QLabel[kind="title"] { font-size: ${typescale_title}px; font-weight: 600; }
QLabel[kind="heading"] { font-size: ${typescale_heading}px; font-weight: 600; }
QLabel[kind="muted"] { color: $muted; }
QLabel[kind="caption"] { color: $muted; font-size: ${typescale_caption}px; }
QLabel[kind="good"] { color: $good; }
QLabel[kind="warn"] { color: $warn; }
QLabel[kind="bad"] { color: $bad; }

QFrame[panel="surface"] { background: $surface; border-radius: ${radii_card}px; }
QFrame[panel="raised"] {
    background: $raised; border: 1px solid $line; border-radius: ${radii_card}px;
}
QFrame[panel="rail"] { background: $rail; }
QFrame[panel="line"] { background: $line; }
QFrame[panel="welcome"] { background: $selected; border-radius: ${radii_card}px; }
QFrame[panel="segments"] { background: $control; border-radius: ${radii_control}px; }

QPushButton, QToolButton {
    background: $control; color: $text; border: 2px solid transparent; border-radius: ${radii_control}px;
    padding: 0 14px; min-height: 32px;
}
QToolButton { padding: 0 4px; min-width: 24px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; }
QPushButton:checked, QToolButton:checked { background: $selected; }
QPushButton:disabled, QToolButton:disabled { color: $edge; }
QPushButton[ring="true"], QToolButton[ring="true"] { border-color: $accent_text; }

QPushButton::menu-indicator {
    image: url(style:chevron-$scheme.svg); width: 16px; height: 16px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 6px;
}
QPushButton[menu="true"] { padding-right: 30px; }
QToolButton::menu-indicator { image: none; }

QPushButton[kind="primary"] { background: $accent; color: $on_accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"][ring="true"] { border-color: $text; }
QPushButton[kind="primary"]:disabled { background: $control; color: $edge; }
QPushButton[kind="danger"] { background: $bad; color: $on_bad; font-weight: 600; }
QPushButton[kind="danger"][ring="true"] { border-color: $text; }
QPushButton[kind="danger"]:disabled { background: $control; color: $edge; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent; }
QPushButton[kind="quiet"] { color: $accent_text; padding: 0 8px; }
QPushButton[kind="link"] { background: transparent; color: $accent_text; padding: 0; min-height: 24px; }
QPushButton[kind="link"]:hover { color: $text; }
QPushButton[kind="link"][ring="true"] { border-color: $accent_text; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"][ring="true"], QToolButton[kind="quiet"][ring="true"] { border-color: $accent_text; }
QPushButton[kind="quiet"]:disabled, QPushButton[kind="link"]:disabled { color: $edge; }

QToolButton[kind="foot"] { background: transparent; padding: 0; min-width: 32px; }
QToolButton[kind="foot"]:hover { background: $raised; }
QToolButton[kind="foot"]:checked { background: $selected; }
QToolButton[kind="foot"][ring="true"] { border-color: $accent_text; }

QToolButton[kind="onpicture"] {
    background: $raised; border-radius: 12px; padding: 0; min-width: 20px; min-height: 20px;
}
QToolButton[kind="onpicture"]:hover { background: $hover; }
QToolButton[kind="onpicture"][ring="true"] { border-color: $accent_text; }

QPushButton[kind="segment"] {
    background: transparent; color: $muted; border-radius: 6px; padding: 0 10px; min-height: 28px;
}
QPushButton[kind="segment"][spread="true"] { padding: 0; }
QPushButton[kind="segment"]:hover { color: $text; }
QPushButton[kind="segment"]:checked { background: $selected; color: $text; }
QPushButton[kind="segment"][ring="true"] { border-color: $accent_text; }
QPushButton[kind="segment"]:disabled { color: $edge; }
QToolButton[kind="fold"] {
    background: transparent; font-weight: 600; padding: 0; min-height: 36px; text-align: left;
}
QToolButton[kind="fold"]:hover { color: $accent_text; }
QToolButton[kind="fold"][ring="true"] { border-color: $accent_text; }

QToolButton[kind="rail"] {
    background: transparent; color: $muted; border: 2px solid transparent; padding: 6px 0 4px 0;
    min-height: 44px; font-size: ${typescale_caption}px;
}
QToolButton[kind="rail"][low="true"] { min-height: 24px; padding: 1px 0; }
QToolButton[kind="rail"]:hover { color: $text; background: $raised; }
QToolButton[kind="rail"]:checked { color: $text; background: $selected; }
QToolButton[kind="rail"][ring="true"] { border-color: $accent_text; }

QLineEdit, QPlainTextEdit, QTextEdit {
    background: $surface; color: $text; border: 1px solid $edge; border-radius: ${radii_control}px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit { padding: 0 10px; min-height: 34px; }
QPlainTextEdit, QTextEdit { padding: 8px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent_text; }
QLineEdit:focus { padding: 0 9px; min-height: 32px; }
QLineEdit QToolButton { background: transparent; border: none; padding: 0; min-width: 0; min-height: 0; }
QLineEdit[kind="inplace"] {
    font-size: ${typescale_heading}px; font-weight: 600; border: 2px solid transparent; padding: 0 6px;
    margin-left: -10px; background: transparent;
}
QLineEdit[kind="inplace"]:hover { background: $hover; }
QLineEdit[kind="inplace"]:focus { border-color: $accent_text; background: $page; padding: 0 6px;
    margin-left: 0; }
QLineEdit:disabled { color: $edge; border-color: $line; }

QTextBrowser[kind="help"] { background: transparent; border: 2px solid transparent; padding: 0; }
QTextBrowser[kind="help"][ring="true"] { border-color: $accent_text; }

QComboBox {
    background: $control; color: $text; border: 2px solid transparent; border-radius: ${radii_control}px;
    padding: 0 28px 0 12px; min-height: 32px;
}
QComboBox:hover { background: $hover; }
QComboBox:focus { border-color: $accent_text; }
QComboBox:disabled { color: $edge; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url(style:chevron-$scheme.svg); width: 16px; height: 16px; }
QComboBox QAbstractItemView, QMenu {
    background: $raised; color: $text; border: 1px solid $edge; padding: 4px; outline: none;
    selection-background-color: $selected; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: 32px; padding: 0 8px; }
QMenu::item { padding: 8px 24px 8px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $edge; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QCheckBox, QRadioButton { spacing: 8px; min-height: 32px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 16px; height: 16px; border: 2px solid $edge; background: $surface;
}
QCheckBox::indicator { border-radius: 5px; }
QRadioButton::indicator { border-radius: 10px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $text; }
QCheckBox::indicator:checked {
    background: $accent; border-color: $accent; image: url(style:check-$scheme.svg);
}
QRadioButton::indicator:checked {
    background: $on_accent; border: 6px solid $accent; width: 8px; height: 8px;
}
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $accent_text; }
QCheckBox::indicator:checked:focus { border-color: $text; }
QCheckBox:focus, QRadioButton:focus { color: $accent_text; }
QCheckBox:disabled, QRadioButton:disabled { color: $edge; }

QSlider { background: transparent; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $hover; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal {
    width: 16px; height: 16px; margin: -8px 0; border-radius: 10px;
    background: $text; border: 2px solid $page;
}
QSlider::handle:horizontal:hover { background: $accent_hover; }
QSlider::handle:horizontal:focus { background: $accent; border: 2px solid $text; }
QSlider::sub-page:horizontal:disabled { background: $edge; }
QSlider::handle:horizontal:disabled { background: $edge; }

QProgressBar { background: $hover; border: none; border-radius: 2px; min-height: 4px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }

QScrollArea { background: transparent; border: none; }
QScrollArea[ring="true"] { border: 2px solid $accent_text; border-radius: ${radii_control}px; }
QScrollArea > QWidget > QWidget { background: transparent; }
QListView, QTreeView, QTableView {
    background: transparent; border: none; outline: none; alternate-background-color: $surface;
    selection-background-color: $selected; selection-color: $text;
}
QListView::item, QTreeView::item { min-height: 36px; padding: 0 8px; border-radius: ${radii_control}px; }
QListView::item:hover, QTreeView::item:hover { background: $surface; }
QListView::item:selected, QTreeView::item:selected { background: $selected; color: $text; }
QListView[ring="true"]::item:selected { border: 2px solid $accent_text; padding: 0 6px; }
QListView[kind="completer"] { background: $raised; border: 1px solid $edge; padding: 4px; }
QHeaderView::section {
    background: transparent; color: $muted; border: none; border-bottom: 1px solid $line; padding: 8px;
}
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
""")


def style_sheet(words: Mapping[str, object], scheme: str) -> str:
    """The sheet with every token of theme.py filled in; a missing one is a KeyError."""
    return _SHEET.substitute(words, scheme=scheme)
