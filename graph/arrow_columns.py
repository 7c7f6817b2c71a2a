"""Columns of Parquet tables from plain Python values, straight into Arrow's buffers.

`pyarrow.array` would do, but it imports pandas first, which takes longer than everything else that a small build does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.model import BOOLEAN, FLOAT, INTEGER, TEXT, TEXTS

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa


def arrow_type(kind: str) -> pa.DataType:
    """Return the Arrow type of a property type of `graph.model`."""
    import pyarrow as pa

    if kind == TEXTS:
        return pa.list_(pa.string())
    return {TEXT: pa.string(), INTEGER: pa.int64(), FLOAT: pa.float64(), BOOLEAN: pa.bool_()}[kind]


def arrow_column(values: Sequence[object], kind: str) -> pa.Array:
    """Return values of one property type as an Arrow array; None is null."""
    import numpy as np
    import pyarrow as pa

    present = np.fromiter((value is not None for value in values), bool, len(values))
    valid = None if present.all() else _bits(present)
    if kind == TEXTS:
        items = arrow_column([item for value in values for item in value or ()], TEXT)
        ends = _offsets([len(value or ()) for value in values])
        return pa.Array.from_buffers(arrow_type(kind), len(values), [valid, ends], children=[items])
    if kind == TEXT:
        data = [value.encode("utf-8") if value is not None else b"" for value in values]
        buffers = [_offsets([len(part) for part in data]), pa.py_buffer(b"".join(data))]
    elif kind == BOOLEAN:
        buffers = [_bits(np.fromiter(map(bool, values), bool, len(values)))]
    else:
        plain = np.fromiter((value or 0 for value in values), np.int64 if kind == INTEGER else np.float64, len(values))
        buffers = [pa.py_buffer(plain)]
    return pa.Array.from_buffers(arrow_type(kind), len(values), [valid, *buffers])


def _bits(flags: np.ndarray) -> pa.Buffer:
    import numpy as np
    import pyarrow as pa

    return pa.py_buffer(np.packbits(flags, bitorder="little"))


def _offsets(lengths: list[int]) -> pa.Buffer:
    import numpy as np
    import pyarrow as pa

    offsets = np.zeros(len(lengths) + 1, np.int32)
    np.cumsum(lengths, out=offsets[1:])
    return pa.py_buffer(offsets)
