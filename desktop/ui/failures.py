"""The user's words for what the core says: failures, advice about a face, the stage of a long job.

The core speaks English; its sentences are looked up here, in the one place that every page uses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.errors import LikenessError, Names, Phrase
from desktop.ui import local
from desktop.ui.actions import QT_TRANSLATE_NOOP
from desktop.work.messages import Failure

if TYPE_CHECKING:
    from desktop.ui.notices import Notice, Notices

_STAGES = (
    QT_TRANSLATE_NOOP("stages", "Downloading {what}"),
    QT_TRANSLATE_NOOP("stages", "Installing {what}"),
    QT_TRANSLATE_NOOP("stages", "Checking {what}"),
)
"""Stages that name a package or a file. Those that are words alone the extraction collects from the core."""


def sentence(failure: Failure) -> str:
    """What is wrong and what to do, in the user's language, with its fields filled in."""
    return _filled(failure.sentence, failure.fields)


def words(said: str) -> str:
    """Words of the core in the user's language: a note of a run for instance. A plain string stays."""
    return _filled(said.template, said.fields) if isinstance(said, Phrase) else said


def tell(notices: Notices, failure: Failure) -> Notice:
    """Show a failure as a notice: a warning where it was expected, an error where it is a bug."""
    return notices.failure(failure)


def advice(words: Sequence[str]) -> str:
    """Pieces of advice as one line that begins with a capital; empty where there is none."""
    line = local.listed(QCoreApplication.translate("advice", str(word)) for word in words)
    return line[:1].upper() + line[1:]


def stage(what: str) -> str:
    """What a long job is doing now. Where the core says a verb and a name, only the verb is translated."""
    for template in _STAGES:
        verb = template.removesuffix("{what}")
        if verb != template and what.startswith(verb):
            return QCoreApplication.translate("stages", template).format(
                what=what.removeprefix(verb).replace("==", " ")
            )
    return QCoreApplication.translate("stages", what)


def _filled(template: str, fields: Mapping[str, object]) -> str:
    found = {name: _worded(value) for name, value in fields.items()}
    return QCoreApplication.translate("errors", template).format(**found)


def _worded(value: object) -> object:
    """A field as the sentence takes it: words in it are translated like the sentence itself."""
    if isinstance(value, LikenessError):
        return _filled(value.sentence, value.fields)
    if isinstance(value, Phrase):
        return words(value)
    if isinstance(value, Names):
        return local.listed(str(_worded(each)) for each in value.each)
    return value
