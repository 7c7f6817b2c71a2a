"""Formulas by rule: shorthand in quotation marks and in frames, apart from counts, dates, plans, places and idioms."""

import pytest

from extract.extractors.formulas import find_formulas
from extract.members import listed_members
from extract.records import Entry, Match, Speech, View


def speech_of(text, *entries):
    matches = []
    for entry in entries:
        at = text.find(entry.name)
        if at >= 0:
            matches.append(Match(at, at + len(entry.name), entry))
    return Speech("d", text, "d.txt", "text", View(text, tuple(range(len(text) + 1))), matches=tuple(matches))


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("助力“四区”建设", ["四区"], id="short, quoted"),
        pytest.param("锚定“两高两强”目标", ["两高两强"], id="two numerals"),
        pytest.param("落实“四最一中枢”定位", ["四最一中枢"], id="many and one"),
        pytest.param("构建“一主两副”格局", ["一主两副"], id="one and many"),
        pytest.param("关爱“一老一小”", ["一老一小"], id="one and one"),
        pytest.param("实施“1+3+5”工程", ["1+3+5"], id="figures"),
        pytest.param("做到“三个必须”", ["三个必须"], id="frame in quotation marks"),
        pytest.param("坚决做到两个维护。", ["两个维护"], id="frame without"),
        pytest.param("抓好“三农三牧”。做强三农三牧。", ["三农三牧", "三农三牧"], id="quoted once, counts everywhere"),
        pytest.param("我谈三点体会，处理好两个方面的关系", [], id="plain counts"),
        pytest.param("“十四五”圆满收官，“六五”期间", [], id="plans"),
        pytest.param("发扬“五四”传统，庆祝“七一”", [], id="dates"),
        pytest.param("“三北”防护林，“三峡”工程", [], id="places"),
        pytest.param("不能“三心二意”，防止“一刀切”", [], id="idioms"),
        pytest.param("“一失万无”的责任感", [], id="set phrase with numerals"),
        pytest.param("第三个坚持是学习", [], id="ordinal"),
        pytest.param("三个坚持了多年的项目", [], id="verb that goes on"),
        pytest.param("争做“第一方阵”", [], id="rank"),
    ],
)
def test_shorthand_is_told_from_counts(text, expected):
    assert [m.text for m in find_formulas(speech_of(text))] == expected


def test_lexicon_hit_loses_what_stands_before_the_numeral():
    entry = Entry("FORMULA", "国内国际两个大局", ("国内国际两个大局",))
    found = list(find_formulas(speech_of("统筹国内国际两个大局", entry)))
    assert [(m.text, m.canonical, m.method) for m in found] == [("两个大局", "国内国际两个大局", "lexicon")]


@pytest.mark.parametrize(
    "text, formula, expected",
    [
        pytest.param("做到“三办”，即办文、办会、办事。", "三办", ("办文", "办会", "办事"), id="即"),
        pytest.param("“三办”（办文、办会和办事）", "三办", ("办文", "办会", "办事"), id="brackets and 和"),
        pytest.param("“两个必须”：必须早，必须快。", "两个必须", ("必须早", "必须快"), id="colon and commas"),
        pytest.param("“两个有”。一是有办法；二是有担当。", "两个有", ("有办法", "有担当"), id="full stop between"),
        pytest.param("做到“两个有”。一是有办法；二是有担当；三是有后手。", "两个有", (), id="counts on beyond the numeral"),
        pytest.param("落实“三重一大”，即重大决策、重要任免、重要项目、大额资金。", "三重一大", ("重大决策", "重要任免", "重要项目", "大额资金"), id="two numerals"),
        pytest.param("“两个有”：一是有办法；二是有担当。", "两个有", ("有办法", "有担当"), id="enumerated"),
        pytest.param("坚持互信、坚持互利，这“两个坚持”", "两个坚持", ("坚持互信", "坚持互利"), id="list before"),
        pytest.param("“三办”，即办文、办会。", "三办", ("办文", "办会"), id="fewer than promised, built alike"),
        pytest.param("“三办”，即办文、会务。", "三办", ("办文", "会务"), id="fewer, of one length"),
        pytest.param("“三办”，即办文以及会务、公务接待。", "三办", (), id="fewer, not built alike"),
        pytest.param("“三办”很重要，办文、办会、办事都要好", "三办", (), id="no words that open a list"),
    ],
)
def test_members_are_checked_against_the_numeral(text, formula, expected):
    start = text.index(formula)
    assert listed_members(text, start, start + len(formula)) == expected


HEADED = "做到“三个坚持”\n一、坚持学习\n学。\n（一）坚持读书\n读。\n二、坚持实干\n干。\n三、坚持自律\n律。\n"


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        pytest.param(
            [(1, "一、坚持学习"), (2, "（一）坚持读书"), (1, "二、坚持实干"), (1, "三、坚持自律")],
            ("坚持学习", "坚持实干", "坚持自律"),
            id="as many headings of one level",
        ),
        pytest.param([(1, "一、坚持学习"), (1, "二、坚持实干")], (), id="fewer headings"),
        pytest.param([(1, "一、坚持学习"), (1, "二、实干"), (1, "三、坚持自律")], (), id="one without the word"),
    ],
)
def test_the_headings_below_a_formula_are_its_members(headings, expected):
    found = [(HEADED.find(words), level, words) for level, words in headings]
    start = HEADED.index("三个坚持")
    assert listed_members(HEADED, start, start + 4, headings=found) == expected
