"""Tables of counts on a page: cells that lead on, columns that sort, and the same rows as csv or json to download."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import streamlit as st

from ui.explorer import Explorer, read_from, select_from
from ui.panels import show_grid

SHOWN = 20
"""Rows drawn before "more" is asked for."""

NAME, WORDS, NUMBER = "name", "text", "number"
"""Kinds of columns."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows, and where a click on it leads: to a node, to evidence, or to a place in the reader.

    `value` is what the column sorts by and what is downloaded; `share` (0 to 1) draws a bar.
    """

    text: str
    value: str | float | None = None
    type: str | None = None
    open: str | None = None
    evidence: str | None = None
    read: dict[str, object] | None = None
    share: float | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading in words, its kind, and what pointing at the heading says."""

    name: str
    kind: str = NUMBER
    title: str | None = None


def number(value: float | None, digits: int = 0, **more: object) -> Cell:
    """Return a cell for a number; an empty one where there is none."""
    if value is None:
        return Cell("", -1.0)
    return Cell(f"{value:,.{digits}f}", round(float(value), 6), **more)


def draw_grid(
    explorer: Explorer, key: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], shown: int = SHOWN
) -> None:
    """Draw a table; names select their node, numbers their evidence."""
    words = explorer.words
    data = {
        "columns": [asdict(column) for column in columns],
        "rows": [[{name: value for name, value in asdict(cell).items() if value is not None} for cell in row] for row in rows],
        "shown": shown,
        "words": {"more": words("more"), "sort": words("sort_by_this")},
    }
    show_grid(data, key=key, on_open=select_from(key, "open", "id"), on_evidence=select_from(key, "evidence", "edge"), on_read=read_from(key))


def offer_download(name: str, rows: Callable[[], Sequence[dict[str, object]]]) -> None:
    """Draw the two buttons that download rows, made when they are pressed."""
    makers = {"csv": ("text/csv", csv_from_rows), "json": ("application/json", json_from_rows)}
    for suffix, (mime, made) in makers.items():
        st.download_button(
            suffix.upper(),
            data=lambda made=made: made(rows()),
            file_name=f"{name}.{suffix}",
            mime=mime,
            key=f"download_{name}_{suffix}",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
        )


def csv_from_rows(rows: Sequence[dict[str, object]]) -> bytes:
    """Return rows as a CSV that spreadsheets open in UTF-8; a cell that they would run as a formula is quoted."""
    out = io.StringIO()
    names = list(rows[0]) if rows else []
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow(_plain(row[name]) for name in names)
    return ("\ufeff" + out.getvalue()).encode("utf-8", "surrogatepass")


def json_from_rows(rows: Sequence[dict[str, object]]) -> bytes:
    """Return rows as a JSON list."""
    return (json.dumps(list(rows), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def _plain(value: object) -> object:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return value
