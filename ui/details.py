"""The panel at the right: what is selected, its facts and neighbours, and the sentences behind every number."""

from __future__ import annotations

import streamlit as st

from graph.model import FORMULATIONS
from ui import data
from ui.evidence import show_evidence
from ui.explorer import Explorer, go_to, select, select_from
from ui.facts import GROUPS, Group
from ui.grouping import group_in, show_group
from ui.panels import show_details

_SHOWN = {
    "Speech": ("genre", "level", "organ", "region", "speaker", "dates", "provenance", "chars", "path"),
    "Principle": ("kind", "reading", "size", "members_listed", "list_status", "gloss", "status", "source", "forms"),
    "Slogan": ("kind", "gloss", "status", "source", "forms"),
    "Document": ("kind", "issuer", "aliases"),
    "Quotation": ("speaker_text", "register", "attribution", "end_basis"),
    "Person": ("kind", "aliases"),
    "Organization": ("kind", "level", "region", "aliases"),
    "Place": ("kind", "aliases"),
    "Event": ("kind", "aliases"),
    "Section": ("level",),
    "Passage": ("kind", "earliest"),
}
"""The properties that the panel shows of each label, in order."""

_TRANSLATED = {"genre", "level", "kind", "reading", "list_status", "status", "register", "attribution", "end_basis", "provenance"}


def show_selected(explorer: Explorer, key: str | None) -> None:
    """Draw the details of a node or a relationship; without one, what can be done here."""
    words = explorer.words
    if key is None:
        st.html(f'<p class="tifa-hint">{words("nothing_selected")}</p>')
        return
    group = group_in(key)
    if group and data.relationship_parts(key):
        _show_node(explorer, key.split("~")[2])
    elif group:
        show_group(explorer, group)
    elif data.relationship_parts(key):
        _show_relationship(explorer, key)
    else:
        _show_node(explorer, key)


def _show_node(explorer: Explorer, node_id: str) -> None:
    words, label = explorer.words, data.label_of(node_id)
    record = data.node(explorer.store, node_id)
    if record is None:
        st.html(f'<p class="tifa-hint">{words("not_in_graph")}</p>')
        return
    name = str(record.get("name") or record.get("text") or "")
    if label == "Theme":
        name = words.name(record)
    show_details(
        {
            "type": label,
            "typeName": words(f"type_{label}"),
            "name": name,
            "subtitle": _subtitle(record, words.language, label),
            "facts": facts_of(record, label, explorer),
            "groups": [group for group in (group_of(g, node_id, explorer) for g in GROUPS[label]) if group],
            "words": {"more": words("more"), "show_evidence": words("show_evidence")},
        },
        key="details",
        on_open=select_from("details", "open", "id"),
        on_evidence=select_from("details", "evidence", "edge"),
    )
    if label in ("Quotation", "Passage"):
        _show_references(explorer, data.places_of(explorer.store, node_id), node_id)
    if label in data.MENTIONED:
        _show_ways(explorer, node_id, label)
        total = data.mentions_count(explorer.store, node_id)
        page = int(st.session_state.get("evidence_page", 1))
        st.html(f'<h4 class="tifa-evidence-title">{words("mentions")}</h4>')
        show_evidence(explorer, data.mentions(explorer.store, node_id, (page - 1) * data.PAGE), total, key="evidence")


def _show_ways(explorer: Explorer, node_id: str, label: str) -> None:
    """Draw what can be done with a thing that the texts mention."""
    words = explorer.words
    with st.container(horizontal=True, key="ways"):
        if label in FORMULATIONS and st.query_params.get("id") != node_id:
            st.button(words("to_dossier"), key="to_dossier", on_click=go_to, args=("formulations",), kwargs={"id": node_id}, type="tertiary")
        where = {"do": "correct", "sel": node_id}
        st.button(words("to_correction"), key="to_correction", on_click=go_to, args=("corpus",), kwargs=where, type="tertiary")


def _subtitle(record: dict[str, object], language: str, label: str) -> str:
    if label == "Theme" or not record.get("name_en"):
        return ""
    return str(record["name_en"])


def facts_of(record: dict[str, object], label: str, explorer: Explorer) -> list[dict[str, str]]:
    """Return the properties of a node that are shown, in words."""
    words, facts = explorer.words, []
    if "date_earliest" in record or "date_latest" in record:
        bounds = (str(record.get("date_earliest") or "…"), str(record.get("date_latest") or "…"))
        record = {**record, "dates": " – ".join(dict.fromkeys(bounds))}
    for name in _SHOWN.get(label, ()):
        value = record.get(name)
        if value in (None, "", []) or (name in ("status", "provenance") and value == "unknown"):
            continue
        if isinstance(value, list):
            value = words("list_mark").join(map(str, value))
        if name == "earliest":
            value = explorer.name_of(str(value))
        if name in _TRANSLATED and words.has(f"value_{value}"):
            value = words(f"value_{value}")
        facts.append({"name": words(f"fact_{name}"), "value": str(value)})
    return facts


def group_of(group: Group, node_id: str, explorer: Explorer) -> dict[str, object] | None:
    """Return a group of neighbours as the details component draws it, None where there are none."""
    words = explorer.words
    rows = []
    for row in explorer.store.query(group.query, {"id": node_id}).records():
        ends = (node_id, row["id"]) if group.outgoing else (row["id"], node_id)
        if group.edge == "CO_OCCURS":
            ends = tuple(sorted(ends))
        edge = data.relationship_key(group.edge, *ends) if group.edge and row.get("count") is not None else None
        rows.append(
            {
                "id": row["id"],
                "name": words.name(row) if group.label == "Theme" else row["name"],
                "type": group.label,
                "count": row.get("count"),
                "edge": edge,
                "parts": _parts(row, explorer),
            }
        )
    if not rows:
        return None
    return {"title": words(f"group_{group.title}"), "note": "", "rows": rows}


def _parts(row: dict[str, object], explorer: Explorer) -> str:
    """Return the parts of a count that differ from plain use, in words."""
    words = explorer.words
    parts = [words(f"part_{name}", n=row[name]) for name in ("quoted", "in_title", "opposed", "nested") if row.get(name)]
    return words("list_mark").join(parts)


def _show_relationship(explorer: Explorer, key: str) -> None:
    words = explorer.words
    record = data.relationship(explorer.store, key)
    if record is None:
        st.html(f'<p class="tifa-hint">{words("not_in_graph")}</p>')
        return
    kind, source, target = record["type"], str(record["source"]), str(record["target"])
    target_name = words.name({"name": record["target_name"], "name_en": record.get("target_name_en")})
    if data.label_of(target) != "Theme":
        target_name = str(record["target_name"])
    count = record.get("count", record.get("used", len(record.get("evidence") or ())))
    facts = [{"name": words("fact_count"), "value": words(f"count_{kind}", n=count)}]
    if record.get("weight") is not None:
        facts.append({"name": words("fact_weight"), "value": words(f"weight_{kind}", share=f"{record['weight']:.0%}")})
    ends = [(source, str(record["source_name"])), (target, target_name)]
    show_details(
        {
            "type": data.label_of(target),
            "typeName": words(f"kind_{kind}"),
            "name": words(f"sentence_{kind}", source=ends[0][1], target=ends[1][1]),
            "subtitle": "",
            "facts": facts,
            "groups": [
                {
                    "title": words("ends"),
                    "note": "",
                    "rows": [{"id": i, "name": n, "type": data.label_of(i), "count": None, "edge": None} for i, n in ends],
                }
            ],
            "words": {"more": words("more"), "show_evidence": words("show_evidence")},
        },
        key="details",
        on_open=select_from("details", "open", "id"),
        on_evidence=select_from("details", "evidence", "edge"),
    )
    references = list(record.get("evidence") or [])
    marked = source if kind == "ABOUT" else target
    _show_references(explorer, references, marked)


def _show_references(explorer: Explorer, references: list[str], marked: str) -> None:
    """Draw the places that references name, with what they name marked as `marked`."""
    page = int(st.session_state.get("evidence_page", 1))
    places = data.evidence(explorer.store, references, marked, (page - 1) * data.PAGE)
    show_evidence(explorer, places, len(references), key="evidence")


def clear_selection() -> None:
    """Select nothing."""
    select(None)
