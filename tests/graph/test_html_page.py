"""The HTML page: same bytes for the same graph, one script named by its hash, no text that could become markup."""

import base64
import hashlib
import json
import re

import networkx as nx
import pytest

from graph.build import build_graph
from graph.exporters.html_page import PLUGIN, network_of, page_of
from graph.folder import load, text_of
from graph.snapshot import snapshot_of

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u2028&amp;'\""


@pytest.fixture
def G(readings, entries, themes) -> nx.MultiDiGraph:
    return build_graph(readings, entries, themes)


def payload_in(page: str) -> dict:
    return json.loads(re.search(r'<script type="application/json" id="payload">(.*?)</script>', page, re.S).group(1))


def test_same_graph_same_bytes(G, tmp_path):
    for name in ("a.html", "b.html"):
        PLUGIN.write(G, tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_the_policy_names_the_script_by_its_hash(G):
    page = page_of(snapshot_of(G))
    script = re.search(r"<script>(.*?)</script>", page, re.S).group(1)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in page
    assert "default-src 'none'" in page
    assert page.count("<script") == 2


def test_the_page_links_to_nothing(G):
    page = page_of(snapshot_of(G))
    markup = re.sub(r"<script.*?</script>|<!--.*?-->", "", page, flags=re.S)
    assert not re.search(r"(?:src|href)=|url\(\s*['\"]?http|@import", markup)


def test_hostile_texts_stay_texts(G):
    for node, attrs in G.nodes(data=True):
        for key in ("name", "text", "name_en"):
            if key in attrs:
                attrs[key] = HOSTILE
    page = page_of(snapshot_of(G))
    assert page.count("<script") == 2
    assert "<img" not in page
    assert any(item["name"] == HOSTILE for item in payload_in(page)["items"].values())


def test_a_lone_surrogate_does_not_break_the_file(G, tmp_path):
    speech = next(node for node, attrs in G.nodes(data=True) if attrs["label"] == "Speech")
    G.nodes[speech]["name"] = "坏\ud800字"
    PLUGIN.write(G, tmp_path / "a.html")
    payload = payload_in((tmp_path / "a.html").read_text("utf-8"))
    assert payload["items"][speech]["name"] == "坏\ud800字"


def test_the_map_is_a_pyvis_network(G):
    picture = snapshot_of(G)["pictures"]["map"]["zh"]
    network = network_of(picture)
    assert network.directed
    assert network.get_nodes() == [node["id"] for node in picture["nodes"]]
    assert len(network.edges) == len(picture["edges"])


def test_evidence_is_what_stands_in_the_texts(seed_graph, tmp_path):
    G = load(seed_graph)
    PLUGIN.write(G, tmp_path / "seeds.html")
    payload = payload_in((tmp_path / "seeds.html").read_text("utf-8"))
    texts = {speech["speech"]: text_of(seed_graph, speech["speech"]) for speech in payload["sentences"]}
    assert len(texts) == 5
    for span in (*payload["evidence"], *payload["sentences"]):
        assert texts[span["speech"]][span["start"] : span["end"]] == span["text"]
    for edge in payload["relationships"]:
        if edge["type"] in ("USES", "EXPRESSES", "ABOUT", "CITES", "NAMES"):
            assert edge["count"] == len(edge["evidence"])
    assert (tmp_path / "seeds.html").stat().st_size < 3_000_000
