"""Typed CSV files, imported by the real `neo4j-admin`, give the graph back: every node, relationship and property."""

from __future__ import annotations

import shlex

import networkx as nx
import pytest

from extract.errors import InputError
from graph.build import build_graph
from graph.exporters.neo4j_csv import write_neo4j_csv
from graph.stores.neo4j_server import Server
from graph.stores.neo4j_store import open_server
from graph.stores.store import Limits

HOSTILE = ' "甲",\r\n;|\\ \x1f,乙\U0002070e\t\'=1 \n'


@pytest.fixture
def G(readings, entries, themes) -> nx.MultiDiGraph:
    """A small graph with the values that a CSV file garbles most easily."""
    G = build_graph(readings, entries, themes)
    first = {}
    for own, d in G.nodes(data=True):
        first.setdefault(d["label"], own)
    G.nodes[first["Sentence"]]["text"] = HOSTILE
    G.nodes[first["Principle"]]["forms"] = [HOSTILE, "", " 乙 ", "a;b|c"]
    G.nodes[first["Principle"]]["gloss"] = ""
    G.nodes[first["Slogan"]]["source"] = '""'
    return G


def test_neo4j_admin_imports_every_value(G, tmp_path, neo4j_program):
    note = write_neo4j_csv(G, tmp_path / "csv")
    command = (tmp_path / "csv" / "import-command.txt").read_text("utf-8")
    assert command in note + "\n" and "cypher-shell -f constraints.cypher" in note
    words = shlex.split(command)
    assert words[:5] == ["neo4j-admin", "database", "import", "full", "neo4j"]
    home = tmp_path / "home"
    result = neo4j_program.admin(home, *words[1:], folder=tmp_path / "csv")
    assert result.returncode == 0, result.stdout + result.stderr
    with neo4j_program.running(home) as running:
        store = open_server(Server(running.address, running.user, running.password))
        found = store.query("MATCH (n) RETURN n", limits=Limits(10_000, 60)).rows
        edges = store.query("MATCH ()-[r]->() RETURN r", limits=Limits(10_000, 60)).rows
        with store.driver.session() as session:
            for statement in (tmp_path / "csv" / "constraints.cypher").read_text("utf-8").split(";\n")[:-1]:
                session.run(statement).consume()
        store.close()
    assert {n["id"]: (n["labels"], n["properties"]) for (n,) in found} == {
        own: ([d["label"]], {"id": own, **_without(d, "label")}) for own, d in G.nodes(data=True)
    }
    assert {r["id"]: (r["type"], r["start"], r["end"], r["properties"]) for (r,) in edges} == {
        key: (d["type"], source, target, {"id": key, **_without(d, "type")}) for source, target, key, d in G.edges(keys=True, data=True)
    }


def _without(attributes: dict[str, object], name: str) -> dict[str, object]:
    """Return attributes but one; an empty list has no form of its own in a CSV file and is absent."""
    return {key: value for key, value in attributes.items() if key != name and value != []}


def test_the_same_graph_gives_the_same_bytes_and_takes_the_old_ones_place(G, tmp_path):
    write_neo4j_csv(G, tmp_path / "a")
    write_neo4j_csv(G, tmp_path / "b")
    write_neo4j_csv(G, tmp_path / "b")
    first, second = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in "ab")
    assert first == second and "Speech.csv" in first


def test_a_folder_with_other_files_is_left_alone(G, tmp_path):
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(InputError, match="not empty"):
        write_neo4j_csv(G, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_mark_between_parts_of_a_list_stands_in_no_part(G, tmp_path):
    principle = next(own for own, d in G.nodes(data=True) if d["label"] == "Principle")
    G.nodes[principle]["forms"] = ["\x1f\x1e"]
    assert "--array-delimiter=U+001D" in write_neo4j_csv(G, tmp_path / "csv")
    G.nodes[principle]["forms"] = ["".join(map(chr, range(32)))]
    with pytest.raises(InputError, match="control character"):
        write_neo4j_csv(G, tmp_path / "csv")


def test_long_rows_get_a_buffer_that_holds_them(G, tmp_path):
    assert "--read-buffer-size" not in write_neo4j_csv(G, tmp_path / "csv")
    sentence = next(own for own, d in G.nodes(data=True) if d["label"] == "Sentence")
    G.nodes[sentence]["text"] = "长" * 1_000_000
    assert "--read-buffer-size=6" in write_neo4j_csv(G, tmp_path / "csv")
