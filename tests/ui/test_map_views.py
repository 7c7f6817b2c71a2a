"""The map's gestures: neighbours that were left out, paths with their evidence, communities; and the page itself."""

from __future__ import annotations


import networkx as nx
import pytest

from graph.derived import load_layout
from graph.folder import load
from graph.map_layout import TYPES
from graph.stores.arcade import open_store
from ui import neighbours
from ui.communities import communities, of_community
from ui.data import evidence, relationship, relationship_key
from ui.language import Words
from ui.neighbours import grown, ties
from ui.paths import nodes_of, path_layout, shortest_path


@pytest.fixture(scope="module")
def store(seed_graph):
    opened = open_store(seed_graph)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def layout(seed_graph):
    return load_layout(seed_graph)


@pytest.fixture(scope="module")
def drawn_graph(seed_graph):
    """The relationships that a path may take, read from the folder, as a plain graph: what paths are measured against."""
    G, plain = load(seed_graph), nx.Graph()
    for start, end, attrs in G.edges(data=True):
        if attrs["type"] in neighbours._KINDS and {G.nodes[start]["label"], G.nodes[end]["label"]} <= set(TYPES):
            plain.add_edge(start, end)
    return plain


def test_ties_are_all_of_a_node(store, drawn_graph):
    for one in sorted(drawn_graph)[::40]:
        assert {tie.other for tie in ties(store, [one])} == set(drawn_graph[one])


def test_a_path_is_as_short_as_any(store, drawn_graph):
    ids = sorted(drawn_graph)
    for source, target in zip(ids[::60], ids[30::60]):
        try:
            length = nx.shortest_path_length(drawn_graph, source, target)
        except nx.NetworkXNoPath:
            assert shortest_path(store, source, target) is None
            continue
        path = shortest_path(store, source, target)
        steps = nodes_of(path, source)
        assert len(path) == length
        assert (steps[0], steps[-1]) == (source, target)
        assert all(drawn_graph.has_edge(a, b) for a, b in zip(steps, steps[1:]))


def test_each_step_of_a_path_has_its_sentences(store):
    path = shortest_path(store, "study", "epidemic")
    for tie in path:
        record = relationship(store, relationship_key(tie.kind, tie.start, tie.end))
        assert len(evidence(store, record["evidence"], tie.end, limit=500)) == record["count"] == tie.count


def test_no_path_to_what_the_graph_has_not(store):
    assert shortest_path(store, "study", "person-0000000000000000") is None
    assert shortest_path(store, "study", "study") == []


def test_a_drawn_path_keeps_its_nodes_apart(store):
    path = shortest_path(store, "study", "epidemic")
    names = {one: {"name": one} for one in nodes_of(path, "study")}
    drawn = path_layout(path, "study", names)
    assert [node["id"] for node in drawn["nodes"]] == nodes_of(path, "study")
    assert len({node["x"] for node in drawn["nodes"]}) == len(drawn["nodes"])
    assert {edge["id"] for edge in drawn["edges"]} == {tie.id for tie in path}


def test_neighbours_that_the_map_leaves_out_are_drawn_around_their_node(store, layout):
    on_map = {node["id"] for node in layout["nodes"]}
    found = {node["id"]: {tie.other for tie in ties(store, [node["id"]])} for node in layout["nodes"][::3]}
    centre = next(one for one, others in found.items() if others - on_map and len(others) < neighbours.EACH)
    drawn, left_out = grown(layout, store, [centre])
    places = {node["id"]: (node["x"], node["y"]) for node in drawn["nodes"]}
    assert left_out == 0
    assert set(places) == {centre, *found[centre]}
    assert len(set(places.values())) == len(places)
    assert all(places[node["id"]] == (node["x"], node["y"]) for node in layout["nodes"] if node["id"] in places)


def test_growing_adds_and_says_what_is_left_out(store, layout, monkeypatch):
    speech = next(node["id"] for node in layout["nodes"] if node["type"] == "Speech")
    alone, _ = grown(layout, store, ["study"])
    both, _ = grown(layout, store, ["study", speech])
    assert {node["id"] for node in alone["nodes"]} < {node["id"] for node in both["nodes"]}
    monkeypatch.setattr(neighbours, "EACH", 5)
    few, left_out = grown(layout, store, [speech])
    assert len(few["nodes"]) == 6
    assert left_out > 0


def test_communities_share_out_the_map(layout):
    found = communities(layout, Words("zh"))
    parts = [of_community(layout, number) for number, _, _ in found]
    ids = [node["id"] for part in parts for node in part["nodes"]]
    assert len(ids) == len(set(ids)) == sum(size for _, _, size in found)
    for part in parts:
        inside = {node["id"] for node in part["nodes"]}
        assert all(edge["from"] in inside and edge["to"] in inside for edge in part["edges"])
    assert of_community(layout, "no such") == layout
    assert of_community(layout, None) == layout


@pytest.mark.parametrize(
    "address",
    [
        pytest.param({}, id="whole"),
        pytest.param({"community": "0"}, id="community"),
        pytest.param({"around": "study", "grown": "truth", "sel": "study"}, id="around"),
        pytest.param({"around": "person-0000000000000000"}, id="around nothing"),
        pytest.param({"from": "study", "to": "epidemic"}, id="path"),
        pytest.param({"from": "study", "to": "person-0000000000000000"}, id="no path"),
        pytest.param({"from": "<b>x</b>", "to": "study"}, id="hostile"),
    ],
)
def test_the_map_stands_at_every_address(seed_graph, address):
    from streamlit.testing.v1 import AppTest

    test = AppTest.from_string(_PAGE.format(folder=str(seed_graph)), default_timeout=60)
    for key, value in address.items():
        test.query_params[key] = value
    test.run()
    assert not test.exception
    assert "<b>x</b>" not in "".join(str(block.proto) for block in test.get("html"))


_PAGE = """
from pathlib import Path
from graph.derived import load_overview
from graph.stores.arcade import open_store
from ui.explorer import Explorer
from ui.language import Words
from ui.views.map import show
folder = Path({folder!r})
show(Explorer(folder, open_store(folder), load_overview(folder), Words("zh"), False))
"""
