"""`tifa serve`: the official driver gets the same rows as from the store, writes are refused, nothing else listens."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading

import neo4j
import pytest

from graph.bolt import USER, BoltService
from graph.stores.arcade import open_store
from graph.stores.store import Limits


@pytest.fixture(scope="module")
def store(seed_graph):
    store = open_store(seed_graph)
    yield store
    store.close()


@pytest.fixture(scope="module")
def service(store):
    with BoltService(store, 0, "right", Limits(500, 5)) as service:
        threading.Thread(target=service.serve_forever, daemon=True).start()
        yield service
        service.shutdown()


@pytest.fixture(scope="module", params=["bolt", "neo4j"])
def driver(service, request):
    with neo4j.GraphDatabase.driver(f"{request.param}://127.0.0.1:{service.port}", auth=(USER, "right")) as driver:
        yield driver


TEXTS = [
    "MATCH (s:Speech) RETURN s.doc AS d, s.chars AS c, s.level AS l ORDER BY d",
    "MATCH (s:Speech)-[u:USES]->(p) RETURN p.name AS n, sum(u.count) AS c, collect(u.evidence[0]) AS e ORDER BY c DESC, n",
    "RETURN null AS a, true AS b, -1 AS c, 300 AS d, 1.5 AS e, '提法' AS f, [1, {k: 'v'}] AS g, -9000000000 AS h, '' AS i",
    "UNWIND range(1, 400) AS x RETURN x, toString(x) AS s",
    "MATCH (n:Nothing) RETURN n",
]


@pytest.mark.parametrize("text", TEXTS)
def test_managed_reads_and_auto_commit_give_the_same_rows(store, driver, text):
    expected = [list(row) for row in store.query(text).rows]
    managed, _, keys = driver.execute_query(text, routing_="r")
    assert [record.values() for record in managed] == expected
    assert tuple(keys) == store.query(text).columns
    with driver.session(fetch_size=7) as session:
        assert [record.values() for record in session.run(text)] == expected
        with session.begin_transaction() as transaction:
            first, second = transaction.run(text), transaction.run(TEXTS[0])
            assert len(list(second)) == 5 and [r.values() for r in first] == expected


def test_parameters_nodes_relationships_and_paths(driver):
    record = driver.execute_query(
        "MATCH p = (s:Speech {doc: $doc})-[u:USES]->(f:Principle)-[:ABOUT]->(t:Theme) RETURN s, u, p ORDER BY u.id, t.id LIMIT 1",
        doc="001_8c9b8062095144ea",
    ).records[0]
    assert record["s"]["doc"] == "001_8c9b8062095144ea" and set(record["s"].labels) == {"Speech"}
    assert record["u"].type == "USES" and record["u"].start_node.element_id == record["s"].element_id
    assert [type(r).__name__ for r in record["p"].relationships] == ["USES", "ABOUT"] and record["p"].start_node == record["s"]


@pytest.mark.parametrize(
    "text",
    ["CREATE (n:Speech)", "MATCH (n) DETACH DELETE n", "MATCH (n) SET n.x = 1", "MERGE (n:Theme)", "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l",
     "CALL db.labels()", "FOREACH (x IN [1] | CREATE ())", "MATCH (n", "UNWIND range(1, 600) AS x RETURN x"],
)  # fmt: skip
def test_writes_and_what_is_wrong_are_refused_and_the_connection_goes_on(driver, text):
    with driver.session(default_access_mode="WRITE") as session:
        with pytest.raises(neo4j.exceptions.Neo4jError):
            session.run(text).consume()
        with pytest.raises(neo4j.exceptions.Neo4jError):
            session.execute_write(lambda t: t.run(text).consume())
        assert session.run("MATCH (s:Speech) RETURN count(s) AS n").single()["n"] == 5


@pytest.mark.parametrize("auth", [(USER, "wrong"), ("neo4j", "right"), None])
def test_a_wrong_password_is_refused(service, auth):
    with neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{service.port}", auth=auth) as driver:
        with pytest.raises(neo4j.exceptions.ClientError):
            driver.verify_connectivity()


def test_from_the_console_nothing_else_listens(seed_graph):
    process = subprocess.Popen(
        [sys.executable, "-m", "ui.cli", "serve", str(seed_graph), "--bolt", "0"], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    try:
        found = re.match(r"bolt://127\.0\.0\.1:(\d+)  user reader, password (\S+)", process.stdout.readline())
        with neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{found[1]}", auth=(USER, found[2])) as driver:
            assert driver.execute_query("MATCH (s:Speech) RETURN count(s) AS n").records[0]["n"] == 5
        assert listening(process.pid) in ({int(found[1])}, None)
    finally:
        process.terminate()
        process.wait()


def listening(pid: int) -> set[int] | None:
    """Return the ports on which a process listens, None where the system does not say."""
    try:
        sockets = {os.readlink(f"/proc/{pid}/fd/{fd}") for fd in os.listdir(f"/proc/{pid}/fd")}
        rows = [line.split() for name in ("tcp", "tcp6") for line in open(f"/proc/{pid}/net/{name}").readlines()[1:]]
    except OSError:
        return None
    return {int(row[1].split(":")[1], 16) for row in rows if row[3] == "0A" and f"socket:[{row[9]}]" in sockets}
