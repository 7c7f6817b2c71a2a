"""Betweenness: how often a thing lies on the shortest ways between others.

b(v) = 2 / ((n − 1)(n − 2)) · Σ over pairs s, t of σ(s, t | v) / σ(s, t), where σ(s, t) counts the shortest paths and
σ(s, t | v) those through v. In 0 … 1: 0 lies on none, 1 on all (the middle of a star). Above 2,000 nodes it is estimated
from 500 evenly spaced sources, the same in every run.

Source: L. C. Freeman, A set of measures of centrality based on betweenness, Sociometry 40 (1977) 35–41,
doi:10.2307/3033543; computed after U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical
Sociology 25 (2001) 163–177, doi:10.1080/0022250X.2001.9990249.
"""

from __future__ import annotations

import networkx as nx

from graph.measures import Measure
from graph.measures.ties import ties

EXACT_NODES = 2_000
SOURCES = 500


def betweenness(G: nx.MultiDiGraph) -> dict[str, float]:
    """Return the betweenness of each node.

    >>> G = nx.MultiDiGraph(); G.add_nodes_from("abc", label="Slogan")
    >>> _ = G.add_edge("a", "b", type="CO_OCCURS", count=2), G.add_edge("a", "c", type="CONTAINS")
    >>> betweenness(G)
    {'a': 1.0, 'b': 0.0, 'c': 0.0}
    """
    H = ties(G)
    if len(H) <= EXACT_NODES:
        return nx.betweenness_centrality(H)
    chosen = list(H)[:: max(1, len(H) // SOURCES)]
    found = nx.betweenness_centrality_subset(H, chosen, list(H))
    scale = 2 * len(H) / (len(chosen) * (len(H) - 1) * (len(H) - 2))
    return {own: value * scale for own, value in found.items()}


PLUGIN = Measure("betweenness", "在其他对象之间的最短路上出现的多少", "how often it lies on the shortest ways between others", betweenness)
