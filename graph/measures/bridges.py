"""Bridges: ties without which the graph would fall apart.

The value of a node is the number of its ties that are bridges: a tie is one where its ends have no other way to each
other, that is, where it lies on no cycle. In 0 … d(v): 0 hangs on no single tie.

Source: R. E. Tarjan, A note on finding the bridges of a graph, Information Processing Letters 2 (1974) 160–161,
doi:10.1016/0020-0190(74)90003-9.
"""

from __future__ import annotations

import networkx as nx

from graph.measures import Measure
from graph.measures.ties import ties


def bridges(G: nx.MultiDiGraph) -> dict[str, float]:
    """Return the number of bridges at each node.

    >>> G = nx.MultiDiGraph(); G.add_nodes_from("abcd", label="Slogan")
    >>> for a, b in ("ab", "bc", "ac", "cd"):
    ...     _ = G.add_edge(a, b, type="CO_OCCURS", count=1)
    >>> bridges(G)
    {'a': 0, 'b': 0, 'c': 1, 'd': 1}
    """
    H = ties(G)
    found = dict.fromkeys(H, 0)
    for a, b in nx.bridges(H):
        found[a] += 1
        found[b] += 1
    return found


PLUGIN = Measure("bridges", "有多少条关系一断就失去联系", "how many of its ties are the only way between two parts", bridges)
