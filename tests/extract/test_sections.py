from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.extractors.headings import PLUGIN
from extract.speeches import speech_from_text

BODY = "这一段话要说得足够长，才像讲话里的一个自然段落，所以再多说上这么几句。"


def found_headings(text, reader="text"):
    speech = speech_from_text("甲", text, reader=reader)
    return [(mention.attrs["level"], mention.text) for mention in PLUGIN.find(speech)]


def found_sections(text, reader="text"):
    return [(section.level, section.heading) for section in speech_from_text("甲", text, reader=reader).sections]


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        pytest.param(f"同志们：\n一、讲政治\n{BODY}\n二、抓落实\n{BODY}", [(1, "一、讲政治"), (1, "二、抓落实")], id="title lines"),
        pytest.param(
            f"一要绝对忠诚。{BODY}\n二要实事求是。{BODY}\n三要清正廉洁。{BODY}",
            [(1, "一要绝对忠诚"), (1, "二要实事求是"), (1, "三要清正廉洁")],
            id="run-in top divisions",
        ),
        pytest.param(
            f"一、讲政治。{BODY}一是要学。{BODY}二是要做。{BODY}\n二、抓落实。{BODY}",
            [(1, "一、讲政治"), (2, "一是要学"), (2, "二是要做"), (1, "二、抓落实")],
            id="inside a paragraph",
        ),
        pytest.param(
            f"一、总的要求\n（一）加强领导。\n{BODY}\n1.健全机制\n{BODY}\n2.压实责任\n{BODY}\n（二）改进作风。\n{BODY}\n二、具体任务\n{BODY}",
            [(1, "一、总的要求"), (2, "（一）加强领导"), (3, "1.健全机制"), (3, "2.压实责任"), (2, "（二）改进作风"), (1, "二、具体任务")],
            id="three levels",
        ),
        pytest.param(
            f"一、讲政治\n一是要大力发扬钉钉子的精神抓好落实，不能只有决策没有落实，更不能把口号喊得很响。{BODY}\n二是要学。{BODY}\n二、抓落实\n{BODY}",
            [(1, "一、讲政治"), (2, "一是要大力发扬钉钉子的精神抓好落实"), (2, "二是要学"), (1, "二、抓落实")],
            id="a long sentence gives its first clause",
        ),
        pytest.param(f"{BODY}主要是：一是学；二是做；三是改。{BODY}", [], id="a list inside a sentence is prose"),
        pytest.param(f"{BODY}一是一，二是二，不能含糊。{BODY}", [], id="idiom"),
        pytest.param(f"{BODY}第一季度增长。第二产业增长。第一要务是发展。{BODY}", [], id="ordinals that enumerate nothing"),
        pytest.param(f"2022年10月28日，我们学习。\n{BODY}\n3.5亿元的投资。\n{BODY}", [], id="dates and decimals"),
        pytest.param(
            f"一、讲政治\n{BODY}\n要抓好两件事：一是加强领导。{BODY}二是加强监督。{BODY}\n二、抓落实\n{BODY}",
            [(1, "一、讲政治"), (2, "一是加强领导"), (2, "二是加强监督"), (1, "二、抓落实")],
            id="the first behind a colon",
        ),
        pytest.param(
            f"首先，要学。{BODY}\n其次，要做。{BODY}\n再次，要改。{BODY}",
            [(1, "首先，要学"), (1, "其次，要做"), (1, "再次，要改")],
            id="ordinal words",
        ),
        pytest.param(f"{BODY}首先要肯定成绩。{BODY}", [], id="an ordinal word alone"),
        pytest.param(
            f"读书三题\n{BODY}\n读书要趁早\n{BODY}\n读书要读经典\n{BODY}",
            [(1, "读书要趁早"), (1, "读书要读经典")],
            id="unnumbered lines, but not the title",
        ),
        pytest.param(f"{BODY}\n记者王五采访整理\n{BODY}\n（鼓掌）\n{BODY}", [], id="by-line and aside"),
        pytest.param(
            f"##paidbegin##一要懂规矩。\u3000{BODY}\n二 要守规矩。{BODY}",
            [(1, "一要懂规矩"), (1, "二 要守规矩")],
            id="marks and spaces are looked through",
        ),
        pytest.param(
            f"一、甲事项\n{BODY}\n第一，全国动员。{BODY}\n（一）抓粮食。{BODY}\n（二）抓钢铁。{BODY}\n第二，加快发展。{BODY}\n二、乙事项\n{BODY}",
            [(1, "一、甲事项"), (2, "第一，全国动员"), (3, "（一）抓粮食"), (3, "（二）抓钢铁"), (2, "第二，加快发展"), (1, "二、乙事项")],
            id="what stands between two of a series is inside the first",
        ),
    ],
)
def test_headings(text, headings):
    assert found_headings(text) == headings


def test_markdown_headings():
    text = f"# 讲话\n\n## 一、讲政治\n{BODY}\n### （一）要学\n{BODY}\n## 二、抓落实\n{BODY}"
    assert found_headings(text, "markdown") == [(1, "一、讲政治"), (2, "（一）要学"), (1, "二、抓落实")]


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        pytest.param(BODY, [(1, "body")], id="no divisions"),
        pytest.param(f"同志们：\n一、甲方面\n{BODY}\n二、乙方面\n{BODY}\n同志们，让我们努力。", [(1, "opening"), (1, "一、甲方面"), (1, "二、乙方面"), (1, "closing")], id="opening and closing"),
        pytest.param(f"一、甲方面\n{BODY}\n二、乙方面\n{BODY}", [(1, "一、甲方面"), (1, "二、乙方面")], id="neither"),
        pytest.param(
            f"一要学。{BODY}\n二要做。{BODY}\n三要改。{BODY}\n我将牢记嘱托。",
            [(1, "一要学"), (1, "二要做"), (1, "三要改"), (1, "closing")],
            id="the last division is as long as the others",
        ),
        pytest.param(
            f"一、甲\n{BODY}\n二、乙\n{BODY}{BODY}一是学。{BODY}二是做。{BODY}\n{BODY}\n三、丙\n{BODY}",
            [(1, "一、甲"), (1, "二、乙"), (2, "一是学"), (2, "二是做"), (1, "三、丙")],
            id="a run-in division ends with its paragraph",
        ),
    ],
)
def test_sections(text, sections):
    assert found_sections(text) == sections


def test_last_run_in_division_leaves_the_next_paragraph_to_its_parent():
    text = f"一、甲\n{BODY}一是学。{BODY}二是做。{BODY}\n{BODY}\n二、乙\n{BODY}"
    parent, _, last, _ = speech_from_text("甲", text).sections
    assert text[last.start : last.end] == f"二是做。{BODY}\n"
    assert text[parent.start : parent.end].endswith(f"{BODY}\n{BODY}\n")


LINES = st.sampled_from(
    [BODY, "一、讲政治", "二、抓落实", "三、守纪律", "（一）要学", "（二）要做", "1.甲事", "2.乙事", "短标题一行", "同志们，努力！", "",
     f"一要忠诚。{BODY}二要担当。{BODY}", f"一是学。{BODY}", f"二是做。{BODY}", f"第一，学。{BODY}第二，做。", "主要是：一是甲；二是乙。"]
)  # fmt: skip


@given(st.lists(LINES, min_size=1, max_size=14))
def test_sections_cover_the_text_and_nest(lines):
    text = "\n".join(lines)
    speech = speech_from_text("甲", text)
    starts = {sentence.start for sentence in speech.sentences}
    tops = [section for section in speech.sections if section.level == 1]
    if not text:
        assert speech.sections == ()
        return
    assert tops[0].start == 0 and tops[-1].end == len(text)
    assert all(left.end == right.start for left, right in pairwise(tops))
    assert all(section.start in starts and section.start < section.end for section in speech.sections)
    for section in speech.sections:
        if section.level > 1:
            outer = [one for one in speech.sections if one.level == section.level - 1 and one.start <= section.start]
            assert section.end <= outer[-1].end


@given(st.lists(LINES, min_size=1, max_size=14))
def test_headings_stand_in_the_text_in_order(lines):
    speech = speech_from_text("甲", "\n".join(lines))
    mentions = list(PLUGIN.find(speech))
    assert all(mention.text == speech.text[mention.start : mention.end] != "" for mention in mentions)
    assert all(left.end <= right.start for left, right in pairwise(mentions))
