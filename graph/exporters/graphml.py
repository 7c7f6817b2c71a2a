"""GraphML, for networkx, yEd, Cytoscape: every property; `label` on nodes, `type` on edges, edge ids kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import networkx as nx

from extract.registry import Exporter
from graph.exporters.xml_parts import edge_attributes, escaped, node_attributes, typed
from graph.files import replacing
from graph.model import NODE_LABELS, RELATIONSHIP_TYPES


def write_graphml(G: nx.MultiDiGraph, path: Path) -> None:
    """Write a graph as GraphML, in its own order."""
    with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_lines(G))


def _lines(G: nx.MultiDiGraph) -> Iterator[str]:
    nodes, edges = node_attributes(), edge_attributes()
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield '<key id="label" for="node" attr.name="label" attr.type="string"/>\n'
    yield '<key id="type" for="edge" attr.name="type" attr.type="string"/>\n'
    for part, keys in (("node", nodes), ("edge", edges)):
        for (name, kind), key in keys.items():
            yield f'<key id="{key}" for="{part}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph edgedefault="directed">\n'
    for own, attributes in G.nodes(data=True):
        table = NODE_LABELS[attributes["label"]].properties
        data = "".join(f'<data key="{nodes[key]}">{text}</data>' for key, text in typed(attributes, table))
        yield f'<node id="{escaped(own)}"><data key="label">{attributes["label"]}</data>{data}</node>\n'
    for source, target, own, attributes in G.edges(keys=True, data=True):
        table = RELATIONSHIP_TYPES[attributes["type"]].properties
        data = "".join(f'<data key="{edges[key]}">{text}</data>' for key, text in typed(attributes, table))
        ends = f'id="{escaped(own)}" source="{escaped(source)}" target="{escaped(target)}"'
        yield f'<edge {ends}><data key="type">{attributes["type"]}</data>{data}</edge>\n'
    yield "</graph>\n</graphml>\n"


PLUGIN = Exporter("graphml", ".graphml", "GraphML for networkx, yEd, Cytoscape; lists as JSON strings", write_graphml)
