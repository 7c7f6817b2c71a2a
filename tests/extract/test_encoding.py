import pytest

from extract.encoding import decode
from extract.errors import InputError

LONG = "同志们：党的二十大以来，我们坚持把对党绝对忠诚作为第一标准，狠抓落实，服务大局。\r\n一、2022年GDP增长5%。\n"
TRADITIONAL = "同志們：今年是黨的二十大召開之年，我們要認真學習貫徹。"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-16"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("讲话", id="two characters"),
        pytest.param(LONG, id="mixed with Latin and both line ends"),
        pytest.param(LONG * 50, id="long"),
        pytest.param("同志们：\u3000\u3000𠮷", id="astral character"),
    ],
)
def test_decode_keeps_every_character(text, encoding):
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("text", [pytest.param("演講", id="two characters"), TRADITIONAL, TRADITIONAL * 40])
def test_decode_big5(text):
    assert decode(text.encode("big5"), "a.txt") == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_decode_removes_only_the_byte_order_mark(encoding):
    assert decode("\u3000讲话\r\n\n".encode(encoding), "a.txt") == "\u3000讲话\r\n\n"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b" \r\n\t", "empty", id="white space"),
        pytest.param("\ufeff\n".encode(), "white space", id="mark and white space"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "binary", id="picture"),
        pytest.param(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "binary", id="PDF"),
        pytest.param(bytes(1000), "binary", id="zeros"),
        pytest.param(("讲话" * 50).encode("gbk") + b"\xff", "UTF-8", id="broken at the end"),
        pytest.param(b"\xef\xbb\xbf\xff\xfe", "byte order mark", id="mark that lies"),
    ],
)
def test_decode_says_what_is_wrong_and_where(data, says):
    with pytest.raises(InputError, match=says) as error:
        decode(data, "夹/a.txt")
    assert str(error.value).startswith("夹/a.txt: ")
