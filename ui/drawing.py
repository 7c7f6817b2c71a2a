"""The picture with the details beside it, shared by the overview and the map; and the picture's words."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from graph.model import NODE_LABELS, RELATIONSHIP_TYPES
from ui.component import draw_graph
from ui.data import relationship_key, relationship_parts
from ui.details import show_selected
from ui.explorer import Explorer, select, selected

Picture = dict[str, object]

_WORDS = ("texts", "themes", "formulations", "sentences", "mentions", "per_hundred", "own", "inside", "absent", "opposed", "widths")
_GENRES = ("讲话", "交流发言", "学习体会", "表态发言", "报告", "新闻", "文章", "其他")


def picture_words(explorer: Explorer, aria: str) -> dict[str, dict[str, str]]:
    """Return the arguments `words`, `names` and `relations` of `graph.picture`."""
    words = explorer.words
    return {
        "words": {"aria": words(aria), **{key: words(f"picture_{key}") for key in _WORDS}},
        "names": {
            **{label: words(f"type_{label}") for label in NODE_LABELS},
            **{genre: words(f"value_{genre}") for genre in _GENRES},
        },
        "relations": {kind: words(f"kind_{kind}") for kind in RELATIONSHIP_TYPES},
    }


def show_picture(
    explorer: Explorer,
    picture: Picture,
    *,
    key: str,
    height: int,
    below: Callable[[], None] | None = None,
    beside: Callable[[], bool] | None = None,
) -> None:
    """Draw a picture, the details of what is selected beside it, and `below` the picture what belongs there.

    `beside` draws above the details, and says whether that stands in their place.
    """
    st.session_state[f"{key}_edges"] = {edge["id"]: _key_of(edge) for edge in picture["edges"]}
    with st.container(key=f"split_{key}"):
        canvas, side = st.columns([2.6, 1], gap="medium")
        with canvas:
            if picture["nodes"]:
                draw_graph(
                    picture,
                    key=key,
                    height=height,
                    selected=_selection(picture),
                    on_select=lambda: _on_select(key),
                    on_open=lambda: _on_open(key),
                )
            else:
                st.html(f'<p class="tifa-hint">{explorer.words("nothing_left")}</p>')
            if below:
                below()
        with side:
            if beside is None or not beside():
                show_selected(explorer, selected())


def _key_of(edge: dict[str, object]) -> str:
    """Return the key of a drawn edge; the columns draw ABOUT from the theme to the formulation, against its arrow."""
    ends = (str(edge["from"]), str(edge["to"]))
    if edge["type"] == "ABOUT" and "-" in ends[1] and "-" not in ends[0]:
        ends = (ends[1], ends[0])
    return relationship_key(str(edge["type"]), *ends)


def _selection(picture: Picture) -> dict[str, str] | None:
    """Return what the address selects as the component knows it, None where the picture has it not."""
    key = selected()
    if key is None:
        return None
    if relationship_parts(key) is None:
        return {"kind": "node", "id": key} if any(node["id"] == key for node in picture["nodes"]) else None
    found = next((str(edge["id"]) for edge in picture["edges"] if _key_of(edge) == key), None)
    return {"kind": "edge", "id": found} if found else None


def _on_select(key: str) -> None:
    chosen = (st.session_state.get(key) or {}).get("selected")
    if not chosen:
        select(None)
    elif chosen["kind"] == "node":
        select(chosen["id"])
    else:
        select(st.session_state[f"{key}_edges"].get(chosen["id"]))


def _on_open(key: str) -> None:
    """Ask for the ego view of the node that was double-clicked."""
    opened = (st.session_state.get(key) or {}).get("opened")
    if opened:
        select(opened)
        st.session_state["go_to"] = {"view": "map", "around": opened, "sel": opened}
