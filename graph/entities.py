"""What mentions lead to: one node for each thing that is meant, however it is worded.

A mention's `canonical` name makes the node; besides, a formula whose readings differ is told apart by its issuer (by
its members where the text lists some that no known reading has), and a relative organ by its region. Where a speech betrays no region, its relative organs are nodes of its own: nothing
says that two 县委 of unknown counties are one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.records import Mention, Value
from graph.ids import node_id
from graph.lexicon_index import LexiconIndex, agreed, issuer_by_members
from graph.model import FORMULATIONS, LABEL_OF_MENTION, NODE_LABELS
from graph.organs import level_of_relative
from graph.structure import Placed

_KINDS = (("FORMULA", "formula"), ("SPIRIT", "spirit"), ("PRINCIPLE", "doctrine"), ("ALLUSION", "allusion"))
_SLOGAN_KINDS = ("motto", "metaphor", "allusion")
_SAID = ("kind", "source", "size", "issuer", "name_en")
"""Attributes of a mention that its node takes over where the lexicon has none."""


@dataclass(slots=True)
class Entity:
    """A node in the making: what identifies it and what its mentions say of it."""

    id: str
    label: str
    name: str
    issuer: str | None = None
    region: str | None = None
    one_reading: bool = False
    mentioned: bool = False
    labels: set[str] = field(default_factory=set)
    surfaces: set[str] = field(default_factory=set)
    readings: set[str] = field(default_factory=set)
    said: dict[str, Value] = field(default_factory=dict)


class Entities:
    """All nodes that mentions, speakers and members lead to, by id, in the order of their first appearance."""

    def __init__(self, lexicon: LexiconIndex) -> None:
        self.lexicon = lexicon
        self.by_id: dict[str, Entity] = {}
        self._ids: dict[tuple[str, str, str], str] = {}

    def mentioned(self, mention: Mention, placed: Placed) -> Entity:
        """Return the node that a mention leads to, and note what the mention says of it."""
        label = LABEL_OF_MENTION[mention.label]
        if label == "Principle":
            entity = self._reading(mention)
        else:
            entity = self.named(label, mention.canonical, placed, mention.attrs.get("region"))
        entity.mentioned = True
        entity.labels.add(mention.label)
        entity.surfaces.add(mention.text)
        if "reading" in mention.attrs:
            entity.readings.add(str(mention.attrs["reading"]))
        for key in _SAID:
            if mention.attrs.get(key) is not None:
                entity.said.setdefault(key, mention.attrs[key])
        return entity

    def named(self, label: str, name: str, placed: Placed, region: Value = None) -> Entity:
        """Return the node of a name as a speech uses it."""
        if label != "Organization" or not (region or level_of_relative(name)):
            return self._get(label, name)
        region = str(region) if region else placed.reading.metadata.region
        entity = self._get(label, name, region or placed.id)
        entity.region = region
        return entity

    def formulation(self, wording: str) -> Entity:
        """Return the node of a formula's member: a known formulation, or a Principle that stands only as a member."""
        known = self.lexicon.formulation(wording)
        if known is None:
            there = [label for label in FORMULATIONS if (label, wording, "") in self._ids]
            known = (there[0] if there else "Principle", wording)
        return self._get(*known)

    def _get(self, label: str, name: str, qualifier: str = "") -> Entity:
        key = (label, name, qualifier)
        if key not in self._ids:
            self._ids[key] = node_id(label, name, *([qualifier] if qualifier else []))
            self.by_id[self._ids[key]] = Entity(self._ids[key], label, name)
        return self.by_id[self._ids[key]]

    def _reading(self, mention: Mention) -> Entity:
        """Return the Principle that a mention means: one reading where the text tells which, else the bare label."""
        readings = self.lexicon.readings(mention.canonical)
        members = mention.attrs.get("members") or ()
        if len(readings) < 2:
            return self._get("Principle", mention.canonical)
        issuer = mention.attrs.get("issuer") or issuer_by_members(readings, members)
        entity = self._get("Principle", mention.canonical, str(issuer) if issuer else "|".join(members))
        entity.issuer = str(issuer) if issuer else None
        entity.one_reading = bool(issuer or members)
        return entity


def attributes(entity: Entity, lexicon: LexiconIndex) -> dict[str, object]:
    """Return the properties of a node: from the lexicon where it agrees with itself, else from the mentions."""
    entries = lexicon.entries(entity.label, entity.name)
    if entity.issuer:
        entries = [entry for entry in entries if entry.issuer == entity.issuer]
    known: dict[str, object] = {**entity.said, **agreed(entries)}
    seen = {surface for surface in entity.surfaces if not any(map(str.isspace, surface))}
    wordings = {form for entry in entries for form in entry.forms} | seen
    if entity.label in FORMULATIONS:
        known["kind"] = _kind(entity, [entry.label for entry in entries], known.get("kind"))
        known["forms"] = [entity.name, *sorted(wordings - {entity.name})]
        statuses = {entry.status for entry in entries}
        known["status"] = statuses.pop() if len(statuses) == 1 else "unknown"
        known["attested"] = entity.mentioned or any(entry.attested for entry in entries)
        known["reading"] = _reading(entity, lexicon)
    elif wordings - {entity.name}:
        known["aliases"] = sorted(wordings - {entity.name})
    if entity.label == "Organization":
        known |= {"region": entity.region, "level": level_of_relative(entity.name)}
    table = NODE_LABELS[entity.label].properties
    kept = {key: value for key, value in known.items() if key in table and value is not None}
    return {"label": entity.label, "name": entity.name, **kept}


def _kind(entity: Entity, entry_labels: list[str], said: object) -> str:
    """Return the kind of a formulation: by its labels in the texts, else in the lexicon, else `member`."""
    if entity.label == "Slogan" and said in _SLOGAN_KINDS:
        return str(said)
    for labels in (entity.labels, set(entry_labels)):
        for label, kind in _KINDS:
            if label in labels:
                return kind
    return "motto" if entity.label == "Slogan" else "member"


def _reading(entity: Entity, lexicon: LexiconIndex) -> str | None:
    """Return `open` where a text leaves open which list is meant, `fixed` where there is one; None for other kinds."""
    if entity.label != "Principle":
        return None
    readings = lexicon.readings(entity.name)
    if entity.one_reading:
        return "fixed"
    if "open" in entity.readings or len(readings) > 1:
        return "open"
    return "fixed" if "fixed" in entity.readings or any(r.members for r in readings) else None
