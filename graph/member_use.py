"""USES_MEMBERS_OF: texts that have members of a formula, with its label or without it.

A member is used where its wording stands, or its core (`graph.member_words`), of four characters at least. A text uses
members of a formula if it has two different ones at least, and without the label also half of the list. Ordinary words
(graph/ordinary_members.txt: 经济建设) do not count towards that, unless one sentence has three members and half of the
list (经济建设、政治建设、文化建设). Of two formulas that the same words speak for, the one of which
more is used stays (道路自信、理论自信、制度自信、文化自信 are 四个自信, not three of them 三个自信), and one whose label stands in
the text. A text that is older than a formula does not use it, whatever words they share. Where the words fit several readings of a label, the bare label gets the relationship.

`used` counts different members; the evidence is the first place of each, so `used = size(evidence)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import ahocorasick_rs
import networkx as nx

from extract.records import Speech
from graph.entities import Entities
from graph.formula_readings import FormulaReading
from graph.ids import evidence_of, relationship_id
from graph.member_words import cores, plain
from graph.mentions import Occurrence
from graph.structure import Placed

FEWEST = 2
"""Different members that a text must have."""

TOGETHER = 3
"""Different members that a sentence must have where they are ordinary words."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Use:
    """The members of one reading that a text has, by their place in the list, with the first span of each."""

    reading: FormulaReading
    spans: dict[int, Span]
    label_used: bool

    @property
    def share(self) -> float:
        """Used members ÷ members."""
        return len(self.spans) / len(self.reading.members)


class MemberUse:
    """Finds the members of all known formulas in texts, by one automaton over their wordings."""

    def __init__(self, readings: Iterable[FormulaReading]) -> None:
        self._readings = [reading for reading in readings if len(reading.members) >= FEWEST]
        self._owners: dict[str, list[tuple[int, int]]] = {}
        for at, reading in enumerate(self._readings):
            for member, wordings in enumerate(cores(reading.members)):
                for wording in wordings:
                    self._owners.setdefault(wording, []).append((at, member))
        self._wordings = list(self._owners)
        self._automaton = ahocorasick_rs.AhoCorasick(self._wordings) if self._wordings else None

    def add(self, G: nx.MultiDiGraph, placed: Placed, occurrences: list[Occurrence], entities: Entities) -> None:
        """Add the relationships of one speech."""
        meant = {o.entity.id for o in occurrences if o.formulation}
        labels = {o.entity.name for o in occurrences if o.formulation}
        uses = list(self._uses(placed, labels))
        for reading, use in _by_label(_strongest(uses), entities, meant):
            target = entities.of_reading(reading).id
            evidence = [evidence_of(placed.id, *use.spans[member]) for member in sorted(use.spans)]
            key = relationship_id("USES_MEMBERS_OF", placed.id, target)
            properties = {"used": len(evidence), "size": len(use.reading.members), "label_used": use.label_used}
            G.add_edge(placed.id, target, key, type="USES_MEMBERS_OF", **properties, evidence=evidence)

    def _uses(self, placed: Placed, labels: set[str]) -> Iterator[Use]:
        """Yield the readings of which a text has enough members, in the lexicon's order."""
        found: dict[int, dict[int, Span]] = {}
        telling: dict[int, set[int]] = {}
        beside: dict[tuple[int, int], set[int]] = {}
        for wording, span in self._places(placed.reading.speech):
            sentence = placed.sentence_at(span[0])
            for at, member in self._owners[wording]:
                found.setdefault(at, {}).setdefault(member, span)
                beside.setdefault((at, sentence), set()).add(member)
                if wording not in ordinary():
                    telling.setdefault(at, set()).add(member)
        together: dict[int, int] = {}
        for (at, _), members in beside.items():
            together[at] = max(together.get(at, 0), len(members))
        for at in sorted(found):
            reading, sure, listed = self._readings[at], len(telling.get(at, ())), together[at]
            label_used = reading.name in labels
            half = len(reading.members) / 2
            if not label_used and _younger(reading, placed.reading.metadata.date_latest):
                continue
            if (sure >= FEWEST and (label_used or sure >= half)) or (listed >= TOGETHER and listed >= half):
                yield Use(reading, found[at], label_used)

    def _places(self, speech: Speech) -> Iterator[tuple[str, Span]]:
        """Yield where wordings stand in the source, in text order, the longer first."""
        if self._automaton is None:
            return
        words, offsets = plain(speech.text)
        found = self._automaton.find_matches_as_indexes(words, overlapping=True)
        for index, start, end in sorted(found, key=lambda hit: (hit[1], -hit[2])):
            yield self._wordings[index], (offsets[start], offsets[end - 1] + 1)


def _younger(reading: FormulaReading, date_latest: str | None) -> bool:
    """Say whether the lexicon dates a formula after the last day that a text can be of."""
    issued = reading.entry.date if reading.entry else None
    return bool(issued and date_latest and issued[:4].isdigit() and date_latest[:4] < issued[:4])


@cache
def ordinary() -> frozenset[str]:
    """Return the wordings that many texts have in their plain sense: 经济建设 says little of 五位一体."""
    lines = (Path(__file__).parent / "ordinary_members.txt").read_text(encoding="utf-8").split("\n")
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _strongest(uses: list[Use]) -> list[Use]:
    """Leave out a use whose words another formula takes up more fully, unless the text has its label."""
    kept = []
    for use in uses:
        words = set(use.spans.values())
        better = [
            other
            for other in uses
            if other.reading.name != use.reading.name
            and words <= set(other.spans.values())
            and (other.label_used, len(other.spans), other.share) > (use.label_used, len(use.spans), use.share)
        ]
        if use.label_used or not better:
            kept.append(use)
    return kept


def _by_label(uses: list[Use], entities: Entities, meant: set[str]) -> Iterator[tuple[FormulaReading, Use]]:
    """Yield (reading, use), one for each label: the reading that the text means, else the one of which it has more."""
    by_name: dict[str, list[Use]] = {}
    for use in uses:
        by_name.setdefault(use.reading.name, []).append(use)
    for name, several in by_name.items():
        named = [use for use in several if entities.of_reading(use.reading).id in meant]
        most = max(len(use.spans) for use in several)
        best = named or [use for use in several if len(use.spans) == most]
        if named:
            yield from ((use.reading, use) for use in named)
        elif len(best) == 1:
            yield best[0].reading, best[0]
        else:
            yield entities.formulas.bare(name), best[0]
