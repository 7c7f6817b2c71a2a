"""CSV: each row is a document, its words in the column `text`; the other columns are the user's metadata.

The text is the cell as it stands, line ends within it included. A table with a column `file` and no `text` describes
files beside it and is no source: `extract.sources` reads it with them.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.encoding import decode
from extract.errors import InputError
from extract.readers import stem
from extract.records import Dropped
from extract.registry import Document, Reader
from extract.tables import FILE, ID, TEXT, columns_of, has_column, rows_of_table


def read_csv(data: bytes, path: str) -> Iterator[Document | Dropped]:
    """Yield the documents of a table; rows without words are dropped."""
    text = decode(data, path)
    columns = columns_of(text)
    if not has_column(columns, TEXT):
        raise InputError(_no_text(columns, path))
    rows = (row for row in rows_of_table(text, path))
    for number, row in enumerate(rows, 1):
        if isinstance(row, Dropped):
            yield row
            continue
        words = row.cell(TEXT) or ""
        if words.strip():
            yield (row.cell(ID) or "").strip() or f"{stem(path)}-{number}", words, row.rest()
        else:
            yield Dropped(f"{path}:{row.line}", "the row has no text")


def _no_text(columns: list[str], path: str) -> str:
    if has_column(columns, FILE):
        return f"{path}: it describes files (column `file`) and holds no texts. Give it together with them, or as --metadata."
    return (
        f"{path}: no column `text` (one document a row) and no column `file` (metadata of the files beside it). "
        f"Its columns are: {', '.join(columns)[:200]}. Name the column that holds the words `text`."
    )


PLUGIN = Reader("csv", (".csv", ".tsv"), read_csv)
