"""What a Neo4j server holds of our labels and types and the graph folder has not, removed.

Nodes and relationships without an `id`, and those with other labels and types, are not ours and stay; only a
relationship of a removed node goes with it, whatever its type.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from graph.model import NODE_LABELS, RELATIONSHIP_TYPES
from graph.table_rows import row_batches

if TYPE_CHECKING:
    import neo4j

_ROWS = 20_000
_NODE_IDS = "MATCH (n:{name}) WHERE n.id IS NOT NULL RETURN n.id"
_RELATIONSHIP_IDS = "MATCH ()-[r:{name}]->() WHERE r.id IS NOT NULL RETURN r.id"
_REMOVE_NODES = "UNWIND $ids AS id MATCH (n:{name} {{id: id}}) DETACH DELETE n"
_REMOVE_RELATIONSHIPS = "UNWIND $ids AS id MATCH ()-[r:{name} {{id: id}}]->() DELETE r"


def remove_others(session: neo4j.Session, folder: Path) -> tuple[int, int]:
    """Remove what the graph has not; return how many nodes and relationships."""
    from graph.tables import node_path, relationship_path

    relationships = 0
    for kind in RELATIONSHIP_TYPES:
        kept = _ids(folder / relationship_path(kind), 3)
        relationships += _remove(session, _RELATIONSHIP_IDS.format(name=kind), _REMOVE_RELATIONSHIPS.format(name=kind), kept)
    nodes = 0
    for label in NODE_LABELS:
        kept = _ids(folder / node_path(label), 1)
        nodes += _remove(session, _NODE_IDS.format(name=label), _REMOVE_NODES.format(name=label), kept)
    return nodes, relationships


def _ids(path: Path, fixed: int) -> set[object]:
    return {cells[0] for rows in row_batches(path, fixed, _ROWS) for _, cells in rows}


def _remove(session: neo4j.Session, listing: str, removal: str, kept: set[object]) -> int:
    others = [record[0] for record in session.run(listing) if record[0] not in kept]
    for ids in _parts(others):
        session.execute_write(lambda transaction: transaction.run(removal, ids=ids).consume())
    return len(others)


def _parts(ids: list[object]) -> Iterator[list[object]]:
    for at in range(0, len(ids), _ROWS):
        yield ids[at : at + _ROWS]
