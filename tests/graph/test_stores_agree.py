"""The embedded store and a real Neo4j server: equal rows for the ready-made questions and for a sample of many queries;
hostile texts are refused by both."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from extract.errors import InputError, LimitError, TifaError
from graph.questions.asking import ask, values
from graph.questions.catalogue import questions
from graph.stores.arcade import open_store
from graph.stores.store import Limits

HERE = Path(__file__).parent
ALL = Limits(rows=100_000, seconds=30)


def helper(path: Path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


differential = helper(HERE.parent / "differential.py")
hostile = helper(HERE / "test_hostile.py")
MADE = differential.kinds()
SAMPLE = [text for name, step in (("hand", 6), ("functions", 80), ("operators", 250), ("expressions", 20), ("patterns", 12)) for text in MADE[name][::step]]


@pytest.fixture(scope="module")
def store(seed_graph):
    store = open_store(seed_graph)
    yield store
    store.close()


@pytest.mark.parametrize("asked", [pytest.param(q, id=q.id) for q in questions()])
def test_questions_have_the_same_rows_in_the_same_order(store, neo4j_seeds, asked):
    for given in (asked.example, {}):
        filled = values(store, asked, given)
        assert values(neo4j_seeds, asked, given) == filled
        left, right = (ask(each, asked.id, filled, lambda: (), ALL) for each in (store, neo4j_seeds))
        assert left.columns == right.columns
        assert [differential.key(row) for row in left.rows] == [differential.key(row) for row in right.rows]


@pytest.mark.parametrize("text", SAMPLE)
def test_a_sample_of_queries_has_the_same_rows(store, neo4j_seeds, text):
    kind, left, right = differential.compare(store, neo4j_seeds, text)
    assert kind in ("same", "both refuse", "embedded refuses", "Neo4j refuses") or differential.known(text), (left, right)


def test_the_sample_is_large_enough():
    assert len(SAMPLE) >= 150 and sum(map(len, MADE.values())) >= 1000


def count(store) -> object:
    return store.query("MATCH (n) WITH count(n) AS n MATCH ()-[r]->() RETURN n, count(r) AS r, count(r.id) AS ids").rows


def test_hostile_texts_are_refused_by_neo4j_too(neo4j_seeds):
    before, answered = count(neo4j_seeds), []
    for name, text in hostile.REFUSED.items():
        try:
            answered.append((name, neo4j_seeds.query(text, {}, hostile.LIMIT)))
        except InputError:
            pass
    assert answered == []
    assert count(neo4j_seeds) == before


@pytest.mark.parametrize("name", ["unbounded path", "cartesian product", "doubling string", "ranges in ranges", "reduce in reduce"])
def test_ended_on_neo4j_too(neo4j_seeds, name):
    try:
        neo4j_seeds.query(hostile.RUNAWAY[name], {}, hostile.LIMIT)
    except (LimitError, InputError, TifaError):
        pass
    assert count(neo4j_seeds)[0][0] > 0
