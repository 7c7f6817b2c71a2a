"""The graph component on a Streamlit page: a thin wrapper around ui/frontend/graph.js (sources in ui/canvas)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

Selection = Mapping[str, str]
"""What is selected: `{"kind": "node" | "edge", "id": …}`."""


@cache
def _component() -> Callable[..., object]:
    # The default isolates styles in a shadow root; the canvas needs the page's theme variables, and brings no styles.
    from streamlit.components.v2 import component

    return component("tifa.graph", js="graph.js", isolate_styles=False)


def draw_graph(
    picture: Mapping[str, object],
    *,
    key: str,
    height: int,
    selected: Selection | None = None,
    on_select: Callable[[], None],
    on_open: Callable[[], None] | None = None,
) -> Selection | None:
    """Draw a picture (see `graph.picture`) and return what the reader has selected.

    Args:
        key: names the component; its state is `st.session_state[key]`, with `selected` (kept over reruns) and
            `opened` (the id of a node that was double-clicked, for one rerun).
        height: pixels; columns take more where their rows need it.
        selected: what the page itself has selected (from a search, a table or the address).
        on_select: called after each change of the selection, also to nothing. on_open: after a double click.
    """
    given = dict(selected) if selected else None
    result = _component()(
        key=key,
        data={"picture": dict(picture), "height": height, "selected": given, "testid": key},
        default={"selected": given},
        height="content",
        on_selected_change=on_select,
        on_opened_change=on_open or _nothing,
    )
    return result.selected


def _nothing() -> None:
    """A trigger without a callback would not be declared, and so not be sent."""
