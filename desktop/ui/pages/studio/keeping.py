"""What lies in the Studio: the photo, the styles, the settings, and the picture that develops."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop.session import Kept
from desktop.style.recipe import Recipe, Style
from desktop.ui import keeping
from desktop.ui.hearing import Hearing
from desktop.ui.pages.studio.desk import Chosen
from desktop.ui.pages.studio.intake import stem
from desktop.vectors import Picture
from desktop.work.lanes import Task
from desktop.work.messages import Failure
from desktop.work.studio_messages import ReadPicture, ReadReport, Restored

if TYPE_CHECKING:
    from desktop.ui.pages.studio.page import StudioPage

_MOST = 16
"""Styles that are laid down again; nobody mixes more, and a file may say anything."""


@dataclass(frozen=True, slots=True, eq=False)
class _Given:
    content: Picture | None
    title: str
    file: Path | None
    chosen: tuple[Chosen, ...]
    recipe: Recipe
    develop: dict[str, object]
    mode: str
    recent: bool
    split: bool
    first: bool
    told: set[str]
    offered: str | None
    folds: tuple[bool, ...]
    waiting: tuple[Path, ...]
    each: str
    live: tuple[tuple[Style, ...] | int | None, frozenset[str], float]


class StudioKeeping(QObject):
    """A run is kept with everything it was made of; only what no run has seen yet is read from files."""

    def __init__(self, page: StudioPage) -> None:
        super().__init__(page)
        self._page = page

    def session(self) -> dict[str, Any]:
        """The kept run, or the files; a photo without a file, from the camera say, is not written."""
        desk, develop = self._page.desk, self._page.develop
        kept: dict[str, Any] = {}
        if develop.run:
            kept.update(run=develop.run, going=develop.active)
        if desk.file is not None:
            kept["photo"] = str(desk.file)
        styles = [_style_kept(each) for each in desk.chosen if each.key or each.path is not None]
        if styles:
            kept["styles"] = styles
        if kept or desk.recipe != Recipe():
            kept["recipe"] = asdict(desk.recipe)
        return kept

    def restore(self, kept: Kept) -> list[Path]:
        """Open the run; where there is none, or it is gone, read the files."""
        page, run = self._page, keeping.word(kept, "run")
        if not page.desk.empty:
            return []
        page._offered = ""  # the run is here: a second offer would be one too many
        if not run:
            return self._read(kept)
        going = keeping.flag(kept, "going")
        heard = Hearing(page.core.studio.restore(run), self)
        heard.done.connect(lambda found: self._open(found, going))
        heard.failed.connect(lambda failure: self._not_opened(failure, kept))
        return []

    def hand_over(self) -> object:
        """The desk, and all that is known of the picture."""
        page, desk = self._page, self._page.desk
        page.styling.leave_brush()
        return _Given(
            desk.content,
            desk.title,
            desk.file,
            desk.chosen,
            desk.recipe,
            page.develop.hand_over(),
            page.mode,
            page.bar.recent_button.isChecked(),
            page.transport.split_button.isChecked(),
            page._first,
            page._told,
            page._offered,
            tuple(fold.is_open() for fold in self._folds()),
            page.queue._waiting,
            page.queue.each.value(),
            (page.live._styles, page.live.keys, page.live.strength.value()),
        )

    def take_over(self, given: _Given) -> None:
        """Lay everything down as it was; the run goes on meanwhile."""
        page, desk = self._page, self._page.desk
        page._first, page._offered = given.first, given.offered
        page._told.update(given.told)
        desk.content, desk.title, desk.file = given.content, given.title, given.file
        desk.chosen, desk.recipe = given.chosen, given.recipe
        desk.changed.emit("all")
        page.develop.take_over(given.develop)
        for fold, on in zip(self._folds(), given.folds, strict=True):
            fold.set_open(on)
        page.canvas.set_split(given.split)
        page.queue._waiting = given.waiting
        page.queue.each.set_value(given.each)
        page.queue._desk_changed()
        styles, keys, strength = given.live
        page.live.strength.set_value(strength)
        if styles is not None:
            page.live.set_styles(styles, keys)
        if given.mode != "picture":
            page.set_mode(given.mode)
        if given.recent:
            page.show_recent()
        page._refresh()

    def carried(self) -> tuple[Task, ...]:
        """Nothing: a run is the session's, which this page only watches."""
        return ()

    def _folds(self) -> Sequence[Any]:
        panel = self._page.panel
        return (panel.styles_fold, panel.look_fold, panel.size_fold, panel.more_fold, panel.curve_fold)

    def _open(self, found: Restored, going: bool) -> None:
        self._page.lay_run(found, go_on=going and not found.finished)

    def _not_opened(self, failure: Failure, kept: Kept) -> None:
        self._page.notices.failure(failure)
        keeping.tell_gone(self._page.notices, self._read(kept))

    def _read(self, kept: Kept) -> list[Path]:
        page, gone = self._page, []
        recipe = Recipe.from_mapping(keeping.inner(kept, "recipe"))
        page.desk.set_recipe(recipe)
        laying = _Laying(page)
        photo = keeping.path(kept, "photo")
        if photo is not None and keeping.there(photo):
            laying.photo(photo)
        elif photo is not None:
            gone.append(photo)
        for each in keeping.objects(kept, "styles")[:_MOST]:
            weight = keeping.number(each, "weight", 0.0, 1.0, 1.0)
            key, path = keeping.word(each, "key"), keeping.path(each, "path")
            if key:
                laying.shelved(key, weight)
            elif path is not None and keeping.there(path):
                laying.style(path, weight)
            elif path is not None:
                gone.append(path)
        laying.go()
        return gone


class _Laying(QObject):
    """Reads the photo and the styles, and lays them down together once all were read, in their order."""

    def __init__(self, page: StudioPage) -> None:
        super().__init__(page)
        self._page = page
        self._photo: ReadPicture | None = None
        self._styles: dict[int, Chosen] = {}
        self._asked = 0
        self._left = 1  # until `go`: the first may be there before the last was asked for

    def photo(self, path: Path) -> None:
        self._ask(self._page.core.studio.read((path,)), self._take_photo)

    def style(self, path: Path, weight: float) -> None:
        place = self._asked

        def take(report: ReadReport) -> None:
            for picture in report.pictures:
                made = Style(picture.picture, weight, name=stem(picture.name))
                self._styles[place] = Chosen(made, "", picture.path)

        self._ask(self._page.core.studio.read((path,)), take)

    def shelved(self, key: str, weight: float) -> None:
        place = self._asked

        def take(picture: ReadPicture) -> None:
            self._styles[place] = Chosen(Style(picture.picture, weight, name=picture.name), key)

        self._ask(self._page.core.shelf.picture(key), take)

    def go(self) -> None:
        """Nothing more is asked for."""
        self._read_one()

    def _ask(self, task: Task, take: Any) -> None:  # noqa: ANN401 - takes what its task gives
        self._asked += 1
        self._left += 1
        heard = Hearing(task, self)
        heard.done.connect(take)
        heard.failed.connect(self._page.notices.failure)
        heard.ended.connect(self._read_one)

    def _take_photo(self, report: ReadReport) -> None:
        for _name, failure in report.skipped:
            self._page.notices.failure(failure)
        self._photo = next(iter(report.pictures), None)

    def _read_one(self) -> None:
        self._left -= 1
        if self._left:
            return
        desk, develop = self._page.desk, self._page.develop
        if desk.empty:
            if self._photo is not None:
                desk.set_content(self._photo.picture, stem(self._photo.name), self._photo.path)
            develop.calm()
            desk.chosen = tuple(self._styles[place] for place in sorted(self._styles))
            if desk.chosen:
                desk.changed.emit("styles")
        self.deleteLater()


def _style_kept(chosen: Chosen) -> dict[str, Any]:
    name = {"key": chosen.key} if chosen.key else {"path": str(chosen.path)}
    return {**name, "weight": chosen.style.weight}
