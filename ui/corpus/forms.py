"""The panels that change the collection: add by upload or paste, describe a text, take texts out."""

from __future__ import annotations

import streamlit as st

from extract.given import GENRES, LEVELS
from ui import collection, data
from ui.corpus.changing import change
from ui.explorer import Explorer, selected

_PROVENANCES = ("delivered", "published", "draft", "template")
_CHOICES = {"genre": GENRES, "level": LEVELS, "provenance": _PROVENANCES}
LIMIT_MB = 50
"""The largest file that may be uploaded."""


def show_add(explorer: Explorer) -> None:
    """Draw the two ways to add texts."""
    words = explorer.words
    turn = st.session_state.setdefault("corpus_turn", 0)
    _put_upload_in_words(explorer)
    files = st.file_uploader(
        words("add_files"), accept_multiple_files=True, key=f"upload_{turn}", max_upload_size=LIMIT_MB, help=None
    )
    st.html(f'<p class="tifa-quiet">{words("add_files_note", limit=LIMIT_MB, formats=_formats())}</p>')
    if st.button(words("add_files_do", n=len(files)), key="add_files", type="primary", disabled=not files):
        given = [(file.name, file.getvalue()) for file in files]
        change(explorer, lambda c: collection.with_files(c, given), ("add_done", {}))
        _next_turn()
    st.html(f'<h4 class="tifa-evidence-title">{words("paste")}</h4>')
    with st.form(f"paste_{turn}", border=False):
        title = st.text_input(words("paste_title"), key=f"paste_title_{turn}")
        text = st.text_area(words("paste_text"), height=180, key=f"paste_text_{turn}")
        pasted = st.form_submit_button(words("paste_do"))
    if pasted and not text.strip():
        st.error(words("paste_empty"))
    elif pasted:
        change(explorer, lambda c: collection.with_pasted(c, title.strip(), text), ("add_done", {}))
        _next_turn()


def _next_turn() -> None:
    """Empty the upload and the form, and draw the page anew."""
    st.session_state["corpus_turn"] += 1
    st.rerun()


def _formats() -> str:
    from extract.readers import readers

    return " ".join(suffix for reader in readers() for suffix in reader.suffixes)


def _put_upload_in_words(explorer: Explorer) -> None:
    """Put the words of Streamlit's upload box, which knows English only, into the page's language."""
    drop, browse = explorer.words("upload_drop"), explorer.words("upload_browse")
    st.html(f'<style>:root {{ --tifa-drop: "{drop}"; --tifa-browse: "{browse}"; }}</style>')


def show_edit(explorer: Explorer, speeches: list[dict[str, object]]) -> None:
    """Draw a text's metadata to be given by hand."""
    words = explorer.words
    chosen = _one(explorer, speeches, "edit_text")
    record = data.node(explorer.store, chosen) or {}
    current = {**record, "title": record.get("name")}
    with st.form(f"edit_{chosen}", border=False):
        values = {name: _field(explorer, name, str(current.get(name) or "")) for name in collection.FIELDS}
        saved = st.form_submit_button(words("edit_do"), type="primary")
    st.html(f'<p class="tifa-quiet">{words("edit_note")}</p>')
    if saved:
        changed = {name: value for name, value in values.items() if value != _known(name, current)}
        if not changed:
            st.info(words("edit_same"))
            return
        doc = str(record["doc"])
        done = ("edit_done", {"name": record.get("name")})
        change(explorer, lambda c: (collection.with_metadata(c, doc, changed), ()), done)
        st.rerun()


def _known(name: str, current: dict[str, object]) -> str:
    value = str(current.get(name) or "")
    return "" if name == "provenance" and value == "unknown" else value


def _field(explorer: Explorer, name: str, value: str) -> str:
    words = explorer.words
    label = words(f"fact_{name}")
    if name not in _CHOICES:
        return st.text_input(label, value, key=f"edit_{name}").strip()
    options = ["", *_CHOICES[name]]
    index = options.index(value) if value in options else 0
    return st.selectbox(
        label, options, index, key=f"edit_{name}", format_func=lambda v: words(f"value_{v}") if v else words("left_to_text")
    )


def show_remove(explorer: Explorer, speeches: list[dict[str, object]]) -> None:
    """Draw the choice of texts to take out."""
    words = explorer.words
    names = {str(row["doc"]): str(row["name"]) for row in speeches}
    docs = st.multiselect(
        words("remove_which"), list(names), format_func=lambda d: names.get(d, d), key="remove", placeholder=words("choose")
    )
    st.html(f'<p class="tifa-quiet">{words("remove_note")}</p>')
    if st.button(words("remove_do", n=len(docs)), key="remove_do", type="primary", disabled=not docs):
        change(explorer, lambda c: (collection.without(c, docs), ()), ("remove_done", {"n": len(docs)}))
        st.rerun()


def _one(explorer: Explorer, speeches: list[dict[str, object]], label: str) -> str:
    """Draw the choice of one text; the selected one comes first."""
    names = {str(row["id"]): str(row["name"]) for row in speeches}
    chosen = selected()
    index = list(names).index(chosen) if chosen in names else 0
    return st.selectbox(explorer.words(label), list(names), index, format_func=lambda i: names.get(i, i), key=f"{label}_{chosen}")
