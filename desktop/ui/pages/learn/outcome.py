"""Before and after, side by side on the people who were kept aside, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import failures, local, theme
from desktop.ui.pages.calibrate.words import percent
from desktop.ui.pages.learn import words
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.work.learn_messages import Taught

if TYPE_CHECKING:
    from desktop.learn.compare import Comparison, Share

_BAR = 6
_NARROWEST = 120


class _Bar(QWidget):
    """A share of all pairs, 0 to 100 %, with its interval as a line across its end."""

    def __init__(self, share: Share, colour: str) -> None:
        super().__init__()
        self._share, self._colour = share, colour
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.state().changed.connect(self.update)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Wide enough to compare."""
        return QSize(_NARROWEST, 20)

    sizeHint = minimumSizeHint  # noqa: N815

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Track, bar, interval."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, wide = self.height() / 2, self.width() - 2
        painter.setBrush(theme.colour("control"))
        painter.drawRoundedRect(QRectF(0, middle - _BAR / 2, wide, _BAR), _BAR / 2, _BAR / 2)
        painter.setBrush(theme.colour(self._colour))
        end = max(float(_BAR), wide * self._share.value)
        painter.drawRoundedRect(QRectF(0, middle - _BAR / 2, end, _BAR), _BAR / 2, _BAR / 2)
        if self._share.low is not None and self._share.high is not None:
            painter.setBrush(theme.colour("text"))
            low, high = wide * self._share.low, wide * self._share.high
            painter.drawRect(QRectF(low, middle - 0.75, max(1.5, high - low), 1.5))
            for at in (low, high):
                painter.drawRect(QRectF(at - 0.75, middle - 6, 1.5, 12))
        painter.end()


class _Pair(QWidget):
    """One comparison: a heading, and a bar each for before and after."""

    def __init__(self, title: str, comparison: Comparison) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.SPACING.gap)
        grid.setVerticalSpacing(theme.SPACING.half)
        grid.addWidget(ElidedLabel(title, "caption"), 0, 0, 1, 4)
        told = [title]
        for row, (name, share, colour) in enumerate(
            (
                (self.tr("Before"), comparison.before, "edge"),
                (self.tr("After"), comparison.after, "accent"),
            ),
            start=1,
        ):
            value, interval = words.points(share.value), words.interval(share)
            grid.addWidget(label(name), row, 0)
            grid.addWidget(_Bar(share, colour), row, 1)
            number = label(value)
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(number, row, 2)
            span = label(interval, "caption")
            # Every pair's bars end at one place, whatever stands beside them.
            number.setMinimumWidth(number.fontMetrics().horizontalAdvance(words.points(1.0)))
            span.setMinimumWidth(span.fontMetrics().horizontalAdvance(words.widest()))
            grid.addWidget(span, row, 3)
            told.append(f"{name} {value} ({interval})")
        grid.setColumnStretch(1, 1)
        self.setAccessibleName(local.listed(told))


class OutcomeCard(QFrame):
    """`use_wanted` and `leave_wanted` are its buttons."""

    use_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "surface")
        self.setAccessibleName(self.tr("Before and after"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACING.gap,) * 4)
        column.setSpacing(theme.SPACING.unit)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.unit)
        self.verdict = label("", "heading", wrap=True)
        head.addWidget(self.verdict, 1)
        self.leave_button = button(self.tr("Don’t use it"))
        self.leave_button.clicked.connect(self.leave_wanted)
        self.use_button = button(self.tr("Use it"), "primary")
        self.use_button.clicked.connect(self.use_wanted)
        head.addWidget(self.leave_button)
        head.addWidget(self.use_button)
        column.addLayout(head)
        self.sentence = label("", "muted", wrap=True)
        column.addWidget(self.sentence)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, theme.SPACING.half, 0, 0)
        self._place.setSpacing(theme.SPACING.gap)
        column.addLayout(self._place)
        self._pairs: list[QWidget] = []

    def show_taught(self, taught: Taught) -> None:
        """Show another result; one that broke down has a sentence and nothing to use."""
        for old in self._pairs:
            self._place.removeWidget(old)
            old.deleteLater()
        self._pairs = []
        comparison = taught.comparison
        usable = words.usable(taught.head)
        self.use_button.setVisible(usable)
        self.leave_button.setText(self.tr("Don’t use it") if usable else self.tr("Close"))
        self.leave_button.setAccessibleName(self.leave_button.text())
        # What is not shown to be better is not what the page recommends.
        better = comparison is not None and comparison.verdict == "better" and not _worse(taught.full)
        self.use_button.setProperty("kind", "primary" if better else "")
        self.use_button.style().unpolish(self.use_button)
        self.use_button.style().polish(self.use_button)
        if taught.collapse is not None or comparison is None:
            self.verdict.setText(self.tr("Training broke down"))
            self.sentence.setText("" if taught.collapse is None else failures.sentence(taught.collapse))
            return
        self.verdict.setText(words.verdict(comparison))
        said = words.change(comparison)
        if _worse(taught.full):
            said = local.sentences(said, self.tr("At full size it is worse."))
        if taught.head is not None:
            said = local.sentences(said, words.thresholds(taught.head))
        self.sentence.setText(said)
        self.sentence.setVisible(bool(self.sentence.text()))
        what = self.tr("Pairs of one person that pass, FMR {fmr}").format(fmr=percent(comparison.fmr))
        if taught.full is None:
            found = [(what, comparison)]
        else:
            far = self.tr("Seen from far, {side} pixels: pairs of one person that pass, FMR {fmr}")
            near = self.tr("Full size: pairs of one person that pass, FMR {fmr}")
            side, fmr = taught.recipe.reduce, percent(comparison.fmr)
            found = [
                (far.format(side=side, fmr=fmr), comparison),
                (near.format(fmr=percent(taught.full.fmr)), taught.full),
            ]
        for title, one in found:
            made = _Pair(title, one)
            self._pairs.append(made)
            self._place.addWidget(made)

    def say_used(self, used: bool) -> None:
        """Whether recognition goes by this head now."""
        self.use_button.setEnabled(not used)
        self.use_button.setText(self.tr("In use") if used else self.tr("Use it"))
        self.use_button.setAccessibleName(self.use_button.text())
        self.leave_button.setVisible(not used)

    def pairs(self) -> list[str]:
        """What every comparison says, as a screen reader does."""
        return [one.accessibleName() for one in self._pairs]


def _worse(comparison: Comparison | None) -> bool:
    return comparison is not None and comparison.verdict == "worse"
