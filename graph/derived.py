"""What can be made again from a graph folder: the first picture's data and the map's places, kept beside it.

They stand in the graph folder's `.derived/`, or in the user's cache folder where the graph folder cannot be written,
and each says of which manifest it was made: a graph that was built again has another one, and they are made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import InputError
from graph.stores.cache import derived_folder

if TYPE_CHECKING:
    import networkx as nx

_FORMAT = 2
"""Raised when the form of a derived file changes, so that older ones are made again."""


def _make_overview(G: nx.MultiDiGraph) -> dict[str, object]:
    from graph.overview import overview_of

    return overview_of(G)


def _make_layout(G: nx.MultiDiGraph) -> dict[str, object]:
    from graph.map_layout import layout_of

    return layout_of(G)


def _make_suggestions(G: nx.MultiDiGraph) -> list[dict[str, object]]:
    from graph.suggestions import suggestions_of

    return suggestions_of(G)


_MAKERS: dict[str, Callable[[nx.MultiDiGraph], object]] = {
    "overview": _make_overview,
    "layout": _make_layout,
    "suggestions": _make_suggestions,
}


def derive(folder: Path, G: nx.MultiDiGraph | None = None) -> Path:
    """Write the derived files that are missing or of an older graph; return the folder that holds them.

    Args:
        G: the graph of the folder, where it is in memory already; else it is loaded if needed.
    """
    home = derived_folder(folder)
    key = _key(folder)
    for name, make in _MAKERS.items():
        if _read(home / f"{name}.json", key) is None:
            if G is None:
                from graph.folder import load

                G = load(folder)
            _write(home / f"{name}.json", {"of": key, name: make(G)})
    return home


def load_overview(folder: Path) -> dict[str, object]:
    """Return the first picture's data; see `graph.overview`."""
    return _load(folder, "overview")


def load_layout(folder: Path) -> dict[str, object]:
    """Return the map's nodes, edges and places; see `graph.map_layout`."""
    return _load(folder, "layout")


def load_suggestions(folder: Path) -> list[dict[str, object]]:
    """Return the names that a search offers; see `graph.suggestions`."""
    return _load(folder, "suggestions")


def _load(folder: Path, name: str):
    path = derived_folder(folder) / f"{name}.json"
    found = _read(path, _key(folder))
    if found is None:
        derive(folder)
        found = _read(path, _key(folder))
    return found[name]


def _key(folder: Path) -> str:
    """Name the graph that a folder holds: format and hash of its manifest."""
    try:
        manifest = (folder / "manifest.json").read_bytes()
    except OSError as error:
        what = f"{folder}: no manifest.json that can be read, so this is no graph."
        raise InputError(f"{what} Build one with `tifa build`.") from error
    return f"{_FORMAT}-{hashlib.sha256(manifest).hexdigest()}"


def _read(path: Path, key: str) -> dict[str, object] | None:
    """Return a derived file, or None where it is missing, broken or of another graph."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and found.get("of") == key else None


def _write(path: Path, content: dict[str, object]) -> None:
    """Write beside and rename, so that nobody ever reads half a file."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(content, out, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
