"""The panel that opens another graph folder: one of the user's own, or any by its path."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from extract.errors import TifaError
from ui import collection
from ui.explorer import Explorer
from ui.opening import reopen


def show_open(explorer: Explorer) -> None:
    """Draw the graphs that can be opened."""
    words = explorer.words
    st.html(f'<p class="tifa-quiet">{words("open_now")}</p>')
    st.code(str(explorer.folder), language=None, wrap_lines=True)
    others = [path for path in collection.own_graphs() if path != explorer.folder]
    for path in others:
        if st.button(words("open_seeds") if path.name == "seeds" else path.name, key=f"open_{path.name}"):
            _open(explorer, path)
    with st.form("open", border=False):
        named = st.text_input(words("open_path"), key="open_path")
        if st.form_submit_button(words("open_do")) and named.strip():
            _open(explorer, Path(named.strip()).expanduser().resolve())


def _open(explorer: Explorer, folder: Path) -> None:
    try:
        reopen(folder, explorer.store)
    except TifaError as error:
        st.error(str(error))
        return
    st.session_state.pop("corpus_report", None)
    st.query_params.pop("sel", None)
    st.rerun()
