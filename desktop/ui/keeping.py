"""What lies on a page: taken down for the next start after a crash, and handed to the page made anew.

A page that has something to lose has a `keeping`. What goes into the file is JSON and holds nothing of the
enrolled and nothing of the camera; what is handed over stays in memory and may be anything.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication

from desktop.session import Kept
from desktop.ui import local
from desktop.work.lanes import Task

if TYPE_CHECKING:
    from desktop.ui.notices import Notices


class Keeping(Protocol):
    """What a page offers."""

    def session(self) -> dict[str, Any]:
        """What lies on the page, as JSON; {} where nothing does."""
        ...

    def restore(self, kept: Kept) -> Sequence[Path]:
        """Lay it down again, whatever the file says; gives what is gone. Asked for on an empty page only."""
        ...

    def hand_over(self) -> object:
        """Everything that lies on the page; what it runs is followed by the next page from then on."""
        ...

    def take_over(self, given: Any) -> None:  # noqa: ANN401 - what the same class handed over
        """Lay down what a page of the same kind handed over, and follow what runs."""
        ...

    def carried(self) -> tuple[Task, ...]:
        """What runs and can be handed over."""
        ...


class InMemory:
    """The half that a page shares whose things are handed over and never written down."""

    def session(self) -> dict[str, Any]:
        """Nothing."""
        return {}

    def restore(self, _kept: Kept) -> Sequence[Path]:
        """Nothing, whatever a file says."""
        return ()

    def carried(self) -> tuple[Task, ...]:
        """Nothing: what such a page runs takes a moment, or is its session's."""
        return ()


@runtime_checkable
class Keeps(Protocol):
    """A page with something to lose."""

    keeping: Keeping


def path(kept: Mapping[str, Any], name: str) -> Path | None:
    """A path in what was kept; None where there is none."""
    value = kept.get(name)
    return Path(value) if isinstance(value, str) and value and "\0" not in value else None


def word(kept: Mapping[str, Any], name: str) -> str:
    """A string in what was kept, empty where there is none."""
    value = kept.get(name)
    return value if isinstance(value, str) else ""


def number(kept: Mapping[str, Any], name: str, low: float, high: float, usual: float) -> float:
    """A number between these in what was kept, else `usual`."""
    value = kept.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return usual
    return float(value) if math.isfinite(value) and low <= value <= high else usual


def flag(kept: Mapping[str, Any], name: str) -> bool:
    """Whether something was on."""
    return kept.get(name) is True


def objects(kept: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """A list of objects in what was kept; what is none is left out."""
    value = kept.get(name)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def inner(kept: Mapping[str, Any], name: str) -> dict[str, Any]:
    """An object in what was kept, empty where there is none."""
    value = kept.get(name)
    return value if isinstance(value, dict) else {}


def there(wanted: Path) -> bool:
    """Whether a file or folder can be found; a disk that does not answer has it not."""
    try:
        return wanted.exists()
    except (OSError, ValueError):
        return False


def tell_gone(notices: Notices, gone: Sequence[Path]) -> None:
    """Say in one sentence what could not be found any more, where there is something to say."""
    if len(gone) == 1:
        words = QCoreApplication.translate("Keeping", "“{file}” is gone; everything else is back.")
        notices.warning(words.format(file=gone[0].name))
    elif gone:
        words = QCoreApplication.translate(
            "Keeping", "{count} files or folders are gone, “{file}” among them; everything else is back."
        )
        notices.warning(words.format(count=local.whole(len(gone)), file=gone[0].name))
