"""The sound of a film on its way into the result: copied packet by packet where the result can hold it.

Where it can't, it is coded anew as AAC. Nothing is held but a packet of each track: they are handed to the
file in the order of their times, as players read them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, Final, TypeAlias

import av
from av.audio.codeccontext import AudioCodecContext
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer

Packet: TypeAlias = "av.Packet[Any]"

_ANEW: Final = "aac"


class Track:
    """Packets in order, the next one looked at beforehand."""

    def __init__(self, packets: Iterator[Packet]) -> None:
        """Begins at once, since its stream has to be known before anything is written."""
        self._packets = packets
        self.next = next(packets, None)

    def take(self) -> Packet:
        """The packet that was looked at."""
        taken, self.next = self.next, next(self._packets, None)
        assert taken is not None
        return taken

    @property
    def time(self) -> float:
        """When the next packet is due, in seconds."""
        assert self.next is not None
        at = self.next.dts if self.next.dts is not None else self.next.pts
        return float((at or 0) * self.next.time_base)


def tracks(source: InputContainer, made: OutputContainer) -> list[Track]:
    """Every sound track of `source` that can be read, as a track of `made`."""
    found = []
    for stream in source.streams.audio:
        context: AudioCodecContext | None = stream.codec_context  # None for a coding that is not known
        if context is None:
            continue
        # Each track reads the file for itself: what is waiting of one does not pile up behind another.
        copied = context.name in made.supported_codecs
        packets = _copied(source.name, stream, made) if copied else _anew(source.name, stream, made)
        track = Track(packets)
        if track.next is not None:
            found.append(track)
    return found


def merged(given: Sequence[Track]) -> Iterator[Packet]:
    """All packets in the order of their times."""
    while waiting := [track for track in given if track.next is not None]:
        yield min(waiting, key=lambda track: track.time).take()


def _copied(name: str, stream: AudioStream, made: OutputContainer) -> Iterator[Packet]:
    target = made.add_stream_from_template(stream)
    with av.open(name) as source:
        for packet in _sound(source, stream.index):
            if packet.dts is not None:  # the last one of a file is empty
                packet.stream = target
                yield packet


def _anew(name: str, stream: AudioStream, made: OutputContainer) -> Iterator[Packet]:
    target = made.add_stream(_ANEW, rate=stream.codec_context.sample_rate)
    target.layout = stream.codec_context.layout.name
    with av.open(name) as source:
        resampler = AudioResampler(
            format="fltp", layout=target.layout, rate=target.rate, frame_size=target.codec_context.frame_size
        )
        for packet in _sound(source, stream.index):
            with suppress(av.error.InvalidDataError):
                yield from _encoded(packet.decode(), resampler, target)
        yield from _encoded([None], resampler, target)
    yield from target.encode(None)


def _encoded(
    frames: Iterable[av.AudioFrame | None], resampler: AudioResampler, target: AudioStream
) -> Iterator[Packet]:
    for frame in frames:
        for part in resampler.resample(frame):
            yield from target.encode(part)


def _sound(source: InputContainer, index: int) -> Iterator[av.Packet[AudioStream]]:
    """The packets of one track; at a broken tail they end."""
    stream = source.streams[index]
    assert isinstance(stream, AudioStream)
    packets = source.demux(stream)
    while True:
        try:
            yield next(packets)
        except (StopIteration, av.error.FFmpegError):
            return
