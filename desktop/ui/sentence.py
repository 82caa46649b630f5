"""One sentence in a window of its own: why the program can't start."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMessageBox


def show(sentence: str) -> None:
    """Show it, and return once it was read."""
    qt = QApplication.instance() or QApplication(["likeness"])
    box = QMessageBox(QMessageBox.Icon.Warning, "Likeness", sentence)
    box.setAccessibleName(sentence)
    box.exec()
    del qt
