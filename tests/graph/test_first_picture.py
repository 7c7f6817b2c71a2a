"""The first picture's data: chosen by rule, counted from evidence, and no path in it that a text does not hold."""

import json
from collections import Counter

import networkx as nx
import pytest

from graph.build import build_graph
from graph.facts import Use, state_of
from graph.folder import load
from graph.overview import FORMULATION_ROWS, overview_of


@pytest.fixture
def G(readings, entries, themes) -> nx.MultiDiGraph:
    return build_graph(readings, entries, themes)


def lit_by_evidence(G: nx.MultiDiGraph) -> Counter:
    """Count (speech, theme, formulation) from ABOUT's evidence alone, checking the section of each reference."""
    sentences = sorted((d["speech"], d["start"], d["end"], n) for n, d in G.nodes(data=True) if d["label"] == "Sentence")
    section_of = {end: start for start, end, kind in G.edges(data="type") if kind == "HAS_SENTENCE"}
    expresses = {(start, end) for start, end, kind in G.edges(data="type") if kind == "EXPRESSES"}
    counts = Counter()
    for formulation, theme, attrs in G.edges(data=True):
        if attrs["type"] != "ABOUT":
            continue
        for reference in attrs["evidence"]:
            speech, _, span = reference.rpartition("#")
            start = int(span.split("-")[0])
            sentence = next(n for own, a, b, n in sentences if own == speech and a <= start < b)
            assert (section_of[sentence], theme) in expresses, reference
            counts[speech, theme, formulation] += 1
    return counts


def test_lit_triples_are_what_the_evidence_says(G):
    lit = {tuple(triple[:3]): triple[3] for triple in overview_of(G)["lit"]}
    assert lit
    assert lit == dict(lit_by_evidence(G))


def test_lit_triples_of_the_seeds_are_what_the_evidence_says(seed_graph):
    G = load(seed_graph)
    counted = lit_by_evidence(G)
    overview = overview_of(G)
    shown = {one["id"] for key in ("themes", "formulations") for one in overview[key]}
    lit = {tuple(triple[:3]): triple[3] for triple in overview["lit"]}
    assert lit == {key: count for key, count in counted.items() if shown.issuperset(key[1:])}
    abouts = {(edge["theme"], edge["formulation"]): edge["count"] for edge in overview["about"]}
    for (theme, formulation), count in abouts.items():
        assert count == sum(n for (_, t, f), n in lit.items() if (t, f) == (theme, formulation))


def test_counts_are_those_of_the_relationships(G):
    overview = overview_of(G)
    by_id = {key: attrs for *_, key, attrs in G.edges(keys=True, data=True)}
    for edge in overview["expresses"]:
        assert edge["count"] == len(by_id[edge["id"]]["evidence"])
    uses = Counter()
    for _, formulation, attrs in G.edges(data=True):
        if attrs["type"] == "USES":
            uses[formulation] += attrs["count"]
    for one in overview["formulations"]:
        assert one["count"] == uses[one["id"]]


def test_the_same_graph_in_another_order_gives_the_same_bytes(G):
    H = nx.MultiDiGraph()
    H.add_nodes_from(sorted(G.nodes(data=True), reverse=True))
    H.add_edges_from(sorted(G.edges(keys=True, data=True), key=lambda edge: edge[2], reverse=True))
    assert json.dumps(overview_of(H)) == json.dumps(overview_of(G))


def test_an_empty_graph_has_an_empty_overview():
    overview = overview_of(nx.MultiDiGraph())
    assert overview["speeches"] == overview["lit"] == []
    assert overview["hidden"] == {"speeches": 0, "themes": 0, "formulations": 0}


@pytest.mark.parametrize(
    ("use", "state", "opposed"),
    [
        pytest.param(None, "absent", False, id="not there"),
        pytest.param(Use(count=2, own=1), "own", False, id="own voice at least once"),
        pytest.param(Use(count=1, own=0), "inside", False, id="only quoted"),
        pytest.param(Use(nested=1), "inside", False, id="only inside a longer wording"),
        pytest.param(Use(members=2), "inside", False, id="members without the label"),
        pytest.param(Use(members=1), "absent", False, id="one member proves nothing"),
        pytest.param(Use(count=2, own=2, opposed=2), "own", True, id="only opposed"),
        pytest.param(Use(count=2, own=2, opposed=1), "own", False, id="opposed once, affirmed once"),
    ],
)
def test_state_of(use, state, opposed):
    assert state_of(use) == {"state": state, "opposed": opposed}


def collection(speeches: int, alone: int) -> nx.MultiDiGraph:
    """A graph of many texts: one theme, one formulation that all have, and `alone` more in each."""
    G = nx.MultiDiGraph()
    G.add_node("loyalty", label="Theme", name="政治忠诚")

    def use(i: int, formulation: str) -> None:
        if formulation not in G:
            G.add_node(formulation, label="Slogan", name=formulation)
        G.add_edge(f"sentence-{i}", formulation, f"m-{i}-{formulation}", type="MENTIONS", depth=0, voice="own", start=0, end=1)
        if not G.has_edge(formulation, "loyalty"):
            G.add_edge(formulation, "loyalty", f"a-{formulation}", type="ABOUT", count=1)

    for i in range(speeches):
        G.add_node(f"speech-{i}", label="Speech", name=f"讲话{i}", date_earliest=f"20{10 + i % 4}-01-01")
        G.add_node(f"section-{i}", label="Section", name="body", speech=f"speech-{i}")
        G.add_node(f"sentence-{i}", label="Sentence", text="提法。", start=0, end=3, order=0, speech=f"speech-{i}")
        G.add_edge(f"section-{i}", f"sentence-{i}", f"h-{i}", type="HAS_SENTENCE")
        for start in (f"speech-{i}", f"section-{i}"):
            G.add_edge(start, "loyalty", f"e-{start}", type="EXPRESSES", count=1)
        use(i, "共用")
        for n in range(alone):
            use(i, f"独用{i}-{n}")
    return G


def test_what_is_shared_comes_first_and_the_rest_is_counted():
    overview = overview_of(collection(3, 30))
    names = [one["name"] for one in overview["formulations"]]
    assert len(names) == FORMULATION_ROWS
    assert "共用" in names
    assert overview["hidden"]["formulations"] == 91 - FORMULATION_ROWS


def test_more_than_twelve_texts_are_grouped_by_year():
    overview = overview_of(collection(14, 0))
    assert overview["grouping"] == "year"
    assert {one["name"]: len(one["members"]) for one in overview["speeches"]} == {"2010": 4, "2011": 4, "2012": 3, "2013": 3}
    assert {tuple(triple) for triple in overview["lit"]} == {
        (f"group-year-{year}", "loyalty", "共用", n) for year, n in ((2010, 4), (2011, 4), (2012, 3), (2013, 3))
    }
    assert set(overview["groupings"]) == {"year", "level", "organ"}
    assert overview["expresses"][0]["of"] == sorted(overview["expresses"][0]["of"])
