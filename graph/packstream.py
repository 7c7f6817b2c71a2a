"""PackStream, the encoding of Bolt's messages: values in, bytes out, and back.

Source: the Bolt protocol's public specification, PackStream version 1 (neo4j.com/docs/bolt).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass

from extract.errors import InputError

_MAX_DEPTH = 60
_SIZES = {1: ">B", 2: ">H", 4: ">I"}


@dataclass(frozen=True, slots=True)
class Structure:
    """A tagged group of fields: a message, a node, a relationship or a path."""

    tag: int
    fields: tuple[object, ...]


def packed(value: object) -> bytes:
    """Return a value as bytes.

    >>> packed([1, "提法", None]).hex()
    '930186e68f90e6b395c0'
    """
    out = bytearray()
    _pack(value, out)
    return bytes(out)


def _pack(value: object, out: bytearray) -> None:
    if value is None or isinstance(value, bool):
        out.append(0xC0 if value is None else 0xC3 if value else 0xC2)
    elif isinstance(value, int):
        _pack_integer(value, out)
    elif isinstance(value, float):
        out += b"\xc1" + struct.pack(">d", value)
    elif isinstance(value, str):
        data = value.encode("utf-8", "replace")
        _head(len(data), 0x80, (0xD0, 0xD1, 0xD2), out)
        out += data
    elif isinstance(value, (list, tuple)):
        _head(len(value), 0x90, (0xD4, 0xD5, 0xD6), out)
        for part in value:
            _pack(part, out)
    elif isinstance(value, Mapping):
        _head(len(value), 0xA0, (0xD8, 0xD9, 0xDA), out)
        for key, part in value.items():
            _pack(str(key), out)
            _pack(part, out)
    elif isinstance(value, Structure):
        out += bytes((0xB0 | len(value.fields), value.tag))
        for part in value.fields:
            _pack(part, out)
    else:
        _pack(str(value), out)


def _pack_integer(value: int, out: bytearray) -> None:
    if -16 <= value < 128:
        out += struct.pack(">b", value)
    elif -(2**31) <= value < 2**31:
        out += b"\xca" + struct.pack(">i", value)
    else:
        out += b"\xcb" + struct.pack(">q", value)


def _head(size: int, tiny: int, markers: tuple[int, int, int], out: bytearray) -> None:
    if size < 16:
        out.append(tiny | size)
        return
    for marker, width in zip(markers, _SIZES):
        if size < 256**width:
            out.append(marker)
            out += struct.pack(_SIZES[width], size)
            return
    raise InputError("A value is too large to be sent.")


def unpacked(data: bytes) -> object:
    """Return the value that bytes hold.

    Raises:
        InputError: they hold none.

    >>> unpacked(packed({"a": [1.5, -200, True]}))
    {'a': [1.5, -200, True]}
    """
    try:
        value, end = _unpack(data, 0, 0)
    except (IndexError, struct.error, UnicodeDecodeError, RecursionError) as error:
        raise InputError("A message is broken.") from error
    if end != len(data):
        raise InputError("A message is longer than its value.")
    return value


def _unpack(data: bytes, at: int, depth: int) -> tuple[object, int]:
    if depth > _MAX_DEPTH:
        raise InputError("A value nests too deep.")
    marker = data[at]
    at += 1
    high, low = marker & 0xF0, marker & 0x0F
    if marker < 0x80 or marker >= 0xF0:
        return (marker if marker < 0x80 else marker - 256), at
    if marker in (0xC0, 0xC2, 0xC3):
        return {0xC0: None, 0xC2: False, 0xC3: True}[marker], at
    if marker == 0xC1:
        return struct.unpack_from(">d", data, at)[0], at + 8
    if 0xC8 <= marker <= 0xCB:
        width = 1 << (marker - 0xC8)
        return int.from_bytes(_slice(data, at, width), "big", signed=True), at + width
    if high in (0x80, 0x90, 0xA0, 0xB0):
        return _sized(data, at, high, low, depth)
    for kind, first in ((0xCC, 0xCC), (0x80, 0xD0), (0x90, 0xD4), (0xA0, 0xD8)):
        if first <= marker <= first + 2:
            width = 1 << (marker - first)
            return _sized(data, at + width, kind, int.from_bytes(_slice(data, at, width), "big"), depth)
    raise InputError("A message holds an unknown mark.")


def _slice(data: bytes, at: int, size: int) -> bytes:
    if at + size > len(data):
        raise IndexError
    return data[at : at + size]


def _sized(data: bytes, at: int, kind: int, size: int, depth: int) -> tuple[object, int]:
    if kind in (0x80, 0xCC):
        piece = _slice(data, at, size)
        return (piece.decode("utf-8") if kind == 0x80 else piece), at + size
    if kind == 0xB0:
        tag, at = data[at], at + 1
    parts: list[object] = []
    for _ in range(size * 2 if kind == 0xA0 else size):
        part, at = _unpack(data, at, depth + 1)
        parts.append(part)
    if kind == 0xA0:
        return dict(zip(map(str, parts[::2]), parts[1::2])), at
    return (Structure(tag, tuple(parts)) if kind == 0xB0 else parts), at
