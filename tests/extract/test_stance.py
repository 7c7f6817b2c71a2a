"""Stance is said only where it is sure."""

from __future__ import annotations

import pytest

from extract.cleaning import clean
from extract.records import Speech
from extract.stance import stance_of


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param("坚决反对“四风”。", "四风", ("opposed", "坚决反对"), id="against"),
        pytest.param("坚决反对制造“台湾独立”、“两个中国”、“一中一台”的言行。", "一中一台", ("opposed", "坚决反对"), id="list of quoted words"),
        pytest.param("坚决反对任何形式的“低级红”", "低级红", ("opposed", "坚决反对"), id="any form of"),
        pytest.param("让“四风”的藤蔓无处生长", "四风", ("opposed", "的藤蔓无处生长"), id="cue behind"),
        pytest.param("这些人提出反对“新八股”的口号", "新八股", ("unclear", None), id="others oppose it"),
        pytest.param("反对社会主义的右派分子特别喜欢“绝对民主”的观念", "绝对民主", ("unclear", None), id="relative clause"),
        pytest.param("绝不能无视阶级斗争的存在", "阶级斗争", ("unclear", None), id="two negatives"),
        pytest.param("“严打”整治斗争和社会治安综合治理取得成效", "社会治安综合治理", ("unclear", None), id="cue is part of a noun"),
        pytest.param("防范重大风险要强化底线思维", "底线思维", ("unclear", None), id="another verb takes over"),
        pytest.param("统筹推进“五位一体”总体布局", "五位一体", ("affirmed", "推进"), id="for"),
        pytest.param("我国现代化建设“两个大局”战略思想", "两个大局", ("unclear", None), id="建设 as a noun"),
        pytest.param("大力建设海洋强国", "海洋强国", ("affirmed", "建设"), id="建设 as a verb"),
        pytest.param("台湾当局至今仍坚持“三不”", "三不", ("unclear", None), id="others stand for it"),
        pytest.param("没有做到实事求是", "实事求是", ("unclear", None), id="negated"),
        pytest.param("在全面深化改革、全面依法治国进程中", "全面依法治国", ("unclear", None), id="cue inside a name"),
    ],
)
def test_stance_is_said_where_it_is_sure(text, words, expected):
    speech = Speech("a", text, "a.txt", "text", clean(text))
    start = text.index(words)
    assert stance_of(speech, speech.mention(start, start + len(words), "FORMULA")) == expected
