"""What every view is given: the graph that is open, the language, and what is selected; and how to move on.

What is selected and where one is stand in the page's address, so that it can be reloaded and sent.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from graph.stores.store import Store
from ui.language import Words


@dataclass(frozen=True, slots=True)
class Explorer:
    """The open graph and the reader's choices. `overview` is the precomputed first picture's data."""

    folder: Path
    store: Store
    overview: dict[str, object]
    words: Words
    dark: bool

    def name_of(self, speech_id: str) -> str:
        """Return the readable name of a speech."""
        named = speech_names(str(self.folder), self.store)
        return named.get(speech_id) or _speech_name(str(self.folder), self.store, speech_id)


@dataclass(frozen=True, slots=True)
class View:
    """A page of the explorer: its key in the dictionary and the address, its place in the row, and what it draws."""

    name: str
    order: int
    show: Callable[[Explorer], None]


@st.cache_data(show_spinner=False)
def speech_names(folder: str, _store: Store) -> dict[str, str]:
    """Return the names of the first speeches by id; `folder` is what the cache is kept by."""
    from ui.data import speeches

    return {str(row["id"]): str(row["name"]) for row in speeches(_store)}


@st.cache_data(show_spinner=False, max_entries=5000)
def _speech_name(folder: str, _store: Store, speech_id: str) -> str:
    """Return the name of one speech of a collection too large to know all; its id where there is none."""
    rows = _store.query("MATCH (s:Speech {id: $id}) RETURN s.name", {"id": speech_id}).rows
    return str(rows[0][0]) if rows else speech_id


def selected() -> str | None:
    """Return the key of what is selected (see `ui.data`), None where nothing is."""
    return st.query_params.get("sel")


def select(key: str | None) -> None:
    """Select a node or a relationship by its key, or nothing."""
    if key == selected():
        return
    if key is None:
        st.query_params.pop("sel", None)
    else:
        st.query_params["sel"] = key
    st.session_state["evidence_page"] = 1


def select_from(component: str, field: str, part: str) -> Callable[[], None]:
    """Return a callback that selects what a component's trigger names."""

    def run() -> None:
        value = (st.session_state.get(component) or {}).get(field)
        if value:
            select(value[part])

    return run


def read_from(component: str) -> Callable[[], None]:
    """Return a callback that notes the place a component wants read; `follow` then goes there."""

    def run() -> None:
        value = (st.session_state.get(component) or {}).get("read")
        if value:
            st.session_state["go_to"] = {"view": "reader", "speech": value["speech"], "at": str(value["start"])}

    return run


def go_to(view: str, **query: str) -> None:
    """Note the view to go to and its address; `follow` then goes there."""
    st.session_state["go_to"] = {"view": view, **query}


def follow(pages: dict[str, object], explorer: Explorer) -> None:
    """Go where a callback asked to go, if one did."""
    target = st.session_state.pop("go_to", None)
    if target is not None:
        view = target.pop("view")
        st.switch_page(pages[view], query_params={**target, "lang": explorer.words.language})
