"""What one can do on the map with the node that is selected: bring its neighbours, begin or end a path at it."""

from __future__ import annotations

import streamlit as st

from ui import data
from ui.explorer import Explorer, select

_PLACES = ("around", "grown", "from", "to", "community")


def show_gestures(explorer: Explorer, node_id: str) -> None:
    """Draw the buttons above the details of a node."""
    words, ask = explorer.words, st.query_params
    begun = ask.get("from")
    with st.container(horizontal=True, key="gestures"):
        st.button(words("expand"), key="expand", on_click=_expand, args=(node_id,), type="tertiary", help=words("expand_help"))
        if begun and begun != node_id and not ask.get("to"):
            name = name_of(explorer, begun)
            st.button(words("path_to_here", name=name), key="path_to", on_click=_end_path, args=(node_id,), type="tertiary")
        elif begun != node_id:
            st.button(words("path_from_here"), key="path_from", on_click=_begin_path, args=(node_id,), type="tertiary")
        else:
            st.html(f'<p class="tifa-quiet">{words("path_choose")}</p>')


def name_of(explorer: Explorer, node_id: str) -> str:
    """Return a node's name in the reader's language, its id where the graph has it not."""
    record = data.node(explorer.store, node_id) or {}
    if data.label_of(node_id) == "Theme":
        return explorer.words.name(record) or node_id
    return str(record.get("name") or record.get("text") or node_id)


def leave() -> None:
    """Go back to the whole map."""
    for place in _PLACES:
        st.query_params.pop(place, None)
    st.session_state["go_to"] = {"view": "map"}
    select(None)


def _expand(node_id: str) -> None:
    """Add a node's neighbours to the picture; on the whole map, begin with the node alone."""
    ask = st.query_params
    here = {"view": "map", "sel": node_id}
    if ask.get("around") and not (ask.get("from") and ask.get("to")):
        before = [one for one in ask.get("grown", "").split(",") if one and one != node_id]
        grown = before if node_id == ask["around"] else [*before, node_id]
        here |= {"around": ask["around"], **({"grown": ",".join(grown)} if grown else {})}
    else:
        here["around"] = node_id
    st.session_state["go_to"] = here


def _begin_path(node_id: str) -> None:
    st.query_params.pop("to", None)
    st.query_params["from"] = node_id


def _end_path(node_id: str) -> None:
    st.session_state["go_to"] = {"view": "map", "from": st.query_params["from"], "to": node_id}
