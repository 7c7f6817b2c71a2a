"""The sidebar: which texts, themes and types are drawn, and how strong a line must be. The legend is the type filter."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import streamlit as st

from ui.explorer import Explorer

Record = dict[str, object]


@dataclass(frozen=True, slots=True)
class Filters:
    """What is drawn; None means everything."""

    types: Collection[str] | None
    themes: Collection[str] | None
    speeches: Collection[str] | None
    min_weight: int


def ask_filters(explorer: Explorer, types: Sequence[str], strongest: int) -> Filters:
    """Draw the filters and return what was chosen.

    Args:
        types: the node types of the picture, in the legend's order.
        strongest: the count of the strongest line, the upper end of the slider.
    """
    words, overview = explorer.words, explorer.overview
    with st.sidebar:
        st.html(f'<h4 class="tifa-side">{words("filters")}</h4>')
        chosen = st.pills(
            words("filter_types"),
            types,
            selection_mode="multi",
            default=types,
            format_func=lambda t: words(f"type_{t}"),
            key=f"types_{len(types)}",
            bind="query-params",
            persist_state="session",
        )
        speeches = _choose(explorer, "speeches", {str(s["id"]): str(s["name"]) for s in overview["speeches"]})
        themes = _choose(explorer, "themes", {str(t["id"]): words.name(t) for t in overview["themes"]})
        least = 1
        if strongest > 1:
            least = st.slider(
                words("filter_weight"), 1, strongest, 1, key="min_weight", bind="query-params", persist_state="session"
            )
    all_types = not chosen or len(chosen) == len(types)
    return Filters(None if all_types else chosen, themes or None, speeches or None, 0 if least == 1 else least)


def _choose(explorer: Explorer, name: str, options: dict[str, str]) -> list[str]:
    return st.multiselect(
        explorer.words(f"filter_{name}"),
        list(options),
        format_func=lambda key: options.get(key, key),
        key=f"only_{name}",
        placeholder=explorer.words("all"),
        bind="query-params",
        persist_state="session",
    )
