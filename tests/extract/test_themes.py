"""Themes of sentences and sections: cues weigh, headings weigh more, a formulation alone is no evidence."""

import pytest

from extract.extractors.themes import find_theme_cues
from extract.records import Entry, Match, Mention, Section, Sentence, Speech, View
from extract.themes import section_themes, theme_sentences


def speech_of(text, cues, formulations=(), heading=None):
    """Make a speech whose sentences end at 。, with every place of the cues (word: theme, weight)."""
    sentences, at = [], 0
    for piece in text.split("。")[:-1]:
        sentences.append(Sentence(len(sentences), at, at + len(piece) + 1))
        at += len(piece) + 1
    matches = [
        Match(n, n + len(word), Entry("THEME", theme, (word,), kind=str(weight)))
        for word, (theme, weight) in cues.items()
        for n in range(len(text))
        if text.startswith(word, n)
    ]
    matches.sort(key=lambda m: (m.start, -m.end))
    mentions = [
        Mention("d", text.index(words), text.index(words) + len(words), "PRINCIPLE", words, words) for words in formulations
    ]
    if heading:
        mentions.append(Mention("d", 0, len(heading), "HEADING", heading, heading))
    view = View(text, tuple(range(len(text) + 1)))
    sections = (Section(0, 1, 0, len(text), "body"),)
    speech = Speech("d", text, "", "text", view, tuple(sentences), sections, matches=tuple(matches), mentions=tuple(mentions))
    return Speech("d", text, "", "text", view, tuple(sentences), sections, mentions=(*mentions, *find_theme_cues(speech)))


LOYALTY = {"忠诚": ("loyalty", 1.0), "信念": ("loyalty", 0.25), "学习": ("study", 1.0)}


@pytest.mark.parametrize(
    "text, formulations, expected",
    [
        pytest.param("要忠诚。要学习。", (), {"loyalty": (0,), "study": (1,)}, id="one each"),
        pytest.param("有信念。", (), {}, id="weak cue alone"),
        pytest.param("要对党绝对忠诚。", ("对党绝对忠诚",), {}, id="a formulation's own word"),
        pytest.param("要对党绝对忠诚。始终忠诚。", ("对党绝对忠诚",), {"loyalty": (1,)}, id="the word outside it"),
        pytest.param("对党绝对忠诚、忠诚于党。", ("对党绝对忠诚", "忠诚于党"), {"loyalty": (0,)}, id="two formulations"),
    ],
)
def test_sentences_that_carry_a_theme(text, formulations, expected):
    found = theme_sentences(speech_of(text, LOYALTY, formulations))
    assert {t.theme: t.sentences for t in found} == expected


def test_heading_outweighs_the_body():
    cues = {"忠诚": ("loyalty", 1.0), "学习": ("study", 1.0), "读书": ("study", 0.6)}
    text = "一、忠诚。学习读书。"
    assert section_themes(speech_of(text, cues, heading="一、忠诚"))[0].themes[0] == "loyalty"
    assert section_themes(speech_of(text, cues))[0].themes[0] == "study"


def test_section_without_enough_has_no_theme():
    assert section_themes(speech_of("有信念。今天天气好。", LOYALTY))[0].themes == ()


def test_formulation_alone_is_no_theme_of_a_section():
    assert section_themes(speech_of("要对党绝对忠诚。", LOYALTY, ("对党绝对忠诚",)))[0].themes == ()


def test_only_the_longest_of_nested_cues_counts():
    cues = {"政治忠诚": ("loyalty", 1.0), "忠诚": ("loyalty", 1.0)}
    speech = speech_of("讲政治忠诚。", cues)
    assert [m.text for m in speech.found("THEME")] == ["政治忠诚"]
