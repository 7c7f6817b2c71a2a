"""MENTIONS, from sentences to what they name, and the counts by speech that follow: USES, CITES, NAMES."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx

from extract.records import Mention
from graph.entities import Entities, Entity
from graph.ids import evidence_of, relationship_id
from graph.model import FORMULATIONS, LABEL_OF_MENTION
from graph.structure import Placed


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A mention in its speech: the node it leads to and the index of its sentence."""

    entity: Entity
    mention: Mention
    sentence: int
    reading_basis: str | None = None

    @property
    def depth(self) -> int:
        """0 for a mention that stands in no longer one of its group."""
        return int(self.mention.attrs.get("depth", 0))

    @property
    def formulation(self) -> bool:
        """Whether a Principle or a Slogan is mentioned."""
        return self.entity.label in FORMULATIONS


def add_mentions(G: nx.MultiDiGraph, placed: Placed, entities: Entities) -> list[Occurrence]:
    """Add a speech's MENTIONS and return them in text order. The same span of the same node counts once."""
    occurrences = []
    for occurrence in _occurrences(placed, entities):
        mention, target = occurrence.mention, occurrence.entity.id
        source = placed.sentence_ids[occurrence.sentence]
        key = relationship_id("MENTIONS", source, target, mention.start, mention.end)
        if G.has_edge(source, target, key):
            continue
        G.add_edge(source, target, key, **_mention_properties(occurrence))
        occurrences.append(occurrence)
    return occurrences


def _occurrences(placed: Placed, entities: Entities) -> Iterator[Occurrence]:
    """Yield the mentions that lead to a node, by start, the longer first."""
    order = {label: rank for rank, label in enumerate(LABEL_OF_MENTION)}
    mentions = [mention for mention in placed.reading.speech.mentions if mention.label in order]
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end, order[m.label], m.canonical)):
        entity, basis = entities.mentioned(mention, placed)
        yield Occurrence(entity, mention, placed.sentence_at(mention.start), basis)


def _mention_properties(occurrence: Occurrence) -> dict[str, object]:
    mention, attrs = occurrence.mention, occurrence.mention.attrs
    properties = {
        "type": "MENTIONS",
        "start": mention.start,
        "end": mention.end,
        "surface": mention.text,
        "method": mention.method,
        "score": float(mention.score),
        "depth": int(attrs.get("depth", 0)),
        "voice": attrs.get("voice", "own"),
        "in_heading": bool(attrs.get("in_heading", False)),
        "stance": attrs.get("stance", "unclear"),
    }
    if attrs.get("stance_cue"):
        properties["stance_cue"] = attrs["stance_cue"]
    if occurrence.reading_basis:
        properties["reading_basis"] = occurrence.reading_basis
    if isinstance(attrs.get("members"), tuple) and attrs["members"]:
        properties["members_listed"] = len(attrs["members"])
    return properties


def add_uses(G: nx.MultiDiGraph, placed: Placed, occurrences: list[Occurrence]) -> None:
    """Add USES, CITES and NAMES of a speech: one a node, with a count and one piece of evidence for each counted.

    USES counts the mentions of depth 0; a formulation that stands only inside longer wordings is not used, and has
    no USES. CITES and NAMES count every mention.
    """
    by_entity: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences:
        by_entity.setdefault(occurrence.entity.id, []).append(occurrence)
    for target, found in by_entity.items():
        label = found[0].entity.label
        kind = "USES" if label in FORMULATIONS else "CITES" if label == "Document" else "NAMES"
        counted = [o for o in found if o.depth == 0] if kind == "USES" else found
        if not counted:
            continue
        parts = _parts(counted, len(found)) if kind == "USES" else {}
        evidence = [evidence_of(placed.id, o.mention.start, o.mention.end) for o in counted]
        key = relationship_id(kind, placed.id, target)
        G.add_edge(placed.id, target, key, type=kind, count=len(evidence), evidence=evidence, **parts)


def _parts(counted: list[Occurrence], total: int) -> dict[str, int]:
    """Return the parts of a count by voice, how many are opposed, and how many mentions are nested beside it."""
    voices = [occurrence.mention.attrs.get("voice", "own") for occurrence in counted]
    stances = [occurrence.mention.attrs.get("stance") for occurrence in counted]
    return {
        "own": voices.count("own"),
        "quoted": voices.count("quoted"),
        "in_title": voices.count("title"),
        "opposed": stances.count("opposed"),
        "nested": total - len(counted),
    }
