"""Discovery: what a corpus repeats and the lexicon lacks; how candidates become entries of a lexicon."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from extract.discovery.block import Document, block_from_documents, blocks, document_from_reading
from extract.discovery.coinages import coinages, numerals
from extract.discovery.discover import discover
from extract.discovery.entries import accept, lines
from extract.discovery.lists import lists
from extract.discovery.measures import Counting
from extract.discovery.phrases import phrases
from extract.discovery.ranking import burst_of
from extract.errors import InputError
from extract.lexicon.load import load_lexicon
from extract.pipeline import make_nlp, read_speech
from extract.speeches import speech_from_text
from ui.cli import program

OPENINGS = ("春天", "夏天", "秋天", "冬天", "早晨", "夜里", "昨日", "山上", "河边", "村里")


def _documents(*texts: str) -> list[Document]:
    return [Document(f"d{n}", text, f"2020-{n % 12 + 1:02d}", (), (), ()) for n, text in enumerate(texts)]


def _block(*texts: str):
    return block_from_documents(_documents(*texts))


def test_a_phrase_that_recurs_between_marks_is_found_whole():
    block = _block(*(f"{word}开了会，全面厚植执政根基，大家{word}回家。" for word in OPENINGS))
    assert "全面厚植执政根基" in set(phrases(block))
    assert "厚植执政根基" not in set(phrases(block))


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        pytest.param(["要求简政减费、放管并举、优化服务。"] * 3, ["简政减费、放管并举、优化服务"], id="three parts"),
        pytest.param(["必须不忘来路，牢记归途。"] * 3, ["不忘来路，牢记归途"], id="verb before it cut off"),
        pytest.param(["必须不忘来路，牢记归途。"] * 2, [], id="too few documents"),
        pytest.param(["重视山水、林、田湖草。"] * 3, [], id="parts of other lengths"),
    ],
)
def test_lists(texts, found):
    assert list(lists(_block(*texts))) == found


def test_a_numeral_counts_where_its_noun_keeps_to_it():
    texts = [f"{word}讲四个合格，要{n}个月。" for word, n in zip(OPENINGS, "一两三四五六七八九十", strict=True)]
    found = set(numerals(_block(*texts)))
    assert "四个合格" in found
    assert not any("个月" in wording for wording in found)


def test_quoted_wording_counts_by_documents_and_not_as_a_name():
    named = Document("x", "推出专栏“家园”。", None, (), (), ((5, 7, "SLOGAN"),))
    coined = [Document(f"d{n}", "推进“多证合一”改革", None, (), (), ((3, 7, "SLOGAN"),)) for n in range(3)]
    assert list(coinages(block_from_documents([named, named, named, *coined]))) == ["多证合一"]


def test_places_inside_a_longer_candidate_are_nested():
    counting = Counting(["净化生态", "全面净化生态"])
    counting.read(_block("要全面净化生态。", "要净化生态。"))
    short, long = counting.measures
    assert (short.count, short.nested, short.docs) == (1, 1, 1)
    assert (long.count, long.nested) == (1, 0)
    place = long.evidence[0]
    assert (place.doc, place.start, place.end, place.sentence) == ("d0", 1, 7, "要全面净化生态。")


def test_counts_are_the_same_in_one_block_or_in_many():
    documents = _documents(*(f"{word}净化生态，再净化生态。" for word in OPENINGS))
    whole, parts = Counting(["净化生态"]), Counting(["净化生态"])
    whole.read(block_from_documents(documents))
    for block in blocks(documents, limit=20):
        parts.read(block)
    assert whole.measures == parts.measures
    assert whole.measures[0].docs == len(OPENINGS)


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        pytest.param({}, 0.0, id="no dates"),
        pytest.param({"2015-01": 1, "2016-01": 1}, 0.0, id="spread as the corpus"),
        pytest.param({"2016-01": 3}, 1.0, id="one half-year"),
    ],
)
def test_burst(months, expected):
    assert burst_of(months, {"2015-01": 5, "2016-01": 5}) == expected


@pytest.fixture(scope="module")
def found():
    lexicon = load_lexicon()
    nlp = make_nlp(lexicon)
    texts = [f"{word}的会\n{word}开会要求，坚持实事求是，推行“五证联办”改革，切实维护中央权威。" for word in OPENINGS]
    readings = [read_speech(nlp, speech_from_text(f"t{n}", t, f"t{n}.txt", "text", {})) for n, t in enumerate(texts)]
    return discover(readings, lexicon.entries), {reading.speech.id: reading.speech.text for reading in readings}


def test_a_new_coinage_is_found_and_known_wording_is_not(found):
    wordings = [candidate.wording for candidate in found[0]]
    assert "五证联办" in wordings
    assert not any("实事求是" in wording for wording in wordings)


def test_evidence_quotes_the_source(found):
    rows = [json.loads(line) for line in lines(found[0])]
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    for row in rows:
        assert row["evidence"]
        for place in row["evidence"]:
            assert found[1][place["doc"]][place["start"] : place["end"]] == row["name"]
            assert row["name"] in place["sentence"]


def test_documents_keep_what_discovery_needs(found):
    reading = read_speech(make_nlp(load_lexicon()), speech_from_text("a", "坚持实事求是，推行“五证联办”。", "a", "text", {}))
    document = document_from_reading(reading)
    assert [document.text[a:b] for a, b in document.known] == ["实事求是"]
    assert [document.text[a:b] for a, b, _ in document.coined] == ["五证联办"]


def test_accepted_candidates_are_read_as_a_lexicon(found, tmp_path):
    rows = list(lines(found[0]))
    accept(rows, "c.jsonl", tmp_path / "own")
    assert sum(accept(rows, "c.jsonl", tmp_path / "own").values()) == 0
    names = {entry.name for entry in load_lexicon(tmp_path / "own").entries}
    assert "五证联办" in names


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param("{", "c.jsonl:1: not JSON", id="no JSON"),
        pytest.param("[]", "no `name`", id="no object"),
        pytest.param('{"label": "PERSON", "name": "甲"}', "has no table", id="label without formulations"),
        pytest.param('{"label": "SLOGAN", "name": "甲\\t乙"}', "holds a tab", id="tab in a name"),
    ],
)
def test_rows_that_are_no_candidates(line, words, tmp_path):
    with pytest.raises(InputError, match=words):
        accept([line], "c.jsonl", tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param([], "No SOURCE", id="no source"),
        pytest.param(["--accept", "c.jsonl"], "--lexicon", id="accept without a folder"),
        pytest.param(["a", "--accept", "c.jsonl", "--lexicon", "d"], "takes no SOURCE", id="accept with a source"),
        pytest.param(["--accept", "missing.jsonl", "--lexicon", "d"], "missing.jsonl", id="no such file"),
    ],
)
def test_bad_usage_ends_with_one_message(arguments, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(program, ["discover", *arguments])
    assert result.exit_code == 2
    assert words in result.output
    assert not list(tmp_path.iterdir())


def test_from_texts_to_the_users_lexicon(tmp_path):
    folder, file, own = tmp_path / "texts", tmp_path / "c.jsonl", tmp_path / "own"
    folder.mkdir()
    for number, word in enumerate(OPENINGS):
        text = f"{word}的会\n{word}开会要求，坚持实事求是，推行“五证联办”改革。"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    runner = CliRunner()
    assert runner.invoke(program, ["discover", str(folder), "-o", str(file)]).exit_code == 0
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert "五证联办" in [row["name"] for row in rows]
    accepted = runner.invoke(program, ["discover", "--accept", str(file), "--lexicon", str(own)])
    assert accepted.exit_code == 0, accepted.output
    assert any("五证联办" in path.read_text(encoding="utf-8") for path in own.glob("*.tsv"))
