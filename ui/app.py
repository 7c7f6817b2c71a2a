"""The explorer's page: opens the graph named on the command line, and shows the view that the address names."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path

import streamlit as st

from extract.errors import TifaError
from extract.registry import plugins
from ui.explorer import Explorer, View, follow
from ui.grouping import chosen
from ui.language import LANGUAGES, Words
from ui.look import css
from ui.panels import mount_shell


@st.cache_resource(show_spinner=False)
def _open(folder: str) -> tuple[object, dict[str, object]]:
    """Open a graph folder once for all who look at it."""
    from graph.derived import derive, load_overview
    from graph.stores.arcade import open_store

    derive(Path(folder))
    return open_store(Path(folder)), load_overview(Path(folder))


def _language() -> str:
    """Return the language of the address, else the one chosen before, else the browser's."""
    browser = "zh" if (st.context.locale or "").lower().startswith("zh") else "en"
    named = st.query_params.get("lang") or st.session_state.get("spoken")
    st.session_state["spoken"] = named if named in LANGUAGES else browser
    return st.session_state["spoken"]


def _pages(views: list[View], explorer: Explorer) -> dict[str, object]:
    words = explorer.words
    return {
        view.name: st.Page(
            (lambda v=view: v.show(explorer)),
            title=words(f"view_{view.name}"),
            url_path=view.name,
            default=view.order == 1,
        )
        for view in views
    }


def main() -> None:
    """Draw the page."""
    icon = (files("ui") / "icon.svg").read_text("utf-8")  # a named icon would be fetched from the network
    st.set_page_config(page_title="提法 Tifa", page_icon=icon, layout="wide", initial_sidebar_state="collapsed")
    words, dark = Words(_language()), st.context.theme.type == "dark"
    st.html(f"<style>{css(dark)}</style>")
    try:
        store, overview = _open(sys.argv[1])
    except TifaError as error:
        st.error(str(error))
        return
    explorer = Explorer(Path(sys.argv[1]), store, chosen(overview, words), words, dark)
    views = sorted((v for v in plugins("ui.views")), key=lambda v: v.order)
    pages = _pages(views, explorer)
    page = st.navigation(list(pages.values()), position="top")
    follow(pages, explorer)
    mount_shell(words.language)
    page.run()


main()
