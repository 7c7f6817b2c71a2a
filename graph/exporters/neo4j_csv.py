"""Typed CSV files for `neo4j-admin database import`, for graphs too large to be merged into a running server.

A folder with one file a label and a type, the constraints that the database should have, and the import command. Texts
stand in quotation marks, so that an empty text is not an absent value; line feeds inside them are kept. The mark
between the parts of a list is a control character that no part holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import networkx as nx

from extract.errors import InputError
from extract.registry import Exporter
from graph.files import replacing
from graph.model import BOOLEAN, FLOAT, INTEGER, NODE_LABELS, RELATIONSHIP_TYPES, TEXT, TEXTS
from graph.stores.neo4j_schema import schema_statements

_TYPES = {TEXT: "", INTEGER: ":long", FLOAT: ":double", BOOLEAN: ":boolean", TEXTS: ":string[]"}
_MARKS = ("\x1f", "\x1e", "\x1d", "\x1c", "\x1b", "\x1a", "\x19", "\x18", "\x17")
_COMMAND, _SCHEMA = "import-command.txt", "constraints.cypher"
_BUFFER_BYTES = 4 * 1024 * 1024
"""What the importer reads at once if it is not told otherwise; a row must fit."""


def write_neo4j_csv(G: nx.MultiDiGraph, path: Path) -> str:
    """Write a graph as a folder of typed tables; return how to import them."""
    mark = _mark(G)
    own = (_COMMAND, _SCHEMA, *(f"{name}.csv" for name in (*NODE_LABELS, *RELATIONSHIP_TYPES)))
    with replacing(path, own) as beside:
        beside.mkdir()
        labels, longest_node = _write_nodes(beside, G, mark)
        types, longest_relationship = _write_relationships(beside, G, mark)
        command = import_command(labels, types, mark, max(longest_node, longest_relationship))
        (beside / _COMMAND).write_text(command + "\n", encoding="utf-8", newline="\n")
        schema = "".join(f"{statement};\n" for statement in schema_statements())
        (beside / _SCHEMA).write_text(schema, encoding="utf-8", newline="\n")
    return (
        f"Stop the server, then import in the folder {path} (the words stand in {_COMMAND}):\n{command}\n"
        f"Start it again, then: cypher-shell -f {_SCHEMA}"
    )


def import_command(labels: Iterable[str], types: Iterable[str], mark: str, longest_bytes: int = 0) -> str:
    """Return the command that imports the files of the folder that it is run in, into the database `neo4j`."""
    words = ["neo4j-admin database import full neo4j", "--overwrite-destination", "--id-type=string", "--multiline-fields=true"]
    words.append(f"--array-delimiter=U+{ord(mark):04X}")
    if longest_bytes * 2 > _BUFFER_BYTES:
        words.append(f"--read-buffer-size={longest_bytes * 2}")
    words += [f"--nodes={label}={label}.csv" for label in labels]
    words += [f"--relationships={kind}={kind}.csv" for kind in types]
    return " ".join(words)


def _write_nodes(folder: Path, G: nx.MultiDiGraph, mark: str) -> tuple[list[str], int]:
    """Write a file for each label that has nodes; return the labels and the bytes of the longest row."""
    rows: dict[str, list[list[str]]] = {}
    for own, d in G.nodes(data=True):
        cells = [_cell(own, mark), *_cells(d, NODE_LABELS[d["label"]].properties, mark)]
        rows.setdefault(d["label"], []).append(cells)
    heads = {label: ["id:ID", *_head(described.properties)] for label, described in NODE_LABELS.items()}
    return _write(folder, heads, rows)


def _write_relationships(folder: Path, G: nx.MultiDiGraph, mark: str) -> tuple[list[str], int]:
    rows: dict[str, list[list[str]]] = {}
    for source, target, own, d in G.edges(keys=True, data=True):
        ends = [_cell(end, mark) for end in (source, target, own)]
        rows.setdefault(d["type"], []).append([*ends, *_cells(d, RELATIONSHIP_TYPES[d["type"]].properties, mark)])
    heads = {kind: [":START_ID", ":END_ID", "id", *_head(described.properties)] for kind, described in RELATIONSHIP_TYPES.items()}
    return _write(folder, heads, rows)


def _write(folder: Path, heads: Mapping[str, list[str]], rows: Mapping[str, list[list[str]]]) -> tuple[list[str], int]:
    longest = 0
    for name in (names := [name for name in heads if name in rows]):
        with (folder / f"{name}.csv").open("wb") as file:
            for cells in ([*heads[name]], *rows[name]):
                line = (",".join(cells) + "\n").encode("utf-8")
                longest = max(longest, len(line))
                file.write(line)
    return names, longest


def _head(properties: Mapping[str, str]) -> list[str]:
    return [name + _TYPES[kind] for name, kind in properties.items()]


def _cells(attributes: Mapping[str, object], properties: Mapping[str, str], mark: str) -> Iterator[str]:
    for name in properties:
        yield _cell(attributes.get(name), mark)


def _cell(value: object, mark: str) -> str:
    """Return a value as a cell; only an absent one, or an empty list, is an empty cell.

    >>> [_cell(value, ";") for value in (None, "", 'a"b', ["甲", "乙"], 3, True)]
    ['', '""', '"a""b"', '"甲;乙"', '3', 'true']
    """
    if value is None or value == []:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    text = mark.join(map(str, value)) if isinstance(value, list) else str(value)
    return '"' + text.replace('"', '""') + '"'


def _mark(G: nx.MultiDiGraph) -> str:
    """Return the first mark that stands in no part of a list."""
    found = set()
    for attributes in (*(d for _, d in G.nodes(data=True)), *(d for _, _, d in G.edges(data=True))):
        for value in attributes.values():
            if isinstance(value, list):
                found |= {mark for part in value for mark in _MARKS if mark in part}
    free = [mark for mark in _MARKS if mark not in found]
    if not free:
        raise InputError("The graph's lists hold every control character that could part them. Use `tifa load` instead.")
    return free[0]


PLUGIN = Exporter("neo4j-csv", "", "a folder of typed tables for `neo4j-admin database import`", write_neo4j_csv)
