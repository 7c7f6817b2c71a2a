"""Labels are shortened and broken by their width on the screen, not by their number of characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.labels import LABEL_CHARS, chars_wide, lines_of, shortened


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("三服务", "三服务", id="short stays"),
        pytest.param("于细微之处见精神，在细节之间见", "于细微之处见精神，在细节之…", id="one too long"),
        pytest.param("一二三四五六七八九十一二三四", "一二三四五六七八九十一二三四", id="just fits"),
        pytest.param("一片丹心向党、一往无前奋斗，、一心", "一片丹心向党、一往无前奋斗…", id="no mark before the dots"),
        pytest.param("Serving the people", "Serving the people", id="Latin letters are narrow"),
    ],
)
def test_shortened(text, expected):
    assert shortened(text) == expected


@given(st.text(alphabet="提法，、—abc “…", max_size=60))
def test_shortened_fits(text):
    assert chars_wide(shortened(text)) <= LABEL_CHARS


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        pytest.param("在全县办公室系统会议上的讲话", 8, ["在全县办公室", "系统会议上的讲话"], id="best after an organ"),
        pytest.param("干在实处走在前列勇立潮头", 8, ["干在实处走在前列", "勇立潮头"], id="else Chinese breaks anywhere"),
        pytest.param("Serving the overall situation", 10, ["Serving the", "overall situation"], id="English between words"),
        pytest.param("三服务", 8, ["三服务"], id="one line"),
        pytest.param("在全市党委办公室系统业务能力提升培训班上的讲话", 8, ["在全市党委办公室", "系统业务能力提…"], id="the rest is cut"),
        pytest.param("", 8, [], id="empty"),
    ],
)
def test_lines_of(text, width, expected):
    assert lines_of(text, width) == expected


@given(st.text(alphabet="提法讲话 abc，", max_size=60))
def test_lines_fit(text):
    lines = lines_of(text, 8)
    assert len(lines) <= 2
    assert all(chars_wide(line) <= 8 for line in lines)
