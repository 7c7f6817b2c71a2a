"""A graph folder's tables in, the embedded engine's bulk route out: read in batches, so that memory stays bounded.

The engine's `Database` is handed in; this file knows its methods and does not import the package (`arcade.py` does).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from extract.errors import InputError
from graph.model import NODE_LABELS, RELATIONSHIP_TYPES

BATCH_ROWS = 20_000

INDEXED = {"Sentence": ("speech",), "Section": ("speech",)}
"""Properties with an index beside `id` and `name`."""

SETTINGS = {
    "arcadedb.opencypher.loadCsv.allowFileUrls": "false",
    "arcadedb.opencypher.loadCsv.allowRemoteUrls": "false",
}
"""Stored in the database, so that every later opening has them: a query reaches no file and no network."""

Cells = list[object]


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
            for rows in _rows(folder / node_path(label), 1):
                made = batch.create_vertices(label, [_properties(names, cells, 1) for names, cells in rows])
                rid_of_id.update(zip((str(cells[0]) for _, cells in rows), made))
        for kind in RELATIONSHIP_TYPES:
            for rows in _rows(folder / relationship_path(kind), 3):
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
    batch.new_edges(sources, kind, targets, [_properties(names, cells, 3) for names, cells in rows])


def _properties(names: list[str], cells: Cells, fixed: int) -> dict[str, object]:
    """Return id and properties of a row; what is null is absent. A property may be called like an end: place decides."""
    row = {name: cell for name, cell in zip(names[fixed:], cells[fixed:]) if cell is not None}
    return {"id": cells[0], **row}


def _rows(path: Path, fixed: int) -> Iterator[list[tuple[list[str], Cells]]]:
    """Yield the rows of a table in batches, each as its column names and its cells."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as table:
            names = table.schema_arrow.names
            if len(names) < fixed:
                raise InputError(f"{path}: the table has too few columns. Build the graph again.")
            for part in table.iter_batches(BATCH_ROWS):
                columns = [column.to_pylist() for column in part.columns]
                yield [(names, list(cells)) for cells in zip(*columns)]
    except FileNotFoundError as error:
        raise InputError(f"{path}: the file is missing. Build the graph again.") from error
    except (pa.ArrowException, OSError) as error:
        reason = str(error).partition("\n")[0].rstrip(".")
        raise InputError(f"{path}: the file cannot be read as a table ({reason}). Build the graph again.") from error
