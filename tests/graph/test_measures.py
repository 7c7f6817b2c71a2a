"""Measures: found as plug-ins, equal in every run, and right on graphs small enough to count by hand."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import networkx as nx
import pytest

import graph.measures
from graph.folder import load
from graph.ids import span_of
from graph.measures import measures
from graph.measures.evidence_paths import evidence_paths, together
from graph.measures.ties import ties

NAMES = ["betweenness", "bridges", "communities", "degree", "k_core", "pagerank"]


@pytest.fixture(scope="module")
def G(seed_graph):
    return load(seed_graph)


@pytest.mark.parametrize("name", [m.name for m in pkgutil.iter_modules(graph.measures.__path__)])
def test_doctests_formula_and_source(name):
    module = importlib.import_module(f"graph.measures.{name}")
    result = doctest.testmod(module)
    assert result.failed == 0 and result.attempted > 0
    if name != "ties":
        assert "Source: " in module.__doc__ and "doi:" in module.__doc__


def test_all_are_found():
    assert sorted(measures()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_value_for_each_thing_and_the_same_again(G, name):
    first, second = (measures()[name].value(G) for _ in range(2))
    assert first == second and list(first) == list(second)
    assert first.keys() == {own for own, data in G.nodes(data=True) if data["label"] not in ("Section", "Sentence")}
    shuffled = nx.MultiDiGraph()
    shuffled.add_nodes_from(reversed(list(G.nodes(data=True))))
    shuffled.add_edges_from(reversed(list(G.edges(keys=True, data=True))))
    assert measures()[name].value(shuffled) == pytest.approx(first)


def test_ranges(G):
    values = {name: measure.value(G) for name, measure in measures().items()}
    assert sum(values["pagerank"].values()) == pytest.approx(1)
    assert all(0 <= value <= 1 for value in values["betweenness"].values())
    assert all(values["bridges"][own] <= values["degree"][own] >= values["k_core"][own] for own in values["degree"])
    assert len(set(values["communities"].values())) > 1


def test_an_estimate_is_near_the_exact_betweenness(G, monkeypatch):
    module = importlib.import_module("graph.measures.betweenness")
    exact = module.betweenness(G)
    monkeypatch.setattr(module, "EXACT_NODES", 10)
    monkeypatch.setattr(module, "SOURCES", 10_000)
    assert module.betweenness(G) == pytest.approx(exact)


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_graph(name):
    assert measures()[name].value(nx.MultiDiGraph()) == {}


def test_each_step_of_an_evidence_path_stands_in_a_sentence(G):
    H = together(G)
    component = sorted(max(nx.connected_components(H), key=len))
    paths = evidence_paths(G, component[0], component[-1])
    assert paths and len({len(path.nodes) for path in paths}) == 1
    for path in paths:
        for (a, b), places in zip(zip(path.nodes, path.nodes[1:]), path.evidence):
            sentences = {(G.nodes[x]["speech"], G.nodes[x]["start"], G.nodes[x]["end"]) for x in set(G.predecessors(a)) & set(G.predecessors(b)) if G.nodes[x]["label"] == "Sentence"}
            assert {span_of(place) for place in places} == sentences


def test_no_path_where_nothing_joins_the_two(G):
    assert evidence_paths(G, "no", "such") == []
    assert evidence_paths(nx.MultiDiGraph(), "a", "b") == []


def test_ties_leave_out_where_text_lies(G):
    H = ties(G)
    assert {G.nodes[own]["label"] for own in H} & {"Section", "Sentence"} == set()
    assert all(weight >= 1 for _, _, weight in H.edges(data="weight"))
