"""The help as it lies in resources/help: one Markdown file a page, the same files in every language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop.errors import ProgramDamaged
from desktop.paths import resources

ORDER: Final = (
    "live",
    "people",
    "compare",
    "calibrate",
    "learn",
    "studio",
    "explore",
    "sound",
    "film",
    "models",
    "settings",
    "checkup",
    "privacy",
    "shortcuts",
)
"""The names of all of them as they are listed: the rail's order, then what concerns the whole program."""

LANGUAGES: Final = ("en", "zh_CN")


@dataclass(frozen=True, slots=True)
class Article:
    """One page of the help; `text` is Markdown whose first line is the title."""

    name: str
    title: str
    text: str


def articles(language: str) -> tuple[Article, ...]:
    """Every page in one of LANGUAGES. Raises ProgramDamaged."""
    return tuple(_read(language, name) for name in ORDER)


def _read(language: str, name: str) -> Article:
    file = resources() / "help" / language / f"{name}.md"
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ProgramDamaged(part=f"help/{language}/{file.name}", details=repr(error)) from error
    return Article(name, text.partition("\n")[0].removeprefix("# ").strip(), text)


def found(all_: Sequence[Article], words: str) -> tuple[Article, ...]:
    """Those in which every word occurs, whatever the case; first those that have them in the title.

    Empty words find all.
    """
    wanted = words.casefold().split()
    matching = [each for each in all_ if all(word in each.text.casefold() for word in wanted)]
    return tuple(sorted(matching, key=lambda each: not all(word in each.title.casefold() for word in wanted)))
