"""提法: every line of the concordance is in its source at its offsets, the counts are the graph's, the address leads there."""

from __future__ import annotations

import json

import pytest

from graph.folder import load, text_of
from graph.stores.arcade import open_store
from ui import dossier
from ui.data import label_of
from ui.grids import csv_from_rows, json_from_rows


@pytest.fixture(scope="module")
def store(seed_graph):
    opened = open_store(seed_graph)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def G(seed_graph):
    return load(seed_graph)


def used(G) -> list[str]:
    return sorted({target for _, target, kind in G.edges(data="type") if kind == "USES"})


def test_every_occurrence_stands_in_its_source_at_its_offsets(seed_graph, store, G):
    seen = 0
    for node_id in used(G):
        found, cut = dossier.occurrences(store, node_id)
        assert not cut
        assert len(found) == sum(1 for _, _, d in G.in_edges(node_id, data=True) if d["type"] == "MENTIONS")
        for one in found:
            text = text_of(seed_graph, one.speech)
            assert text[one.start : one.end] == one.surface
            assert text[one.start - len(one.left) : one.end + len(one.right)] == one.left + one.surface + one.right
            seen += 1
    assert seen > 50


def test_counts_by_text_and_by_time_are_the_graphs(store, G):
    for node_id in used(G):
        rows = dossier.uses(store, node_id)
        graphs = {source: d for source, _, d in G.in_edges(node_id, data=True) if d["type"] == "USES"}
        assert {row["speech"]: row["count"] for row in rows} == {source: d["count"] for source, d in graphs.items()}
        assert all(row["own"] + row["quoted"] + row["in_title"] >= row["count"] - row["opposed"] for row in rows)
        periods = dossier.periods(store, node_id)
        assert sum(period.count for period in periods) == sum(d["count"] for d in graphs.values())
        assert sum(period.texts for period in periods) == 5


def test_a_text_counts_for_a_year_only_where_both_bounds_lie_in_it(store, G):
    years = {period.year: period.texts for period in dossier.periods(store, used(G)[0])}
    sure = [d for _, d in G.nodes(data=True) if d["label"] == "Speech" and d.get("date_earliest", "")[:4] == d.get("date_latest", "-")[:4]]
    assert sum(count for year, count in years.items() if year) == len(sure) < 5
    assert list(years)[-1] is None


def test_quotations_hold_the_places(store, G):
    quoted = [target for _, target, d in G.edges(data=True) if d["type"] == "USES" and d["quoted"]]
    found, _ = dossier.occurrences(store, quoted[0])
    rows = dossier.quotations(store, found)
    assert rows and all(any(row["start"] <= one.start and one.end <= row["end"] for one in found) for row in rows)


def test_a_part_of_a_name_finds_the_shortest_that_holds_it(store):
    assert dossier.named(store, "党绝对忠")["name"] == "对党绝对忠诚"
    assert dossier.named(store, "没有这样的提法") is None


def test_the_page_shows_the_formulation_of_its_address(page_of, G):
    node_id = next(own for own, d in G.nodes(data=True) if d.get("name") == "三服务" and d["label"] == "Principle" and own in used(G))
    page = page_of("formulations", id=node_id, sort="left")
    head, concordance = page.data("details")[0], page.data("concordance")[0]
    assert head["name"] == "三服务" and head["type"] == label_of(node_id)
    assert any(fact["name"] == "数字核对" for fact in head["facts"])
    assert concordance["sort"] == "left" and all(row["key"] for row in concordance["rows"])
    assert page.data("grid")


def test_an_address_that_names_nothing_says_so(page_of):
    page = page_of("formulations", id="principle-0000000000000000")
    assert "没有这一项" in page.words() and not page.data("concordance")


def test_downloads_hold_every_row_and_no_formula():
    rows = [{"left": "=1+1", "n": 3}, {"left": "要做到，", "n": -1}]
    lines = csv_from_rows(rows).decode("utf-8-sig").splitlines()
    assert lines == ["left,n", "'=1+1,3", "要做到，,-1"]
    assert json.loads(json_from_rows(rows)) == rows
    assert csv_from_rows([]).decode("utf-8-sig").strip() == ""
