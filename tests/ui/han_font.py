"""A font with every Chinese character as a square, for machines that have none: what Qt draws in its place is
only 0.6 em wide, and measuring with that would find nothing cut off.

The lengths are those of Noto Sans CJK, whose lines are the highest of the usual Chinese fonts.
"""

import struct
from pathlib import Path

FAMILY = "Likeness Han"
_EM, _ASCENT, _DESCENT = 1000, 1160, -288
_RANGES = ((0x3000, 0x303F), (0x4E00, 0x9FFF), (0xFF00, 0xFFEF))


def write(file: Path) -> None:
    """Write the font: TrueType with two glyphs, nothing and a square of one em."""
    square = (
        struct.pack(">hhhhh", 1, 60, -80, 940, 800)
        + struct.pack(">HH", 3, 0)
        + bytes([0x01] * 4)
        + struct.pack(">4h", 60, 880, 0, -880)
        + struct.pack(">4h", -80, 0, 880, 0)
    )
    square += bytes(-len(square) % 4)
    tables = {
        b"OS/2": _os2(),
        b"cmap": _cmap(),
        b"glyf": square,
        b"head": struct.pack(
            ">IIIIHHqqhhhhHHhhh",
            0x10000, 0x10000, 0, 0x5F0F3CF5, 3, _EM, 0, 0, 60, -80, 940, 800, 0, 8, 2, 1, 0,
        ),
        b"hhea": struct.pack(
            ">IhhhHhhhhhhhhhhhH",
            0x10000, _ASCENT, _DESCENT, 0, _EM, 60, 60, 940, 1, 0, 0, 0, 0, 0, 0, 0, 2,
        ),
        b"hmtx": struct.pack(">HhHh", _EM, 0, _EM, 60),
        b"loca": struct.pack(">III", 0, 0, len(square)),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, 2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
        b"name": _name(),
        b"post": struct.pack(">IIhhIIIII", 0x30000, 0, -100, 50, 0, 0, 0, 0, 0),
    }  # fmt: skip
    place = 12 + 16 * len(tables)
    directory = struct.pack(">IHHHH", 0x10000, len(tables), 128, 3, 16 * len(tables) - 128)
    body = b""
    for tag, data in sorted(tables.items()):
        directory += struct.pack(">4sIII", tag, _checksum(data), place + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    file.write_bytes(directory + body)


def _cmap() -> bytes:
    """Every character of the ranges is the square: format 13, many to one."""
    groups = b"".join(struct.pack(">III", first, last, 1) for first, last in _RANGES)
    table = struct.pack(">HHIII", 13, 0, 16 + len(groups), 0, len(_RANGES)) + groups
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + table


def _name() -> bytes:
    words = {1: FAMILY, 2: "Regular", 4: FAMILY, 6: FAMILY.replace(" ", "")}
    records, text = b"", b""
    for number, word in words.items():
        said = word.encode("utf-16-be")
        records += struct.pack(">HHHHHH", 3, 1, 0x409, number, len(said), len(text))
        text += said
    return struct.pack(">HHH", 0, len(words), 6 + len(records)) + records + text


def _os2() -> bytes:
    han = 1 << (59 - 32)  # CJK Unified Ideographs in the second word of the ranges
    return struct.pack(
        ">HhHHHhhhhhhhhhhh10sIIII4sHHHhhhHHII",
        3, _EM, 400, 5, 0, 500, 500, 0, 100, 500, 500, 0, 300, 50, 300, 0, bytes(10),
        0, han, 0, 0, b"LIKE", 0x40, 0x3000, 0xFFEF, 880, -120, 0, _ASCENT, -_DESCENT, 1 << 18, 0,
    ) + struct.pack(">hhHHH", 500, 700, 0, 32, 1)  # fmt: skip


def _checksum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    return sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
