"""The steps of the tour: what a newcomer would do, page by page, by mouse, keyboard and drag and drop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.app import App
from desktop.tour.calibrate import CalibrateSteps
from desktop.tour.driver import Driver
from desktop.tour.explore import ExploreSteps
from desktop.tour.film import FilmSteps
from desktop.tour.learn import LearnSteps
from desktop.tour.settings import SettingsSteps
from desktop.tour.sound import SoundSteps
from desktop.tour.studio import StudioSteps
from desktop.work.messages import LiveFace, LiveResult

NAME = "Eileen Collins"
"""Who the astronaut of the sample picture is."""

_PATIENCE = 60.0  # seconds for a step on a slow machine; a step that needs them all has failed


@dataclass(frozen=True, slots=True)
class Props:
    """What the tour plays with: a portrait, another view of the same face, and who is enrolled beforehand."""

    portrait: Path
    other_view: Path
    enrolled: Sequence[tuple[str, Path]]
    photo: Path
    """What is painted in the Studio."""
    people: Path
    """A folder of people to measure."""
    pictures: Path
    """A folder of pictures of all kinds to explore."""


class Steps:
    """Every step, in the order of the rail."""

    def __init__(self, app: App, driver: Driver, props: Props) -> None:
        self._app = app
        self._driver = driver
        self._props = props
        self._newest: LiveResult | None = None
        app.core.live.recognised.connect(self._recognised)

    def all(self) -> Sequence[Callable[[], None]]:
        """The steps, to be called one after another."""
        return (
            self.people_empty,
            self.live_unknown,
            self.live_naming,
            self.live_known,
            self.people,
            self.person,
            self.compare_empty,
            self.compare_two,
            self.compare_claim,
            *CalibrateSteps(self._app, self._driver, self._props.people).all(),
            *LearnSteps(self._app, self._driver, self._props.people).all(),
            *StudioSteps(self._app, self._driver, self._props.photo).all(),
            *ExploreSteps(self._app, self._driver, self._props.pictures).all(),
            *SoundSteps(self._app, self._driver, self._props.people.parent / "sounds").all(),
            *FilmSteps(self._app, self._driver, self._props.photo).all(),
            self.models,
            *SettingsSteps(self._app, self._driver).all(),
        )

    def people_empty(self) -> None:
        """Nobody is enrolled yet."""
        ready = self._driver.wait(self._ready, _PATIENCE)
        self._show(self._app.people)
        ok = ready and not self._app.core.people.people
        self._driver.shoot("people", ok, "Nobody is enrolled: the page says what to drop")

    def live_unknown(self) -> None:
        """The camera shows somebody who is not recognised."""
        self._enrol_beforehand()
        self._show(self._app.live)
        ok = self._driver.wait(lambda: self._face("unknown") is not None, _PATIENCE)
        self._driver.shoot("live", ok, "A face that is not recognised invites a name")

    def live_naming(self) -> None:
        """A click on the face, and a name is typed."""
        live, face = self._app.live, self._face("unknown")
        card = live.naming.popover
        if face is not None:
            self._driver.click(live.view, live.view.face_place(face.track).center())
            self._driver.wait(card.isVisible, 5)
            self._driver.type(card.name, NAME)
        self._driver.shoot(
            "live", card.isVisible() and card.name.text() == NAME, "Click the face, type a name"
        )

    def live_known(self) -> None:
        """Enter, and from the next frame on the face has its name."""
        card = self._app.live.naming.popover
        if card.isVisible():
            self._driver.press(card.name, Qt.Key.Key_Return)
        ok = self._driver.wait(lambda: self._face("known") is not None and not card.isVisible(), _PATIENCE)
        self._driver.shoot("live", ok, "Enrolled from one picture, recognised from the next frame on")

    def people(self) -> None:
        """Everybody who is enrolled."""
        self._app.window.notices.clear()
        self._show(self._app.people)
        ok = self._driver.wait(lambda: bool(self._app.core.people.people), 10)
        self._driver.shoot("people", ok, "Everybody who is enrolled")

    def person(self) -> None:
        """One of them opened."""
        page, people = self._app.people, self._app.core.people.people
        if people:
            page.grid.choose(people[0].person)
            self._driver.press(page.grid, Qt.Key.Key_Return)
        ok = self._driver.wait(lambda: page.panel.isVisible() and bool(page.panel.crops.crops()), 10)
        self._driver.shoot("people", ok, "One person: pictures, consent, merge, hand over, erase")

    def compare_empty(self) -> None:
        """The empty Compare page."""
        self._show(self._app.compare)
        self._driver.shoot("compare", True, "Two places for two pictures")

    def compare_two(self) -> None:
        """Two pictures of one person."""
        page = self._app.compare
        self._driver.drop(page.left.drop, [self._props.portrait])
        self._driver.drop(page.right.drop, [self._props.other_view])
        ok = self._driver.wait(lambda: page.result.same() is True, _PATIENCE)
        self._driver.shoot("compare", ok, "Distance, threshold and verdict for two pictures")

    def compare_claim(self) -> None:
        """A picture and a claimed name."""
        page, people = self._app.compare, self._app.core.people.people
        self._driver.click(page.claim_button)
        card = next((card for card in people if card.name == NAME), people[0] if people else None)
        page.claim.set_card(card)
        ok = self._driver.wait(lambda: page.result.same() is not None, _PATIENCE)
        self._driver.shoot("compare", ok and page.is_claim(), "A claimed name is verified")

    def models(self) -> None:
        """What is installed."""
        self._show(self._app.models)
        ok = self._driver.wait(lambda: bool(self._app.core.models.rows), 10)
        self._driver.shoot("models", ok, "What is installed, its licence and size")

    def _ready(self) -> bool:
        core = self._app.core
        return core.models.state.state in ("ready", "failed") and core.people.vault.state == "open"

    def _enrol_beforehand(self) -> None:
        for name, picture in self._props.enrolled:
            task = self._app.core.people.enrol_pictures([picture], name, "")
            ended: list[bool] = []
            task.ended.connect(lambda ended=ended: ended.append(True))
            self._driver.wait(lambda ended=ended: bool(ended), _PATIENCE)  # type: ignore[misc]

    def _show(self, page: QWidget) -> None:
        self._app.window.show_page(page)

    def _recognised(self, result: LiveResult) -> None:
        self._newest = result

    def _face(self, kind: str) -> LiveFace | None:
        """The largest face of that kind on the newest frame; a source that has ended is played again."""
        if self._app.core.live.source.state == "ended":
            self._app.live.play_again()
        faces = () if self._newest is None else self._newest.faces
        found = [face for face in faces if face.kind == kind]
        return max(found, key=lambda face: face.box[2] * face.box[3], default=None)
