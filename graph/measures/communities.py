"""Communities: groups that are tied more among themselves than chance would have it.

The partition that (nearly) maximises the modularity Q = Σ over groups c of L(c) / m − (k(c) / 2m)², where m is the weight
of all ties, L(c) that of the ties inside c and k(c) the sum of its nodes' weighted degrees. Q is in −1/2 … 1: 0 is no
better than chance. The value of a node is its group's number, 0 being the largest group; numbers have no order otherwise.

Source: V. D. Blondel and others, Fast unfolding of communities in large networks, Journal of Statistical Mechanics (2008)
P10008, doi:10.1088/1742-5468/2008/10/P10008; modularity after M. E. J. Newman and M. Girvan, Physical Review E 69 (2004)
026113, doi:10.1103/PhysRevE.69.026113.
"""

from __future__ import annotations

import networkx as nx

from graph.measures import Measure
from graph.measures.ties import ties

SEED = 7


def communities(G: nx.MultiDiGraph) -> dict[str, float]:
    """Return the number of each node's group.

    >>> G = nx.MultiDiGraph(); G.add_nodes_from("abcde", label="Slogan")
    >>> for a, b in ("ab", "bc", "ac", "de"):
    ...     _ = G.add_edge(a, b, type="CO_OCCURS", count=1)
    >>> communities(G)
    {'a': 0, 'b': 0, 'c': 0, 'd': 1, 'e': 1}
    """
    H = ties(G)
    groups = nx.community.louvain_communities(H, weight="weight", seed=SEED) if len(H) else []
    ordered = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))
    number = {own: i for i, group in enumerate(ordered) for own in group}
    return {own: number[own] for own in H}


PLUGIN = Measure("communities", "属于哪一组彼此联系紧密的对象", "to which closely tied group it belongs", communities)
