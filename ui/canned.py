"""The canned questions on a page: a sentence with slots to fill, its rows with names and places that lead on, its Cypher."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from extract.errors import TifaError
from graph.derived import load_suggestions
from graph.model import NODE_LABELS
from graph.questions.asking import ask, choices, values
from graph.questions.catalogue import FILES, Question, Slot, questions
from graph.stores.store import Table
from ui import data
from ui.details import show_selected
from ui.explorer import Explorer, selected
from ui.grids import NUMBER, WORDS, Cell, Column, draw_grid, offer_download
from ui.switches import switch

_SHOWN = 30
_NAMES = {
    "theme": ("Theme",),
    "principle": ("Principle",),
    "slogan": ("Slogan",),
    "formula": ("Principle",),
    "formulation": ("Principle", "Slogan"),
    "wording": ("Principle", "Slogan"),
    "member": ("Principle",),
    "document": ("Document",),
    "source": ("Person", "Organization", "Document"),
    "name": ("Person", "Organization", "Place", "Event"),
    "beside": ("Theme", "Principle", "Slogan", "Document"),
}
"""Which labels of nodes a column names."""


def choose_topic(explorer: Explorer) -> list[Question]:
    """Draw the choice of a topic and return its questions."""
    named = _named()
    if named and "topic" not in st.query_params:
        st.query_params["topic"] = named.topic
    topic = switch("topic", FILES, lambda t: explorer.words(f"topic_{t}"), explorer.words("ask_topic"))
    return [each for each in questions() if each.topic == topic]


def _named() -> Question | None:
    """Return the question that the address names."""
    return next((each for each in questions() if each.id == st.query_params.get("question")), None)


def show_questions(explorer: Explorer, of_topic: list[Question]) -> None:
    """Draw the question that the address names, the topic's first one without a name; its slots, and its answer."""
    named = _named()
    asked = named if named in of_topic else of_topic[0]
    _choose(explorer, of_topic, asked)
    try:
        given = {slot.name: st.query_params[f"slot_{slot.name}"] for slot in asked.slots if f"slot_{slot.name}" in st.query_params}
        filled = values(explorer.store, asked, given)
    except TifaError:
        filled = values(explorer.store, asked, {})
    with st.container(horizontal=True, key="slots", vertical_alignment="bottom"):
        for slot in asked.slots:
            _fill(explorer, asked, slot, filled[slot.name])
    _show(explorer, asked, filled)


def _choose(explorer: Explorer, offered: list[Question], asked: Question) -> None:
    words, key = explorer.words, "question_chosen"
    by_id = {each.id: each for each in offered}
    st.session_state[key] = asked.id
    st.selectbox(
        words("ask_question"),
        list(by_id),
        format_func=lambda one: by_id[one].sentence(words.language) if one in by_id else one,
        key=key,
        on_change=_ask_another,
        args=(key,),
    )


def _ask_another(key: str) -> None:
    for name in [name for name in st.query_params if name.startswith("slot_")]:
        del st.query_params[name]
    st.query_params["question"] = st.session_state[key]


def _fill(explorer: Explorer, asked: Question, slot: Slot, value: object) -> None:
    """Draw one slot; what is filled in stands in the address."""
    words = explorer.words
    label, key = slot.zh if words.language == "zh" else slot.en[:1].upper() + slot.en[1:], f"slot_{asked.id}_{slot.name}"
    noted = {"on_change": _note_slot, "args": (slot.name, key)}
    if slot.type == "integer":
        st.session_state[key] = int(value)
        st.number_input(label, min_value=slot.least or 0, step=1, key=key, width=140, **noted)
        return
    offered = dict(choices(explorer.store, slot))
    if not offered:
        st.session_state[key] = str(value)
        st.text_input(label, key=key, width=280, **noted)
        return
    offered.setdefault(str(value), str(value))
    st.session_state[key] = str(value)
    st.selectbox(label, list(offered), format_func=lambda v: _value_name(explorer, slot, v, offered), key=key, width=280, **noted)


def _value_name(explorer: Explorer, slot: Slot, value: str, offered: dict[str, str]) -> str:
    words = explorer.words
    if slot.type == "theme":
        record = next((t for t in explorer.overview["themes"] if t["id"] == value), None)
        return words.name(record) if record else offered.get(value, value)
    return words(f"value_{value}") if words.has(f"value_{value}") else offered.get(value, value)


def _note_slot(name: str, key: str) -> None:
    value = st.session_state.get(key)
    if value not in (None, ""):
        st.query_params[f"slot_{name}"] = str(value)


@st.fragment
def _show(explorer: Explorer, asked: Question, filled: dict[str, object]) -> None:
    words = explorer.words
    with st.container(key="split_questions"):
        page, side = st.columns([2.6, 1], gap="large")
        with page:
            _answer(explorer, asked, filled)
        with side:
            if selected():
                show_selected(explorer, selected())
            else:
                st.html(f'<p class="tifa-hint">{words("ask_hint")}</p>')
    if "go_to" in st.session_state:
        st.rerun()


def _answer(explorer: Explorer, asked: Question, filled: dict[str, object]) -> None:
    words = explorer.words
    try:
        table = ask(explorer.store, asked.id, filled, _lexicon)
    except TifaError as error:
        st.error(str(error))
        return
    count = words("rows_cut" if table.truncated else "rows", n=len(table.rows), seconds=f"{table.seconds:.2f}")
    with st.container(horizontal=True, vertical_alignment="center", key="ask_count"):
        st.html(f'<p class="tifa-total">{count}</p>')
        st.space("stretch")
        if table.rows:
            offer_download(asked.id, table.records)
    if table.rows:
        _rows(explorer, table)
    else:
        st.html(f'<p class="tifa-hint">{words("ask_nothing")}</p>')
    with st.expander(words("ask_cypher")):
        st.code(asked.cypher, language="cypher", wrap_lines=True)


def _lexicon() -> object:
    from extract.lexicon.load import load_lexicon

    return load_lexicon().entries


def _rows(explorer: Explorer, table: Table) -> None:
    words = explorer.words
    known = _ids(str(explorer.folder), explorer.store)
    numeric = [all(isinstance(row[i], (int, float)) or row[i] is None for row in table.rows) for i in range(len(table.columns))]
    heads = [words(f"column_{name}") if words.has(f"column_{name}") else name for name in table.columns]
    columns = [Column(head, NUMBER if number else WORDS) for head, number in zip(heads, numeric)]
    rows = [[_cell(explorer, name, record, known) for name in table.columns] for record in table.records()]
    draw_grid(explorer, "answer", columns, rows, shown=_SHOWN)


def _cell(explorer: Explorer, name: str, record: dict[str, object], known: dict[tuple[str, str], str]) -> Cell:
    """Return a cell; a name that the graph knows opens its node, a place opens the reader."""
    words, value = explorer.words, record[name]
    if value is None or value == []:
        return Cell("—", "")
    if isinstance(value, bool) or isinstance(value, (int, float)):
        return Cell(f"{value:,.3f}" if isinstance(value, float) else f"{value:,}", float(value))
    if name == "evidence":
        speech, _, span = str(value[0]).rpartition("#")
        return Cell(words("places", n=len(value)), len(value), read={"speech": speech, "start": int(span.split("-")[0])})
    if isinstance(value, list):
        return Cell(words("list_mark").join(str(one).strip() for one in value))
    text = str(value)
    if name in ("speech", "first_by_name", "beside") and ("Speech", text) in known:
        speech, start = known["Speech", text], record.get("start")
        read = {"speech": speech, "start": start} if start is not None and name == "speech" else None
        return Cell(explorer.name_of(speech), type="Speech", read=read, open=None if read else speech, title=text)
    labels = _NAMES.get(name, ())
    stated = record.get("label")
    for label in (stated,) if stated in labels else labels:
        if (label, text) in known:
            return Cell(_shown_name(explorer, label, text, known), type=label, open=known[label, text])
    if text in NODE_LABELS:
        return Cell(words(f"type_{text}"))
    return Cell(words(f"value_{text}") if words.has(f"value_{text}") else text.strip())


def _shown_name(explorer: Explorer, label: str, text: str, known: dict[tuple[str, str], str]) -> str:
    if label != "Theme":
        return text
    theme = next((t for t in explorer.overview["themes"] if t["id"] == known[label, text]), None)
    return explorer.words.name(theme) if theme else text


@st.cache_data(show_spinner=False)
def _ids(folder: str, _store: object) -> dict[tuple[str, str], str]:
    """Return ids by label and name (speeches by document, too); `folder` is what the cache is kept by."""
    found = {(str(row["label"]), str(row["name"])): str(row["id"]) for row in load_suggestions(Path(folder))}
    return found | {("Speech", str(row["doc"])): str(row["id"]) for row in data.speeches(_store)}
