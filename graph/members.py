"""COMPRISES, from a formula to its members, and CONTAINS, from a wording to a shorter one that stands inside it."""

from __future__ import annotations

import networkx as nx

from extract.records import Entry
from graph.entities import Entities, Entity
from graph.ids import evidence_of, relationship_id
from graph.mentions import Occurrence
from graph.model import FORMULATIONS
from graph.structure import Placed

_SHORTEST = 2
"""Characters of the shortest wording that CONTAINS speaks of."""


class Members:
    """Collects the members that texts list, then adds them to those of the lexicon."""

    def __init__(self) -> None:
        self._listed: dict[str, dict[str, list[str]]] = {}

    def note(self, placed: Placed, occurrences: list[Occurrence]) -> None:
        """Note the lists that stand in a speech; the evidence of a member is where its words stand."""
        text = placed.reading.speech.text
        for occurrence in occurrences:
            mention = occurrence.mention
            for member in mention.attrs.get("members") or ():
                start = text.find(member, mention.start)
                start = start if start >= 0 else text.rfind(member, 0, mention.start)
                span = (start, start + len(member)) if start >= 0 else (mention.start, mention.end)
                places = self._listed.setdefault(occurrence.entity.id, {}).setdefault(member, [])
                if (place := evidence_of(placed.id, *span)) not in places:
                    places.append(place)

    def add(self, G: nx.MultiDiGraph, entities: Entities) -> None:
        """Add COMPRISES for every formulation of the graph, and for members that are formulas themselves.

        `evidence` says where a text lists the member, `source` that the lexicon does; both may stand side by side.
        The order is the lexicon's; what only a text lists follows in the text's order.
        """
        waiting = [entity for entity in entities.by_id.values() if entity.label in FORMULATIONS]
        done = set()
        while waiting:
            whole = waiting.pop(0)
            if whole.id in done:
                continue
            done.add(whole.id)
            waiting += self._add_members(G, whole, entities)

    def _add_members(self, G: nx.MultiDiGraph, whole: Entity, entities: Entities) -> list[Entity]:
        found: dict[str, dict[str, object]] = {}
        for entry in _listing(whole, entities):
            for member in entry.members:
                found.setdefault(entities.formulation(member).id, {"source": entry.source or "lexicon"})
        for member, places in self._listed.get(whole.id, {}).items():
            part = entities.formulation(member)
            part.surfaces.add(member)
            properties = found.setdefault(part.id, {})
            properties["evidence"] = [*properties.get("evidence", []), *places]
        found.pop(whole.id, None)
        for order, (part, properties) in enumerate(found.items(), 1):
            key = relationship_id("COMPRISES", whole.id, part)
            G.add_edge(whole.id, part, key, type="COMPRISES", order=order, **properties)
        return [entities.by_id[part] for part in found]


def _listing(whole: Entity, entities: Entities) -> list[Entry]:
    """Return the lexicon entry whose members are meant; none where its readings differ and the texts leave it open."""
    entries = entities.lexicon.entries(whole.label, whole.name)
    if len({(entry.issuer, entry.members) for entry in entries}) > 1:
        entries = [entry for entry in entries if whole.issuer and entry.issuer == whole.issuer]
    return [entry for entry in entries if entry.members][:1]


def add_contains(G: nx.MultiDiGraph, entities: Entities) -> None:
    """Add CONTAINS between formulations of the graph whose names contain each other."""
    names: dict[str, list[str]] = {}
    formulations = [entity for entity in entities.by_id.values() if entity.label in FORMULATIONS]
    for entity in formulations:
        names.setdefault(entity.name, []).append(entity.id)
    lengths = sorted({len(name) for name in names if len(name) >= _SHORTEST})
    for entity in formulations:
        for part in _parts(entity.name, lengths):
            for target in names.get(part, ()):
                key = relationship_id("CONTAINS", entity.id, target)
                G.add_edge(entity.id, target, key, type="CONTAINS")


def _parts(name: str, lengths: list[int]) -> dict[str, None]:
    """Return the proper parts of a name that have one of these lengths, each once, in text order."""
    shorter = [length for length in lengths if length < len(name)]
    return {name[at : at + n]: None for n in shorter for at in range(len(name) - n + 1)}
