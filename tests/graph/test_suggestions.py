"""What the explorer reads at its start must not grow with the collection: names, groups, the map's texts."""

from __future__ import annotations

import json

import networkx as nx
import pytest

from graph import map_layout, overview, suggestions
from graph.derived import load_suggestions
from graph.map_layout import MANY_TEXTS, MOST_NODES, MOST_TEXTS, layout_of
from graph.overview import NAMED_OF_GROUP, overview_of
from graph.suggestions import suggestions_of


def collection(texts: int) -> nx.MultiDiGraph:
    """So many texts, each with two themes and one formulation of ten."""
    G = nx.MultiDiGraph()
    for theme in ("loyalty", "study"):
        G.add_node(theme, label="Theme", name=theme)
    for number in range(10):
        G.add_node(f"slogan-{number}", label="Slogan", name=f"口号{number}")
    for number in range(texts):
        text, section, sentence = (f"{kind}-{number:05}" for kind in ("speech", "section", "sentence"))
        G.add_node(text, label="Speech", name=f"文稿{number}", doc=str(number), date_earliest=f"{2000 + number % 20}-01-01")
        G.add_node(section, label="Section", name="body", speech=text)
        G.add_node(sentence, label="Sentence", speech=text)
        G.add_edge(section, sentence, key=f"h{number}", type="HAS_SENTENCE")
        slogan = f"slogan-{number % 10}"
        G.add_edge(sentence, slogan, key=f"m{number}", type="MENTIONS", depth=0)
        G.add_edge(text, slogan, key=f"u{number}", type="USES", count=1 + number % 3)
        for theme in ("loyalty", "study"):
            G.add_edge(text, theme, key=f"e{number}{theme}", type="EXPRESSES", count=1)
    return G


@pytest.mark.parametrize("read", [overview_of, layout_of, suggestions_of], ids=["overview", "layout", "suggestions"])
def test_what_is_read_at_the_start_has_an_upper_size(read):
    few, many = (len(json.dumps(read(collection(texts)))) for texts in (1500, 3000))
    assert many < 1.05 * few


def test_a_group_says_how_many_texts_it_has():
    rows = overview_of(collection(3000))["speeches"]
    assert [row["texts"] for row in rows] == [150] * overview.SPEECHES
    assert all(len(row["members"]) == NAMED_OF_GROUP for row in rows)


@pytest.mark.parametrize(("texts", "shown"), [(30, 30), (MANY_TEXTS, MANY_TEXTS), (MANY_TEXTS + 1, MOST_TEXTS), (900, MOST_TEXTS)])
def test_many_texts_leave_room_on_the_map(texts, shown):
    layout = layout_of(collection(texts))
    types = [node["type"] for node in layout["nodes"]]
    assert types.count("Speech") == shown
    assert (types.count("Theme"), types.count("Slogan")) == (2, 10)
    assert layout["hidden"].get("Speech", 0) == texts - shown
    assert len(types) <= MOST_NODES == map_layout.MOST_NODES


def test_suggestions_are_the_most_mentioned(monkeypatch):
    monkeypatch.setattr(suggestions, "EACH", 3)
    rows = [row for row in suggestions_of(collection(40)) if row["label"] == "Slogan"]
    assert [(row["name"], row["count"], row["texts"]) for row in rows] == [("口号2", 9, 4), ("口号5", 9, 4), ("口号8", 9, 4)]


def test_suggestions_of_the_seeds_are_in_the_store(seed_graph):
    from graph.stores.arcade import open_store

    store = open_store(seed_graph)
    for row in [row for row in load_suggestions(seed_graph) if row["label"] in ("Principle", "Person")][:20]:
        kind = {"Principle": "USES", "Person": "NAMES"}[row["label"]]
        text = f"MATCH (s:Speech)-[r:{kind}]->(n:{row['label']} {{id: $id}}) RETURN sum(r.count), count(s), n.name"
        assert list(store.query(text, {"id": row["id"]}).rows[0])[:1] == [row["count"]]
    store.close()
