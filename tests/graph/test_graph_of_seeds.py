"""The graph of the five seeds, as the console program builds it, against the model and against the texts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from extract.sources import read_speeches
from graph.folder import load, read_manifest
from graph.ids import span_of
from graph.model import BOOLEAN, FLOAT, FORMULATIONS, INTEGER, NODE_LABELS, RELATIONSHIP_TYPES, TEXT, TEXTS
from graph.verify import verify

PYTHON = {TEXT: str, INTEGER: int, FLOAT: float, BOOLEAN: bool, TEXTS: list}


@pytest.fixture(scope="module")
def G(seed_graph):
    return load(seed_graph)


def test_the_sources_agree_with_the_graph(seed_graph: Path, seeds_folder):
    texts = {speech.id: speech.text for speech in read_speeches([seeds_folder])}
    assert len(texts) == 5
    assert verify(seed_graph, texts) == []


def test_the_model_holds(G):
    for own, d in G.nodes(data=True):
        table = {**NODE_LABELS[d["label"]].properties, "label": TEXT}
        assert {key: type(value) for key, value in d.items()} == {key: PYTHON[table[key]] for key in d}, own
        assert d["label"] == "Sentence" or d["name"], own
    for source, target, own, d in G.edges(keys=True, data=True):
        kind = RELATIONSHIP_TYPES[d["type"]]
        table = {**kind.properties, "type": TEXT}
        assert {key: type(value) for key, value in d.items()} == {key: PYTHON[table[key]] for key in d}, own
        assert G.nodes[source]["label"] in kind.sources and G.nodes[target]["label"] in kind.targets
        assert not kind.symmetric or source < target


def test_every_label_and_type_occurs(seed_graph):
    counts = read_manifest(seed_graph)["counts"]
    assert [name for part in counts.values() for name, number in part.items() if not number] == []


def test_sentences_cover_each_text_once(G):
    for speech, d in G.nodes(data=True):
        if d["label"] == "Speech":
            spans = sorted((s["start"], s["end"]) for _, s in G.nodes(data=True) if s["label"] == "Sentence" and s["speech"] == speech)
            assert [start for start, _ in spans] == [0, *(end for _, end in spans[:-1])] and spans[-1][1] == d["chars"]


def test_uses_are_the_outermost_mentions(G):
    mentions = Counter(
        (G.nodes[sentence]["speech"], target)
        for sentence, target, d in G.edges(data=True)
        if d["type"] == "MENTIONS" and d["depth"] == 0 and G.nodes[target]["label"] in FORMULATIONS
    )
    uses = {(speech, target): d["count"] for speech, target, d in G.edges(data=True) if d["type"] == "USES"}
    assert uses == dict(mentions)


def test_about_stands_in_sections_that_express_the_theme(G):
    home = {sentence: section for section, sentence, kind in G.edges(data="type") if kind == "HAS_SENTENCE"}
    at = {}
    for sentence, target, d in G.edges(data=True):
        if d["type"] == "MENTIONS" and d["depth"] == 0:
            at[target, G.nodes[sentence]["speech"], d["start"], d["end"]] = home[sentence]
    for formulation, theme, d in G.edges(data=True):
        if d["type"] == "ABOUT":
            for place in d["evidence"]:
                assert G.has_edge(at[(formulation, *span_of(place))], theme)
