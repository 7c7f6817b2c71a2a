"""A graph folder in, the same graph in a Neo4j server out: constraints first, then nodes and relationships in batches.

Everything is merged on the ids of the graph, relationships' too, so that loading again changes nothing and absent
values are absent. Each batch is one transaction that also notes how far the load has come, in a node of its own
(`:TifaLoad`, gone at the end): a load that was killed goes on after its last batch.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import InputError, TifaError
from graph.manifest import NAME, read_manifest
from graph.model import NODE_LABELS, RELATIONSHIP_TYPES
from graph.prune import remove_others
from graph.stores.neo4j_errors import error_from_server
from graph.stores.neo4j_schema import schema_statements
from graph.stores.neo4j_server import Server, connect
from graph.table_rows import properties_of, row_batches

if TYPE_CHECKING:
    import neo4j

BATCH_ROWS = 5_000

NODES = "UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row"
RELATIONSHIPS = (
    "UNWIND $rows AS row MATCH (a:{source} {{id: row.a}}) MATCH (b:{target} {{id: row.b}}) "
    "MERGE (a)-[r:{type} {{id: row.r.id}}]->(b) SET r = row.r"
)
_DONE = "MERGE (m:TifaLoad {key: $key}) SET m.batches = $batches"
_FIND_DONE = "MATCH (m:TifaLoad {key: $key}) RETURN max(m.batches) AS batches"
_FORGET = "MATCH (m:TifaLoad) DELETE m"

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows that are sent in one transaction: statements of Cypher, each with its rows."""

    statements: tuple[tuple[str, list[Row]], ...]
    size: int


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did: nodes and relationships of the graph, how many of both an earlier load had sent, what was removed."""

    nodes: int
    relationships: int
    resumed: int
    removed_nodes: int = 0
    removed_relationships: int = 0


def load_graph(
    folder: Path,
    server: Server,
    prune: bool = False,
    progress: Callable[[int], None] = lambda rows: None,
    batch_rows: int = BATCH_ROWS,
) -> Loaded:
    """Load a graph folder into a Neo4j server.

    Args:
        prune: remove nodes and relationships with labels and types of the model that the graph has not.
        progress: told how many rows were just sent or passed over.

    Raises:
        InputError: the folder is no graph, a table is broken, or server, user or database do not fit.
        TifaError: the server is away or gives up.
    """
    counts = read_manifest(folder)["counts"]
    driver = connect(server)
    try:
        with driver.session(database=server.database) as session:
            _prepare(session, server)
            resumed = _send_all(session, folder, batch_rows, progress)
            removed = remove_others(session, folder) if prune else (0, 0)
    except Exception as error:
        raise error_from_server(error, server.address, user=server.user, database=server.database) from error
    finally:
        driver.close()
    return Loaded(sum(counts["nodes"].values()), sum(counts["relationships"].values()), resumed, *removed)


def batches(folder: Path, batch_rows: int = BATCH_ROWS) -> Iterator[Batch]:
    """Yield what is sent, nodes before relationships, in the order of the tables."""
    from graph.tables import node_path, relationship_path

    label_of_id: dict[str, str] = {}
    for label in NODE_LABELS:
        for rows in row_batches(folder / node_path(label), 1, batch_rows):
            label_of_id.update((str(cells[0]), label) for _, cells in rows)
            sent = [properties_of(names, cells, 1) for names, cells in rows]
            yield Batch(((NODES.format(label=label), sent),), len(sent))
    for kind in RELATIONSHIP_TYPES:
        path = folder / relationship_path(kind)
        for rows in row_batches(path, 3, batch_rows):
            by_ends: dict[tuple[str, str], list[Row]] = {}
            for names, cells in rows:
                source, target = str(cells[1]), str(cells[2])
                try:
                    ends = label_of_id[source], label_of_id[target]
                except KeyError as error:
                    raise InputError(f"{path}: a relationship ends at {error}, which the graph has not. Build the graph again.") from error
                by_ends.setdefault(ends, []).append({"a": source, "b": target, "r": properties_of(names, cells, 3)})
            statements = tuple(
                (RELATIONSHIPS.format(source=source, target=target, type=kind), sent) for (source, target), sent in by_ends.items()
            )
            yield Batch(statements, len(rows))


def _prepare(session: neo4j.Session, server: Server) -> None:
    """Create constraints and indexes; a database with two nodes of one id cannot take the graph."""
    from neo4j.exceptions import Neo4jError

    try:
        for statement in schema_statements():
            session.run(statement).consume()
        session.run("CALL db.awaitIndexes(300)").consume()
    except Neo4jError as error:
        if ".Schema." not in (error.code or ""):
            raise
        reason = str(error.message).partition("\n")[0].rstrip(".")
        raise TifaError(
            f"{server.address}: the database cannot be prepared ({reason}). Name an empty one with --database, or mend what stands there."
        ) from error


def _send_all(session: neo4j.Session, folder: Path, batch_rows: int, progress: Callable[[int], None]) -> int:
    """Send what is not sent yet; return how many rows an earlier load had sent."""
    key = hashlib.sha256((folder / NAME).read_bytes() + f"|{batch_rows}".encode()).hexdigest()
    record = session.run(_FIND_DONE, key=key).single()
    done = record["batches"] or 0 if record else 0
    resumed = 0
    for number, batch in enumerate(batches(folder, batch_rows), 1):
        if number > done:
            session.execute_write(_send, batch, key, number)
        else:
            resumed += batch.size
        progress(batch.size)
    session.run(_FORGET).consume()
    return resumed


def _send(transaction: neo4j.ManagedTransaction, batch: Batch, key: str, number: int) -> None:
    for text, rows in batch.statements:
        transaction.run(text, rows=rows).consume()
    transaction.run(_DONE, key=key, batches=number).consume()
