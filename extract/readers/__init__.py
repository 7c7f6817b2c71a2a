"""Source formats, one file each: raw bytes in, documents out. Every module with a `PLUGIN` is one."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import BinaryIO

from extract.errors import InputError
from extract.records import Dropped
from extract.registry import Document, Reader, plugins

LIMIT_BYTES = 1 << 30
"""The most that one packed file may unpack to; formats that are read as a stream have no limit."""

_DAMAGE = (gzip.BadGzipFile, EOFError, zlib.error)


@cache
def readers() -> tuple[Reader, ...]:
    """Return all readers, in the order of their modules' names."""
    return tuple(plugin for plugin in plugins(__name__) if isinstance(plugin, Reader))


def reader_for(name: str) -> Reader | None:
    """Return the reader for a file's name (`.gz` at its end does not count), or None."""
    name = without_gz(name).lower()
    return next((reader for reader in readers() if name.endswith(reader.suffixes)), None)


def read_documents(reader: Reader, data: bytes, name: str, path: str) -> Iterator[Document | Dropped]:
    """Yield the documents of a file's bytes; `path` names the file in messages and ids."""
    if name.lower().endswith(".gz"):
        data = _unpack(io.BytesIO(data), path)
    yield from reader.read(data, path)


def read_file(reader: Reader, location: Path, path: str) -> Iterator[Document | Dropped]:
    """Yield the documents of a file on disk, without holding it whole where the format allows."""
    if reader.stream is None:
        yield from reader.read(read_bytes(location, path), path)
        return
    try:
        with _opened(location) as file:
            yield from reader.stream(file, path)
    except _DAMAGE:
        raise _damaged(path) from None
    except OSError as error:
        raise _not_given(path, error) from None


def read_bytes(location: Path, path: str, limit_bytes: int | None = None) -> bytes:
    """Return a file's bytes, unpacked; with a limit, no more than its first ones.

    Raises:
        InputError: it cannot be read, is damaged, or unpacks to too much.
    """
    try:
        with location.open("rb") as file:
            if not location.name.lower().endswith(".gz"):
                return file.read(limit_bytes)
            return _unpack(file, path, limit_bytes)
    except OSError as error:
        raise _not_given(path, error) from None


def stem(path: str) -> str:
    """Return a file's name without folders, `.gz` and the last suffix: the document's id."""
    name = without_gz(path.replace("\\", "/").rsplit("/", 1)[-1])
    head, dot, _ = name.rpartition(".")
    return head if dot and head else name


def without_gz(name: str) -> str:
    """Return a file's name without `.gz` at its end."""
    return name[:-3] if name.lower().endswith(".gz") and len(name) > 3 else name


def _opened(location: Path) -> BinaryIO:
    """Open a file, packed or not."""
    return gzip.open(location) if location.name.lower().endswith(".gz") else location.open("rb")


def _unpack(file: BinaryIO, path: str, limit_bytes: int | None = None) -> bytes:
    """Unpack gzip data: all of it, which may not be too much, or its first bytes."""
    try:
        with gzip.open(file) as packed:
            unpacked = packed.read(limit_bytes or LIMIT_BYTES + 1)
    except _DAMAGE:
        raise _damaged(path) from None
    if len(unpacked) > LIMIT_BYTES:
        raise InputError(f"{path}: it unpacks to more than {LIMIT_BYTES >> 20} MB. Split the file.")
    return unpacked


def _damaged(path: str) -> InputError:
    return InputError(f"{path}: the gzip data is damaged or cut off. Pack the file again with gzip.")


def _not_given(path: str, error: OSError) -> InputError:
    return InputError(f"{path}: cannot be read ({error.strerror}). Check its permissions.")
