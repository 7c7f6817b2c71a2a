"""Reported wording with its speaker: direct, indirect, by role, by pronoun, from works and proverbs."""

import pytest

from extract.extractors.quotations import find_quotations
from extract.quotemarks import quoted
from extract.records import Mention, Speech, View


def speech_of(text, **names):
    mentions = []
    for label, words in names.items():
        for surface, canonical in words.items():
            at = text.find(surface)
            while at >= 0:
                mentions.append(Mention("d", at, at + len(surface), label, surface, canonical))
                at = text.find(surface, at + 1)
    return Speech("d", text, "d.txt", "text", View(text, tuple(range(len(text) + 1))), mentions=tuple(mentions))


XI = {"PERSON": {"习近平总书记": "习近平"}}


@pytest.mark.parametrize(
    "text, names, expected",
    [
        pytest.param(
            "习近平总书记指出：“空谈误国，实干兴邦。”我们要干。", XI, [("空谈误国，实干兴邦", "习近平", "指出", "direct", "mark")], id="direct"
        ),
        pytest.param(
            "习近平总书记指出，小智治事，中智治人。", XI, [("小智治事，中智治人", "习近平", "指出", "indirect", "rule")], id="comma"
        ),
        pytest.param(
            "毛主席指出：战争是要讲谋略的。由此可见。", {"PERSON": {"毛主席": "毛泽东"}}, [("战争是要讲谋略的", "毛泽东", "指出", "indirect", "colon")], id="colon"
        ),
        pytest.param(
            "习近平总书记说过忠诚是生命线，这不仅是要求。", XI, [("忠诚是生命线", "习近平", "说过", "indirect", "rule")], id="ends where the text turns to itself"
        ),
        pytest.param(
            "习近平总书记在视察时多次强调，要抓好落实工作。", XI, [("要抓好落实工作", "习近平", "强调", "indirect", "rule")], id="words between speaker and cue"
        ),
        pytest.param(
            "落实市委提出的“一片丹心向党、一往无前奋斗”要求", {"ORG": {"市委": "市委"}}, [("一片丹心向党、一往无前奋斗", "市委", "提出", "direct", "mark")], id="提出的"
        ),
        pytest.param(
            "县委书记**就工作提出要求，他强调：“各部门要认真抓好落实。”", {}, [("各部门要认真抓好落实", "县委书记**", "强调", "direct", "mark")], id="pronoun and masked name"
        ),
        pytest.param("俗话说“打铁还需自身硬”。", {}, [("打铁还需自身硬", "俗语", "说", "direct", "mark")], id="proverb"),
        pytest.param(
            "《孙子兵法》有云：多算胜，少算不胜。", {"DOCUMENT": {"孙子兵法": "孙子兵法"}}, [("多算胜，少算不胜", "孙子兵法", "有云", "indirect", "colon")], id="work"
        ),
        pytest.param(
            "国际舆论普遍认为，访问具有重大意义。", {}, [("访问具有重大意义", "国际舆论", "认为", "indirect", "rule")], id="role"
        ),
        pytest.param("习近平总书记提出了“五个坚持”的要求。", XI, [], id="names a formula only"),
        pytest.param("我们认为，工作很重要。最后，我强调，要抓落实。", {}, [], id="the text's own voice"),
        pytest.param("习近平总书记指出的方向我们要坚持。", XI, [], id="object of the cue, no report"),
        pytest.param("可以说，这是一项重要的工作。", {}, [], id="no reporting"),
    ],
)
def test_quotations_with_speaker(text, names, expected):
    found = list(find_quotations(speech_of(text, **names)))
    assert [
        (m.text, m.attrs["speaker"], m.attrs["cue"], m.attrs["register"], m.attrs["end_basis"]) for m in found
    ] == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("“甲”和‘乙’、「丙」", ["甲", "乙", "丙"], id="kinds of marks"),
        pytest.param("“他说‘好的’了”", ["好的", "他说‘好的’了"], id="nested"),
        pytest.param("“外面“里面”外面”", ["里面", "外面“里面”外面"], id="nested in the same marks"),
        pytest.param('"直"与"引号"', ["直", "引号"], id="straight"),
        pytest.param("“四风“问题", ["四风"], id="turned round"),
        pytest.param("不是“纸片活也不是别的", ["纸片活"], id="closing mark lost, function word after"),
        pytest.param("培育“雁阵齐飞企业梯队", ["雁阵齐飞"], id="closing mark lost"),
        pytest.param("立足“流量争“留量”，", ["留量", "流量争“留量"], id="inner closing mark lost"),
        pytest.param("没有”开头", [], id="opening mark lost"),
        pytest.param("“一行\n二行”", ["一行"], id="never over a line end"),
    ],
)
def test_quoted_stretches(text, expected):
    assert [text[q.start : q.end] for q in quoted(text)] == expected
