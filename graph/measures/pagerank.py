"""PageRank: how often one comes by on a random walk along the ties.

p(v) = (1 − α) / n + α · Σ over ties {u, v} of p(u) · w(u, v) / Σ w(u, ·), with α = 0.85 and w the tie's weight. All
values sum to 1; (1 − α) / n is the least (a thing that stands alone gets a little more: its walk jumps anywhere).

Source: S. Brin and L. Page, The anatomy of a large-scale hypertextual web search engine, Computer Networks 30 (1998)
107–117, doi:10.1016/S0169-7552(98)00110-X.
"""

from __future__ import annotations

import networkx as nx

from graph.measures import Measure
from graph.measures.ties import ties

ALPHA = 0.85


def pagerank(G: nx.MultiDiGraph) -> dict[str, float]:
    """Return the PageRank of each node.

    >>> G = nx.MultiDiGraph(); G.add_nodes_from("ab", label="Slogan")
    >>> _ = G.add_edge("a", "b", type="CO_OCCURS", count=2)
    >>> pagerank(G)
    {'a': 0.5, 'b': 0.5}
    """
    return nx.pagerank(ties(G), alpha=ALPHA, tol=1e-10, max_iter=500)


PLUGIN = Measure("pagerank", "沿关系随机游走时经过的多少", "how often a random walk along the ties comes by", pagerank)
