"""The frame of the graph: a Speech with its Sections and Sentences, and where each sentence belongs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import networkx as nx

from extract.records import Reading, Section
from graph.ids import node_id, relationship_id, speech_id

_METADATA = (
    "genre",
    "level",
    "organ",
    "region",
    "speaker",
    "date_earliest",
    "date_latest",
    "provenance",
    "source_url",
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A reading whose parts have ids. `home[i]` is the index of the innermost section of sentence `i`."""

    reading: Reading
    id: str
    sections: tuple[Section, ...]
    section_ids: tuple[str, ...]
    sentence_ids: tuple[str, ...]
    starts: tuple[int, ...]
    home: tuple[int, ...]

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds a character."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def sentences_in(self, section: Section) -> range:
        """Return the indices of the sentences that begin in a section, those of its subsections included."""
        return range(bisect_left(self.starts, section.start), bisect_left(self.starts, section.end))


def parents(sections: tuple[Section, ...]) -> list[int | None]:
    """Return for each section (in text order) the index of the one that it lies in directly; None at the top."""
    found: list[int | None] = []
    open_: list[int] = []
    for index, section in enumerate(sections):
        while open_ and (sections[open_[-1]].level >= section.level or sections[open_[-1]].end <= section.start):
            open_.pop()
        found.append(open_[-1] if open_ else None)
        open_.append(index)
    return found


def innermost(sections: tuple[Section, ...], starts: tuple[int, ...]) -> tuple[int, ...]:
    """Return for each offset (ascending) the index of the innermost section that holds it.

    An offset that no section holds belongs to the last section before it, the first section if there is none.
    """
    homes = []
    open_: list[int] = []
    following = 0
    for start in starts:
        while following < len(sections) and sections[following].start <= start:
            while open_ and sections[open_[-1]].level >= sections[following].level:
                open_.pop()
            open_.append(following)
            following += 1
        holding = [index for index in open_ if start < sections[index].end]
        homes.append(holding[-1] if holding else max(0, following - 1))
    return tuple(homes)


def place(reading: Reading) -> Placed:
    """Give the parts of a reading their ids. A text without divisions gets one section `body`."""
    speech = reading.speech
    own = speech_id(speech.sha256)
    sections = speech.sections or (Section(0, 1, 0, len(speech.text), "body"),)
    sections = tuple(sorted(sections, key=lambda section: (section.start, section.level, section.order)))
    starts = tuple(sentence.start for sentence in speech.sentences)
    return Placed(
        reading,
        own,
        sections,
        tuple(node_id("Section", own, *map(str, (s.level, s.start, s.end))) for s in sections),
        tuple(node_id("Sentence", own, str(s.start), str(s.end)) for s in speech.sentences),
        starts,
        innermost(sections, starts),
    )


def add_speech(G: nx.MultiDiGraph, placed: Placed) -> None:
    """Add the Speech, its Sections and its Sentences with HAS_SECTION and HAS_SENTENCE."""
    speech, metadata = placed.reading.speech, placed.reading.metadata
    known = {name: getattr(metadata, name) for name in _METADATA if getattr(metadata, name) is not None}
    if metadata.date_basis:
        known["date_basis"] = list(metadata.date_basis)
    G.add_node(
        placed.id,
        label="Speech",
        name=metadata.title or speech.id,
        doc=speech.id,
        **known,
        chars=len(speech.text),
        sha256=speech.sha256,
        path=speech.path,
    )
    _add_sections(G, placed)
    _add_sentences(G, placed)


def _add_sections(G: nx.MultiDiGraph, placed: Placed) -> None:
    for section, own, parent in zip(placed.sections, placed.section_ids, parents(placed.sections)):
        G.add_node(
            own,
            label="Section",
            name=section.heading,
            order=section.order,
            level=section.level,
            start=section.start,
            end=section.end,
            speech=placed.id,
        )
        above = placed.id if parent is None else placed.section_ids[parent]
        key = relationship_id("HAS_SECTION", above, own)
        G.add_edge(above, own, key, type="HAS_SECTION", order=section.order)


def _add_sentences(G: nx.MultiDiGraph, placed: Placed) -> None:
    text = placed.reading.speech.text
    for sentence, own, home in zip(placed.reading.speech.sentences, placed.sentence_ids, placed.home):
        G.add_node(
            own,
            label="Sentence",
            order=sentence.order,
            start=sentence.start,
            end=sentence.end,
            text=text[sentence.start : sentence.end],
            speech=placed.id,
        )
        above = placed.section_ids[home]
        key = relationship_id("HAS_SENTENCE", above, own)
        G.add_edge(above, own, key, type="HAS_SENTENCE", order=sentence.order)
