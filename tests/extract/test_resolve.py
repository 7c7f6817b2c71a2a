"""What is kept of overlapping finds, how deep it is nested, and what is said of its voice and stance."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.records import FORMULATION_LABELS, NAME_LABELS, Mention, Speech, View
from extract.resolve import resolve


def resolved(text, *finds):
    """Resolve finds given as (label, words) or (label, words, method[, canonical])."""
    mentions = []
    for label, words, *rest in finds:
        method = rest[0] if rest else "lexicon"
        canonical = rest[1] if len(rest) > 1 else words
        at = text.index(words)
        mentions.append(Mention("d", at, at + len(words), label, words, canonical, method))
    speech = Speech("d", text, "d.txt", "text", View(text, tuple(range(len(text) + 1))), mentions=tuple(mentions))
    found, dropped = resolve(speech)
    return found.mentions, dropped


@pytest.mark.parametrize(
    "text, finds, expected",
    [
        pytest.param(
            "把三办三服务", [("FORMULA", "三办三服务"), ("FORMULA", "三服务")], [("三办三服务", 0), ("三服务", 1)], id="formula inside a formula"
        ),
        pytest.param(
            "旗帜鲜明讲政治", [("PRINCIPLE", "旗帜鲜明讲政治"), ("PRINCIPLE", "讲政治")], [("旗帜鲜明讲政治", 0)], id="shorter form of a principle"
        ),
        pytest.param(
            "以文立室、以文辅政", [("SLOGAN", "以文立室、以文辅政"), ("PRINCIPLE", "以文辅政")], [("以文立室、以文辅政", 0), ("以文辅政", 1)], id="principle inside a couplet"
        ),
        pytest.param(
            "千里眼、顺风耳", [("SLOGAN", "千里眼、顺风耳"), ("SLOGAN", "千里眼")], [("千里眼、顺风耳", 0)], id="half of a known couplet"
        ),
        pytest.param(
            "绣花要手巧，打铁还需自身硬", [("SLOGAN", "绣花要手巧，打铁还需自身硬", "rule"), ("SLOGAN", "打铁还需自身硬")], [("绣花要手巧，打铁还需自身硬", 0), ("打铁还需自身硬", 1)], id="maxim inside an unknown couplet"
        ),
        pytest.param("老黄牛精神", [("SPIRIT", "老黄牛精神"), ("SLOGAN", "老黄牛")], [("老黄牛精神", 0)], id="metaphor inside a spirit"),
        pytest.param("对党绝对忠诚于党", [("PRINCIPLE", "对党绝对忠诚"), ("PRINCIPLE", "忠诚于党")], [("对党绝对忠诚", 0)], id="crossing"),
        pytest.param("总开关", [("SLOGAN", "总开关"), ("PRINCIPLE", "总开关")], [("总开关", 0)], id="one span, one label"),
        pytest.param("延安精神", [("SPIRIT", "延安精神"), ("PLACE", "延安")], [("延安精神", 0)], id="place inside a spirit"),
        pytest.param("上海合作组织", [("ORG", "上海合作组织"), ("PLACE", "上海")], [("上海合作组织", 0)], id="place inside an organisation"),
        pytest.param("省委王宁书记", [("PERSON", "省委王宁书记"), ("ORG", "省委")], [("省委王宁书记", 0), ("省委", 0)], id="organisation before a name stays"),
        pytest.param("撒马尔罕峰会", [("EVENT", "撒马尔罕峰会"), ("PLACE", "撒马尔罕")], [("撒马尔罕峰会", 0), ("撒马尔罕", 0)], id="place of an event stays"),
        pytest.param("《中国共产党章程》", [("DOCUMENT", "中国共产党章程"), ("ORG", "中国共产党")], [("中国共产党章程", 0)], id="organisation inside a title"),
    ],
)
def test_overlaps(text, finds, expected):
    mentions, _ = resolved(text, *finds)
    assert [(m.text, m.attrs["depth"]) for m in mentions] == expected


def test_formulation_labels_on_one_span_have_an_order_and_the_dropped_are_counted():
    mentions, dropped = resolved("总开关", ("SLOGAN", "总开关"), ("PRINCIPLE", "总开关"), ("FORMULA", "总开关", "rule"))
    assert [m.label for m in mentions] == ["PRINCIPLE"]
    assert dropped == {"same words, kept as PRINCIPLE": 2}
    couplet = "围绕中心、服务大局"
    assert [m.label for m in resolved(couplet, ("PRINCIPLE", couplet), ("SLOGAN", couplet))[0]] == ["SLOGAN"]


def test_voice_and_heading():
    text = "一、三服务\n《论三办》说：“四个意识重要。”两个维护"
    mentions, _ = resolved(
        text,
        *(("FORMULA", words) for words in ("三服务", "三办", "四个意识", "两个维护")),
        ("HEADING", "一、三服务"),
        ("DOCUMENT", "论三办"),
        ("QUOTE", "四个意识重要"),
    )
    found = {m.text: (m.attrs["voice"], m.attrs["in_heading"]) for m in mentions if m.label == "FORMULA"}
    assert found == {"三服务": ("own", True), "三办": ("title", False), "四个意识": ("quoted", False), "两个维护": ("own", False)}


@pytest.mark.parametrize(
    "text, words, expected",
    [
        pytest.param("坚决反对任何形式的“低级红”“高级黑”。", "高级黑", ("opposed", "坚决反对"), id="opposed, second of two"),
        pytest.param("要力戒形式主义、官僚主义。", "官僚主义", ("opposed", "力戒"), id="list under one cue"),
        pytest.param("让“四风”的藤蔓无处生长", "四风", ("opposed", "的藤蔓无处生长"), id="cue after"),
        pytest.param("忠诚拥护“两个确立”", "两个确立", ("affirmed", "拥护"), id="affirmed"),
        pytest.param("坚持反对“四风”", "四风", ("opposed", "反对"), id="against inside for"),
        pytest.param("防止松懈，践行“三服务”", "三服务", ("affirmed", "践行"), id="other clause"),
        pytest.param("防止松懈，“三服务”很重要", "三服务", ("unclear", None), id="cue in another clause only"),
        pytest.param("没有坚持实事求是", "实事求是", ("unclear", None), id="negated"),
        pytest.param("“三服务”是职责", "三服务", ("unclear", None), id="no cue"),
    ],
)
def test_stance(text, words, expected):
    (mention,), _ = resolved(text, ("SLOGAN", words))
    assert (mention.attrs["stance"], mention.attrs.get("stance_cue")) == expected


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 28), st.integers(1, 12), st.sampled_from(FORMULATION_LABELS + NAME_LABELS), st.booleans()),
        max_size=25,
    )
)
def test_nothing_crosses_and_nothing_is_lost_uncounted(finds):
    text = "一二三四五六七八九十" * 4
    mentions = [
        Mention("d", s, s + n, label, text[s : s + n], text[s : s + n], "lexicon" if known else "rule")
        for s, n, label, known in finds
    ]
    speech = Speech("d", text, "", "text", View(text, tuple(range(len(text) + 1))), mentions=tuple(mentions))
    found, dropped = resolve(speech)
    assert len(found.mentions) + sum(dropped.values()) == len(mentions)
    assert resolve(Speech("d", text, "", "text", speech.view, mentions=tuple(reversed(mentions))))[0].mentions == found.mentions
    for group in (FORMULATION_LABELS, *((label,) for label in NAME_LABELS)):
        own = [m for m in found.mentions if m.label in group]
        assert not [1 for a in own for b in own if a.start < b.start < a.end < b.end]
        for m in own:
            around = [o for o in own if o is not m and o.start <= m.start and m.end <= o.end]
            assert m.attrs["depth"] == len(around)
