"""What is dragged or pasted in, in one place: what may come in, what it holds, and why it is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, Qt, QUrl, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.ui.images import to_picture
from desktop.vectors import Picture


class Taker(Protocol):
    """A widget that says what was dropped on it or pasted into it."""

    dropped: SignalInstance
    """tuple[Path, ...]"""
    pasted: SignalInstance
    """Picture"""
    refused: SignalInstance
    """str"""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Files of this computer, or a picture without a file, or one translated sentence that says why not."""

    paths: tuple[Path, ...] = ()
    picture: Picture | None = None
    refusal: str = ""

    def hand_over(self, taker: Taker) -> None:
        """Tell it by the taker's signal for such; nothing where there is nothing."""
        if self.refusal:
            taker.refused.emit(self.refusal)
        elif self.picture is not None:
            taker.pasted.emit(self.picture)
        elif self.paths:
            taker.dropped.emit(self.paths)


def could_be_picture(data: QMimeData) -> bool:
    """Whether to welcome it; remote addresses count, so that they are refused in words."""
    return data.hasUrls() or data.hasImage()


def local_paths(data: QMimeData) -> tuple[Path, ...]:
    """The files and folders of this computer that it names, there or not."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if _is_local(url))


def local_path(data: QMimeData) -> Path | None:
    """The one file or folder of this computer that it names; None for several and for anything else."""
    paths = local_paths(data)
    return paths[0] if len(paths) == len(data.urls()) == 1 else None


def found(data: QMimeData, *, folders: bool = True) -> Found:
    """What can be used of it. An address is never fetched."""
    if local := local_paths(data):
        return existing(local, folders=folders)
    if data.hasImage() and not (image := QImage(data.imageData())).isNull():
        # A browser gives the picture beside its address: the picture is taken, the address never fetched.
        return Found(picture=to_picture(image))
    if data.hasUrls():
        return Found(
            refusal=_tr(
                "That is a web address; Likeness reads only files on this computer, so save it first."
            )
        )
    return Found(refusal=_tr("That is no picture; drop a picture file instead."))


def existing(paths: Sequence[Path], *, folders: bool = True) -> Found:
    """The paths that are there; a refusal where none is."""
    there = tuple(path for path in paths if path.is_file() or (folders and path.is_dir()))
    if there or not paths:
        return Found(there)
    if any(path.is_dir() for path in paths):
        return Found(refusal=_tr("A folder can't be used here; drop a picture file instead."))
    return Found(refusal=_tr("“{name}” is not there any more.").format(name=paths[0].name))


def clipboard(*, folders: bool = True) -> Found:
    """What the clipboard holds."""
    board = QGuiApplication.clipboard()
    data = board.mimeData() if board else None
    if data is None or not could_be_picture(data):
        return Found(refusal=_tr("The clipboard holds no picture; copy a picture or a picture file first."))
    return found(data, folders=folders)


def paste_keys() -> str:
    """The keys that paste, as they are called here."""
    return QKeySequence(QKeySequence.StandardKey.Paste).toString(QKeySequence.SequenceFormat.NativeText)


class DropPlace(QObject):
    """Makes a widget a place to drop on; lives as its child.

    `welcomed` says that something which `takes` likes came over the widget, or left; `dropped` brings it.
    """

    welcomed = Signal(bool)
    dropped = Signal(QMimeData)

    def __init__(self, place: QWidget, takes: Callable[[QMimeData], bool] = could_be_picture) -> None:
        super().__init__(place)
        self._takes = takes
        place.setAcceptDrops(True)
        place.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Answer what is dragged; everything else goes its way."""
        if isinstance(event, QDragEnterEvent):
            if not self._takes(event.mimeData()):
                return False
            event.acceptProposedAction()
            self.welcomed.emit(True)
        elif event.type() == QEvent.Type.DragLeave:
            self.welcomed.emit(False)
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.welcomed.emit(False)
            # A move would let the file manager delete the user's picture.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(event.mimeData())
        else:
            return False
        return True


def _is_local(url: QUrl) -> bool:
    # file://server/share has a host: reading it would go over the network.
    return url.isLocalFile() and url.host() in ("", "localhost")


def _tr(text: str) -> str:
    return QCoreApplication.translate("dropped", text)
