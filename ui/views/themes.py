"""主题: how much of each theme a speech holds, where, and in which words; every cell opens its sentences."""

from __future__ import annotations

import streamlit as st

from ui.bar import show_bar
from ui.data import relationship_key
from ui.details import show_selected
from ui.explorer import Explorer, View, select, selected
from ui.panels import show_heat


def show(explorer: Explorer) -> None:
    """Draw the heat map of themes by speeches."""
    words = explorer.words
    show_bar(explorer)
    if not explorer.overview["themes"]:
        st.html(f'<p class="tifa-hint">{words("no_themes")}</p>')
        return
    st.html(f'<p class="tifa-lead">{words("themes_lead")}</p>')
    with st.container(horizontal=True):
        values = st.toggle(words("show_values"), key="heat_values", bind="query-params")
    _show_heat(explorer, values)


@st.fragment
def _show_heat(explorer: Explorer, values: bool) -> None:
    with st.container(key="split_heat"):
        table, side = st.columns([2.6, 1], gap="large")
        with table:
            show_heat(_table(explorer, values), key="heat", on_selected=_selected)
        with side:
            show_selected(explorer, selected())
    if "go_to" in st.session_state:
        st.rerun()


def _selected() -> None:
    cell = (st.session_state.get("heat") or {}).get("selected")
    if cell:
        select(relationship_key("EXPRESSES", cell["column"], cell["row"]))


def _table(explorer: Explorer, values: bool) -> dict[str, object]:
    words, overview = explorer.words, explorer.overview
    cells = {}
    for row in overview["expresses"]:
        cells[f"{row['theme']} {row['speech']}"] = {
            "share": row["weight"],
            "count": row["count"],
            "title": words("cell_title", n=row["count"], share=f"{row['weight']:.0%}"),
        }
    chosen = (selected() or "").split("~")
    return {
        "rows": [{"id": t["id"], "name": words.name(t), "title": words.name(t)} for t in overview["themes"]],
        "columns": [{"id": s["id"], "name": s["name"], "title": s["name"]} for s in overview["speeches"]],
        "cells": cells,
        "top": max((cell["share"] for cell in cells.values()), default=1),
        "values": values,
        "selected": {"row": chosen[2], "column": chosen[1]} if len(chosen) == 3 else None,
        "words": {"none": words("cell_none")},
    }


PLUGIN = View("themes", 4, show)
