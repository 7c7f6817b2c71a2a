"""A path on the page: what it joins, each step in words with its number, and the first sentence behind each."""

from __future__ import annotations

from html import escape

import streamlit as st

from graph.stores.store import Store
from ui import data
from ui.data import relationship_key
from ui.evidence import item
from ui.explorer import Explorer, read_from, select_from
from ui.map_gestures import leave, name_of
from ui.neighbours import Tie
from ui.panels import show_details, show_text
from ui.paths import LONGEST, nodes_of, path_layout, shortest_path


@st.cache_data(show_spinner=False, max_entries=64)
def found(folder: str, _store: Store, source: str, target: str) -> list[Tie] | None:
    """Return the path between two nodes; `folder` is what the cache is kept by."""
    return shortest_path(_store, source, target)


def show_head(explorer: Explorer, path: list[Tie] | None, source: str, target: str) -> dict[str, object]:
    """Say what the path joins, or that there is none; return it as a layout."""
    words = explorer.words
    ends = {"source": name_of(explorer, source), "target": name_of(explorer, target)}
    with st.container(horizontal=True, key="path_bar", vertical_alignment="center"):
        st.html(f'<p class="tifa-lead">{words("path_head", n=len(path), **_safe(ends)) if path else words("path_none", most=LONGEST, **_safe(ends))}</p>')
        st.button(words("path_leave"), key="leave_path", on_click=leave, type="tertiary")
    if not path:
        return {"nodes": [], "edges": []}
    names = {one: {"name": name_of(explorer, one)} for one in nodes_of(path, source)}
    return path_layout(path, source, names)


def show_steps(explorer: Explorer, path: list[Tie]) -> None:
    """List the steps; a number opens all its sentences, below stands the first one of each."""
    words = explorer.words
    rows, places, bare = [], [], 0
    for number, tie in enumerate(path, 1):
        key = relationship_key(tie.kind, tie.start, tie.end)
        record = data.relationship(explorer.store, key) or {}
        text = words(f"sentence_{tie.kind}", source=name_of(explorer, tie.start), target=name_of(explorer, tie.end))
        references = list(record.get("evidence") or []) or _span_of(record)
        shown = data.evidence(explorer.store, references[:1], tie.start if tie.kind == "ABOUT" else tie.end)
        bare += not shown
        places += shown
        rows.append({"id": tie.other, "type": data.label_of(tie.end), "name": f"{number}. {text}", "count": max(1, len(references)), "edge": key, "parts": ""})
    show_details(
        {
            "type": "Theme",
            "typeName": words("path"),
            "name": words("path_steps", n=len(path)),
            "subtitle": words("path_no_claim"),
            "facts": [],
            "groups": [{"title": words("path_each"), "note": words("path_bare", n=bare) if bare else "", "rows": rows}],
            "shown": LONGEST,
            "whole": True,
            "words": {"more": words("more"), "show_evidence": words("show_evidence")},
        },
        key="details",
        on_open=select_from("details", "open", "id"),
        on_evidence=select_from("details", "evidence", "edge"),
    )
    if places:
        shown_words = {name: words(name) for name in ("read", "copy", "copied", "copy_failed")}
        texts = {"mode": "evidence", "items": [item(place, explorer) for place in places], "words": shown_words}
        show_text(texts, key="path_evidence", on_open=select_from("path_evidence", "open", "id"), on_read=read_from("path_evidence"))


def _span_of(record: dict[str, object]) -> list[str]:
    """Return where a relationship stands that has a span and no list of evidence (a quotation's)."""
    if "start" in record and str(record.get("source", "")).startswith("speech-"):
        return [f"{record['source']}#{record['start']}-{record['end']}"]
    return []


def _safe(names: dict[str, str]) -> dict[str, str]:
    return {key: escape(name) for key, name in names.items()}
