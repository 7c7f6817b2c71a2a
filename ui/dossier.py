"""What there is to know about one formulation: its places, the texts that use it, when, and in whose words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.stores.store import Limits, Store
from ui.data import label_of, relationship_key

MOST_PLACES = 1000
"""Places of a wording that the concordance holds; more are counted, not listed."""

CONTEXT = 60
"""Characters on each side of a wording."""

Record = dict[str, object]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of a formulation: `left + surface + right` stands in the sentence `sentence`, `start` in the source."""

    speech: str
    sentence: str
    order: int
    section: str
    start: int
    end: int
    left: str
    surface: str
    right: str
    voice: str
    stance: str
    depth: int


@dataclass(frozen=True, slots=True)
class Period:
    """A year, or None where a text's dates do not decide it: texts of the collection, those that use it, mentions."""

    year: str | None
    texts: int
    using: int
    count: int


def named(store: Store, text: str) -> Record | None:
    """Return the formulation with a name, or the one with the shortest name that holds the text."""
    found: list[Record] = []
    for label in ("Principle", "Slogan"):
        query = f"MATCH (n:{label}) WHERE n.name CONTAINS $text RETURN n.id AS id, n.name AS name ORDER BY size(n.name), name LIMIT 1"
        found += store.query(query, {"text": text}).records()
    return min(found, key=lambda row: (len(row["name"]), row["name"]), default=None)


def occurrences(store: Store, node_id: str) -> tuple[list[Occurrence], bool]:
    """Return the places of a formulation by speech and place, and whether there are more."""
    text = (
        f"MATCH (c:Section)-[:HAS_SENTENCE]->(x:Sentence)-[m:MENTIONS]->(n:{label_of(node_id)} {{id: $id}}) "
        "RETURN x.speech AS speech, x.id AS sentence, x.order AS order, c.name AS section, x.start AS at, x.text AS text, "
        "m.start AS start, m.end AS end, m.surface AS surface, m.voice AS voice, m.stance AS stance, m.depth AS depth "
        "ORDER BY speech, start"
    )
    table = store.query(text, {"id": node_id}, Limits(rows=MOST_PLACES, seconds=10))
    return [_occurrence(row) for row in table.records()], table.truncated


def _occurrence(row: Record) -> Occurrence:
    text, at = row["text"], row["at"]
    left, right = text[: row["start"] - at], text[row["end"] - at :].rstrip()
    kept = ("speech", "sentence", "order", "section", "start", "end", "surface")
    return Occurrence(
        **{name: row[name] for name in kept},
        left=left.lstrip()[-CONTEXT:],
        right=right[:CONTEXT],
        voice=row["voice"] or "",
        stance=row["stance"] or "",
        depth=row["depth"] or 0,
    )


def uses(store: Store, node_id: str, limit: int = 500) -> list[Record]:
    """Return the texts that use a formulation: counts, their parts, the text's sentences and the relationship's key."""
    text = (
        f"MATCH (s:Speech)-[u:USES]->(n:{label_of(node_id)} {{id: $id}}) RETURN s.id AS speech, s.name AS name, "
        "s.date_earliest AS date_earliest, s.date_latest AS date_latest, u.count AS count, u.own AS own, u.quoted AS quoted, "
        f"u.in_title AS in_title, u.opposed AS opposed, u.nested AS nested ORDER BY count DESC, name LIMIT {int(limit)}"
    )
    rows = store.query(text, {"id": node_id}).records()
    sentences = sentence_counts(store, [row["speech"] for row in rows])
    for row in rows:
        row["sentences"] = sentences.get(row["speech"], 0)
        row["edge"] = relationship_key("USES", row["speech"], node_id)
    return rows


def sentence_counts(store: Store, speeches: Sequence[str]) -> dict[str, int]:
    """Return how many sentences each of these speeches has."""
    text = "UNWIND $speeches AS id MATCH (x:Sentence {speech: id}) RETURN id, count(x) AS n"
    return {row["id"]: row["n"] for row in store.query(text, {"speeches": list(speeches)}, Limits(rows=100_000)).records()}


def periods(store: Store, node_id: str) -> list[Period]:
    """Return the years of the collection's texts and how much of the formulation each has, the undecided ones last.

    A text counts for a year only where both bounds of its date lie in it.
    """
    everything = Limits(rows=50_000, seconds=10)
    all_texts = store.query("MATCH (s:Speech) RETURN s.date_earliest AS a, s.date_latest AS b, count(*) AS texts", {}, everything)
    using = store.query(
        f"MATCH (s:Speech)-[u:USES]->(n:{label_of(node_id)} {{id: $id}}) "
        "RETURN s.date_earliest AS a, s.date_latest AS b, count(*) AS texts, sum(u.count) AS count",
        {"id": node_id},
        everything,
    )
    sums: dict[str | None, list[int]] = {}
    for row in all_texts.records():
        sums.setdefault(_year(row), [0, 0, 0])[0] += row["texts"]
    for row in using.records():
        found = sums.setdefault(_year(row), [0, 0, 0])
        found[1] += row["texts"]
        found[2] += row["count"]
    ordered = sorted(sums, key=lambda year: (year is None, year or ""))
    return [Period(year, *sums[year]) for year in ordered]


def _year(row: Record) -> str | None:
    first, last = (str(row[end] or "")[:4] for end in ("a", "b"))
    return first if first and first == last else None


def quotations(store: Store, found: Sequence[Occurrence]) -> list[Record]:
    """Return the quotations in which these places stand, each with its speech and place."""
    speeches = sorted({one.speech for one in found})
    text = (
        "UNWIND $speeches AS id MATCH (s:Speech {id: id})-[r:QUOTES]->(q:Quotation) RETURN id AS speech, r.start AS start, "
        "r.end AS end, q.id AS id, q.text AS text, q.speaker AS speaker, q.speaker_text AS speaker_text ORDER BY speech, start, end"
    )
    rows = store.query(text, {"speeches": speeches}, Limits(rows=20_000, seconds=10)).records()
    places: dict[str, list[Occurrence]] = {}
    for one in found:
        places.setdefault(one.speech, []).append(one)
    return [row for row in rows if any(row["start"] <= p.start and p.end <= row["end"] for p in places[row["speech"]])]


def members(store: Store, node_id: str) -> list[str]:
    """Return the ids of a formula's members, in order."""
    text = f"MATCH (n:{label_of(node_id)} {{id: $id}})-[r:COMPRISES]->(m) RETURN m.id AS id ORDER BY r.order"
    return [row["id"] for row in store.query(text, {"id": node_id}).records()]
