"""The tables of slogans and allusions: their columns, their wordings, their order."""

import re
import unicodedata
from importlib.resources import files

import pytest

from extract.lexicon.load import COLUMNS
from extract.lexicon.match import fold

_KINDS = {"slogans": {"motto", "motto;quoted", "metaphor", "metaphor;quoted"}, "allusions": {"allusion"}}
_SOURCE = re.compile(r"[\u4e00-\u9fff]{2,}|[\u4e00-\u9fff、]*《[^《》]+》")
_HAN = re.compile(r"[\u3400-\u9fff]")


def _lines(name: str) -> list[list[str]]:
    text = (files("extract.lexicon") / f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def _rows(name: str) -> list[dict[str, str]]:
    header, *lines = _lines(name)
    return [dict(zip(header, line, strict=True)) for line in lines]


def _forms(row: dict[str, str]) -> list[str]:
    return [row["name"], *filter(None, row["forms"].split("|"))]


@pytest.fixture(params=sorted(_KINDS))
def table(request) -> str:
    return request.param


def test_every_line_has_the_columns(table):
    lines = _lines(table)
    assert tuple(lines[0]) == COLUMNS
    assert [line for line in lines if len(line) != len(COLUMNS)] == []


def test_cells_are_clean(table):
    wrong = [
        cell
        for line in _lines(table)
        for cell in line
        if cell != cell.strip() or cell != unicodedata.normalize("NFC", cell) or '"' in cell
    ]
    assert wrong == []


def test_names_are_sorted(table):
    names = [row["name"] for row in _rows(table)]
    assert names == sorted(names)


def test_no_wording_stands_twice_in_one_table(table):
    owners: dict[str, str] = {}
    for row in _rows(table):
        for form in _forms(row):
            assert owners.setdefault(fold(form), row["name"]) == row["name"], form
        assert len({fold(form) for form in _forms(row)}) == len(_forms(row)), row["name"]


def test_wordings_are_chinese_and_long_enough(table):
    for row in _rows(table):
        for form in _forms(row):
            assert len(fold(form)) >= 2 and _HAN.search(form), form


def test_an_allusion_is_no_slogan():
    allusions = {fold(form) for row in _rows("allusions") for form in _forms(row)}
    slogans = {fold(form) for row in _rows("slogans") for form in _forms(row)}
    assert sorted(allusions & slogans) == []


def test_kinds_and_marks_are_of_the_fixed_set(table):
    for row in _rows(table):
        assert row["kind"] in _KINDS[table], row["name"]
        assert row["status"] in ("", "current", "superseded"), row["name"]
        assert {row["checked"], row["attested"]} <= {"", "yes"}, row["name"]
        assert re.fullmatch(r"(?:\d{4}(?:-\d\d){0,2})?", row["date"]), row["name"]


def test_a_checked_entry_has_a_source(table):
    assert [row["name"] for row in _rows(table) if row["checked"] and not row["source"]] == []


def test_an_allusion_names_author_and_work_or_is_of_unknown_origin():
    for row in _rows("allusions"):
        if row["source"]:
            assert _SOURCE.fullmatch(row["source"]), row["name"]
        else:
            assert row["gloss"] == "origin not certain", row["name"]


def test_metaphors_that_need_no_quotation_marks_are_longer_than_a_word():
    bare = [row["name"] for row in _rows("slogans") if row["kind"] == "metaphor"]
    assert [name for name in bare if len(fold(name)) < 4] == []


@pytest.mark.parametrize(
    ("table_name", "wording", "name"),
    [
        pytest.param("slogans", "打铁必须自身硬", "打铁还需自身硬", id="two wordings of one motto"),
        pytest.param("slogans", "身在兵位、心为帅谋", "身在兵位，胸为帅谋", id="altered couplet"),
        pytest.param("allusions", "岂因祸福避趋之", "苟利国家生死以，岂因祸福避趋之", id="half a line"),
        pytest.param("allusions", "问渠哪得清如许", "问渠那得清如许，为有源头活水来", id="half a line, usual variant"),
    ],
)
def test_a_variant_belongs_to_its_usual_wording(table_name, wording, name):
    assert [row["name"] for row in _rows(table_name) if wording in _forms(row)] == [name]
