"""`tifa load` and `tifa query` on a real Neo4j server, as they are typed."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from ui.cli import program


def run(*arguments: str, password: str | None = None):
    return CliRunner(env={"NEO4J_PASSWORD": password}).invoke(program, list(arguments))


def test_a_graph_is_loaded_and_asked(neo4j_server, seed_graph):
    server, secret = neo4j_server.address, neo4j_server.password
    loaded = run("load", str(seed_graph), server, "--prune", password=secret)
    assert loaded.exit_code == 0, loaded.output
    counts = json.loads((seed_graph / "manifest.json").read_text("utf-8"))["counts"]
    assert f"{sum(counts['nodes'].values())} nodes, {sum(counts['relationships'].values())} relationships" in loaded.stdout
    text = "MATCH (s:Speech)-[u:USES]->(p) WHERE u.count >= $n RETURN s.doc AS doc, p.name AS name, u ORDER BY doc, name, u.id"
    arguments = ("query", text, "--param", "n=3", "--format", "json")
    on_server = run(arguments[0], server, *arguments[1:], password=secret)
    embedded = run(arguments[0], str(seed_graph), *arguments[1:])
    answers = [json.loads(result.stdout) for result in (on_server, embedded)]
    assert answers[0]["rows"] and answers[0]["columns"] == answers[1]["columns"] and answers[0]["rows"] == answers[1]["rows"]


@pytest.mark.parametrize(
    ("arguments", "password", "status", "message"),
    [
        pytest.param(("query", "ADDRESS", "CREATE (n)"), "right", 2, "only read", id="a write"),
        pytest.param(("query", "ADDRESS", "RETURN 1", "--user", "nobody"), "right", 2, "refuses the password", id="wrong user"),
        pytest.param(("query", "ADDRESS", "RETURN 1"), "wrong", 2, "refuses the password", id="wrong password"),
        pytest.param(("query", "ADDRESS", "RETURN 1"), None, 2, "NEO4J_PASSWORD", id="no password, no terminal"),
        pytest.param(("query", "ADDRESS", "RETURN 1", "--database", "no"), "right", 2, "no database 'no'", id="no such database"),
        pytest.param(("query", "bolt://127.0.0.1:1", "RETURN 1"), "x", 1, "no Neo4j server answers", id="query, server away"),
        pytest.param(("load", "GRAPH", "bolt://127.0.0.1:1"), "x", 1, "no Neo4j server answers", id="load, server away"),
        pytest.param(("load", "GRAPH", "127.0.0.1:7687"), "x", 2, "bolt://HOST:PORT", id="no address"),
        pytest.param(("load", "nothing-here", "ADDRESS"), "right", 2, "no such graph folder", id="no graph"),
    ],
)
def test_what_is_wrong_is_said_in_one_message(neo4j_server, seed_graph, arguments, password, status, message):
    given = [{"ADDRESS": neo4j_server.address, "GRAPH": str(seed_graph)}.get(word, word) for word in arguments]
    result = run(*given, password=neo4j_server.password if password == "right" else password)
    assert result.exit_code == status, result.output
    assert result.stderr.startswith("tifa: ") and message in result.stderr and "Traceback" not in result.stderr
    assert neo4j_server.password not in result.output
