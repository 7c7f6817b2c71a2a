"""Which graph this process shows: the one named on the command line, until another one is opened on the page."""

from __future__ import annotations

import sys
from pathlib import Path

import streamlit as st

from graph.stores.store import Store


def reopen(folder: Path, store: Store | None = None) -> None:
    """Show a graph folder from the next run on, for all who look; what was kept of the old one is forgotten.

    Args:
        store: the store that was open, to be closed.

    Raises:
        InputError: the folder is no graph.
    """
    from graph.folder import read_manifest

    read_manifest(folder)
    sys.argv[1] = str(folder)  # ui/app.py opens what the command line names
    st.cache_data.clear()
    st.cache_resource.clear()
    if store is not None:
        store.close()
