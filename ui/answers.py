"""Answers to queries as text: an aligned table, JSON, JSON Lines or CSV."""

from __future__ import annotations

import csv
import io
import json
import math
import unicodedata
from collections.abc import Callable

from graph.stores.store import Table

WIDEST = 60
"""Columns of the screen that one cell of a table may take; json and csv hold every value whole."""


def as_table(table: Table) -> str:
    """Return rows under their headings; Chinese characters count two columns."""
    cells = [[_clipped(_shown(cell)) for cell in row] for row in (table.columns, *table.rows)]
    numeric = [all(isinstance(row[i], (int, float)) for row in table.rows) for i in range(len(table.columns))]
    widths = [max(width_of(row[i]) for row in cells) for i in range(len(table.columns))]
    lines = []
    for at, row in enumerate(cells):
        padded = [_padded(cell, width, right) for cell, width, right in zip(row, widths, numeric)]
        lines.append("  ".join(padded).rstrip())
        if at == 0:
            lines.append("  ".join("-" * width for width in widths))
    count = len(table.rows)
    return "\n".join([*lines, f"({count} row{'' if count == 1 else 's'}, {table.seconds:.3f} s)"]) + "\n"


def as_json(table: Table) -> str:
    """Return the contract's object: columns, rows, truncated, seconds."""
    answer = {
        "columns": list(table.columns),
        "rows": [[jsonable(cell) for cell in row] for row in table.rows],
        "truncated": table.truncated,
        "seconds": round(table.seconds, 6),
    }
    return json.dumps(answer, ensure_ascii=False) + "\n"


def as_jsonl(table: Table) -> str:
    """Return one object a row."""
    records = ({name: jsonable(cell) for name, cell in zip(table.columns, row)} for row in table.rows)
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def as_csv(table: Table) -> str:
    """Return a table with a header line; an absent value is empty, lists and maps are JSON."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow("" if cell is None else cell if isinstance(cell, str) else _shown(cell) for cell in row)
    return out.getvalue()


FORMATS: dict[str, Callable[[Table], str]] = {"table": as_table, "json": as_json, "jsonl": as_jsonl, "csv": as_csv}


def jsonable(value: object) -> object:
    """Return a value as JSON holds it; numbers that JSON has not (NaN, Infinity) become text."""
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    if isinstance(value, dict):
        return {key: jsonable(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [jsonable(part) for part in value]
    return value


def width_of(text: str) -> int:
    """Return the columns that a text takes on a terminal.

    >>> width_of("提法a"), width_of("e\\u0301")
    (5, 1)
    """
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _shown(value: object) -> str:
    """Return a cell as one line of text; control characters cannot reach the terminal."""
    if value is None:
        return ""
    if isinstance(value, str):
        return "".join(char if char.isprintable() or char == "　" else char.encode("unicode_escape").decode() for char in value)
    return json.dumps(jsonable(value), ensure_ascii=False)


def _clipped(text: str) -> str:
    if width_of(text) <= WIDEST:
        return text
    taken, kept = 0, []
    for char in text:
        taken += _char_width(char)
        if taken > WIDEST - 1:
            break
        kept.append(char)
    return "".join(kept) + "…"


def _padded(text: str, width: int, right: bool) -> str:
    blank = " " * (width - width_of(text))
    return blank + text if right else text + blank
