"""A table's text in, its rows out: comma, semicolon or tab, one row a document or the metadata of one file."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.errors import InputError
from extract.records import Dropped

TEXT = ("text", "正文", "全文", "content")
ID = ("id", "编号")
FILE = ("file", "filename", "文件", "文件名")

_DELIMITERS = ",;\t|"
_SEPARATOR_LINE = re.compile(r"sep=.\r?\n", re.IGNORECASE)
_LONGEST_CELL = 1 << 30


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table or an object of JSON Lines: `line` is where it begins, `cells` are its values by column."""

    line: int
    cells: Mapping[str, str]

    def cell(self, names: tuple[str, ...]) -> str | None:
        """Return the value of the first column so named, None where there is none."""
        return next((value for key, value in self.cells.items() if key.strip().lower() in names), None)

    def rest(self) -> dict[str, str]:
        """Return the metadata: every filled cell that is neither text nor id nor file."""
        known = (*TEXT, *ID, *FILE)
        return {key: value for key, value in self.cells.items() if value.strip() and key.strip().lower() not in known}


def columns_of(text: str) -> list[str]:
    """Return the names in a table's first line; empty where it has none."""
    lines = _reader(text)
    try:
        return [name.strip() for name in next(lines, [])]
    except csv.Error:
        return []


def has_column(columns: list[str], names: tuple[str, ...]) -> bool:
    """Tell whether one of the columns is so named."""
    return any(column.lower() in names for column in columns)


def rows_of_table(text: str, path: str) -> Iterator[Row | Dropped]:
    """Yield the rows below a table's first line; one with more cells than columns is dropped.

    Raises:
        InputError: a quoted cell does not end, or is followed by something else than the next cell.
    """
    lines = _reader(text)
    skipped = 1 if _SEPARATOR_LINE.match(text) else 0
    try:
        columns = [name.strip() for name in next(lines, [])]
        begin = lines.line_num + 1 + skipped
        for cells in lines:
            if len(cells) > len(columns):
                yield Dropped(f"{path}:{begin}", f"the row has {len(cells)} cells, the first line names {len(columns)} columns")
            elif any(cell.strip() for cell in cells):
                yield Row(begin, dict(zip(columns, cells)))
            begin = lines.line_num + 1 + skipped
    except csv.Error as error:
        raise InputError(
            f"{path}:{lines.line_num + skipped}: the table breaks off ({error}). Check the quotation marks around the cells."
        ) from None


def _reader(text: str) -> csv.reader:
    """Return a reader of a table's lines, with the delimiter that its first line has most of."""
    csv.field_size_limit(_LONGEST_CELL)  # the module's own limit is too low for a long report
    text = _SEPARATOR_LINE.sub("", text, count=1) if _SEPARATOR_LINE.match(text) else text
    first = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=lambda mark: (first.count(mark), mark == ","))
    return csv.reader(_lines(text), delimiter=delimiter, strict=True)


def _lines(text: str) -> Iterator[str]:
    """Yield the lines with their ends as they are, one at a time."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end
