"""Everything the window stands on, built once: two lanes, their jobs, and a session for each page."""

from __future__ import annotations

from collections.abc import Callable

from desktop.camera.open import open_source
from desktop.camera.source import FrameSource
from desktop.paths import Home
from desktop.settings import Settings
from desktop.style.networks import Networks
from desktop.work.calibration import CalibrationSession
from desktop.work.choices import ChoicesSession
from desktop.work.compare import CompareSession
from desktop.work.devices import DevicesSession
from desktop.work.doctor import DoctorSession
from desktop.work.explore import ExploreSession
from desktop.work.film import FilmSession
from desktop.work.jobs.calibration import CalibrationJobs
from desktop.work.jobs.compare import CompareJobs
from desktop.work.jobs.devices import DeviceJobs
from desktop.work.jobs.explore import ExploreJobs
from desktop.work.jobs.film import FilmJobs
from desktop.work.jobs.learn import LearnJobs
from desktop.work.jobs.live import LiveJobs
from desktop.work.jobs.live_style import LiveStyleJobs
from desktop.work.jobs.models import ModelJobs
from desktop.work.jobs.people import PeopleJobs
from desktop.work.jobs.queue import QueueJobs
from desktop.work.jobs.shelf import ShelfJobs
from desktop.work.jobs.sound import SoundJobs
from desktop.work.jobs.state import State
from desktop.work.jobs.studio import StudioJobs
from desktop.work.lanes import Lane, Task
from desktop.work.learn import LearnSession
from desktop.work.learn_messages import InUse
from desktop.work.live import LiveSession
from desktop.work.live_style import LiveStyleSession
from desktop.work.messages import ModelsState, VaultState
from desktop.work.models import ModelsSession
from desktop.work.people import PeopleSession
from desktop.work.queue import QueueSession
from desktop.work.sample import with_sample
from desktop.work.shelf import ShelfSession
from desktop.work.sound import SoundSession
from desktop.work.studio import StudioSession


class Core:
    """The sessions the pages talk to, and the threads behind them."""

    def __init__(
        self, home: Home, settings: Settings, opener: Callable[[str], FrameSource] = open_source
    ) -> None:
        self.home = home
        state = State(home, settings)
        live_jobs = LiveJobs(state)
        self._live_lane = Lane("live", together=True, at_end=state.close)
        self._studio_lane = Lane("studio", together=False)
        self.models = ModelsSession(ModelJobs(state), self._live_lane, self._studio_lane)
        self.people = PeopleSession(PeopleJobs(state, live_jobs), self._live_lane)
        opened = with_sample(home, opener)
        self.live = LiveSession(live_jobs, self._live_lane, self._studio_lane, opened)
        self.compare = CompareSession(CompareJobs(state), self._live_lane)
        self.calibration = CalibrationSession(CalibrationJobs(state), self._live_lane, self._studio_lane)
        self.learn = LearnSession(LearnJobs(state), self._live_lane, self._studio_lane)
        self.learn.in_use_changed.connect(self._head_changed)
        self.people.vault_changed.connect(self._vault_changed)
        self.models.state_changed.connect(self._models_changed)
        self.calibration.in_force_changed.connect(self.models.thresholds_changed)
        self.live.people_changed.connect(self.people.reread)
        networks = Networks(home, settings.device)  # the studio lane's; nothing is loaded before it is used
        studio, shelf, queue = StudioJobs(networks), ShelfJobs(networks), QueueJobs(networks)
        film, live_style = FilmJobs(networks), LiveStyleJobs(networks)
        self._painters = (studio, shelf, queue, film, live_style)
        self._sounds = sound = SoundJobs(home, settings.device)
        self.studio = StudioSession(studio, self._studio_lane)
        self.shelf = ShelfSession(shelf, self._studio_lane)
        self.queue = QueueSession(queue, self._studio_lane)
        self.film = FilmSession(film, self._studio_lane)
        self.live_style = LiveStyleSession(live_style, self._studio_lane, self.live.camera)
        self.explore = ExploreSession(
            ExploreJobs(state), self._live_lane, self._studio_lane, self.live.camera
        )
        self.sound = SoundSession(sound, self._studio_lane)
        self.devices = DevicesSession(DeviceJobs(state), self._studio_lane)
        self.doctor = DoctorSession(home, lambda: state.settings, self._showing, self._studio_lane)
        self.choices = ChoicesSession(state, self._live_lane, self.models, self.people, self._move)
        self.models.listed.connect(self._weights_changed)
        self.live_style.playing_changed.connect(self._give_way)
        self.studio.state_changed.connect(self._give_way)

    @property
    def lanes(self) -> tuple[Lane, Lane]:
        """The live lane and the studio lane."""
        return self._live_lane, self._studio_lane

    @property
    def studio_lane(self) -> Lane:
        """The lane of long jobs."""
        return self._studio_lane

    def requests(self) -> tuple[Task, ...]:
        """What takes a moment and has not answered yet; a fetch of models is followed by every page anew."""
        waiting = (task for lane in self.lanes for task in lane.undelivered())
        return tuple(task for task in waiting if not task.patient and task is not self.models.task)

    def _weights_changed(self, _rows: object) -> None:
        self.studio.look_again()
        self.shelf.look_again()

    def _models_changed(self, state: ModelsState) -> None:
        if state.state == "ready":
            self.calibration.look()
            known = self.learn.in_use
            if known is None or known.models != state:
                self.learn.look()

    def _vault_changed(self, state: VaultState) -> None:
        if state.state == "open":
            self.learn.settle()  # what was learnt while it was locked
        if state.state in ("open", "locked") and self.models.state.state == "ready":
            self.learn.look()  # a head may have waited in there, or have gone back there

    def _head_changed(self, state: InUse) -> None:
        if state.models != self.models.state:
            self.models.take(state.models)

    def _give_way(self, _news: object) -> None:
        """Say who stands still: live style goes before a run, and both before the queue."""
        playing = self.live_style.playing
        self.studio.block(playing)
        self.film.block(playing)
        self.queue.block(playing or self.studio.state.phase == "running")

    def _move(self, device: str) -> None:
        """What begins from now on runs on another device; what runs goes on where it began."""
        networks = Networks(self.home, device)
        for jobs in self._painters:
            jobs.networks = networks
        self._sounds.device = device

    def _showing(self) -> str:
        """The camera that Live shows now; empty where it shows none."""
        source = self.live.source
        return source.name if source.live and source.state == "playing" else ""

    def start(self, source: str | None) -> None:
        """Start the lanes, then everything that takes time: loading, unlocking, opening the source.

        None opens nothing: the user has not allowed a camera yet.
        """
        self._live_lane.start()
        self._studio_lane.start()
        self.models.refresh()
        self.models.load()
        self.people.unlock()
        if source is not None:
            self.live.play(source)

    def stop(self) -> None:
        """Shut down in stages: the camera first, so that no frame comes any more; then the lanes, which
        cancel their jobs; the live lane closes the vault last, in the thread that opened it.
        """
        self.live.stop()
        self.sound.stop()
        self._studio_lane.stop()
        self._live_lane.stop()
