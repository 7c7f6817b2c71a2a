"""The user's decisions: applied before the graph is built, undone by their line, reported when they match nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.errors import InputError
from graph.build import build_graph
from graph.corrected import apply_corrections
from graph.corrections import (
    CORRECTIONS,
    Correction,
    add_correction,
    at_place,
    line_of,
    read_corrections,
    remove_correction,
)


def place(readings, doc, words, action, nth=0, **more):
    """Return a correction of the nth place of some words in a document."""
    text = next(reading.speech.text for reading in readings if reading.speech.id == doc)
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return at_place(action, text, doc, at, at + len(words), **more)


def marks(readings, doc):
    speech = next(reading.speech for reading in readings if reading.speech.id == doc)
    return [(m.start, m.label, m.canonical) for m in speech.mentions]


def corrected(readings, *corrections):
    found, unmatched = apply_corrections(readings, corrections)
    assert not unmatched, unmatched
    return found


def mention(readings, doc, words, nth=0):
    speech = next(reading.speech for reading in readings if reading.speech.id == doc)
    return [m for m in speech.mentions if m.text == words and m.label != "QUOTE"][nth]


def test_without_corrections_nothing_changes(readings):
    assert apply_corrections(readings, []) == (readings, [])


def test_reject_takes_one_mention_away(readings):
    one = place(readings, "001_county", "五个坚持", "reject")
    after = corrected(readings, one)
    gone = set(marks(readings, "001_county")) - set(marks(after, "001_county"))
    assert gone == {(one.start, "FORMULA", "五个坚持")}
    assert after[1:] == readings[1:]


def test_reject_by_name_takes_it_away_everywhere(readings):
    after = corrected(readings, Correction("reject", label="Principle", name="五个坚持"))
    assert not [m for reading in after for m in reading.speech.mentions if m.canonical == "五个坚持"]


def test_what_stood_inside_a_rejected_one_stands_for_itself(readings):
    assert mention(readings, "001_county", "三服务").attrs["depth"] == 1
    after = corrected(readings, place(readings, "001_county", "三办三服务", "reject"))
    assert mention(after, "001_county", "三服务").attrs["depth"] == 0


def test_words_of_a_rejected_quotation_are_the_speakers_own(readings):
    after = corrected(readings, place(readings, "002_city", "空谈误国，实干兴邦", "reject", label="QUOTE"))
    assert mention(readings, "002_city", "空谈误国，实干兴邦").attrs["voice"] == "quoted"
    assert mention(after, "002_city", "空谈误国，实干兴邦").attrs["voice"] == "own"


@pytest.mark.parametrize(
    ("action", "more", "expected"),
    [
        pytest.param("accept", {}, ("SLOGAN", "打铁还需自身硬"), id="accept"),
        pytest.param("retype", {"to_label": "ALLUSION"}, ("ALLUSION", "打铁还需自身硬"), id="retype"),
        pytest.param("rename", {"to": "打铁必须自身硬"}, ("SLOGAN", "打铁必须自身硬"), id="rename"),
        pytest.param("split", {"to": "打铁还需自身硬（俗语）"}, ("SLOGAN", "打铁还需自身硬（俗语）"), id="split"),
    ],
)
def test_a_mention_becomes_what_the_user_says(readings, action, more, expected):
    one = place(readings, "003_news", "打铁还需自身硬", action, label="SLOGAN", **more)
    changed = mention(corrected(readings, one), "003_news", "打铁还需自身硬")
    assert (changed.label, changed.canonical) == expected
    assert (changed.method, changed.score) == ("user", 1.0)


def test_merge_makes_two_names_one_node(readings, entries, themes):
    merge = Correction("merge", label="SLOGAN", name="打铁还需自身硬", to="空谈误国，实干兴邦")
    G = build_graph(corrected(readings, merge), entries, themes)
    names = [d["name"] for _, d in G.nodes(data=True) if d["label"] == "Slogan"]
    assert "打铁还需自身硬" not in names and names.count("空谈误国，实干兴邦") == 1


def test_a_person_renamed_is_renamed_as_a_speaker(readings):
    after = corrected(readings, Correction("rename", label="PERSON", name="习近平", to="习仲勋"))
    speakers = {m.attrs["speaker"] for m in after[1].speech.mentions if m.label == "QUOTE"}
    assert speakers == {"习仲勋"}


def test_add_marks_what_was_not_found(readings):
    added = corrected(readings, place(readings, "001_county", "守纪律", "add", to_label="PRINCIPLE", to="严守纪律"))
    one = mention(added, "001_county", "守纪律")
    assert (one.canonical, one.attrs["in_heading"], one.attrs["voice"], one.attrs["depth"]) == ("严守纪律", True, "own", 0)


def test_a_reading_is_chosen_by_its_issuer(readings, entries, themes):
    one = place(readings, "003_news", "三服务", "split", issuer="浙江省委")
    G = build_graph(corrected(readings, one), entries, themes)
    lists = {d["reading"] for _, d in G.nodes(data=True) if d.get("name") == "三服务"}
    assert "fixed" in lists


def test_a_place_is_found_again_after_the_text_was_edited(readings):
    one = place(readings, "003_news", "三服务", "reject")
    speech = readings[2].speech
    moved = [replace(m, start=m.start + 2, end=m.end + 2) for m in speech.mentions]
    edited = replace(readings[2], speech=replace(speech, text="更正" + speech.text, mentions=tuple(moved)))
    after, unmatched = apply_corrections([edited], [one])
    assert not unmatched and "三服务" not in [m.text for m in after[0].speech.mentions]


@pytest.mark.parametrize(
    ("correction", "reason"),
    [
        pytest.param(Correction("reject", "no_such", 0, 2, "四风"), "there is no text no_such", id="text gone"),
        pytest.param(Correction("reject", "003_news", 0, 2, "四风"), "does not stand there any more", id="words gone"),
        pytest.param(Correction("reject", "003_news", 0, 2, "本报"), "no longer marked", id="mark gone"),
        pytest.param(Correction("merge", label="SLOGAN", name="无此句", to="甲乙"), "no SLOGAN is named 无此句", id="name gone"),
    ],
)
def test_what_matches_nothing_is_reported(readings, correction, reason):
    after, unmatched = apply_corrections(readings, [correction])
    assert after == readings
    assert [one.correction for one in unmatched] == [correction] and reason in str(unmatched[0])


def test_corrections_apply_in_their_order(readings):
    one = place(readings, "003_news", "打铁还需自身硬", "rename", label="SLOGAN", to="甲乙丙")
    after, unmatched = apply_corrections(readings, [one, Correction("reject", label="SLOGAN", name="甲乙丙")])
    assert not unmatched and "甲乙丙" not in [m.canonical for m in after[2].speech.mentions]


def test_adding_and_removing_leave_the_file_as_it_was(tmp_path, readings):
    mine = '{"action": "reject", "label": "SLOGAN",   "name": "一分部署，九分落实", "note": "按"}'
    (tmp_path / CORRECTIONS).write_text(mine + "\n", encoding="utf-8")
    one = place(readings, "003_news", "三服务", "accept")
    own = add_correction(tmp_path, one)
    assert add_correction(tmp_path, one) == own
    assert read_corrections(tmp_path / CORRECTIONS)[1:] == [one]
    assert remove_correction(tmp_path, own) == one
    assert (tmp_path / CORRECTIONS).read_text(encoding="utf-8") == mine + "\n"
    with pytest.raises(InputError, match="may have been undone"):
        remove_correction(tmp_path, own)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param("{", "not JSON", id="broken"),
        pytest.param("[]", "not a correction", id="no object"),
        pytest.param('{"action": "burn", "label": "SLOGAN", "name": "甲"}', "unknown action 'burn'", id="action"),
        pytest.param('{"action": "reject"}', "needs a place", id="nothing meant"),
        pytest.param('{"action": "reject", "doc": "a", "start": "3"}', "start is '3'", id="type"),
        pytest.param('{"action": "reject", "where": 1}', "unknown key 'where'", id="key"),
        pytest.param('{"action": "merge", "label": "SLOGAN", "name": "甲"}', "needs `to`", id="merge into nothing"),
        pytest.param('{"action": "retype", "label": "SLOGAN", "name": "甲", "to_label": "X"}', "unknown to_label", id="label"),
        pytest.param('{"action": "add", "label": "SLOGAN", "name": "甲"}', "add needs a place", id="add nowhere"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path, line, message):
    path = tmp_path / CORRECTIONS
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_corrections(path)
    assert f"{path}:2" in str(error.value) and message in str(error.value)


def test_a_correction_survives_its_line(tmp_path, readings):
    one = place(readings, "001_county", "四风", "retype", to_label="PRINCIPLE", note="见附件")
    (tmp_path / CORRECTIONS).write_text(line_of(one) + "\n", encoding="utf-8")
    assert read_corrections(tmp_path / CORRECTIONS) == [one]
