"""提问: the canned questions with their slots, and the Cypher page; both by their addresses."""

from __future__ import annotations

import pytest

from graph.questions.catalogue import questions


def test_a_question_stands_in_the_address_with_its_slots(page_of):
    page = page_of("ask", question="formulations-of-theme", slot_theme="loyalty")
    grid = page.data("grid")[0]
    assert [column["name"] for column in grid["columns"]] == ["提法", "类型", "次数", "篇"]
    assert grid["rows"][0][0]["text"] == "对党绝对忠诚" and grid["rows"][0][0]["open"].startswith("principle-")
    assert page.query("topic") == "themes"


def test_a_slot_that_fits_nothing_falls_back(page_of):
    page = page_of("ask", question="shared-principles", slot_n="many")
    assert page.app.number_input[0].value >= 1


def test_another_value_gives_another_answer_and_another_address(page_of):
    page = page_of("ask", question="shared-principles", slot_n="2")
    before = len(page.data("grid")[0]["rows"])
    page.app.number_input[0].set_value(5)
    page.run()
    assert page.query("slot_n") == "5"
    assert 0 < len(page.data("grid")[0]["rows"]) < before


def test_another_question_forgets_the_slots(page_of):
    page = page_of("ask", question="shared-principles", slot_n="5")
    page.app.selectbox(key="question_chosen").set_value("shared-slogans")
    page.run()
    assert page.query("question") == "shared-slogans" and page.query("slot_n") is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_column_has_words(language):
    from ui.language import Words

    words = Words(language)
    named = {name for name in ("speech", "title", "mentions", "speeches", "formulation", "theme", "evidence", "verdict")}
    assert all(words.has(f"column_{name}") for name in named)
    assert all(words.has(f"topic_{topic}") for topic in {each.topic for each in questions()})


def test_an_address_with_a_query_opens_the_cypher_page(page_of):
    page = page_of("ask", q="MATCH (s:Speech) RETURN count(s) AS n")
    assert page.app.text_area[0].value == "MATCH (s:Speech) RETURN count(s) AS n"
    assert page.app.dataframe[0].value["n"][0] == 5
    refused = page_of("ask", q="MATCH (n) DETACH DELETE n")
    assert refused.app.error
