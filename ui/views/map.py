"""图谱: what is connected with what, each thing at a place of its own that filters do not change.

The address says what is drawn: the whole (`community`: one part of it), what is around nodes (`around`, and `grown` for
those that were expanded), or the path between two nodes (`from`, `to`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from graph.derived import load_layout
from graph.picture import map_picture
from ui import data, path_steps
from ui.bar import show_bar
from ui.communities import communities, of_community, pick_community
from ui.drawing import picture_words, show_picture
from ui.explorer import Explorer, View, select, selected
from ui.filters import ask_filters
from ui.map_gestures import leave, show_gestures
from ui.neighbours import EACH, MOST, grown
from ui.tables import show_table

_TYPES = ("Speech", "Theme", "Principle", "Slogan", "Document", "Quotation", "Person", "Organization", "Place", "Event")
_HEIGHT = 680

Record = dict[str, object]


@st.cache_resource(show_spinner=False)
def _layout(folder: str, made: float) -> Record:
    """Return the map's layout; `made` tells a graph that was built again."""
    return load_layout(Path(folder))


def show(explorer: Explorer) -> None:
    """Draw the map: the whole of it, some nodes with their neighbours, or a path."""
    words = explorer.words
    layout = _layout(str(explorer.folder), (explorer.folder / "manifest.json").stat().st_mtime)
    present = {node["type"] for node in layout["nodes"]}
    strongest = max((edge["count"] for edge in layout["edges"]), default=1)
    filters = ask_filters(explorer, [t for t in _TYPES if t in present], strongest)
    ask = st.query_params
    drawn, path = layout, None
    if ask.get("from") and ask.get("to"):
        show_bar(explorer)
        path = path_steps.found(str(explorer.folder), explorer.store, ask["from"], ask["to"])
        drawn = path_steps.show_head(explorer, path, ask["from"], ask["to"])
    elif ask.get("around"):
        show_bar(explorer)
        drawn = _around(explorer, layout)
    else:
        parts = communities(layout, words)
        show_bar(explorer, lambda: pick_community(explorer, parts))
        drawn = of_community(layout, ask.get("community"))
        _say_hidden(explorer, layout)
    free = path is not None
    picture = map_picture(
        drawn,
        **picture_words(explorer, "aria_map"),
        language=words.language,
        types=None if free else filters.types,
        themes=None if free else filters.themes,
        speeches=None if free else filters.speeches,
        min_weight=0 if free else filters.min_weight,
    )
    beside = _beside(explorer, path)
    _show(explorer, picture, beside)


@st.fragment
def _show(explorer: Explorer, picture: Record, beside: Callable[[], bool]) -> None:
    show_picture(explorer, picture, key="map", height=_HEIGHT, below=lambda: show_table(explorer, picture), beside=beside)
    if "go_to" in st.session_state:
        st.rerun()


def _beside(explorer: Explorer, path: list | None) -> Callable[[], bool]:
    """Return what draws above the details, and says whether it stands in their place."""

    def draw() -> bool:
        key = selected()
        if key is None and path:
            path_steps.show_steps(explorer, path)
            return True
        if key and data.relationship_parts(key) is None:
            show_gestures(explorer, key)
        return False

    return draw


def _around(explorer: Explorer, layout: Record) -> Record:
    """Return the ego view's nodes and lines; say what it is, how to leave it, and what is left out."""
    words, ask = explorer.words, st.query_params
    centres = [ask["around"], *(one for one in ask.get("grown", "").split(",") if one)]
    drawn, left_out = grown(layout, explorer.store, centres)
    name = next((words.name(node) for node in drawn["nodes"] if node["id"] == centres[0]), centres[0])
    with st.container(horizontal=True, key="ego_bar", vertical_alignment="center"):
        st.button(words("leave_ego", name=name), key="leave_ego", on_click=leave, type="tertiary")
        if left_out:
            full = len(drawn["nodes"]) >= MOST
            st.html(f'<p class="tifa-quiet">{words("ego_full", most=MOST) if full else words("ego_left_out", n=left_out, each=EACH)}</p>')
    return drawn


def _say_hidden(explorer: Explorer, layout: Record) -> None:
    """Say how many nodes the map leaves out, by type."""
    words, hidden = explorer.words, layout["hidden"]
    if hidden:
        parts = words("list_mark").join(f"{words(f'type_{label}')} {hidden[label]:,}" for label in _TYPES if label in hidden)
        st.html(f'<p class="tifa-quiet">{words("map_hidden", n=f"{sum(hidden.values()):,}", parts=parts)}</p>')


PLUGIN = View("map", 2, show)
