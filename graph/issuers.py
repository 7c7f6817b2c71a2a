"""ISSUED_BY: who is known to have put a formulation forward, as the lexicon and as the texts say it.

The lexicon names an issuer and a year (basis `lexicon`); a text says it in so many words (basis `text`): 习近平总书记提出的
“四个全面”. Several may stand side by side; none is proven. A text is a bound in time: the formulation is not younger than
the text. A congress or conference that put a list forward is an Organization of kind `meeting`.
"""

from __future__ import annotations

import re
from calendar import monthrange

import networkx as nx

from graph.entities import Entities, Entity
from graph.ids import evidence_of, relationship_id
from graph.mentions import Occurrence
from graph.model import FORMULATIONS
from graph.put_forward import named_issuer
from graph.structure import Placed

_MEETING = re.compile(".*(?:会议|大会|全会|座谈会|峰会|[一二三四五六七八九十]大)")
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class Issuers:
    """Collects what the texts say about issuers, then adds it to what the lexicon says."""

    def __init__(self) -> None:
        self._said: dict[tuple[str, str], list[tuple[Placed, str]]] = {}

    def note(self, placed: Placed, occurrences: list[Occurrence], entities: Entities) -> None:
        """Note the formulations that a speech attributes to somebody."""
        for occurrence in occurrences:
            mention = occurrence.mention
            if not occurrence.formulation or occurrence.depth:
                continue
            name = named_issuer(placed.reading.speech, mention)
            if name is not None:
                issuer = issuer_node(name.canonical, entities)
                place = evidence_of(placed.id, mention.start, mention.end)
                self._said.setdefault((occurrence.entity.id, issuer.id), []).append((placed, place))

    def add(self, G: nx.MultiDiGraph, entities: Entities) -> None:
        """Add ISSUED_BY: one relationship for each formulation, issuer and basis."""
        for entity in [one for one in entities.by_id.values() if one.label in FORMULATIONS]:
            for entry in entities.entries(entity):
                for name in _names(entry.issuer or ""):
                    properties = {"basis": "lexicon", "source": entry.source or "lexicon", **_bounds(entry.date)}
                    _add(G, entity.id, issuer_node(name, entities).id, properties)
        for (formulation, issuer), said in self._said.items():
            latest = [placed.reading.metadata.date_latest for placed, _ in said]
            properties: dict[str, object] = {"basis": "text", "source": "、".join(sorted({p.reading.speech.id for p, _ in said}))}
            properties["evidence"] = [place for _, place in said]
            if all(latest):
                properties["date_latest"] = min(map(str, latest))
            _add(G, formulation, issuer, properties)


def issuer_node(name: str, entities: Entities) -> Entity:
    """Return the Person, Organization or Document of an issuer's name; a meeting is an Organization."""
    label, known = entities.lexicon.named(name)
    entity = entities.plain(label, known)
    if label == "Organization" and _MEETING.fullmatch(known):
        entity.said.setdefault("kind", "meeting")
    return entity


def _names(issuer: str) -> list[str]:
    """Return the names in an entry's issuer: 中共中央办公厅、国务院办公厅 are two."""
    return [name for name in issuer.split("、") if name]


def _bounds(date: str | None) -> dict[str, str]:
    """Return the first and the last day that an entry's date allows.

    >>> _bounds("2015-10")
    {'date_earliest': '2015-10-01', 'date_latest': '2015-10-31'}
    """
    match = _DATE.fullmatch(date or "")
    if not match:
        return {}
    year, month, day = match.groups()
    last = day or str(monthrange(int(year), int(month or 12))[1]).zfill(2)
    return {"date_earliest": f"{year}-{month or '01'}-{day or '01'}", "date_latest": f"{year}-{month or '12'}-{last}"}


def _add(G: nx.MultiDiGraph, formulation: str, issuer: str, properties: dict[str, object]) -> None:
    basis, source = str(properties["basis"]), str(properties["source"])
    key = relationship_id("ISSUED_BY", formulation, issuer, basis, source)
    if not G.has_edge(formulation, issuer, key):
        G.add_edge(formulation, issuer, key, type="ISSUED_BY", **properties)
