"""The formulations that carry a theme in each speech: counted only where one lowest-level section joins the three.

A section that expresses the theme holds the sentence that mentions the formulation; the section is the one whose
HAS_SENTENCE leads to the sentence. A formulation that stands elsewhere in the speech does not count.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import FORMULATIONS
from graph.stores.store import Limits, Store
from ui.data import PAGE, Place, Span, in_paragraphs, label_of

Record = dict[str, object]

_ROWS = 2000

_JOINED = "MATCH (t:Theme {{id: $theme}})<-[:EXPRESSES]-(c:Section)-[:HAS_SENTENCE]->(x:Sentence)-[m:MENTIONS]->(f:{label}{own}) "


def carried(store: Store, theme: str, speeches: Sequence[str]) -> dict[str, list[Record]]:
    """Return by speech the formulations (`id`, `name`, `label`, `count`) that carry a theme, the most frequent first."""
    found: dict[str, list[Record]] = {speech: [] for speech in speeches}
    for label in FORMULATIONS:
        text = (
            _JOINED.format(label=label, own="")
            + "WHERE x.speech IN $speeches AND m.depth = 0 RETURN x.speech AS speech, f.id AS id, f.name AS name, "
            "count(m) AS count ORDER BY count DESC, name"
        )
        asked = {"theme": theme, "speeches": list(speeches)}
        for row in store.query(text, asked, Limits(rows=_ROWS)).records():
            found[row["speech"]].append({**row, "label": label})
    return {speech: sorted(rows, key=lambda row: (-row["count"], row["name"])) for speech, rows in found.items()}


def places(store: Store, theme: str, speech: str, formulation: str, skip: int = 0) -> tuple[list[Place], int]:
    """Return the places that one of these counts is made of, a page of them, and how many there are."""
    label = label_of(formulation)
    text = (
        _JOINED.format(label=label, own=" {id: $id}")
        + "WHERE x.speech = $speech AND m.depth = 0 RETURN x.speech AS speech, x.id AS sentence, x.order AS order, "
        "x.start AS start, x.text AS text, c.name AS section, m.start AS from, m.end AS to ORDER BY from"
    )
    rows = store.query(text, {"theme": theme, "speech": speech, "id": formulation}, Limits(rows=_ROWS)).records()
    shown = [
        Place(row["speech"], row["sentence"], row["order"], row["start"], row["text"], row["section"],
              [Span(row["from"], row["to"], label, formulation)])
        for row in rows[skip : skip + PAGE]
    ]  # fmt: skip
    return in_paragraphs(store, shown), len(rows)


def carried_of_groups(overview: Record, theme: str) -> dict[str, list[Record]]:
    """Return the same for groups of texts, of the formulations that the first picture shows."""
    known = {one["id"]: one for one in overview["formulations"]}
    found: dict[str, list[Record]] = {row["id"]: [] for row in overview["speeches"]}
    for group, of, formulation, count in overview["lit"]:
        if of == theme:
            one = known[formulation]
            found[group].append({"id": formulation, "name": one["name"], "label": one["label"], "count": count})
    return {group: sorted(rows, key=lambda row: (-row["count"], row["name"])) for group, rows in found.items()}
