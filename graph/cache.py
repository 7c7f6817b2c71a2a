"""What an earlier build has read already: a graph folder's annotations, by document, for those that have not changed.

A reading is used again only where the text, the metadata that the user gave and everything that reading depends on
(lexicon, themes, extractors, model: the manifest's `versions`) are the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from extract.annotations import reading_from_rows
from extract.errors import InputError
from extract.records import Reading, Speech
from graph.folder import ANNOTATIONS, check_file, read_manifest
from graph.manifest import given_hash

_FIRST_LINE = re.compile(rb'\{"doc": ("(?:[^"\\]|\\.)*"), "label": "META"')

Key = tuple[str, str, str]


class ReadingCache:
    """The readings of a graph folder, read from its annotations when they are asked for."""

    def __init__(self, path: Path, places: Mapping[Key, tuple[int, int]]) -> None:
        self._path = path
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def reading(self, speech: Speech) -> Reading | None:
        """Return the earlier reading of a speech; None where it must be read anew."""
        place = self._places.get((speech.id, speech.sha256, given_hash(speech)))
        if place is None:
            return None
        with self._path.open("rb") as file:
            file.seek(place[0])
            lines = file.read(place[1] - place[0]).decode("utf-8", "surrogatepass").split("\n")
        return reading_from_rows(speech, [json.loads(line) for line in lines if line])


def read_cache(folder: Path, versions: Mapping[str, str]) -> ReadingCache:
    """Return what a graph folder knows already; nothing where there is none, it is broken, or versions differ."""
    path = folder / ANNOTATIONS
    try:
        manifest = read_manifest(folder)
        check_file(folder, ANNOTATIONS, manifest)
    except InputError:
        return ReadingCache(path, {})
    if manifest["versions"] != dict(versions):
        return ReadingCache(path, {})
    known = {source["doc"]: (source["doc"], source["sha256"], source.get("given", "")) for source in manifest["sources"]}
    places = {known[doc]: place for doc, place in _places(path).items() if doc in known}
    return ReadingCache(path, places)


def _places(path: Path) -> dict[str, tuple[int, int]]:
    """Return where each document's lines begin and end, in bytes."""
    begins: list[tuple[str, int]] = []
    at = 0
    with path.open("rb") as file:
        for line in file:
            if match := _FIRST_LINE.match(line):
                begins.append((json.loads(match[1]), at))
            at += len(line)
    ends = [begin for _, begin in begins[1:]] + [at]
    return {doc: (begin, end) for (doc, begin), end in zip(begins, ends)}
