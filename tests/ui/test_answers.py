"""Rows as text: aligned for Chinese, whole in JSON and CSV, harmless on a terminal."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.stores.store import Table
from ui.answers import as_csv, as_json, as_jsonl, as_table, width_of


def table(columns, *rows, truncated=False) -> Table:
    return Table(tuple(columns), tuple(tuple(row) for row in rows), truncated, 0.0123)


def test_columns_stand_below_each_other_whatever_the_script():
    shown = as_table(table(["提法", "n", "name"], ["三服务", 12, "a"], ["五个坚持", 3, None], ["Ⅳ", 100, "é"]))
    assert shown == (
        "提法        n  name\n"
        "--------  ---  ----\n"
        "三服务     12  a\n"
        "五个坚持    3\n"
        "Ⅳ         100  é\n"
        "(3 rows, 0.012 s)\n"
    )


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("提法", 4, id="Han"),
        pytest.param("ａ：", 4, id="full-width forms"),
        pytest.param("𠮷", 2, id="astral"),
        pytest.param("e\u0301", 1, id="combining"),
        pytest.param("\u200b", 0, id="zero width"),
        pytest.param("“三”", 4, id="ambiguous quotation marks are narrow"),
    ],
)
def test_width(text, width):
    assert width_of(text) == width


def test_a_text_cannot_steer_the_terminal():
    shown = as_table(table(["x\x1b[2J"], ["\x1b[31m红\x07\r\n\t\u202e"]))
    assert all(char.isprintable() or char == "\n" for char in shown)
    assert shown.count("\n") == 4


def test_long_cells_are_cut_in_tables_and_whole_elsewhere():
    answer = table(["x"], ["提" * 500])
    assert "…" in as_table(answer) and max(map(width_of, as_table(answer).splitlines())) <= 60
    assert json.loads(as_json(answer))["rows"] == [["提" * 500]] and "提" * 500 in as_csv(answer)


def test_no_rows():
    assert as_table(table(["x"])) == "x\n-\n(0 rows, 0.012 s)\n"
    assert json.loads(as_json(table(["x"]))) == {"columns": ["x"], "rows": [], "truncated": False, "seconds": 0.0123}
    assert as_jsonl(table(["x"])) == "" and as_csv(table(["x"])) == "x\n"


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.lists(st.tuples(_VALUES, _VALUES), max_size=4))
def test_every_format_takes_every_value(rows):
    answer = table(["a", "b"], *rows)
    as_table(answer)
    parsed = json.loads(as_json(answer), parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
    assert len(parsed["rows"]) == len(rows)
    assert len([json.loads(line) for line in as_jsonl(answer).split("\n") if line]) == len(rows)
    assert len(list(csv.reader(io.StringIO(as_csv(answer), newline="")))) == len(rows) + 1
