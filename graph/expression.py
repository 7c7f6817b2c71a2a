"""Themes: EXPRESSES, from speeches and sections, and ABOUT, from the formulations that stand in such sections."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

import networkx as nx

from extract.records import Theme
from graph.ids import evidence_of, relationship_id
from graph.mentions import Occurrence
from graph.structure import Placed

HEADING_WEIGHT = 3
"""A sentence with a heading counts this often in `salience`, any other once."""


def add_themes(G: nx.MultiDiGraph, themes: Iterable[Theme], expressed: set[str]) -> None:
    """Add the themes that something expresses."""
    known = {theme.id: theme for theme in themes}
    for theme in sorted(expressed):
        names = known.get(theme)
        more = {"name_en": names.name_en} if names and names.name_en else {}
        G.add_node(theme, label="Theme", name=names.name if names else theme, **more)


def sentences_by_theme(placed: Placed) -> dict[str, tuple[int, ...]]:
    """Return the indices of the sentences that carry each theme, ascending, by theme id."""
    carried = {found.theme: tuple(sorted(set(found.sentences))) for found in placed.reading.themes if found.sentences}
    return dict(sorted(carried.items()))


def add_expresses(G: nx.MultiDiGraph, placed: Placed, carried: Mapping[str, tuple[int, ...]]) -> list[set[str]]:
    """Add EXPRESSES of a speech and its sections; return the themes that each section expresses.

    weight = sentences that carry the theme ÷ sentences of the speech or section, in (0, 1].
    salience = the same with each sentence that holds a heading counted three times; for ranking only.
    """
    headings = {placed.sentence_at(m.start) for m in placed.reading.speech.mentions if m.label == "HEADING"}
    whole = range(len(placed.starts))
    for theme, sentences in carried.items():
        _add_expresses(G, placed, placed.id, theme, sentences, whole, headings)
    expressed = []
    for section, own in zip(placed.sections, placed.section_ids):
        inside, said = placed.sentences_in(section), set()
        for theme in sorted(set(section.themes)):
            sentences = carried.get(theme, ())
            here = sentences[bisect_left(sentences, inside.start) : bisect_left(sentences, inside.stop)]
            if here:
                _add_expresses(G, placed, own, theme, here, inside, headings)
                said.add(theme)
        expressed.append(said)
    return expressed


def _add_expresses(
    G: nx.MultiDiGraph,
    placed: Placed,
    source: str,
    theme: str,
    sentences: tuple[int, ...],
    whole: range,
    headings: set[int],
) -> None:
    def heavy(part: Iterable[int]) -> int:
        return sum(HEADING_WEIGHT if index in headings else 1 for index in part)

    spans = [placed.reading.speech.sentences[index] for index in sentences]
    G.add_edge(
        source,
        theme,
        relationship_id("EXPRESSES", source, theme),
        type="EXPRESSES",
        count=len(spans),
        evidence=[evidence_of(placed.id, span.start, span.end) for span in spans],
        weight=round(len(spans) / len(whole), 12),
        salience=round(heavy(sentences) / heavy(whole), 12),
    )


class About:
    """Collects, over all speeches, which formulations stand in sections that express a theme."""

    def __init__(self) -> None:
        self._evidence: dict[tuple[str, str], list[str]] = {}
        self._total: dict[str, int] = {}

    def note(self, placed: Placed, occurrences: list[Occurrence], expressed: list[set[str]]) -> None:
        """Note a speech's mentions of depth 0, under the themes of the lowest-level section of each."""
        for occurrence in occurrences:
            if occurrence.depth or not occurrence.formulation:
                continue
            source, mention = occurrence.entity.id, occurrence.mention
            self._total[source] = self._total.get(source, 0) + 1
            for theme in sorted(expressed[placed.home[occurrence.sentence]]):
                place = evidence_of(placed.id, mention.start, mention.end)
                self._evidence.setdefault((source, theme), []).append(place)

    def add(self, G: nx.MultiDiGraph) -> None:
        """Add ABOUT. weight = count ÷ all mentions of depth 0 of the formulation, in (0, 1]."""
        for (source, theme), evidence in self._evidence.items():
            G.add_edge(
                source,
                theme,
                relationship_id("ABOUT", source, theme),
                type="ABOUT",
                count=len(evidence),
                evidence=evidence,
                weight=round(len(evidence) / self._total[source], 12),
                basis="text",
            )
