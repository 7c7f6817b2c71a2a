"""The panel of the user's corrections: take a finding away, give it another name, join two; each can be undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from extract.errors import TifaError
from graph.corrections import CORRECTIONS, Correction, add_correction, at_place, read_corrections, remove_correction
from ui import collection, data
from ui.corpus.changing import change, tell
from ui.explorer import Explorer, selected

_ACTIONS = ("reject", "rename", "merge", "accept")
_MOST_PLACES = 200


def show_corrections(explorer: Explorer) -> None:
    """Draw what can be corrected of the selected node, and the corrections made so far."""
    words, node_id = explorer.words, selected()
    record = data.node(explorer.store, node_id) if node_id and data.label_of(node_id) in data.MENTIONED else None
    if record is None:
        st.html(f'<p class="tifa-hint">{words("correct_hint")}</p>')
    else:
        _show_form(explorer, str(node_id), str(record["name"]))
    _show_made(explorer)


def _show_form(explorer: Explorer, node_id: str, name: str) -> None:
    words, label = explorer.words, data.label_of(node_id)
    st.html(f'<h4 class="tifa-evidence-title">{words("correct_what", type=words(f"type_{label}"), name=name)}</h4>')
    action = st.radio(words("correct_action"), _ACTIONS, format_func=lambda a: words(f"correct_{a}"), key=f"correct_{node_id}")
    place, other = None, ""
    if action in ("reject", "accept"):
        place = _place(explorer, node_id)
    else:
        hint = words("correct_to_merge" if action == "merge" else "correct_to_rename")
        other = st.text_input(hint, key=f"correct_to_{node_id}_{action}").strip()
    if st.button(words("correct_do"), key="correct_do", type="primary"):
        if action in ("rename", "merge") and (not other or other == name):
            st.error(words("correct_needs_name"))
            return
        made = _correction(explorer, action, label, name, place, other)
        _decide(explorer, lambda folder: add_correction(folder, made), ("correct_done", {"name": name}))


def _place(explorer: Explorer, node_id: str) -> tuple[str, int, int] | None:
    """Draw the choice between every place and one of them."""
    words = explorer.words
    places = data.mentions(explorer.store, node_id, 0, _MOST_PLACES)
    options = [None, *((p.speech, p.spans[0].start, p.spans[0].end) for p in places)]
    shown = {(p.speech, p.spans[0].start, p.spans[0].end): p for p in places}

    def text(one: tuple[str, int, int] | None) -> str:
        if one is None:
            return words("correct_everywhere", n=len(places))
        found = shown[one]
        at = one[1] - found.start
        around = found.text[max(0, at - 8) : at + one[2] - one[1] + 8].strip()
        return f"{explorer.name_of(found.speech)} · {words('sentence_number', n=found.order + 1)} · {around}"

    return st.selectbox(words("correct_where"), options, format_func=text, key=f"correct_place_{node_id}")


def _correction(
    explorer: Explorer, action: str, label: str, name: str, place: tuple[str, int, int] | None, other: str
) -> Correction:
    if place is None:
        return Correction(action, label=label, name=name, to=other or None)
    from graph.folder import text_of

    speech, start, end = place
    doc = str(data.node(explorer.store, speech)["doc"])
    return at_place(action, text_of(explorer.folder, speech), doc, start, end, label=label, name=name)


def _show_made(explorer: Explorer) -> None:
    words = explorer.words
    made = read_corrections(explorer.folder / CORRECTIONS)
    st.html(f'<h4 class="tifa-evidence-title">{words("corrections_made", n=len(made))}</h4>')
    if not made:
        st.html(f'<p class="tifa-hint">{words("corrections_none")}</p>')
    for one in reversed(made):
        with st.container(horizontal=True, vertical_alignment="center", key=f"made_{one.id}"):
            st.text(_in_words(explorer, one))
            st.space("stretch")
            if st.button(words("undo"), key=f"undo_{one.id}", type="tertiary"):
                _decide(explorer, lambda folder, key=one.id: remove_correction(folder, key), ("undo_done", {}))


def _in_words(explorer: Explorer, one: Correction) -> str:
    words = explorer.words
    said = words(f"made_{one.action}") if words.has(f"made_{one.action}") else one.action
    where = f"（{one.doc} {one.start}–{one.end}）" if one.doc else ""
    return f"{said}：{one.name or one.text}{where}" + (f" → {one.to or one.to_label}" if one.to or one.to_label else "")


def _decide(explorer: Explorer, write: Callable[[Path], object], done: tuple[str, dict[str, object]]) -> None:
    """Write a decision into the folder and build it again; where that fails the file is as it was."""
    try:
        folder = collection.own_folder(explorer.folder)
        path = folder / CORRECTIONS
        before = path.read_bytes() if path.exists() else None
        write(folder)
    except TifaError as error:
        st.error(str(error))
        return
    at_folder = Explorer(folder, explorer.store, explorer.overview, explorer.words, explorer.dark)
    if not change(at_folder, lambda c: (c, ()), done):
        path.write_bytes(before) if before is not None else path.unlink(missing_ok=True)
    elif folder != explorer.folder:
        report = st.session_state["corpus_report"]
        tell(explorer, report["lines"], report["outcomes"], folder)
    st.rerun()
