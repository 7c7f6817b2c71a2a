"""Below the first picture: what stands out, in words, each a link; and one quiet line about what the counts mean."""

from __future__ import annotations

import streamlit as st

from graph.derived import load_suggestions
from graph.model import FORMULATIONS
from ui.explorer import Explorer, select

_LISTED = 500


def show_findings(explorer: Explorer) -> None:
    """Draw the findings; what the collection does not support is not said."""
    words, overview = explorer.words, explorer.overview
    found = overview["findings"]
    with st.container(key="findings", gap=None):
        if found["most_shared"]:
            first = found["most_shared"][0]
            text = words("finding_shared", name=first["name"], texts=first["speeches"], total=found["texts"], n=first["count"])
            _line(text, str(first["id"]))
        if found["most_quoted"]:
            first = found["most_quoted"][0]
            _line(words("finding_quoted", name=first["name"], n=first["count"]), str(first["id"]))
        if found["rare_themes"]:
            first = found["rare_themes"][0]
            text = words("finding_rare", name=words.name(first), k=first["speeches"], total=found["texts"])
            _line(text, str(first["id"]))
        only_one = int(found["only"].get("1", 0))
        st.html(f'<p class="tifa-quiet">{words("finding_only", n=only_one, shared=found["shared"])}</p>')
    _quiet_line(explorer)


def _line(text: str, key: str) -> None:
    st.button(text, key=f"finding_{key}", type="tertiary", on_click=select, args=(key,))


def _quiet_line(explorer: Explorer) -> None:
    words, overview = explorer.words, explorer.overview
    hidden = overview["hidden"]["formulations"]
    with st.container(horizontal=True, vertical_alignment="center", key="quiet"):
        st.html(f'<p class="tifa-quiet">{words("quiet_line", n=overview["total"]["speeches"])}</p>')
        if hidden:
            with st.popover(words("hidden_formulations", n=hidden), type="tertiary"):
                _show_all(explorer)


def _show_all(explorer: Explorer) -> None:
    """List all formulations of the collection, the most shared first."""
    words = explorer.words
    found = [row for row in load_suggestions(explorer.folder) if row["label"] in FORMULATIONS]
    rows = sorted(found, key=lambda row: (-row["texts"], -row["count"], row["name"]))[:_LISTED]
    st.dataframe(
        {
            words("type_Principle"): [row["name"] for row in rows],
            words("fact_kind"): [words(f"type_{row['label']}") for row in rows],
            words("filter_speeches"): [row["texts"] for row in rows],
            words("fact_count"): [row["count"] for row in rows],
        },
        hide_index=True,
        height=420,
        width=560,
    )
