"""Parallel passages over a collection: what is found, how it is divided, and that offsets hold."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.reuse.find import find
from extract.reuse.records import occurrences, parallels

LETTERS = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 1500))


def filler(seed: int, length: int = 400) -> str:
    """Return letters that nobody else has in this order."""
    chosen = random.Random(seed)
    return "".join(chosen.choice(LETTERS) for _ in range(length))


def around(seed: int, passage: str) -> str:
    """Return a text with a passage in its middle."""
    return f"{filler(seed)}。{passage}。{filler(seed + 1000)}"


def shown(texts: list[str]) -> list[tuple[str, str, str]]:
    """Return the pairs that are found: kind and both wordings."""
    return [(p.kind, texts[p.a][p.a_start : p.a_end], texts[p.b][p.b_start : p.b_end]) for p in parallels(find(texts))]


PAIRS = [
    pytest.param(
        "始终坚定自觉地同党中央保持高度一致，坚决服从，全力维护",
        "始终坚定自觉地同党中央保持高度一致，坚决服从，全力维护",
        "verbatim",
        id="word for word",
    ),
    pytest.param(
        "办文办会办事，都要一丝不苟、严谨细致、精益求精",
        "办文、办会、办事都要一丝不苟，严谨细致，精益求精",
        "verbatim",
        id="only punctuation differs",
    ),
    pytest.param(
        "于细微之处见精神，在细节之间显水平，把工作当作一项事业去追求",
        "于细微处见精神，在细节间显水平，把工作当作一项事业来追求",
        "reworded",
        id="lightly reworded",
    ),
    pytest.param("到2035年基本实现社会主义现代化的远景目标", "到2025年基本实现社会主义现代化的远景目标", "reworded", id="number changed"),
    pytest.param("𠮷林省委办公厅督促检查工作要点", "𠮷林省委办公厅督促检查工作要点", "verbatim", id="astral letter"),
    pytest.param("ＡＢＣ工程建设领导小组办公室", "abc工程建设领导小组办公室", "verbatim", id="width and case"),
]


@pytest.mark.parametrize("left, right, kind", PAIRS)
def test_finds_a_passage_of_two_texts(left: str, right: str, kind: str) -> None:
    texts = [around(1, left), around(2, right), filler(3)]
    found = shown(texts)
    assert [pair[0] for pair in found] == [kind]
    assert found[0][1].strip("。，") == left and found[0][2].strip("。，") == right


def test_joins_clauses_that_stand_in_another_order() -> None:
    one, two = "确保群众反映的事事有回音", "保证领导交办的件件有落实"
    texts = [around(1, f"{one}，{two}"), around(2, f"{two}，{one}")]
    assert shown(texts) == [("reworded", f"{one}，{two}", f"{two}，{one}")]


def test_keeps_a_repeat_within_one_text() -> None:
    refrain = "各单位各部门办公室要带头抓好落实"
    texts = [around(1, refrain) + around(2, refrain), filler(9)]
    assert shown(texts) == [("verbatim", refrain, refrain)]


def test_fixed_wording_of_many_texts_is_a_cluster_and_no_pair() -> None:
    formula, passage = "以习近平同志为核心的党中央坚强领导下", "三重奏似的调研报告打动了在座的每一位"
    texts = [around(seed, formula) for seed in range(12)]
    texts[3] += passage
    texts[7] += passage
    found = find(texts)
    assert [(p.kind, p.a, p.b) for p in parallels(found)] == [("verbatim", 3, 7)]
    kinds = {}
    for place in occurrences(found):
        kinds.setdefault(place.kind, []).append(texts[place.text][place.start : place.end])
    assert kinds == {"verbatim": [passage] * 2, "formulaic": [formula] * 12}


def test_long_passages_stay_substantive_in_however_many_texts() -> None:
    passage = filler(77, 120)
    texts = [around(seed, passage) for seed in range(10)]
    assert len(shown(texts)) == 45
    assert {place.kind for place in occurrences(find(texts))} == {"verbatim"}


def test_a_copied_text_is_one_passage() -> None:
    text = "。".join(filler(seed, 30) for seed in range(40))
    changed = text.replace(text[500], "改", 1).replace(text[900], "换", 1)
    pairs = list(parallels(find([text, changed])))
    assert len(pairs) == 1
    assert pairs[0].a_end - pairs[0].a_start >= len(text) - 4


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["一"], ["。。。", "。。。"], ["同志", "同志"]], ids=repr)
def test_texts_without_reuse(texts: list[str]) -> None:
    found = find(texts)
    assert list(parallels(found)) == [] and list(occurrences(found)) == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.sampled_from("党的建设办公室工作，。 \n一二三Aa１"), max_size=120), max_size=6))
def test_offsets_lie_in_the_texts_and_results_repeat(texts: list[str]) -> None:
    found = find(texts)
    pairs, places = list(parallels(found)), list(occurrences(found))
    for pair in pairs:
        assert 0 <= pair.a_start < pair.a_end <= len(texts[pair.a])
        assert 0 <= pair.b_start < pair.b_end <= len(texts[pair.b])
        assert texts[pair.a][pair.a_start].isalnum() and texts[pair.b][pair.b_end - 1].isalnum()
        assert (pair.a, pair.a_start) < (pair.b, pair.b_start)
        assert 0 < pair.score <= 1 and (pair.score == 1) == (pair.kind == "verbatim")
    assert (pairs, places) == (list(parallels(find(texts))), list(occurrences(find(texts))))
