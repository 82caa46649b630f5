"""The window is made again on the same core: what runs goes on, and nothing is left of the old pages."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.paths import Home
from desktop.ui.notices import Kind
from desktop.work.lanes import RUN
from desktop.work.messages import Failure
from tests.weights_fixture import Sample
from tests.whole_program import before_the_astronaut

SECRET = "".join(("Ann", "abel"))  # a line of the source may stand in a report, and shall not hold it
SLOW = 60_000  # milliseconds that loading torch may take on a busy machine


@pytest.fixture
def app(tmp_path: Path, weights: Home, sample: Sample, qtbot: QtBot) -> Iterator[App]:
    """The window before a moving view of the astronaut, ready to recognise."""
    made = before_the_astronaut(tmp_path, weights, sample)
    qtbot.addWidget(made.window)
    made.start()
    qtbot.waitUntil(lambda: made.core.models.state.state == "ready", timeout=SLOW)
    qtbot.waitUntil(lambda: made.core.people.vault.state == "open", timeout=SLOW)
    qtbot.waitUntil(lambda: not made.shell.waits_for(), timeout=SLOW)
    yield made
    made.window.close()
    made.stop()


def again(app: App, qtbot: QtBot) -> list[QWidget]:
    """Switch the language; gives the old pages."""
    old, shell = list(app.window.pages()), app.shell
    app.choices.change(language="zh_CN" if app.choices.now.language != "zh_CN" else "en")
    qtbot.waitUntil(lambda: app.shell is not shell, timeout=SLOW)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return old


def test_everything_is_made_anew_and_the_camera_plays_on(
    app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: app.live.view.faces() != (), timeout=SLOW)
    spoken: list[str] = []
    monkeypatch.setattr(App, "_speak", lambda self: spoken.append(self.choices.now.language))
    offered, threads = app.core.live.offered, set(threading.enumerate())
    before = app.core.live.source
    old = again(app, qtbot)
    assert spoken == ["zh_CN"]  # the language is in force before a page is made, and once
    assert not any(shiboken6.isValid(page) for page in old)
    assert not set(app.window.pages()) & set(old)
    assert app.core.live.source == before
    assert app.core.live.offered is offered
    qtbot.waitUntil(lambda: app.live.view.frame() is not None, timeout=SLOW)
    qtbot.waitUntil(lambda: app.live.view.faces() != (), timeout=SLOW)
    assert app.window.status.texts()[0] == "Sample camera"
    assert app.window.status.texts()[3] != ""
    assert set(threading.enumerate()) == threads


def test_a_long_job_is_followed_and_a_short_one_waited_for(app: App, qtbot: QtBot) -> None:
    gate = threading.Event()

    def patient() -> Iterator[None]:
        while True:
            yield
            gate.wait(0.01)

    long = app.core.studio_lane.submit(patient, "run", patient=RUN)  # type: ignore[arg-type]
    again(app, qtbot)
    assert not long.stopped
    short = app.core.lanes[0].submit(patient, "people")  # type: ignore[arg-type]
    shell = app.shell
    app.choices.change(language="en")
    later = QCoreApplication.translate("App", "The language changes as soon as what is running is done.")
    assert "正在进行" in later  # the window speaks Chinese by now
    qtbot.waitUntil(lambda: later in [one.sentence for one in app.window.notices.shown()], timeout=SLOW)
    assert app.shell is shell
    short.cancel()
    qtbot.waitUntil(lambda: app.shell is not shell, timeout=SLOW)
    long.cancel()


def test_an_open_dialog_is_waited_for(app: App, qtbot: QtBot) -> None:
    shell = app.shell
    app.window.show_keys()
    app.choices.change(language="en")
    qtbot.waitUntil(lambda: app._waited > 2, timeout=SLOW)
    assert app.shell is shell
    app.window.findChildren(QDialog)[0].reject()
    qtbot.waitUntil(lambda: app.shell is not shell, timeout=SLOW)


def test_what_was_not_read_yet_stays(app: App, qtbot: QtBot) -> None:
    app.window.notices.error("It failed.", "details")
    app.window.notices.info("Said and done.")
    again(app, qtbot)
    left = [(one.kind, one.sentence, one.details) for one in app.window.notices.shown()]
    assert left == [(Kind.ERROR, "It failed.", "details")]


def test_a_job_that_fails_unheard_is_told(app: App, qtbot: QtBot) -> None:
    def fails() -> Iterator[None]:
        raise RuntimeError(SECRET)
        yield

    told: list[Failure] = []
    app.core.lanes[1].unheard.connect(told.append)
    app.core.studio_lane.submit(fails, "models")  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: bool(app.window.notices.shown()), timeout=SLOW)
    notice = app.window.notices.shown()[-1]
    assert notice.kind is Kind.ERROR
    assert "RuntimeError" in notice.details
    assert SECRET not in notice.details
    assert "test_again.py" in notice.details
    assert len(told) == 1
    heard: list[object] = []
    task = app.core.studio_lane.submit(fails, "models")  # type: ignore[arg-type]
    task.failed.connect(heard.append)
    qtbot.waitUntil(lambda: bool(heard), timeout=SLOW)
    assert len(told) == 1


def test_closing_while_it_is_waited_for_ends_all(app: App, qtbot: QtBot) -> None:
    app.window.show_keys()
    app.choices.change(language="en")
    qtbot.waitUntil(lambda: app._waited > 1, timeout=SLOW)
    app.window.findChildren(QDialog)[0].reject()
    app.window.close()
    assert not app._again.isActive()
