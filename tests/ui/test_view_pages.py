"""Every view, in both languages: it is drawn, says nothing in the other language, and draws the same again."""

from __future__ import annotations

import re

import pytest

from extract.registry import plugins

VIEWS = ("overview", "map", "reader", "themes", "formulations", "compare", "ask", "corpus")
HAN = re.compile(r"[\u4e00-\u9fff]")


def test_the_views_are_these_in_this_order():
    found = sorted(plugins("ui.views"), key=lambda view: view.order)
    assert tuple(view.name for view in found) == VIEWS


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_view_is_drawn_in_its_language(page_of, view, language):
    page = page_of(view, language)
    assert page.app.get("bidi_component") or page.app.get("dataframe")
    if language == "en":
        assert not [label for label in _labels(page) if HAN.search(label)]


def _labels(page) -> list[str]:
    """Return the words on the page's widgets; findings and the other language's name are Chinese by right."""
    kinds = ("button", "selectbox", "multiselect", "toggle", "text_input", "text_area")
    widgets = [one for kind in kinds for one in page.app.get(kind)]
    return [one.label for one in widgets if one.label != "中文" and not str(one.key).startswith("finding_")]
