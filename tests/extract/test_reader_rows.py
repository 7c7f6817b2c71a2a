"""Tables and JSON Lines: a document a row, its other columns as metadata, what is broken dropped by line."""

import gzip
import json

import pytest

from extract.errors import InputError
from extract.file_names import given_from_name
from extract.readers import read_documents, reader_for
from extract.records import Dropped
from extract.sources import read_speeches

NEWS = [
    {"id": "a1", "title": "标题一", "date": "2015-01-02", "text": "第一条。\n第二行。"},
    {"id": 7, "text": "第二条，“三严三实”。", "speaker": ["张三", "李四"], "views": 3, "extra": {"x": 1}},
    {"text": "第三条没有编号。"},
]


def documents(name, data):
    return list(read_documents(reader_for(name), data, name, name))


def lines(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def read(*sources, metadata=None):
    dropped = []
    speeches = list(read_speeches([str(source) for source in sources], dropped, metadata))
    return {speech.id: speech for speech in speeches}, {drop.path: drop.reason for drop in dropped}


@pytest.mark.parametrize("pack", [pytest.param(False, id="plain"), pytest.param(True, id="gz")])
def test_jsonl_gives_a_document_a_line(tmp_path, pack):
    path = tmp_path / ("新闻.jsonl.gz" if pack else "新闻.jsonl")
    path.write_bytes(gzip.compress(lines(NEWS)) if pack else lines(NEWS))
    speeches, dropped = read(path)
    assert [(one.id, one.text, dict(one.given)) for one in speeches.values()] == [
        ("a1", NEWS[0]["text"], {"title": "标题一", "date": "2015-01-02"}),
        ("7", NEWS[1]["text"], {"speaker": "张三、李四", "views": "3"}),
        ("新闻-3", NEWS[2]["text"], {}),
    ]
    assert dropped == {}


def test_broken_lines_are_dropped_by_line_and_the_rest_goes_on(tmp_path):
    good = lines(NEWS[:1])
    (tmp_path / "a.jsonl").write_bytes(
        b"\xef\xbb\xbf" + good + b'{"id": 1, "text": \n\n["x"]\n{"id": 2, "text": " "}\n{"text": 5}\n' + '{"text": "国标的话，坚持原则。"}'.encode("gb18030")
    )
    speeches, dropped = read(tmp_path)
    assert [one.text for one in speeches.values()] == [NEWS[0]["text"], "国标的话，坚持原则。"]
    assert sorted(dropped) == ["a.jsonl:2", "a.jsonl:4", "a.jsonl:5", "a.jsonl:6"]
    assert "no JSON" in dropped["a.jsonl:2"] and dropped["a.jsonl:6"] == "`text` is no string"


def test_a_stream_cut_off_keeps_what_came_before(tmp_path):
    rows = [{"id": str(number), "text": f"第{number}条消息，{number * 7919}。"} for number in range(5000)]
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines(rows))[:-4000])
    speeches, dropped = read(tmp_path)
    assert 0 < len(speeches) < 5000 and "cut off" in dropped["a.jsonl.gz"]


def test_utf16_jsonl():
    data = lines(NEWS[:1]).decode().encode("utf-16")
    assert [found[1] for found in documents("a.jsonl", data)] == [NEWS[0]["text"]]


@pytest.mark.parametrize(
    ("table", "encoding"),
    [
        pytest.param('id,text,标题,日期\r\nx,"他说：""好，\n干。""",讲话,2019\r\n', "utf-8-sig", id="comma, byte order mark"),
        pytest.param('id;text;标题;日期\nx;"他说：""好，\n干。""";讲话;2019\n', "gb18030", id="semicolon, GB18030"),
        pytest.param('sep=\t\nid\tText\t标题\t日期\nx\t"他说：""好，\n干。"""\t讲话\t2019', "utf-16", id="tab, UTF-16, sep line"),
    ],
)
def test_csv_gives_a_document_a_row(table, encoding):
    assert documents("a.csv", table.encode(encoding)) == [("x", '他说："好，\n干。"', {"标题": "讲话", "日期": "2019"})]


def test_csv_rows_that_cannot_be_read_are_dropped_by_line():
    found = documents("a.csv", "text,date\n好话。,2019\n ,2020\n多了,一,格\n\n“好话”，再说。,2021\n".encode())
    assert [one[0] for one in found if not isinstance(one, Dropped)] == ["a-1", "a-4"]
    assert [one.path for one in found if isinstance(one, Dropped)] == ["a.csv:3", "a.csv:4"]


def test_a_long_cell_is_read_whole():
    text = "坚持。" * 100_000
    assert documents("a.csv", f"id,text\n1,{text}\n".encode())[0][1] == text


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        pytest.param("a.csv", "甲,乙\n1,2\n", "no column `text`", id="neither text nor file"),
        pytest.param("a.csv", 'text\n"没有结束\n', "breaks off", id="quotation mark not closed"),
        pytest.param("a.jsonl", '[{"text": "话"}]', "no JSON object", id="an array"),
        pytest.param("a.jsonl", "\n\n", "empty", id="only line ends"),
    ],
)
def test_what_is_no_table_says_so(name, data, message):
    with pytest.raises(InputError, match=message):
        documents(name, data.encode())


def test_a_table_with_a_column_file_describes_the_files_beside_it(tmp_path):
    (tmp_path / "报告").mkdir()
    (tmp_path / "报告" / "2019.txt").write_text("政府工作。", encoding="utf-8")
    (tmp_path / "报告" / "b.md").write_text("---\ntitle: 自己的标题\n---\n正文。", encoding="utf-8")
    (tmp_path / "别处.txt").write_text("另一篇。", encoding="utf-8")
    table = "file,标题,date\n2019.txt,表里的标题,2019\nb,表里的标题,2020-05\n别处.txt,不该用,2001\n没有.txt,无,2002\n"
    (tmp_path / "报告" / "metadata.csv").write_text(table, encoding="utf-8")
    speeches, dropped = read(tmp_path)
    assert dict(speeches["2019"].given) == {"标题": "表里的标题", "date": "2019"}
    assert dict(speeches["b"].given) == {"title": "自己的标题", "date": "2020-05"}  # the file's own word is surer
    assert dict(speeches["别处"].given) == {}
    assert set(dropped) == {"报告/metadata.csv"} and "没有.txt" in dropped["报告/metadata.csv"]


def test_a_table_given_for_all_is_surest_and_knows_rows_by_id(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(lines(NEWS[:1]))
    (tmp_path / "2018-03-05_国务院_政府工作报告.txt").write_text("各位代表。", encoding="utf-8")
    table = tmp_path / "表.csv"
    table.write_text("file,date\na1,2016-06\n2018-03-05_国务院_政府工作报告.txt,2018-03-06\n", encoding="utf-8")
    speeches, dropped = read(tmp_path, metadata=table)
    assert dict(speeches["a1"].given) == {"title": "标题一", "date": "2016-06"}
    assert dict(speeches["2018-03-05_国务院_政府工作报告"].given) == {"organ": "国务院", "title": "政府工作报告", "date": "2018-03-06"}
    assert dropped == {}


@pytest.mark.parametrize(
    ("table", "message"),
    [
        pytest.param("name,date\na,2019\n", "no column `file`", id="no file column"),
        pytest.param("file,date\na.txt,2019\na.txt,2020\n", "second time", id="described twice"),
        pytest.param("file,date\na.txt,2019,x\n", "cells", id="a cell too many"),
    ],
)
def test_a_table_that_cannot_be_used_is_an_error(tmp_path, table, message):
    (tmp_path / "a.txt").write_text("话。", encoding="utf-8")
    (tmp_path / "m.csv").write_text(table, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read(tmp_path / "a.txt", metadata=tmp_path / "m.csv")


@pytest.mark.parametrize(
    ("stem", "given"),
    [
        pytest.param("2018-03-05_国务院_政府工作报告", {"date": "2018-03-05", "organ": "国务院", "title": "政府工作报告"}, id="day, organ, title"),
        pytest.param("20221028_张三_在座谈会上的讲话", {"date": "2022-10-28", "speaker": "张三", "title": "在座谈会上的讲话"}, id="speaker"),
        pytest.param("2018年3月 政府工作报告", {"date": "2018-3", "title": "政府工作报告"}, id="month in Chinese"),
        pytest.param("2019_报告", {"date": "2019", "title": "报告"}, id="year and title"),
        pytest.param("20150101_00", {"date": "2015-01-01"}, id="day and number"),
        pytest.param("1954", {}, id="a number alone"),
        pytest.param("2018-13-05_国务院_报告", {}, id="no such month"),
        pytest.param("2019报告", {}, id="nothing between date and words"),
        pytest.param("000_9a7ec03b8dd7db11", {}, id="no date"),
    ],
)
def test_file_names(stem, given):
    assert given_from_name(stem) == given
