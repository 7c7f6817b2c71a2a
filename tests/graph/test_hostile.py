"""Hostile queries, sent as a user's: refused or ended within the limit, nothing changed, and the store goes on answering."""

from __future__ import annotations

import hashlib
import threading
import time

import pytest

from extract.errors import InputError, LimitError, TifaError
from graph.stores.arcade import key_of
from graph.stores.cache import derived_folder
from graph.stores.store import Limits
from graph.stores.worker import open_guarded

LIMIT = Limits(rows=1000, seconds=0.7)
LATE_S = 1.5
"""What a query may take beyond its limit on a busy machine: its worker is killed, the answer travels back."""

REFUSED = {
    "create": "CREATE (n:Speech {id: 'x'})",
    "create after a read": "MATCH (n) CREATE (:Theme {id: 'x'})",
    "merge": "MERGE (n:Theme {id: 'loyalty'}) ON MATCH SET n.name = 'x'",
    "set": "MATCH (n) SET n.name = 'x'",
    "set a label": "MATCH (n:Theme) SET n:Person",
    "set from a map": "MATCH (n) SET n = {}",
    "remove": "MATCH (n) REMOVE n.name",
    "remove a label": "MATCH (n:Theme) REMOVE n:Theme",
    "delete": "MATCH ()-[r]->() DELETE r",
    "detach delete": "MATCH (n) DETACH DELETE n",
    "nodetach delete": "MATCH (n) NODETACH DELETE n",
    "insert": "INSERT (:Theme {id: 'x'})",
    "foreach": "FOREACH (i IN range(1, 10) | CREATE (:Theme))",
    "foreach inside foreach": "MATCH (n) FOREACH (a IN [1] | FOREACH (b IN [1] | SET n.x = b))",
    "write in a subquery": "CALL { CREATE (n:Theme) RETURN n } RETURN n",
    "write in a scoped subquery": "MATCH (t:Theme) CALL (t) { SET t.name = 'x' } RETURN t",
    "write in transactions": "MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 10 ROWS",
    "write in exists": "MATCH (n) WHERE EXISTS { CREATE (m) } RETURN n",
    "write in a union": "MATCH (n) RETURN n UNION CREATE (n) RETURN n",
    "write after a semicolon": "RETURN 1; MATCH (n) DETACH DELETE n",
    "write behind a comment": "/* RETURN 1 */ CREATE (n)",
    "write after a line comment": "RETURN 1 // harmless\n; CREATE (n)",
    "comment inside the word": "CRE/**/ATE (n)",
    "mixed case": "mAtCh (n) dEtAcH dElEtE n",
    "no-break space": "MATCH (n)\u00a0DELETE\u00a0n",
    "ideographic space": "MATCH (n)\u3000SET\u3000n.x\u3000=\u30001",
    "full-width letters": "ＣＲＥＡＴＥ (n)",
    "full-width letters after a read": "MATCH (n) ＤＥＬＥＴＥ n",
    "full-width brackets": "CREATE （n）",
    "full-width semicolon": "RETURN 1； CREATE (n)",
    "Cyrillic letters": "СRЕАТЕ (n)",
    "Greek letters": "MΑTCH (n) DELETE n",
    "dotless i": "MATCH (n) DETACH DELETE n LıMIT 1",
    "long s": "MATCH (n) ſET n.x = 1",
    "zero-width space": "MATCH (n) DEL\u200bETE n",
    "right-to-left override": "\u202eETAERC (n)",
    "escaped letters": "\\u0043REATE (n)",
    "escaped letters after a read": "MATCH (n) \\u0044ELETE n",
    "escaped quotation mark": "RETURN '\\u0027 AS a MATCH (n) DETACH DELETE n RETURN \\u0027'",
    "back-ticked verb": "`CREATE` (n)",
    "back-ticked procedure": "CALL `dbms.components`()",
    "back-ticked function": "RETURN `apoc.create.uuid`()",
    "back-tick closed early": "MATCH (n:`Theme`) DELETE n //`) RETURN n",
    "index": "CREATE INDEX i FOR (n:Theme) ON (n.name)",
    "constraint": "DROP CONSTRAINT c IF EXISTS",
    "database": "CREATE DATABASE x",
    "user": "CREATE USER x SET PASSWORD 'x'",
    "show users": "SHOW USERS",
    "show settings": "SHOW SETTINGS",
    "use": "USE system RETURN 1",
    "alter": "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "load csv": "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l",
    "load csv with headers": "LOAD CSV WITH HEADERS FROM 'file:///etc/passwd' AS l RETURN l",
    "load csv from the network": "LOAD CSV FROM 'http://127.0.0.1:9/' AS l RETURN l",
    "load csv from an address in the middle": "MATCH (n) WITH n LIMIT 1 LOAD CSV FROM 'ftp://127.0.0.1/' AS l RETURN l",
    "load csv in a subquery": "CALL () { LOAD CSV FROM 'file:///etc/hosts' AS l RETURN l } RETURN l",
    "load csv in parts": "LOAD /* a */ CSV // b\nFROM 'file:///etc/hosts' AS l RETURN l",
    "load csv in collect": "RETURN COLLECT { LOAD CSV FROM 'file:///etc/hosts' AS l RETURN l } AS x",
    "periodic commit": "USING PERIODIC COMMIT LOAD CSV FROM 'file:///etc/hosts' AS l CREATE (n)",
    "apoc load": "CALL apoc.load.json('http://127.0.0.1:9/') YIELD value RETURN value",
    "apoc run": "CALL apoc.cypher.doIt('CREATE (n)', {}) YIELD value RETURN value",
    "apoc function": "RETURN apoc.util.md5(['a'])",
    "procedure": "CALL db.labels() YIELD label RETURN label",
    "procedure that kills": "CALL dbms.killQuery('x')",
    "procedure with a gap": "CALL db . labels ( )",
    "gds": "CALL gds.pageRank.stream('g') YIELD nodeId RETURN nodeId",
    "explain a write": "EXPLAIN CREATE (n)",
    "profile a write": "PROFILE MATCH (n) DELETE n",
    "planner option": "CYPHER runtime=parallel MATCH (n) DELETE n",
    "sql": "SELECT FROM Speech",
    "sql delete": "DELETE FROM Speech",
    "gremlin": "g.V().drop()",
    "javascript": "(function() { return 1 })()",
    "null byte": "RETURN 1\0; CREATE (n)",
    "brackets beyond measure": "RETURN " + "[" * 5000 + "]" * 5000,
    "a query beyond measure": "RETURN '" + "甲" * 200_000 + "'",
}

RUNAWAY = {
    "unbounded path": "MATCH p = (a)-[*]-(b) RETURN count(p)",
    "unbounded path, sorted": "MATCH p = (a)-[*1..30]->(b) RETURN length(p) ORDER BY length(p) DESC LIMIT 1",
    "long steps": "MATCH (a:Theme)-[*1..12]-(b) RETURN count(DISTINCT b)",
    "quantified path": "MATCH (a:Theme) ((x)--(y)){1,20} (b) RETURN count(*)",
    "cartesian product": "MATCH (a), (b), (c), (d) WHERE a.name < b.name AND b.name < c.name AND c.name < d.name RETURN count(*)",
    "cartesian product, collected": "MATCH (a), (b) RETURN size(collect(a.text + b.text))",
    "cartesian product, sorted": "MATCH (a), (b), (c) RETURN a.id ORDER BY c.id + b.id + a.id LIMIT 1",
    "doubling string": "RETURN size(reduce(s = '甲', x IN range(1, 40) | s + s)) AS n",
    "doubling list": "RETURN size(reduce(s = [1], x IN range(1, 40) | s + s)) AS n",
    "range bomb": "UNWIND range(1, 2000000000) AS x RETURN count(x)",
    "range bomb as a list": "RETURN size(range(1, 2000000000)) AS n",
    "range bomb, negative": "RETURN size(range(9223372036854775807, -9223372036854775807, -1)) AS n",
    "ranges in ranges": "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN count(*)",
    "comprehensions in comprehensions": "RETURN size([x IN range(1, 900000) | [y IN range(1, 900000) | x * y]]) AS n",
    "reduce in reduce": "RETURN reduce(a = 0, x IN range(1, 1000000) | reduce(b = a, y IN range(1, 1000000) | b + y)) AS n",
    "any in any": "RETURN any(x IN range(1, 900000) WHERE any(y IN range(1, 900000) WHERE x * y < 0)) AS n",
    "replace in replace": "WITH reduce(s = 'aaaaaaaaaa', x IN range(1, 8) | replace(s, 'a', 'aaaaaaaaaaaaaaaa')) AS s RETURN size(s)",
    "regular expression": "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '((a+)+)+b' AS n",
    "subquery a row": "MATCH (a), (b) CALL (a, b) { MATCH (c), (d) RETURN count(*) AS n } RETURN sum(n)",
    "a large answer": "UNWIND range(1, 1000) AS x RETURN reduce(s = '甲', i IN range(1, 18) | s + s) AS text",
}


@pytest.fixture(scope="module")
def store(seed_graph):
    store = open_guarded(seed_graph, at_once=1)
    yield store
    store.close()


def state_of(seed_graph) -> str:
    """Return a hash of what must stay: the graph's files and the database's."""
    digest = hashlib.sha256()
    database = derived_folder(seed_graph) / f"arcade-{key_of(seed_graph)}"
    for place in (seed_graph / "nodes", seed_graph / "relationships", database):
        for path in sorted(place.iterdir()):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def speeches(store) -> int:
    return store.query("MATCH (s:Speech) RETURN count(s) AS n").rows[0][0]


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_refused(store, seed_graph, text):
    assert speeches(store) == 5
    before = state_of(seed_graph)
    with pytest.raises(InputError) as caught:
        store.query(text, {}, LIMIT)
    message = str(caught.value)
    assert len(message) < 2500 and "Exception" not in message and "com.arcadedb" not in message
    assert state_of(seed_graph) == before and speeches(store) == 5


@pytest.mark.parametrize("text", RUNAWAY.values(), ids=RUNAWAY)
def test_ended_within_the_limit(store, seed_graph, text):
    assert speeches(store) == 5
    before, begin = state_of(seed_graph), time.monotonic()
    try:
        assert len(store.query(text, {}, LIMIT).rows) <= LIMIT.rows
    except (LimitError, InputError):
        pass
    assert time.monotonic() - begin < LIMIT.seconds + LATE_S
    assert speeches(store) == 5
    assert state_of(seed_graph) == before


def test_there_are_enough():
    assert len(REFUSED) + len(RUNAWAY) >= 60


@pytest.mark.parametrize("name", ["doubling list", "reduce in reduce"])
def test_what_the_engine_cannot_stop_is_killed_with_its_process(store, name):
    with pytest.raises(LimitError):
        store.query(RUNAWAY[name], {}, LIMIT)
    assert speeches(store) == 5


def test_a_first_query_is_quick_once_the_worker_is_there(store):
    speeches(store)
    begin = time.monotonic()
    speeches(store)
    assert time.monotonic() - begin < 0.15


def test_readers_at_the_same_time_are_not_disturbed_by_one_that_is_killed(seed_graph):
    store = open_guarded(seed_graph, at_once=2)
    answers: list[object] = []

    def read() -> None:
        answers.extend(store.query("MATCH (s:Speech) RETURN count(s) AS n", {}, Limits(seconds=5)).rows for _ in range(5))

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    with pytest.raises(LimitError):
        store.query(RUNAWAY["doubling list"], {}, LIMIT)
    for thread in threads:
        thread.join()
    assert answers == [((5,),)] * 20
    store.close()


def test_a_worker_that_dies_is_replaced(store):
    speeches(store)
    store._idle[-1]._process.kill()
    store._idle[-1]._process.wait()
    assert speeches(store) == 5


def test_a_closed_store_says_so(seed_graph):
    store = open_guarded(seed_graph)
    store.close()
    with pytest.raises(TifaError, match="closed"):
        store.query("RETURN 1")


def test_an_answer_beyond_measure_is_refused(store):
    text = "UNWIND range(1, 1000) AS x RETURN reduce(s = '甲', i IN range(1, 16) | s + s) AS text"
    with pytest.raises(LimitError, match="larger|ended"):
        store.query(text, {}, Limits(rows=1000, seconds=5))


@pytest.mark.parametrize("value", [object(), {1, 2}, b"x", float("nan"), 2**70, lambda: 1], ids=str)
def test_parameters_that_cannot_be_passed(store, value):
    with pytest.raises(InputError, match="cannot be passed"):
        store.query("RETURN $x", {"x": value})
