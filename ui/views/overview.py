"""总览: what these speeches share, and in which words: texts, themes and formulations in three columns."""

from __future__ import annotations

import streamlit as st

from graph.picture import columns_picture
from ui.bar import show_bar
from ui.drawing import picture_words, show_picture
from ui.explorer import Explorer, View
from ui.filters import ask_filters
from ui.findings import show_findings
from ui.grouping import pick_grouping
from ui.snapshots import offer_snapshot
from ui.tables import show_table

_TYPES = ("Speech", "Theme", "Principle", "Slogan")
_HEIGHT = 640


def show(explorer: Explorer) -> None:
    """Draw the columns, the findings in words, and the same as a table."""
    words, overview = explorer.words, explorer.overview
    strongest = max((edge["count"] for edge in (*overview["expresses"], *overview["about"])), default=1)
    filters = ask_filters(explorer, _TYPES, strongest)
    show_bar(explorer, lambda: _controls(explorer))
    picture = columns_picture(
        overview,
        **picture_words(explorer, "aria_columns"),
        language=words.language,
        types=filters.types,
        themes=filters.themes,
        speeches=filters.speeches,
        min_weight=filters.min_weight,
        per_hundred=bool(st.session_state.get("per_hundred")),
    )
    _show(explorer, picture)


def _controls(explorer: Explorer) -> None:
    pick_grouping(explorer)
    st.toggle(explorer.words("per_hundred"), key="per_hundred", bind="query-params", persist_state="session")
    offer_snapshot(explorer)


@st.fragment
def _show(explorer: Explorer, picture: dict[str, object]) -> None:
    show_picture(explorer, picture, key="columns", height=_HEIGHT, below=lambda: _below(explorer, picture))
    if "go_to" in st.session_state:
        st.rerun()


def _below(explorer: Explorer, picture: dict[str, object]) -> None:
    show_findings(explorer)
    show_table(explorer, picture)


PLUGIN = View("overview", 1, show)
