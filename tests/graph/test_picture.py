"""Pictures: filters leave out, never move what stays; every edge has its ends; labels fit."""

import networkx as nx
import pytest

from graph.build import build_graph
from graph.labels import LABEL_CHARS, chars_wide
from graph.map_layout import layout_of
from graph.overview import overview_of
from graph.picture import columns_picture, map_picture
from graph.snapshot import picture_words


@pytest.fixture
def G(readings, entries, themes) -> nx.MultiDiGraph:
    return build_graph(readings, entries, themes)


def columns(G, language="zh", **filters):
    return columns_picture(overview_of(G), **picture_words("columns", language), language=language, **filters)


def on_map(G, **filters):
    return map_picture(layout_of(G), **picture_words("map", "zh"), **filters)


def ids(picture, kind):
    return [node["id"] for node in picture["nodes"] if node["type"] == kind]


def test_columns_hold_texts_themes_and_formulations(G):
    picture = columns(G)
    assert {node["type"] for node in picture["nodes"]} == {"Speech", "Theme", "Principle", "Slogan"}
    assert all(chars_wide(node["label"]) <= LABEL_CHARS for node in picture["nodes"] if "squares" in node)
    texts = ids(picture, "Speech")
    assert all([square["text"] for square in node["squares"]] == texts for node in picture["nodes"] if "squares" in node)


@pytest.mark.parametrize("draw", [columns, on_map])
@pytest.mark.parametrize("filters", [{}, {"types": ["Theme", "Slogan"]}, {"themes": ["loyalty"]}, {"min_weight": 2}])
def test_every_edge_has_its_ends(G, draw, filters):
    picture = draw(G, **filters)
    known = {node["id"] for node in picture["nodes"]}
    assert all({edge["from"], edge["to"]} <= known for edge in picture["edges"])
    assert len({edge["id"] for edge in picture["edges"]}) == len(picture["edges"])


def test_edges_carry_the_relationships_ids(G):
    known = {key: attrs["type"] for *_, key, attrs in G.edges(keys=True, data=True)}
    for picture in (columns(G), on_map(G)):
        assert all(known[edge["id"]] == edge["type"] for edge in picture["edges"])


def test_a_text_filtered_out_takes_its_counts_along(G):
    whole = columns(G)
    one = ids(whole, "Speech")[0]
    picture = columns(G, speeches=[one])
    assert ids(picture, "Speech") == [one]
    counts = {(t, f): n for s, t, f, n in whole["lit"] if s == one}
    assert {(e["from"], e["to"]): e["count"] for e in picture["edges"] if e["type"] == "ABOUT"} == counts
    assert all(len(node["squares"]) == 1 for node in picture["nodes"] if "squares" in node)


def test_hiding_the_texts_keeps_the_counts(G):
    about = lambda picture: {e["id"]: e["count"] for e in picture["edges"] if e["type"] == "ABOUT"}
    assert about(columns(G, types=["Theme", "Principle", "Slogan"])) == about(columns(G))


def test_rates_are_per_hundred_sentences(G):
    overview = overview_of(G)
    length = {one["id"]: one["sentences"] for one in overview["speeches"]}
    picture = columns(G, per_hundred=True)
    for edge in picture["edges"]:
        if edge["type"] == "EXPRESSES":
            assert f"{100 * edge['count'] / length[edge['from']]:.1f}" in edge["note"]


def test_themes_are_translated_and_formulations_are_not(G):
    picture = columns(G, language="en")
    assert "Political loyalty" in {node["full"] for node in picture["nodes"] if node["type"] == "Theme"}
    named = next(node for node in picture["nodes"] if node["label"] == "五个坚持")
    assert named["full"] == "五个坚持 · Five Persists"


def test_a_filter_never_moves_the_map(G):
    places = lambda picture: {node["id"]: (node["x"], node["y"]) for node in picture["nodes"]}
    whole = places(on_map(G))
    part = places(on_map(G, types=["Speech", "Principle"]))
    assert 0 < len(part) < len(whole)
    assert part.items() <= whole.items()


def test_around_shows_a_node_and_its_neighbours(G):
    picture = on_map(G, around="loyalty")
    assert all("loyalty" in (edge["from"], edge["to"]) for edge in picture["edges"])
    assert "loyalty" in {node["id"] for node in picture["nodes"]}


def test_the_map_is_the_same_in_another_order_and_nothing_overlaps(G):
    H = nx.MultiDiGraph()
    H.add_nodes_from(sorted(G.nodes(data=True), reverse=True))
    H.add_edges_from(sorted(G.edges(keys=True, data=True), key=lambda edge: edge[2], reverse=True))
    layout = layout_of(G)
    assert layout_of(H) == layout
    nodes = layout["nodes"]
    for i, a in enumerate(nodes):
        for b in nodes[i + 1 :]:
            assert (a["x"] - b["x"]) ** 2 + (a["y"] - b["y"]) ** 2 > 20**2, (a["name"], b["name"])


def test_empty_graphs_draw_empty_pictures():
    for picture in (columns(nx.MultiDiGraph()), on_map(nx.MultiDiGraph())):
        assert picture["nodes"] == picture["edges"] == []
