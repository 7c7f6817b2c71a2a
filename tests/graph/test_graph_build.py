"""The graph that is built of three readings: every relationship by the contract's words."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import networkx as nx
import pytest

from extract.records import Mention, Metadata, Reading, Sentence, Speech
from graph.build import build_graph
from graph.ids import span_of
from graph.model import BOOLEAN, FLOAT, INTEGER, NODE_LABELS, RELATIONSHIP_TYPES, TEXT, TEXTS

PYTHON = {TEXT: str, INTEGER: int, FLOAT: float, BOOLEAN: bool, TEXTS: list}


@pytest.fixture
def G(readings, entries, themes) -> nx.MultiDiGraph:
    return build_graph(readings, entries, themes)


def nodes(G: nx.MultiDiGraph, label: str, name: str | None = None) -> list[str]:
    return [own for own, d in G.nodes(data=True) if d["label"] == label and name in (None, d.get("name"))]


def edges(G: nx.MultiDiGraph, kind: str) -> list[tuple[str, str, dict[str, object]]]:
    return [(source, target, d) for source, target, d in G.edges(data=True) if d["type"] == kind]


def between(G: nx.MultiDiGraph, kind: str, source: str, target: str) -> dict[str, object]:
    """Return the one relationship between two nodes by their names (a Speech by its document)."""
    def named(own: str, name: str) -> bool:
        return name in (G.nodes[own].get("doc"), G.nodes[own].get("name"))

    found = [d for a, b, d in edges(G, kind) if named(a, source) and named(b, target)]
    assert len(found) == 1, (kind, source, target, found)
    return found[0]


def texts(G: nx.MultiDiGraph, readings: list[Reading]) -> dict[str, str]:
    by_doc = {reading.speech.id: reading.speech.text for reading in readings}
    return {own: by_doc[G.nodes[own]["doc"]] for own in nodes(G, "Speech")}


def with_more_words(reading: Reading, more: str, wording: str, name: str) -> Reading:
    """Return a reading of the same text with one more sentence, in which a wording stands for a principle."""
    speech, start = reading.speech, len(reading.speech.text)
    at = start + more.index(wording)
    mention = Mention(speech.id, at, at + len(wording), "PRINCIPLE", wording, name, "lexicon")
    sentences = (*speech.sentences, Sentence(len(speech.sentences), start, start + len(more)))
    return replace(reading, speech=replace(speech, text=speech.text + more, sentences=sentences, mentions=(*speech.mentions, mention)))


def test_every_node_and_edge_is_as_the_model_says(readings, entries, themes):
    readings[2] = with_more_words(readings[2], "要绝对忠诚，廉洁自律。\n", "绝对忠诚", "对党绝对忠诚")
    shared = "把督查问效当作推动各项工作落地见效的重要抓手。\n"
    readings[:2] = [with_more_words(reading, shared, "督查问效", "督查问效") for reading in readings[:2]]
    entries[0] = replace(entries[0], members=("绝对忠诚", "廉洁自律"))
    G = build_graph(readings, entries, themes)
    for own, attributes in G.nodes(data=True):
        table = NODE_LABELS[attributes["label"]].properties
        assert attributes["label"] == "Sentence" or attributes["name"], own
        for key, value in attributes.items():
            assert key == "label" or type(value) is PYTHON[table[key]], (own, key, value)
    for source, target, own, attributes in G.edges(keys=True, data=True):
        kind = RELATIONSHIP_TYPES[attributes["type"]]
        assert own.startswith("r-") and len(own) == 18
        assert G.nodes[source]["label"] in kind.sources and G.nodes[target]["label"] in kind.targets
        for key, value in attributes.items():
            assert key == "type" or type(value) is PYTHON[kind.properties[key]], (own, key, value)
        if kind.symmetric:
            assert source < target
    assert len({own for _, _, own in G.edges(keys=True)}) == G.number_of_edges()
    assert {d["type"] for _, _, d in G.edges(data=True)} == set(RELATIONSHIP_TYPES)


def test_every_number_is_the_size_of_its_evidence(G, readings):
    sources = texts(G, readings)
    for source, target, attributes in G.edges(data=True):
        for place in attributes.get("evidence", []):
            speech, start, end = span_of(place)
            assert 0 <= start < end <= len(sources[speech])
        if "count" in attributes:
            assert attributes["count"] == len(set(attributes["evidence"])) > 0, (source, target)


def test_every_span_holds_its_words(G, readings):
    sources = texts(G, readings)
    for sentence in nodes(G, "Sentence"):
        d = G.nodes[sentence]
        assert sources[d["speech"]][d["start"] : d["end"]] == d["text"]
    for sentence, _, d in edges(G, "MENTIONS"):
        assert sources[G.nodes[sentence]["speech"]][d["start"] : d["end"]] == d["surface"]
        assert G.nodes[sentence]["start"] <= d["start"] < G.nodes[sentence]["end"]
    for speech, quotation, d in edges(G, "QUOTES"):
        assert sources[speech][d["start"] : d["end"]] == G.nodes[quotation]["text"]
    for speech, target, d in edges(G, "USES"):
        for _, start, end in map(span_of, d["evidence"]):
            assert sources[speech][start:end] in G.nodes[target]["forms"]


def test_sentences_join_to_the_text_and_have_one_section(G, readings):
    for speech, text in texts(G, readings).items():
        own = sorted((d["start"], n) for n, d in G.nodes(data=True) if d["label"] == "Sentence" and d["speech"] == speech)
        assert "".join(G.nodes[n]["text"] for _, n in own) == text
        for _, sentence in own:
            assert [d["type"] for _, _, d in G.in_edges(sentence, data=True)] == ["HAS_SENTENCE"]


def test_sections_nest_by_level_and_a_text_without_any_has_a_body(G):
    county, news = (next(n for n in nodes(G, "Speech") if G.nodes[n]["doc"] == doc) for doc in ("001_county", "003_news"))
    tops = [G.nodes[b]["name"] for a, b, d in sorted(edges(G, "HAS_SECTION"), key=lambda e: e[2]["order"]) if a == county]
    assert tops == ["opening", "一、讲政治", "二、抓落实"]
    assert between(G, "HAS_SECTION", "一、讲政治", "（一）守纪律")["order"] == 2
    assert [G.nodes[b]["name"] for a, b, _ in edges(G, "HAS_SECTION") if a == news] == ["body"]


def test_a_sentence_belongs_to_its_innermost_section_only(G):
    homes = {G.nodes[b]["text"].strip(): G.nodes[a]["name"] for a, b, _ in edges(G, "HAS_SENTENCE")}
    assert homes["县委要求学习党章。"] == "（一）守纪律"
    assert homes["对党绝对忠诚是三办三服务的根本。"] == "一、讲政治"


@pytest.mark.parametrize(
    ("speech", "name", "expected"),
    [
        pytest.param("001_county", "五个坚持", (2, 2, 0, 0, 0), id="twice in its own voice"),
        pytest.param("001_county", "四风", (1, 1, 0, 1, 0), id="opposed is part of the count"),
        pytest.param("001_county", "空谈误国，实干兴邦", (1, 0, 1, 0, 0), id="quoted"),
        pytest.param("003_news", "三服务", (1, 1, 0, 0, 0), id="on its own"),
    ],
)
def test_uses_counts_the_outermost_mentions_by_voice(G, speech, name, expected):
    used = between(G, "USES", speech, name)
    assert tuple(used[key] for key in ("count", "own", "quoted", "opposed", "nested")) == expected
    assert used["count"] == used["own"] + used["quoted"] + used["in_title"]


def test_a_formulation_only_inside_a_longer_one_is_mentioned_and_contained_but_not_used(G):
    inner, outer = nodes(G, "Principle", "三服务"), nodes(G, "Principle", "三办三服务")
    county = next(n for n in nodes(G, "Speech") if G.nodes[n]["doc"] == "001_county")
    assert not G.has_edge(county, inner[0])
    assert [d["depth"] for _, b, d in edges(G, "MENTIONS") if b in inner] == [1, 0]
    assert [(a, b) for a, b, _ in edges(G, "CONTAINS")] == [(outer[0], inner[0])]


def test_members_come_from_the_text_with_evidence_and_from_the_lexicon_with_source(G):
    members = {G.nodes[b]["name"]: d for a, b, d in edges(G, "COMPRISES") if G.nodes[a]["name"] == "五个坚持"}
    assert list(members) == ["对党绝对忠诚", "高度自觉", "廉洁自律"]
    both, lexicon, text = members.values()
    assert both["source"] == "讲话，2014" and len(both["evidence"]) == 1
    assert lexicon["source"] == "讲话，2014" and "evidence" not in lexicon
    assert "source" not in text and len(text["evidence"]) == 1
    assert [d["order"] for d in members.values()] == [1, 2, 3]
    kinds = {name: G.nodes[nodes(G, "Principle", name)[0]]["kind"] for name in members}
    assert kinds == {"对党绝对忠诚": "doctrine", "高度自觉": "member", "廉洁自律": "member"}


def test_a_label_whose_readings_differ_stays_open_and_gets_no_members(G):
    bare = [own for own in nodes(G, "Principle", "三服务") if G.nodes[own]["reading"] == "open"]
    assert len(bare) == 1 and G.nodes[bare[0]]["size"] == 3
    assert not [b for a, b, _ in edges(G, "COMPRISES") if a == bare[0]]
    assert G.nodes[nodes(G, "Principle", "五个坚持")[0]]["reading"] == "fixed"


@pytest.mark.parametrize(
    ("members", "issuer_is_told", "names"),
    [
        pytest.param(("服务领导",), True, ["服务领导"], id="members of a known reading"),
        pytest.param(("服务学生",), False, ["服务学生"], id="members that no reading has"),
    ],
)
def test_a_text_that_lists_members_means_one_reading(readings, entries, themes, members, issuer_is_told, names):
    speech = readings[2].speech
    told = tuple(m.with_attrs({"members": members}) if m.canonical == "三服务" else m for m in speech.mentions)
    G = build_graph([*readings[:2], replace(readings[2], speech=replace(speech, mentions=told))], entries, themes)
    speech_id = next(own for own in nodes(G, "Speech") if G.nodes[own]["doc"] == "003_news")
    meant = [b for a, b, _ in edges(G, "USES") if a == speech_id and G.nodes[b]["name"] == "三服务"]
    assert len(meant) == 1 and G.nodes[meant[0]]["reading"] == "fixed"
    listed = [(G.nodes[b]["name"], "source" in d, "evidence" in d) for a, b, d in edges(G, "COMPRISES") if a == meant[0]]
    assert listed == [(name, issuer_is_told, True) for name in names]
    bare = next(own for own in nodes(G, "Principle", "三服务") if G.nodes[own]["reading"] == "open")
    assert not [b for a, b, _ in edges(G, "COMPRISES") if a == bare]


def test_a_relative_organ_is_one_node_a_region(G):
    regions = [G.nodes[own].get("region") for own in nodes(G, "Organization", "县委")]
    assert sorted(regions, key=str) == [None, "河南安阳", "湖北襄阳"]
    assert {G.nodes[own]["level"] for own in nodes(G, "Organization", "县委")} == {"county"}


def test_quotations_are_credited_to_whom_the_text_names_and_proverbs_to_nobody(G):
    assert len(nodes(G, "Quotation", "空谈误国，实干兴邦")) == 1
    credited = [(G.nodes[a]["name"], G.nodes[b]["name"], d["checked"]) for a, b, d in edges(G, "ATTRIBUTED_TO")]
    assert credited == [("空谈误国，实干兴邦", "习近平", "not_in_collection")]
    assert len(edges(G, "QUOTES")) == 3


def test_expresses_of_speech_and_section(G):
    whole = between(G, "EXPRESSES", "001_county", "政治忠诚")
    assert (whole["count"], whole["weight"]) == (3, round(3 / 10, 12))
    part = between(G, "EXPRESSES", "一、讲政治", "政治忠诚")
    assert (part["count"], part["weight"]) == (3, round(3 / 6, 12))
    assert part["salience"] == round((3 + 1 + 1) / (3 + 1 + 1 + 3 + 1 + 1), 12)
    assert not nodes(G, "Theme", "学习提能") and nodes(G, "Theme", "discipline") == ["discipline"]


def test_about_counts_only_what_stands_in_the_lowest_section_that_expresses_the_theme(G):
    about = between(G, "ABOUT", "一分部署，九分落实", "狠抓落实")
    assert (about["count"], about["weight"], about["basis"]) == (2, 1.0, "text")
    assert between(G, "ABOUT", "五个坚持", "政治忠诚")["weight"] == round(1 / 4, 12)
    pairs = {(G.nodes[a]["name"], b) for a, b, _ in edges(G, "ABOUT")}
    assert ("空谈误国，实干兴邦", "loyalty") not in pairs  # stands in （一）, whose theme is discipline


def test_a_path_is_not_a_claim(G):
    """Each ABOUT leads over MENTIONS and HAS_SENTENCE to a section that expresses the theme."""
    for formulation, theme, about in edges(G, "ABOUT"):
        held = [
            (G.nodes[sentence]["speech"], d["start"], d["end"])
            for sentence, _, d in G.in_edges(formulation, data=True)
            if d["type"] == "MENTIONS" and d["depth"] == 0
            and any(G.has_edge(section, theme) for section in G.predecessors(sentence))
        ]
        assert sorted(held) == sorted(map(span_of, about["evidence"]))


def test_the_order_of_the_readings_does_not_matter(readings, entries, themes):
    def as_lists(order):
        G = build_graph(order, entries, themes)
        return list(G.nodes(data=True)), list(G.edges(keys=True, data=True))

    first = as_lists(readings)
    assert all(as_lists(order) == first for order in permutations(readings))


def test_identical_texts_are_one_speech(readings, entries, themes):
    speech = readings[2].speech
    twin = Reading(Speech("009_twin", speech.text, "twin.txt", "text", speech.view, speech.sentences), Metadata())
    G = build_graph([twin, *readings], entries, themes)
    assert [G.nodes[own]["doc"] for own in nodes(G, "Speech")] == ["001_county", "002_city", "003_news"]


def test_what_the_lexicon_knows_stands_on_the_node(G):
    document = G.nodes[nodes(G, "Document", "党章")[0]]
    assert (document["kind"], document["issuer"], document["aliases"]) == ("regulation", "中国共产党", ["中国共产党章程"])
    assert G.nodes[nodes(G, "Person", "习近平")[0]]["aliases"] == ["习近平总书记"]
    motto = G.nodes[nodes(G, "Slogan", "一分部署，九分落实")[0]]
    assert (motto["kind"], motto["attested"], motto["status"]) == ("motto", True, "unknown")
