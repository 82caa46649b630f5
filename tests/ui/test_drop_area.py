from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.pictures import write_png
from desktop.ui.widgets.drop_area import DropArea
from tests.ui.accessible import unnamed_controls


@pytest.fixture
def area(qtbot: QtBot) -> DropArea:
    made = DropArea("Drop pictures here", folders=True)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "a picture.png"
    write_png(np.full((4, 6, 3), 90, np.uint8), path)
    return path


def drop(area: DropArea, data: QMimeData) -> bool:
    enter = QDragEnterEvent(
        QPoint(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(area, enter)
    if not enter.isAccepted():
        return False
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(20, 20), both, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(area, event)
    # A move would let the file manager delete the user's picture.
    assert event.dropAction() == Qt.DropAction.CopyAction
    return True


def urls(*names: str | Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(name) if isinstance(name, str) else QUrl.fromLocalFile(str(name)) for name in names])
    return data


def test_files_and_folders_are_taken_together(qtbot: QtBot, area: DropArea, picture: Path) -> None:
    with qtbot.waitSignal(area.chosen) as told:
        drop(area, urls(picture, picture.parent))
    assert told.args == [(picture, picture.parent)]


def test_a_picture_without_a_file_is_taken(qtbot: QtBot, area: DropArea) -> None:
    data = QMimeData()
    image = QImage(5, 3, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data.setImageData(image)
    with qtbot.waitSignal(area.pasted) as told:
        drop(area, data)
    assert told.args is not None
    assert told.args[0].shape == (3, 5, 3)
    assert (told.args[0] == (255, 0, 0)).all()


@pytest.mark.parametrize(
    "address", ["https://example.org/a.jpg", "file://server/share/a.jpg", "ftp://a/b.png"]
)
def test_what_is_not_on_this_computer_is_refused_in_words(qtbot: QtBot, area: DropArea, address: str) -> None:
    with qtbot.assertNotEmitted(area.chosen), qtbot.waitSignal(area.refused) as told:
        drop(area, urls(address))
    assert told.args is not None
    assert "save it first" in told.args[0]


def test_a_browsers_picture_is_taken_and_its_address_is_not_fetched(qtbot: QtBot, area: DropArea) -> None:
    data = urls("https://example.org/a.jpg")
    image = QImage(2, 2, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    data.setImageData(image)
    with qtbot.assertNotEmitted(area.refused), qtbot.waitSignal(area.pasted):
        drop(area, data)


def test_text_is_not_even_welcomed(area: DropArea) -> None:
    data = QMimeData()
    data.setText("hello")
    assert not drop(area, data)


def test_a_file_that_has_gone_is_refused(qtbot: QtBot, area: DropArea, tmp_path: Path) -> None:
    with qtbot.waitSignal(area.refused) as told:
        drop(area, urls(tmp_path / "gone.png"))
    assert told.args == ["“gone.png” is not there any more."]


def test_one_place_takes_one_picture(qtbot: QtBot, picture: Path) -> None:
    area = DropArea("Drop one picture", several=False)
    qtbot.addWidget(area)
    with qtbot.waitSignal(area.refused), qtbot.assertNotEmitted(area.chosen):
        drop(area, urls(picture, picture))
    with qtbot.waitSignal(area.refused) as told:
        drop(area, urls(picture.parent))
    assert told.args is not None
    assert "folder" in told.args[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_chooses_files(
    qtbot: QtBot, area: DropArea, picture: Path, key: Qt.Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(picture)], ""))
    with qtbot.waitSignal(area.chosen) as told:
        qtbot.keyClick(area, key)
    assert told.args == [(picture,)]


def test_a_cancelled_dialog_does_nothing(
    qtbot: QtBot, area: DropArea, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    with qtbot.assertNotEmitted(area.chosen), qtbot.assertNotEmitted(area.refused):
        qtbot.mouseClick(area, Qt.MouseButton.LeftButton)
        area.choose_folder()


def test_paste_takes_a_file_from_the_clipboard(qtbot: QtBot, area: DropArea, picture: Path) -> None:
    QGuiApplication.clipboard().setMimeData(urls(picture))
    with qtbot.waitSignal(area.chosen) as told:
        qtbot.keyClick(area, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [(picture,)]


def test_paste_of_text_says_what_to_do(qtbot: QtBot, area: DropArea) -> None:
    QGuiApplication.clipboard().setText("hello")
    with qtbot.waitSignal(area.refused) as told:
        area.paste()
    assert told.args is not None
    assert "copy a picture" in told.args[0]


def test_it_says_what_it_is(area: DropArea) -> None:
    assert area.accessibleName() == "Drop pictures here"
    assert unnamed_controls(area) == []
