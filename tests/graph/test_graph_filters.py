"""What an export takes: by speech, theme, label and weight."""

from __future__ import annotations

import pytest

from extract.errors import InputError
from graph.build import build_graph
from graph.filters import Selection, select


@pytest.fixture
def G(readings, entries, themes):
    return build_graph(readings, entries, themes)


def names(G, label):
    return {d.get("name") for _, d in G.nodes(data=True) if d["label"] == label}


def test_without_a_selection_the_graph_stays(G):
    assert select(G, Selection()) is G


@pytest.mark.parametrize("value", ["003_news", "doc"])
def test_a_speech_comes_with_its_parts_and_what_they_lead_to(G, value):
    own = next(own for own, d in G.nodes(data=True) if d.get("doc") == "003_news")
    H = select(G, Selection(speeches=(own if value == "doc" else value,)))
    assert names(H, "Speech") == {"003_news"} and names(H, "Section") == {"body"}
    assert names(H, "Principle") == {"五个坚持", "三服务", "四风", "高度自觉", "廉洁自律", "对党绝对忠诚"}
    assert names(H, "Theme") == set()
    for _, _, d in H.edges(data=True):
        assert all(place.startswith(f"{own}#") for place in d.get("evidence", []))
        assert "count" not in d or d["count"] == len(d["evidence"])


def test_a_theme_comes_with_what_stands_in_its_sections(G):
    H = select(G, Selection(themes=("狠抓落实",)))
    assert names(H, "Speech") == {"在县委办公室座谈会上的讲话", "002_city"}
    assert names(H, "Slogan") == {"一分部署，九分落实", "空谈误国，实干兴邦"}
    assert names(H, "Theme") == {"狠抓落实"}
    assert names(H, "Quotation") == {"空谈误国，实干兴邦"}
    assert "三办三服务" not in names(H, "Principle")


def test_numbers_are_those_of_the_texts_that_remain(G):
    H = select(G, Selection(speeches=("002_city",)))

    def between(kind, *ends):
        found = [(d, {H.nodes[s].get("name"), H.nodes[t].get("name")}) for s, t, d in H.edges(data=True) if d["type"] == kind]
        return next(d for d, names in found if names == set(ends))

    about = between("ABOUT", "五个坚持", "狠抓落实")
    assert (about["count"], len(about["evidence"]), about["weight"]) == (1, 1, 1.0)
    beside = between("CO_OCCURS", "狠抓落实", "一分部署，九分落实")
    assert beside["count"] == len(beside["evidence"]) == 1 and "n_total" not in beside


def test_texts_stay_beside_the_labels_where_evidence_is_shown(G):
    H = select(G, Selection(labels=("Theme",), with_texts=True))
    assert {d["label"] for _, d in H.nodes(data=True)} == {"Theme", "Speech", "Section", "Sentence"}


def test_labels_are_kept_with_the_edges_between_them(G):
    H = select(G, Selection(labels=("Principle", "Theme")))
    assert {d["label"] for _, d in H.nodes(data=True)} == {"Principle", "Theme"}
    assert {d["type"] for _, _, d in H.edges(data=True)} == {"ABOUT", "COMPRISES", "CONTAINS", "CO_OCCURS", "READING_OF"}


def test_a_least_weight_leaves_out_weaker_edges_and_what_hung_on_them_only(G):
    H = select(G, Selection(labels=("Section", "Theme"), min_weight=0.4))
    weights = [d["weight"] for _, _, d in H.edges(data=True) if d["type"] == "EXPRESSES"]
    assert weights and min(weights) >= 0.4
    assert "opening" in names(H, "Section")
    assert names(select(G, Selection(labels=("Section", "Theme"), min_weight=0.9)), "Theme") == set()


@pytest.mark.parametrize(
    ("selection", "said"),
    [
        pytest.param(Selection(themes=("没有",)), "No theme '没有'.*狠抓落实", id="theme"),
        pytest.param(Selection(speeches=("没有",)), "No speech '没有'.*001_county", id="speech"),
        pytest.param(Selection(labels=("Speach",)), "No label 'Speach'.*Speech", id="label"),
    ],
)
def test_what_the_graph_has_not_is_an_error_that_says_what_it_has(G, selection, said):
    with pytest.raises(InputError, match=said):
        select(G, selection)
