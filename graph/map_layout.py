"""The map: which nodes are on it, and where each stands: communities as discs, then a spring layout in each.

Computed once for the whole graph and stored; filters only hide. Deterministic: nodes enter in the order of their ids,
every random step has a fixed seed, and coordinates are rounded.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

import networkx as nx
import numpy as np

from graph.model import FORMULATIONS, NAMED

MOST_NODES = 320
"""A map of more is a hairball; the weakest nodes are left out and counted."""

TYPES = ("Speech", "Theme", *FORMULATIONS, "Document", "Quotation", *NAMED)
RELATIONS = ("EXPRESSES", "ABOUT", "USES", "CITES", "NAMES", "QUOTES", "ATTRIBUTED_TO", "COMPRISES", "CONTAINS")
"""What the map shows. Sections and sentences stand behind the edges, as their evidence."""

MOST_TEXTS = 60
"""Of more texts than `MANY_TEXTS` the map shows so many, those of most weight: the rest of its room is for what joins them."""

MANY_TEXTS = 120

_SEED = 1
_GAP = 46.0
"""Room for one node, in pixels at scale 1."""

Layout = dict[str, object]


def layout_of(G: nx.MultiDiGraph) -> Layout:
    """Choose and place the nodes of the map.

    Returns:
        nodes: id, type, name, name_en, x, y, size, count (weighted degree), community, and the speeches and themes
        that the node belongs to (ids). edges: id, type, from, to, count. hidden: nodes left out, by type.
    """
    edges = [
        (start, end, key, attrs)
        for start, end, key, attrs in G.edges(keys=True, data=True)
        if attrs["type"] in RELATIONS and G.nodes[start]["label"] in TYPES and G.nodes[end]["label"] in TYPES
    ]
    edges.sort(key=lambda edge: edge[2])
    kept = _kept(G, edges)
    edges = [edge for edge in edges if edge[0] in kept and edge[1] in kept]
    simple = _simple(kept, edges)
    communities = _communities(simple)
    places = _places(simple, communities)
    community = {node: index for index, nodes in enumerate(communities) for node in nodes}
    strength = dict(simple.degree(weight="weight"))
    belongs = _belonging(G, edges)
    counted = Counter(attrs["label"] for _, attrs in G.nodes(data=True) if attrs["label"] in TYPES)
    counted.subtract(G.nodes[node]["label"] for node in kept)
    return {
        "nodes": [
            {
                "id": node,
                "type": G.nodes[node]["label"],
                "name": G.nodes[node].get("name") or G.nodes[node].get("text", ""),
                "name_en": G.nodes[node].get("name_en"),
                "x": places[node][0],
                "y": places[node][1],
                "size": _size(G.nodes[node]["label"], strength[node]),
                "count": strength[node],
                "community": community[node],
                "speeches": sorted(belongs[node]["Speech"]),
                "themes": sorted(belongs[node]["Theme"]),
            }
            for node in sorted(kept)
        ],
        "edges": [
            {"id": key, "type": attrs["type"], "from": start, "to": end, "count": attrs.get("count", 1)}
            for start, end, key, attrs in edges
        ],
        "hidden": {label: number for label, number in sorted(counted.items()) if number},
    }


def _kept(G: nx.MultiDiGraph, edges: Sequence[tuple[str, str, str, dict[str, object]]]) -> set[str]:
    """Keep the themes and texts (of many texts the strongest), then the nodes of most weight; what hangs on nothing is left out."""
    weight: Counter[str] = Counter()
    texts: defaultdict[str, set[str]] = defaultdict(set)
    for start, end, _, attrs in edges:
        for node, other in ((start, end), (end, start)):
            weight[node] += attrs.get("count", 1)
            if G.nodes[other]["label"] == "Speech":
                texts[node].add(other)
    first = {"Speech": 0, "Theme": 1}

    def rank(node: str) -> tuple[int, int, int, str]:
        return first.get(G.nodes[node]["label"], 2), -len(texts[node]), -weight[node], node

    ranked = sorted(weight, key=rank)
    speeches = [node for node in ranked if G.nodes[node]["label"] == "Speech"]
    if len(speeches) > MANY_TEXTS:
        out = set(speeches[MOST_TEXTS:])
        ranked = [node for node in ranked if node not in out]
    return set(ranked[:MOST_NODES])


def _simple(kept: set[str], edges: Sequence[tuple[str, str, str, dict[str, object]]]) -> nx.Graph:
    simple = nx.Graph()
    simple.add_nodes_from(sorted(kept))
    for start, end, _, attrs in edges:
        if start != end:
            weight = simple.get_edge_data(start, end, {"weight": 0})["weight"] + attrs.get("count", 1)
            simple.add_edge(start, end, weight=weight)
    return simple


def _belonging(
    G: nx.MultiDiGraph, edges: Sequence[tuple[str, str, str, dict[str, object]]]
) -> dict[str, dict[str, set[str]]]:
    """The texts and themes that each node is tied to; it belongs to itself."""
    belongs: dict[str, dict[str, set[str]]] = defaultdict(lambda: {"Speech": set(), "Theme": set()})
    for start, end, _, _ in edges:
        for node, other in ((start, end), (end, start), (start, start), (end, end)):
            if G.nodes[other]["label"] in ("Speech", "Theme"):
                belongs[node][G.nodes[other]["label"]].add(other)
    for start, end, _, attrs in edges:
        if attrs["type"] == "ATTRIBUTED_TO":
            for label in ("Speech", "Theme"):
                belongs[end][label] |= belongs[start][label]
    return belongs


def _size(label: str, strength: float) -> float:
    least = {"Speech": 13.0, "Theme": 9.0}.get(label, 5.0)
    return round(least + min(7.0, 1.1 * math.sqrt(strength) / (2 if label in ("Speech", "Theme") else 1)), 2)


def _communities(simple: nx.Graph) -> list[list[str]]:
    if not simple:
        return []
    # Counts differ by orders of magnitude between relationships; their logarithm keeps the texts from swallowing all.
    damped = nx.Graph()
    damped.add_nodes_from(simple)
    damped.add_edges_from((a, b, {"weight": 1 + math.log(d["weight"])}) for a, b, d in simple.edges(data=True))
    found = nx.community.louvain_communities(damped, seed=_SEED)
    return sorted((sorted(nodes) for nodes in found), key=lambda nodes: (-len(nodes), nodes[0]))


def _places(simple: nx.Graph, communities: Sequence[Sequence[str]]) -> dict[str, tuple[float, float]]:
    """Place discs, fill each with its community, turn it towards its neighbours, and push overlapping nodes apart."""
    if not communities:
        return {}
    of = {node: index for index, nodes in enumerate(communities) for node in nodes}
    radius = np.array([math.sqrt(len(nodes)) for nodes in communities]) * _GAP * 0.72
    centres = _disc_centres(simple, of, radius)
    nodes = [node for nodes in communities for node in nodes]
    places = np.zeros((len(nodes), 2))
    row = {node: index for index, node in enumerate(nodes)}
    for index, members in enumerate(communities):
        inner = _in_unit_disc(_spring(simple.subgraph(members), list(members))) * radius[index]
        inner = _turned(inner, members, simple, of, centres, index)
        places[[row[node] for node in members]] = inner + centres[index]
    places = _apart(places, np.full(len(nodes), _GAP * 0.5), 60)
    # A screen is wider than high.
    places *= (1.15, 0.95)
    return {node: (round(float(places[i][0]), 1), round(float(places[i][1]), 1)) for node, i in row.items()}


def _disc_centres(simple: nx.Graph, of: dict[str, int], radius: np.ndarray) -> np.ndarray:
    count = len(radius)
    if count == 1:
        return np.zeros((1, 2))
    between: Counter[tuple[int, int]] = Counter()
    for a, b in simple.edges():
        if of[a] != of[b]:
            between[min(of[a], of[b]), max(of[a], of[b])] += 1
    meta = nx.complete_graph(count)
    for a, b in meta.edges():
        near = between[a, b] * _GAP**2 / (radius[a] * radius[b])
        meta[a][b]["weight"] = 1 / (0.15 + near)
    found = nx.kamada_kawai_layout(meta) if count <= 60 else nx.spring_layout(meta, seed=_SEED)
    centres = np.array([found[i] for i in range(count)])
    centres *= math.sqrt(float((radius**2).sum())) * 1.1 / max(float(np.abs(centres).max()), 1e-9)
    return _apart(centres, radius * 1.08, 300)


def _spring(community: nx.Graph, members: Sequence[str]) -> np.ndarray:
    count = len(members)
    if count <= 3:
        turn = 2 * math.pi / count
        return np.array([[math.cos(turn * i), math.sin(turn * i)] for i in range(count)]) * (count > 1)
    import rustworkx as rx

    row = {node: index for index, node in enumerate(members)}
    inner = rx.PyGraph()
    inner.add_nodes_from(range(count))
    inner.extend_from_edge_list(sorted(tuple(sorted((row[a], row[b]))) for a, b in community.edges()))
    found = rx.spring_layout(inner, seed=_SEED, num_iter=100)
    return np.array([found[i] for i in range(count)])


def _in_unit_disc(places: np.ndarray) -> np.ndarray:
    """Spread points evenly over the unit disc: half by the rank of their distance, half by the distance itself."""
    places = places - places.mean(0)
    distance = np.linalg.norm(places, axis=1)
    angle = np.arctan2(places[:, 1], places[:, 0])
    rank = np.sqrt((np.argsort(np.argsort(distance, kind="stable"), kind="stable") + 0.5) / len(places))
    spread = 0.5 * rank + 0.5 * np.minimum(distance / (np.percentile(distance, 97) + 1e-9), 1.15)
    return np.c_[spread * np.cos(angle), spread * np.sin(angle)]


def _turned(
    inner: np.ndarray, members: Sequence[str], simple: nx.Graph, of: dict[str, int], centres: np.ndarray, index: int
) -> np.ndarray:
    """Turn a disc so that nodes with neighbours outside look towards them."""
    target = np.zeros_like(inner)
    for row, node in enumerate(members):
        for other in sorted(simple[node]):
            if of[other] != index:
                target[row] += centres[of[other]] - centres[index]
    cosine = float((inner * target).sum())
    sine = float((inner[:, 0] * target[:, 1] - inner[:, 1] * target[:, 0]).sum())
    angle = math.atan2(sine, cosine)
    turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    return inner @ turn


def _apart(places: np.ndarray, radius: np.ndarray, rounds: int) -> np.ndarray:
    """Push overlapping discs apart, a little in each round, until none overlap or the rounds are spent."""
    from scipy.spatial import cKDTree

    places = places.copy()
    for _ in range(rounds):
        pairs = cKDTree(places).query_pairs(2 * float(radius.max()), output_type="ndarray")
        if not len(pairs):
            break
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        gap = places[pairs[:, 0]] - places[pairs[:, 1]]
        distance = np.linalg.norm(gap, axis=1) + 1e-9
        overlap = radius[pairs[:, 0]] + radius[pairs[:, 1]] - distance
        touching = overlap > 0
        if not touching.any():
            break
        step = (gap / distance[:, None])[touching] * (overlap[touching] * 0.3)[:, None]
        np.add.at(places, pairs[touching, 0], step)
        np.add.at(places, pairs[touching, 1], -step)
    return places
