"""What every group of the Studio's settings does: shows a recipe, and says when the user changed it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.style.recipe import Recipe
from desktop.ui import theme


class RecipeControls(QWidget):
    """`changed` brings a recipe whenever the user moved something.

    A subclass puts its controls into `column`, tells `set_field` of each that the user moves, shows a recipe
    in `_show`, and ends its `__init__` with `show_recipe`.
    """

    changed = Signal(object)

    def __init__(self, recipe: Recipe, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recipe = recipe
        self._quiet = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.SPACING.unit)

    def show_recipe(self, recipe: Recipe) -> None:
        """Show these settings without saying that the user moved anything."""
        self.recipe = recipe
        self._quiet = True
        self._show(recipe)
        self._quiet = False

    def set_field(self, name: str, value: object) -> None:
        """The user moved one: the others keep their values, even those that lie between two steps."""
        if not self._quiet and value != getattr(self.recipe, name):
            changes: dict[str, Any] = {name: value}
            self.recipe = replace(self.recipe, **changes)
            self.changed.emit(self.recipe)

    def _show(self, recipe: Recipe) -> None:
        """Bring the controls to these settings."""
        raise NotImplementedError
