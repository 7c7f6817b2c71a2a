"""Classes of errors met in old reports and in news: what must be found there, and what must not."""

from __future__ import annotations

import pytest

from extract.lexicon.load import load_lexicon
from extract.pipeline import make_nlp, read_speech
from extract.speeches import speech_from_text


@pytest.fixture(scope="module")
def marks():
    nlp = make_nlp(load_lexicon())

    def read(text: str, label: str) -> list[str]:
        speech = read_speech(nlp, speech_from_text("t", text, "t.txt", "text", {})).speech
        return [mention.text for mention in speech.mentions if mention.label == label]

    return read


@pytest.mark.parametrize(
    ("label", "text", "found"),
    [
        pytest.param("PERSON", "黄兴国、王珉等严重违纪。", [], id="two characters of a longer name"),
        pytest.param("PERSON", "王明雯委员就条例问题提问。", [], id="longer name before a title"),
        pytest.param("PERSON", "汪洋、马凯出席会议。", ["汪洋", "马凯"], id="names before marks and verbs"),
        pytest.param("PERSON", "汪洋副总理强调了这一点。", ["汪洋副总理"], id="title that begins like a third character"),
        pytest.param("PERSON", "他们疯狂地扩张军备。", [], id="name across two words"),
        pytest.param("PERSON", "敞开收购农民余粮、搞活流通。", [], id="occupation before a common word"),
        pytest.param("PLACE", "美俄国防部举行视频会议。", [], id="country across an organ's name"),
        pytest.param("SLOGAN", "说什么中国的经济“崩溃了”。", [], id="words put into somebody's mouth"),
        pytest.param("SLOGAN", "以“经济互助”为名，控制别国。", [], id="pretext"),
        pytest.param("SLOGAN", "“支持阵线”发起了攻击。", [], id="name of an armed group"),
        pytest.param("SLOGAN", "坚持实事求是。“布拉瓦”级潜艇来了，“布拉瓦”很大。", [], id="name of a ship, also alone"),
        pytest.param("SLOGAN", "坚持实事求是，办好“铁路”、“公路”、“航空”三件事。", [], id="bare list of nouns"),
        pytest.param("SLOGAN", "研究人员在实验室里做了很多实验。" * 20 + "他们解析了“中心舞台”的结构。", [], id="term in a text without formulations"),
        pytest.param("FORMULA", "极右翼政党“五星运动党”得票最多。", [], id="party with a numeral"),
        pytest.param("EVENT", "国务院相继召开了铁路会议。", [], id="meeting without a name of its own"),
        pytest.param("EVENT", "与会同志普遍认为专题教育态势良好。", [], id="verb before a campaign's head"),
        pytest.param("EVENT", "在老油田上打攻坚战，对高排放机动车进行专项整治。", [], id="verb inside a campaign"),
        pytest.param("EVENT", "听取提交第七十二次委员长会议的报告。", ["第七十二次委员长会议"], id="verb before an ordinal"),
        pytest.param("DATE", "先天下之忧而忧，后天下之乐而乐。", [], id="day after tomorrow inside a maxim"),
        pytest.param("QUOTE", "会议传达了李克强批示，对获奖者进行了表彰。", [], id="noun that looks like a verb of saying"),
        pytest.param(
            *("DOCUMENT", "在编制实施流域综合治理和统筹发展规划中发挥作用。", ["流域综合治理和统筹发展规划"]),
            id="plan with 和 in its name",
        ),
        pytest.param("DOCUMENT", "要统筹规划，科学编制规划。", [], id="planning as such"),
    ],
)
def test_what_is_found(marks, label, text, found):
    assert marks(text, label) == found
