"""Exploring networks, on the studio lane; the enrolled are read on the live lane, which owns the vault."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.camera.errors import NoCamera
from desktop.camera.latest import Latest
from desktop.camera.source import Frame
from desktop.errors import FileMissing, LikenessError, NoFace
from desktop.explore.errors import NothingEnrolled, NothingPainted
from desktop.explore.found import NEEDED, Found, Problem, Seen, Shown
from desktop.progress import Progress
from desktop.signals.nets import PREFIX
from desktop.vectors import Picture
from desktop.work.explore_messages import (
    Cut,
    Cuts,
    Excited,
    Explored,
    Gaze,
    Imagined,
    Learning,
    Learnt,
    Look,
    Reading,
    Watched,
)
from desktop.work.jobs.own import forget, kept, teach
from desktop.work.jobs.state import State

if TYPE_CHECKING:
    from desktop.explore.explorable import Explorable
    from desktop.explore.search import Source
    from desktop.style.runs import Runs

LONGEST: Final = 384
"""Pixels of the longer side that the window looks at: photographs at their full size take a minute each."""

_WRITTEN: Final = 20.0  # seconds between two times that what was found is kept
_REMEMBERED: Final = 24_000_000  # bytes of what was shown: 50 pictures or more, a long recording or three
_PATIENCE: Final = 5.0  # seconds without a frame until the camera counts as off
_WAIT: Final = 0.03  # seconds to wait for a frame: other jobs of the lane are held up no longer than that

Handed = Latest["tuple[Source, ...] | Exception"]
"""Where the live lane lays what it read of the enrolled."""


class ExploreJobs:
    """Jobs of the Explore page. Networks are loaded when they are first asked for, and stay."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._loaded: dict[tuple[str, bool], Explorable] = {}
        self._device = ""
        self._seen: OrderedDict[tuple[str, ...], Shown] = OrderedDict()

    # On the studio lane.

    def open(self, network: str) -> Generator[Progress, None, Explored]:
        """Load a network and tell its layers. Raises UnknownNetwork, WeightsMissing or WeightsDamaged."""
        yield Progress(0, 0, "Loading")
        from desktop.explore.explorable import different

        found = self._network(network)
        unlike = {}
        for done, layer in enumerate(found.layers):
            yield Progress(done, len(found.layers), "Loading")
            unlike[layer.name] = different(found.chain, layer.name).numpy()
        return Explored(network, found.layers, unlike, found.sees)

    def folder(self, folder: Path, network: str) -> Generator[Reading | None, None, Found]:
        """Look at a folder's pictures, but for those that were looked at before; what is found is kept.

        Raises FileMissing, NothingToExplore, NothingUsable, and what loading raises; HoldsRecordings where
        there is something else to learn from.
        """
        yield Reading(0, 0, None, None, "Reading")
        from desktop.explore.inputs import digest, inputs, sources_of
        from desktop.explore.kept import Kept, stamped
        from desktop.explore.search import begin

        if not folder.is_dir():
            raise FileMissing(path=folder)
        own = None if network in NEEDED else self._network(network)
        files = stamped(folder, inputs(folder, own))
        explored = self._network(network)
        shelf = Kept(self._state.home, folder, network, digest(explored), LONGEST)
        given = sources_of(explored, [file.path for file in files], [file.name for file in files])
        begun = shelf.read(files, begin(network, "folder", str(folder), folder.name, given), explored.layers)
        known = set(begun.pictures)
        new = [source for source in given if source.name not in known]

        def keep(found: Found) -> None:
            if self._loaded.get((network, False)) is explored:  # it may have been removed meanwhile
                shelf.write(found, files)

        return (yield from self._searched(explored, new, begun, keep))

    def studio(self, network: str) -> Generator[Reading | None, None, Found]:
        """Look at what was painted in the Studio and the styles on its shelf. Raises NothingPainted."""
        yield Reading(0, 0, None, None, "Reading")
        from desktop.explore.search import Source, begin
        from desktop.style.runs import Runs
        from desktop.style.shelf import Shelf

        runs, shelf = Runs(self._state.home), Shelf(self._state.home)
        given = [
            Source(card.title or card.run, partial(_painted, runs, card.run)) for card in runs.list().cards
        ]
        given += [Source(style.name, partial(shelf.picture, style.key)) for style in shelf.styles()]
        if not given:
            raise NothingPainted
        given = _told_apart(given)
        explored = self._pictured(network)
        return (yield from self._searched(explored, given, begin(network, "studio", "", "", given)))

    def enrolled(self, network: str, handed: Handed) -> Generator[Reading | None, None, Found]:
        """Look at the crops of the enrolled that the live lane hands over; in memory only."""
        yield Reading(0, 0, None, None, "Reading")
        from desktop.explore.search import begin

        while (given := handed.take(_WAIT)) is None:
            yield None
        if isinstance(given, Exception):
            raise given
        explored = self._pictured(network)
        return (yield from self._searched(explored, given, begin(network, "enrolled", "", "", given)))

    def watch(
        self, mailbox: Latest[Frame], network: str, gaze: Gaze, rate: Callable[[], float]
    ) -> Generator[Watched | None, Gaze | None, None]:
        """Look at the newest frame again and again; takes another gaze. `rate` tells the frames a second.

        Raises NoCamera where none comes, and what loading raises.
        """
        from desktop.explore.watch import Watch

        watch = Watch(self._pictured(network, fast=True))
        last = time.monotonic()
        while True:
            frame = mailbox.take(_WAIT)
            told = None
            if frame is not None:
                last = time.monotonic()
                looking = watch.see(frame.picture, gaze.layer, 1 / max(1.0, rate()))
                told, news = yield from _heeding(looking, gaze)
                gaze = news or gaze
            elif time.monotonic() - last > _PATIENCE:
                raise NoCamera
            gaze = (yield told) or gaze

    def cut(
        self, found: Found, layer: str, wanted: Sequence[tuple[int, int]], side: int, whole: bool
    ) -> Generator[Cuts, None, Cuts]:
        """Cut patches, (unit, rank), out of their pictures; of a picture that has gone there is none."""
        from desktop.explore.cut import Wanted, cut_all

        explored = self._network(found.network)
        field = explored.layer(layer).field
        table = found.strongest(layer, whole=whole)
        asked = [
            Wanted(unit, rank, patch)
            for unit, rank in wanted
            for patch in table.patches(unit, field)[rank : rank + 1]
        ]
        cuts: list[Cut] = []
        for one, picture in cut_all(partial(self._shown, found), explored.cut, asked, side):
            cuts.append(Cut(one.unit, one.rank, picture))
            yield Cuts(layer, tuple(cuts))
        return Cuts(layer, tuple(cuts))

    def look(
        self, found: Found, layer: str, unit: int, rank: int, whole: bool
    ) -> Generator[Progress, None, Look]:
        """Look at a patch closely. Raises NeverFires, and what reading its picture raises."""
        yield Progress(0, 0, "Looking")
        from desktop.explore.errors import NeverFires
        from desktop.explore.look import look_closely

        explored = self._network(found.network)
        its = explored.layer(layer)
        patches = found.strongest(layer, whole=whole).patches(unit, its.field)
        if rank >= len(patches):
            raise NeverFires(unit=unit, layer=layer)
        shown = self._shown(found, patches[rank].picture)
        seen = look_closely(explored, shown, its, unit, patches[rank])
        scene = seen.scene
        return Look(
            layer, unit, rank, patches[rank], scene.picture, scene.box, scene.fields, scene.values, seen.cut,
            **seen.why,
        )  # fmt: skip

    def imagine(self, network: str, layer: str, unit: int) -> Generator[Imagined, None, Imagined]:
        """Develop what a unit would like to see. Raises UnknownLayer, UnknownUnit, and as loading does."""
        from desktop.explore.imagine import imagine
        from desktop.explore.imagine_own import imagine_own
        from desktop.explore.own import OwnExplorable

        explored = self._network(network, fast=network == "vgg19")
        its, last = explored.layer(layer), None
        if isinstance(explored, OwnExplorable):
            job = imagine_own(explored, its, unit)
        else:
            job = imagine(explored, its, unit)
        for told in job:
            last = Imagined(layer, unit, told.picture, told.iteration, told.iterations, told.value)
            yield last
        assert last is not None
        return last

    def search(self, network: str, picture: Picture, title: str) -> Generator[Progress | None, None, Excited]:
        """How much a picture excites every unit. Raises NoFace, PictureTooSmall, and what loading raises."""
        yield Progress(0, 0, "Looking")
        from desktop.explore.search import Pass, begin

        explored = self._pictured(network)
        shown = explored.shown(picture, title)
        looking = Pass(explored, begin(network, "pictures", "", title, ()))
        yield from looking.look(shown, title)
        tables = looking.found().anywhere
        return Excited(title, shown, {layer: table.values[:, 0] for layer, table in tables.items()})

    def export(
        self, found: Found, layer: str, units: Sequence[int], whole: bool, file: Path
    ) -> Generator[Progress, None, Path]:
        """Write patches as a labelled PNG, or as JSON by the name. Raises DiskFull or NotWritable."""
        yield Progress(0, 0, "Writing")
        from desktop.explore.sheet import write_json, write_sheet

        explored = self._network(found.network)
        its = explored.layer(layer)
        if file.suffix.lower() == ".json":
            write_json(found, its, units, file, whole=whole)
        else:
            show = partial(self._shown, found)
            yield from write_sheet(show, explored.cut, found, its, units, file, whole=whole)
        return file

    def train(self, folder: Path) -> Generator[Learning, None, Learnt]:
        """Train a network of the user's own on a folder of classes and keep it. Raises as `teach`."""
        from desktop.weights.device import set_threads

        set_threads()
        learnt = yield from teach(self._state.home, folder)
        self._loaded.pop((learnt.network, False), None)  # one of that name may have been another
        return learnt

    def kept(self) -> Generator[None, None, tuple[str, ...]]:
        """The user's own networks, by name."""
        return (yield from kept(self._state.home))

    def forget(self, network: str) -> Generator[None, None, str]:
        """Remove one of the user's own networks, and what was found with it."""
        self._loaded.pop((network, False), None)
        return (yield from forget(self._state.home, network))

    # On the live lane.

    def take_enrolled(self, handed: Handed) -> Generator[None, None, None]:
        """Lay the crops of the enrolled out for the studio lane, aligned; or why they can't be had."""
        yield
        try:
            handed.put(tuple(self._crops()))
        except Exception as error:
            handed.put(error)
            raise

    def _crops(self) -> list[Source]:
        from desktop.explore.search import Source
        from desktop.faces.align import align

        people = self._state.people
        found = []
        for person in people.list():
            for template in people.pictures(person.id):
                view = people.crop(template.id)
                face = align(view.picture, view.landmarks)
                name = f"{person.id}/{template.id}"
                found.append(Source(name, lambda face=face: face))  # type: ignore[misc]
        if not found:
            raise NothingEnrolled
        return found

    def _network(self, network: str, *, fast: bool = False) -> Explorable:
        """A network in float32, or in the device's fast format: what is found in files is exact."""
        from desktop.explore import networks
        from desktop.weights.device import choose

        if self._device != (wanted := self._state.settings.device):
            self._device, self._loaded = wanted, {}
        if (network, fast) not in self._loaded:
            device = choose(self._device)
            dtype = {"dtype": device.fast} if fast else {}
            self._loaded[network, fast] = networks.load(
                self._state.home, network, device, longest=LONGEST, **dtype
            )
        return self._loaded[network, fast]

    def _pictured(self, network: str, *, fast: bool = False) -> Explorable:
        """The same, of those that look at pictures. Raises OnlyPictures."""
        from desktop.explore.errors import OnlyPictures

        found = self._network(network, fast=fast and network in NEEDED)
        if found.sees != "picture":
            raise OnlyPictures(network=network.removeprefix(PREFIX))
        return found

    def _shown(self, found: Found, number: int) -> Shown:
        """What the network was shown of a picture; the last few files are remembered, of people none."""
        key = found.kind, found.key, found.network, found.pictures[number]
        if key in self._seen:
            self._seen.move_to_end(key)
            return self._seen[key]
        shown = self._network(found.network).shown_of(found, number)
        if found.kind not in ("enrolled", "camera"):
            self._seen[key] = shown
            while sum(each.nbytes for each in self._seen.values()) > _REMEMBERED and len(self._seen) > 1:
                self._seen.popitem(last=False)
        return shown

    def _searched(
        self,
        explored: Explorable,
        given: Sequence[Source],
        begun: Found,
        keep: Callable[[Found], None] = lambda _found: None,
    ) -> Generator[Reading | None, None, Found]:
        """Search, and `keep` what was found now and then, however it ends; a full disk is said, no more."""
        from desktop.explore.search import search

        known, kept_at = len(begun.pictures), time.monotonic()
        newest: Found | None = None
        problems: tuple[Problem, ...] = ()
        job = search(explored, given, begun)
        try:
            while True:
                try:
                    told = next(job)
                except StopIteration as end:
                    newest = end.value
                    break
                if told is None:
                    yield None
                    continue
                newest = told.found or newest
                if newest is not None and time.monotonic() - kept_at > _WRITTEN:
                    problems, kept_at = _kept(keep, newest), time.monotonic()
                total = known + told.total
                yield Reading(known + told.done, total, told.seconds_left, told.found, told.what)
        finally:
            job.close()
            if newest is not None and len(newest.pictures) > known:
                problems = _kept(keep, newest)
        return replace(newest, problems=newest.problems + problems) if problems else newest


def _kept(keep: Callable[[Found], None], found: Found) -> tuple[Problem, ...]:
    try:
        keep(found)
    except LikenessError as error:
        return (Problem("", error),)
    return ()


def _painted(runs: Runs, run: str) -> Picture:
    """The newest picture of a kept run."""
    return runs.open(run).picture


def _told_apart(given: Sequence[Source]) -> list[Source]:
    """Sources with names of their own: the second of a name gets a number."""
    taken: dict[str, int] = {}
    found = []
    for source in given:
        taken[source.name] = number = taken.get(source.name, 0) + 1
        found.append(source if number == 1 else replace(source, name=f"{source.name} {number}"))
    return found


def _heeding(
    job: Generator[None, None, Seen], gaze: Gaze
) -> Generator[None, Gaze | None, tuple[Watched | None, Gaze | None]]:
    """Look at a frame to the end, and give what another gaze was wished for meanwhile."""
    news: Gaze | None = None
    while True:
        try:
            next(job)
        except StopIteration as end:
            return Watched(gaze, end.value), news
        except NoFace:  # nobody before the camera: the page keeps what it shows
            return None, news
        news = (yield None) or news
