"""The button that downloads the open graph as one HTML file, made when it is pressed."""

from __future__ import annotations

import tempfile
from pathlib import Path

import streamlit as st

from ui.explorer import Explorer


def offer_snapshot(explorer: Explorer) -> None:
    """Draw the download button."""
    words = explorer.words
    st.download_button(
        words("snapshot"),
        data=lambda: make_snapshot(explorer.folder, words.language),
        file_name="tifa.html",
        mime="text/html",
        key="snapshot",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )


def make_snapshot(folder: Path, language: str) -> bytes:
    """Return the snapshot of a graph folder as the bytes of an HTML page."""
    from graph.exporters.html_page import PLUGIN
    from graph.folder import load

    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "tifa.html"
        PLUGIN.write(load(folder), path)
        return path.read_bytes()
