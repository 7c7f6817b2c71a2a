"""Node-link JSON, for networkx and d3: `networkx.node_link_graph(data, edges="edges")` gives the graph back.

The format keeps `source` and `target` of an edge for its ends; a relationship's own property `source` is called
`source_` there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import networkx as nx

from extract.registry import Exporter
from graph.files import replacing

OWN_SOURCE = "source_"


def write_node_link(G: nx.MultiDiGraph, path: Path) -> None:
    """Write a graph as node-link JSON, one node or edge a line, in its own order."""
    with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"directed": true, "multigraph": true, "graph": {},\n"nodes": [\n')
        file.writelines(_joined({"id": own, **attributes} for own, attributes in G.nodes(data=True)))
        file.write('],\n"edges": [\n')
        file.writelines(_joined(_edge(*edge) for edge in G.edges(keys=True, data=True)))
        file.write("]}\n")


def _edge(source: str, target: str, key: str, attributes: dict[str, object]) -> dict[str, object]:
    named = {OWN_SOURCE if name == "source" else name: value for name, value in attributes.items()}
    return {"source": source, "target": target, "key": key, **named}


def _joined(rows: Iterator[dict[str, object]]) -> Iterator[str]:
    """Yield rows as JSON lines with commas between them."""
    before = ""
    for row in rows:
        yield before + json.dumps(row, ensure_ascii=False)
        before = ",\n"
    yield "\n" if before else ""


PLUGIN = Exporter("node-link", ".json", "node-link JSON for networkx and d3", write_node_link)
