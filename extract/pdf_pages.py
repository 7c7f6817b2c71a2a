"""A PDF's bytes in, its pages out: the runs of characters that stand in one line, with where they stand.

What counts is where characters stand, not the order in which the file holds them. Characters that are turned (stamps
across the page) are left out. Coordinates are in points, from the left and from the top of the page.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.paper import Page, Row, Run

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

_SAME_LINE, _NEW_RUN, _SPACE, _LATIN_SPACE = 0.45, 1.6, 0.8, 0.22
_TURNED, _HEIGHT = 0.1, 0.8
_SQUARE = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class _Char:
    """A character with its box: left, right, base line and size of type.

    The size of a Chinese character is its width: the height of its box differs from font to font.
    """

    text: str
    left: float
    right: float
    base: float
    size: float


def pages_of(document: PdfDocument) -> Iterator[Page]:
    """Yield the pages of an open PDF."""
    for page in document:
        text_page = page.get_textpage()
        yield Page(tuple(_rows(list(_chars(page, text_page)))), page.get_width())
        text_page.close()
        page.close()


def unknown_share(pages: list[Page]) -> float:
    """Return which share of the characters is not told by the fonts of a PDF."""
    text = "".join(run.text for page in pages for row in page.rows for run in row.runs)
    return len(_UNKNOWN.findall(text)) / len(text) if text else 0.0


def _chars(page: PdfPage, text_page: PdfTextPage) -> Iterator[_Char]:
    """Yield the characters of a page that are really drawn on it, upright."""
    from pypdfium2 import raw

    height = page.get_height()
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code < 32 or raw.FPDFText_IsGenerated(text_page, index) == 1 or 0xD800 <= code < 0xE000:
            continue
        if abs(raw.FPDFText_GetCharAngle(text_page, index)) % 6.283 > _TURNED:
            continue
        if raw.FPDFText_GetLooseCharBox(text_page, index, box) and raw.FPDFText_GetCharOrigin(text_page, index, x, y):
            size = box.right - box.left if _SQUARE.match(chr(code)) else _HEIGHT * abs(box.top - box.bottom)
            yield _Char(chr(code), box.left, box.right, height - y.value, size)


def _rows(chars: list[_Char]) -> Iterator[Row]:
    """Yield the rows of a page from its top: characters that share a base line, roughly."""
    row: list[_Char] = []
    for char in sorted(chars, key=lambda char: (char.base, char.left)):
        if row and char.base - row[0].base > _SAME_LINE * max(char.size, row[0].size):
            yield from _row(row)
            row = []
        row.append(char)
    yield from _row(row)


def _row(chars: list[_Char]) -> Iterator[Row]:
    """Yield the row that characters make, parted into runs by wide gaps; none where all are spaces."""
    drawn = sorted(chars, key=lambda char: char.left)
    runs: list[list[_Char]] = []
    for char in drawn:
        if char.text.isspace() and not runs:
            continue
        gap = char.left - _end(runs[-1]) if runs else 0.0
        if not runs or not char.text.isspace() and gap > _NEW_RUN * char.size:
            runs.append([])
        runs[-1].append(char)
    made = [_run(run) for run in runs]
    if made:
        yield Row(tuple(made), max(char.base for char in drawn))


def _end(run: list[_Char]) -> float:
    """Return where the last character of a run that is no space ends."""
    return next(char.right for char in reversed(run) if not char.text.isspace())


def _run(chars: list[_Char]) -> Run:
    """Make a run of characters; a gap that is no character becomes a space."""
    pieces = [chars[0].text]
    for before, char in pairwise(chars):
        gap = char.left - before.right
        latin = before.text.isascii() and char.text.isascii()
        spaces = before.text.isspace() or char.text.isspace()
        if not spaces and gap > (_LATIN_SPACE if latin else _SPACE) * char.size:
            pieces.append(" ")
        pieces.append(char.text)
    drawn = [char for char in chars if not char.text.isspace()]
    sizes = sorted(char.size for char in drawn if _SQUARE.match(char.text)) or sorted(char.size for char in drawn)
    return Run("".join(pieces).strip(), drawn[0].left, drawn[-1].right, sizes[len(sizes) // 2])
