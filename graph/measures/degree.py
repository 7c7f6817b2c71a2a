"""Degree: with how many things a thing is tied.

d(v) = |{u : {u, v} is a tie}|, in 0 … n − 1: 0 stands alone, n − 1 is tied to everything. Parallel relationships are one
tie, and direction does not matter.

Source: L. C. Freeman, Centrality in social networks: conceptual clarification, Social Networks 1 (1978) 215–239,
doi:10.1016/0378-8733(78)90021-7.
"""

from __future__ import annotations

import networkx as nx

from graph.measures import Measure
from graph.measures.ties import ties


def degree(G: nx.MultiDiGraph) -> dict[str, float]:
    """Return the degree of each node.

    >>> G = nx.MultiDiGraph(); G.add_nodes_from("abc", label="Slogan")
    >>> _ = G.add_edge("a", "b", type="CO_OCCURS", count=2), G.add_edge("a", "c", type="CONTAINS")
    >>> degree(G)
    {'a': 2, 'b': 1, 'c': 1}
    """
    return dict(ties(G).degree())


PLUGIN = Measure("degree", "与多少个对象相连", "with how many things it is tied", degree)
