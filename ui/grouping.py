"""Many texts stand in groups: by year, level or organ, as the reader chooses; a group opens the list of its texts."""

from __future__ import annotations

import streamlit as st

from ui.explorer import Explorer, select_from
from ui.language import Words
from ui.panels import show_details
from ui.switches import switch

Record = dict[str, object]

GROUPINGS = ("year", "level", "organ")
"""As `graph.overview` makes them, in the order of the choice."""


def chosen(overview: Record, words: Words) -> Record:
    """Return the overview by the grouping that the address names (`by`), its groups named in the reader's language."""
    groupings = overview["groupings"]
    if not groupings:
        return overview
    by = st.query_params.get("by")
    found = groupings[by] if by in groupings else overview
    return {**found, "groupings": groupings, "speeches": [_named(row, words) for row in found["speeches"]]}


def _named(row: Record, words: Words) -> Record:
    name = str(row["name"])
    name = words(f"value_{name}") if words.has(f"value_{name}") else name
    return {**row, "name": words("group_of_texts", name=name, n=f"{row['texts']:,}")}


def pick_grouping(explorer: Explorer) -> None:
    """Draw the choice of the grouping, where the texts are grouped."""
    words, groupings = explorer.words, explorer.overview["groupings"]
    if groupings:
        switch("by", [by for by in GROUPINGS if by in groupings], lambda by: words(f"grouping_{by}"), words("grouping"))


def group_in(key: str) -> str | None:
    """Return the group of texts that a selection is or begins at, None where there is none."""
    return next((part for part in key.split("~")[:2] if part.startswith("group-")), None)


def show_group(explorer: Explorer, group: str) -> None:
    """List the first texts of a group."""
    words = explorer.words
    row = next((one for one in explorer.overview["speeches"] if one["id"] == group), None)
    if row is None:
        st.html(f'<p class="tifa-hint">{words("not_in_graph")}</p>')
        return
    names = [{"id": one, "name": explorer.name_of(one), "type": "Speech", "count": None, "edge": None, "parts": ""} for one in row["members"]]
    note = words("group_first", n=len(names)) if row["texts"] > len(names) else ""
    show_details(
        {
            "type": "Speech",
            "typeName": words("group"),
            "name": row["name"],
            "subtitle": "",
            "facts": [],
            "groups": [{"title": words("filter_speeches"), "note": note, "rows": names}],
            "shown": 20,
            "words": {"more": words("more"), "show_evidence": words("show_evidence")},
        },
        key="details",
        on_open=select_from("details", "open", "id"),
        on_evidence=select_from("details", "evidence", "edge"),
    )
