"""Units in, headings out: numbered, run-in and unnumbered ones, each with its span and its level.

Levels are by structure: the text's top divisions are level 1, whatever they look like (一、 or run-in 一要…。), and what
stands inside them is deeper. A heading runs from its number to the end of its words: the full stop or the line's end,
or, where a run-in enumerator begins a long sentence, that sentence's first comma, semicolon or colon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from extract.markdown import heading_depth
from extract.numbering import RUN_IN_RANK
from extract.records import Sentence, View
from extract.series import Member, Series, find_series
from extract.titles import find_titles
from extract.units import Unit, units_of

_TITLE_CHARS = 60
_RUN_IN_CHARS, _RUN_IN_CHARS_IN_SHORT_SERIES = 30, 40
_TOP_SHARE = 0.5
_CLAUSE_END = re.compile(r"[，；：。,;:](?!\d)|(?<!\d)[，；：。,;:]")
_OPENERS, _CLOSERS = "“‘《（(〈", "”’》）)〉"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its source span and level, the sentence it stands in, and what it is.

    `kind` is the enumerator's, `title` for unnumbered lines. `alone` says that it is a line of its own, `series` tells
    the headings of one series from those of others.
    """

    start: int
    end: int
    level: int
    sentence: int
    kind: str
    alone: bool
    series: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A heading before its level is known; `at` and `length` are places in the unit's text."""

    unit: Unit
    at: int
    length: int
    rank: float
    kind: str
    series: int
    closes_series: bool


@dataclass(frozen=True, slots=True)
class _Open:
    """A division that is open: what heads it, its rank and its series."""

    kind: str
    rank: float
    series: int


_NO_SERIES = -2


def find_headings(text: str, view: View, sentences: Sequence[Sentence], markdown: bool = False) -> list[Heading]:
    """Return the headings of a text, in text order."""
    units = units_of(text, view, sentences)
    candidates = _markdown_candidates(text, units, sentences) if markdown else []
    taken = {candidate.unit.order for candidate in candidates}
    series = [one for one in find_series(units) if not any(member.unit.order in taken for member in one.members)]
    for number, one in enumerate(series):
        candidates += _series_candidates(one, units, number)
    titles = [] if taken else [units[place] for place in find_titles(units)]
    candidates += _title_candidates(titles, series, len(series))
    candidates.sort(key=lambda one: (one.unit.start + one.at, one.rank))
    levels = _levels(candidates, units)
    return [_heading(candidate, level, view) for candidate, level in zip(candidates, levels)]


def _heading(candidate: _Candidate, level: int, view: View) -> Heading:
    """Make the heading of a candidate, in source offsets."""
    begin = candidate.unit.start + candidate.at
    start, end = view.source_span(begin, begin + candidate.length)
    alone = candidate.unit.alone and candidate.at == 0
    return Heading(start, end, level, candidate.unit.order, candidate.kind, alone, candidate.series)


def _series_candidates(series: Series, units: Sequence[Unit], number: int) -> list[_Candidate]:
    """Return the headings of a series, each with the end of its words."""
    lengths = [len(member.unit.words) - member.at for member in series.members]
    if series.rank < RUN_IN_RANK:
        limit = _TITLE_CHARS
    else:
        limit = _RUN_IN_CHARS_IN_SHORT_SERIES if median(lengths) <= _RUN_IN_CHARS else _RUN_IN_CHARS
    places = {member.place for member in series.members}
    found = []
    for member in series.members:
        length = _words_end(member, limit, _has_body(member, units, places)) - member.at
        closes = member is series.members[-1]
        found.append(_Candidate(member.unit, member.at, length, series.rank, series.kind.name, number, closes))
    return found


def _has_body(member: Member, units: Sequence[Unit], places: set[int]) -> bool:
    """Tell whether text of the same division follows a heading's sentence."""
    following = member.place + 1
    if member.unit.alone and member.mark.kind.rank < RUN_IN_RANK:
        return True
    return following < len(units) and following not in places and member.at == 0


def _words_end(member: Member, limit: int, has_body: bool) -> int:
    """Return where a heading's words end in its unit's text."""
    words = member.unit.words
    begin = member.at + member.mark.length
    colon = words.find("：", begin) if not member.unit.alone else -1
    if member.mark.kind.rank == RUN_IN_RANK and words.count("，", begin) > 1:
        limit = min(limit, _RUN_IN_CHARS)
    if has_body and len(words) - member.at <= limit and colon < 0:
        return len(words.rstrip("：，、；,;: "))
    depth = 0
    for place in range(begin, len(words)):
        char = words[place]
        depth += (char in _OPENERS) - (char in _CLOSERS)
        if depth <= 0 and place > begin + 1 and _CLAUSE_END.match(words, place):
            return place
    return len(words)


def _title_candidates(titles: list[Unit], series: list[Series], number: int) -> list[_Candidate]:
    """Return the unnumbered title lines, ranked above or below the numbered ones by which holds which."""
    if not titles:
        return []
    ranks = sorted({one.rank for one in series if one.rank < RUN_IN_RANK})
    rank = RUN_IN_RANK - 1
    if ranks:
        top = [one for one in series if one.rank == ranks[0]]
        holds = len(top) > 1 or titles[0].start < top[0].members[0].unit.start
        rank = ranks[0] + (-0.5 if holds else 0.5)
    return [
        _Candidate(unit, 0, len(unit.text), rank, "title", number, unit is titles[-1]) for unit in titles
    ]


def _markdown_candidates(text: str, units: Sequence[Unit], sentences: Sequence[Sentence]) -> list[_Candidate]:
    """Return the lines that Markdown marks as headings; one of the first level at the head is the text's title."""
    found = []
    for unit in units:
        sentence = sentences[unit.order]
        depth = heading_depth(text[sentence.start : sentence.end]) if unit.first else 0
        if depth:
            found.append((unit, depth))
    if found and found[0][0] is units[0] and [depth for _, depth in found].count(found[0][1]) == 1:
        del found[0]
    return [
        _Candidate(unit, 0, len(unit.words.rstrip("：:")), depth / 10, f"#{depth}", -10 - depth, unit is found[-1][0])
        for unit, depth in found
    ]


def _levels(candidates: list[_Candidate], units: Sequence[Unit]) -> list[int]:
    """Return the levels of candidates that are in text order."""
    if not candidates:
        return []
    top = min(candidate.rank for candidate in candidates)
    if top < RUN_IN_RANK or not _divide_whole(candidates, units):
        stack = [_Open("text", top if top < RUN_IN_RANK else 0.0, _NO_SERIES)]
    else:
        stack = []
    last_of = {candidate.series: place for place, candidate in enumerate(candidates)}
    nested: set[tuple[str, str]] = set()
    levels = []
    for place, candidate in enumerate(candidates):
        own = next((depth for depth, one in enumerate(stack) if one.series == candidate.series), len(stack))
        del stack[own:]
        while stack and not _holds(stack[-1], candidate, place, last_of, candidates, nested):
            stack.pop()
        if stack:
            nested.add((stack[-1].kind, candidate.kind))
        stack.append(_Open(candidate.kind, candidate.rank, candidate.series))
        levels.append(len(stack))
    return levels


def _holds(
    outer: _Open,
    inner: _Candidate,
    place: int,
    last_of: dict[int, int],
    candidates: list[_Candidate],
    nested: set[tuple[str, str]],
) -> bool:
    """Tell whether an open division holds the heading at `place`, so that the heading is deeper.

    It does if it is of a higher rank; else if its own series goes on after all of the heading's series; else, in the
    last item of its series, if a kind stood inside its kind before.
    """
    if outer.kind == inner.kind:
        return False
    if outer.rank < inner.rank:
        return True
    if outer.series == _NO_SERIES or outer.rank < RUN_IN_RANK:
        return False
    following = next((later for later in range(place, len(candidates)) if candidates[later].series == outer.series), None)
    if following is not None:
        return last_of[inner.series] < following
    return (outer.kind, inner.kind) in nested


def _divide_whole(candidates: list[_Candidate], units: Sequence[Unit]) -> bool:
    """Tell whether run-in headings are the text's top divisions: one series outside all others, over half the text."""
    tops: list[list[_Candidate]] = []
    closed: set[int] = set()
    for candidate in candidates:
        if tops and tops[-1][0].series == candidate.series:
            tops[-1].append(candidate)
        elif not tops or tops[-1][0].series in closed:
            tops.append([candidate])
        if candidate.closes_series:
            closed.add(candidate.series)
    if len(tops) != 1:
        return False
    lines = {candidate.unit.line for candidate in tops[0]}
    last_line = max(lines)
    covered = sum(len(unit.text) for unit in units if min(lines) <= unit.line <= last_line)
    return covered >= _TOP_SHARE * sum(len(unit.text) for unit in units)
