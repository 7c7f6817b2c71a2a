"""Units in, series out: enumerators that count on (一、 … 二、 … 三、), and which of the series divide the text.

An enumerator alone proves little: 一是…；二是… inside one sentence is prose. What counts is the series: where its members
stand, and what parts them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.numbering import LAST_WORD, RUN_IN_RANK, Kind, Mark, first_mark_after_colon, mark_at
from extract.units import Unit

_TITLE_CHARS = 50
_LONG_ITEM_CHARS = 80
_NEAR_LINES = 3
_GREAT_TITLE_RANK = 3


@dataclass(frozen=True, slots=True)
class Member:
    """An enumerator in its place: `at` is where it begins inside the unit's text (not 0 only behind a colon)."""

    unit: Unit
    mark: Mark
    at: int
    place: int
    """The unit's index among the text's units."""

    @property
    def opens_line(self) -> bool:
        """Whether the enumerator stands at the head of its line."""
        return self.unit.first and self.at == 0


@dataclass(slots=True)
class Series:
    """Enumerators of one kind that count on."""

    kind: Kind
    members: list[Member] = field(default_factory=list)

    @property
    def rank(self) -> float:
        """The kind's rank, or that of running text where most members stand inside lines."""
        opening = sum(member.opens_line for member in self.members)
        return self.kind.rank if 2 * opening >= len(self.members) else RUN_IN_RANK


def find_series(units: Sequence[Unit]) -> list[Series]:
    """Return the series that divide the text, in the order of their first members."""
    series = _counted(_members(units))
    kept = [one for one in series if _divides(one, units)]
    return [one for place, one in enumerate(kept) if not _is_table_of_contents(one, kept[place + 1 :])]


def _members(units: Sequence[Unit]) -> Iterator[Member]:
    """Yield every enumerator at the head of a unit, and a list's first behind a colon."""
    for place, unit in enumerate(units):
        mark = mark_at(unit.text)
        if mark and (unit.first or mark.kind.rank > 2):
            yield Member(unit, mark, 0, place)
        at = first_mark_after_colon(unit.text)
        mark = mark_at(unit.text[at:]) if at else None
        if mark and at is not None:
            yield Member(unit, mark, at, place)


def _counted(members: Iterator[Member]) -> list[Series]:
    """Put members into series: each goes on from the last of its kind, or begins a new one."""
    series: list[Series] = []
    open_series: dict[str, Series] = {}
    for member in members:
        kind, number = member.mark.kind, member.mark.number
        current = open_series.get(kind.name)
        if member.opens_line and kind.rank < RUN_IN_RANK:
            _end_lists(open_series, member, current if current and _goes_on(current, member) else None)
        if current is None or not _goes_on(current, member):
            if number != 1 and not member.opens_line:
                continue
            current = open_series[kind.name] = Series(kind)
            series.append(current)
        current.members.append(member)
    return series


def _end_lists(open_series: dict[str, Series], title: Member, continued: Series | None) -> None:
    """Forget the run-in series that a numbered title ends: all of them, or those inside the division before it.

    A new series of small titles may stand inside an item of a run-in one (第一，… with （一） （二） in it).
    """
    for name, one in list(open_series.items()):
        if one.kind.rank != RUN_IN_RANK:
            continue
        inside = continued is not None and one.members[0].place > continued.members[-1].place
        if inside or title.mark.kind.rank <= _GREAT_TITLE_RANK:
            del open_series[name]


def _goes_on(series: Series, member: Member) -> bool:
    """Tell whether a member counts on from the last of a series; one number may have been lost."""
    last = series.members[-1]
    step = member.mark.number - last.mark.number
    if member.unit.text.startswith(LAST_WORD):
        return step > 0 and member.unit.line == last.unit.line
    if series.kind.name == "首先":
        return step > 0
    if step != 1 and not (step == 2 and member.opens_line):
        return False
    return member.opens_line or member.unit.line - last.unit.line <= _NEAR_LINES


def _divides(series: Series, units: Sequence[Unit]) -> bool:
    """Tell whether a series is a division of the text and not a list inside a sentence."""
    members = series.members
    if len(members) == 1:
        return _single_divides(members[0], units)
    if series.kind.name == "首先" and not all(member.opens_line for member in members[1:]):
        return False
    breaks = [units[member.place - 1].end_mark for member in members[1:] if not member.unit.first]
    if breaks and sum(mark in "；;，" for mark in breaks) * 2 >= len(breaks):
        span = members[-1].unit.start - members[0].unit.start
        return span / (len(members) - 1) >= _LONG_ITEM_CHARS
    return True


def _single_divides(member: Member, units: Sequence[Unit]) -> bool:
    """Tell whether an enumerator without a series is a heading: a title line, or the rest of a list that was cut."""
    if not member.opens_line or member.unit.text.startswith(tuple("首其再最")):
        return False
    if member.mark.kind.rank == RUN_IN_RANK:
        return member.mark.number > 1
    title = member.unit.alone and not member.unit.ended and len(member.unit.text) <= _TITLE_CHARS
    return title and member.mark.kind.name in ("chapter", "part", "han", "han_bracket") and member.place + 1 < len(units)


def _is_table_of_contents(series: Series, later: list[Series]) -> bool:
    """Tell whether a series of lines lists headings that come again later."""
    texts = {member.unit.words for member in series.members}
    if len(texts) < 2 or any(not member.unit.alone for member in series.members):
        return False
    return any(one.kind is series.kind and texts <= {member.unit.words for member in one.members} for one in later)
