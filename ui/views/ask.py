"""提问: canned questions with slots, and questions in Cypher, read-only and within limits, the schema beside them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import streamlit as st

from extract.errors import TifaError
from graph.model import NODE_LABELS, RELATIONSHIP_TYPES
from graph.stores.store import Limits, Store, Table
from ui.bar import show_bar
from ui.canned import choose_topic, show_questions
from ui.explorer import Explorer, View
from ui.switches import switch

_EXAMPLES = {
    "shared": "MATCH (s:Speech)-[u:USES]->(p:Principle)\nWITH p, count(DISTINCT s) AS speeches, sum(u.count) AS mentions\n"
    "WHERE speeches >= 3\nRETURN p.name AS principle, speeches, mentions\nORDER BY speeches DESC, mentions DESC",
    "themes": "MATCH (a:Theme)<-[:EXPRESSES]-(s:Speech)-[:EXPRESSES]->(b:Theme)\nWHERE a.id < b.id\n"
    "RETURN a.name AS theme, b.name AS beside, count(DISTINCT s) AS speeches\nORDER BY speeches DESC, theme, beside LIMIT 20",
    "carried": "MATCH (s:Speech)-[:HAS_SECTION*1..3]->(c:Section)-[:EXPRESSES]->(t:Theme {id: 'loyalty'}),\n"
    "      (c)-[:HAS_SENTENCE]->(x:Sentence)-[m:MENTIONS]->(p:Principle)\nRETURN s.name AS speech, p.name AS principle, count(m) AS mentions\n"
    "ORDER BY speech, mentions DESC",
    "quoted": "MATCH (s:Speech)-[:QUOTES]->(q:Quotation)-[:ATTRIBUTED_TO]->(p:Person)\n"
    "RETURN p.name AS person, q.text AS words, s.name AS speech\nORDER BY person, speech",
    "members": "MATCH (f:Principle)-[c:COMPRISES]->(m:Principle)\nRETURN f.name AS formula, collect(m.name) AS members\nORDER BY formula",
    "path": "MATCH (a:Theme {id: 'loyalty'}), (b:Theme {id: 'integrity'}),\n      p = shortestPath((a)-[:ABOUT|EXPRESSES*..4]-(b))\n"
    "RETURN [n IN nodes(p) | n.name] AS path",
}
"""Example questions by their key in the dictionary."""


def show(explorer: Explorer) -> None:
    """Draw the canned questions, or the Cypher page; an address with a query leads to it."""
    words = explorer.words
    show_bar(explorer)
    modes = ("cypher", "questions") if st.query_params.get("q") else ("questions", "cypher")
    with st.container(horizontal=True, key="ask_modes"):
        mode = switch("mode", modes, lambda mode: words(f"ask_mode_{mode}"), words("view_ask"))
        asked = choose_topic(explorer) if mode == "questions" else []
    if asked:
        show_questions(explorer, asked)
    else:
        _show_cypher(explorer)


def _show_cypher(explorer: Explorer) -> None:
    """Draw the Cypher page."""
    words = explorer.words
    _guarded(str(explorer.folder))  # its process is warm when the first query comes
    st.html(f'<p class="tifa-lead">{words("ask_lead")}</p>')
    with st.container(key="split_cypher"):
        question, side = st.columns([2.6, 1], gap="large")
    with side:
        _schema(explorer)
    with question:
        example = st.pills(
            words("examples"), list(_EXAMPLES), format_func=lambda k: words(f"example_{k}"), key="example",
            on_change=_take_example,
        )  # fmt: skip
        del example
        st.session_state.setdefault("cypher", st.query_params.get("q") or _EXAMPLES["shared"])
        with st.form("ask", border=False):
            text = st.text_area(words("cypher"), key="cypher", height=190)
            asked = st.form_submit_button(words("run"), type="primary", shortcut="Ctrl+Enter")
        if asked:
            st.query_params["q"] = text
        if asked or st.query_params.get("q"):
            _answer(explorer, st.query_params.get("q") or text)


@st.cache_resource(show_spinner=False)
def _guarded(folder: str) -> Store:
    """Open the graph once more for what users write: in a process that can be ended."""
    from graph.stores.worker import open_guarded

    return open_guarded(Path(folder))


def _take_example() -> None:
    chosen = st.session_state.get("example")
    if chosen:
        st.session_state["cypher"] = _EXAMPLES[chosen]
        st.query_params["q"] = _EXAMPLES[chosen]


def _answer(explorer: Explorer, text: str) -> None:
    words = explorer.words
    try:
        table = _guarded(str(explorer.folder)).query(text, {}, Limits())
    except TifaError as error:
        st.error(str(error))
        return
    count = words("rows_cut" if table.truncated else "rows", n=len(table.rows), seconds=f"{table.seconds:.2f}")
    st.html(f'<p class="tifa-total">{count}</p>')
    if not table.rows:
        st.html(f'<p class="tifa-hint">{words("no_rows")}</p>')
        return
    rows = [[_shown(cell) for cell in row] for row in table.rows]
    st.dataframe({name: [row[i] for row in rows] for i, name in enumerate(table.columns)}, hide_index=True)
    with st.container(horizontal=True):
        st.download_button("CSV", _as_csv(table), "tifa.csv", "text/csv", on_click="ignore", type="tertiary")
        st.download_button("JSON", _as_json(table), "tifa.json", "application/json", on_click="ignore", type="tertiary")


def _shown(cell: object) -> object:
    """Return a cell as the table shows it: nodes and relationships by their names."""
    if isinstance(cell, dict) and "properties" in cell:
        properties = cell["properties"]
        return properties.get("name") or properties.get("text") or cell.get("type") or cell["id"]
    if isinstance(cell, dict) and "nodes" in cell:
        return " → ".join(str(_shown(n)) for n in cell["nodes"])
    if isinstance(cell, list):
        return "，".join(str(_shown(c)) for c in cell)
    return json.dumps(cell, ensure_ascii=False, sort_keys=True) if isinstance(cell, dict) else cell


def _as_csv(table: Table) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([json.dumps(c, ensure_ascii=False) if isinstance(c, (list, dict)) else c for c in row])
    return ("\ufeff" + out.getvalue()).encode()


def _as_json(table: Table) -> bytes:
    answer = {"columns": table.columns, "rows": table.rows, "truncated": table.truncated, "seconds": table.seconds}
    return json.dumps(answer, ensure_ascii=False).encode()


def _schema(explorer: Explorer) -> None:
    words = explorer.words
    lines = [f"<h4>{words('schema_nodes')}</h4><dl class='tifa-schema'>"]
    for label in NODE_LABELS.values():
        lines.append(f"<dt>{label.name} <span>{words(f'type_{label.name}')}</span></dt><dd>{', '.join(label.properties)}</dd>")
    lines.append(f"</dl><h4>{words('schema_relationships')}</h4><dl class='tifa-schema'>")
    for kind in RELATIONSHIP_TYPES.values():
        arrow = "–" if kind.symmetric else "→"
        lines.append(f"<dt>{kind.name}</dt><dd>{', '.join(kind.sources)} {arrow} {', '.join(kind.targets)}</dd>")
    with st.container(height=560, border=False):
        st.html("".join(lines) + "</dl>")


PLUGIN = View("ask", 7, show)
