"""Shortest evidence paths: how two things are joined by what sentences say, with the places that prove each step.

A step leads between two things that one sentence mentions. Among the paths of fewest steps d, at most `limit` are given,
in the order of their ids; d is in 0 …, and there is no path where the sentences join the two in no way. Each step carries
its sentences as evidence `SPEECH_ID#START-END`. A path shows where two things stand together; it is no claim about them.

Source: E. W. Dijkstra, A note on two problems in connexion with graphs, Numerische Mathematik 1 (1959) 269–271,
doi:10.1007/BF01386390 (here all steps count one).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice

import networkx as nx

from graph.ids import evidence_of


@dataclass(frozen=True, slots=True)
class EvidencePath:
    """A path: the ids of its things, and for each step the places where its two ends stand together."""

    nodes: tuple[str, ...]
    evidence: tuple[tuple[str, ...], ...]


def together(G: nx.MultiDiGraph) -> nx.Graph:
    """Return the graph of things that share a sentence; `sentences` lists which."""
    mentioned: dict[str, set[str]] = {}
    for sentence, thing, data in G.edges(data=True):
        if data["type"] == "MENTIONS":
            mentioned.setdefault(sentence, set()).add(thing)
    pairs: dict[tuple[str, str], list[str]] = {}
    for sentence in sorted(mentioned):
        for pair in combinations(sorted(mentioned[sentence]), 2):
            pairs.setdefault(pair, []).append(sentence)
    H = nx.Graph()
    H.add_nodes_from(sorted(set().union(*mentioned.values())))
    H.add_edges_from((a, b, {"sentences": sentences}) for (a, b), sentences in sorted(pairs.items()))
    return H


def evidence_paths(G: nx.MultiDiGraph, source: str, target: str, limit: int = 10) -> list[EvidencePath]:
    """Return the shortest paths between two things, at most `limit`.

    >>> G = nx.MultiDiGraph()
    >>> G.add_nodes_from([("x", {"label": "Sentence", "speech": "s", "start": 4, "end": 9}), ("a", {}), ("b", {})])
    >>> _ = G.add_edge("x", "a", type="MENTIONS"), G.add_edge("x", "b", type="MENTIONS")
    >>> evidence_paths(G, "a", "b")
    [EvidencePath(nodes=('a', 'b'), evidence=(('s#4-9',),))]
    """
    H = together(G)
    if source not in H or target not in H or not nx.has_path(H, source, target):
        return []
    paths = sorted(islice(nx.all_shortest_paths(H, source, target), 1000))[:limit]
    return [EvidencePath(tuple(path), tuple(_places(G, H, path))) for path in paths]


def _places(G: nx.MultiDiGraph, H: nx.Graph, path: list[str]) -> Iterator[tuple[str, ...]]:
    for a, b in zip(path, path[1:]):
        sentences = [G.nodes[own] for own in H.edges[a, b]["sentences"]]
        yield tuple(evidence_of(data["speech"], data["start"], data["end"]) for data in sentences)
