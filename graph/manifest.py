"""manifest.json of a graph folder: what the graph was made of, what was left out, and the hashes of its files."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from extract.errors import InputError
from extract.records import Dropped, Reading, Speech
from graph.ids import speech_id

FORMAT = "tifa-graph"
VERSION = 1
NAME = "manifest.json"

Manifest = dict[str, object]


def manifest_of(
    readings: Iterable[Reading],
    dropped: Iterable[Dropped],
    counts: Mapping[str, Mapping[str, int]],
    files: Mapping[str, str],
    versions: Mapping[str, str],
    unmatched: Iterable[str] = (),
    other_lengths: Iterable[str] = (),
) -> Manifest:
    """Return the manifest. Nothing in it depends on the time or the order in which the sources came.

    Args:
        unmatched: the user's corrections that did nothing, one message each.
        other_lengths: the formulas whose list has not as many members as the numeral promises, one message each.
    """
    mentions: Counter[str] = Counter()
    sources = []
    for reading in readings:
        mentions.update(reading.dropped)
        sources.append(_source(reading.speech))
    ineffective, lists = list(unmatched), list(other_lengths)
    lost = sorted({(source.path, source.reason) for source in dropped})
    return {
        "format": FORMAT,
        "version": VERSION,
        "versions": dict(sorted(versions.items())),
        "sources": sorted(sources, key=lambda source: source["doc"]),
        "counts": {part: dict(numbers) for part, numbers in counts.items()},
        "dropped": {
            "sources": [{"path": path, "reason": reason} for path, reason in lost],
            "mentions": dict(sorted(mentions.items())),
            **({"corrections": ineffective} if ineffective else {}),
        },
        **({"lists_of_other_length": lists} if lists else {}),
        "files": dict(sorted(files.items())),
    }


def _source(speech: Speech) -> dict[str, object]:
    return {
        "doc": speech.id,
        "id": speech_id(speech.sha256),
        "path": speech.path,
        "sha256": speech.sha256,
        "reader": speech.reader,
        **({"given": given_hash(speech), "metadata": dict(sorted(speech.given.items()))} if speech.given else {}),
    }


def given_hash(speech: Speech) -> str:
    """Return the hash of the metadata that the user gave with a speech; empty where there is none."""
    if not speech.given:
        return ""
    return hashlib.sha256(json.dumps(dict(speech.given), sort_keys=True).encode()).hexdigest()


def text_from_manifest(manifest: Manifest) -> str:
    """Return the manifest as it stands in its file."""
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a graph folder.

    Raises:
        InputError: there is none, or it is not one of a graph that this version can read.
    """
    path = folder / NAME
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such graph folder. `tifa build SOURCE… -o {folder}` makes one.")
    if not path.is_file():
        raise InputError(f"{folder}: this folder is no graph, it has no {NAME}. `tifa build SOURCE… -o GRAPH` makes one.")
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: the file is broken ({error}). Build the graph again.") from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise InputError(f"{path}: this is no manifest of a graph. Name a folder that `tifa build` made.")
    if manifest.get("version") != VERSION:
        raise InputError(f"{path}: format version {manifest.get('version')} is not {VERSION}. Build the graph again.")
    missing = [key for key in ("sources", "counts", "files", "versions", "dropped") if key not in manifest]
    if missing:
        raise InputError(f"{path}: {', '.join(missing)} is missing. Build the graph again.")
    return manifest
