"""Who was seen lately: a thumbnail, a name, how long ago, and one click to say that it is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QLocale, QSize, QTime, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import icons, theme
from desktop.ui.images import covered, view_image
from desktop.ui.widgets.buttons import button, icon_button, rename
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.scroll import scrolled
from desktop.work.messages import Sighting

MOST = 30
"""Sightings that are listed; the core remembers as many."""

WIDTH = 280

_FACE = 44
_AGAIN_MS = 15_000


class RecentRow(QWidget):
    """One sighting. `wrong` says that it is not this person, `named` that the user wants to say who it is."""

    wrong = Signal(object)  # Sighting
    named = Signal(object, QWidget)  # Sighting, the row

    def __init__(self, sighting: Sighting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sighting = sighting
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.SPACING.half, 0, theme.SPACING.half)
        row.setSpacing(theme.SPACING.unit + 4)
        self._picture = QLabel()
        self._picture.setFixedSize(QSize(_FACE, _FACE))
        row.addWidget(self._picture)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        self.name = ElidedLabel()
        self.when = label("", "caption")
        words.addWidget(self.name)
        words.addWidget(self.when)
        words.addStretch()
        row.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        self.wrong_button = icon_button("person-unknown", "", colour="muted")
        self.wrong_button.clicked.connect(lambda: self.wrong.emit(self.sighting))
        self.other_button = icon_button("edit", "", colour="muted")
        self.other_button.clicked.connect(lambda: self.named.emit(self.sighting, self))
        self.name_button = button(self.tr("Name"), "quiet")
        self.name_button.clicked.connect(lambda: self.named.emit(self.sighting, self))
        for each in (self.wrong_button, self.other_button, self.name_button):
            buttons.addWidget(each)
        row.addLayout(buttons)
        theme.state().changed.connect(self._draw)
        self.show_sighting(sighting)

    def show_sighting(self, sighting: Sighting) -> None:
        """Show what is known now."""
        self.sighting = sighting
        known = sighting.name is not None
        name = sighting.name or self.tr("Not recognised")
        self.name.setText(name)
        self.name.setProperty("kind", "" if known else "muted")
        self.name.style().unpolish(self.name)
        self.name.style().polish(self.name)
        self.setAccessibleName(name)
        for each in (self.wrong_button, self.other_button):
            each.setVisible(known)
        rename(self.wrong_button, self.tr("Not {name}").format(name=name))
        rename(self.other_button, self.tr("{name} is someone else…").format(name=name))
        self.name_button.setVisible(not known)
        self.name_button.setAccessibleName(self.tr("Name this person"))
        self._draw()
        self.tell_time()

    def tell_time(self) -> None:
        """Say how long ago it was, as of now."""
        self.when.setText(ago(self.sighting.at))

    @Slot()
    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        if self.sighting.picture is None:
            shade = theme.colours().muted
            self._picture.setPixmap(icons.pixmap("person-unknown", shade, _FACE, ratio))
        else:
            image = view_image(self.sighting.picture)
            self._picture.setPixmap(covered(image, _FACE, _FACE, theme.RADII.control, ratio))


class RecentPanel(QFrame):
    """The newest sighting first; a new one of the same track takes the place of the old."""

    wrong = Signal(object)
    named = Signal(object, QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(theme.scaled(WIDTH))
        self.setAccessibleName(self.tr("Recent"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.unit)
        title = label(self.tr("Recent"), "heading")
        title.setFixedHeight(theme.SIZES.control)
        column.addWidget(title)
        self._empty = label(
            self.tr("Everyone the camera sees is listed here, and can be named or corrected with one click."),
            "muted",
            wrap=True,
        )
        column.addWidget(self._empty)
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, theme.SPACING.unit, 0)
        self._list.setSpacing(theme.SPACING.half)
        self._list.addStretch()
        self._scroll = scrolled(inside, self.tr("Recent"))
        column.addWidget(self._scroll, 1)
        column.addStretch()
        self._timer = QTimer(self, interval=_AGAIN_MS)
        self._timer.timeout.connect(self.tell_times)
        self._rows: list[RecentRow] = []
        self._settle()

    @Slot(object)
    def add(self, sighting: Sighting) -> None:
        """Take a sighting."""
        for row in self._rows:
            if row.sighting.track == sighting.track:
                row.show_sighting(sighting)
                return
        row = RecentRow(sighting)
        row.wrong.connect(self.wrong)
        row.named.connect(self.named)
        self._rows.insert(0, row)
        self._list.insertWidget(0, row)
        for old in self._rows[MOST:]:
            self._list.removeWidget(old)
            old.deleteLater()
        del self._rows[MOST:]
        self._settle()

    def rename(self, names: Mapping[str, str]) -> None:
        """People are called otherwise now: `names` by person."""
        for row in self._rows:
            name = names.get(row.sighting.person or "", row.sighting.name)
            if name != row.sighting.name:
                row.show_sighting(replace(row.sighting, name=name))

    def rows(self) -> tuple[RecentRow, ...]:
        """What is listed, newest first."""
        return tuple(self._rows)

    def of_track(self, track: int) -> Sighting | None:
        """The sighting of a track, where it is listed."""
        return next((row.sighting for row in self._rows if row.sighting.track == track), None)

    @Slot()
    def clear(self) -> None:
        """Forget all: somebody was erased, and no picture says for certain whose it is."""
        for row in self._rows:
            self._list.removeWidget(row)
            row.deleteLater()
        self._rows.clear()
        self._settle()

    @Slot()
    def tell_times(self) -> None:
        """Make every row say how long ago it is now."""
        for row in self._rows:
            row.tell_time()

    def _settle(self) -> None:
        self._empty.setVisible(not self._rows)
        self._scroll.setVisible(bool(self._rows))
        if self._rows:
            self._timer.start()
        else:
            self._timer.stop()


def ago(at: datetime, now: datetime | None = None) -> str:
    """How long ago something was: now, minutes, and the time of day beyond an hour. Naive times are local."""
    at = at.astimezone(UTC)
    seconds = ((now or datetime.now(UTC)) - at).total_seconds()
    if seconds < 60:
        return QCoreApplication.translate("RecentPanel", "just now")
    if seconds < 3600:
        words = QCoreApplication.translate("RecentPanel", "{count} min ago")
        return words.format(count=int(seconds // 60))
    local = at.astimezone()
    return QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
