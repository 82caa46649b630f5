"""What a choice may be: a word out of a few, a rate, a whole number, yes or no, a folder, any text.

Each kind checks a value out of a JSON file, parses what a person typed, and says how it is typed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

LONGEST = 4096
"""Characters of a text; paths are no longer on any platform."""

Value = str | bool | int | float
"""What a choice can be."""

_YES, _NO = ("yes", "true", "on", "1"), ("no", "false", "off", "0")


class Kind(Protocol):
    """What a choice may be."""

    @property
    def wanted(self) -> str:
        """What to give, for a sentence: “dark or light”."""
        ...

    def check(self, value: object) -> Value:
        """The value where it fits, as the type that the program works with. Raises ValueError."""
        ...

    def parse(self, text: str) -> Value:
        """What a person typed. Raises ValueError."""
        ...

    def show(self, value: Value) -> str:
        """The value as a person would type it."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """One word of a few."""

    known: tuple[str, ...]

    @property
    def wanted(self) -> str:
        """The words."""
        *others, last = (word or '""' for word in self.known)
        return f"{', '.join(others)} or {last}"

    def check(self, value: object) -> str:
        """The word itself. Raises ValueError."""
        if not isinstance(value, str) or value not in self.known:
            raise ValueError("not one of the words")
        return value

    def parse(self, text: str) -> str:
        """In any case of letters, and with blanks around it. Raises ValueError."""
        plain = text.strip().casefold()
        return self.check(next((word for word in self.known if word.casefold() == plain), None))

    def show(self, value: Value) -> str:
        """The word."""
        return str(value)


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate of errors, as a fraction."""

    low: float = 1e-9
    high: float = 0.5

    @property
    def wanted(self) -> str:
        """The ends."""
        return f"a rate from {self.low:g} to {self.high:g}".replace("e-0", "e-")

    def check(self, value: object) -> float:
        """A number between the ends; a whole one is taken too. Raises ValueError."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError("no number")
        if not self.low <= value <= self.high:  # NaN is not either
            raise ValueError("out of range")
        return float(value)

    def parse(self, text: str) -> float:
        """A number in the notation of any programming language. Raises ValueError."""
        return self.check(float(text))

    def show(self, value: Value) -> str:
        """With as many digits as it has."""
        return repr(value)

    def nearest(self, value: float) -> float:
        """The value brought between the ends; what is no number goes to the lower one."""
        return self.low if math.isnan(value) else min(max(float(value), self.low), self.high)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number, both ends included."""

    low: int
    high: int

    @property
    def wanted(self) -> str:
        """The ends."""
        return f"a whole number from {self.low} to {self.high}"

    def check(self, value: object) -> int:
        """A whole number between the ends. Raises ValueError."""
        if isinstance(value, bool) or not isinstance(value, int) or not self.low <= value <= self.high:
            raise ValueError("out of range, or no whole number")
        return value

    def parse(self, text: str) -> int:
        """A whole number. Raises ValueError."""
        return self.check(int(text))

    def show(self, value: Value) -> str:
        """Its digits."""
        return str(value)

    def nearest(self, value: float) -> int:
        """The value brought between the ends."""
        return min(max(round(value), self.low), self.high)


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes or no."""

    @property
    def wanted(self) -> str:
        """The words."""
        return "yes or no"

    def check(self, value: object) -> bool:
        """A truth value. Raises ValueError."""
        if not isinstance(value, bool):
            raise ValueError("neither true nor false")
        return value

    def parse(self, text: str) -> bool:
        """yes, true, on, 1 and their opposites. Raises ValueError."""
        plain = text.strip().casefold()
        if plain not in _YES + _NO:
            raise ValueError("neither yes nor no")
        return plain in _YES

    def show(self, value: Value) -> str:
        """The word."""
        return "yes" if value else "no"


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text."""

    @property
    def wanted(self) -> str:
        """What it is."""
        return f"one line of at most {LONGEST} characters"

    def check(self, value: object) -> str:
        """One line without control characters. Raises ValueError."""
        if not isinstance(value, str) or len(value) > LONGEST or any(sign < " " for sign in value):
            raise ValueError("no line of text")
        return value

    def parse(self, text: str) -> str:
        """The line without blanks around it. Raises ValueError."""
        return self.check(text.strip())

    def show(self, value: Value) -> str:
        """The line."""
        return str(value)


@dataclass(frozen=True, slots=True)
class Folder(Text):
    """A folder by its whole path, which need not be there yet; empty: the usual one."""

    @property
    def wanted(self) -> str:
        """What it is."""
        return "a folder"

    def check(self, value: object) -> str:
        """A whole path, or nothing. Raises ValueError."""
        found = Text.check(self, value)
        if found and not Path(found).is_absolute():
            raise ValueError("no whole path")
        return found

    def parse(self, text: str) -> str:
        """A path as typed in a shell: from here, or from ~. Raises ValueError."""
        if not text.strip():
            return ""
        try:
            found = Path(text.strip()).expanduser().absolute()
            if found.is_file():
                raise ValueError("a file")
        except (OSError, RuntimeError) as error:  # ~nobody, or a folder that is gone under our feet
            raise ValueError("no folder") from error
        return self.check(str(found))
