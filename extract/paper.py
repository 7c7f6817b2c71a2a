"""Pages of printed lines in, running text out: heads and feet of pages left out, columns and broken lines put in order.

A line is joined to the next one where it reaches the right margin and the next one begins at the left margin, in the
same size of type and at the usual distance; so paragraphs are found by their indent, their distance or their short last
line. Lines of a table of contents are left out; footnotes go to the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extract.columns import Line, lines_of_page
from extract.running_heads import without_running_heads

_FULL, _INDENT, _ALIGNED, _SAME_SIZE, _FAR = 2.0, 0.9, 0.5, 0.12, 1.45
_TITLE_SIZE, _NOTE_SIZE = 1.15, 0.9
_FEW_LINES, _FEW_CHARS, _SAME_SIZE_OF_SHORT = 6, 4, 0.3
_ENDED = re.compile("[。！？…；：.!?;:][”’）)】》\"]*$")
_ENUMERATED = re.compile(r"(?:第?[一二三四五六七八九十]{1,3}[、章节条篇是要]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳●■◆▲])")
_TOKEN = re.compile(r"[“‘《（〈]*(?:[!-~]+|.)?[，。、；：？！”’》）〉…%％]*")
_OWN_LINE = re.compile("(?:——|—|[（(〔])")
_CONTENTS = re.compile(r"[.．…·⋯]{4,}\s*[-—(（]?\d{1,4}[)）—-]?$")
_NOTE_MARK = re.compile(r"(?:[①-⑳]|[\[〔［]\d{1,3}[\]〕］]|\*|注[:：]|\d{1,2}\s)")
NOTES_HEADING = "注释"
"""The line before the footnotes."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that stand together in one line: their words, where they begin and end, and their size."""

    text: str
    left: float
    right: float
    size: float


@dataclass(frozen=True, slots=True)
class Row:
    """The runs on one base line of a page, from the left; `base` counts from the top of the page."""

    runs: tuple[Run, ...]
    base: float

    @property
    def text(self) -> str:
        """The words of all runs."""
        return " ".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of a page from its top, and its width."""

    rows: tuple[Row, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Margins:
    """The left and right margin of a column, and the usual distance of its lines."""

    left: float
    right: float
    pitch: float


def text_of_pages(pages: Sequence[Page]) -> str:
    """Return the running text of pages, a line a paragraph."""
    body: list[Line] = []
    notes: list[Line] = []
    sheets = [[line for line in lines_of_page(page, number)] for number, page in enumerate(without_running_heads(pages))]
    usual = _usual_size([line for sheet in sheets for line in sheet])
    for sheet in sheets:
        kept = [line for line in sheet if not _CONTENTS.search(line.text)]
        cut = _notes_begin(kept, usual)
        body += kept[:cut]
        notes += kept[cut:]
    paragraphs = list(_paragraphs(body, usual))
    if notes:
        paragraphs += [NOTES_HEADING, *_paragraphs(notes, usual)]
    return "\n".join(paragraphs)


def _usual_size(lines: Sequence[Line]) -> float:
    """Return the size of type in which most characters stand."""
    counts: dict[float, int] = {}
    for line in lines:
        size = round(line.size * 2) / 2
        counts[size] = counts.get(size, 0) + len(line.text)
    return max(counts, key=lambda size: (counts[size], -size), default=0.0)


def _notes_begin(lines: Sequence[Line], usual: float) -> int:
    """Return from which line on a page holds footnotes: small type at its end that begins with a note's mark."""
    begin = len(lines)
    while begin and lines[begin - 1].size <= _NOTE_SIZE * usual:
        begin -= 1
    return next((place for place in range(begin, len(lines)) if _NOTE_MARK.match(lines[place].text)), len(lines))


def _paragraphs(lines: Sequence[Line], usual: float) -> Iterator[str]:
    """Yield the paragraphs that lines make."""
    if not lines:
        return
    margins = _margins(lines)
    words = lines[0].text
    for line, following in pairwise(lines):
        if _goes_on(line, following, margins, usual):
            words = _joined(words, following.text)
        else:
            yield words
            words = following.text
    yield words


def _margins(lines: Sequence[Line]) -> dict[tuple[int, int, int], _Margins]:
    """Return the margins of each column; those of a column with few lines are those of its like on all pages."""
    groups: dict[tuple[int, int, int], list[Line]] = {}
    for line in lines:
        for key in ((line.page, line.columns, line.column), (-1, line.columns, line.column)):
            groups.setdefault(key, []).append(line)
    found = {key: _margins_of(group) for key, group in groups.items()}
    few = {key for key, group in groups.items() if len(group) < _FEW_LINES}
    return {key: found[(-1, *key[1:])] if key in few else margins for key, margins in found.items()}


def _margins_of(lines: Sequence[Line]) -> _Margins:
    """Return the margins of lines: the left one is where at least a tenth of them begin (one, if they are few)."""
    lefts = sorted(line.left for line in lines)
    rights = sorted(line.right for line in lines)
    distances = [low.base - high.base for high, low in pairwise(lines) if high.page == low.page and low.base > high.base]
    return _Margins(lefts[len(lefts) // 20], rights[-1 - len(rights) // 20], median(distances) if distances else 0.0)


def _goes_on(line: Line, following: Line, margins: dict[tuple[int, int, int], _Margins], usual: float) -> bool:
    """Tell whether the next line goes on with the same paragraph."""
    here = margins[line.page, line.columns, line.column]
    there = margins[following.page, following.columns, following.column]
    size = max(line.size, following.size)
    short = min(len(line.text), len(following.text)) <= _FEW_CHARS
    if abs(line.size - following.size) > (_SAME_SIZE_OF_SHORT if short else _SAME_SIZE) * size:
        return False
    together = (line.page, line.column) == (following.page, following.column)
    far = together and here.pitch and following.base - line.base > _FAR * max(here.pitch, size)
    if far or line.table or following.table:
        return False
    if size > _TITLE_SIZE * usual and together and not _ENDED.search(line.text) and not _OWN_LINE.match(following.text):
        return not _ENUMERATED.match(following.text) and _centred(line, here) and _centred(following, there)
    if line.right < here.right - max(_FULL, _token_width(following.text)) * line.size:
        return False
    ended = bool(_ENDED.search(line.text))
    if following.left > there.left + _INDENT * size:
        return not ended and together and abs(line.left - following.left) < _ALIGNED * size
    return not (ended and _ENUMERATED.match(following.text))


def _token_width(text: str) -> float:
    """Return how much space, in characters, what a line begins with would have needed on the line before."""
    token = _TOKEN.match(text)[0]
    return sum(0.6 if char.isascii() else 1.0 for char in token) + 0.5


def _centred(line: Line, margins: _Margins) -> bool:
    before, after = line.left - margins.left, margins.right - line.right
    return abs(before - after) < 2 * line.size


def _joined(words: str, more: str) -> str:
    """Join two lines of a paragraph; words in Latin letters are parted, or put together where a hyphen parts them."""
    if words[-1:].isascii() and more[:1].isascii() and words[-1:].isalnum() and more[:1].isalnum():
        return f"{words} {more}" if not (words[-1].isdigit() and more[0].isdigit()) else words + more
    if words.endswith("-") and words[-2:-1].isascii() and words[-2:-1].isalpha() and more[:1].islower():
        return words[:-1] + more
    return words + more
