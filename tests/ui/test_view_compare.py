"""比较: counts, rates and keyness of two sets, the passages that they share, and the address that names them."""

from __future__ import annotations

import pytest

from graph.folder import load, text_of
from graph.stores.arcade import open_store
from ui import comparison, parallels


@pytest.fixture(scope="module")
def G(seed_graph):
    return load(seed_graph)


@pytest.fixture(scope="module")
def speeches(G):
    return sorted((own for own, label in G.nodes(data="label") if label == "Speech"), key=lambda own: G.nodes[own]["doc"])


@pytest.fixture(scope="module")
def store(seed_graph):
    opened = open_store(seed_graph)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def found(seed_graph):
    return parallels.compared(seed_graph)


def counted(G, speeches, kind):
    sums = {}
    for source in speeches:
        for _, target, d in G.out_edges(source, data=True):
            if d["type"] == kind and d["count"]:
                sums[target] = sums.get(target, 0) + d["count"]
    return sums


@pytest.mark.parametrize(("left", "right"), [((0,), (3,)), ((0, 1), (2, 3, 4))], ids=["two texts", "two sets"])
def test_counts_and_rates_are_the_graphs(store, G, speeches, left, right):
    chosen = [[speeches[i] for i in part] for part in (left, right)]
    sides = [comparison.side_of(store, part) for part in chosen]
    for side, part in zip(sides, chosen):
        assert side.sentences == sum(1 for _, d in G.nodes(data=True) if d["label"] == "Sentence" and d["speech"] in part)
        assert side.chars == sum(G.nodes[own]["chars"] for own in part)
    for pairs, kind in ((comparison.formulations(store, *sides), "USES"), (comparison.themes(store, *sides), "EXPRESSES")):
        assert {pair.id: pair.left for pair in pairs if pair.left} == counted(G, chosen[0], kind)
        assert {pair.id: pair.right for pair in pairs if pair.right} == counted(G, chosen[1], kind)
        assert all(pair.left_rate == pytest.approx(100 * pair.left / sides[0].sentences) for pair in pairs)


@pytest.mark.parametrize(
    ("left", "right", "sizes", "expected"),
    [
        pytest.param(10, 10, (100, 100), 0.0, id="equal rates"),
        pytest.param(20, 10, (200, 100), 0.0, id="equal rates of unequal sizes"),
        pytest.param(30, 10, (100, 100), 10.465, id="three times as often"),
        pytest.param(10, 0, (100, 100), 13.863, id="only on one side"),
        pytest.param(4, 5, (100, 100), None, id="too small to tell"),
        pytest.param(1, 1, (0, 0), None, id="no sentences"),
    ],
)
def test_keyness(left, right, sizes, expected):
    found = comparison.keyness(left, right, *sizes)
    assert found is None if expected is None else found == pytest.approx(expected, abs=0.001)


def test_shared_passages_stand_in_both_sources(seed_graph, speeches, found):
    shared = parallels.shared_passages(found, speeches[:1], speeches[1:])
    assert shared
    for one in shared:
        for half in (one.left, one.right):
            words = text_of(seed_graph, half.speech)[half.start : half.end]
            assert "".join(piece.text for piece in half.pieces) == words
        assert one.left.speech == speeches[0] != one.right.speech
        same = ["".join(piece.text for piece in half.pieces if piece.same) for half in (one.left, one.right)]
        assert same[0] == same[1]


def test_passages_are_the_same_from_both_sides(speeches, found):
    there = parallels.shared_passages(found, speeches[:1], speeches[3:4])
    back = parallels.shared_passages(found, speeches[3:4], speeches[:1])
    assert {(one.left.start, one.right.start) for one in there} == {(one.right.start, one.left.start) for one in back}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("抓好落实", "抓紧落实", (["好"], ["紧"]), id="one word changed"),
        pytest.param("抓落实", "抓落实", ([], []), id="the same"),
        pytest.param("", "抓落实", ([], ["抓落实"]), id="nothing on one side"),
        pytest.param("𠮷法", "法", (["𠮷"], []), id="astral character"),
    ],
)
def test_what_differs_is_marked(left, right, expected):
    sides = parallels.differing(left, right)
    assert tuple([piece.text for piece in side if not piece.same] for side in sides) == expected


def test_the_address_names_both_sides_and_the_part(page_of, speeches):
    page = page_of("compare", left=speeches[0], right=",".join(speeches[1:3]), part="right")
    sides = [one.value for one in page.app.multiselect if one.key.startswith("compare_")]
    assert sides == [[speeches[0]], speeches[1:3]]
    columns = [column["name"] for column in page.data("grid")[0]["columns"]]
    assert any("乙组 2 篇" in name for name in columns)
    assert all(row[1]["value"] == 0 for row in page.data("grid")[0]["rows"])


def test_a_text_on_both_sides_is_said(page_of, speeches):
    page = page_of("compare", left=speeches[0], right=speeches[0])
    assert "两边都有" in page.words()
