"""Two chosen texts: short passages are found too; alignments are edit scripts; the earliest witness needs sure dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.reuse.align import align, edits_between
from extract.reuse.pairwise import shared_passages
from extract.reuse.witness import bounds_from_given, earliest

LEFT = (
    "今天我谈三点体会。要把工作当作一项事业去追求，"
    "窗外下着大雪，山路走起来特别慢，司机不停地看表，谁都没有开口说一句话，只听见风声，任劳任怨。𠮷祥如意是大家的心愿。"
)
RIGHT = (
    "他常说，工作当作一项事业来追求才有滋味；吉祥不如奋斗。"
    "春天的河水涨得很高，孩子们跑到桥头去看，鸭子一只接一只跳下去，任劳任怨也是本分，这话不假。"
)


def test_finds_short_passages_in_the_order_of_the_first() -> None:
    found = shared_passages(LEFT, RIGHT)
    assert [(p.kind, LEFT[p.a_start : p.a_end], RIGHT[p.b_start : p.b_end]) for p in found] == [
        ("reworded", "工作当作一项事业去追求", "工作当作一项事业来追求")
    ]
    shorter = shared_passages(LEFT, RIGHT, least_letters=4)
    assert [LEFT[p.a_start : p.a_end] for p in shorter] == ["工作当作一项事业去追求", "任劳任怨"]


def test_reads_letters_beyond_the_first_plane() -> None:
    found = shared_passages("前头有𠮷林省委办公厅的话", "后面是𠮷林省委办公厅之言")
    assert [(p.kind, p.a_start, p.a_end) for p in found] == [("verbatim", 3, 10)]


@given(st.text("党政办公室，。", max_size=60), st.text("党政办公室，。", max_size=60))
def test_offsets_lie_in_the_texts(a: str, b: str) -> None:
    for p in shared_passages(a, b):
        assert 0 <= p.a_start < p.a_end <= len(a) and 0 <= p.b_start < p.b_end <= len(b)
        assert (p.a, p.b) == (0, 1)


@given(st.text("党政办公室，。𠮷", max_size=40), st.text("党政办公室，。𠮷", max_size=40))
def test_an_alignment_turns_one_text_into_the_other(a: str, b: str) -> None:
    steps = list(align(a, b))
    assert "".join(a[s.a_start : s.a_end] for s in steps) == a
    assert "".join(b[s.b_start : s.b_end] for s in steps) == b
    assert all((a[s.a_start : s.a_end] == b[s.b_start : s.b_end]) == (s.edit == "equal") for s in steps)


@pytest.mark.parametrize(
    "a, b, edits",
    [
        pytest.param("办文、办会、办事", "办文办会办事", [], id="punctuation does not count"),
        pytest.param("当作事业去追求", "当作事业来追求", ["substituted"], id="a letter changed"),
        pytest.param("对党绝对忠诚是根本", "绝对忠诚是根本", [], id="a part of it"),
        pytest.param("于细微之处见精神", "于细微处见精神", ["deleted"], id="a letter left out"),
        pytest.param("于细微处见精神", "于细微之处见精神", ["inserted"], id="a letter put in"),
    ],
)
def test_names_what_was_done_to_a_wording(a: str, b: str, edits: list[str]) -> None:
    assert edits_between(a, b) == edits


@pytest.mark.parametrize(
    "bounds, first",
    [
        pytest.param({"甲": ("2020-01-01", "2020-12-31"), "乙": ("2021-01-01", "2021-01-01")}, "甲", id="apart"),
        pytest.param({"甲": ("2020-01-01", "2021-12-31"), "乙": ("2021-01-01", "2021-01-01")}, None, id="overlap"),
        pytest.param({"甲": ("2020-01-01", "2020-01-01"), "乙": ("2020-01-01", "2020-01-01")}, None, id="one day"),
        pytest.param({"甲": ("2020-01-01", "2020-01-01"), "乙": (None, None)}, None, id="another unknown"),
        pytest.param({"甲": (None, "2020-01-01"), "乙": ("2020-05-01", None)}, "甲", id="open, yet apart"),
        pytest.param({"甲": ("2020-01-01", "2020-01-01")}, None, id="alone"),
        pytest.param({}, None, id="none"),
    ],
)
def test_names_the_earliest_only_where_dates_leave_no_doubt(bounds: dict, first: str | None) -> None:
    assert earliest(bounds) == first


def test_reads_dates_from_metadata() -> None:
    assert bounds_from_given({"date": "2022-10", "speaker": "某某"}) == ("2022-10-01", "2022-10-31")
    assert bounds_from_given({"日期": "2022年"}) == ("2022-01-01", "2022-12-31")
    assert bounds_from_given({"speaker": "某某"}) == (None, None)
