"""`tifa ask`: lists, answers, and says in one message what is wrong."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from graph.questions.catalogue import questions
from ui.cli import program


def run(*arguments: object):
    return CliRunner().invoke(program, [str(a) for a in arguments])


def test_without_a_question_all_are_listed_in_both_languages(seed_graph):
    result = run("ask", seed_graph)
    assert result.exit_code == 0
    for each in questions():
        assert f"{each.id}\n  {each.sentence('zh')}\n  {each.sentence('en')}\n" in result.output


def test_an_answer_stands_below_its_question(seed_graph):
    result = run("ask", seed_graph, "shared-principles", "n=5")
    assert result.exit_code == 0
    assert result.output.startswith("至少 5 篇讲话用过的原则提法有哪些？\nWhich principles are used in at least 5 speeches?\n\nprinciple")
    assert "对党绝对忠诚" in result.output


def test_json_is_that_of_query(seed_graph):
    result = run("ask", seed_graph, "speeches-of-theme", "theme=政治忠诚", "--format", "json", "--max-rows", 2)
    answer = json.loads(result.stdout)
    assert answer["columns"] == ["speech", "title", "sentences", "weight"] and len(answer["rows"]) == 2 and answer["truncated"]
    assert "cut at 2 rows" in result.stderr


def test_the_cypher_can_be_run_by_query(seed_graph):
    text = run("ask", seed_graph, "who-is-quoted", "--cypher").output
    asked = [json.loads(run(*words, "--format", "json").stdout)["rows"] for words in (("query", seed_graph, text), ("ask", seed_graph, "who-is-quoted"))]
    assert asked[0] == asked[1] and asked[0]


def test_a_question_that_needs_the_lexicon(seed_graph):
    rows = json.loads(run("ask", seed_graph, "absent-formulas", "--format", "json").stdout)["rows"]
    assert len(rows) > 100 and {row[4] for row in rows} == {"not in this collection"}


@pytest.mark.parametrize(
    "words, message",
    [
        pytest.param(("shared",), "Like it:", id="no such question"),
        pytest.param(("shared-principles", "n"), "NAME=VALUE", id="no value"),
        pytest.param(("shared-principles", "n=1", "n=2"), "twice", id="twice"),
        pytest.param(("shared-principles", "x=1"), "no slot", id="no such slot"),
        pytest.param(("shared-principles", "n=x"), "whole number", id="no number"),
    ],
)
def test_what_is_wrong_is_said_in_one_message(seed_graph, words, message):
    result = run("ask", seed_graph, *words)
    assert result.exit_code == 2 and message in result.stderr and "Traceback" not in result.stderr


def test_no_graph(tmp_path):
    assert run("ask", tmp_path).exit_code == 2
