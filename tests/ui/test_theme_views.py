"""Themes: which stand together, how they flow, and in which words; every number has exactly its sentences."""

from __future__ import annotations

import pytest

from graph.derived import load_overview
from graph.stores.arcade import open_store
from ui.carried import carried, carried_of_groups, places
from ui.flow import beside_data, flow_data, in_order
from ui.language import Words


@pytest.fixture(scope="module")
def store(seed_graph):
    opened = open_store(seed_graph)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def overview(seed_graph):
    return load_overview(seed_graph)


@pytest.mark.parametrize(
    ("speeches", "expected"),
    [
        pytest.param([{"id": "b", "date_latest": "2021-05-01"}, {"id": "a", "date_latest": "2020-01-01"}], "ab", id="by date"),
        pytest.param([{"id": "x"}, {"id": "a", "date_earliest": "2020-01-01"}], "ax", id="undated last"),
        pytest.param([{"id": "y"}, {"id": "x"}], "yx", id="undated as they stand"),
        pytest.param(
            [{"id": "2", "name": "2011", "members": []}, {"id": "1", "name": "2010", "members": []}, {"id": "?", "name": "unknown", "members": []}],
            "12?",
            id="groups by year",
        ),
    ],
)
def test_speeches_stand_by_date(speeches, expected):
    assert "".join(one["id"] for one in in_order(speeches)) == expected


def test_the_flow_holds_each_share_once(overview):
    data = flow_data(overview, Words("zh"), None)
    columns = [column["id"] for column in data["columns"]]
    drawn = {(layer["id"], column): share for layer in data["layers"] for column, share in zip(columns, layer["shares"], strict=True) if share}
    assert drawn == {(row["theme"], row["speech"]): row["weight"] for row in overview["expresses"]}


def test_the_flow_knows_what_is_selected(overview):
    row = overview["expresses"][0]
    data = flow_data(overview, Words("en"), f"EXPRESSES~{row['speech']}~{row['theme']}")
    assert data["selected"] == {"column": row["speech"], "row": row["theme"]}


def test_each_pair_of_themes_stands_once_below_the_diagonal(store, overview):
    data = beside_data(store, overview, Words("zh"), None)
    rows, columns = ([one["id"] for one in data[part]] for part in ("rows", "columns"))
    counted = store.query("MATCH (a:Theme)-[r:CO_OCCURS]->(b:Theme) RETURN a.id, b.id, r.count").rows
    assert len(data["cells"]) == len(counted) > 50
    for pair, cell in data["cells"].items():
        row, column = pair.split(" ")
        assert columns.index(column) <= rows.index(row)
        assert cell["count"] == next(n for a, b, n in counted if {a, b} == {row, column})


def test_carried_formulations_are_the_lit_triples(store, overview):
    """The overview counts the same in memory; the store's query must find the same numbers."""
    speeches = [one["id"] for one in overview["speeches"]]
    shown = {one["id"] for one in overview["formulations"]}
    for theme in (one["id"] for one in overview["themes"]):
        found = carried(store, theme, speeches)
        counts = {(speech, row["id"]): row["count"] for speech, rows in found.items() for row in rows if row["id"] in shown}
        assert counts == {(speech, one): n for speech, of, one, n in overview["lit"] if of == theme}


def test_every_number_has_its_sentences(store, overview):
    for speech, theme, formulation, count in overview["lit"][:40]:
        found, total = places(store, theme, speech, formulation)
        assert total == count
        for place in found:
            span = place.spans[0]
            assert place.speech == speech
            assert place.start <= span.start < span.end <= place.start + len(place.text)


def test_groups_list_what_the_first_picture_joins(overview):
    theme = overview["lit"][0][1]
    found = carried_of_groups(overview, theme)
    assert sum(row["count"] for rows in found.values() for row in rows) == sum(n for _, of, _, n in overview["lit"] if of == theme)
    assert set(found) == {one["id"] for one in overview["speeches"]}
