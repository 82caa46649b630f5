"""What travels from the lanes to the window: frozen, complete, free of Qt's and the core's moving parts."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.errors import LikenessError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failure:
    """A job that ended badly. `sentence` is the English template that the window translates and fills."""

    sentence: str
    fields: Mapping[str, object] = field(default_factory=dict)
    details: str = ""
    expected: bool = True
    kind: str = ""

    @classmethod
    def of(cls, error: BaseException) -> Failure:
        """The failure behind an exception; one that nobody expected is logged with its stack.

        The log gets the stack without the message: a message may quote what a user typed.
        """
        if isinstance(error, LikenessError):
            return cls(error.sentence, error.fields, error.details, True, type(error).__name__)
        stack = "".join(traceback.format_tb(error.__traceback__))
        _log.error("unexpected %s in a job\n%s", type(error).__name__, stack)
        details = "".join(traceback.format_exception(error))
        sentence = "Something unexpected went wrong; copy the details and report them."
        return cls(sentence, {}, details, False, type(error).__name__)

    @property
    def text(self) -> str:
        """The sentence in English."""
        return self.sentence.format(**self.fields)


@dataclass(frozen=True, slots=True)
class SourceState:
    """Where the preview's frames come from and how it goes.

    `state` is opening, playing, ended, waiting (tries again by itself) or stopped.
    """

    state: str
    name: str = ""
    rate: float = 0.0
    live: bool = False
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class ModelsState:
    """Whether the face networks are there: loading, missing, ready or failed."""

    state: str
    device: str = ""
    model: str = ""
    failure: Failure | None = None
