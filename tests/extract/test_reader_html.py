"""Web pages: the main text without menus and notices, in the encodings in which Chinese pages are kept."""

import pytest

from extract.errors import InputError
from extract.readers import read_documents, reader_for

BODY = """<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/a">时政</a></li><li><a href="/b">党建</a></li></ul></div>
<div class="article"><h1>在全市干部大会上的讲话</h1>
<div class="content"><p>　　同志们：</p><p>　　今天我们召开大会，主要任务是学习贯彻党的二十大精神，
动员全市干部。</p>
<h2>一、提高政治站位</h2><p>　　要增强“四个意识”，做到“两个维护”。<br>　　要<strong>深学</strong>细<a href="/l">悟</a>笃行。</p>
<p><b>二、强化责任担当</b></p><p>要抓落实&nbsp;&mdash; 见行动。</p><table><tr><td>产值</td><td>100</td></tr><tr><td>增速</td><td>5%</td></tr></table>
<ul><li>第一项要求</li><li>第二项要求</li></ul><p>　　谢谢大家！</p></div></div>
<div class="related"><h3>相关阅读</h3><ul><li><a href="1">市委召开常委会会议</a></li><li><a href="2">市政府召开会议</a></li></ul></div>
<div class="footer">版权所有 某某新闻网 <a href="about">关于我们</a></div><script>alert("坏")</script>"""
LINES = [
    "在全市干部大会上的讲话", "同志们：", "一、提高政治站位", "要增强“四个意识”，做到“两个维护”。", "要深学细悟笃行。",
    "二、强化责任担当", "产值\t100", "增速\t5%", "第一项要求", "第二项要求", "谢谢大家！",
]  # fmt: skip


def page(charset="utf-8", head=""):
    return f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>在全市干部大会上的讲话</title>{head}</head><body>{BODY}</body></html>'


def document(data, name="页.html"):
    (found,) = read_documents(reader_for(name), data, name, name)
    return found


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        pytest.param("utf-8", "utf-8", id="UTF-8"),
        pytest.param("gb2312", "gbk", id="GBK that calls itself GB2312"),
        pytest.param("gb2312", "utf-8", id="UTF-8 that calls itself GB2312"),
        pytest.param("x-unknown", "gb18030", id="GB18030 that does not say so"),
    ],
)
def test_main_text_a_line_a_paragraph(charset, encoding):
    doc, text, _ = document(page(charset).encode(encoding, "xmlcharrefreplace"))
    lines = text.split("\n")
    assert doc == "页"
    assert [line for line in LINES if line not in lines] == []
    assert lines[0] == LINES[0] and lines.count(LINES[0]) == 1
    assert not [word for word in ("首页", "相关阅读", "版权", "坏", "召开常委会") if word in text]


@pytest.mark.parametrize(("charset", "broken"), [("gb2312", b"\xb6\xff\xff\xd0\xd0"), ("utf-8", b"\xe7\xac\xe8\xa1\x8c")])
def test_a_broken_character_spoils_nothing_else(charset, broken):
    encoding = "gbk" if charset == "gb2312" else charset
    data = page(charset).encode(encoding).replace("笃行".encode(encoding), broken)
    assert "做到“两个维护”。" in document(data)[1]


def test_the_pages_own_metadata():
    head = (
        '<link rel="canonical" href="https://www.example.cn/2022/1028/c1.html">'
        '<meta property="article:published_time" content="2022-10-28T10:00:00+08:00">'
    )
    assert document(page(head=head).encode())[2] == {
        "source_url": "https://www.example.cn/2022/1028/c1.html",
        "date_latest": "2022-10-28",
    }


def test_a_bare_page():
    assert document("<p>坚持实事求是。</p><p>坚持群众路线。</p>".encode())[1].replace("\n", "") == "坚持实事求是。坚持群众路线。"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"<html><body><script>run()</script></body></html>", id="only a program"),
        pytest.param(b"<html><body><img src='a.png'></body></html>", id="only a picture"),
    ],
)
def test_a_page_without_text_says_so(data):
    with pytest.raises(InputError, match="empty|no text"):
        document(data)
