"""Exports read back: GraphML, GEXF and node-link JSON as a graph in the form of `graph.build`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import ParseError

import networkx as nx

from extract.errors import InputError
from graph.model import NODE_LABELS, RELATIONSHIP_TYPES, TEXTS

_HEAD_BYTES = 4096


def format_of(path: Path) -> str:
    """Return what a file holds by its beginning: graphml, gexf, node-link, jsonl or html."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES).decode("utf-8", "replace").lstrip("\ufeff \t\r\n").lower()
    except OSError as error:
        raise InputError(f"{path}: the file cannot be read ({error.strerror}).") from error
    for mark, name in (("<graphml", "graphml"), ("<gexf", "gexf"), ("<html", "html"), ("<!doctype html", "html")):
        if mark in head and head.startswith("<"):
            return name
    if head.startswith('{"doc"'):
        return "jsonl"
    if head.startswith("{"):
        return "node-link"
    raise InputError(
        f"{path}: this is neither a graph folder nor an export that can be checked. "
        "Name a folder of `tifa build` or a file of `tifa export -f html|graphml|gexf|node-link`."
    )


def read_export(path: Path, kind: str) -> nx.MultiDiGraph:
    """Return the graph of an export. Characters that XML cannot hold come back as U+FFFD.

    Raises:
        InputError: the file is broken, or no export of such a graph.
    """
    try:
        G = {"graphml": _from_graphml, "gexf": _from_gexf, "node-link": _from_node_link}[kind](path)
    except (ParseError, ValueError, KeyError, TypeError, AttributeError, nx.NetworkXError) as error:
        raise InputError(f"{path}: the file cannot be read as {kind} ({error}). Export it again.") from error
    for own, d in G.nodes(data=True):
        if d.get("label") not in NODE_LABELS:
            raise InputError(f"{path}: node {own!r} has no label of this program's graphs. Name a file of `tifa export`.")
    for _, _, own, d in G.edges(keys=True, data=True):
        if d.get("type") not in RELATIONSHIP_TYPES:
            raise InputError(f"{path}: edge {own!r} has no type of this program's graphs. Name a file of `tifa export`.")
    return G


def _from_graphml(path: Path) -> nx.MultiDiGraph:
    found = nx.read_graphml(path, force_multigraph=True)
    G = nx.MultiDiGraph()
    G.add_nodes_from((own, _listed(d, _node_table(d.get("label")))) for own, d in found.nodes(data=True))
    for source, target, key, d in found.edges(keys=True, data=True):
        d = {name: value for name, value in d.items() if name != "id"}
        G.add_edge(source, target, key, **_listed(d, _edge_table(d.get("type"))))
    return G


def _from_gexf(path: Path) -> nx.MultiDiGraph:
    found = nx.read_gexf(path)
    G = nx.MultiDiGraph()
    for own, d in found.nodes(data=True):
        label = d.pop("node_label", None)
        G.add_node(own, **_listed({**d, "label": label}, _node_table(label)))
    for source, target, d in found.edges(data=True):
        key = d.pop("id")
        d.pop("label", None)
        G.add_edge(source, target, key, **_listed(d, _edge_table(d.get("type"))))
    return G


def _from_node_link(path: Path) -> nx.MultiDiGraph:
    data = json.loads(path.read_text(encoding="utf-8"))
    G = nx.node_link_graph(data, directed=True, multigraph=True, edges="edges")
    for _, _, d in G.edges(data=True):
        if "source_" in d:
            d["source"] = d.pop("source_")
    return G


def _node_table(label: str | None) -> Mapping[str, str]:
    return NODE_LABELS[label].properties if label in NODE_LABELS else {}


def _edge_table(kind: str | None) -> Mapping[str, str]:
    return RELATIONSHIP_TYPES[kind].properties if kind in RELATIONSHIP_TYPES else {}


def _listed(attributes: Mapping[str, object], table: Mapping[str, str]) -> dict[str, object]:
    """Return attributes with the lists that stand as JSON strings read back."""
    return {
        name: json.loads(value) if table.get(name) == TEXTS and isinstance(value, str) else value
        for name, value in attributes.items()
    }
