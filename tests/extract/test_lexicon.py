"""The lexicon: tables that are refused with one clear message, the user's folder on top, and where wordings match."""

import pickle
from importlib.resources import files

import pytest

from extract.errors import InputError, LexiconError
from extract.lexicon.load import LABEL_OF_FILE, Lexicon, load_lexicon, load_themes, read_table
from extract.lexicon.match import fold
from extract.records import Entry, View

HEADER = "name\tforms\tmembers\tsize\tstatus\tchecked\n"


def view_of(text):
    return View(text, tuple(range(len(text) + 1)))


def found(text, *entries):
    lexicon = Lexicon(tuple(Entry("SLOGAN", forms[0], forms) for forms in entries), ())
    return [text[m.start : m.end] for m in lexicon.matches(view_of(text))]


@pytest.mark.parametrize(
    "line, says",
    [
        pytest.param("四个意识\t\t政治意识|大局意识\t4", "promises 4 members and lists 2", id="size differs from members"),
        pytest.param("四个意识\t\t\t四", "not a count", id="size in Chinese"),
        pytest.param("四个意识\t\t\t0", "not a count", id="size nought"),
        pytest.param("一", "shorter than two", id="one character"),
        pytest.param("“一”", "shorter than two", id="one character in marks"),
        pytest.param("四个意识\t四", "shorter than two", id="form of one character"),
        pytest.param("四个意识\t\t\t\t旧", "status", id="unknown status"),
        pytest.param("四个意识\t\t\t\t\t是", "Write yes", id="checked is not yes"),
        pytest.param("四个意识\t\t\t\t\t\t多", "cells", id="more cells than columns"),
        pytest.param("四个意识\n两个确立\t四个意识", "share the wording", id="form of another entry"),
        pytest.param("四个意识\n四个意识", "share the wording", id="entry twice"),
        pytest.param("身在兵位，胸为帅谋\n身在兵位、胸为帅谋", "share the wording", id="same but for the mark"),
    ],
)
def test_broken_table_is_refused_with_file_and_line(tmp_path, line, says):
    (tmp_path / "formulas.tsv").write_text(HEADER + line + "\n", encoding="utf-8")
    last = 1 + len(line.split("\n"))
    with pytest.raises(LexiconError, match=says) as error:
        load_lexicon(tmp_path)
    assert f"formulas.tsv:{last}:" in str(error.value)


@pytest.mark.parametrize(
    "name, content, says",
    [
        pytest.param("slogans.tsv", "name\tnamen\n", "unknown or repeated column 'namen'", id="unknown column"),
        pytest.param("slogans.tsv", "name\tname\n", "unknown or repeated column", id="column twice"),
        pytest.param("slogans.tsv", "forms\n", "no column `name`", id="no name"),
        pytest.param("sprüche.tsv", "name\n", "unknown table", id="unknown table"),
        pytest.param("notes.txt", "", "no tables", id="no table at all"),
    ],
)
def test_wrong_folder_is_refused(tmp_path, name, content, says):
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=says):
        load_lexicon(tmp_path)


def test_missing_folder_and_wrong_encoding_are_refused(tmp_path):
    with pytest.raises(InputError, match="no such folder"):
        load_lexicon(tmp_path / "none")
    (tmp_path / "slogans.tsv").write_bytes("name\n螺丝钉\n".encode("gb18030"))
    with pytest.raises(LexiconError, match="UTF-8"):
        load_lexicon(tmp_path)


def test_one_name_may_have_readings_told_apart_by_members(tmp_path):
    table = tmp_path / "formulas.tsv"
    table.write_text("name\tmembers\tissuer\n三服务\t\t\n三服务\t服务企业|服务群众|服务基层\t浙江省委\n", encoding="utf-8")
    readings = [entry for _, entry in read_table(table, "FORMULA")]
    assert [entry.issuer for entry in readings] == [None, "浙江省委"]
    assert sum(entry.name == "三服务" for entry in load_lexicon(tmp_path).entries) == 2


def test_user_entry_replaces_and_claims_wordings(tmp_path):
    base = load_lexicon()
    entry = next(e for e in base.entries if e.label == "SLOGAN" and len(e.forms) > 1)
    (tmp_path / "slogans.tsv").write_text(f"name\tforms\n自造口号\t{entry.forms[1]}\n", encoding="utf-8")
    merged = load_lexicon(tmp_path)
    owners = [e.name for e in merged.entries if e.label == "SLOGAN" and entry.forms[1] in e.forms]
    assert owners == ["自造口号"]
    assert merged.hash != base.hash
    (tmp_path / "slogans.tsv").write_text(f"name\tgloss\n{entry.name}\t自己的\n", encoding="utf-8")
    replaced = [e for e in load_lexicon(tmp_path).entries if (e.label, e.name) == ("SLOGAN", entry.name)]
    assert [(e.gloss, e.forms) for e in replaced] == [("自己的", (entry.name,))]


def test_package_lexicon_loads_and_its_hash_is_stable():
    lexicon = load_lexicon()
    assert lexicon.hash == load_lexicon().hash == pickle.loads(pickle.dumps(lexicon)).hash
    assert {e.label for e in lexicon.entries} <= set(LABEL_OF_FILE.values())


def test_themes_have_names_of_their_own():
    lexicon = load_lexicon()
    formulations = {fold(form) for e in lexicon.entries for form in e.forms}
    assert len(lexicon.themes) == 20
    for theme in lexicon.themes:
        assert fold(theme.name) not in formulations, theme.name
        assert len(theme.cues) >= 20, theme.name


@pytest.mark.parametrize(
    "content, says",
    [
        pytest.param("[{", "not JSON", id="not JSON"),
        pytest.param('{"id": 1}', "not a list of themes", id="not a list"),
        pytest.param('[{"id": "a", "name": "甲"}]', "name_en", id="key missing"),
        pytest.param('[{"id": "a", "name": "甲", "name_en": "A", "cues": {"一": 1}}]', "shorter", id="cue too short"),
    ],
)
def test_broken_themes_are_refused(tmp_path, content, says):
    path = tmp_path / "themes.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=says):
        load_themes(path)


@pytest.mark.parametrize(
    "text, entry, expected",
    [
        pytest.param("做到身在兵位、胸为帅谋。", ("身在兵位，胸为帅谋",), ["身在兵位、胸为帅谋"], id="other mark"),
        pytest.param("身在兵位 胸为帅谋", ("身在兵位，胸为帅谋",), ["身在兵位 胸为帅谋"], id="space for mark"),
        pytest.param("身在兵位胸为帅谋", ("身在兵位，胸为帅谋",), ["身在兵位胸为帅谋"], id="mark lost"),
        pytest.param("君子求诸已，小人求诸人", ("君子求诸己，小人求诸人",), ["君子求诸已，小人求诸人"], id="己 written 已"),
        pytest.param("“钉钉子”精神", ("钉钉子精神",), ["钉钉子”精神"], id="marks inside"),
        pytest.param("问题导向、目标导向和结果导向", ("问题导向、目标导向、结果导向",), ["问题导向、目标导向和结果导向"], id="和 before the last"),
        pytest.param("第三，服务群众", ("三服务",), [], id="mark where the wording has none"),
        pytest.param("发展三\n服务", ("三服务",), [], id="line end"),
        pytest.param("𠮷三服务", ("三服务",), ["三服务"], id="astral character before"),
        pytest.param("", ("三服务",), [], id="empty text"),
    ],
)
def test_wordings_match_over_marks_and_slips(text, entry, expected):
    assert found(text, entry) == expected


def test_matches_nest_and_are_in_source_offsets():
    view = View("三办三服务", (0, 1, 4, 5, 6, 7))
    lexicon = Lexicon((Entry("FORMULA", "三办三服务", ("三办三服务",)), Entry("FORMULA", "三服务", ("三服务",))), ())
    assert [(m.start, m.end, m.entry.name) for m in lexicon.matches(view)] == [(0, 7, "三办三服务"), (4, 7, "三服务")]


def test_every_table_of_the_package_reads():
    for name, label in LABEL_OF_FILE.items():
        table = files("extract.lexicon") / name
        if table.is_file():
            assert list(read_table(table, label)), name
