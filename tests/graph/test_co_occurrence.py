"""CO_OCCURS: what is counted, what chance would do, and the bounds that keep it small."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graph.association as association
from graph.association import g2, least_count, npmi
from graph.build import build_graph


@st.composite
def counts(draw):
    total = draw(st.integers(2, 10_000))
    left, right = draw(st.integers(1, total)), draw(st.integers(1, total))
    low, high = max(1, left + right - total), min(left, right)
    return (draw(st.integers(low, high)) if low <= high else high), left, right, total


@given(counts())
def test_npmi_stays_in_its_range_and_does_not_mind_the_sides(numbers):
    both, left, right, total = numbers
    assert -1 - 1e-9 <= npmi(both, left, right, total) <= 1 + 1e-9
    assert npmi(both, left, right, total) == npmi(both, right, left, total)


@given(counts())
def test_g2_is_not_negative(numbers):
    assert g2(*numbers) >= -1e-6


@given(st.dictionaries(st.tuples(st.text(max_size=2), st.text(max_size=2)), st.integers(1, 9)), st.integers(0, 20))
def test_the_bound_keeps_the_most_frequent_pairs_and_no_more_than_it_must_leave_out(pairs, most):
    least = least_count(Counter(pairs), most)
    assert sum(count >= least for count in pairs.values()) <= most
    assert least == 1 or sum(count >= least - 1 for count in pairs.values()) > most


def pairs_of(G):
    return [(source, target, d) for source, target, d in G.edges(data=True) if d["type"] == "CO_OCCURS"]


def test_a_sentence_is_counted_once_and_measures_wait_for_five(readings, entries, themes):
    G = build_graph(readings, entries, themes)
    name = {own: d.get("name") for own, d in G.nodes(data=True)}
    found = {frozenset((name[a], name[b])): d for a, b, d in pairs_of(G)}
    news = found[frozenset(("五个坚持", "三服务"))]
    assert (news["count"], news["n_left"] + news["n_right"], news["unit"]) == (1, 5, "sentence")
    assert news["n_total"] == sum(d["label"] == "Sentence" for _, d in G.nodes(data=True))
    assert not any("npmi" in d or "g2" in d for _, _, d in pairs_of(G))
    assert frozenset(("三办三服务", "三服务")) not in found  # the one stands inside the other


@pytest.mark.parametrize(("most", "kept"), [(40, True), (2, False)])
def test_a_sentence_that_is_a_list_is_left_out_of_all_counts(readings, entries, themes, monkeypatch, most, kept):
    monkeypatch.setattr(association, "MOST_ITEMS", most)
    G = build_graph(readings[2:], entries, themes)  # 五个坚持、三服务、四风 in one sentence
    assert bool(pairs_of(G)) is kept
