"""Nodes and relationships as Parquet tables, one a label and a type, and back.

A table's columns are `id`, for relationships `source_id` and `target_id` (the ids of their ends), then the properties of
`graph.model` in its order; an absent value is null. Rows stand in a fixed order, so that equal graphs give equal bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import networkx as nx

from extract.errors import InputError
from graph.arrow_columns import arrow_column, arrow_type
from graph.model import NODE_LABELS, RELATIONSHIP_TYPES, TEXT

Row = tuple[tuple[str, ...], Mapping[str, object]]
"""The fixed cells of a row (its id, for relationships also those of its ends) and its properties."""

_NODE_CELLS, _RELATIONSHIP_CELLS = ("id",), ("id", "source_id", "target_id")


def write_tables(folder: Path, G: nx.MultiDiGraph) -> dict[str, int]:
    """Write `nodes/LABEL.parquet` and `relationships/TYPE.parquet`; return the number of rows of each file."""
    rows: dict[str, list[Row]] = {path: [] for path in table_paths()}
    for own, attributes in G.nodes(data=True):
        rows[node_path(attributes["label"])].append(((own,), attributes))
    for source, target, own, attributes in G.edges(keys=True, data=True):
        rows[relationship_path(attributes["type"])].append(((own, source, target), attributes))
    for path, columns in table_paths().items():
        (folder / path).parent.mkdir(exist_ok=True)
        fixed = _NODE_CELLS if path.startswith("nodes/") else _RELATIONSHIP_CELLS
        _write(folder / path, fixed, columns, sorted(rows[path], key=_row_order))
    return {path: len(found) for path, found in rows.items()}


def read_tables(folder: Path) -> nx.MultiDiGraph:
    """Return the graph that the tables hold."""
    G = nx.MultiDiGraph()
    for label in NODE_LABELS:
        path = folder / node_path(label)
        G.add_nodes_from((own, {"label": label, **properties}) for (own,), properties in _read(path, _NODE_CELLS))
    for kind in RELATIONSHIP_TYPES:
        path = folder / relationship_path(kind)
        for (own, source, target), properties in _read(path, _RELATIONSHIP_CELLS):
            if source not in G or target not in G:
                raise InputError(f"{path}: relationship {own} ends at a node that the graph has not. Build it again.")
            G.add_edge(source, target, own, type=kind, **properties)
    return G


def node_path(label: str) -> str:
    """Return where the nodes of a label stand in a graph folder."""
    return f"nodes/{label}.parquet"


def relationship_path(kind: str) -> str:
    """Return where the relationships of a type stand in a graph folder."""
    return f"relationships/{kind}.parquet"


def table_paths() -> dict[str, dict[str, str]]:
    """Return the properties with their types, by the path of their table."""
    nodes = {node_path(name): label.properties for name, label in NODE_LABELS.items()}
    return nodes | {relationship_path(name): kind.properties for name, kind in RELATIONSHIP_TYPES.items()}


def _row_order(row: Row) -> tuple[str, int, str, str]:
    """Sort key: parts of a text by their place, relationships by their ends."""
    cells, properties = row
    if len(cells) == 1:
        return str(properties.get("speech", "")), int(properties.get("start", -1)), "", cells[0]
    return cells[1], int(properties.get("start", properties.get("order", -1))), cells[2], cells[0]


def _write(path: Path, fixed: tuple[str, ...], columns: Mapping[str, str], rows: list[Row]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    arrays = [arrow_column([cells[at] for cells, _ in rows], TEXT) for at in range(len(fixed))]
    fields = [pa.field(name, pa.string(), nullable=False) for name in fixed]
    for name, kind in columns.items():
        arrays.append(arrow_column([properties.get(name) for _, properties in rows], kind))
        fields.append(pa.field(name, arrow_type(kind)))
    pq.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), path, compression="zstd")


def _read(path: Path, fixed: tuple[str, ...]) -> Iterable[Row]:
    """Yield the rows of a table, without the cells that are null."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:  # `read_table` would load the dataset module first
            table = file.read()
        cells = zip(*(table[name].to_pylist() for name in fixed))
        names = [name for name in table.column_names if name not in fixed]
        values = zip(*(table[name].to_pylist() for name in names)) if names else iter([()] * table.num_rows)
    except FileNotFoundError as error:
        raise InputError(f"{path}: the file is missing. Build the graph again.") from error
    except (pa.ArrowInvalid, pa.ArrowException, KeyError, OSError) as error:
        raise InputError(f"{path}: the file cannot be read as a table ({_first_line(error)}). Build the graph again.") from error
    for ends, row in zip(cells, values):
        yield ends, {name: value for name, value in zip(names, row) if value is not None}


def _first_line(error: BaseException) -> str:
    return str(error).partition("\n")[0].rstrip(".")
