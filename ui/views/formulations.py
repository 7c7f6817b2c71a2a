"""提法: everything about one wording: forms, members, source, every place where it stands, who uses it and when."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import streamlit as st

from extract.errors import TifaError
from graph.derived import load_suggestions
from graph.model import FORMULATIONS
from ui import data, dossier
from ui.bar import show_bar
from ui.details import facts_of, group_of, show_selected
from ui.dossier import Occurrence
from ui.explorer import Explorer, View, read_from, select_from, selected
from ui.facts import GROUPS
from ui.grids import NAME, WORDS, Cell, Column, draw_grid, number, offer_download
from ui.panels import show_concordance, show_details

_SORTS = ("place", "left", "right")
_SHOWN = 30
_BELOW = ("used_in", "in_quotations")
"""Groups of the details that have a table of their own here."""



def show(explorer: Explorer) -> None:
    """Draw the dossier of the formulation that the address names, of the most shared one without a name."""
    words = explorer.words
    show_bar(explorer)
    known = {str(row["id"]): row for row in _known(str(explorer.folder))}
    wanted = st.query_params.get("id")
    if not known and not wanted:
        st.html(f'<p class="tifa-hint">{words("no_formulations")}</p>')
        return
    chosen = wanted or next(iter(known))
    record = data.node(explorer.store, chosen) if data.label_of(chosen) != "Theme" else None
    if record and chosen not in known:
        known = {chosen: {"name": record["name"], "label": data.label_of(chosen), "texts": 0, "count": 0}, **known}
    try:
        found, cut = dossier.occurrences(explorer.store, chosen) if record else ([], False)
    except TifaError as error:
        st.error(str(error))
        return
    with st.container(horizontal=True, key="dossier_bar", vertical_alignment="center"):
        _pick(explorer, known, chosen)
        if record:
            st.space("stretch")
            offer_download("concordance", lambda: [_row(one, explorer) for one in found])
    if record is None:
        st.html(f'<p class="tifa-hint">{words("not_in_graph")}</p>')
        return
    _show(explorer, chosen, record, found, cut)


@st.cache_data(show_spinner=False)
def _known(folder: str) -> list[dict[str, object]]:
    """Return the formulations to choose from, the most shared first."""
    rows = [row for row in load_suggestions(Path(folder)) if row["label"] in FORMULATIONS]
    return sorted(rows, key=lambda row: (-row["texts"], -row["count"], row["name"]))


def _pick(explorer: Explorer, known: dict[str, dict[str, object]], chosen: str) -> None:
    words = explorer.words

    def shown(key: str) -> str:
        row = known.get(key)
        return words("formulation_option", name=row["name"], texts=row["texts"], n=row["count"]) if row else key

    st.selectbox(
        words("formulation"),
        list(known),
        index=list(known).index(chosen) if chosen in known else None,
        format_func=shown,
        key=f"dossier_{chosen}_{words.language}",
        accept_new_options=True,
        placeholder=words("formulation_hint"),
        label_visibility="collapsed",
        width=460,
        on_change=_open,
        args=(explorer, f"dossier_{chosen}_{words.language}", frozenset(known)),
    )


def _open(explorer: Explorer, key: str, known: frozenset[str]) -> None:
    """Go to what was picked; of a typed text, to the shortest formulation that holds it."""
    picked = st.session_state.get(key)
    if picked and picked not in known:
        found = dossier.named(explorer.store, picked)
        picked = found["id"] if found else picked
    if picked:
        st.query_params["id"] = picked
        st.query_params.pop("sel", None)


@st.fragment
def _show(explorer: Explorer, node_id: str, record: dict[str, object], found: list[Occurrence], cut: bool) -> None:
    with st.container(key="split_dossier"):
        page, side = st.columns([2.6, 1], gap="large")
        with page:
            _head(explorer, node_id, record, found)
            _concordance(explorer, node_id, found, cut)
            _by_speech(explorer, node_id)
            _by_time(explorer, node_id)
            _quotations(explorer, found)
        with side:
            if selected():
                show_selected(explorer, selected())
            else:
                st.html(f'<p class="tifa-hint">{explorer.words("dossier_hint")}</p>')
    if "go_to" in st.session_state:
        st.rerun()


def _head(explorer: Explorer, node_id: str, record: dict[str, object], found: list[Occurrence]) -> None:
    """Draw what the lexicon and the graph say about it, and the company that it keeps."""
    words, label = explorer.words, data.label_of(node_id)
    facts = facts_of(record, label, explorer)
    surfaces: dict[str, int] = {}
    for one in found:
        surfaces[one.surface] = surfaces.get(one.surface, 0) + 1
    if surfaces:
        parts = [f"{surface} × {n}" for surface, n in sorted(surfaces.items(), key=lambda item: (-item[1], item[0]))]
        facts.append({"name": words("fact_surfaces"), "value": words("list_mark").join(parts)})
    if record.get("size"):
        facts.append({"name": words("fact_numeral_check"), "value": _numeral(explorer, node_id, int(record["size"]))})
    groups = [group_of(group, node_id, explorer) for group in GROUPS[label] if group.title not in _BELOW]
    show_details(
        {
            "type": label,
            "typeName": words(f"type_{label}"),
            "name": str(record["name"]),
            "subtitle": str(record.get("name_en") or ""),
            "facts": facts,
            "groups": [group for group in groups if group],
            "words": {"more": words("more"), "show_evidence": words("show_evidence")},
        },
        key="dossier_head",
        on_open=select_from("dossier_head", "open", "id"),
        on_evidence=select_from("dossier_head", "evidence", "edge"),
    )


def _numeral(explorer: Explorer, node_id: str, size: int) -> str:
    """Say whether as many members are known as the numeral promises."""
    listed = len(dossier.members(explorer.store, node_id))
    key = "numeral_right" if listed == size else "numeral_none" if not listed else "numeral_wrong"
    return explorer.words(key, size=size, listed=listed)


def _concordance(explorer: Explorer, node_id: str, found: list[Occurrence], cut: bool) -> None:
    words = explorer.words
    _title(words("concordance"), words("concordance_cut" if cut else "concordance_count", n=len(found)))
    if not found:
        st.html(f'<p class="tifa-hint">{words("concordance_empty")}</p>')
        return
    sort = st.query_params.get("sort")
    show_concordance(
        {
            "type": data.label_of(node_id),
            "rows": [_line(one, explorer) for one in found],
            "sort": sort if sort in _SORTS else "place",
            "shown": _SHOWN,
            "words": {**{name: words(f"sort_{name}") for name in _SORTS}, "sort": words("sort_by"), "more": words("more")},
        },
        key="concordance",
        on_sort=_sorted,
        on_read=read_from("concordance"),
    )


def _sorted() -> None:
    chosen = (st.session_state.get("concordance") or {}).get("sort")
    if chosen in _SORTS:
        st.query_params["sort"] = chosen


def _line(one: Occurrence, explorer: Explorer) -> dict[str, object]:
    words = explorer.words
    speech = explorer.name_of(one.speech)
    section = words(one.section) if one.section in ("opening", "closing", "body") else one.section
    place = words("sentence_number", n=one.order + 1)
    how = [words(f"voice_{one.voice}")] if one.voice in ("quoted", "title") else []
    how += [words("stance_opposed")] if one.stance == "opposed" else []
    return {
        "speech": one.speech,
        "start": one.start,
        "left": one.left,
        "key": one.surface,
        "right": one.right,
        "place": " · ".join((speech, place, *how)),
        "title": " · ".join((speech, section, place, f"{one.start}–{one.end}")),
    }


def _row(one: Occurrence, explorer: Explorer) -> dict[str, object]:
    return {"speech_name": explorer.name_of(one.speech), **asdict(one)}


def _by_speech(explorer: Explorer, node_id: str) -> None:
    words = explorer.words
    rows = dossier.uses(explorer.store, node_id)
    if not rows:
        return
    _title(words("by_speech"), words("by_speech_note"))
    columns = [Column(words("speech"), NAME), Column(words("uses_count"), title=words("uses_count_title"))]
    columns += [Column(words(f"uses_{part}")) for part in ("own", "quoted", "in_title", "opposed", "nested")]
    columns += [Column(words("uses_sentences")), Column(words("uses_rate"), title=words("uses_rate_title"))]
    top = max(_rate(row) for row in rows) or 1
    draw_grid(
        explorer,
        "dossier_speeches",
        columns,
        [
            [
                Cell(str(row["name"]), type="Speech", open=row["speech"]),
                number(row["count"], evidence=row["edge"] if row["count"] else None),
                *(number(row[part]) for part in ("own", "quoted", "in_title", "opposed", "nested")),
                number(row["sentences"]),
                number(_rate(row), 2, share=_rate(row) / top),
            ]
            for row in rows
        ],
    )


def _rate(row: dict[str, object]) -> float:
    return 100 * row["count"] / row["sentences"] if row["sentences"] else 0.0


def _by_time(explorer: Explorer, node_id: str) -> None:
    words = explorer.words
    found = dossier.periods(explorer.store, node_id)
    if not any(period.year for period in found):
        _title(words("by_time"), words("by_time_none"))
        return
    _title(words("by_time"), words("by_time_note"))
    top = max(period.using / period.texts for period in found if period.texts) or 1
    draw_grid(
        explorer,
        "dossier_time",
        [Column(words("period"), WORDS), Column(words("period_texts")), Column(words("period_using")), Column(words("uses_count"))],
        [
            [
                Cell(period.year or words("period_undecided"), value=period.year or "9999"),
                number(period.texts),
                number(period.using, share=period.using / period.texts / top if period.texts else 0),
                number(period.count),
            ]
            for period in found
        ],
    )


def _quotations(explorer: Explorer, found: list[Occurrence]) -> None:
    words = explorer.words
    rows = dossier.quotations(explorer.store, found)
    if not rows:
        return
    _title(words("dossier_quotations"), words("dossier_quotations_note", n=len(rows)))
    draw_grid(
        explorer,
        "dossier_quotations",
        [Column(words("type_Quotation"), WORDS), Column(words("fact_speaker_text"), WORDS), Column(words("speech"), NAME)],
        [
            [
                Cell(str(row["text"]).strip(), open=row["id"]),
                Cell(str(row["speaker_text"] or row["speaker"] or "—")),
                Cell(explorer.name_of(row["speech"]), type="Speech", read={"speech": row["speech"], "start": row["start"]}),
            ]
            for row in rows
        ],
        shown=8,
    )


def _title(title: str, note: str = "") -> None:
    st.html(f'<h3 class="tifa-part">{title}<span>{note}</span></h3>')


PLUGIN = View("formulations", 5, show)
