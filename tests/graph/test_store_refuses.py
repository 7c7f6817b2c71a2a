"""What a user's query may not do: write, reach files or servers, call what is not listed, run on, be answered wrongly."""

from __future__ import annotations

import hashlib
import time

import pytest

from extract.errors import InputError, LimitError
from graph.folder import load
from graph.stores.arcade import key_of, open_store
from graph.stores.cache import derived_folder
from graph.stores.store import Limits


@pytest.fixture(scope="module")
def store(seed_graph):
    store = open_store(seed_graph)
    yield store
    store.close()


def state_of(store, seed_graph) -> tuple[object, ...]:
    """Return what must stay: the counts that the store gives and the bytes of graph and database."""
    counts = store.query("MATCH (n) WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r) AS relationships").rows
    digest = hashlib.sha256()
    database = derived_folder(seed_graph) / f"arcade-{key_of(seed_graph)}"
    for place in (seed_graph / "nodes", seed_graph / "relationships", database):
        for path in sorted(place.iterdir()):
            digest.update(path.name.encode() + path.read_bytes())
    return counts, digest.hexdigest()


WRITES = [
    "CREATE (n:Speech {id: 'x'}) RETURN n",
    "MATCH (n) DELETE n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n:Speech) SET n.name = 'x' RETURN n",
    "MATCH (n:Speech) SET n += {name: 'x'}",
    "MATCH (n:Speech) REMOVE n.name RETURN n",
    "MERGE (n:Speech {id: 'x'}) RETURN n",
    "MATCH (a:Speech) MERGE (a)-[:USES]->(:Slogan)",
    "UNWIND [1] AS x CREATE (:Theme {id: x})",
    "WITH 1 AS x CREATE (n) RETURN n",
    "CALL { CREATE (n:Theme) RETURN n } RETURN n",
    "MATCH (n) FOREACH (x IN [1] | SET n.a = x)",
    "MATCH (n) WITH n CALL (n) { SET n.a = 1 } RETURN 1",
    "MATCH (n) CALL { WITH n DELETE n } IN TRANSACTIONS RETURN 1",
    "match (n) dEtAcH /* */ dElEtE n",
    "/* only */ CREATE (n)",
    "CREATE INDEX FOR (n:Speech) ON (n.name)",
    "DROP INDEX x",
    "CREATE CONSTRAINT FOR (n:Speech) REQUIRE n.id IS UNIQUE",
    "ALTER DATABASE `arcadedb.opencypher.loadCsv.allowFileUrls` true",
    "INSERT INTO Speech SET name = 'x'",
    "EXPLAIN CREATE (n)",
    "PROFILE MATCH (n) DELETE n",
    "BEGIN",
    "GRANT ROLE admin TO me",
]
ELSEWHERE = [
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:1/x' AS line RETURN line",
    "MATCH (n) LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "CALL { LOAD CSV FROM $x AS line RETURN line } RETURN line",
    "load /**/ csv from 'file:///etc/hostname' as line return line",
    "CALL db.labels()",
    "CALL db.labels() YIELD label RETURN label",
    "CALL apoc.load.json('file:///etc/passwd') YIELD value RETURN value",
    "MATCH (n) CALL apoc.create.node(['X'], {}) YIELD node RETURN node",
    "CALL `db`.`labels`()",
    "CALL dbms.listConfig()",
    "CALL algo.pagerank() YIELD node RETURN node",
    "RETURN apoc.text.join(['a'], ',')",
    "RETURN `apoc.text.join`(['a'], ',')",
    "RETURN [x IN [1] | apoc.util.sleep(1)]",
    "MATCH (n) WHERE apoc.text.fuzzyMatch(n.name, 'x') RETURN n",
    "RETURN file('/etc/passwd')",
    "RETURN env('HOME')",
    "RETURN ceil (apoc . text . join([], ''))",
    "SHOW DATABASES",
    "SHOW TRANSACTIONS",
    "TERMINATE TRANSACTIONS 'x'",
    "USE system MATCH (n) RETURN n",
    "SELECT FROM Speech",
    "IMPORT DATABASE file:///etc/passwd",
    "EXPORT DATABASE file:///elsewhere",
    "RETURN 1; CREATE (n)",
    "RETURN 1; MATCH (n) DETACH DELETE n",
    "RETURN {`@rid`: '#1:0', `@type`: 'Speech'} AS n",
    "RETURN 1\0 CREATE (n)",
]
WRONG = [
    "",
    "  // only a comment",
    "MATCH (n RETURN n",
    "MATCH (n)) RETURN n",
    "RETURN 'open",
    "RETURN `open",
    "RETURN /* open",
    "RETURN 1 AS a, 2 AS a",
    "RETURN unknown",
    "RETURN $absent",
    "RETURN 1 +",
    "MATCH (n) WHERE n.a = = 1 RETURN n",
    "RETURN " + "(" * 200 + "1" + ")" * 200,
    "RETURN " + "1 + " * 60_000 + "1",
    "RETURN '\ud800'",
    "今天讲什么",
    "MATCH p = SHORTEST 1 (a:Theme)-[*]-(b:Theme) RETURN p",
    "MATCH p = ALL SHORTEST (a:Theme)-[*]-(b:Theme) RETURN p",
    "RETURN 1 / 0",
    "RETURN toLower(1, 2, 3)",
]


@pytest.mark.parametrize("text", WRITES + ELSEWHERE + WRONG, ids=lambda text: text[:60].encode("unicode_escape").decode())
def test_refused_with_one_readable_message_and_nothing_changed(store, seed_graph, text):
    before = state_of(store, seed_graph)
    with pytest.raises(InputError) as caught:
        store.query(text, {"x": "file:///etc/passwd"} if "$x" in text else None)
    message = str(caught.value)
    assert message[0].isupper() and "arcadedb." not in message and "Exception" not in message and "java" not in message
    assert state_of(store, seed_graph) == before


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("MATCH (s:Speech)\nWHERE s.name = = 1\nRETURN s", "line 2, column 16:\n  WHERE s.name = = 1\n                 ^", id="the engine's place"),
        pytest.param("MATCH (n)\n  RETURN n)", "line 2, column 11:\n    RETURN n)\n            ^", id="our own place"),
        pytest.param("RETURN 1,\n  apoc.x.y(1)", "line 2, column 3:", id="a function with its name's beginning"),
    ],
)
def test_a_wrong_query_is_shown_where_it_is_wrong(store, text, place):
    with pytest.raises(InputError) as caught:
        store.query(text)
    assert place in str(caught.value)


def test_a_database_opened_by_us_reads_no_file_even_without_our_checks(store, seed_graph):
    """The engine itself refuses what the checks refuse: they are the second belt."""
    database = store._shared.database
    for text in ("LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l", "LOAD CSV FROM 'http://127.0.0.1:1/' AS l RETURN l"):
        with pytest.raises(Exception, match="disabled"):
            database.query("opencypher", text).to_list()
    for text in ("CREATE (n:Theme)", "MATCH (n) DETACH DELETE n"):
        with pytest.raises(Exception, match="idempotent"):
            database.query("opencypher", text).to_list()
        with pytest.raises(Exception, match="(?i)read.?only"):
            database.command("opencypher", text)
    with pytest.raises(Exception, match="(?i)read.?only"):
        database.command("sql", "ALTER DATABASE `arcadedb.opencypher.loadCsv.allowFileUrls` true")
    assert store.query("MATCH (n) RETURN count(n) AS n").rows[0][0] == load(seed_graph).number_of_nodes()


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (a), (b), (c), (d) WHERE a.id <> b.id AND c.id <> d.id RETURN count(a.name + b.name + c.name + d.name)",
        "UNWIND range(1, 9000) AS a UNWIND range(1, 9000) AS b UNWIND range(1, 9000) AS c RETURN sum(a * b * c)",
        "MATCH (a:Speech)-[*1..12]-(b) RETURN count(b.id + 'x')",
        "MATCH (a:Sentence), (b:Sentence), (c:Sentence) WITH a, b, c ORDER BY a.text + b.text + c.text RETURN a.id LIMIT 1",
    ],
    ids=["cartesian product", "nested ranges", "long walks", "sorting a product"],
)
def test_a_runaway_query_is_ended_at_its_limit(store, text):
    started = time.monotonic()
    with pytest.raises(LimitError, match="ended"):
        store.query(text, limits=Limits(seconds=0.5))
    assert time.monotonic() - started < 2
    assert store.query("RETURN 1 AS x").rows == ((1,),)


@pytest.mark.parametrize(
    "text",
    [
        "RETURN range(1, 2000000000)",
        "UNWIND range(1, 50000000) AS x RETURN size(collect(x))",
        "UNWIND range(1, 2000000) AS x WITH x ORDER BY rand() RETURN collect(toString(x) + 'x')",
    ],
    ids=["endless list", "endless collect", "collect and sort"],
)
def test_a_query_that_wants_too_much_memory_is_ended(store, text):
    with pytest.raises(LimitError, match="ended"):
        store.query(text)


@pytest.mark.parametrize("limits", [Limits(seconds=0), Limits(seconds=-1), Limits(rows=-1), Limits(seconds=float("nan"))], ids=repr)
def test_limits_must_make_sense(store, limits):
    with pytest.raises(InputError, match="limits"):
        store.query("RETURN 1", limits=limits)


AGGREGATES = [
    ("count(a) > 1 AND true", False),
    ("true OR count(a) > 1", False),
    ("count(a) > 1 XOR false", False),
    ("NOT (count(*) > 3)", False),
    ("'甲' IN collect(a.name)", False),
    ("count(*) IN [2]", False),
    ("collect(a.name)[..3] IS NOT NULL", False),
    ("count(*) IS :: INTEGER", False),
    ("min(a.name) STARTS WITH '乙'", False),
    ("min(a.name) ENDS WITH '乙'", False),
    ("min(a.name) CONTAINS '乙'", False),
    ("min(a.name) =~ '乙'", False),
    ("count(*) > 1 = true", False),
    ("CASE WHEN count(*) > 1 AND true THEN 'y' ELSE 'n' END", False),
    ("coalesce(count(*) > 1 AND true, false)", False),
    ("{a: NOT count(*) > 1}", False),
    ("[1, count(*) IN [1]]", False),
    ("all(x IN collect(a.v) WHERE x > 0) AND true", False),
    ("any(x IN [1] WHERE count(*) = 2)", False),
    ("reduce(s = count(*) > 1 AND true, x IN [1] | s)", False),
    ("collect(a)[0].name", False),
    ("head(collect(a)).name", False),
    ("{a: collect(a.v)}.a", False),
    ("collect(a)[0]:Speech", False),
    ("count(*) > 0 AND EXISTS { MATCH (b) }", False),
    ("count(*) > 1", True),
    ("count(*) + 1 = 3", True),
    ("(count(*) > 1) = true", True),
    ("CASE WHEN count(*) > 1 THEN 'y' ELSE 'n' END", True),
    ("CASE WHEN true AND false THEN 1 ELSE count(*) END", True),
    ("size([x IN collect(a.v) WHERE x > 0 AND x < 2])", True),
    ("all(x IN collect(a.v) WHERE x > 0 OR x IS NULL)", True),
    ("reduce(s = true, x IN collect(a.v) | s AND x > 0)", True),
    ("count(CASE WHEN a.v > 0 AND a.v < 2 THEN 1 END)", True),
    ("sum(CASE WHEN a.name IN ['甲'] THEN 1 ELSE 0 END)", True),
    ("count(a.v IS NOT NULL)", True),
    ("{a: count(*), b: [count(*)]}", True),
    ("COUNT { MATCH (b) } > 1 AND true", True),
    ("a.name IN ['AND'] AS x, count(*)", True),
    ("'count(*) AND' AS x, count(*)", True),
    ("count(*) AS `a AND b`", True),
    ("count(*) AS and", True),
    ("a.not AS x, count(*)", True),
    ("count(*) // AND true", True),
]


@pytest.mark.parametrize(("expression", "right"), AGGREGATES, ids=lambda value: value if isinstance(value, str) else "")
@pytest.mark.parametrize(
    "query",
    ["MATCH (a) RETURN {}", "MATCH (a) WITH {}\nRETURN 1", "CALL {{ MATCH (a) RETURN {}\n}} RETURN 1"],
    ids=["RETURN", "WITH", "subquery"],
)
def test_what_the_engine_answers_wrongly_is_refused_with_the_way_round(expression, right, query):
    from graph.stores.cypher_check import checked

    text = query.format(expression)
    if right:
        assert checked(text).text
        return
    with pytest.raises(InputError, match="WITH s, count"):
        checked(text)


def test_the_way_round_works(store):
    rows = store.query(
        "MATCH (s:Speech)-[:USES]->(p) WITH s, count(p) AS n, collect(p) AS all RETURN n > 3 AND n < 9 AS some, all[0].name AS first"
    ).rows
    assert rows and all(isinstance(some, bool) and first for some, first in rows)


def test_every_listed_function_is_known_to_the_engine(store):
    """A function of the list that the engine has not would be refused as unknown; all others complain of arguments at most."""
    from graph.stores.functions import FUNCTIONS, PREDICATES

    unknown = []
    for name in sorted(FUNCTIONS - PREDICATES - {"reduce", "shortestpath", "allshortestpaths"}):  # those are grammar
        try:
            store._shared.database.query("opencypher", f"RETURN {name}(1)").to_list()
        except Exception as error:
            if "unknown function" in str(error).lower() or "UnknownFunction" in str(error):
                unknown.append(name)
    assert unknown == []
