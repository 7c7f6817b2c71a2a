"""Headings in, sections out: the tree of a text's divisions, whose top level covers the text without gaps.

A section begins with the sentence that its heading stands in, so that every sentence has one innermost section. What
stands before the first division is `opening`, what follows the last `closing`; a text without divisions is one `body`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from extract.headings import Heading, find_headings
from extract.records import Section, Sentence, View

OPENING, CLOSING, BODY = "opening", "closing", "body"

_CLOSING_WORDS = re.compile(
    r"(?:同志们|各位(?:代表|委员|领导|同志|来宾|朋友)|朋友们|女士们|青年朋友)"
    r"|最后[，,]|总之[，,]|总而言之|以上(?:是|就是|发言|汇报|体会)|我的(?:发言|汇报|讲话|报告|体会)|(?:发言|汇报|讲话|报告)(?:完毕|到此)"
    r"|谢谢|让我们"
)
_CLOSING_SHARE, _CLOSING_CHARS, _CLOSING_LINES = 0.2, 1500, 4


@dataclass(frozen=True, slots=True)
class _Part:
    """A division in sentences: its heading's text, its level, where it begins and ends.

    `alone` and `series` are its heading's.
    """

    heading: str
    level: int
    first: int
    end: int
    alone: bool = False
    series: int = 0


def divide(text: str, view: View, sentences: Sequence[Sentence], markdown: bool = False) -> tuple[Section, ...]:
    """Divide a text into sections, in the order of where they begin, the higher before the deeper."""
    if not sentences:
        return ()
    return sections_of(text, sentences, find_headings(text, view, sentences, markdown))


def sections_of(text: str, sentences: Sequence[Sentence], headings: Sequence[Heading]) -> tuple[Section, ...]:
    """Make the sections that headings (in text order) begin."""
    lines = _lines(text, sentences)
    parts = _top_parts(text, sentences, headings, lines)
    deeper = []
    for part in parts:
        deeper += _parts_below(text, _inside(headings, part), part.level + 1, part.end, lines)
    parts = sorted(parts + deeper, key=lambda part: (part.first, part.level))
    return tuple(
        Section(order, part.level, sentences[part.first].start, sentences[part.end - 1].end, part.heading)
        for order, part in enumerate(parts)
    )


def _lines(text: str, sentences: Sequence[Sentence]) -> list[int]:
    """Return the number of the line that each sentence stands in."""
    lines, line = [], 0
    for sentence in sentences:
        lines.append(line)
        line += "\n" in text[sentence.start : sentence.end] or "\r" in text[sentence.start : sentence.end]
    return lines


def _top_parts(
    text: str, sentences: Sequence[Sentence], headings: Sequence[Heading], lines: list[int]
) -> list[_Part]:
    """Return the divisions of level 1, which cover the text."""
    count = len(sentences)
    parts = _siblings(text, headings, 1, count)
    if not parts:
        return [_Part(BODY, 1, 0, count)]
    last = parts[-1]
    below = [h for h in headings if h.level > 1]
    end = min(_end_by_likeness(parts, lines), _end_by_subsections(text, parts, below, lines))
    end = min(end, _end_by_words(text, sentences, last, headings, lines))
    parts[-1] = replace(last, end=end)
    if parts[0].first > 0:
        parts.insert(0, _Part(OPENING, 1, 0, parts[0].first))
    if end < count:
        parts.append(_Part(CLOSING, 1, end, count))
    return parts


def _inside(headings: Sequence[Heading], part: _Part) -> Sequence[Heading]:
    """Return the headings (in text order) that stand inside a division."""
    first = bisect_left(headings, part.first, key=lambda heading: heading.sentence)
    return headings[first : bisect_left(headings, part.end, key=lambda heading: heading.sentence)]


def _parts_below(
    text: str, headings: Sequence[Heading], level: int, end: int, lines: list[int]
) -> list[_Part]:
    """Return the divisions of a level and deeper ones, the last up to `end`."""
    parts = _siblings(text, headings, level, end)
    if not parts:
        return []
    limited = []
    for _, group in groupby(parts, key=lambda part: part.series):
        alike = list(group)
        limited += [*alike[:-1], replace(alike[-1], end=_end_by_likeness(alike, lines))]
    parts, deeper = limited, []
    for part in parts:
        deeper += _parts_below(text, _inside(headings, part), level + 1, part.end, lines)
    return parts + deeper


def _siblings(text: str, headings: Sequence[Heading], level: int, end: int) -> list[_Part]:
    """Return the divisions of a level, each up to the next heading of its level or above, the last up to `end`.

    Title lines that follow each other directly head one division.
    """
    heads = [heading for heading in headings if heading.level == level]
    parts: list[_Part] = []
    for heading, following in zip(heads, [*heads[1:], None]):
        words = text[heading.start : heading.end]
        until = following.sentence if following else end
        joins = parts and heading.kind == "title" and parts[-1].alone and parts[-1].first + _titles(parts[-1]) == heading.sentence
        if joins:
            parts[-1] = replace(parts[-1], heading=f"{parts[-1].heading} / {words}", end=until)
        else:
            end_after = max(until, heading.sentence + 1)
            parts.append(_Part(words, level, heading.sentence, end_after, heading.alone, heading.series))
    return parts


def _titles(part: _Part) -> int:
    """Return how many title lines a division has so far."""
    return part.heading.count(" / ") + 1


def _end_by_likeness(parts: list[_Part], lines: list[int]) -> int:
    """Return where the last sibling ends if it is as many lines long as each of the others are.

    Where divisions are run in, the last ends with its paragraph at the latest.
    """
    last, others = parts[-1], parts[:-1]
    run_in = any(lines[part.first] == lines[part.first - 1] for part in parts[1:] if part.first)
    extents = {lines[part.end - 1] - lines[part.first] + (lines[part.end - 1] == lines[part.end]) for part in others}
    if run_in:
        return _after_line(lines, lines[last.first], last.end)
    most = 2 if all(part.alone for part in parts) else 1
    enough = len(others) >= 2 or most == 1 and others
    if not enough or len(extents) != 1 or max(extents) + 1 > most:
        return last.end
    return _after_line(lines, lines[last.first] + max(extents), last.end)


def _after_line(lines: list[int], line: int, end: int) -> int:
    """Return the first sentence after a line, at most `end`."""
    return min(bisect_right(lines, line), end)


def _end_by_subsections(text: str, parts: list[_Part], below: list[Heading], lines: list[int]) -> int:
    """Return where the last division ends if in no division text follows the last subsection."""
    ends = []
    for part in parts:
        children = [p for p in _parts_below(text, _inside(below, part), part.level + 1, part.end, lines) if p.level == 2]
        ends.append(max((child.end for child in children), default=None))
    divided = [(part, end) for part, end in zip(parts, ends) if end is not None]
    if ends[-1] is None or len(divided) < 2 or any(end < part.end for part, end in divided[:-1]):
        return parts[-1].end
    return ends[-1]


def _end_by_words(
    text: str, sentences: Sequence[Sentence], last: _Part, headings: Sequence[Heading], lines: list[int]
) -> int:
    """Return where the last division ends before a closing that says so: 同志们…, 最后，…, 发言完毕…."""
    head = max(heading.sentence for heading in headings if heading.sentence < last.end)
    starts = [place for place in range(head + 1, last.end) if lines[place] != lines[place - 1]]
    starts = [place for place in starts if place > last.first + 1 or lines[place - 1] == lines[last.first]]
    for place in starts[-_CLOSING_LINES:]:
        rest = len(text) - sentences[place].start
        words = text[sentences[place].start : sentences[place].end].strip("# \u3000*\n")
        if rest <= min(_CLOSING_CHARS, _CLOSING_SHARE * len(text)) and _CLOSING_WORDS.match(words):
            return place
    return last.end
