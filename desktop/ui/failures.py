"""The user's words for what the core says: failures, advice about a face, the stage of a long job.

The core speaks English; its sentences are looked up here, in the one place that every page uses.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.ui.actions import QT_TRANSLATE_NOOP
from desktop.work.messages import Failure

if TYPE_CHECKING:
    from desktop.ui.notices import Notice, Notices

_STAGES = (
    QT_TRANSLATE_NOOP("stages", "Downloading {what}"),
    QT_TRANSLATE_NOOP("stages", "Installing {what}"),
    QT_TRANSLATE_NOOP("stages", "Checking {what}"),
    QT_TRANSLATE_NOOP("stages", "Loading {what}"),
    QT_TRANSLATE_NOOP("stages", "Embedding {what}"),
    QT_TRANSLATE_NOOP("stages", "Embedding"),
    QT_TRANSLATE_NOOP("stages", "Checking"),
    QT_TRANSLATE_NOOP("stages", "Reading"),
    QT_TRANSLATE_NOOP("stages", "Reading the folder"),
    QT_TRANSLATE_NOOP("stages", "Looking for faces"),
    QT_TRANSLATE_NOOP("stages", "Looking at the pictures"),
    QT_TRANSLATE_NOOP("stages", "Measuring on the people kept aside"),
    QT_TRANSLATE_NOOP("stages", "Measuring on the files kept aside"),
    QT_TRANSLATE_NOOP("stages", "Cutting"),
    QT_TRANSLATE_NOOP("stages", "Measuring"),
    QT_TRANSLATE_NOOP("stages", "Measuring thresholds"),
    QT_TRANSLATE_NOOP("stages", "Comparing"),
    QT_TRANSLATE_NOOP("stages", "Searching"),
    QT_TRANSLATE_NOOP("stages", "Unlocking"),
    QT_TRANSLATE_NOOP("stages", "Waiting for another Likeness that is fetching"),
    QT_TRANSLATE_NOOP("stages", "Done"),
)

_ADVICE = (
    QT_TRANSLATE_NOOP("advice", "move into the picture"),
    QT_TRANSLATE_NOOP("advice", "come closer"),
    QT_TRANSLATE_NOOP("advice", "more light"),
    QT_TRANSLATE_NOOP("advice", "less light"),
    QT_TRANSLATE_NOOP("advice", "hold still"),
    QT_TRANSLATE_NOOP("advice", "look at the camera"),
    QT_TRANSLATE_NOOP("advice", "hold your head upright"),
)
"""What faces.quality advises, marked for the translators; a word that is missing here is shown as it is."""


def sentence(failure: Failure) -> str:
    """What is wrong and what to do, in the user's language, with its fields filled in."""
    return QCoreApplication.translate("errors", failure.sentence).format(**failure.fields)


def tell(notices: Notices, failure: Failure) -> Notice:
    """Show a failure as a notice: a warning where it was expected, an error where it is a bug."""
    return notices.failure(failure)


def advice(words: Sequence[str]) -> str:
    """Pieces of advice as one line that begins with a capital; empty where there is none."""
    line = ", ".join(QCoreApplication.translate("advice", str(word)) for word in words)
    return line[:1].upper() + line[1:]


def stage(what: str) -> str:
    """What a long job is doing now. The core says a verb and a thing; only the verb is translated."""
    for template in _STAGES:
        verb = template.removesuffix("{what}")
        if verb != template and what.startswith(verb):
            return QCoreApplication.translate("stages", template).format(
                what=what.removeprefix(verb).replace("==", " ")
            )
    return QCoreApplication.translate("stages", what)
