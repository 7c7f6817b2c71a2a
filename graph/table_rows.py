"""A table of the graph folder in, its rows in batches out: memory stays bounded however large the graph is.

Stores fill themselves from here. The module that writes the tables (`graph.tables`) gives their paths.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extract.errors import InputError

Cells = list[object]


def row_batches(path: Path, fixed: int, size: int) -> Iterator[list[tuple[list[str], Cells]]]:
    """Yield the rows of a table in batches of at most `size`, each as its column names and its cells.

    Args:
        fixed: how many columns at least there must be: 1 for nodes (the id), 3 for relationships (and both ends).

    Raises:
        InputError: the file is missing or no such table.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as table:
            names = table.schema_arrow.names
            if len(names) < fixed:
                raise InputError(f"{path}: the table has too few columns. Build the graph again.")
            for part in table.iter_batches(size):
                columns = [column.to_pylist() for column in part.columns]
                yield [(names, list(cells)) for cells in zip(*columns)]
    except FileNotFoundError as error:
        raise InputError(f"{path}: the file is missing. Build the graph again.") from error
    except (pa.ArrowException, OSError) as error:
        reason = str(error).partition("\n")[0].rstrip(".")
        raise InputError(f"{path}: the file cannot be read as a table ({reason}). Build the graph again.") from error


def properties_of(names: list[str], cells: Cells, fixed: int) -> dict[str, object]:
    """Return id and properties of a row; what is null is absent. A property may be called like an end: place decides."""
    row = {name: cell for name, cell in zip(names[fixed:], cells[fixed:]) if cell is not None}
    return {"id": cells[0], **row}
