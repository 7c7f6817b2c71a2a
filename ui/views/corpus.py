"""语料: which texts, how they were read and what was dropped; add, describe, remove, correct, export, open another."""

from __future__ import annotations

import html
from pathlib import Path

import streamlit as st

from graph.manifest import NAME as MANIFEST
from graph.manifest import read_manifest
from ui import collection, data
from ui.bar import show_bar
from ui.corpus.choosing import show_open
from ui.corpus.decisions import show_corrections
from ui.corpus.export import show_export
from ui.corpus.forms import show_add, show_edit, show_remove
from ui.corpus.reasons import reason_in_words
from ui.details import show_selected
from ui.explorer import Explorer, View, selected
from ui.grids import NAME, WORDS, Cell, Column, draw_grid, number
from ui.switches import switch

_PANELS = ("look", "add", "edit", "remove", "correct", "export", "open")
_SHOWN = 50


def show(explorer: Explorer) -> None:
    """Draw the list of texts, and beside it what can be done with them."""
    words = explorer.words
    show_bar(explorer)
    speeches = data.speeches(explorer.store)
    with st.container(key="corpus_actions"):
        panel = switch("do", _PANELS, lambda p: words(f"do_{p}"), words("corpus_do"))
    _report(explorer)
    with st.container(key="split_corpus" if panel == "look" else "split_corpus_acting"):
        page, side = st.columns([2.2, 1], gap="large")
        with page:
            _list(explorer, speeches)
            _dropped(explorer)
        with side:
            _panel(explorer, panel, speeches)
    if "go_to" in st.session_state:
        st.rerun()


def _panel(explorer: Explorer, panel: str, speeches: list[dict[str, object]]) -> None:
    words = explorer.words
    if panel == "look" and selected():
        show_selected(explorer, selected())
    elif panel == "look":
        st.html(f'<p class="tifa-hint">{words("corpus_hint")}</p>')
    elif panel in ("edit", "remove") and speeches:
        {"edit": show_edit, "remove": show_remove}[panel](explorer, speeches)
    else:
        {"add": show_add, "correct": show_corrections, "export": show_export, "open": show_open}.get(panel, show_add)(explorer)


def _list(explorer: Explorer, speeches: list[dict[str, object]]) -> None:
    words, total = explorer.words, explorer.overview["total"]["speeches"]
    readers = _manifest(explorer)[0]
    note = words("corpus_count", n=total) if total <= len(speeches) else words("corpus_count_cut", n=total, shown=len(speeches))
    st.html(f'<h3 class="tifa-part">{words("corpus_texts")}<span>{note}</span></h3>')
    columns = [Column(words("fact_title"), NAME)]
    columns += [Column(words(f"fact_{name}"), WORDS) for name in ("genre", "dates", "provenance", "reader")]
    columns += [Column(words("fact_chars")), Column(words("read_column"), WORDS)]
    rows = []
    for one in speeches:
        rows.append(
            [
                Cell(str(one["name"]), type="Speech", open=str(one["id"]), title=str(one["doc"])),
                Cell(_value(explorer, one["genre"])),
                Cell(_dates(one), value=str(one["date_earliest"] or "9999")),
                Cell(_value(explorer, one["provenance"])),
                Cell(_reader(explorer, readers.get(one["id"], ""))),
                number(one["chars"]),
                Cell(words("read_short"), read={"speech": one["id"], "start": 0}),
            ]
        )
    draw_grid(explorer, "corpus_texts", columns, rows, shown=_SHOWN)


def _manifest(explorer: Explorer) -> tuple[dict[str, str], dict[str, object]]:
    """Return how each text was read, by its speech, and what was not kept."""
    return _read_manifest(str(explorer.folder), (explorer.folder / MANIFEST).stat().st_mtime_ns)


@st.cache_resource(show_spinner=False, max_entries=2)
def _read_manifest(folder: str, changed: int) -> tuple[dict[str, str], dict[str, object]]:
    """Read the manifest once for each `changed`, the time of its last change."""
    manifest = read_manifest(Path(folder))
    return {one["id"]: one["reader"] for one in manifest["sources"]}, manifest["dropped"]


def _value(explorer: Explorer, value: object) -> str:
    if value in (None, "", "unknown"):
        return "—"
    words = explorer.words
    return words(f"value_{value}") if words.has(f"value_{value}") else str(value)


def _reader(explorer: Explorer, reader: str) -> str:
    words = explorer.words
    return words(f"reader_{reader}") if words.has(f"reader_{reader}") else reader


def _dates(one: dict[str, object]) -> str:
    first, last = one["date_earliest"], one["date_latest"]
    if not first and not last:
        return "—"
    return str(first) if first == last else f"{first or '…'} – {last or '…'}"


def _dropped(explorer: Explorer) -> None:
    """Say which sources and which findings were not kept, and why."""
    words, dropped = explorer.words, _manifest(explorer)[1]
    if dropped["sources"]:
        st.html(f'<h3 class="tifa-part">{words("dropped_sources")}<span>{len(dropped["sources"])}</span></h3>')
        rows = [[Cell(one["path"]), Cell(reason_in_words(one["reason"], words), title=one["reason"])] for one in dropped["sources"]]
        draw_grid(explorer, "corpus_dropped", [Column(words("fact_path"), NAME), Column(words("reason"), WORDS)], rows)
    if dropped.get("corrections"):
        st.html(f'<h3 class="tifa-part">{words("dropped_corrections")}<span>{len(dropped["corrections"])}</span></h3>')
        draw_grid(explorer, "corpus_unmatched", [Column(words("do_correct"), NAME)], [[Cell(one)] for one in dropped["corrections"]])
    if dropped["mentions"]:
        st.html(f'<h3 class="tifa-part">{words("dropped_mentions")}<span>{words("dropped_mentions_note")}</span></h3>')
        rows = [[Cell(reason_in_words(reason, words)), number(count)] for reason, count in dropped["mentions"].items()]
        draw_grid(explorer, "corpus_mentions", [Column(words("reason"), NAME), Column(words("fact_count"))], rows, shown=6)


def _report(explorer: Explorer) -> None:
    """Tell what the last change did, text by text; a text of the user is shown as text."""
    words, told = explorer.words, st.session_state.get("corpus_report")
    if not told:
        return
    lines = [html.escape(words(key, **slots)) if slots else words(key) for key, slots in told["lines"]]
    for one in told["outcomes"]:
        why = reason_in_words(one.detail, words) if one.state == collection.FAILED else one.detail
        lines.append(html.escape(words(f"outcome_{one.state}", name=one.name, detail=why)))
    if told["folder"]:
        lines.append(html.escape(words("moved_to", folder=told["folder"])))
    with st.container(key="corpus_report"):
        st.html("".join(f'<p class="tifa-told">{line}</p>' for line in lines))
        st.button(words("close"), key="close_report", type="tertiary", on_click=_forget)


def _forget() -> None:
    st.session_state.pop("corpus_report", None)


PLUGIN = View("corpus", 8, show)
