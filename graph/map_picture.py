"""The map: nodes at the places that the layout of the whole graph gave them; a filter only hides."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from graph.drawing import Picture, base, named, types_of, widths
from graph.labels import shortened

_WIDEST = 4.0


def map_picture(
    layout: Mapping[str, object],
    *,
    words: Mapping[str, str],
    names: Mapping[str, str],
    relations: Mapping[str, str],
    language: str = "zh",
    types: Collection[str] | None = None,
    themes: Collection[str] | None = None,
    speeches: Collection[str] | None = None,
    relation_types: Collection[str] | None = None,
    min_weight: float = 0.0,
    around: str | None = None,
) -> Picture:
    """Draw the map.

    Args:
        layout: what `graph.map_layout.layout_of` returns.
        words: `aria`. names: what each node type is called. relations: what each relationship type is called.
        speeches, themes: nodes that belong to none of them are left out; None shows all.
        min_weight: edges whose count is below it are left out, and then nodes that hang on nothing.
        around: a node's id shows only it and its neighbours.
    """
    kept = {
        node["id"]
        for node in layout["nodes"]
        if (types is None or node["type"] in types)
        and (speeches is None or not set(node["speeches"]).isdisjoint(speeches))
        and (themes is None or not set(node["themes"]).isdisjoint(themes))
    }
    edges = [
        edge
        for edge in layout["edges"]
        if edge["from"] in kept
        and edge["to"] in kept
        and edge["count"] >= min_weight
        and (relation_types is None or edge["type"] in relation_types)
        and (around is None or around in (edge["from"], edge["to"]))
    ]
    if min_weight > 1 or relation_types is not None or around is not None:
        kept &= {around, *(end for edge in edges for end in (edge["from"], edge["to"]))}
    nodes = [_node(node, language) for node in layout["nodes"] if node["id"] in kept]
    counts = [edge["count"] for edge in edges]
    return {
        "kind": "map",
        **base(words, relations),
        "types": types_of({node["type"] for node in nodes}, names),
        "nodes": nodes,
        "edges": [_edge(edge, width) for edge, width in zip(edges, widths(counts, counts, _WIDEST))],
    }


def _node(node: Mapping[str, object], language: str) -> dict[str, object]:
    name, full = named(node, language)
    return {**{key: node[key] for key in ("id", "type", "x", "y", "size")}, "label": shortened(name), "full": full}


def _edge(edge: Mapping[str, object], width: float) -> dict[str, object]:
    drawn = {key: edge[key] for key in ("id", "type", "from", "to", "count")}
    return {**drawn, "width": width, "directed": edge["type"] != "CO_OCCURS", "note": str(edge["count"])}
