"""A page's rows in, its lines out in reading order: of two columns the left one first, from one full line to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.paper import Page, Row, Run

_STEPS = 60
_MIDDLE = (0.3, 0.7)
_MOST_CROSSING, _LEAST_PAIRS, _LEAST_FULL, _LEAST_CHARS = 0.5, 5, 0.5, 6
_REACHES = 2.5


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column: its words, its page, which of how many columns, where it stands and its size.

    `table` says that it holds several runs far from each other; they are parted by tabs.
    """

    text: str
    page: int
    columns: int
    column: int
    left: float
    right: float
    base: float
    size: float
    table: bool


def lines_of_page(page: Page, number: int) -> Iterator[Line]:
    """Yield the lines of a page in reading order."""
    gutter = _gutter(page.rows)
    if gutter is None:
        yield from (_line(row.runs, row, number, 1, 0) for row in page.rows)
        return
    left: list[Line] = []
    right: list[Line] = []
    for row in page.rows:
        if any(_crosses(run, gutter) for run in row.runs):
            yield from left + right
            left, right = [], []
            yield _line(row.runs, row, number, 1, 0)
            continue
        for column, lines in enumerate((left, right)):
            runs = [run for run in row.runs if (run.left >= gutter) == bool(column)]
            if runs:
                lines.append(_line(runs, row, number, 2, column))
    yield from left + right


def _line(runs: Sequence[Run], row: Row, page: int, columns: int, column: int) -> Line:
    """Make a line of the runs of a row."""
    text = "\t".join(run.text for run in runs)
    return Line(
        text, page, columns, column, runs[0].left, runs[-1].right, row.base, max(run.size for run in runs), len(runs) > 1
    )


def _crosses(run: Run, gutter: float) -> bool:
    return run.left < gutter < run.right


def _gutter(rows: Sequence[Row]) -> float | None:
    """Return where the space between two columns stands; None on a page of one column.

    Columns of text differ from those of a table in that most of their lines reach the column's right margin.
    """
    runs = [run for row in rows for run in row.runs]
    if not runs:
        return None
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    low, high = left + _MIDDLE[0] * (right - left), left + _MIDDLE[1] * (right - left)
    tried = [low + (high - low) * step / _STEPS for step in range(_STEPS + 1)]
    crossing = {place: sum(any(_crosses(run, place) for run in row.runs) for row in rows) for place in tried}
    fewest = min(crossing.values())
    best = [place for place in tried if crossing[place] == fewest]
    gutter = best[len(best) // 2]
    if fewest > _MOST_CROSSING * len(rows):
        return None
    apart = [row for row in rows if not any(_crosses(run, gutter) for run in row.runs)]
    sides = [
        [[run for run in row.runs if run.right <= gutter] for row in apart],
        [[run for run in row.runs if run.left >= gutter] for row in apart],
    ]
    pairs = sum(bool(one) and bool(other) for one, other in zip(*sides))
    if pairs < _LEAST_PAIRS or not all(_is_text([runs for runs in side if runs]) for side in sides):
        return None
    return gutter


def _is_text(side: Sequence[Sequence[Run]]) -> bool:
    """Tell whether the lines of one side are running text: long enough, and most reach the right margin."""
    rights = sorted(runs[-1].right for runs in side)
    margin = rights[-1 - len(rights) // 20]  # not the last: a page number may stand further out
    full = sum(runs[-1].right > margin - _REACHES * runs[-1].size for runs in side)
    chars = sum(len(run.text) for runs in side for run in runs) / len(side)
    return full >= _LEAST_FULL * len(side) and chars >= _LEAST_CHARS
