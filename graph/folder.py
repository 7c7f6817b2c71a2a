"""The graph folder: an open form on disk, equal byte for byte for equal input.

    manifest.json          what the graph was made of, what was dropped, hashes (`graph.manifest`)
    nodes/, relationships/ Parquet, one file a label and a type (`graph.tables`)
    texts/                 the source texts in UTF-8, by the id of their Speech
    annotations.jsonl      what was found in the texts
    corrections.jsonl, lexicon/ and whatever else the user keeps here: carried over as they are
    .derived/              what can be made again; carried over, never looked at

A folder is written beside its place and then takes it: whoever is killed on the way leaves the old graph or nothing.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import networkx as nx

from extract.annotations import line_from_row, rows
from extract.errors import InputError, TifaError
from extract.records import Dropped, Reading
from graph.duplicates import distinct
from graph.files import remove, sha256_of
from graph.ids import speech_id
from graph.manifest import NAME, Manifest, manifest_of, read_manifest, text_from_manifest
from graph.stats import counts, other_lengths
from graph.tables import read_tables, table_paths, write_tables

__all__ = ["check_target", "load", "read_manifest", "save_graph", "text_of"]

ANNOTATIONS = "annotations.jsonl"
DERIVED = ".derived"
_OURS = (NAME, "nodes", "relationships", "texts", ANNOTATIONS)


def save_graph(
    folder: Path,
    G: nx.MultiDiGraph,
    readings: Iterable[Reading],
    dropped: Iterable[Dropped] = (),
    versions: Mapping[str, str] | None = None,
    unmatched: Iterable[str] = (),
) -> Manifest:
    """Write a graph folder, or put it in the place of an older one, and return its manifest.

    Args:
        folder: where the graph goes: a graph folder, an empty folder, or nothing yet.
        G: the graph that `graph.build` made of the readings.
        readings: the texts as they were read; of identical ones the first by document is kept, the others are listed.
        dropped: sources that were not read, with the reason.
        versions: what the reading depends on (hash of the lexicon, of the themes, the extractors' version …).
        unmatched: the user's corrections that did nothing, one message each.

    Raises:
        InputError: the place holds something that is no graph.
        TifaError: the folder cannot be written.
    """
    folder = Path(os.path.abspath(folder))
    check_target(folder)
    kept, twice = distinct(readings)
    beside, before = (folder.with_name(f".{folder.name}.{word}") for word in (f"building-{os.getpid()}", "before"))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _clear_up(folder, before)
        beside.mkdir()
        manifest = _write(beside, G, kept, [*dropped, *twice], versions or {}, unmatched)
        _carry_over(folder, beside)
        _switch(folder, beside, before)
    except OSError as error:
        reason = error.strerror or str(error)
        raise TifaError(f"{folder}: the graph cannot be written here ({reason}). Name another folder with -o.") from error
    finally:
        remove(beside)
    return manifest


def check_target(folder: Path) -> None:
    """Refuse a place that holds something else than a graph, before any work is done."""
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        raise InputError(f"{folder}: this is a file. Name a folder for the graph with -o.")
    if not (folder / NAME).exists() and not any(entry.name != DERIVED for entry in folder.iterdir()):
        return
    try:
        read_manifest(folder)
    except InputError as error:
        if "format version" not in str(error):
            raise InputError(f"{folder}: this folder exists and is no graph; it is left as it is. Name another one with -o.") from error


def load(folder: Path | str) -> nx.MultiDiGraph:
    """Return the graph of a graph folder: nodes by id with `label`, edges by id with `type`, attributes as in the model.

    Raises:
        InputError: a file is missing, broken or not the one that was written; the message names it.
    """
    folder = Path(folder)
    manifest = read_manifest(folder)
    for path in table_paths():
        check_file(folder, path, manifest)
    return read_tables(folder)


def check_file(folder: Path, path: str, manifest: Manifest) -> None:
    """Raise InputError where a file of a graph folder is missing or has other bytes than the manifest says."""
    whole, wanted = folder / path, manifest["files"].get(path)
    if not whole.is_file():
        raise InputError(f"{whole}: the file is missing. Build the graph again.")
    if sha256_of(whole) != wanted:
        raise InputError(f"{whole}: the file is not the one that was written with the graph. Build the graph again.")


def text_of(folder: Path, speech: str) -> str:
    """Return the source text of a Speech, by its id."""
    path = folder / text_path(speech)
    try:
        return path.read_bytes().decode("utf-8", "surrogatepass")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: the text of {speech} cannot be read. Build the graph again.") from error


def text_path(speech: str) -> str:
    """Return where the text of a Speech stands in a graph folder."""
    return f"texts/{speech}.txt"


def _write(
    folder: Path,
    G: nx.MultiDiGraph,
    readings: list[Reading],
    dropped: list[Dropped],
    versions: Mapping[str, str],
    unmatched: Iterable[str],
) -> Manifest:
    """Write all files of a graph, the manifest last."""
    write_tables(folder, G)
    files = {path: sha256_of(folder / path) for path in table_paths()}
    (folder / "texts").mkdir()
    for reading in readings:
        path = text_path(speech_id(reading.speech.sha256))
        (folder / path).write_bytes(reading.speech.text.encode("utf-8", "surrogatepass"))
        files[path] = reading.speech.sha256
    files[ANNOTATIONS] = _write_lines(folder / ANNOTATIONS, readings)
    manifest = manifest_of(readings, dropped, counts(G), files, versions, unmatched, other_lengths(G))
    (folder / NAME).write_text(text_from_manifest(manifest), encoding="utf-8", newline="\n")
    return manifest


def _write_lines(path: Path, readings: list[Reading]) -> str:
    """Write the annotations and return the hash of the file."""
    digest = hashlib.sha256()
    with path.open("wb") as file:
        for line in _lines(readings):
            digest.update(line)
            file.write(line)
    return digest.hexdigest()


def _lines(readings: list[Reading]) -> Iterator[bytes]:
    for reading in readings:
        for row in rows(reading):
            yield (line_from_row(row) + "\n").encode("utf-8", "surrogatepass")


def _carry_over(old: Path, new: Path) -> None:
    """Copy what the user keeps in the old folder."""
    if not old.is_dir():
        return
    for entry in sorted(old.iterdir()):
        if entry.name in (*_OURS, DERIVED):
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, new / entry.name, symlinks=True)
        else:
            shutil.copy2(entry, new / entry.name, follow_symlinks=False)


def _switch(folder: Path, beside: Path, before: Path) -> None:
    """Put the new folder in the old one's place; `.derived` moves along."""
    if folder.is_dir():
        os.rename(folder, before)
        try:
            os.rename(beside, folder)
        except OSError:
            os.rename(before, folder)
            raise
        if (before / DERIVED).is_dir():
            os.rename(before / DERIVED, folder / DERIVED)
        remove(before)
    else:
        os.rename(beside, folder)


def _clear_up(folder: Path, before: Path) -> None:
    """Mend what a killed build has left: take the old graph back, remove half-written folders of ended processes."""
    if before.is_dir():
        if os.path.lexists(folder):
            remove(before)
        else:
            os.rename(before, folder)
    for left in sorted(folder.parent.iterdir()):
        start, _, number = left.name.rpartition("-")
        if start == f".{folder.name}.building" and number.isdigit() and not _runs(int(number)):
            remove(left)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
