"""What a film is and what painting it costs, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.ui import local
from desktop.ui.words import clock, span

if TYPE_CHECKING:
    from desktop.work.film_messages import FilmCard


def about(card: FilmCard) -> str:
    """“talk.mp4 · 640 × 360 · 275 frames · 29.97 a second · 0:09 · with sound”."""
    size = f"{local.whole(card.size[0])} × {local.whole(card.size[1])}"
    parts = [card.name, size]
    if card.stack:
        parts.append(_tr("{count} slices").format(count=local.whole(card.frames)))
        return " · ".join(parts)
    if card.frames:
        parts.append(_tr("{count} frames").format(count=local.whole(card.frames)))
    rate = local.decimal(card.rate, 0 if abs(card.rate - round(card.rate)) < 5e-3 else 2)
    parts.append(_tr("{rate} a second").format(rate=rate))
    if card.seconds:
        parts.append(clock(card.seconds))
    parts.append(_tr("with sound") if card.sound else _tr("silent"))
    return " · ".join(parts)


def way(key: str) -> str:
    """What a way does and what it costs, before anything was measured."""
    return {
        "instant": _tr(
            "An instant network paints each frame; the one before is carried along by what moves. Several "
            "frames a second."
        ),
        "frames": _tr(
            "Each frame is optimised, starting from the one before and held to it. The finest strokes; "
            "seconds to minutes for a frame."
        ),
        "volume": _tr(
            "A clip at a time is optimised as one volume. Textures flow through time; seconds to minutes for "
            "a frame."
        ),
    }[key]


def cost(seconds: float, frames: int, stack: bool) -> str:
    """“About 12 min for all 275 frames, after the one just painted”."""
    if not frames:
        return _tr("{time} a frame").format(time=span(seconds))
    template = _tr("About {time} for all {count} slices, after the one just painted.")
    if not stack:
        template = _tr("About {time} for all {count} frames, after the one just painted.")
    return template.format(time=span(seconds * frames), count=local.whole(frames))


def place(part: float, card: FilmCard) -> str:
    """Where the scrubber stands: “0:04 of 0:09”, “slice 12 of 40”."""
    if card.stack or not card.seconds:
        number = 1 + round(part * max(0, card.frames - 1))
        template = _tr("slice {number} of {count}") if card.stack else _tr("frame {number} of {count}")
        return template.format(number=local.whole(number), count=local.whole(max(1, card.frames)))
    return _tr("{now} of {all}").format(now=clock(part * card.seconds), all=clock(card.seconds))


def progress(frame: int, frames: int, stack: bool) -> str:
    """“Frame 12 of 275”."""
    if not frames:
        return _tr("Frame {number}").format(number=local.whole(frame))
    template = _tr("Slice {number} of {count}") if stack else _tr("Frame {number} of {count}")
    return template.format(number=local.whole(frame), count=local.whole(frames))


def _tr(text: str) -> str:
    return QCoreApplication.translate("film", text)
