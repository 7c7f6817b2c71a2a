"""The panel that writes the graph, or a part of it, in every format of `tifa export`, as one file to download."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path

import streamlit as st

from extract.registry import Exporter, plugins
from graph.filters import Selection, select
from graph.model import NODE_LABELS
from ui import data
from ui.explorer import Explorer

_NEVER = (1980, 1, 1, 0, 0, 0)
"""The time that a packed file bears: the same graph packs to the same bytes."""


def formats() -> dict[str, Exporter]:
    """Return the export formats by name."""
    return {plugin.name: plugin for plugin in plugins("graph.exporters") if isinstance(plugin, Exporter)}


def show_export(explorer: Explorer) -> None:
    """Draw the choice of format and part, and the download."""
    words, known = explorer.words, formats()

    def described(name: str) -> str:
        return words(f"export_{name}") if words.has(f"export_{name}") else f"{name}: {known[name].help}"

    form = st.selectbox(words("export_format"), list(known), list(known).index("html"), format_func=described, key="export_format")
    names = {str(row["id"]): str(row["name"]) for row in data.speeches(explorer.store)}
    themes = {str(row["id"]): words.name(row) for row in explorer.overview["themes"]}
    parts = []
    for kind, options, default in (
        ("speeches", names, st.session_state.get("only_speeches")),
        ("themes", themes, st.session_state.get("only_themes")),
    ):
        kept = [one for one in default or () if one in options]
        parts.append(_choose(explorer, kind, options, kept))
    labels = _choose(explorer, "types", {label: words(f"type_{label}") for label in NODE_LABELS}, [])
    whole = not (parts[0] or parts[1] or labels)
    st.html(f'<p class="tifa-quiet">{words("export_whole" if whole else "export_part")}</p>')
    selection = Selection(tuple(parts[1]), tuple(labels), tuple(parts[0]), with_texts=form == "html")
    exporter = known[form]
    packed = not exporter.suffix
    st.download_button(
        words("export_do"),
        data=lambda: export_bytes(explorer.folder, exporter, selection),
        file_name=f"tifa-{form}.zip" if packed else f"tifa{exporter.suffix}",
        mime="application/zip" if packed else "application/octet-stream",
        key="export_do",
        on_click="ignore",
        type="primary",
        icon=":material/download:",
    )


def _choose(explorer: Explorer, kind: str, options: dict[str, str], default: list[str]) -> list[str]:
    return st.multiselect(
        explorer.words(f"filter_{kind}"),
        list(options),
        default,
        format_func=lambda key: options.get(key, key),
        key=f"export_{kind}",
        placeholder=explorer.words("all"),
    )


def export_bytes(folder: Path, exporter: Exporter, selection: Selection) -> bytes:
    """Return an export as the bytes of one file; a format that writes a folder is packed as zip.

    Raises:
        InputError: the selection names what the graph has not.
    """
    from graph.folder import load

    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / f"tifa{exporter.suffix}"
        exporter.write(select(load(folder), selection), path)
        return path.read_bytes() if path.is_file() else _zipped(path)


def _zipped(folder: Path) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                packed.writestr(zipfile.ZipInfo(path.relative_to(folder).as_posix(), _NEVER), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return out.getvalue()
