"""The search box: suggestions while one types, anything in the graph on Enter; what is found is selected."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import streamlit as st

from graph.derived import load_suggestions
from ui import data
from ui.explorer import Explorer, select

_PICKED = "found"

_OFFERED = 250
"""Names of one label that the box offers; the others are found on Enter."""


def show_search(explorer: Explorer) -> None:
    """Draw the search box."""
    words = explorer.words
    known = {str(row["id"]): row for row in _names(str(explorer.folder))}

    def shown(key: str) -> str:
        row = known.get(key)
        return f"{words.name(row)} · {words('type_' + str(row['label']))}" if row else key

    with st.container(key="search", width=380):
        st.selectbox(
            words("search"),
            list(known),
            index=None,
            format_func=shown,
            key=_PICKED,
            placeholder=words("search_hint"),
            label_visibility="collapsed",
            accept_new_options=True,
            width=380,
            on_change=_pick,
            args=(frozenset(known),),
        )


def show_hits(explorer: Explorer) -> None:
    """Draw what a free text has found, where one was sought."""
    sought = st.session_state.get("sought")
    if sought:
        _show_hits(explorer, sought)


@st.cache_data(show_spinner=False)
def _names(folder: str) -> list[dict[str, object]]:
    """Return the suggestions."""
    offered: Counter[str] = Counter()
    rows = []
    for row in load_suggestions(Path(folder)):
        offered[str(row["label"])] += 1
        if offered[str(row["label"])] <= _OFFERED:
            rows.append(row)
    return rows


def _pick(known: frozenset[str]) -> None:
    """Select a suggestion; look for a text that is none."""
    picked = st.session_state.get(_PICKED)
    st.session_state["sought"] = picked if picked and picked not in known else None
    if picked in known:
        select(picked)
    st.session_state[_PICKED] = None


def _show_hits(explorer: Explorer, sought: str) -> None:
    words = explorer.words
    hits = data.search(explorer.store, sought)
    with st.container(horizontal=True, key="hits"):
        st.html(f'<p class="tifa-total">{words("hits", n=len(hits))}</p>')
        for hit in hits:
            st.button(
                str(hit["name"]), key=f"hit_{hit['id']}", type="tertiary", on_click=_choose_hit, args=(str(hit["id"]),)
            )
        st.button(words("close"), key="close_hits", type="tertiary", on_click=_forget)


def _choose_hit(key: str) -> None:
    _forget()
    select(key)


def _forget() -> None:
    st.session_state["sought"] = None
