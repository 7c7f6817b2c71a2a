"""阅读: a speech as it stands, with everything that was read in it marked in its type's colour."""

from __future__ import annotations

import streamlit as st

from ui import data
from ui.bar import show_bar
from ui.details import show_selected
from ui.explorer import Explorer, View, read_from, select_from, selected
from ui.panels import show_text

_SWITCHED = ("Principle", "Slogan", "Quotation", "Document", "Passage", "Person", "Organization", "Place", "Event")


def show(explorer: Explorer) -> None:
    """Draw the speech that the address names, the first one without a name."""
    words, speeches = explorer.words, data.speeches(explorer.store)
    show_bar(explorer)
    if not speeches:
        st.html(f'<p class="tifa-hint">{words("no_speeches")}</p>')
        return
    by_id = {str(s["id"]): s for s in speeches}
    wanted = st.query_params.get("speech")
    at = st.query_params.get("at")
    with st.container(horizontal=True, key="reader_bar", vertical_alignment="bottom"):
        chosen = st.selectbox(
            words("speech"),
            list(by_id),
            index=list(by_id).index(wanted) if wanted in by_id else 0,
            format_func=lambda i: str(by_id[i]["name"]),
            key=f"reader_speech_{wanted}",
            on_change=_leave_place,
        )
        shown = st.pills(
            words("marks"),
            _SWITCHED,
            selection_mode="multi",
            default=_SWITCHED[:5],
            format_func=lambda t: words(f"type_{t}"),
            key="reader_marks",
            persist_state="session",
        )
    if chosen != wanted:
        st.query_params["speech"] = chosen
    _show_page(explorer, chosen, tuple(shown), int(at) if at and at.isdigit() else None)


def _leave_place() -> None:
    st.query_params.pop("at", None)


@st.fragment
def _show_page(explorer: Explorer, speech: str, shown: tuple[str, ...], at: int | None) -> None:
    with st.container(key="split_reader"):
        text, side = st.columns([2.6, 1], gap="large")
        with text:
            page = _page(str(explorer.folder), speech, explorer.words.language, explorer.store, explorer.words)
            show_text(
                {**page, "focus": at, "hidden": [t for t in _SWITCHED if t not in shown]},
                key="reader",
                on_open=select_from("reader", "open", "id"),
                on_read=read_from("reader"),
            )
        with side:
            show_selected(explorer, selected() or speech)
    if "go_to" in st.session_state:
        st.rerun()


@st.cache_data(show_spinner=False, max_entries=20)
def _page(folder: str, speech: str, language: str, _store: object, _words: object) -> dict[str, object]:
    """Return a speech as the text component draws it; `folder` and `language` are what the cache is kept by."""
    sentences = data.text_of(_store, speech)
    sections = data.sections_of(_store, speech)
    marks = [_mark(row, _words) for row in data.marks_of(_store, speech)]
    outline = [
        {"start": s["start"], "level": s["level"], "text": _words(s["name"]) if s["name"] in _PLAIN else s["name"]}
        for s in sections
    ]
    starts = {s["start"]: s["level"] for s in sections if s["name"] not in _PLAIN}
    return {
        "mode": "reader",
        "blocks": _blocks(sentences, marks, starts, _notes(data.passages_of(_store, speech), _words)),
        "outline": outline if len(outline) > 1 else [],
        "words": {"outline": _words("outline")},
    }


_PLAIN = ("opening", "closing", "body")


def _mark(row: dict[str, object], words: object) -> dict[str, object]:
    how = words(f"method_{row['method']}") if words.has(f"method_{row['method']}") else str(row["method"])
    title = words("mark_title", type=words(f"type_{row['label']}"), name=row["name"] or "—", how=how, score=f"{row['score']:.2f}")
    return {"start": row["start"], "end": row["end"], "label": row["label"], "id": row["id"], "title": title}


def _notes(passages: list[dict[str, object]], words: object) -> list[dict[str, object]]:
    """Return a line for each passage that other speeches have too: which they are, and how it begins."""
    notes = []
    for row in passages:
        begin = str(row["text"])[:24] + ("……" if len(str(row["text"])) > 24 else "")
        others = words("list_mark").join(str(name) for name in row["others"])
        text = words("shared_note", kind=words(f"value_{row['kind']}"), text=begin, others=others)
        notes.append({"start": row["start"], "id": row["id"], "text": text})
    return notes


def _blocks(
    sentences: list[dict], marks: list[dict], headings: dict[int, int], notes: list[dict]
) -> list[dict[str, object]]:
    """Join sentences into paragraphs, each with the marks and the notes that begin in it."""
    blocks, run = [], []
    for sentence in sentences:
        run.append(sentence)
        if sentence["text"].endswith(("\n", "\r")) or sentence is sentences[-1]:
            start, text = run[0]["start"], "".join(s["text"] for s in run)
            if text.strip():
                level = headings.get(start) if len(text.strip()) <= 60 else None
                inside = [m for m in marks if start <= m["start"] < start + len(text)]
                below = [note for note in notes if start <= note["start"] < start + len(text)]
                blocks.append({"start": start, "text": text.rstrip(), "level": level, "marks": inside, "notes": below})
            run = []
    return blocks


PLUGIN = View("reader", 3, show)
