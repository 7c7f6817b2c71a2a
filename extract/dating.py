"""A speech in, the bounds of its day out: what the text itself proves about when it was given, with the proving words.

Three kinds of proof: a date in the title or signature gives the day; what is named as past gives the earliest day; what
is named as still to come, and 今年 or 去年 beside a dated event, give the latest. What nothing proves stays None.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from extract.anchors import ANCHORS, FIRST_CHARACTERS, FOUNDED, PLAN_YEARS, Anchor
from extract.given import bounds_of_date
from extract.numbering import number_of
from extract.records import Speech
from extract.units import Unit, units_of

_HEAD_LINES, _TAIL_LINES, _BLOCK_CHARS, _SALUTATION_CHARS = 8, 3, 80, 30
_DATE = re.compile(r"(?<!\d)(?:19[2-9]|20\d)\d年\d{1,2}月\d{1,2}日|[一二][九〇○零0][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日")
_YEAR_REVIEWED = re.compile(r"((?:19|20)\d\d)年(?:的)?(?:政府)?工作(?:的)?(?:回顾|总结)")
_AHEAD = re.compile(r"(?:迎接|喜迎|预祝|筹备|召开之年|即将召开|将(?:于|要|在)?(?:[^，。；]{0,12}召开)|献礼)")
_HELD = re.compile(r"(?:隆重|胜利|成功)?(?:召开|举行|举办|闭幕)")
_OPENING_YEAR = re.compile(r"贯彻(?:落实)?党的(十[八九]|二十)大精神的(?:开局|第一|起步)")
_ANNIVERSARY = re.compile(
    rf"(?:今年|今天)[^。；！]{{0,12}}?({'|'.join(sorted(FOUNDED, key=len, reverse=True))})(?:成立|诞生|建立|胜利)?(\d{{2,3}}|一百)周年"
)
_PLAN = re.compile(r"今年[^。；！]{0,14}“(十[一二三四五]?五)”(?:规划)?(?:的)?(开局|起步|收官|最后一)")
_MEASURES = re.compile(r"(?:严格|抓好|坚持|继续做好)[^。；]{0,10}(?:戴口罩|扫码测温|测温扫码|核酸检测)")
_CONGRESS_YEARS = {"十八": 2012, "十九": 2017, "二十": 2022}
_PUBLISHER = re.compile("[报版网社电刊]")
_TO_COME = re.compile("[前将]|之前")
_FROM_THEN = re.compile("起|开始")
_LAST_DAY_OF_MEASURES = "2022-12-31"


@dataclass(frozen=True, slots=True)
class Bound:
    """One proof: the text was not given before, or not after, a day; `start` and `end` are the proving words."""

    day: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dating:
    """The bounds of a text's day and the spans (`START-END`) that prove them."""

    earliest: str | None
    latest: str | None
    basis: tuple[str, ...]


def date_of(speech: Speech) -> Dating:
    """Return what a text proves about its own day."""
    units = units_of(speech.text, speech.view, speech.sentences)
    stated = _stated_day(speech, units)
    if stated:
        return _dating(stated, stated)
    not_before, not_after = [], []
    for low, high in _proofs(speech, units):
        not_before += [low] if low else []
        not_after += [high] if high else []
    earliest = max(not_before, key=lambda bound: (bound.day, -bound.start), default=None)
    latest = min(not_after, key=lambda bound: (bound.day, bound.start), default=None)
    if earliest and latest and earliest.day > latest.day:
        latest = None  # the words contradict each other; what is named as past is the surer proof
    return _dating(earliest, latest)


def _dating(earliest: Bound | None, latest: Bound | None) -> Dating:
    spans = dict.fromkeys((bound.start, bound.end) for bound in (earliest, latest) if bound)
    return Dating(
        earliest.day if earliest else None,
        latest.day if latest else None,
        tuple(f"{start}-{end}" for start, end in sorted(spans)),
    )


def _stated_day(speech: Speech, units: list[Unit]) -> Bound | None:
    """Return the full date that stands in the title block or in the signature, if there is one."""
    lines = [*title_block(units), *(unit for unit in _signature(units) if not _PUBLISHER.search(unit.text))]
    return next((bound for unit in lines for bound in _full_dates(speech, unit)), None)


def _full_dates(speech: Speech, unit: Unit) -> Iterator[Bound]:
    """Yield the full dates of a unit."""
    for match in _DATE.finditer(unit.text):
        bounds = bounds_of_date(_in_digits(match.group()))
        if bounds:
            yield _bound(speech, bounds[0], unit.start + match.start(), unit.start + match.end())


def title_block(units: list[Unit]) -> list[Unit]:
    """Return the short lines before a text's first paragraph: title, date, speaker, salutation."""
    block = []
    for unit in units[:_HEAD_LINES]:
        if not unit.alone or unit.ended and len(unit.text) > _SALUTATION_CHARS or len(unit.text) > _BLOCK_CHARS:
            break
        block.append(unit)
    return block


def _signature(units: list[Unit]) -> list[Unit]:
    """Return the short lines after a text's last paragraph."""
    last = units[-_TAIL_LINES:]
    return [unit for unit in last if unit.alone and not unit.ended and len(unit.text) <= _SALUTATION_CHARS]


def _proofs(speech: Speech, units: list[Unit]) -> Iterator[tuple[Bound | None, Bound | None]]:
    """Yield pairs of proofs: not before, not after."""
    named = [(unit, list(_anchors_in(unit.text))) for unit in units]
    ahead = {anchor for unit, found in named for anchor, match in found if _is_ahead(unit.text, match, anchor)}
    for unit in _signature(units):
        if _PUBLISHER.search(unit.text):
            yield from ((None, bound) for bound in _full_dates(speech, unit))
    for unit, found in named:
        yield from _anchored(speech, unit, found, ahead)
        for match in _ANNIVERSARY.finditer(unit.text):
            years = 100 if match[2] == "一百" else int(match[2])
            yield _year(speech, unit, match, FOUNDED[match[1]] + years)
        for match in _PLAN.finditer(unit.text):
            first, last = PLAN_YEARS.get(match[1], (0, 0))
            if first:
                yield _year(speech, unit, match, first if match[2] in ("开局", "起步") else last)
        for match in _OPENING_YEAR.finditer(unit.text):
            yield _year(speech, unit, match, _CONGRESS_YEARS[match[1]] + 1)
        for match in _YEAR_REVIEWED.finditer(unit.text):
            yield _year(speech, unit, match, int(match[1]) + 1)
        for match in _MEASURES.finditer(unit.text):
            yield None, _bound(speech, _LAST_DAY_OF_MEASURES, unit.start + match.start(), unit.start + match.end())
    signed = {unit.order for unit in _signature(units)}
    body_end = min((speech.sentences[order].start for order in signed), default=len(speech.text))
    yield from _past_dates(speech, body_end)


def _anchored(
    speech: Speech, unit: Unit, found: list[tuple[Anchor, re.Match[str]]], ahead: set[Anchor]
) -> Iterator[tuple[Bound | None, Bound | None]]:
    """Yield what the dated events `found` in a sentence prove; `ahead` are those that the text says are to come."""
    for anchor, match in found:
        span = (unit.start + match.start(), unit.start + match.end())
        if anchor in ahead:
            if _is_ahead(unit.text, match, anchor):
                this_year = re.search("今年|召开之年", _around(unit.text, match))
                first = _bound(speech, f"{anchor.first[:4]}-01-01", *span) if this_year else None
                yield first, _bound(speech, _day_before(anchor.first), *span)
            continue
        yield _bound(speech, anchor.last if anchor.kind == "meeting" else anchor.first, *span), None
        shift = _years_from(unit.text, match, anchor)
        if shift is not None:
            low, high = int(anchor.first[:4]) + shift, int(anchor.last[:4]) + shift
            yield _bound(speech, f"{low}-01-01", *span), _bound(speech, f"{high}-12-31", *span)


def _is_ahead(text: str, match: re.Match[str], anchor: Anchor) -> bool:
    """Tell whether a meeting is named as one that is to come."""
    return anchor.kind == "meeting" and bool(_AHEAD.search(_around(text, match)))


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 16) : match.end() + 8]


def _years_from(text: str, match: re.Match[str], anchor: Anchor) -> int | None:
    """Return how many years ago an event was, if 今年 (0) or 去年 (1) stands before it in its sentence; else None.

    A meeting counts only where its being held is told: 今年 beside 党的二十大精神 says nothing.
    """
    if anchor.kind == "wording" or anchor.kind == "meeting" and not _HELD.match(text, match.end()):
        return None
    before = text[max(0, match.start() - 40) : match.start()]
    at, shift = max((before.rfind("去年"), 1), (before.rfind("今年"), 0))
    return shift if at >= 0 else None


def _past_dates(speech: Speech, body_end: int) -> Iterator[tuple[Bound, None]]:
    """Yield the full dates and months of the body, which speak of what has been; plans (到2035年) are left out."""
    for mention in speech.found("DATE"):
        if mention.start >= body_end:
            break
        iso = str(mention.attrs.get("iso") or "").split("/")[-1]
        before, after = speech.text[max(0, mention.start - 1) : mention.start], speech.text[mention.end : mention.end + 2]
        in_force = before in ("从", "自") and _FROM_THEN.match(after)
        if mention.attrs.get("relative") or len(iso) < 7 or before in ("到", "至", "于") or _TO_COME.match(after) or in_force:
            continue
        bounds = bounds_of_date(iso)
        if bounds:
            yield Bound(bounds[0], mention.start, mention.end), None


def _year(speech: Speech, unit: Unit, match: re.Match[str], year: int) -> tuple[Bound, Bound]:
    """Return the proofs that a text is of a year."""
    span = unit.start + match.start(), unit.start + match.end()
    return _bound(speech, f"{year}-01-01", *span), _bound(speech, f"{year}-12-31", *span)


def _bound(speech: Speech, day: str, start: int, end: int) -> Bound:
    """Make a proof of a span of the view."""
    return Bound(day, *speech.view.source_span(start, end))


def _anchors_in(text: str) -> Iterable[tuple[Anchor, re.Match[str]]]:
    """Yield the anchors that a sentence names, with where."""
    for match in _any_anchor().finditer(text):
        yield ANCHORS[int(match.lastgroup[1:])], match


@cache
def _any_anchor() -> re.Pattern[str]:
    """Return one pattern for all anchors, tried only where one may begin; the group's name holds the anchor's index."""
    either = "|".join(f"(?P<a{index}>{anchor.pattern})" for index, anchor in enumerate(ANCHORS))
    return re.compile(f"(?=[{FIRST_CHARACTERS}])(?:{either})")


def _day_before(day: str) -> str:
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


def _in_digits(date: str) -> str:
    """Return a date in Chinese numerals (一九五四年九月二十三日) in Arabic ones; others as they are."""
    year, _, rest = date.partition("年")
    month, _, day = rest.rstrip("日").partition("月")
    digits = "".join(str("〇一二三四五六七八九".find(char)) if char in "一二三四五六七八九" else "0" if char in "〇○零" else char for char in year)
    return f"{digits}-" + "-".join(part if part.isascii() else str(number_of(part)) for part in (month, day))
