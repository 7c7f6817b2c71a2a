"""主题: how much of each theme a speech holds, where, beside which others, and in which words."""

from __future__ import annotations

import streamlit as st

from ui import carried
from ui.bar import show_bar
from ui.data import PAGE, relationship_key
from ui.details import show_selected
from ui.evidence import show_evidence
from ui.explorer import Explorer, View, select, select_from, selected
from ui.flow import beside_data, flow_data, in_order
from ui.grouping import pick_grouping
from ui.panels import show_details, show_flow, show_heat
from ui.switches import switch

_PARTS = ("heat", "beside", "flow", "words")


def show(explorer: Explorer) -> None:
    """Draw the part of the view that the address names: heat map, co-occurrence, flow, or words side by side."""
    words = explorer.words
    show_bar(explorer)
    if not explorer.overview["themes"]:
        st.html(f'<p class="tifa-hint">{words("no_themes")}</p>')
        return
    with st.container(horizontal=True, key="themes_bar", vertical_alignment="center"):
        part = switch("part", _PARTS, lambda one: words(f"themes_part_{one}"), words("view_themes"))
        values = part == "heat" and st.toggle(words("show_values"), key="heat_values", bind="query-params")
        theme = _pick_theme(explorer) if part == "words" else None
        pick_grouping(explorer)
    st.html(f'<p class="tifa-lead">{words(f"themes_lead_{part}" if part != "heat" else "themes_lead")}</p>')
    _show(explorer, part, values, theme)


@st.fragment
def _show(explorer: Explorer, part: str, values: bool, theme: str | None) -> None:
    with st.container(key="split_heat"):
        picture, side = st.columns([2.6, 1], gap="large")
        with picture:
            if part == "heat":
                show_heat(_table(explorer, values), key="heat", on_selected=_selected_in("heat"))
            elif part == "beside":
                table = beside_data(explorer.store, explorer.overview, explorer.words, selected())
                show_heat(table, key="beside", on_selected=_selected_beside)
            elif part == "flow":
                show_flow(flow_data(explorer.overview, explorer.words, selected()), key="flow", on_selected=_selected_in("flow"))
            else:
                _show_words(explorer, theme)
        with side:
            if part == "words" and not selected() and st.query_params.get("carried"):
                _show_carried(explorer, theme)
            else:
                show_selected(explorer, selected())
    if "go_to" in st.session_state:
        st.rerun()


def _selected_in(key: str):
    """Return a callback that selects the theme in the speech of a cell; of a group of speeches, the theme."""

    def run() -> None:
        cell = (st.session_state.get(key) or {}).get("selected")
        if cell:
            group = str(cell["column"]).startswith("group-")
            select(cell["row"] if group else relationship_key("EXPRESSES", cell["column"], cell["row"]))

    return run


def _selected_beside() -> None:
    cell = (st.session_state.get("beside") or {}).get("selected")
    if cell:
        select(relationship_key("CO_OCCURS", *sorted((cell["row"], cell["column"]))))


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
    columns = [(s["id"], s["name"]) for s in overview["speeches"]]
    return {
        "rows": [{"id": t["id"], "name": words.name(t), "title": words.name(t)} for t in overview["themes"]],
        "columns": [{"id": key, "name": name, "title": name} for key, name in columns],
        "cells": cells,
        "top": max((cell["share"] for cell in cells.values()), default=1),
        "values": values,
        "selected": {"row": chosen[2], "column": chosen[1]} if len(chosen) == 3 else None,
        "words": {"none": words("cell_none")},
    }


def _pick_theme(explorer: Explorer) -> str:
    """Draw the choice of the theme and return it; the strongest where the address names none."""
    words = explorer.words
    themes = {t["id"]: t for t in sorted(explorer.overview["themes"], key=lambda t: (-t["count"], t["id"]))}
    named = st.query_params.get("theme")
    chosen = named if named in themes else next(iter(themes))
    key = f"carried_theme_{words.language}"
    st.session_state[key] = chosen
    st.selectbox(
        words("type_Theme"),
        list(themes),
        format_func=lambda one: words.name(themes[one]),
        key=key,
        label_visibility="collapsed",
        width=260,
        on_change=lambda: _choose_theme(st.session_state.get(key)),
    )
    return chosen


def _choose_theme(theme: str | None) -> None:
    if theme:
        st.query_params["theme"] = theme
        st.query_params.pop("carried", None)


def _show_words(explorer: Explorer, theme: str) -> None:
    """Draw one list a speech, or a group of speeches, in the order of their dates."""
    words, overview = explorer.words, explorer.overview
    speeches = in_order(overview["speeches"])
    if overview["grouping"]:
        found = carried.carried_of_groups(overview, theme)
    else:
        found = carried.carried(explorer.store, theme, [str(one["id"]) for one in speeches])
    groups = []
    for speech in speeches:
        rows = [_carried_row(str(speech["id"]), row, bool(overview["grouping"])) for row in found[speech["id"]]]
        title = str(speech["name"])
        groups.append({"title": title, "note": "" if rows else words("carried_none"), "rows": rows})
    show_details(
        {
            "type": "Theme",
            "typeName": words("type_Theme"),
            "name": words.name(next(t for t in overview["themes"] if t["id"] == theme)),
            "subtitle": "",
            "facts": [],
            "groups": groups,
            "beside": True,
            "shown": 14,
            "words": {"more": words("more"), "show_evidence": words("show_evidence")},
        },
        key="carried",
        on_open=select_from("carried", "open", "id"),
        on_evidence=_open_carried,
    )


def _carried_row(speech: str, row: dict[str, object], grouped: bool) -> dict[str, object]:
    edge = None if grouped else f"{speech}~{row['id']}"
    return {"id": row["id"], "name": row["name"], "type": row["label"], "count": row["count"], "edge": edge, "parts": ""}


def _open_carried() -> None:
    value = (st.session_state.get("carried") or {}).get("evidence")
    if value:
        select(None)
        st.query_params["carried"] = value["edge"]
        st.session_state["evidence_page"] = 1


def _show_carried(explorer: Explorer, theme: str) -> None:
    """Draw the sentences behind one number of the lists."""
    words = explorer.words
    speech, _, formulation = str(st.query_params["carried"]).partition("~")
    page = int(st.session_state.get("evidence_page", 1))
    found, total = carried.places(explorer.store, theme, speech, formulation, (page - 1) * PAGE)
    st.html(f'<p class="tifa-note">{words("carried_note")}</p>')
    show_evidence(explorer, found, total, key="evidence")


PLUGIN = View("themes", 4, show)
