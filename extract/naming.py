"""What the extractors of named things share: candidates in the cleaned text, the longest of them, mentions out.

Candidates are in offsets of the view; only `mentions` goes back to the source's offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from extract.records import Mention, Speech, Value

MASKS = "*＊×XＸ□■○●"
"""Characters that stand for a name which was taken out."""


_QUOTE_MARK = re.compile('[“”‘’"]')


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible mention in view offsets. See `longest` for which of two that overlap is kept."""

    start: int
    end: int
    canonical: str
    method: str = "rule"
    score: float = 0.9
    kind: str | None = None
    attrs: Mapping[str, Value] = field(default_factory=dict)


def hits(speech: Speech, label: str) -> list[Candidate]:
    """Return the lexicon's matches under a label as candidates, in text order.

    Matches pass over quotation marks; a person's, a place's or an organisation's name has none inside (象“山 is not 象山).
    """
    view, found = speech.view, []
    for match in speech.matched(label):
        start, end = view.view_offset(match.start), view.view_offset(match.end - 1) + 1
        if label not in ("PERSON", "PLACE", "ORG") or not _QUOTE_MARK.search(view.text, start, end):
            found.append(Candidate(start, end, match.entry.name, "lexicon", 1.0, match.entry.kind))
    return found


def longest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return those that do not overlap, in text order: the leftmost first, of one start the longest.

    >>> [c.canonical for c in longest([Candidate(0, 2, "上海"), Candidate(1, 3, "海南"), Candidate(0, 4, "上海南站")])]
    ['上海南站']
    """
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end, -c.score, c.canonical)):
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return kept


def mentions(speech: Speech, label: str, candidates: Iterable[Candidate]) -> Iterator[Mention]:
    """Yield the candidates as mentions in source offsets."""
    for c in candidates:
        start, end = speech.view.source_span(c.start, c.end)
        yield speech.mention(start, end, label, c.canonical, c.method, c.score, c.attrs)


def is_masked(text: str, start: int, end: int) -> bool:
    """Say whether a span holds, or directly follows, a mask: **主任, XX区.

    >>> is_masked("县委**主任", 4, 6), is_masked("王宁主任", 2, 4)
    (True, False)
    """
    return any(c in MASKS for c in text[max(start - 1, 0) : end])
