"""What the explorer asks of a store: short, bounded queries, the same for every store.

A thing is named by a key: a node by its id, a relationship by `TYPE~SOURCE_ID~TARGET_ID`. Evidence is a list of
places; a place is a sentence with the spans that matter in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.model import MENTIONED, NODE_LABELS, RELATIONSHIP_TYPES
from graph.stores.store import Limits, Store

PAGE = 10
"""Evidence sentences shown at a time."""

_WINDOW = 6
"""Sentences read on each side of one, to find its paragraph."""

Record = dict[str, object]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a sentence to be marked; offsets of the source text."""

    start: int
    end: int
    label: str
    id: str


@dataclass(slots=True)
class Place:
    """A sentence, where it stands, what is marked in it, and the rest of its paragraph.

    `order` is its place in the speech; `last` that of the last sentence where a span runs over several.
    """

    speech: str
    sentence: str
    order: int
    start: int
    text: str
    section: str
    spans: list[Span] = field(default_factory=list)
    before: str = ""
    after: str = ""
    last: int = -1


def label_of(node_id: str) -> str:
    """Return the node label that an id's prefix names; ids of themes have none."""
    prefix = node_id.split("-", 1)[0].capitalize()
    return prefix if "-" in node_id and prefix in NODE_LABELS else "Theme"


def relationship_key(kind: str, source: str, target: str) -> str:
    """Return the key of a relationship."""
    return f"{kind}~{source}~{target}"


def relationship_parts(key: str) -> tuple[str, str, str] | None:
    """Return type, source id and target id of a relationship's key, None for a node's."""
    parts = key.split("~")
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 and parts[0] in RELATIONSHIP_TYPES else None


def node(store: Store, node_id: str) -> Record | None:
    """Return the properties of a node, None where the graph has none of this id."""
    rows = store.query(f"MATCH (n:{label_of(node_id)} {{id: $id}}) RETURN n LIMIT 1", {"id": node_id}).rows
    return dict(rows[0][0]["properties"]) if rows else None


def relationship(store: Store, key: str) -> Record | None:
    """Return the properties of a relationship and the names of its ends (`source_name`, `target_name`)."""
    parts = relationship_parts(key)
    if parts is None:
        return None
    kind, source, target = parts
    text = (
        f"MATCH (a:{label_of(source)} {{id: $source}})-[r:{kind}]->(b:{label_of(target)} {{id: $target}}) "
        "RETURN r, a.name AS source_name, b.name AS target_name, b.name_en AS target_name_en LIMIT 1"
    )
    rows = store.query(text, {"source": source, "target": target}).records()
    if not rows:
        return None
    row = rows[0]
    return {**row.pop("r")["properties"], **row, "type": kind, "source": source, "target": target}


def speeches(store: Store, limit: int = 500) -> list[Record]:
    """Return the speeches by their document ids, at most `limit`."""
    text = (
        "MATCH (s:Speech) RETURN s.id AS id, s.name AS name, s.doc AS doc, s.genre AS genre, s.level AS level, "
        "s.date_earliest AS date_earliest, s.date_latest AS date_latest, s.chars AS chars, "
        f"s.provenance AS provenance ORDER BY s.doc LIMIT {int(limit)}"
    )
    return store.query(text).records()


def search(store: Store, text: str, limit: int = 20) -> list[Record]:
    """Return nodes whose name contains a text, the shortest names first."""
    found: list[Record] = []
    for label in ("Theme", "Principle", "Slogan", "Speech", "Document", "Person", "Organization", "Place", "Event"):
        query = (
            f"MATCH (n:{label}) WHERE n.name CONTAINS $text RETURN n.id AS id, n.name AS name, '{label}' AS label "
            f"ORDER BY size(n.name), n.name LIMIT {int(limit)}"
        )
        found += store.query(query, {"text": text}).records()
    return sorted(found, key=lambda row: (len(str(row["name"])), str(row["name"])))[:limit]


def mentions_count(store: Store, node_id: str, speech: str | None = None) -> int:
    """Return how many mentions of a node there are, in one speech or in all."""
    where = "WHERE x.speech = $speech " if speech else ""
    text = f"MATCH (x:Sentence)-[m:MENTIONS]->(n:{label_of(node_id)} {{id: $id}}) {where}RETURN count(m) AS n"
    return int(store.query(text, {"id": node_id, "speech": speech or ""}).rows[0][0])


def mentions(store: Store, node_id: str, skip: int = 0, limit: int = PAGE, speech: str | None = None) -> list[Place]:
    """Return the places where a node is mentioned, by speech and place."""
    where = "WHERE x.speech = $speech " if speech else ""
    text = (
        f"MATCH (c:Section)-[:HAS_SENTENCE]->(x:Sentence)-[m:MENTIONS]->(n:{label_of(node_id)} {{id: $id}}) {where}"
        "RETURN x.speech AS speech, x.id AS sentence, x.order AS order, x.start AS start, x.text AS text, "
        "c.name AS section, m.start AS from, m.end AS to ORDER BY speech, from, to DESC "
        f"SKIP {int(skip)} LIMIT {int(limit)}"
    )
    rows = store.query(text, {"id": node_id, "speech": speech or ""}).records()
    places = [_place(row, [Span(row["from"], row["to"], label_of(node_id), node_id)]) for row in rows]
    return in_paragraphs(store, places)


def evidence(store: Store, references: Sequence[str], node_id: str, skip: int = 0, limit: int = PAGE) -> list[Place]:
    """Return the places that references `SPEECH_ID#START-END` name, in their order.

    A reference shorter than its sentence is marked as a span of the node `node_id`.
    """
    wanted = []
    for reference in references[skip : skip + limit]:
        speech, _, span = reference.rpartition("#")
        start, _, end = span.partition("-")
        wanted.append({"speech": speech, "start": int(start), "end": int(end)})
    text = (
        "UNWIND $wanted AS w MATCH (c:Section)-[:HAS_SENTENCE]->(x:Sentence {speech: w.speech}) "
        "WHERE x.start < w.end AND x.end > w.start RETURN x.speech AS speech, x.id AS sentence, x.order AS order, "
        "x.start AS start, x.text AS text, c.name AS section, w.start AS from, w.end AS to ORDER BY order"
    )
    found: dict[tuple[object, ...], Record] = {}
    for row in store.query(text, {"wanted": wanted}).records():
        first = found.setdefault((row["speech"], row["from"], row["to"]), row)
        if first is not row:  # the span runs on into the next sentence
            first["text"] = str(first["text"]) + str(row["text"])
            first["last"] = row["order"]
    places = []
    for want in wanted:
        row = found.get((want["speech"], want["start"], want["end"]))
        if row is None:
            continue
        whole = want["start"] == row["start"] and want["end"] >= row["start"] + len(row["text"].rstrip())
        spans = [] if whole else [Span(want["start"], want["end"], label_of(node_id), node_id)]
        places.append(_place(row, spans))
    return in_paragraphs(store, places)


def places_of(store: Store, node_id: str) -> list[str]:
    """Return where a quotation or a passage stands, as references `SPEECH_ID#START-END`."""
    kind = {"Quotation": "QUOTES", "Passage": "CONTAINS_PASSAGE"}[label_of(node_id)]
    text = (
        f"MATCH (s:Speech)-[r:{kind}]->(n:{label_of(node_id)} {{id: $id}}) "
        "RETURN s.id AS speech, r.start AS start, r.end AS end ORDER BY speech, start"
    )
    return [f"{row['speech']}#{row['start']}-{row['end']}" for row in store.query(text, {"id": node_id}).records()]


def _place(row: Record, spans: list[Span]) -> Place:
    place = Place(row["speech"], row["sentence"], row["order"], row["start"], row["text"], row["section"], spans)
    place.last = row.get("last", place.order)
    return place


def in_paragraphs(store: Store, places: list[Place]) -> list[Place]:
    """Add to each place what stands before and after its sentence in the same paragraph."""
    windows = [{"speech": p.speech, "low": p.order - _WINDOW, "high": p.last + _WINDOW} for p in places]
    text = (
        "UNWIND $windows AS w MATCH (x:Sentence {speech: w.speech}) WHERE x.order >= w.low AND x.order <= w.high "
        "RETURN DISTINCT x.speech AS speech, x.order AS order, x.text AS text"
    )
    around = {(r["speech"], r["order"]): r["text"] for r in store.query(text, {"windows": windows}).records()}
    for place in places:
        order, before, after = place.order - 1, "", ""
        while (sentence := around.get((place.speech, order))) is not None and not sentence.endswith(("\n", "\r")):
            before, order = sentence + before, order - 1
        order, last = place.last + 1, place.text
        while not last.endswith(("\n", "\r")) and (last := around.get((place.speech, order), "\n")) != "\n":
            after, order = after + last, order + 1
        place.before, place.after = before, after
    return places


def text_of(store: Store, speech: str) -> list[Record]:
    """Return the sentences of a speech, in order, each with its innermost section."""
    text = (
        "MATCH (c:Section)-[:HAS_SENTENCE]->(x:Sentence {speech: $speech}) RETURN x.id AS id, x.order AS order, "
        "x.start AS start, x.end AS end, x.text AS text, c.id AS section ORDER BY order"
    )
    return store.query(text, {"speech": speech}, Limits(rows=20000, seconds=10)).records()


def sections_of(store: Store, speech: str) -> list[Record]:
    """Return the sections of a speech, in order."""
    text = (
        "MATCH (c:Section {speech: $speech}) RETURN c.id AS id, c.name AS name, c.level AS level, c.start AS start, "
        "c.end AS end ORDER BY start, level"
    )
    return store.query(text, {"speech": speech}, Limits(rows=5000)).records()


def marks_of(store: Store, speech: str) -> list[Record]:
    """Return every mention of a speech: its span, its node and how it was found."""
    rows: list[Record] = []
    for label in MENTIONED:
        text = (
            f"MATCH (x:Sentence {{speech: $speech}})-[m:MENTIONS]->(n:{label}) RETURN m.start AS start, m.end AS end, "
            f"n.id AS id, n.name AS name, '{label}' AS label, m.method AS method, m.score AS score, m.voice AS voice, "
            "m.depth AS depth ORDER BY start"
        )
        rows += store.query(text, {"speech": speech}, Limits(rows=20000, seconds=10)).records()
    quotes = (
        "MATCH (s:Speech {id: $speech})-[r:QUOTES]->(q:Quotation) RETURN r.start AS start, r.end AS end, q.id AS id, "
        "q.speaker AS name, 'Quotation' AS label, q.end_basis AS method, 1.0 AS score, r.cue AS voice, 0 AS depth"
    )
    return rows + store.query(quotes, {"speech": speech}, Limits(rows=5000)).records()


def passages_of(store: Store, speech: str) -> list[Record]:
    """Return the passages of a speech that other speeches have too, in its order, with the names of up to 5 of them.

    Fixed wording of many texts (kind formulaic) is no passage here.
    """
    text = (
        "MATCH (s:Speech {id: $speech})-[r:CONTAINS_PASSAGE]->(p:Passage)<-[:CONTAINS_PASSAGE]-(o:Speech) "
        "WHERE p.kind <> 'formulaic' AND o.id <> $speech WITH r, p, o ORDER BY o.name "
        "WITH r, p, collect(DISTINCT o.name) AS others "
        "RETURN r.start AS start, r.text AS text, p.id AS id, p.kind AS kind, others[0..5] AS others ORDER BY start"
    )
    return store.query(text, {"speech": speech}).records()
