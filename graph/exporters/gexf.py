"""GEXF, for Gephi: what is shown is the name; the node's label stands in the attribute `node_label`.

GEXF's own `label` of a node is what Gephi writes beside it, so it holds the name; that of an edge holds the type.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import networkx as nx

from extract.registry import Exporter
from graph.exporters.xml_parts import Attribute, edge_attributes, escaped, node_attributes, typed
from graph.files import replacing
from graph.model import NODE_LABELS, RELATIONSHIP_TYPES


def write_gexf(G: nx.MultiDiGraph, path: Path) -> None:
    """Write a graph as GEXF 1.2, in its own order."""
    with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_lines(G))


def _lines(G: nx.MultiDiGraph) -> Iterator[str]:
    nodes = {**node_attributes(), ("node_label", "string"): "label"}
    edges = {**edge_attributes(), ("type", "string"): "type"}
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    yield '<graph defaultedgetype="directed" mode="static">\n'
    for part, keys in (("node", nodes), ("edge", edges)):
        yield f'<attributes class="{part}" mode="static">\n'
        for (name, kind), key in keys.items():
            yield f'<attribute id="{key}" title="{name}" type="{kind}"/>\n'
        yield "</attributes>\n"
    yield "<nodes>\n"
    for own, attributes in G.nodes(data=True):
        label = attributes["label"]
        shown = attributes.get("name") or attributes.get("text") or own
        values = [(("node_label", "string"), label), *typed(attributes, NODE_LABELS[label].properties)]
        yield f'<node id="{escaped(own)}" label="{escaped(shown)}">{_values(values, nodes)}</node>\n'
    yield "</nodes>\n<edges>\n"
    for source, target, own, attributes in G.edges(keys=True, data=True):
        kind = attributes["type"]
        values = [(("type", "string"), kind), *typed(attributes, RELATIONSHIP_TYPES[kind].properties)]
        ends = f'id="{escaped(own)}" source="{escaped(source)}" target="{escaped(target)}" label="{kind}"'
        yield f"<edge {ends}>{_values(values, edges)}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _values(values: list[tuple[Attribute, str]], keys: Mapping[Attribute, str]) -> str:
    inside = "".join(f'<attvalue for="{keys[attribute]}" value="{text}"/>' for attribute, text in values)
    return f"<attvalues>{inside}</attvalues>"


PLUGIN = Exporter("gexf", ".gexf", "GEXF for Gephi; lists as JSON strings", write_gexf)
