"""Pages in, pages out without what is printed on each of them: running heads, page numbers, a browser's date and address."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.paper import Page, Row

_EDGE_ROWS = 3
_PAGE_NUMBER = re.compile(
    r"[\s\-—–·•~—]*(?:第\s*)?(?:\d{1,4}|[ivxlcIVXLC]{1,6}|[一二三四五六七八九十百〇]{1,4}(?=\s*页))"
    r"(?:\s*页)?(?:\s*[/／,，、]?\s*(?:共|of)?\s*\d{1,4}\s*页?)?[\s\-—–·•~—]*"
)
_ADDRESS = re.compile(r"(?:第?\s*\d+\s*页?[/，,]?\s*(?:共?\s*\d+\s*页?)?\s*)?((?:https?|file)://\S+|about:\w+)(?:\s*(?:第?\s*\d+\s*页?\s*[/，,]?\s*共?\s*\d*\s*页?|\d+/\d+))?")
_PRINTED = re.compile(r"\d{2,4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[,，]?\s*(?:上午|下午|AM|PM)?\s*\d{1,2}:\d{2}(?::\d{2})?\s*(?:AM|PM)?(?:\s.*)?")
_DIGITS = re.compile(r"\d+")
_RUNNING_TEXT = re.compile("[，。；]")
_SPACES = re.compile(r"\s+")


def without_running_heads(pages: Sequence[Page]) -> Iterator[Page]:
    """Yield the pages without the rows at their edges that stand on several pages, numbers in them aside."""
    often = _repeated(pages)
    for page in pages:
        begin, end = 0, len(page.rows)
        while begin < min(end, _EDGE_ROWS) and _is_running(page.rows[begin], often):
            begin += 1
        while end > max(begin, len(page.rows) - _EDGE_ROWS) and _is_running(page.rows[end - 1], often):
            end -= 1
        yield replace(page, rows=page.rows[begin:end])


def address_of(pages: Sequence[Page]) -> str | None:
    """Return the address that a browser printed at the edge of the pages, if it is whole."""
    for page in pages:
        for row in _edges(page):
            match = _ADDRESS.fullmatch(row.text.strip())
            if match and match[1].startswith("http") and not match[1].rstrip("/").endswith(("…", "...")):
                return match[1]
    return None


def _edges(page: Page) -> list[Row]:
    """Return the rows at the top and at the bottom of a page."""
    return list(page.rows[:_EDGE_ROWS]) + list(page.rows[max(_EDGE_ROWS, len(page.rows) - _EDGE_ROWS) :])


def _repeated(pages: Sequence[Page]) -> set[str]:
    """Return the rows, without their numbers, that stand at the edges of three pages, or of both of two."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_pattern(row) for row in _edges(page)})
    enough = 2 if len(pages) <= 3 else 3
    return {pattern for pattern, count in counts.items() if count >= enough and not _RUNNING_TEXT.search(pattern)}


def _pattern(row: Row) -> str:
    return _DIGITS.sub("#", _SPACES.sub("", row.text))


def _is_running(row: Row, often: set[str]) -> bool:
    """Tell whether a row at a page's edge is no part of the text."""
    text = row.text.strip()
    return _pattern(row) in often or any(kind.fullmatch(text) for kind in (_PAGE_NUMBER, _ADDRESS, _PRINTED))
