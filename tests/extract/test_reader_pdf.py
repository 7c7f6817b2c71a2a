"""PDF files as reportlab draws them: broken lines, running heads, two columns, browser prints, files that cannot be read."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extract.errors import InputError
from extract.readers import read_documents, reader_for
from extract.sources import read_speeches

WIDTH, HEIGHT = A4
SIZE, PITCH = 14, 24
SENTENCES = [
    "同志们，今天我们在这里召开全市干部大会，主要任务是深入学习贯彻党的二十大精神，动员全市各级党组织和广大党员干部增强“四个意识”、坚定“四个自信”、做到“两个维护”，奋力谱写现代化建设新篇章。",
    "要牢记“三个务必”，始终保持同人民群众的血肉联系，想群众之所想、急群众之所急、解群众之所难，以钉钉子精神把各项工作抓紧抓实抓出成效，让发展成果更多更公平惠及全体人民。",
    "打铁必须自身硬。各级领导干部要带头严守政治纪律和政治规矩，带头真抓实干、担当作为，做到心中有党、心中有民、心中有责、心中有戒，以实际行动践行初心使命，不负党和人民的期望和重托。",
]


def wrapped(text, width):
    """Break a paragraph into lines of so many characters, the first one indented by two; no line begins with a mark."""
    lines, rest, first = [], text, True
    while rest:
        size = width - 2 * first
        if len(rest) > size and rest[size] in "，。、”":
            size -= 1
        lines.append((2 if first else 0, rest[:size]))
        rest, first = rest[size:], False
    return lines


class Paper:
    """Draws lines on pages from the top."""

    def __init__(self, encrypt=None):
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        self.file = io.BytesIO()
        self.canvas = Canvas(self.file, A4, encrypt=encrypt, invariant=1)

    def put(self, text, x, y, size=SIZE):
        self.canvas.setFont("STSong-Light", size)
        self.canvas.drawString(x, HEIGHT - y, text)

    def centre(self, text, y, size=SIZE):
        self.put(text, (WIDTH - pdfmetrics.stringWidth(text, "STSong-Light", size)) / 2, y, size)

    def lines(self, lines, x, y, size=SIZE, pitch=PITCH):
        for indent, words in lines:
            self.put(words, x + indent * size, y, size)
            y += pitch
        return y

    def page(self):
        self.canvas.showPage()

    def data(self):
        self.canvas.save()
        return self.file.getvalue()


def document(data):
    (found,) = read_documents(reader_for("甲.pdf"), data, "甲.pdf", "甲.pdf")
    return found


def text_of(data):
    return document(data)[1].split("\n")


def test_broken_lines_are_mended_over_pages_and_heads_and_feet_are_left_out():
    paper = Paper()
    paper.centre("在全市干部大会上的讲话", 90, 22)
    paper.centre("（2022年10月28日）", 130)
    lines = [line for sentence in SENTENCES * 3 for line in wrapped(sentence, 30)]
    for number, begin in enumerate(range(0, len(lines), 10), 1):
        if number > 1:
            paper.put("内部资料　注意保存", 80, 40, 10)
        paper.lines(lines[begin : begin + 10], 80, 170)
        paper.centre(f"— {number} —", 800, 10)
        paper.page()
    assert text_of(paper.data()) == ["在全市干部大会上的讲话", "（2022年10月28日）", *SENTENCES * 3]


def test_two_columns_are_read_one_after_the_other_and_headlines_across_both_stand_between():
    paper = Paper()
    paper.centre("深入学习贯彻党的二十大精神　奋力谱写新篇章", 70, 18)
    for half, y in ((SENTENCES[:2], 110), (SENTENCES[1:], 480)):
        for column, sentence in enumerate(half):
            paper.lines(wrapped(sentence, 16), 60 + column * 255, y, 14, 22)
        if y == 110:
            paper.centre("中缝标题横跨两栏放在这里的大字一行", 420, 18)
    assert text_of(paper.data()) == [
        "深入学习贯彻党的二十大精神　奋力谱写新篇章", *SENTENCES[:2], "中缝标题横跨两栏放在这里的大字一行", *SENTENCES[1:],
    ]  # fmt: skip


def test_a_paragraph_goes_on_in_the_next_column():
    paper = Paper()
    lines = wrapped("".join(SENTENCES), 16)
    paper.lines(lines[:9], 60, 100)
    paper.lines(lines[9:], 315, 100)
    assert text_of(paper.data()) == ["".join(SENTENCES)]


def test_a_browsers_print_has_no_indent_and_its_address_becomes_metadata():
    paper = Paper()
    for number in (1, 2):
        paper.put("2022/10/28 上午10:23", 30, 20, 8)
        paper.put("在全市干部大会上的讲话-某某网", 250, 20, 8)
        y = 60
        for sentence in SENTENCES:
            y = paper.lines([(0, words) for _, words in wrapped(sentence + f"第{number}次。", 36)], 40, y, 14, 20) + 16
        paper.put("https://www.example.cn/2022/1028/c1.html", 30, 830, 8)
        paper.put(f"{number}/2", 550, 830, 8)
        paper.page()
    doc, text, given = document(paper.data())
    assert given == {"source_url": "https://www.example.cn/2022/1028/c1.html"}
    assert text.split("\n") == [f"{sentence}第{number}次。" for number in (1, 2) for sentence in SENTENCES]


def test_headings_tables_contents_and_footnotes():
    paper = Paper()
    paper.put("目录", 270, 60)
    paper.put("一、提高政治站位" + "…" * 20 + "1", 80, 90)
    y = paper.lines([(2, "一、提高政治站位"), *wrapped(SENTENCES[0], 30), (2, "（一）心中有党")], 80, 140)
    for row in (("指标", "去年", "今年"), ("产值", "100", "120")):
        for column, cell in enumerate(row):
            paper.put(cell, 100 + column * 150, y)
        y += PITCH
    y = paper.lines(wrapped(SENTENCES[1], 30)[:3], 80, y)
    paper.put("① 见《习近平谈治国理政》。", 80, 740, 10)
    paper.page()
    paper.lines(wrapped(SENTENCES[1], 30)[3:], 80, 100)
    assert text_of(paper.data()) == [
        "目录", "一、提高政治站位", SENTENCES[0], "（一）心中有党", "指标\t去年\t今年", "产值\t100\t120", SENTENCES[1],
        "注释", "① 见《习近平谈治国理政》。",
    ]  # fmt: skip


def test_a_title_of_two_lines_is_one_and_stamps_are_left_out():
    paper = Paper()
    paper.centre("关于深入学习贯彻党的二十大精神", 90, 22)
    paper.centre("进一步加强机关作风建设的意见", 124, 22)
    paper.lines(wrapped(SENTENCES[0], 30), 80, 180)
    paper.canvas.saveState()
    paper.canvas.translate(200, 300)
    paper.canvas.rotate(45)
    paper.canvas.setFont("STSong-Light", 40)
    paper.canvas.drawString(0, 0, "内部资料")
    paper.canvas.restoreState()
    assert text_of(paper.data()) == ["关于深入学习贯彻党的二十大精神进一步加强机关作风建设的意见", SENTENCES[0]]


def empty_page():
    paper = Paper()
    paper.canvas.rect(100, 100, 50, 50, fill=1)
    paper.page()
    return paper.data()


def encrypted():
    paper = Paper(StandardEncryption("秘密".encode().hex()))
    paper.put("打不开。", 80, 80)
    return paper.data()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(empty_page(), "1 page hold pictures and no text.*OCR", id="only a picture"),
        pytest.param(encrypted(), "encrypted", id="encrypted"),
        pytest.param(b"%PDF-1.4\n%%EOF", "no readable PDF", id="damaged"),
        pytest.param("只是文字".encode(), "no readable PDF", id="plain text"),
    ],
)
def test_what_cannot_be_read_says_why_and_the_rest_goes_on(tmp_path, data, message):
    with pytest.raises(InputError, match=message):
        document(data)
    (tmp_path / "坏.pdf").write_bytes(data)
    (tmp_path / "好.txt").write_text("好话。", encoding="utf-8")
    dropped = []
    assert [speech.id for speech in read_speeches([tmp_path], dropped)] == ["好"]
    assert [drop.path for drop in dropped] == ["坏.pdf"]
