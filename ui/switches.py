"""A row of choices of which one holds; it stands in the address by its id, which no language changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st


def switch(name: str, options: Sequence[str], shown: Callable[[str], str], label: str) -> str:
    """Draw the row and return the option that the address names under `name`, the first without one."""
    named = st.query_params.get(name)
    chosen = named if named in options else options[0]
    key = f"switch_{name}"
    st.session_state[key] = chosen
    st.segmented_control(
        label, options, format_func=shown, key=key, required=True, label_visibility="collapsed", on_change=_note, args=(name, key)
    )
    return chosen


def _note(name: str, key: str) -> None:
    chosen = st.session_state.get(key)
    if chosen:
        st.query_params[name] = chosen
