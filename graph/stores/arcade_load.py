"""A graph folder's tables in, the embedded engine's bulk route out: read in batches, so that memory stays bounded.

The engine's `Database` is handed in; this file knows its methods and does not import the package (`arcade.py` does).
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from extract.errors import InputError
from graph.model import NODE_LABELS, RELATIONSHIP_TYPES
from graph.table_rows import Cells, properties_of, row_batches

BATCH_ROWS = 20_000

INDEXED = {"Sentence": ("speech",), "Section": ("speech",)}
"""Properties with an index beside `id` and `name`."""

SETTINGS = {
    "arcadedb.opencypher.loadCsv.allowFileUrls": "false",
    "arcadedb.opencypher.loadCsv.allowRemoteUrls": "false",
}
"""Stored in the database, so that every later opening has them: a query reaches no file and no network."""


class Batch(Protocol):
    """The engine's bulk writer."""

    def create_vertices(self, type_name: str, rows: list[dict[str, object]]) -> list[str]: ...

    def new_edges(self, sources: list[str], edge_type: str, targets: list[str], rows: list[dict[str, object]]) -> object: ...


class Database(Protocol):
    """What is used of the engine's database."""

    def command(self, language: str, text: str) -> object: ...

    def graph_batch(self, *, commit_every: int | None = None) -> object: ...


def fill(database: Database, folder: Path) -> None:
    """Put the graph of a folder into an empty database, with its indexes and settings.

    Raises:
        InputError: a table is missing or broken.
    """
    from graph.tables import node_path, relationship_path  # brings networkx, which an opened graph does not need

    for label in NODE_LABELS:
        database.command("sql", f"CREATE VERTEX TYPE `{label}`")
    for kind in RELATIONSHIP_TYPES:
        database.command("sql", f"CREATE EDGE TYPE `{kind}`")
    with database.graph_batch(commit_every=BATCH_ROWS) as batch:
        rid_of_id: dict[str, str] = {}
        for label in NODE_LABELS:
            for rows in row_batches(folder / node_path(label), 1, BATCH_ROWS):
                made = batch.create_vertices(label, [properties_of(names, cells, 1) for names, cells in rows])
                rid_of_id.update(zip((str(cells[0]) for _, cells in rows), made))
        for kind in RELATIONSHIP_TYPES:
            for rows in row_batches(folder / relationship_path(kind), 3, BATCH_ROWS):
                _add_edges(batch, kind, rows, rid_of_id, folder / relationship_path(kind))
    for label, properties in NODE_LABELS.items():
        names = ("name",) if "name" in properties.properties else ()
        for name in ("id", *names, *INDEXED.get(label, ())):
            database.command("sql", f"CREATE PROPERTY `{label}`.`{name}` STRING")
            database.command("sql", f"CREATE INDEX ON `{label}` (`{name}`) {'UNIQUE' if name == 'id' else 'NOTUNIQUE'}")
    for setting, value in SETTINGS.items():
        database.command("sql", f"ALTER DATABASE `{setting}` {value}")


def _add_edges(batch: Batch, kind: str, rows: list[tuple[list[str], Cells]], rid_of_id: dict[str, str], path: Path) -> None:
    try:
        sources = [rid_of_id[str(cells[1])] for _, cells in rows]
        targets = [rid_of_id[str(cells[2])] for _, cells in rows]
    except KeyError as error:
        raise InputError(f"{path}: a relationship ends at {error}, which the graph has not. Build the graph again.") from error
    batch.new_edges(sources, kind, targets, [properties_of(names, cells, 3) for names, cells in rows])
