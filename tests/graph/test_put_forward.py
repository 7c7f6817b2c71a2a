"""Whom a sentence says to have put a formulation forward."""

from __future__ import annotations

import pytest

from extract.records import Mention, Speech, View
from graph.put_forward import named_issuer

NAMES = {
    "习近平总书记": "PERSON",
    "毛主席": "PERSON",
    "中办": "ORG",
    "党中央": "ORG",
    "第一个五年计划": "DOCUMENT",
    "二战": "EVENT",
    "党的十八大": "EVENT",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("习近平总书记提出的“甲乙丙”", "习近平总书记", id="relative clause"),
        pytest.param("习近平总书记在视察中办时提出了“甲乙丙”重要要求", "习近平总书记", id="not the place of a visit"),
        pytest.param("习近平总书记对办公室工作提出了“甲乙丙”", "习近平总书记", id="words between"),
        pytest.param("“甲乙丙”是习近平总书记首次提出的", "习近平总书记", id="behind"),
        pytest.param("党的十八大明确提出“甲乙丙”", "党的十八大", id="congress"),
        pytest.param("第一个五年计划，是根据党中央提出的甲乙丙制定的", "党中央", id="whose it is, after 根据"),
        pytest.param("捍卫二战成果，提出甲乙丙", None, id="a war proposes nothing"),
        pytest.param("习近平总书记强调“甲乙丙”", None, id="stressed, not proposed"),
        pytest.param("学习习近平总书记讲话，我们提出“甲乙丙”", None, id="studied, others propose"),
        pytest.param("毛主席来了。会上提出“甲乙丙”", None, id="sentence before"),
    ],
)
def test_the_subject_of_the_proposal_is_found(text, expected):
    found = [(text.find(words), words, label) for words, label in NAMES.items() if words in text]
    names = [Mention("a", at, at + len(words), label, words, words) for at, words, label in found]
    at = text.index("甲乙丙")
    mention = Mention("a", at, at + 3, "FORMULA", "甲乙丙", "甲乙丙")
    speech = Speech("a", text, "a.txt", "text", View(text, tuple(range(len(text) + 1))), mentions=(*names, mention))
    issuer = named_issuer(speech, mention)
    assert (issuer.text if issuer else None) == expected
