"""What the embedded engine would answer differently from Neo4j is put right before it is run, or refused with the way round."""

from __future__ import annotations

import pytest

from extract.errors import InputError
from graph.stores.arcade import open_store
from graph.stores.cypher_check import checked


@pytest.fixture(scope="module")
def store(seed_graph):
    store = open_store(seed_graph)
    yield store
    store.close()


USES = "MATCH (s:Speech)-[u:USES]->(p) "
MENDED = [
    pytest.param(USES + "WITH s, p ORDER BY u.count DESC, p.name, s.doc LIMIT 5 RETURN p.name AS n", "u.count DESC, p.name, s.doc", id="WITH and LIMIT"),
    pytest.param(USES + "WITH p.name AS n, s.doc AS d ORDER BY u.id DESC LIMIT 5 RETURN n", "u.id DESC", id="WITH a value"),
    pytest.param(USES + "CALL (s, p, u) { WITH s, p, u RETURN p.name AS n } WITH n ORDER BY u.id LIMIT 5 RETURN n", "u.id", id="after a subquery"),
]


@pytest.mark.parametrize("text, order", MENDED)
def test_a_relationship_that_is_sorted_by_is_passed_on(store, text, order):
    expected = store.query(f"{USES}RETURN p.name AS n ORDER BY {order} LIMIT 5").rows
    assert store.query(text).rows == expected


AS_THEY_ARE = [
    USES + "WITH s, u ORDER BY u.count RETURN s.doc",
    USES + "WITH * ORDER BY u.count RETURN s.doc",
    USES + "WITH s, sum(u.count) AS n ORDER BY sum(u.count) RETURN n",
    USES + "RETURN s.doc ORDER BY u.count",
    USES + "WITH s ORDER BY s.u RETURN s.doc",
    "MATCH (s:Speech) WITH s, {u: 1} AS m ORDER BY m.u RETURN s.doc",
    "RETURN [x IN [1, 2] WHERE x > 1 | x] AS l, 3 - [y IN [1] WHERE y > 0][0] AS z",
    "MATCH (s:Speech WHERE s.level = 'city') RETURN s",
    "WITH 1 AS filter, 2 AS let RETURN filter + let AS x",
    "RETURN round(2.5), round(2.25, 1), max(1)",
]


@pytest.mark.parametrize("text", AS_THEY_ARE)
def test_what_is_right_stays_as_it_is(text):
    assert checked(text).text == text


REFUSED = [
    pytest.param("MATCH (s:Speech)-[u:USES WHERE u.count > 2]->(p) RETURN count(*)", "after the pattern", id="WHERE in a relationship"),
    pytest.param("MATCH (s)-[:HAS_SECTION WHERE true]->{1,2}(c) RETURN count(*)", "after the pattern", id="WHERE in a repeated one"),
    pytest.param(USES + "MATCH (x:Sentence {order: u.count}) RETURN count(*)", "as a condition", id="property in braces"),
    pytest.param(USES + "WITH s ORDER BY u.count MATCH ()-[u]->() RETURN s", "Pass it on", id="name used again"),
    pytest.param(USES + "WITH DISTINCT s ORDER BY u.count RETURN s", "Pass it on", id="DISTINCT"),
    pytest.param(USES + "WITH s ORDER BY u.count RETURN *", "Pass it on", id="star afterwards"),
    pytest.param("RETURN round(-2.5, 0) AS x", "round(x)", id="precision 0"),
    pytest.param("UNWIND [1] AS x RETURN max({a: x}) AS m", "compare maps", id="greatest map"),
    pytest.param("MATCH (s:Speech) LET x = s.doc RETURN x", "knows no LET", id="LET"),
    pytest.param("MATCH (s:Speech) FILTER s.level = 'city' RETURN s", "knows no FILTER", id="FILTER"),
    pytest.param(r"RETURN '\u0027' AS x", "the mark itself", id="escaped quotation mark"),
]


@pytest.mark.parametrize("text, way_round", REFUSED)
def test_refused_with_the_way_round(store, text, way_round):
    with pytest.raises(InputError) as caught:
        store.query(text)
    assert way_round in str(caught.value) and "line 1, column" in str(caught.value)
