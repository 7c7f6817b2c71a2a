"""Two CSV tables in a folder, for spreadsheets and scripts: nodes.csv and relationships.csv.

UTF-8, comma, one header line; an absent value is an empty cell, a list one JSON string. A spreadsheet takes a cell
that begins with = + - @ for a formula: such text gets an apostrophe in front, and so does text that begins with an
apostrophe, a tab or a carriage return. Take one apostrophe away to get the text back. Numbers stay as they are.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path

import networkx as nx

from extract.registry import Exporter
from graph.files import replacing
from graph.model import NODE_LABELS, RELATIONSHIP_TYPES

_NODES, _RELATIONSHIPS = "nodes.csv", "relationships.csv"
_GUARDED = ("=", "+", "-", "@", "'", "\t", "\r")


def write_csv(G: nx.MultiDiGraph, path: Path) -> None:
    """Write a graph as a folder with two tables, in its own order."""
    nodes = _columns(label.properties for label in NODE_LABELS.values())
    properties = _columns(kind.properties for kind in RELATIONSHIP_TYPES.values())
    with replacing(path, (_NODES, _RELATIONSHIPS)) as beside:
        beside.mkdir()
        rows = ([own, d["label"], *(d.get(name) for name in nodes)] for own, d in G.nodes(data=True))
        _write(beside / _NODES, ["id", "label", *nodes], rows)
        rows = (
            [own, d["type"], source, target, *(d.get(name) for name in properties)]
            for source, target, own, d in G.edges(keys=True, data=True)
        )
        _write(beside / _RELATIONSHIPS, ["id", "type", "source_id", "target_id", *properties], rows)


def guarded(value: object) -> str:
    """Return a cell that no spreadsheet runs.

    >>> guarded("=1+1"), guarded(-0.5), guarded(["甲"]), guarded(None)
    ("'=1+1", '-0.5', '["甲"]', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return "'" + value if isinstance(value, str) and value.startswith(_GUARDED) else str(value)


def _columns(tables: Iterable[dict[str, str]]) -> list[str]:
    return list(dict.fromkeys(name for table in tables for name in table))


def _write(path: Path, header: list[str], rows: Iterable[list[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([guarded(cell) for cell in row] for row in rows)


PLUGIN = Exporter("csv", "", "a folder with nodes.csv and relationships.csv; lists as JSON strings", write_csv)
