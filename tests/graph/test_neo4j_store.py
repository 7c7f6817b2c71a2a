"""What is a Neo4j server's own: messages when it does not answer, texts that it reads in its way, plans, times, hostile queries."""

from __future__ import annotations

import importlib.util
import socket
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from extract.errors import InputError, LimitError, TifaError
from graph.stores.functions import FUNCTIONS, PREDICATES
from graph.stores.neo4j_gate import checked_for_neo4j, refuse_plan
from graph.stores.neo4j_server import Server, connect, refuse_old
from graph.stores.neo4j_store import open_server
from graph.stores.store import Limits


def _tables():
    spec = importlib.util.spec_from_file_location("hostile_texts", Path(__file__).with_name("test_hostile.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.REFUSED, module.RUNAWAY


REFUSED, RUNAWAY = _tables()
NOT_ENDED_BY_THE_SERVER = {"reduce in reduce", "regular expression", "comprehensions in comprehensions", "any in any"}
"""The server looks at the clock between rows, not inside an expression: who asks is told in time, the server works on."""


@pytest.fixture(scope="module")
def server(neo4j_server) -> Server:
    return Server(neo4j_server.address, neo4j_server.user, neo4j_server.password)


def state_of(store) -> tuple[object, ...]:
    text = "MATCH (n) WITH count(n) AS nodes, sum(size(keys(n))) AS cells MATCH ()-[r]->() RETURN nodes, cells, count(r), sum(size(keys(r)))"
    return store.query(text, limits=Limits(seconds=30)).rows


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_hostile_queries_are_refused(neo4j_seeds, text):
    with pytest.raises(InputError) as caught:
        neo4j_seeds.query(text, limits=Limits(1000, 20))
    assert len(str(caught.value)) < 2500 and "Exception" not in str(caught.value)


@pytest.mark.parametrize("name", [name for name in RUNAWAY if name not in NOT_ENDED_BY_THE_SERVER])
def test_runaway_queries_are_ended(neo4j_seeds, name):
    begin = time.monotonic()
    try:
        assert len(neo4j_seeds.query(RUNAWAY[name], limits=Limits(1000, 0.7)).rows) <= 1000
    except (LimitError, InputError):
        pass
    assert time.monotonic() - begin < 3
    assert neo4j_seeds.query("MATCH (s:Speech) RETURN count(s) AS n", limits=Limits(seconds=30)).rows == ((5,),)


def test_nothing_was_changed(neo4j_seeds, seed_graph):
    from graph.folder import load

    G = load(seed_graph)
    cells = sum(len([k for k in d if k != "label"]) + 1 for _, d in G.nodes(data=True))
    edge_cells = sum(len([k for k in d if k != "type"]) + 1 for _, _, d in G.edges(data=True))
    assert state_of(neo4j_seeds) == ((len(G), cells, G.number_of_edges(), edge_cells),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("RETURN '\\u0027 + apoc.util.md5([1]) + \\u0027' AS x", "escape", id="a string that an escape ends"),
        pytest.param("RETURN 1 /* \\u002a\\u002f + apoc.util.md5([1]) */ AS x", "escape", id="a comment that an escape ends"),
        pytest.param("RETURN 1 // \\u000a + apoc.util.md5([1])", "escape", id="a line that an escape ends"),
        pytest.param("RETURN '\\\\u0027 AS x", "escape", id="an escaped escape"),
        pytest.param("RETURN si\\u007ae('x') AS x", "U\\+005C", id="a function's name with an escape"),
        pytest.param("RETURN 1 // x\r + apoc.util.md5([1])", "carriage return", id="a line that a carriage return ends"),
        pytest.param("RETURN sin\u180e(1) AS x", "U\\+180E", id="white space that is none"),
        pytest.param("MATCH (a)–[]–(b) RETURN a", "U\\+2013", id="dashes that are not minus"),
    ],
)
def test_texts_that_the_server_reads_in_another_way_are_refused(text, message):
    with pytest.raises(InputError, match=message):
        checked_for_neo4j(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("RETURN '\\u4e2d\u6587' AS x", "中文", id="an escaped letter"),
        pytest.param("RETURN '“三服务”—\u3000' AS x", "“三服务”—\u3000", id="Chinese marks in a string"),
        pytest.param("RETURN 1 AS x // 结束：–\r\n", 1, id="a comment, carriage return and line feed"),
    ],
)
def test_texts_that_mean_the_same_are_answered(neo4j_seeds, text, value):
    assert neo4j_seeds.query(text).rows == ((value,),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l", "no file", id="a file of the server"),
        pytest.param("MATCH (n) CALL (n) { LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l } RETURN l", "no file", id="deep in the plan"),
        pytest.param("CALL db.labels() YIELD label RETURN label", "Procedures", id="a procedure"),
        pytest.param("CREATE (n)", "would change", id="a write"),
        pytest.param("CREATE INDEX x FOR (n:X) ON (n.y)", "would change", id="the schema"),
    ],
)
def test_the_plan_decides_where_the_text_is_not_looked_at(neo4j_seeds, text, message):
    """The second belt: what the checks of the text would let pass."""
    with neo4j_seeds.driver.session() as session:
        summary = session.run(f"EXPLAIN {text}").consume()
    with pytest.raises(InputError, match=message):
        refuse_plan(summary.query_type, summary.plan)


def test_every_listed_function_is_known_to_the_server(neo4j_seeds):
    unknown = []
    with neo4j_seeds.driver.session() as session:
        for name in sorted(FUNCTIONS - PREDICATES - {"reduce", "shortestpath", "allshortestpaths"}):  # those are grammar
            try:
                session.run(f"EXPLAIN RETURN {name}(1)").consume()
            except Exception as error:
                if "Unknown function" in str(error):
                    unknown.append(name)
    assert unknown == []


@pytest.mark.parametrize(
    "value",
    """datetime('2016-01-02T03:04:05Z') datetime('2016-01-02T03:04:05.120000001-03:30') datetime({year:2016,timezone:'Asia/Shanghai'})
    date('2016-01-02') time('10:00:05+08:00') time('10:00Z') localtime('10:00') localtime('23:59:59.5') localdatetime('2016-01-02T03:04')
    duration('P1Y2M3DT4H5M6.7S') duration('PT-0.5S') duration({days:1.5})""".split(),
)
def test_times_come_as_a_query_writes_them(neo4j_seeds, value):
    ((form, text),) = neo4j_seeds.query(f"RETURN {value} AS form, toString({value}) AS text").rows
    assert form == text


def test_an_answer_beyond_measure_is_refused(neo4j_seeds):
    text = "UNWIND range(1, 200) AS x RETURN reduce(s = '甲', i IN range(1, 18) | s + s) AS text"
    with pytest.raises(LimitError, match="larger than 64 MB"):
        neo4j_seeds.query(text, limits=Limits(1000, 60))


def test_a_store_that_is_closed_while_a_query_runs_ends_quietly(server, neo4j_seeds):
    store = open_server(server)
    with pytest.raises(LimitError):
        store.query(RUNAWAY["ranges in ranges"], limits=Limits(seconds=0.2))
    store.close()
    with pytest.raises(TifaError, match="closed"):
        store.query("RETURN 1")


@pytest.mark.parametrize(
    ("change", "kind", "message"),
    [
        pytest.param({"address": "bolt://127.0.0.1:1"}, TifaError, "no Neo4j server answers.*Start it", id="server away"),
        pytest.param({"address": "bolt://nobody.invalid"}, TifaError, "nobody.invalid: no Neo4j server answers", id="no such host"),
        pytest.param({"address": "http://127.0.0.1"}, InputError, "no address of a Neo4j server", id="another kind of address"),
        pytest.param({"address": "bolt://a:b:c"}, InputError, "cannot be used", id="an address that is none"),
        pytest.param({"address": "bolt://127.0.0.1:99999"}, InputError, "cannot be used", id="no such port"),
        pytest.param({"password": "wrong"}, InputError, "refuses the password.*NEO4J_PASSWORD", id="wrong password"),
        pytest.param({"user": "nobody"}, InputError, "password of the user 'nobody'", id="wrong user"),
        pytest.param({"database": "absent"}, InputError, "no database 'absent'.*--database", id="database absent"),
    ],
)
def test_what_is_wrong_with_a_server_is_said(server, change, kind, message):
    with pytest.raises(kind, match=message) as caught:
        connect(replace(server, **change))
    assert type(caught.value) is kind and server.password not in str(caught.value)


@pytest.mark.parametrize("agent", ["Neo4j/5.6.0", "Neo4j/4.4.30", "Neo4j/3.5.1"])
def test_an_old_version_is_refused(agent):
    with pytest.raises(InputError, match=f"{agent}, too old. Neo4j 5.7"):
        refuse_old("bolt://a", agent)


@pytest.mark.parametrize("agent", ["Neo4j/5.7.0", "Neo4j/5.26.31", "Neo4j/2026.10.1", "Another/1.0"])
def test_a_new_version_is_not(agent):
    refuse_old("bolt://a", agent)


@pytest.mark.parametrize(
    "answer",
    [pytest.param(b"\0\0\0\0", id="a server without a common version"), pytest.param(b"HTTP/1.1 400 Bad Request\r\n\r\n", id="a web server")],
)
def test_a_server_that_does_not_speak_our_bolt_is_named(answer):
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            for _ in range(2):
                connection = listener.accept()[0]
                with connection:
                    connection.recv(1024)
                    connection.sendall(answer)

        threading.Thread(target=serve, daemon=True).start()
        with pytest.raises(TifaError, match="7687"):
            connect(Server(f"bolt://127.0.0.1:{listener.getsockname()[1]}", "neo4j", "x"))
