"""Every exporter, on one small graph: read back with networkx (or csv), nothing lost, nothing that breaks a reader."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx as nx
import pytest

from extract.errors import InputError
from extract.registry import Exporter, plugins
from graph.build import build_graph
from graph.exporters.csv_tables import write_csv
from graph.exporters.gexf import write_gexf
from graph.exporters.graphml import write_graphml
from graph.exporters.node_link import write_node_link
from graph.exporters.xml_parts import legal

HOSTILE = "=甲\r\n<乙>&\"丙\"\x00\x1b]]>\U0002070e\t"


@pytest.fixture
def G(readings, entries, themes) -> nx.MultiDiGraph:
    G = build_graph(readings, entries, themes)
    sentence = next(own for own, d in G.nodes(data=True) if d["label"] == "Sentence")
    G.nodes[sentence]["text"] = HOSTILE
    return G


def unlisted(value: object) -> object:
    """Return a value as XML holds it: lists as JSON, without illegal characters."""
    value = json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
    return legal(value) if isinstance(value, str) else value


def plain(attributes: dict[str, object]) -> dict[str, object]:
    return {name: unlisted(value) for name, value in attributes.items()}


def edges_of(G: nx.MultiDiGraph) -> dict[str, tuple[str, str, dict[str, object]]]:
    return {key: (source, target, plain(d)) for source, target, key, d in G.edges(keys=True, data=True)}


def test_all_formats_are_found_by_their_folder():
    names = {plugin.name for plugin in plugins("graph.exporters") if isinstance(plugin, Exporter)}
    assert {"graphml", "gexf", "node-link", "csv"} <= names


def test_graphml_holds_everything(G, tmp_path):
    write_graphml(G, tmp_path / "g.graphml")
    H = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert {own: plain(d) for own, d in G.nodes(data=True)} == dict(H.nodes(data=True))
    found = {key: (s, t, {name: v for name, v in d.items() if name != "id"}) for s, t, key, d in H.edges(keys=True, data=True)}
    assert found == edges_of(G)


def test_gexf_holds_everything(G, tmp_path):
    write_gexf(G, tmp_path / "g.gexf")
    H = nx.read_gexf(tmp_path / "g.gexf")
    for own, attributes in G.nodes(data=True):
        back = dict(H.nodes[own])
        assert back.pop("label") == legal(attributes.get("name", attributes.get("text")))
        assert back == {("node_label" if name == "label" else name): v for name, v in plain(attributes).items()}
    found = {d.pop("id"): (s, t, {n: v for n, v in d.items() if n != "label"}) for s, t, d in H.edges(data=True)}
    assert found == edges_of(G)


def test_node_link_gives_the_graph_back(G, tmp_path):
    write_node_link(G, tmp_path / "g.json")
    H = nx.node_link_graph(json.loads((tmp_path / "g.json").read_text("utf-8")), edges="edges")
    assert dict(H.nodes(data=True)) == dict(G.nodes(data=True))
    back = {key: (s, t, {n.rstrip("_"): v for n, v in d.items()}) for s, t, key, d in H.edges(keys=True, data=True)}
    assert back == {key: (s, t, d) for s, t, key, d in G.edges(keys=True, data=True)}


def test_csv_has_a_row_for_each_and_runs_in_no_spreadsheet(G, tmp_path):
    write_csv(G, tmp_path / "g")
    with (tmp_path / "g" / "nodes.csv").open(encoding="utf-8", newline="") as file:
        nodes = {row["id"]: row for row in csv.DictReader(file)}
    with (tmp_path / "g" / "relationships.csv").open(encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file))
    assert list(nodes) == list(G) and len(edges) == G.number_of_edges()
    texts = [row["text"] for row in nodes.values() if row["label"] == "Sentence"]
    assert "'" + HOSTILE in texts
    uses = next(row for row in edges if row["type"] == "USES")
    assert len(json.loads(uses["evidence"])) == int(uses["count"])
    assert not [cell for row in nodes.values() for cell in row.values() if cell.startswith(("=", "+", "@"))]


@pytest.mark.parametrize("write", [write_graphml, write_gexf, write_node_link])
def test_equal_graphs_give_equal_bytes_and_no_half_files(G, tmp_path, write):
    for name in ("a", "b"):
        write(G, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    G.add_node("x", label="Nothing of the kind", text=object())
    with pytest.raises((KeyError, TypeError)):
        write(G, tmp_path / "c")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a", "b"]


def test_an_export_takes_the_place_of_an_older_one(G, tmp_path):
    for _ in range(2):
        write_csv(G, tmp_path / "tables")
        write_graphml(G, tmp_path / "g.graphml")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["g.graphml", "tables"]


@pytest.mark.parametrize("write", [write_graphml, write_csv])
def test_a_folder_with_something_in_it_is_left_alone(G, tmp_path: Path, write):
    (tmp_path / "mine").write_text("x")
    with pytest.raises(InputError, match="not empty"):
        write(G, tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["mine"]
