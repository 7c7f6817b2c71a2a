"""Values that go into Arrow's buffers come out as they were, nulls too."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.arrow_columns import arrow_column
from graph.model import BOOLEAN, FLOAT, INTEGER, TEXT, TEXTS

TEXT_VALUES = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
VALUES = {
    TEXT: TEXT_VALUES,
    INTEGER: st.integers(-(2**63), 2**63 - 1),
    FLOAT: st.floats(allow_nan=False),
    BOOLEAN: st.booleans(),
    TEXTS: st.lists(TEXT_VALUES, max_size=4),
}


@pytest.mark.parametrize("kind", VALUES)
@settings(max_examples=50)
@given(data=st.data())
def test_a_column_holds_its_values(kind, data):
    values = data.draw(st.lists(st.none() | VALUES[kind], max_size=20))
    column = arrow_column(values, kind)
    column.validate(full=True)
    assert column.to_pylist() == values
