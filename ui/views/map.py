"""图谱: what is connected with what, each thing at a place of its own that filters do not change."""

from __future__ import annotations

import streamlit as st

from graph.derived import load_layout
from graph.picture import map_picture
from ui.bar import show_bar
from ui.drawing import picture_words, show_picture
from ui.explorer import Explorer, View, select
from ui.filters import ask_filters
from ui.tables import show_table

_TYPES = ("Speech", "Theme", "Principle", "Slogan", "Document", "Quotation", "Person", "Organization", "Place", "Event")
_HEIGHT = 680


@st.cache_resource(show_spinner=False)
def _layout(folder: str) -> dict[str, object]:
    from pathlib import Path

    return load_layout(Path(folder))


def show(explorer: Explorer) -> None:
    """Draw the map, the whole of it or one node with its neighbours."""
    words, layout = explorer.words, _layout(str(explorer.folder))
    present = {node["type"] for node in layout["nodes"]}
    strongest = max((edge["count"] for edge in layout["edges"]), default=1)
    filters = ask_filters(explorer, [t for t in _TYPES if t in present], strongest)
    around = st.query_params.get("around")
    show_bar(explorer)
    if around:
        name = next((words.name(node) for node in layout["nodes"] if node["id"] == around), around)
        st.button(words("leave_ego", name=name), key="leave_ego", on_click=_leave, type="tertiary")
    picture = map_picture(
        layout,
        **picture_words(explorer, "aria_map"),
        language=words.language,
        types=filters.types,
        themes=filters.themes,
        speeches=filters.speeches,
        min_weight=filters.min_weight,
        around=around,
    )
    _show(explorer, picture)


@st.fragment
def _show(explorer: Explorer, picture: dict[str, object]) -> None:
    show_picture(explorer, picture, key="map", height=_HEIGHT, below=lambda: show_table(explorer, picture))
    if "go_to" in st.session_state:
        st.rerun()


def _leave() -> None:
    st.query_params.pop("around", None)
    select(None)


PLUGIN = View("map", 2, show)
