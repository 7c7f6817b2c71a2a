"""The row above every picture: search at the left, what the view adds, and the language at the right."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui.explorer import Explorer
from ui.language import LANGUAGES, Words
from ui.search import show_hits, show_search


def show_bar(explorer: Explorer, more: Callable[[], None] | None = None) -> None:
    """Draw the row; `more` draws the view's own controls in it."""
    other = LANGUAGES[1 - LANGUAGES.index(explorer.words.language)]
    with st.container(horizontal=True, key="bar", vertical_alignment="center"):
        show_search(explorer)
        st.space("stretch")
        if more:
            more()
        st.button(Words(other)("language_name"), key="language", on_click=_speak, args=(other,), type="tertiary")
    show_hits(explorer)


def _speak(language: str) -> None:
    st.session_state["spoken"] = language
    st.query_params["lang"] = language
