"""The dictionary: every word in both languages, with the same slots, for every label and relationship."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import pytest

from graph.model import NODE_LABELS, RELATIONSHIP_TYPES
from ui.facts import GROUPS

DICTIONARIES = {
    "explorer": files("ui") / "words.json",
    "snapshot": files("graph.exporters") / "page" / "words.json",
}
HAN = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(params=DICTIONARIES, ids=str)
def words(request):
    return json.loads(DICTIONARIES[request.param].read_text("utf-8"))


def test_both_languages_have_the_same_slots(words):
    for key, forms in words.items():
        assert set(forms) == {"zh", "en"}, key
        assert set(re.findall(r"{(\w+)}", forms["zh"])) == set(re.findall(r"{(\w+)}", forms["en"])), key


def test_no_english_word_is_left_in_chinese(words):
    assert not [key for key, forms in words.items() if HAN.search(forms["en"]) and key != "language_name"]


def test_every_label_and_relationship_has_a_name():
    words = json.loads(DICTIONARIES["explorer"].read_text("utf-8"))
    assert not [label for label in NODE_LABELS if f"type_{label}" not in words]
    assert not [kind for kind in RELATIONSHIP_TYPES if f"kind_{kind}" not in words]


def test_every_group_of_the_details_has_a_title_and_asks_what_the_model_knows():
    words = json.loads(DICTIONARIES["explorer"].read_text("utf-8"))
    for groups in GROUPS.values():
        for group in groups:
            assert f"group_{group.title}" in words
            assert set(re.findall(r"\[\w*:(\w+)\]", group.query)) <= set(RELATIONSHIP_TYPES)
