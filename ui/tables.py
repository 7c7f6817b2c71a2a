"""The same nodes and lines as a table: for those who do not see the picture, and to sort and download."""

from __future__ import annotations

import streamlit as st

from ui.explorer import Explorer


def show_table(explorer: Explorer, picture: dict[str, object]) -> None:
    """Draw a picture's lines as a table, closed at first."""
    words = explorer.words
    names = {node["id"]: node["full"] for node in picture["nodes"]}
    with st.expander(words("as_table")):
        rows = sorted(picture["edges"], key=lambda edge: (-edge["count"], names[edge["from"]], names[edge["to"]]))
        st.dataframe(
            {
                words("table_from"): [names[edge["from"]] for edge in rows],
                words("table_to"): [names[edge["to"]] for edge in rows],
                words("table_kind"): [words(f"kind_{edge['type']}") for edge in rows],
                words("fact_count"): [edge["count"] for edge in rows],
            },
            hide_index=True,
        )
