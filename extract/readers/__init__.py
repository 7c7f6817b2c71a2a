"""Source formats, one file each: raw bytes in, documents out. Every module with a `PLUGIN` is one."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from functools import cache

from extract.errors import InputError
from extract.registry import Reader, plugins

LIMIT_BYTES = 1 << 30
"""The most that one packed file may unpack to."""


@cache
def readers() -> tuple[Reader, ...]:
    """Return all readers, in the order of their modules' names."""
    return tuple(plugin for plugin in plugins(__name__) if isinstance(plugin, Reader))


def reader_for(name: str) -> Reader | None:
    """Return the reader for a file's name (`.gz` at its end does not count), or None."""
    name = without_gz(name).lower()
    return next((reader for reader in readers() if name.endswith(reader.suffixes)), None)


def read_documents(reader: Reader, data: bytes, name: str, path: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield `(doc, text, given)` for each document of a file; `path` names the file in messages and ids."""
    if name.lower().endswith(".gz"):
        data = _unpack(data, path)
    yield from reader.read(data, path)


def stem(path: str) -> str:
    """Return a file's name without folders, `.gz` and the last suffix: the document's id."""
    name = without_gz(path.replace("\\", "/").rsplit("/", 1)[-1])
    head, dot, _ = name.rpartition(".")
    return head if dot and head else name


def without_gz(name: str) -> str:
    """Return a file's name without `.gz` at its end."""
    return name[:-3] if name.lower().endswith(".gz") and len(name) > 3 else name


def _unpack(data: bytes, path: str) -> bytes:
    """Unpack gzip data, up to a limit."""
    import io

    try:
        with gzip.open(io.BytesIO(data)) as packed:
            unpacked = packed.read(LIMIT_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        raise InputError(f"{path}: the gzip data is damaged or cut off. Pack the file again with gzip.") from None
    if len(unpacked) > LIMIT_BYTES:
        raise InputError(f"{path}: it unpacks to more than {LIMIT_BYTES >> 20} MB. Split the file.")
    return unpacked
