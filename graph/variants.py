"""VARIANT_OF: wordings of texts that are not the head form of what they mean, and how they differ from it.

What differs in marks, spaces or 和 for 、 is the same wording. A wording that differs in its words and that the lexicon
takes for a form of another name is a node of its own with VARIANT_OF to the head form; its mentions lead to the head form
(whose count they are), its evidence shows where it stands. So the wording is found by its own name, and nothing is counted
twice. Two names of the lexicon may be variants too (graph/variants.tsv): then each has its own mentions.

`edit` compares the words: shortened (two characters or more are left out), deleted, inserted, reordered, substituted.
`status`: what graph/variants.tsv says (official_revision, adaptation, slip, short_form); slip where only letters are
confused (已 for 己); short_form where the lexicon lists a wording that leaves words out; else unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import networkx as nx

from graph.entities import Entities, Entity
from graph.ids import evidence_of, relationship_id
from graph.member_words import alike, bare
from graph.mentions import Occurrence
from graph.structure import Placed

_SPELLINGS = str.maketrans({"帐": "账", "唯": "惟", "＋": "+", "０": "0", "和": None, "与": None})
_CONFUSED = str.maketrans({"已": "己", "巳": "己"})
_LEAST_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Known:
    """A line of the table: what a wording is to its head form, and who says so."""

    head: str
    status: str
    source: str | None


class Variants:
    """Collects the wordings of texts that are no head forms."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, str], list[str]] = {}

    def note(self, placed: Placed, occurrences: list[Occurrence]) -> None:
        """Note where formulations stand in other words than their own."""
        for occurrence in occurrences:
            mention, name = occurrence.mention, occurrence.entity.name
            wording = _name(mention.text)
            if occurrence.formulation and (wording in known() or _words(wording) != _words(name)):
                place = evidence_of(placed.id, mention.start, mention.end)
                self._places.setdefault((occurrence.entity.id, wording), []).append(place)

    def add(self, G: nx.MultiDiGraph, entities: Entities) -> None:
        """Add VARIANT_OF, and the nodes of the wordings that no mention leads to."""
        for (own, wording), places in self._places.items():
            entity = entities.by_id[own]
            line = known().get(wording)
            if line is not None and wording == entity.name:
                head = entities.formulation(line.head)
                if head.label == entity.label:
                    _add(G, entity, head, places, line)
            elif line is not None or alike(bare(wording), bare(entity.name)) >= _LEAST_ALIKE:
                _add(G, _node(wording, entity, entities), entity, places, line)


def _name(text: str) -> str:
    """Return a wording without white space, and without quotation marks that do not pair."""
    wording = "".join(text.split())
    return wording if wording.count("“") == wording.count("”") else wording.replace("“", "").replace("”", "")


def _node(wording: str, head: Entity, entities: Entities) -> Entity:
    entity = entities.plain(head.label, wording)
    entity.mentioned = True
    entity.labels |= head.labels
    return entity


def _add(G: nx.MultiDiGraph, derived: Entity, head: Entity, places: list[str], line: Known | None) -> None:
    if derived.id == head.id:
        return
    edit = edit_of(derived.name, head.name)
    properties: dict[str, object] = {"edit": edit, "status": line.status if line else _status(derived.name, head.name, edit)}
    if line and line.source:
        properties["source"] = line.source
    key = relationship_id("VARIANT_OF", derived.id, head.id)
    G.add_edge(derived.id, head.id, key, type="VARIANT_OF", **properties, evidence=places)


def edit_of(wording: str, head: str) -> str:
    """Return how a wording differs from its head form.

    >>> edit_of("打铁必须自身硬", "打铁还需自身硬"), edit_of("绝对忠诚", "对党绝对忠诚")
    ('substituted', 'shortened')
    """
    one, other = bare(wording), bare(head)
    if sorted(one) == sorted(other):
        return "reordered"
    if _stands_in(one, other):
        return "shortened" if len(other) - len(one) >= 2 else "deleted"
    return "inserted" if _stands_in(other, one) else "substituted"


def _stands_in(shorter: str, longer: str) -> bool:
    """Say whether all characters of a wording stand in another, in order."""
    rest = iter(longer)
    return all(letter in rest for letter in shorter)


def _status(wording: str, head: str, edit: str) -> str:
    if bare(wording).translate(_CONFUSED) == bare(head).translate(_CONFUSED):
        return "slip"
    return "short_form" if edit == "shortened" else "unknown"


def _words(wording: str) -> str:
    """Return what is compared of a wording: nothing that is spelling or joining only."""
    return bare(wording).translate(_SPELLINGS)


@cache
def known() -> dict[str, Known]:
    """Return the lines of graph/variants.tsv by their wording."""
    return dict(_lines((Path(__file__).parent / "variants.tsv").read_text(encoding="utf-8")))


def _lines(text: str) -> Iterator[tuple[str, Known]]:
    for line in text.split("\n")[1:]:
        if line and not line.startswith("#"):
            wording, head, status, source = line.split("\t")
            yield wording, Known(head, status, source or None)
