import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.sentences import cut


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("要抓落实。再抓落实！", ["要抓落实。", "再抓落实！"], id="full stops"),
        pytest.param("谋全局；抓大事……好", ["谋全局；", "抓大事……", "好"], id="semicolon and dots"),
        pytest.param("说“好。”然后", ["说“好。”", "然后"], id="closing quote"),
        pytest.param("读《怎么办？》一书。", ["读《怎么办？》一书。"], id="inside a title"),
        pytest.param("他（真的！是真的。）走了。", ["他（真的！是真的。）走了。"], id="inside brackets"),
        pytest.param("好。（掌声。）同志们：", ["好。", "（掌声。）", "同志们："], id="a whole sentence in brackets"),
        pytest.param("《未完。甲。", ["《未完。", "甲。"], id="unclosed title"),
        pytest.param("（未完。\n甲）。", ["（未完。\n", "甲）。"], id="bracket closed on another line"),
        pytest.param("一、题目\n\n\u3000\u3000正文。 好", ["一、题目\n\n\u3000\u3000", "正文。 ", "好"], id="white space belongs to what it follows"),
        pytest.param(" \n 甲。", [" \n 甲。"], id="white space at the head"),
        pytest.param("甲\r\n乙\r丙", ["甲\r\n", "乙\r", "丙"], id="all line ends"),
        pytest.param("落实有回音;件件有着落!好?", ["落实有回音;", "件件有着落!", "好?"], id="half-width beside Chinese"),
        pytest.param("print(a); run! 5 > 3?", ["print(a); run! 5 > 3?"], id="half-width in Latin"),
        pytest.param("用&nbsp;时", ["用&nbsp;时"], id="HTML entity"),
        pytest.param('说"好。"再说"行"。', ['说"好。"', '再说"行"。'], id="straight quotes close in turn"),
        pytest.param("为什么？！因为。", ["为什么？！", "因为。"], id="marks in a row"),
        pytest.param("𠮷。𠮷", ["𠮷。", "𠮷"], id="astral character"),
        pytest.param("", [], id="empty"),
        pytest.param(" \n", [" \n"], id="only white space"),
    ],
)
def test_cut(text, sentences):
    assert [text[sentence.start : sentence.end] for sentence in cut(text)] == sentences


@given(st.text(alphabet="甲乙。！？；…“”’（）《》〈〉()!?;\" \n\r\u3000\u2028aA1𠮷", max_size=60))
def test_sentences_join_to_the_text(text):
    sentences = cut(text)
    assert "".join(text[sentence.start : sentence.end] for sentence in sentences) == text
    assert [sentence.order for sentence in sentences] == list(range(len(sentences)))
    assert all(sentence.start < sentence.end for sentence in sentences)
