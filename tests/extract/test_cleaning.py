import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.cleaning import clean


@pytest.mark.parametrize(
    ("text", "view"),
    [
        pytest.param("战争上的事， 是要讲谋略的", "战争上的事，是要讲谋略的", id="stray space"),
        pytest.param("2022 年 10 月 28 日", "2022年10月28日", id="spaces around digits"),
        pytest.param("在 APEC CEO 会议", "在APEC CEO会议", id="space inside Latin stays"),
        pytest.param("\u3000\u3000正文。\u3000\n乙", "正文。\n乙", id="indent and trailing space"),
        pytest.param("##paidbegin##二要始终##paidend##", "二要始终", id="paywall marks"),
        pytest.param("⽂件⾼质量２０２２年ＧＤＰ", "文件高质量2022年GDP", id="radicals and full-width forms"),
        pytest.param("党\u200b办\ufeff", "党办", id="zero width"),
        pytest.param("尊敬的**秘书长、*县、XX区", "尊敬的□□秘书长、□县、□□区", id="masks"),
        pytest.param("第××次，20XX年X月", "第□□次，20□□年□月", id="masked numbers"),
        pytest.param("D章党规、X光、3*4、QQ、MAX", "D章党规、X光、3*4、QQ、MAX", id="letters that mask nothing"),
        pytest.param("马克思说过:“好”;对(试行)!", "马克思说过：“好”；对（试行）！", id="half-width punctuation"),
        pytest.param("a:b, c (d)!", "a:b, c (d)!", id="half-width in Latin"),
        pytest.param('要做"老黄牛"，当"螺丝钉"', "要做“老黄牛”，当“螺丝钉”", id="straight quotes"),
        pytest.param("「論『語』」", "“論‘語’”", id="corner brackets"),
        pytest.param("甲\r\n乙", "甲\n乙", id="carriage return"),
        pytest.param("", "", id="empty"),
    ],
)
def test_view(text, view):
    assert clean(text).text == view


@pytest.mark.parametrize(
    ("text", "view"),
    [
        pytest.param("# 标题\n\n## 一、重点 ##\n正文", "标题\n\n一、重点\n正文", id="headings"),
        pytest.param("**一要忠诚。**要*抓*好", "一要忠诚。要抓好", id="emphasis"),
        pytest.param("省委书记**、省长**的批示", "省委书记□□、省长□□的批示", id="masks that cannot be emphasis"),
        pytest.param("见[规定](http://a.cn/b)。![图](a.png)", "见规定。", id="links and images"),
        pytest.param("> 引用\n- 甲\n* 乙\n", "引用\n甲\n乙\n", id="quotes and bullets"),
        pytest.param("---\ntitle: 讲话\n---\n正文", "正文", id="front matter"),
        pytest.param("正文<!-- 注 -->\n***\n尾", "正文\n\n尾", id="comment and rule"),
    ],
)
def test_markdown_view(text, view):
    assert clean(text, markdown=True).text == view


def test_asterisks_in_plain_text_are_masks():
    assert clean("**一要忠诚**").text == "□□一要忠诚□□"


def test_way_back():
    text = "党 办的 ##paidbegin##**市"
    view = clean(text)
    assert view.text == "党办的□□市"
    assert view.source_span(0, 2) == (0, 3)
    assert [view.origin[place] for place in (2, 3, 5)] == [3, 18, 20]


@given(st.text(alphabet="甲市。“”；：:;,.!?()*X#_-[]\"' \n\r\t\u3000\u200bＡ１⽂>`paid𠮷", max_size=80), st.booleans())
def test_every_character_of_the_view_knows_its_source(text, markdown):
    view = clean(text, markdown)
    assert len(view.origin) == len(view.text) + 1
    assert view.origin[-1] == len(text)
    assert all(left < right for left, right in zip(view.origin, view.origin[1:]))
