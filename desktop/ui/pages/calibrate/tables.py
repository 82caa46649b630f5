"""The fourth card: the rates apart for each group, and by quality, so that nobody is served worse unseen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.learn.groups import Group, QualityBin
from desktop.learn.measure import Measured
from desktop.ui import local, theme
from desktop.ui.pages.calibrate import words
from desktop.ui.pages.calibrate.plot import Card
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.segmented import Segmented

_NAME = 76
"""Width that a row's name has at least."""


class _Table(QScrollArea):
    """Rows of words under headings; the first column is a name, the others are numbers."""

    def __init__(self, name: str, heads: Sequence[str], tip: str) -> None:
        super().__init__()
        self._heads = tuple(heads)
        self.setWidgetResizable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setToolTip(tip)

    def fill(self, rows: Sequence[tuple[Sequence[tuple[str, str]], bool]]) -> None:
        """(value, what stands below it) for every column, and whether the row needs a look."""
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.SPACING.unit)
        grid.setVerticalSpacing(theme.SPACING.unit)
        for column, head in enumerate(self._heads):
            grid.addWidget(self._cell(head, "caption", column), 0, column)
            grid.setColumnStretch(column, 1)
        for number, (cells, worse) in enumerate(rows, start=1):
            for column, (value, below) in enumerate(cells):
                stack = QVBoxLayout()
                stack.setSpacing(0)
                stack.addWidget(self._cell(value, "warn" if worse else "", column))
                stack.addWidget(self._cell(below, "caption", column))
                grid.addLayout(stack, number, column)
        grid.setRowStretch(len(rows) + 1, 1)
        self.setWidget(inside)
        told = []
        for cells, _worse in rows:
            pairs = zip(self._heads, cells, strict=True)
            told.append("; ".join(f"{head} {value} {below}" for head, (value, below) in pairs))
        self.setAccessibleDescription(". ".join(told))

    def texts(self) -> list[str]:
        """Every text that is shown."""
        return [one.text() for one in self.findChildren(QLabel)]

    def _cell(self, text: str, kind: str, column: int) -> QLabel:
        made = label(text, kind) if column else ElidedLabel(text, kind)
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        made.setAlignment(side | Qt.AlignmentFlag.AlignTop)
        if not column:
            made.setMinimumWidth(_NAME)
        return made


class ServedCard(Card):
    """`label_wanted` asks for the dialog, `file_wanted` for a CSV file."""

    label_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.hide()
        self.setAccessibleName(self.tr("Who is served how well"))
        self._groups: tuple[Group, ...] = ()
        self._quality: tuple[QualityBin, ...] = ()
        self._all: Measured | None = None
        self._tau = 0.0
        self.choice = Segmented(
            self.tr("Apart by"), [("quality", self.tr("By quality")), ("groups", self.tr("By group"))]
        )
        self.choice.changed.connect(self._turn)
        self.head.insertWidget(0, self.choice)
        self.label_button = button(self.tr("Label…"), "quiet", "edit")
        self.label_button.clicked.connect(self.label_wanted)
        self.head.addWidget(self.label_button)
        rates = (self.tr("FMR"), self.tr("FNMR"))
        self.by_quality = _Table(
            self.tr("By quality"),
            (self.tr("Quality"), self.tr("Mean d"), *rates),
            self.tr(
                "Pairs by the quality of their worse picture; mean distance and pairs: genuine / impostor"
            ),
        )
        self.by_group = _Table(
            self.tr("By group"),
            (self.tr("Group"), self.tr("People"), *rates),
            self.tr("Each group’s people among themselves"),
        )
        self.blank = EmptyState(
            "people",
            self.tr("Nobody is labelled yet"),
            self.tr("Label people…"),
            self.tr("Say who belongs to which group, here or in a CSV file of “name,group”."),
        )
        self.blank.clicked.connect(self.label_wanted)
        self._pages = QStackedWidget()
        for page in (self.by_quality, self.by_group, self.blank):
            self._pages.addWidget(page)
        self.body.addWidget(self._pages, 1)
        self._turn(self.choice.value())

    def show_measured(self, measured: Measured, quality: tuple[QualityBin, ...]) -> None:
        """New data: nobody is labelled in them."""
        self._all, self._quality, self._groups = measured, quality, ()
        self._turn(self.choice.value())

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """The groups as they were measured."""
        self._groups = groups
        self.choice.set_value("groups")
        self._turn("groups")
        self._fill()

    def set_tau(self, tau: float) -> None:
        """The rates of every row at another threshold."""
        self._tau = tau
        self._fill()

    @Slot(str)
    def _turn(self, which: str) -> None:
        shown: QWidget = self.by_quality
        if which == "groups":
            shown = self.by_group if self._groups else self.blank
        self._pages.setCurrentWidget(shown)
        self.label_button.setVisible(which == "groups" and bool(self._groups))
        self._fill()

    def _fill(self) -> None:
        if self._all is None:
            return
        if self._pages.currentWidget() is self.by_quality:
            self.by_quality.fill([self._quality_row(one) for one in self._quality])
        elif self._groups:
            self.by_group.fill([self._group_row(one) for one in self._groups])

    def _quality_row(self, one: QualityBin) -> tuple[list[tuple[str, str]], bool]:
        both = (one.measured.genuine, one.measured.impostors)
        means = " / ".join("–" if (mean := scores.mean()) is None else local.decimal(mean) for scores in both)
        pairs = " / ".join(words.short_count(scores.count) for scores in both)
        span = f"{local.decimal(one.low)}–{local.decimal(one.high)}"
        rates, worse = self._rates(one.measured)
        pictures = words.pictures(one.measured.pictures)
        note = self.tr("{pictures}, served worse").format(pictures=pictures) if worse else pictures
        return [(span, note), (means, self.tr("{count} pairs").format(count=pairs)), *rates], worse

    def _group_row(self, one: Group) -> tuple[list[tuple[str, str]], bool]:
        rates, worse = self._rates(one.measured)
        note = self.tr("served worse") if worse else ""
        pictures = words.pictures(one.measured.pictures)
        return [(one.name, note), (local.whole(one.measured.people), pictures), *rates], worse

    def _rates(self, measured: Measured) -> tuple[list[tuple[str, str]], bool]:
        """Both rates; worse where an interval lies wholly above the rate of everybody together."""
        cells, worse = [], False
        everybody = self._all or measured
        for mine, whole in (
            (measured.fmr(self._tau), everybody.fmr(self._tau)),
            (measured.fnmr(self._tau), everybody.fnmr(self._tau)),
        ):
            cells.append((words.rate(mine), words.short_interval(mine)))
            worse |= mine.low is not None and whole.value is not None and mine.low > whole.value
        return cells, worse
