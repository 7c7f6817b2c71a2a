"""A graph on a real Neo4j server: merged on ids, loaded twice the same, going on after a kill, pruned only if asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from extract.errors import InputError, TifaError
from graph.build import build_graph
from graph.folder import save_graph
from graph.load import batches, load_graph
from graph.stores.neo4j_server import Server
from graph.stores.neo4j_store import open_server
from graph.stores.store import Limits

ALL = Limits(100_000, 60)


@pytest.fixture(scope="module")
def server(neo4j_server) -> Server:
    return Server(neo4j_server.address, neo4j_server.user, neo4j_server.password)


@pytest.fixture(scope="module")
def store(server):
    store = open_server(server)
    yield store
    store.close()


@pytest.fixture
def empty(store):
    write(store, "MATCH (n) DETACH DELETE n")


@pytest.fixture
def G(readings, entries, themes) -> nx.MultiDiGraph:
    return build_graph(readings, entries, themes)


@pytest.fixture
def folder(tmp_path, G, readings) -> Path:
    save_graph(tmp_path / "graph", G, readings)
    return tmp_path / "graph"


def write(store, text: str, **parameters: object) -> None:
    with store.driver.session() as session:
        session.run(text, **parameters).consume()


def content(store) -> tuple[dict[str, object], dict[str, object]]:
    """Return all that the server holds: nodes and relationships by id."""
    nodes = store.query("MATCH (n) RETURN n", limits=ALL).rows
    edges = store.query("MATCH ()-[r]->() RETURN r", limits=ALL).rows
    assert len(nodes) == len({n["id"] for (n,) in nodes}) and len(edges) == len({r["id"] for (r,) in edges})
    return {n["id"]: n for (n,) in nodes}, {r["id"]: r for (r,) in edges}


def expected(G: nx.MultiDiGraph) -> tuple[dict[str, object], dict[str, object]]:
    nodes = {
        own: {"id": own, "labels": [d["label"]], "properties": {"id": own, **{k: v for k, v in d.items() if k != "label"}}}
        for own, d in G.nodes(data=True)
    }
    edges = {
        key: {
            "id": key,
            "type": d["type"],
            "start": source,
            "end": target,
            "properties": {"id": key, **{k: v for k, v in d.items() if k != "type"}},
        }
        for source, target, key, d in G.edges(keys=True, data=True)
    }
    return nodes, edges


def test_loading_twice_gives_the_graph_once(store, server, empty, G, folder):
    sent: list[int] = []
    loaded = load_graph(folder, server, progress=sent.append, batch_rows=7)
    assert (loaded.nodes, loaded.relationships, loaded.resumed) == (len(G), G.number_of_edges(), 0)
    assert sum(sent) == len(G) + G.number_of_edges() and max(sent) == 7
    assert content(store) == expected(G)
    again = load_graph(folder, server)
    assert again == loaded and content(store) == expected(G)


def test_several_mentions_of_one_thing_in_one_sentence_stay_several(store, server, empty, G, folder):
    load_graph(folder, server)
    pairs = "MATCH (a)-[r]->(b) WITH a, b, type(r) AS t, count(r) AS n WHERE n > 1 RETURN count(*) AS n"
    several = {}
    for source, target, d in G.edges(data=True):
        several[source, target, d["type"]] = several.get((source, target, d["type"]), 0) + 1
    assert store.query(pairs).rows == ((sum(n > 1 for n in several.values()),),)


def test_what_a_killed_load_has_sent_is_not_sent_again(store, server, empty, G, folder):
    code = (
        "import os, sys; from pathlib import Path; from graph.load import load_graph; "
        "from graph.stores.neo4j_server import Server; sent = []\n"
        "def progress(rows):\n    sent.append(rows)\n    if len(sent) == 20: os._exit(9)\n"
        "load_graph(Path(sys.argv[1]), Server(sys.argv[2], sys.argv[3], sys.stdin.read()), progress=progress, batch_rows=10)"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(folder), server.address, server.user], input=server.password, text=True)
    assert killed.returncode == 9
    sizes = [batch.size for batch in batches(folder, 10)]
    assert store.query("MATCH ()-[r]->() RETURN count(r) AS n").rows[0][0] == sum(sizes[:20]) - len(G) < G.number_of_edges()
    loaded = load_graph(folder, server, batch_rows=10)
    assert loaded.resumed == sum(sizes[:20]) and content(store) == expected(G)
    assert load_graph(folder, server, batch_rows=10).resumed == 0, "nothing is remembered of a load that came to its end"


def test_a_load_of_another_graph_does_not_go_on_with_the_killed_one(store, server, empty, G, folder):
    write(store, "CREATE (:TifaLoad {key: 'another', batches: 1000})")
    assert load_graph(folder, server).resumed == 0
    assert content(store) == expected(G)


def test_prune_removes_what_the_graph_has_not_and_nothing_else(store, server, empty, G, folder, readings, entries, themes):
    load_graph(folder, server)
    write(store, "CREATE (:Mine {id: 'mine'})-[:OWNS {id: 'own'}]->(:Theme {name: 'mine, without an id'})")
    write(store, "MATCH (t:Theme {id: 'loyalty'}) CREATE (:Mine {id: 'note'})-[:ON {id: 'on'}]->(t) SET t.mine = 1")
    smaller = build_graph(readings[:1], entries, themes)
    save_graph(folder, smaller, readings[:1])
    load_graph(folder, server)
    more = store.query("MATCH (n) RETURN count(n) AS n").rows[0][0]
    assert more == len(G) + 3, "without --prune nothing is removed"
    loaded = load_graph(folder, server, prune=True)
    assert loaded.removed_nodes == len(set(G) - set(smaller)) > 0 and loaded.removed_relationships > 0
    write(store, "MATCH (n:Mine) DETACH DELETE n")
    write(store, "MATCH (n:Theme) WHERE n.id IS NULL DELETE n")
    assert content(store) == expected(smaller), "values that the graph has not are gone too"


def test_a_database_with_two_nodes_of_one_id_is_refused(store, server, empty, folder):
    write(store, "DROP CONSTRAINT tifa_Theme_id IF EXISTS")
    write(store, "CREATE (:Theme {id: 'x'}), (:Theme {id: 'x'})")
    with pytest.raises(TifaError, match="cannot be prepared") as caught:
        load_graph(folder, server)
    assert "--database" in str(caught.value)


def test_a_broken_graph_folder_is_said_to_be_broken(server, empty, folder):
    (folder / "relationships" / "USES.parquet").write_bytes(b"PAR1")
    with pytest.raises(InputError, match="USES.parquet"):
        load_graph(folder, server)
