"""Parallel passages in the graph: Passage, CONTAINS_PASSAGE, PARALLELS, ECHOES, what quotations are checked against."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import pytest

from extract.records import Mention, Metadata, Reading, Sentence, Speech, View
from graph.build import build_graph

COPIED = "始终任劳任怨把办公室的每一件小事当作事业来追求"
QUOTED = "对党绝对忠诚是党办的生命线和工作的根本点"
CHANGED = "对党绝对忠诚是党办的生命线、是工作的根本点"
ONE = f"同志们，{COPIED}。领导说过：“{QUOTED}。”大家鼓掌。"
TWO = f"今年下了三场大雪，山路难行。{COPIED}，这是我的心得。"
THREE = f"会场外面阳光很好。{CHANGED}。人人都应当记住它。"


def reading(doc: str, text: str, quote: str = "", **known: str | None) -> Reading:
    """Return a reading of one sentence with at most one quotation."""
    mentions: tuple[Mention, ...] = ()
    if quote:
        start = text.index(quote)
        attrs = {"speaker": "张三", "cue": "说过", "register": "direct", "attribution": "named", "end_basis": "mark"}
        mentions = (Mention(doc, start, start + len(quote), "QUOTE", quote, quote, "rule", 1.0, attrs),)
    view = View(text, tuple(range(len(text) + 1)))
    speech = Speech(doc, text, f"{doc}.txt", "text", view, (Sentence(0, 0, len(text)),), mentions=mentions)
    return Reading(speech, Metadata(**known))


def edges(G: nx.MultiDiGraph, kind: str) -> list[tuple[str, str, dict]]:
    """Return the relationships of a type with the documents, or names, of their ends."""
    shown = lambda node: G.nodes[node].get("doc") or G.nodes[node]["name"]  # noqa: E731
    return [(shown(a), shown(b), d) for a, b, d in G.edges(data=True) if d["type"] == kind]


def build(*readings: Reading) -> nx.MultiDiGraph:
    """Return the graph of readings without lexicon and themes."""
    return build_graph(readings, [], [])


def test_speeches_that_share_a_passage_are_parallel() -> None:
    G = build(reading("一", ONE), reading("二", TWO))
    [(_, _, parallel)] = edges(G, "PARALLELS")
    assert (parallel["passages"], parallel["chars"]) == (1, len(COPIED))
    ends = {G.nodes[node]["doc"] for edge in G.edges(data=True) if edge[2]["type"] == "PARALLELS" for node in edge[:2]}
    assert ends == {"一", "二"}
    [passage] = [d for _, d in G.nodes(data=True) if d["label"] == "Passage"]
    assert (passage["text"], passage["speeches"], passage["kind"]) == (COPIED, 2, "verbatim")
    places = edges(G, "CONTAINS_PASSAGE")
    assert sorted((doc, d["text"]) for doc, _, d in places) == [("一", COPIED), ("二", COPIED)]
    for doc, _, place in places:
        assert {"一": ONE, "二": TWO}[doc][place["start"] : place["end"]] == place["text"]


def test_parallels_run_from_the_smaller_id() -> None:
    G = build(reading("一", ONE), reading("二", TWO))
    assert all(a < b for a, b, d in G.edges(data=True) if d["type"] == "PARALLELS")


@pytest.mark.parametrize(
    "dates, first",
    [
        pytest.param((("2021-03-01", "2021-03-31"), ("2019-01-01", "2019-12-31")), "二", id="apart"),
        pytest.param((("2021-03-01", "2021-03-31"), ("2021-01-01", "2021-12-31")), None, id="overlapping bounds"),
        pytest.param((("2021-03-01", "2021-03-31"), (None, None)), None, id="unknown"),
    ],
)
def test_the_earliest_is_named_only_where_dates_leave_no_doubt(dates: tuple, first: str | None) -> None:
    (a, b), (c, d) = dates
    one = reading("一", ONE, date_earliest=a, date_latest=b)
    two = reading("二", TWO, date_earliest=c, date_latest=d)
    G = build(one, two)
    [passage] = [d for _, d in G.nodes(data=True) if d["label"] == "Passage"]
    named = passage.get("earliest")
    assert (G.nodes[named]["doc"] if named else None) == first


def test_wording_of_a_quotation_without_attribution_is_an_echo() -> None:
    G = build(reading("一", ONE, QUOTED), reading("三", THREE))
    [(doc, _, echo)] = edges(G, "ECHOES")
    assert doc == "三" and echo["edit"] == "substituted"
    assert THREE[echo["start"] : echo["end"]] == CHANGED


def test_a_set_phrase_of_a_quotation_is_no_echo() -> None:
    other = reading("三", "会场外面阳光很好。干部要做到对党绝对忠诚，人人都应当记住它。")
    assert not edges(build(reading("一", ONE, QUOTED), other), "ECHOES")


def test_a_second_quotation_of_the_same_words_is_no_echo() -> None:
    assert not edges(build(reading("一", ONE, QUOTED), reading("三", THREE, CHANGED)), "ECHOES")


@pytest.mark.parametrize(
    "source, checked",
    [
        pytest.param(reading("原文", f"各位，{QUOTED}。这一点要反复讲。", speaker="张三"), "exact", id="same words"),
        pytest.param(reading("原文", THREE, speaker="张三"), "altered", id="changed words"),
        pytest.param(reading("原文", f"各位，{QUOTED}。这一点要反复讲。", speaker="李四"), "not_in_collection", id="someone else"),
        pytest.param(reading("原文", "今天只讲天气，不讲别的事情。", speaker="张三"), "not_in_collection", id="other text"),
    ],
)
def test_quotations_are_checked_against_the_source(source: Reading, checked: str) -> None:
    G = build(reading("一", ONE, QUOTED), source)
    assert [d["checked"] for _, _, d in edges(G, "ATTRIBUTED_TO")] == [checked]


def test_the_order_of_readings_does_not_matter() -> None:
    readings = [reading("一", ONE, QUOTED), reading("二", TWO), reading("三", THREE)]
    there, back = build(*readings), build(*reversed(readings))
    assert nx.utils.graphs_equal(there, back)


def test_one_speech_has_no_parallels() -> None:
    one = reading("一", ONE)
    same = replace(one, speech=replace(one.speech, id="又一"))
    assert not [d for _, d in build(one, same).nodes(data=True) if d["label"] == "Passage"]
