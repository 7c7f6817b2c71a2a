"""Small steps over the graph that the twins share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import networkx as nx

from graph.model import FORMULATIONS

Data = Mapping[str, object]


def nodes(G: nx.MultiDiGraph, *labels: str) -> dict[str, Data]:
    """Return the nodes of these labels by id."""
    return {own: data for own, data in G.nodes(data=True) if data["label"] in labels}


def edges(G: nx.MultiDiGraph, *types: str) -> Iterator[tuple[str, str, Data]]:
    """Yield source, target and properties of the relationships of these types."""
    return ((a, b, data) for a, b, data in G.edges(data=True) if data["type"] in types)


def formulations(G: nx.MultiDiGraph, name: object) -> set[str]:
    """Return the formulations of a name."""
    return {own for own, data in nodes(G, *FORMULATIONS).items() if data["name"] == name}


def speech_of(G: nx.MultiDiGraph, doc: object) -> str:
    """Return the id of the speech with this document id."""
    return next(own for own, data in nodes(G, "Speech").items() if data["doc"] == doc)


def targets(G: nx.MultiDiGraph, *types: str) -> dict[str, set[str]]:
    """Return for each source of these relationships its targets."""
    found: dict[str, set[str]] = defaultdict(set)
    for a, b, _ in edges(G, *types):
        found[a].add(b)
    return found


def sources(G: nx.MultiDiGraph, *types: str) -> dict[str, set[str]]:
    """Return for each target of these relationships its sources."""
    found: dict[str, set[str]] = defaultdict(set)
    for a, b, _ in edges(G, *types):
        found[b].add(a)
    return found


def section_of(G: nx.MultiDiGraph) -> dict[str, str]:
    """Return for each sentence its innermost section."""
    return {b: a for a, b, _ in edges(G, "HAS_SENTENCE")}


def outermost(G: nx.MultiDiGraph) -> Iterator[tuple[str, str]]:
    """Yield sentence and formulation of each mention of depth 0."""
    for a, b, data in edges(G, "MENTIONS"):
        if data["depth"] == 0 and G.nodes[b]["label"] in FORMULATIONS:
            yield a, b
