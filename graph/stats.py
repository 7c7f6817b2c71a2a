"""How many nodes and relationships a graph has, by label and type."""

from __future__ import annotations

from collections import Counter

import networkx as nx

from graph.model import NODE_LABELS, RELATIONSHIP_TYPES


def counts(G: nx.MultiDiGraph) -> dict[str, dict[str, int]]:
    """Return `{"nodes": {label: n}, "relationships": {type: n}}`, in the model's order, zeros included."""
    nodes = Counter(label for _, label in G.nodes(data="label"))
    relationships = Counter(kind for _, _, kind in G.edges(data="type"))
    return {
        "nodes": {label: nodes[label] for label in NODE_LABELS},
        "relationships": {kind: relationships[kind] for kind in RELATIONSHIP_TYPES},
    }


def other_lengths(G: nx.MultiDiGraph) -> list[str]:
    """Return the formulas whose list has not as many members as the numeral promises, one message each."""
    found = [d for _, d in G.nodes(data=True) if d.get("list_status") in ("short", "long")]
    return sorted(f"{d['name']}: {d['members_listed']} members, {d['size']} promised" for d in found)
