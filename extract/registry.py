"""Plug-ins by folder: every module of a package that says `PLUGIN = …` is one, and nothing else registers it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from extract.records import Dropped, Mention, Speech

Document = tuple[str, str, dict[str, str]]
"""A text as a reader gives it: the document's id, its text and the user's metadata that the file holds."""


@dataclass(frozen=True, slots=True)
class Extractor:
    """A function that yields mentions of a speech. `after` names the extractors whose mentions it reads."""

    name: str
    find: Callable[[Speech], Iterator[Mention]]
    labels: tuple[str, ...]
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """A source format: file name suffixes (with the dot) and a function from raw bytes and path to documents.

    `read` yields each document, `(doc, text, given)`, and what of the file cannot be read. `stream` does the same from
    an open file, for formats of any number of documents a file, so that few are held at a time.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Iterator[Document | Dropped]]
    stream: Callable[[BinaryIO, str], Iterator[Document | Dropped]] | None = None


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format of `tifa export`: its name, the suffix of its files and what it is for (one line, for help texts).

    `write` returns what the user has to do next, if anything.
    """

    name: str
    suffix: str
    help: str
    write: Callable[..., str | None]


def plugins(package: str) -> Iterator[object]:
    """Yield the `PLUGIN` of each module directly inside a package, in the order of the modules' names."""
    home = importlib.import_module(package)
    for info in sorted(pkgutil.iter_modules(home.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{package}.{info.name}")
        if hasattr(module, "PLUGIN"):
            yield module.PLUGIN


def in_order(extractors: list[Extractor]) -> list[Extractor]:
    """Sort extractors so that each comes after those it names; otherwise by name."""
    rest, done = sorted(extractors, key=lambda e: e.name), []
    while rest:
        ready = [e for e in rest if set(e.after) <= {d.name for d in done}]
        if not ready:
            names = ", ".join(e.name for e in rest)
            raise ValueError(f"Extractors wait for each other or for one that is missing: {names}.")
        done.append(ready[0])
        rest.remove(ready[0])
    return done
