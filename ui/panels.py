"""The explorer's small components: a speech or evidence (text), a node's facts (details), the heat map, the page.

Each function mounts one component; what the reader does in it arrives as a callback. Data are plain JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

Json = Mapping[str, object]


@cache
def _component(name: str) -> Callable[..., object]:
    from streamlit.components.v2 import component

    return component(f"tifa.{name}", js=f"{name}.js", isolate_styles=False)


def show_text(data: Json, *, key: str, on_open: Callable[[], None], on_read: Callable[[], None]) -> None:
    """Draw a speech (`mode` reader) or evidence sentences (`mode` evidence); see frontend/text.js for the data."""
    _component("text")(key=key, data=data, on_open_change=on_open, on_read_change=on_read)


def show_details(data: Json, *, key: str, on_open: Callable[[], None], on_evidence: Callable[[], None]) -> None:
    """Draw the facts and neighbours of one node; see frontend/details.js for the data."""
    _component("details")(key=key, data=data, on_open_change=on_open, on_evidence_change=on_evidence)


def show_heat(data: Json, *, key: str, on_selected: Callable[[], None]) -> None:
    """Draw the heat map; see frontend/heat.js for the data."""
    _component("heat")(key=key, data=data, on_selected_change=on_selected)


def mount_shell(language: str) -> None:
    """Mount what concerns the page as a whole: the key `/`, and the folded sidebar on narrow screens."""
    _component("shell")(key="shell", data={"language": language})


def show_grid(
    data: Json, *, key: str, on_open: Callable[[], None], on_evidence: Callable[[], None], on_read: Callable[[], None]
) -> None:
    """Draw a table of counts; see frontend/grid.js for the data, `ui.grids` for what makes them."""
    _component("grid")(key=key, data=data, on_open_change=on_open, on_evidence_change=on_evidence, on_read_change=on_read)


def show_concordance(data: Json, *, key: str, on_sort: Callable[[], None], on_read: Callable[[], None]) -> None:
    """Draw a concordance; see frontend/concordance.js for the data."""
    _component("concordance")(key=key, data=data, on_sort_change=on_sort, on_read_change=on_read)


def show_parallels(data: Json, *, key: str, on_read: Callable[[], None]) -> None:
    """Draw passages side by side; see frontend/parallel.js for the data."""
    _component("parallel")(key=key, data=data, on_read_change=on_read)


def show_flow(data: Json, *, key: str, on_selected: Callable[[], None]) -> None:
    """Draw the flow of themes over the speeches; see frontend/flow.js for the data."""
    _component("flow")(key=key, data=data, on_selected_change=on_selected)
