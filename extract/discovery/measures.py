"""Where candidates stand in a corpus, counted block by block: one automaton, arrays, no loop over candidates × texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import ahocorasick_rs
import numpy as np

from extract.discovery.block import MASK, Block

EVIDENCE = 5
"""Places kept for each candidate, of different documents."""

ABROAD = 3
"""How often a document about foreign affairs names other countries, at least."""

_OPENING = np.array([ord(letter) for letter in "“‘\"「《"], np.uint32)
_CLOSING = np.array([ord(letter) for letter in "”’\"」》"], np.uint32)
_COMMA = ord("、")
_BINDING = np.array([ord(letter) for letter in "“”‘’\"、"], np.uint32)
_SENTENCE_ENDS = "。！？；!?\n"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a candidate in a document's source text, with its sentence."""

    doc: str
    start: int
    end: int
    sentence: str


@dataclass(slots=True)
class Measures:
    """What the places of one candidate add up to. Places inside those of a longer candidate are only in `nested`.

    Of a candidate that counts only between quotation marks the other places are only in `spoken`, which has them all.
    `alone` counts places between marks, `quoted` those between quotation marks, `in_context` those whose sentence has a
    known formulation, `in_speech` those whose document has another one, `in_title` those in a document's first line,
    `abroad` those whose document names other countries often, `in_known` those that lie inside one or hold most of one, `beside` those with a known formulation or
    a name right beside them (quotation marks and 、 passed over), `listed` those with 、 beside them. `months` counts
    documents.
    """

    count: int = 0
    spoken: int = 0
    docs: int = 0
    nested: int = 0
    alone: int = 0
    quoted: int = 0
    in_context: int = 0
    in_speech: int = 0
    in_title: int = 0
    abroad: int = 0
    in_known: int = 0
    beside: int = 0
    listed: int = 0
    months: dict[str, int] = field(default_factory=dict)
    evidence: list[Place] = field(default_factory=list)


class Counting:
    """Counts candidates over blocks; `read` each block once, then `measures` stand in the candidates' order."""

    def __init__(self, wordings: Sequence[str], quoted: Sequence[bool] | None = None) -> None:
        self._marked = np.array(quoted if quoted is not None else [False] * len(wordings), bool)
        self._automaton = ahocorasick_rs.AhoCorasick(list(wordings)) if wordings else None
        self.measures = [Measures() for _ in wordings]

    def read(self, block: Block) -> None:
        """Add a block's places."""
        found = self._automaton.find_matches_as_indexes(block.text, overlapping=True) if self._automaton else []
        if not found:
            return
        table = np.array(found, np.int64)
        table = table[np.lexsort((-table[:, 2], table[:, 1]))]
        which, start, end = table.T
        reached = np.concatenate(([0], np.maximum.accumulate(end)[:-1]))
        covered = end <= reached
        self._add("nested", which, covered)
        which, start, end = which[~covered], start[~covered], end[~covered]
        self._add("spoken", which)
        kept = ~self._marked[which] | _between_quotes(block, start, end)
        which, start, end = which[kept], start[kept], end[kept]
        self._add_shares(block, which, start, end)
        self._add_documents(block, which, start, end)

    def _add(self, name: str, which: np.ndarray, weights: np.ndarray | None = None) -> None:
        sums = np.bincount(which, weights=weights, minlength=len(self.measures)).astype(int)
        for number in np.flatnonzero(sums).tolist():
            measures = self.measures[number]
            setattr(measures, name, getattr(measures, name) + int(sums[number]))

    def _add_shares(self, block: Block, which: np.ndarray, start: np.ndarray, end: np.ndarray) -> None:
        codes = np.frombuffer(block.text.encode("utf-32-le", "surrogatepass"), np.uint32)
        before, after = codes[np.maximum(start - 1, 0)], codes[np.minimum(end, len(codes) - 1)]
        self._add("count", which)
        self._add("alone", which, ~(_is_word(before) | _is_word(after)))
        self._add("quoted", which, _between_quotes(block, start, end))
        comma_left, comma_right = before == _COMMA, after == _COMMA
        self._add("listed", which, comma_left | comma_right)
        taken = np.array([letter == MASK for letter in block.masked_text()], bool)
        left, right = _beyond(codes, start - 1, -1), _beyond(codes, end, 1)
        self._add("beside", which, taken[left] | taken[right])
        inside = _known_inside(block)
        own = np.concatenate(([0], np.cumsum(inside)))
        self._add("in_known", which, (own[end] - own[start]) * 2 > (end - start))
        begun = np.concatenate(([0], np.cumsum(block.known)))
        self._add("in_context", which, block.in_sentence(block.known, start) > begun[end] - begun[start])
        foreign = np.add.reduceat(block.abroad, block.first) >= ABROAD
        self._add("abroad", which, foreign[block.document_of(start)])
        self._add("in_title", which, end <= _first_line_ends(block)[block.document_of(start)])
        sums = np.add.reduceat(block.known, block.first) if len(block.first) else np.zeros(0)
        self._add("in_speech", which, sums[block.document_of(start)] - (begun[end] - begun[start]) >= 1)

    def _add_documents(self, block: Block, which: np.ndarray, start: np.ndarray, end: np.ndarray) -> None:
        owner = block.document_of(start)
        pairs, at = np.unique(which * len(block.documents) + owner, return_index=True)
        numbers, owners = (pairs // len(block.documents)).tolist(), (pairs % len(block.documents)).tolist()
        for number, document, place in zip(numbers, owners, at.tolist(), strict=True):
            measures = self.measures[number]
            measures.docs += 1
            month = block.documents[document].month
            if month:
                measures.months[month] = measures.months.get(month, 0) + 1
            if len(measures.evidence) < EVIDENCE:
                first = int(block.first[document])
                span = int(start[place]) - first, int(end[place]) - first
                measures.evidence.append(_place(block, document, *span))


def _between_quotes(block: Block, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    codes = np.frombuffer(block.text.encode("utf-32-le", "surrogatepass"), np.uint32)
    before, after = codes[np.maximum(start - 1, 0)], codes[np.minimum(end, len(codes) - 1)]
    return np.isin(before, _OPENING) & np.isin(after, _CLOSING)


def _place(block: Block, document: int, start: int, end: int) -> Place:
    text = block.documents[document].text
    first = max(text.rfind(mark, 0, start) for mark in _SENTENCE_ENDS) + 1
    last = min((at for mark in _SENTENCE_ENDS if (at := text.find(mark, end)) >= 0), default=len(text))
    return Place(block.documents[document].doc, start, end, text[first : last + 1].strip())


def _beyond(codes: np.ndarray, places: np.ndarray, step: int) -> np.ndarray:
    """Return the places, or where a mark that binds stands there, the next one or two in the direction of the step."""
    for _ in range(2):
        inside = np.clip(places, 0, len(codes) - 1)
        places = np.where(np.isin(codes[inside], _BINDING), places + step, places)
    return np.clip(places, 0, len(codes) - 1)


def _is_word(codes: np.ndarray) -> np.ndarray:
    """Say which characters are Han, Latin or digits: what stands beside them may go on a word."""
    han = (codes >= 0x3400) & (codes <= 0x9FFF)
    latin = (codes >= ord("A")) & (codes <= ord("z"))
    return han | latin | (codes >= ord("0")) & (codes <= ord("9"))


def _first_line_ends(block: Block) -> np.ndarray:
    """Return where each document's first line ends."""
    return np.array([block.text.find("\n", first) for first in block.first.tolist()], np.int64)


def _known_inside(block: Block) -> np.ndarray:
    """Return 1 for each character that stands in a known formulation."""
    inside = np.zeros(len(block.text), np.int32)
    for document, first in zip(block.documents, block.first.tolist(), strict=True):
        for start, end in document.known:
            inside[first + start : first + end] = 1
    return inside
