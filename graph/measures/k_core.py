"""Core number: how deep in the dense middle of the graph a thing lies.

c(v) = the largest k such that v belongs to a subgraph in which everything has at least k ties. In 0 … d(v): 0 stands
alone, the largest value is the innermost core.

Source: S. B. Seidman, Network structure and minimum degree, Social Networks 5 (1983) 269–287,
doi:10.1016/0378-8733(83)90028-X.
"""

from __future__ import annotations

import networkx as nx

from graph.measures import Measure
from graph.measures.ties import ties


def k_core(G: nx.MultiDiGraph) -> dict[str, float]:
    """Return the core number of each node.

    >>> G = nx.MultiDiGraph(); G.add_nodes_from("abcd", label="Slogan")
    >>> for a, b in ("ab", "bc", "ac", "cd"):
    ...     _ = G.add_edge(a, b, type="CO_OCCURS", count=1)
    >>> k_core(G)
    {'a': 2, 'b': 2, 'c': 2, 'd': 1}
    """
    return nx.core_number(ties(G))


PLUGIN = Measure("k_core", "位于图中稠密核心的深浅", "how deep in the dense middle it lies", k_core)
