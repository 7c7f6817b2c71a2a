"""What mentions lead to: one node for each thing that is meant, however it is worded.

A mention's `canonical` name makes the node; besides, a formula whose readings differ is told apart by its issuer or its
members (`graph.formula_readings`), and a relative organ by its region. Where a speech betrays no region, its relative
organs are nodes of its own: nothing says that two 县委 of unknown counties are one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.records import Entry, Mention, Value
from graph.formula_readings import FormulaReading, FormulaReadings
from graph.ids import node_id
from graph.lexicon_index import LexiconIndex, agreed
from graph.model import FORMULATIONS, LABEL_OF_MENTION, NODE_LABELS
from graph.organs import level_of_issuer, level_of_relative
from graph.structure import Placed

_KINDS = (("FORMULA", "formula"), ("SPIRIT", "spirit"), ("PRINCIPLE", "doctrine"), ("ALLUSION", "allusion"))
_SLOGAN_KINDS = ("motto", "metaphor", "allusion")
_SAID = ("kind", "source", "size", "name_en")
"""Attributes of a mention that its node takes over where the lexicon has none."""


@dataclass(slots=True)
class Entity:
    """A node in the making: what identifies it and what its mentions say of it."""

    id: str
    label: str
    name: str
    reading: FormulaReading | None = None
    region: str | None = None
    members_listed: int = 0
    mentioned: bool = False
    labels: set[str] = field(default_factory=set)
    surfaces: set[str] = field(default_factory=set)
    readings: set[str] = field(default_factory=set)
    said: dict[str, Value] = field(default_factory=dict)


class Entities:
    """All nodes that mentions, speakers and members lead to, by id, in the order of their first appearance."""

    def __init__(self, lexicon: LexiconIndex, formulas: FormulaReadings) -> None:
        self.lexicon = lexicon
        self.formulas = formulas
        self.by_id: dict[str, Entity] = {}
        self._ids: dict[tuple[str, str, str], str] = {}

    def mentioned(self, mention: Mention, placed: Placed) -> tuple[Entity, str | None]:
        """Return the node that a mention leads to, and the ground for its reading; note what the mention says of it."""
        label, basis = LABEL_OF_MENTION[mention.label], None
        if label == "Principle":
            reading, basis = self.formulas.meant(mention, placed.reading.speech)
            entity = self.of_reading(reading)
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
        return entity, basis if basis != "only" else None

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
        return self.label_node(*known)

    def label_node(self, label: str, name: str) -> Entity:
        """Return the node of a formulation's name; of a Principle with several readings the bare label."""
        return self.of_reading(self.formulas.bare(name)) if label == "Principle" else self._get(label, name)

    def plain(self, label: str, name: str) -> Entity:
        """Return the node of a name that nothing else tells apart."""
        return self._get(label, name)

    def of_reading(self, reading: FormulaReading) -> Entity:
        """Return the Principle of a reading, or of the bare label."""
        entity = self._get("Principle", reading.name, reading.qualifier)
        entity.reading = reading
        return entity

    def entries(self, entity: Entity) -> list[Entry]:
        """Return what the lexicon says of a node: of one reading its own entry, of a bare label those that are no reading."""
        entries = self.lexicon.entries(entity.label, entity.name)
        if entity.reading and entity.reading.is_open:
            return [entry for entry in entries if not (entry.issuer or entry.members)]
        if entity.reading and (entity.reading.entry or entity.reading.qualifier):
            return [entry for entry in entries if entry == entity.reading.entry]
        return entries

    def _get(self, label: str, name: str, qualifier: str = "") -> Entity:
        key = (label, name, qualifier)
        if key not in self._ids:
            self._ids[key] = node_id(label, name, *([qualifier] if qualifier else []))
            self.by_id[self._ids[key]] = Entity(self._ids[key], label, name)
        return self.by_id[self._ids[key]]


def attributes(entity: Entity, entities: Entities) -> dict[str, object]:
    """Return the properties of a node: from the lexicon where it agrees with itself, else from the mentions."""
    entries = entities.entries(entity)
    known: dict[str, object] = {**entity.said, **agreed(entries)}
    seen = {surface for surface in entity.surfaces if not any(map(str.isspace, surface))}
    wordings = {form for entry in entries for form in entry.forms} | seen
    if entity.label in FORMULATIONS:
        of_label = entities.lexicon.entries(entity.label, entity.name)
        known = {key: value for key, value in agreed(of_label).items() if key == "size"} | known
        known["kind"] = _kind(entity, [entry.label for entry in of_label], known.get("kind"))
        known["forms"] = [entity.name, *sorted(wordings - {entity.name})]
        statuses = {entry.status for entry in entries}
        known["status"] = statuses.pop() if len(statuses) == 1 else "unknown"
        known["attested"] = entity.mentioned or any(entry.attested for entry in entries)
        known["reading"] = _reading(entity, entities)
        known["issuer_level"] = _issuer_level(known.get("issuer"), entities.lexicon)
        known |= _list_status(entity.members_listed, known.get("size"))
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


def _issuer_level(issuer: object, lexicon: LexiconIndex) -> str | None:
    """Return the level of the issuer that all entries name; of several names the first."""
    if not isinstance(issuer, str):
        return None
    name = issuer.split("、")[0]
    label, known = lexicon.named(name)
    return level_of_issuer(name, label == "Person" and any(entry.kind == "leader" for entry in lexicon.entries(label, known)))


def _list_status(listed: int, size: object) -> dict[str, object]:
    """Say whether the members that are known are as many as the numeral promises: complete, short or long."""
    if not listed or not isinstance(size, int):
        return {"members_listed": listed} if listed else {}
    return {"members_listed": listed, "list_status": "complete" if listed == size else "short" if listed < size else "long"}


def _reading(entity: Entity, entities: Entities) -> str | None:
    """Return `open` where a text leaves open which list is meant, `fixed` where there is one; None for other kinds."""
    if entity.label != "Principle":
        return None
    if entity.reading and entity.reading.is_open:
        return "open"
    if entity.reading and (entity.reading.qualifier or entity.reading.members):
        return "fixed"
    said = entity.readings & {"open", "fixed"}
    if said:
        return "open" if "open" in said else "fixed"
    return "fixed" if any(entry.members for entry in entities.entries(entity)) else None
