"""The canned questions: the same rows from the embedded store, from Neo4j and from a plain walk over the graph."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from pathlib import Path

import pytest

from extract.errors import InputError
from extract.records import Entry
from graph.folder import load
from graph.questions.asking import ask, choices, formulas, values
from graph.questions.catalogue import SLOT_TYPES, question, questions
from graph.questions.twins import twin_of
from graph.stores.arcade import open_store
from graph.stores.cypher_tokens import tokens_of
from graph.stores.store import Limits

LEXICON = (
    Entry("FORMULA", "五个坚持", ("五个坚持", "“五个坚持”")),
    Entry("FORMULA", "三服务", ("三服务",)),
    Entry("FORMULA", "三服务", ("三个服务",)),
    Entry("FORMULA", "八个从来没有", ("八个从来没有",)),
    Entry("SLOGAN", "不在其内", ("不在其内",)),
)
ALL = Limits(rows=100_000, seconds=30)


def _synthetic():
    spec = importlib.util.spec_from_file_location("synthetic", Path(__file__).parents[1] / "synthetic.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    """A made-up graph of 3,000 relationships: folder, store and networkx graph."""
    synthetic = _synthetic()
    folder = synthetic.save(synthetic.synthetic(3000), tmp_path_factory.mktemp("made") / "graph")
    store = open_store(folder)
    yield folder, store, load(folder)
    store.close()


@pytest.fixture(scope="module")
def seeds(seed_graph):
    store = open_store(seed_graph)
    yield seed_graph, store, load(seed_graph)
    store.close()


def cell(value):
    if isinstance(value, (list, tuple)):
        return tuple(cell(part) for part in value)
    return round(value, 10) if isinstance(value, float) else value


def rows_of(rows) -> Counter:
    return Counter(cell(tuple(row)) for row in rows)


EVERY = [pytest.param(q, id=q.id) for q in questions()]


@pytest.mark.parametrize("asked", EVERY)
@pytest.mark.parametrize("graph", ["seeds", "made_up"])
@pytest.mark.parametrize("slots", ["example", "defaults"])
def test_the_embedded_store_and_the_twin_give_the_same_rows(asked, graph, slots, request):
    if graph == "made_up" and slots == "example":
        slots = "defaults"
    _, store, G = request.getfixturevalue(graph)
    filled = values(store, asked, asked.example if slots == "example" else {})
    table = ask(store, asked.id, filled, lambda: LEXICON, ALL)
    expected = twin_of(asked.topic, asked.twin)(G, {**filled, "lexicon": formulas(LEXICON)})
    assert rows_of(table.rows) == rows_of(expected)


@pytest.mark.parametrize("asked", EVERY)
def test_the_example_finds_something_in_the_seeds(asked, seeds):
    assert ask(seeds[1], asked.id, asked.example, lambda: LEXICON).rows or asked.id == "open-readings"


@pytest.mark.parametrize("asked", EVERY)
def test_a_question_is_whole(asked):
    slots = {slot.name for slot in asked.slots}
    used = {token.text[1:] for token in tokens_of(asked.cypher) if token.kind == "parameter"}
    assert used == slots | ({"lexicon"} if asked.lexicon else set())
    assert set(re.findall(r"\{(\w+)\}", asked.zh)) == set(re.findall(r"\{(\w+)\}", asked.en)) == slots
    assert set(asked.example) <= slots
    assert all(slot.type in SLOT_TYPES and slot.zh and slot.en for slot in asked.slots)
    assert "ORDER BY" in asked.cypher or asked.id in ("theme-distance", "which-came-first")


def test_there_are_at_least_thirty_and_none_twice():
    ids = [each.id for each in questions()]
    assert len(ids) == len(set(ids)) >= 30


def made(tmp_path, *speeches):
    """Return a store of speeches `(doc, genre, earliest, latest, formulas used)`."""
    import networkx as nx

    from graph.ids import evidence_of, node_id, relationship_id

    G = nx.MultiDiGraph()
    for doc, genre, earliest, latest, used in speeches:
        own = node_id("Speech", doc)
        dates = {k: v for k, v in (("date_earliest", earliest), ("date_latest", latest)) if v}
        G.add_node(own, label="Speech", name=doc, doc=doc, genre=genre, level="city", **dates)
        sentence = node_id("Sentence", doc)
        G.add_node(sentence, label="Sentence", order=0, start=0, end=9, text="一" * 9, speech=own)
        for name in used:
            p = node_id("Principle", name)
            G.add_node(p, label="Principle", name=name, kind="formula")
            evidence = [evidence_of(own, 0, 2)]
            G.add_edge(own, p, relationship_id("USES", own, p), type="USES", count=1, evidence=evidence)
            G.add_edge(sentence, p, relationship_id("MENTIONS", sentence, p), type="MENTIONS", start=0, end=2, depth=0)
    return open_store(_synthetic().save(G, tmp_path / "graph"))


DATES = [
    pytest.param([("甲", "2012-01-01", "2012-12-31"), ("乙", "2014-01-01", "2014-02-01")], ["甲"], ["乙"], id="apart"),
    pytest.param([("甲", "2012-01-01", "2014-01-15"), ("乙", "2014-01-01", "2014-02-01")], ["甲", "乙"], ["甲", "乙"], id="overlapping"),
    pytest.param([("甲", "2012-01-01", "2012-01-01"), ("乙", None, None)], ["甲", "乙"], ["甲", "乙"], id="undated"),
    pytest.param([("甲", "2012-05-01", None), ("乙", None, "2011-01-01")], ["乙"], ["甲"], id="open bounds that decide"),
    pytest.param([("甲", "2012-05-01", "2012-05-01"), ("乙", "2012-05-01", "2012-05-01")], ["乙", "甲"], ["乙", "甲"], id="same day"),
]


@pytest.mark.parametrize("speeches, earliest, latest", DATES)
def test_where_date_bounds_overlap_the_order_is_not_decidable(tmp_path, speeches, earliest, latest):
    store = made(tmp_path, *((doc, "讲话", low, high, ["三服务"]) for doc, low, high in speeches))
    for own, expected in (("earliest-use", earliest), ("latest-use", latest)):
        rows = ask(store, own, {"formulation": "三服务"}).records()
        assert sorted(row["speech"] for row in rows) == sorted(expected)
        verdict = f"{own[:-4]} in this collection" if len(expected) == 1 else "not decidable"
        assert {row["verdict"] for row in rows} == {verdict}
    store.close()


@pytest.mark.parametrize("comparable", [9, 10])
def test_absent_formulas_are_counted_only_against_ten_comparable_texts(tmp_path, comparable):
    others = [(f"{i:02}", "讲话", None, None, ["三服务"] if i < 4 else []) for i in range(comparable)]
    store = made(tmp_path, ("此篇", "讲话", None, None, ["五个坚持"]), *others, ("别的体裁", "报告", None, None, ["三服务"]))
    rows = ask(store, "absent-formulas", {"speech": "此篇"}, lambda: LEXICON).records()
    if comparable == 10:
        expected = [("三服务", ["三服务", "三个服务"], 4, 10, "not in this speech")]
    else:
        expected = [("八个从来没有", ["八个从来没有"], None, None, "not in this collection")]
    assert [tuple(row.values()) for row in rows] == expected
    store.close()


@pytest.mark.parametrize(
    "own, slots, message",
    [
        pytest.param("shared", {}, "shared-principles", id="no such question"),
        pytest.param("shared-principles", {"m": 1}, "no slot 'm'", id="no such slot"),
        pytest.param("shared-principles", {"n": "drei"}, "whole number", id="no number"),
        pytest.param("shared-principles", {"n": 0}, "at least 1", id="too small"),
        pytest.param("shared-principles", {"n": 10**30}, "whole number", id="too large"),
        pytest.param("formulations-of-theme", {"theme": "no"}, "no such theme", id="no such theme"),
        pytest.param("one-level-only", {"level": "x"}, "one of central", id="no such option"),
    ],
)
def test_what_does_not_fit_is_refused(seeds, own, slots, message):
    with pytest.raises(InputError, match=re.escape(message)):
        ask(seeds[1], own, slots)


def test_values_are_passed_never_spliced(seeds):
    hostile = "x'}) DETACH DELETE n //"
    assert ask(seeds[1], "speeches-using", {"formulation": hostile}).rows == ()


def test_a_theme_may_be_named_in_three_ways(seeds):
    rows = [ask(seeds[1], "speeches-of-theme", {"theme": name}).rows for name in ("loyalty", "政治忠诚")]
    assert rows[0] == rows[1] and rows[0]


def test_choices_are_the_likeliest_first(seeds):
    slot = question("speeches-using").slots[0]
    found = choices(seeds[1], slot)
    counts = {row[0]: row[1] for row in seeds[1].query("MATCH (:Speech)-[u:USES]->(p) RETURN p.name, sum(u.count)").rows}
    assert counts[found[0][0]] == max(counts.values()) and len(found) > 100


def test_an_example_in_both_languages():
    asked = question("shared-principles")
    assert asked.sentence("zh", {"n": 3}) == "至少 3 篇讲话用过的原则提法有哪些？"
    assert "[speeches]" in asked.sentence("en")

