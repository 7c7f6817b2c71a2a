"""The graph as measures see it: simple and undirected, a tie's weight being what its relationships count."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

TIES = ("USES", "CITES", "NAMES", "EXPRESSES", "ABOUT", "CO_OCCURS", "COMPRISES", "CONTAINS", "QUOTES", "ATTRIBUTED_TO")
"""Relationship types that tie things to each other; where a sentence or a section lies is no tie."""


def ties(G: nx.MultiDiGraph, types: Iterable[str] = TIES) -> nx.Graph:
    """Return the simple undirected graph of these relationships; `weight` is the sum of their counts (1 where none).

    Sections and sentences are left out; things without a tie stay, alone. Nodes and edges stand in the order of ids.

    >>> G = nx.MultiDiGraph()
    >>> G.add_nodes_from([("s", {"label": "Speech"}), ("p", {"label": "Principle"}), ("x", {"label": "Sentence"})])
    >>> _ = G.add_edge("s", "p", "r1", type="USES", count=3), G.add_edge("x", "p", "r2", type="MENTIONS")
    >>> list(ties(G).edges(data="weight"))
    [('p', 's', 3)]
    """
    wanted = frozenset(types)
    H = nx.Graph()
    H.add_nodes_from(sorted(own for own, data in G.nodes(data=True) if data["label"] not in ("Section", "Sentence")))
    found: dict[tuple[str, str], int] = {}
    for a, b, data in G.edges(data=True):
        if data["type"] in wanted and a in H and b in H and a != b:
            pair = (min(a, b), max(a, b))
            found[pair] = found.get(pair, 0) + data.get("count", 1)
    H.add_edges_from((a, b, {"weight": weight}) for (a, b), weight in sorted(found.items()))
    return H
