"""A graph folder or an export against its sources: every hash, offset and quoted text, read again.

The caller reads the sources (`graph` loads no reader) and gives their texts by document; what comes back is one message
a mismatch, in the order in which they are met.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from extract.errors import InputError
from graph.checks import check_graph, check_span, hash_of, texts_by_speech
from graph.exports import format_of, read_export
from graph.exporters.xml_parts import legal
from graph.folder import ANNOTATIONS, check_file, load, read_manifest, text_path
from graph.page_checks import check_page

Texts = Mapping[str, str]

MOST = 1000
"""Mismatches that are listed at most."""


def verify(path: Path | str, texts: Texts, most: int = MOST) -> list[str]:
    """Return what does not agree between a graph folder or an export and its sources; empty where all does.

    Args:
        path: a graph folder, or an html, node-link, graphml, gexf or annotation (JSON Lines) file.
        texts: the sources' texts by document, read anew.
        most: after so many mismatches the checking ends.

    Raises:
        InputError: there is nothing at `path` that can be checked.
    """
    path = Path(path)
    return list(islice(_mismatches(path, texts), most))


def _mismatches(path: Path, texts: Texts) -> Iterator[str]:
    if path.is_dir():
        yield from _check_folder(path, texts)
        return
    kind = format_of(path)
    if kind == "html":
        yield from check_page(path, texts_by_speech(texts))
    elif kind == "jsonl":
        yield from check_annotations(path, texts)
    else:
        G = read_export(path, kind)
        by_speech = texts_by_speech(texts)
        in_xml = {own: legal(text) for own, text in by_speech.items()} if kind != "node-link" else by_speech
        yield from check_graph(G, in_xml, {own: hash_of(text) for own, text in by_speech.items()})


def _check_folder(folder: Path, texts: Texts) -> Iterator[str]:
    """Yield the mismatches of a graph folder: its files, its sources, its annotations, its graph."""
    manifest = read_manifest(folder)
    broken = set()
    for path in manifest["files"]:
        try:
            check_file(folder, path, manifest)
        except InputError as error:
            broken.add(path)
            yield str(error)
    for source in manifest["sources"]:
        text = texts.get(source["doc"])
        if text is None:
            yield f"{source['path']}: the graph was built from it, and it is not among the sources (document {source['doc']})"
        elif hash_of(text) != source["sha256"]:
            yield f"{source['path']}: the text has changed since the graph was built (document {source['doc']})"
        if text_path(source["id"]) not in manifest["files"]:
            yield f"{source['path']}: the graph folder does not hold its text ({text_path(source['id'])})"
    if ANNOTATIONS not in broken:
        yield from check_annotations(folder / ANNOTATIONS, texts)
    if not any(path.startswith(("nodes/", "relationships/")) for path in broken):
        by_speech = texts_by_speech(texts)
        yield from check_graph(load(folder), by_speech, {own: hash_of(text) for own, text in by_speech.items()})


def check_annotations(path: Path, texts: Texts) -> Iterator[str]:
    """Yield the lines of an annotation file whose words do not stand where they are said to; a missing text once."""
    missing = set()
    with path.open(encoding="utf-8", errors="surrogatepass") as file:
        for number, line in enumerate(file, 1):
            try:
                row = json.loads(line)
                where, span = f"{path.name}:{number} ({row['doc']}, {row['label']})", (row.get("start"), row.get("end"))
            except (ValueError, KeyError, TypeError):
                yield f"{path.name}:{number}: this is no annotation"
                continue
            if row["doc"] not in texts:
                if row["doc"] not in missing:
                    missing.add(row["doc"])
                    yield f"{path.name}:{number}: document {row['doc']} is not among the sources"
            elif row["label"] != "META":
                yield from check_span(where, texts, row["doc"], *span, row.get("text"))
