"""The names that a search box offers before anything is typed: of each label the most connected, plain JSON.

Counted once from the whole graph and stored, because counting takes the longer the larger the graph is.
"""

from __future__ import annotations

from collections import Counter, defaultdict

import networkx as nx

from graph.model import MENTIONED

EACH = 1000
"""The most names of one label."""

_COUNTED = ("USES", "CITES", "NAMES")


def suggestions_of(G: nx.MultiDiGraph) -> list[dict[str, object]]:
    """Return rows of id, name, name_en, label, and for what speeches mention also `count` and `texts`.

    Themes and speeches stand by name, the rest by the number of mentions, then by name.
    """
    counts: Counter[str] = Counter()
    texts: Counter[str] = Counter()
    for _, end, attrs in G.edges(data=True):
        if attrs["type"] in _COUNTED:
            counts[end] += attrs.get("count", 0)
            texts[end] += attrs.get("count", 0) > 0
    by_label: dict[str, list[str]] = defaultdict(list)
    for node, attrs in G.nodes(data=True):
        if attrs["label"] in ("Theme", "Speech") or (attrs["label"] in MENTIONED and counts[node]):
            by_label[attrs["label"]].append(node)
    rows = []
    for label in ("Theme", "Speech", *MENTIONED):
        first = sorted(by_label[label], key=lambda node: (-counts[node], str(G.nodes[node].get("name", "")), node))
        for node in first[:EACH]:
            attrs = G.nodes[node]
            row = {"id": node, "name": attrs.get("name"), "name_en": attrs.get("name_en"), "label": label}
            rows.append({**row, "count": counts[node], "texts": texts[node]} if label in MENTIONED else row)
    return rows
