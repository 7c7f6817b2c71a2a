"""Word files: headings with the numbers that Word counts, tables, footnotes, changes, and files that are none."""

import contextlib
import io
import re
import zipfile
from random import Random

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from extract.errors import InputError
from extract.readers import read_documents, reader_for
from extract.speeches import speech_from_text

NUMBERING = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
  <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>
</w:abstractNum>"""


def data_of(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def text_of(document):
    ((doc, text, given),) = read_documents(reader_for("甲.docx"), data_of(document), "甲.docx", "甲.docx")
    assert (doc, given) == ("甲", {})
    return text


def with_numbering(document):
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(NUMBERING))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))


def number(paragraph, level, list_id=90):
    properties = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')
    paragraph._p.get_or_add_pPr().append(properties)
    return paragraph


def test_headings_get_the_numbers_that_word_counts_and_become_sections():
    document = docx.Document()
    document.add_paragraph("在座谈会上的讲话")
    with_numbering(document)
    for heading, items in (("坚定信念", ["学习理论", "知行合一"]), ("担当作为", ["真抓实干"])):
        number(document.add_heading(heading, 1), 0)
        for item in items:
            number(document.add_paragraph(item), 1)
            document.add_paragraph("要带头学习，做到学深悟透，把各项工作抓紧抓实抓出成效来。")
    number(document.add_paragraph("细目"), 2)
    number(document.add_paragraph("又一细目"), 2)
    number(document.add_paragraph("圆点"), 3)
    number(document.add_paragraph("不编号"), 0, 0)
    text = text_of(document)
    assert [line for line in text.split("\n") if "带头学习" not in line] == [
        "在座谈会上的讲话", "一、坚定信念", "（一）学习理论", "（二）知行合一", "二、担当作为", "（一）真抓实干",
        "2.1.3 细目", "2.1.4 又一细目", "圆点", "不编号",
    ]  # fmt: skip
    sections = [(section.level, section.heading) for section in speech_from_text("甲", text).sections]
    assert (1, "一、坚定信念") in sections and (2, "（二）知行合一") in sections


def test_a_style_may_carry_the_number():
    document = docx.Document()
    with_numbering(document)
    document.styles["Heading 1"].element.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="90"/></w:numPr>')
    )
    document.add_heading("甲", 1)
    document.add_heading("乙", 1)
    assert text_of(document) == "一、甲\n二、乙"


def test_tables_stand_where_they_are_row_by_row():
    document = docx.Document()
    document.add_paragraph("表前。")
    table = document.add_table(2, 3)
    for cell, words in zip([cell for row in table.rows for cell in row.cells], ["指标", "去年", "今年", "产值", "1", "2"]):
        cell.text = words
    table.cell(0, 1).merge(table.cell(0, 2))
    document.add_paragraph("表后。")
    assert text_of(document) == "表前。\n指标\t去年 今年\n产值\t1\t2\n表后。"


def test_footnotes_stand_at_the_end_and_leave_the_wording_whole():
    document = docx.Document()
    paragraph = document.add_paragraph("做到“三个")
    for note, words in (("3", "务必”，"), ("2", "再接再厉。")):
        run = OxmlElement("w:r")
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), note)
        run.append(reference)
        paragraph._p.append(run)
        paragraph.add_run(words)
    notes = f"""<w:footnotes {nsdecls("w")}>
      <w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
      <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>乙注。</w:t></w:r></w:p></w:footnote>
      <w:footnote w:id="3"><w:p><w:r><w:t xml:space="preserve"> 甲注。</w:t></w:r></w:p></w:footnote></w:footnotes>"""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert text_of(document) == "做到“三个务必”，再接再厉。\n注释\n〔1〕甲注。\n〔2〕乙注。"


def test_deleted_words_are_out_inserted_words_and_links_are_in():
    document = docx.Document()
    paragraph = document.add_paragraph("我们")
    for piece in (
        '<w:del w:id="1"><w:r><w:delText>可能</w:delText></w:r></w:del>',
        '<w:ins w:id="2"><w:r><w:t>必须</w:t></w:r></w:ins>',
        "<w:hyperlink><w:r><w:t>坚持</w:t></w:r></w:hyperlink>",
        "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText></w:r>",
        "<w:sdt><w:sdtContent><w:r><w:t>到底</w:t><w:br/><w:t>。</w:t></w:r></w:sdtContent></w:sdt>",
    ):
        paragraph._p.append(parse_xml(re.sub(r"^<[\w:]+", lambda tag: f"{tag[0]} {nsdecls('w')}", piece)))
    assert text_of(document) == "我们必须坚持到底\n。"


def test_the_table_of_contents_and_heads_of_pages_are_left_out():
    document = docx.Document()
    document.styles.add_style("toc 1", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("一、坚定信念\t3", style="toc 1")
    document.add_paragraph("正文。")
    document.sections[0].header.paragraphs[0].text = "内部资料"
    assert text_of(document) == "正文。"


def other_zip():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("a.txt", "甲")
    return file.getvalue()


@pytest.mark.parametrize("seed", range(40))
def test_a_spoiled_file_is_read_or_refused_never_worse(seed):
    document = docx.Document()
    document.add_paragraph("坚持到底。" * 20)
    data, random = bytearray(data_of(document)), Random(seed)
    for _ in range(4):
        data[random.randrange(len(data))] = random.randrange(256)
    with contextlib.suppress(InputError):
        assert list(read_documents(reader_for("a.docx"), bytes(data), "a.docx", "a.docx"))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param("只是文字".encode(), "no readable Word document", id="plain text"),
        pytest.param(other_zip(), "no readable Word document", id="another zip"),
        pytest.param(data_of(docx.Document())[:2000], "no readable Word document", id="cut off"),
        pytest.param(data_of(docx.Document()), "no words", id="no words"),
        pytest.param(b"\xd0\xcf\x11\xe0" + bytes(600), "old Word format", id="old format"),
        pytest.param(b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "encrypted", id="encrypted"),
    ],
)
def test_what_cannot_be_read_says_why(data, message):
    with pytest.raises(InputError, match=message):
        list(read_documents(reader_for("a.docx"), data, "a.docx", "a.docx"))
