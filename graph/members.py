"""COMPRISES, from a formula to its members; READING_OF, from a reading to its label; CONTAINS, to a shorter wording."""

from __future__ import annotations

import networkx as nx

from graph.entities import Entities, Entity
from graph.ids import evidence_of, relationship_id
from graph.member_words import aligned
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
        The order is the lexicon's; what only a text lists follows in the text's order. A member that a text words
        in another way is the lexicon's member (`graph.member_words`).
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
        entry = next((entry for entry in entities.entries(whole) if entry.members), None)
        members = entry.members if entry else whole.reading.members if whole.reading else ()
        for member in members:
            found.setdefault(entities.formulation(member).id, {"source": entry.source or "lexicon"} if entry else {})
        listed = self._listed.get(whole.id, {})
        same = aligned(tuple(listed), members)
        for at, (wording, places) in enumerate(listed.items()):
            part = entities.formulation(members[same[at]] if at in same else wording)
            if at not in same or members[same[at]] == wording:
                part.surfaces.add(wording)
            properties = found.setdefault(part.id, {})
            properties["evidence"] = [*properties.get("evidence", []), *places]
        found.pop(whole.id, None)
        whole.members_listed = len(found)
        for order, (part, properties) in enumerate(found.items(), 1):
            key = relationship_id("COMPRISES", whole.id, part)
            G.add_edge(whole.id, part, key, type="COMPRISES", order=order, **properties)
        return [entities.by_id[part] for part in found]


def add_reading_of(G: nx.MultiDiGraph, entities: Entities) -> None:
    """Add READING_OF from every known reading of a label of the graph to the bare label, where there are several.

    The readings that no text means are added with it: whoever meets 三服务 shall see which lists are known.
    """
    names = dict.fromkeys(entity.name for entity in list(entities.by_id.values()) if entity.reading)
    for name in names:
        bare = entities.formulas.bare(name)
        if not bare.is_open:
            continue
        target = entities.of_reading(bare).id
        for reading in entities.formulas.known(name):
            source = entities.of_reading(reading).id
            G.add_edge(source, target, relationship_id("READING_OF", source, target), type="READING_OF")


def add_contains(G: nx.MultiDiGraph, entities: Entities) -> None:
    """Add CONTAINS between formulations whose names contain each other.

    What is contained need not be mentioned on its own: 旗帜鲜明讲政治 holds 讲政治, a name of the lexicon. Of nodes that
    share a name the bare label is meant.
    """
    known = {wording: found for wording, found in entities.lexicon.wordings().items() if wording == found[1]}
    for entity in list(entities.by_id.values()):
        if entity.label in FORMULATIONS:
            known.setdefault(entity.name, (entity.label, entity.name))
    lengths = sorted({len(wording) for wording in known if len(wording) >= _SHORTEST})
    for entity in [one for one in entities.by_id.values() if one.label in FORMULATIONS]:
        parts = [known[part] for part in _parts(entity.name, lengths) if part in known]
        for label, name in dict.fromkeys(parts):
            target = entities.label_node(label, name)
            if target.name != entity.name:
                key = relationship_id("CONTAINS", entity.id, target.id)
                G.add_edge(entity.id, target.id, key, type="CONTAINS")


def _parts(name: str, lengths: list[int]) -> dict[str, None]:
    """Return the proper parts of a name that have one of these lengths, each once, in text order."""
    shorter = [length for length in lengths if length < len(name)]
    return {name[at : at + n]: None for n in shorter for at in range(len(name) - n + 1)}
