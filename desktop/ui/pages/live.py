"""Live: the picture with names over the faces; a click on a face that is not recognised enrols it.

Frames never pass through this page: the view pulls them from the session's mailbox. What recognition saw
arrives as `recognised` and is laid over the picture; it may be several frames old, and the view carries on.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui import failures, icons, theme
from desktop.ui.choices import Choices
from desktop.ui.pages.live_begin import Beginning
from desktop.ui.pages.live_keeping import LiveKeeping
from desktop.ui.pages.live_naming import Naming, crop, next_unknown
from desktop.ui.pages.live_recent import RecentPanel
from desktop.ui.pages.live_source import SourceButton
from desktop.ui.pages.live_stage import Stage
from desktop.ui.pages.live_status import LiveStatus
from desktop.ui.pages.live_strips import ModelsStrip, Strip, VaultStrip
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.dropped import DropPlace, local_path
from desktop.ui.widgets.face_overlay import FaceOverlay, Kind
from desktop.ui.widgets.labels import label
from desktop.vectors import Picture
from desktop.work.messages import (
    LiveFace,
    LiveResult,
    ModelsState,
    PersonCard,
    Sighting,
    SourceState,
    VaultState,
)
from desktop.work.sample import is_camera

if TYPE_CHECKING:
    from desktop.ui.actions import Actions
    from desktop.ui.notices import Notices
    from desktop.ui.status import StatusLine
    from desktop.work.core import Core

_SAME_PLACE = 0.3  # seconds in which a face is still about where it was recognised
_STALE = 1.0  # seconds after which a box says more about the past than about the picture


class LivePage(QWidget):
    """The first page. `show_models`: the user wants to see the Models page."""

    show_models = Signal()

    def __init__(
        self,
        core: Core,
        choices: Choices,
        notices: Notices,
        status: StatusLine,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._choices = choices
        self._notices = notices
        self._wanted = choices.now.source
        self._faces: tuple[LiveFace, ...] = ()
        self._faces_at = 0.0
        self._seen = False
        self._enrolled = {card.person for card in core.people.people}
        self.frozen = False
        self.setAccessibleName(self.tr("Live"))
        self.source_button = SourceButton()
        self.pause_button = icon_button("pause", self.tr("Freeze the picture (P)"))
        self.mirror_button = icon_button("mirror", self.tr("Mirror the picture (M)"))
        self.recent_button = icon_button("clock", self.tr("Who was seen lately (R)"))
        self.hint = label("", "caption")
        self.stage = Stage()
        place = DropPlace(self, lambda data: _playable(data) is not None)
        place.welcomed.connect(self.stage.welcome.setVisible)
        place.dropped.connect(self._take)
        self.view = self.stage.view
        self.ended_strip = Strip("film")
        self.again_button = self.ended_strip.add_button(self.tr("Play again"), "primary")
        self.models_strip = ModelsStrip()
        self.vault_strip = VaultStrip()
        self.recent = RecentPanel()
        self._lay_out()
        self.naming = Naming(core, notices, self)
        self.begin = Beginning(core, choices, self.stage, self.play, self)
        self._status = LiveStatus(status, self.view.painted_rate, self)
        self._connect(actions)
        self.keeping = LiveKeeping(self)
        self._mirror()
        self._take_state()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        edge = theme.SPACING.gap
        line.setContentsMargins(edge, edge, edge, theme.SPACING.unit)
        line.setSpacing(edge)
        left = QVBoxLayout()
        left.setSpacing(theme.SPACING.unit + theme.SPACING.half)
        line.addLayout(left, 1)
        line.addWidget(self.recent)
        bar = QHBoxLayout()
        bar.setSpacing(theme.SPACING.unit)
        bar.addWidget(self.source_button)
        bar.addSpacing(theme.SPACING.unit)
        bar.addWidget(self.hint)
        bar.addStretch()
        for each in (self.pause_button, self.mirror_button, self.recent_button):
            bar.addWidget(each)
        for each, name in ((self.mirror_button, "mirror"), (self.recent_button, "clock")):
            each.setCheckable(True)
            icons.put(each, name, checked="accent_text")
        self.recent_button.setChecked(True)
        left.addLayout(bar)
        for strip in (self.models_strip, self.vault_strip, self.ended_strip):
            left.addWidget(strip)
        left.addWidget(self.stage, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.SPACING.unit)
        self._foot_sign = QLabel()
        words = self.tr("A photograph of a face can fool recognition; don't let it guard anything.")
        foot.addWidget(self._foot_sign)
        foot.addWidget(label(words, "caption"), 1)
        left.addLayout(foot)
        theme.state().changed.connect(self._draw)
        self._draw()

    def _connect(self, actions: Actions) -> None:
        live, people, models = self._core.live, self._core.people, self._core.models
        live.source_changed.connect(self._source_changed)
        live.recognised.connect(self._recognised)
        live.sighted.connect(self.recent.add)
        live.cameras_found.connect(self.source_button.set_cameras)
        models.state_changed.connect(self._models_changed)
        models.listed.connect(self._models_listed)
        models.fetching.connect(self.models_strip.follow)
        people.vault_changed.connect(self._vault_changed)
        people.changed.connect(self._people_changed)
        self._choices.changed.connect(self._mirror)
        self.source_button.chosen.connect(self.play)
        self.source_button.asked.connect(live.find_cameras)
        self.source_button.sample_wanted.connect(self.begin.play_sample)
        self.source_button.nothing_wanted.connect(self.begin.close_camera)
        self.stage.open_video.connect(self.source_button.open_video)
        self.again_button.clicked.connect(self.play_again)
        self.pause_button.clicked.connect(self.toggle_frozen)
        self.mirror_button.clicked.connect(self.toggle_mirror)
        self.recent_button.clicked.connect(self.recent.setVisible)
        self.models_strip.fetch.connect(self._fetch)
        self.models_strip.show_models.connect(self.show_models)
        self.vault_strip.given.connect(self._unlock)
        self.vault_strip.again.connect(self._unlock)
        self.view.face_clicked.connect(self._face_clicked)
        self.view.painted.connect(self._painted)
        self.view.installEventFilter(self)
        self.recent.wrong.connect(self.naming.deny)
        self.recent.named.connect(self._sighting_named)
        self.naming.closed.connect(self._card_closed)
        actions.add("live.source", self.source_button.showMenu, self)
        actions.add("live.open", self.source_button.open_video, self)
        actions.add("live.pause", self.toggle_frozen, self)
        actions.add("live.mirror", self.toggle_mirror, self)
        actions.add("live.name", self.name_next, self)
        actions.add("live.correct", self.correct_last, self)
        actions.add("live.recent", self.recent_button.click, self)

    def _take_state(self) -> None:
        """Catch up with what the sessions said before this page was there."""
        self._source_changed(self._core.live.source)
        self._models_changed(self._core.models.state)
        self._vault_changed(self._core.people.vault)
        if self._core.models.task is not None:
            self.models_strip.follow(self._core.models.task)

    @Slot(str)
    def play(self, named: str) -> None:
        """Show a camera, a video or a folder, and come back to it at the next start; who asks allows it."""
        self._wanted = named
        self._choices.change(source=named, camera=self._choices.now.camera or is_camera(named))
        self._forget()
        self._core.live.play(named)

    @Slot()
    def play_again(self) -> None:
        """The same source from its start."""
        self._forget()
        self._core.live.play(self._wanted)

    @Slot()
    def toggle_frozen(self) -> None:
        """Hold the picture, so that a face can be clicked at leisure, or go on."""
        if self._core.live.source.state == "playing":
            self._freeze(not self.frozen)

    @Slot()
    def toggle_mirror(self) -> None:
        """Show cameras as a mirror does, or as others see it. Videos are never mirrored."""
        if self._core.live.source.live:
            self._choices.change(mirror=not self._choices.now.mirror)
        self._mirror()

    @Slot()
    def name_next(self) -> None:
        """Open the card of the next face without a name."""
        subject = self.naming.popover.subject if self.naming.popover.isVisible() else None
        face = next_unknown(self._faces, subject.track if subject else None)
        if face is not None:
            self._face_clicked(face.track, self.view.face_place(face.track))

    @Slot()
    def correct_last(self) -> None:
        """Open the card of the newest sighting."""
        rows = self.recent.rows()
        if rows:
            self.recent_button.setChecked(True)
            self.recent.show()
            self._sighting_named(rows[0].sighting, rows[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A click on the picture closes the card; on another face it opens that one's."""
        if watched is self.view and event.type() == QEvent.Type.MouseButtonPress:
            self.naming.popover.dismiss()
        return False

    @Slot(QMimeData)
    def _take(self, data: QMimeData) -> None:
        path = _playable(data)
        if path is not None:
            self.play(str(path))

    @Slot(object)
    def _source_changed(self, state: SourceState) -> None:
        if state.state == "opening":
            self._wanted = state.name
            self._forget()
        self.source_button.show_state(state)
        self.stage.show_state(state, seen=self._seen)
        self._status.set_source(state)
        self._freeze(self.frozen and state.state == "playing")
        self.view.set_pull(self._core.live.preview.take if not self.frozen else None)
        self.pause_button.setEnabled(state.state == "playing")
        self._mirror()
        ended = state.state == "ended" and (state.failure is None or self._seen)
        hint = failures.sentence(state.failure) if state.failure else ""
        self.ended_strip.say(self._ended_words() if ended else "", hint)
        if state.state != "playing":
            self._say_hint()

    @Slot(int)
    def _painted(self, _index: int) -> None:
        self._seen = True
        frame = self.view.frame()
        if self._faces and frame is not None and frame.seconds - self._faces_at > _STALE:
            self._faces = ()
            self.view.set_faces(())

    @Slot(object)
    def _recognised(self, result: LiveResult) -> None:
        self._status.count()
        frame = self.view.frame()
        # A result that is ahead of the picture is of the source before.
        if self.frozen or frame is None or result.seconds > frame.seconds + _SAME_PLACE:
            return
        self._faces, self._faces_at = result.faces, result.seconds
        overlays = [
            FaceOverlay(
                face.track, face.box, face.name or "", _kind(face.kind), face.confidence, face.velocity
            )
            for face in result.faces
        ]
        self.view.set_faces(overlays, result.seconds)

    @Slot(object)
    def _models_changed(self, state: ModelsState) -> None:
        self.models_strip.set_state(state, self._core.models.rows)
        self._status.set_models(state)
        self._say_hint()

    @Slot(object)
    def _models_listed(self, _rows: object) -> None:
        self.models_strip.set_state(self._core.models.state, self._core.models.rows)

    @Slot(object)
    def _vault_changed(self, state: VaultState) -> None:
        self.vault_strip.set_state(state)
        if state.state != "open":  # a picture that stands still keeps no names
            self._faces = ()
            self.view.set_faces(())
            self.naming.popover.dismiss()

    @Slot(object)
    def _people_changed(self, people: tuple[PersonCard, ...]) -> None:
        names = {card.person: card.name for card in people}
        if not self._enrolled <= names.keys():
            self.recent.clear()
            self.naming.popover.dismiss()
        self._enrolled = set(names)
        self.recent.rename(names)

    @Slot(object)
    def _fetch(self, names: list[str] | None) -> None:
        if self._core.models.task is None:
            self._core.models.fetch(names)

    @Slot()
    @Slot(str)
    def _unlock(self, passphrase: str = "") -> None:
        task = self._core.people.unlock(passphrase or None)
        task.failed.connect(lambda failure: self.vault_strip.say_wrong(failures.sentence(failure)))

    @Slot(int, QRect)
    def _face_clicked(self, track: int, place: QRect) -> None:
        face = next((face for face in self._faces if face.track == track), None)
        if face is None:
            return
        if self._core.people.vault.state != "open":
            self.vault_strip.ask()
            return
        beside = QRect(self.view.mapTo(self, place.topLeft()), place.size())
        self.naming.ask_face(face, self._crop(face), beside)

    @Slot(object, QWidget)
    def _sighting_named(self, sighting: Sighting, row: QWidget) -> None:
        if self._core.people.vault.state != "open":
            self.vault_strip.ask()
            return
        self.naming.ask_sighting(sighting, QRect(row.mapTo(self, QPoint(0, 0)), row.size()))

    @Slot()
    def _card_closed(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _crop(self, face: LiveFace) -> Picture | None:
        """The face as it is now, else as it was seen lately; None where the box is older than the picture."""
        frame = self.view.frame()
        if frame is not None and frame.seconds - self._faces_at <= _SAME_PLACE:
            return crop(frame.picture, face.box)
        sighting = self.recent.of_track(face.track)
        return sighting.picture if sighting else None

    def _forget(self) -> None:
        """Another source begins. Who was seen before stays listed: the core remembers them too."""
        self._faces, self._seen = (), False
        self.view.clear()
        self.naming.popover.dismiss()

    def _freeze(self, on: bool) -> None:
        self.frozen = on
        self.view.set_pull(None if on else self._core.live.preview.take)
        icons.put(self.pause_button, "play" if on else "pause")
        words = self.tr("Go on (P)") if on else self.tr("Freeze the picture (P)")
        self.pause_button.setToolTip(words)
        self.pause_button.setAccessibleName(words)
        self._say_hint()

    @Slot()
    def _mirror(self) -> None:
        live = self._core.live.source.live
        on = live and self._choices.now.mirror
        self.view.set_mirror(on)
        self.mirror_button.setEnabled(live)
        self.mirror_button.setChecked(on)

    def _say_hint(self) -> None:
        loading = self._core.models.state.state == "loading"
        if self.frozen:
            self.hint.setText(self.tr("Frozen · recognition goes on"))
        elif loading and self._core.live.source.state == "playing":
            self.hint.setText(self.tr("Getting ready to recognise faces…"))
        else:
            self.hint.setText("")

    def _ended_words(self) -> str:
        if Path(self._wanted).is_dir():
            return self.tr("Every picture has been shown.")
        return self.tr("The video has ended.")

    @Slot()
    def _draw(self) -> None:
        shade = theme.colours().muted
        self._foot_sign.setPixmap(icons.pixmap("info", shade, 14, self.devicePixelRatioF()))


def _playable(data: QMimeData) -> Path | None:
    """The one file or folder that is dropped; one on a server is not read over the network."""
    path = local_path(data)
    return path if path is not None and path.exists() else None


def _kind(kind: str) -> Kind:
    return kind if kind in ("known", "unknown", "unsure") else "new"  # type: ignore[return-value]
