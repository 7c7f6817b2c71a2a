"""Carrying out a change of the collection: build it with progress, open what was built, tell what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from extract.errors import TifaError
from ui import collection
from ui.collection import Collection, Outcome
from ui.explorer import Explorer
from ui.opening import reopen

Line = tuple[str, dict[str, object]]
"""A key of the dictionary and its slots."""


def change(explorer: Explorer, make: Callable[[Collection], tuple[Collection, Sequence[Outcome]]], done: Line) -> bool:
    """Change the open collection and build it; the page stays, the graph behind it is the new one.

    Args:
        make: returns the changed collection and what became of each text.
        done: what to say when it is built.

    Returns:
        whether something was built. What went wrong is drawn.
    """
    words = explorer.words
    outcomes: Sequence[Outcome] = ()
    with st.status(words("building"), expanded=True) as status:
        try:
            folder = collection.own_folder(explorer.folder)
            before = collection.collection_of(folder)
            after, outcomes = make(before)
            if after == before and outcomes:
                status.update(label=words("nothing_changed"), state="complete")
                tell(explorer, [], outcomes, explorer.folder)
                return False
            bar = st.progress(0.0, words("build_reading", done=0, total=len(after.speeches)))
            built = collection.build(
                after, lambda n, total: bar.progress(n / total, words("build_reading", done=n, total=total))
            )
            bar.progress(1.0, words("build_opening"))
            reopen(folder, explorer.store)
        except TifaError as error:
            status.update(label=words("build_failed"), state="error")
            tell(explorer, [("build_failed_why", {"why": str(error)})], outcomes, explorer.folder)
            return False
    lines = [done, ("build_done", {"read": len(after.speeches) - built.reused, "kept": built.reused})]
    tell(explorer, lines, outcomes, folder)
    return True


def tell(explorer: Explorer, lines: Sequence[Line], outcomes: Sequence[Outcome], folder: object) -> None:
    """Keep what happened, to be shown above the list until the next change."""
    moved = str(folder) if str(folder) != str(explorer.folder) else None
    st.session_state["corpus_report"] = {"lines": list(lines), "outcomes": list(outcomes), "folder": moved}
