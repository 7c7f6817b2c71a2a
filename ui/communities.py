"""The map's communities: nodes tied to each other more than to the rest, named by their strongest members."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from ui.explorer import Explorer
from ui.language import Words

Record = dict[str, object]

_NAMES = 3


def communities(layout: Mapping[str, object], words: Words) -> list[tuple[str, str, int]]:
    """Return number, name and size of each community, the largest first; a single node is none."""
    members: dict[int, list[Record]] = {}
    for node in layout["nodes"]:
        members.setdefault(int(node["community"]), []).append(node)
    found = []
    for number, nodes in sorted(members.items()):
        if len(nodes) > 1:
            first = sorted(nodes, key=lambda node: (node["type"] == "Speech", -node["count"], node["id"]))[:_NAMES]
            name = words("list_mark").join(_short(words.name(node) if node["type"] == "Theme" else str(node["name"])) for node in first)
            found.append((str(number), name, len(nodes)))
    return found


def _short(name: str) -> str:
    return name if len(name) <= 16 else f"{name[:15]}…"


def of_community(layout: Record, number: str | None) -> Record:
    """Return the part of a layout that is one community; the whole where there is none of this number."""
    nodes = [node for node in layout["nodes"] if str(node["community"]) == number]
    if not nodes:
        return layout
    ids = {node["id"] for node in nodes}
    return {"nodes": nodes, "edges": [edge for edge in layout["edges"] if edge["from"] in ids and edge["to"] in ids]}


def pick_community(explorer: Explorer, parts: Sequence[tuple[str, str, int]]) -> None:
    """Draw the choice of a community; without one the whole map is drawn."""
    words = explorer.words
    names = {number: words("community_option", name=name, n=size) for number, name, size in parts}
    named = st.query_params.get("community")
    key = f"community_{words.language}"
    st.session_state[key] = named if named in names else None
    st.selectbox(
        words("community"),
        list(names),
        format_func=lambda number: names.get(number, number),
        key=key,
        placeholder=words("community_all"),
        label_visibility="collapsed",
        width=300,
        on_change=lambda: _note(st.session_state.get(key)),
    )


def _note(number: str | None) -> None:
    if number is None:
        st.query_params.pop("community", None)
    else:
        st.query_params["community"] = number
