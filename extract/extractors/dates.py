"""Calendar expressions: absolute ones (2022年10月28日), ranges and decades, and relative ones (去年, 近期).

attrs: `relative` (true) where the expression needs the day of speaking to be read; `iso` (2022, 2022-10, 2022-10-28,
or two joined by `/`) where it can be computed from the words alone. Counted spans of time (三年, 一小时) are no dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.naming import Candidate, longest, mentions
from extract.numerals import NUMERAL, number_from_numeral
from extract.records import Mention, Speech
from extract.registry import Extractor

_NUM = rf"(?:{NUMERAL}|廿|卅)"
_YEAR = r"(?:(?:公元前?|农历)?(?:1\d{3}|20\d{2}|[一二][〇零○0一二三四五六七八九]{3}|一[九八]\d{2})\s?年度?)"
_MONTH = rf"(?:(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])\s?月份?)"
_DAY = r"(?:(?:3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])\s?[日号])"
_FULL = rf"(?:{_YEAR}(?:{_MONTH}{_DAY}?)?|{_MONTH}{_DAY})"
_TO = r"[至到\-－—–~～、]"

_ABSOLUTE = re.compile(
    rf"(?=[0-9一二三四五六七八九十元公农])(?:{_FULL}{_TO}(?:{_FULL}|{_DAY}|{_MONTH})"
    rf"|(?:1\d{{3}}|20\d{{2}}){_TO}{{1,2}}{_YEAR}"
    rf"|{_FULL}(?:[上中下]旬|[上下]半年|[年月]?[初底末](?!级|步|始|衷|心|中|次)|[春夏秋冬](?![季天]?[种耕奥晚运节播灌])[季天]?)?)"
)
_DECADE = re.compile(
    r"(?:(?:上个?世纪|本世纪|(?:二十|十九|二十一|1[0-9]|2[01])世纪)"
    r"(?:[二三四五六七八九]十|\d0|[〇零]{2})?年代?(?:初期?|末期?|中期|中后期|以来)?"
    r"|(?:上个?世纪|本世纪)(?:初|末|中叶|以来)?|(?:二十|十九|二十一|1[0-9]|2[01])世纪(?:初|末|中叶)?)"
)
_MONTH_ALONE = re.compile(
    r"(?<![\d.．])(?:1[0-2]|[1-9])月(?:份|[初底末]|[上中下]旬)?(?![\d一二三四五六七八九十])|(?<![一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九])月份"
)
_DECADE_ALONE = re.compile(
    r"(?<![十世纪\d])(?:[二三四五六七八九]十|[2-9]0)年代(?:初期?|末期?|中期|中后期)?|公元前?\d{1,4}年"
)
_RANGE_OF_DECADES = re.compile(rf"上个?世纪\d0年代{_TO}\d0年代")
_BARE_MONTH = re.compile(
    rf"(?<![0-9一二三四五六七八九十个元])(?:今年|去年|前年|明年)(?:{_MONTH}(?:{_DAY}|[初底末]|[上中下]旬)?|[上下]半年|年?[初底末])|(?<!\d)(?:上个|这个|本|上"
    rf"|下个?)月(?:[初底末]|[上中下]旬)?(?![光亮球饼])"
)
_RELATIVE = re.compile(
    r"(?:今年|去年|前年|明年|后年)"
    r"|(?:近期|近日|日前|前不久|不久前|最近|前段时间|近段时间|前一段时间|前一阶段|这段时间|近一段时间|近一个时期)"
    r"|(?<!第)(?<!\d)(?:昨天|昨日|今天上午|今天下午|明天|前天|后天(?![下的之因性努养获])|今晨|今晚|昨晚|本周|上周|下周|本周[一二三四五六日])"
    r"|(?:本年度|上年度|本世纪中叶|年初|年底|年末|年中|岁末年初)(?:以来)?"
    rf"|过去(?:的)?{_NUM}{{1,3}}(?:多|余)?年(?:多)?(?:来|间|里)?"
    rf"|(?<![0-9一二三四五六七八九十百])(?:一年(?:多|半)?来)"
    r"|再过几[天年个]月?|(?:这|那)一年"
)
_FALSE_MONTH = re.compile(r"^[一二三四五六七八九十]月$")
_SKIP = frozenset({"今天", "当天", "当日", "明天", "年中", "昨天"})
_PIECE = re.compile(rf"(?:(?P<y>{_YEAR}))?(?:(?P<m>{_MONTH}))?(?:(?P<d>{_DAY}))?")
_DIGITS = re.compile(r"[〇零○一二三四五六七八九十\d元]+")


def dates(speech: Speech) -> Iterator[Mention]:
    """Yield the calendar expressions of a speech, in text order."""
    text = speech.view.text
    found = [Candidate(*m.span(), m[0], attrs=_iso(m[0])) for m in _ABSOLUTE.finditer(text) if _is_date(text, m)]
    for pattern in (_DECADE, _DECADE_ALONE, _MONTH_ALONE, _RANGE_OF_DECADES):
        found += [Candidate(*m.span(), m[0], score=0.8) for m in pattern.finditer(text)]
    for pattern in (_RELATIVE, _BARE_MONTH):
        found += [
            Candidate(*m.span(), m[0], score=0.8, attrs={"relative": True})
            for m in pattern.finditer(text)
            if m[0] not in _SKIP
        ]
    yield from mentions(speech, "DATE", longest(found))


def _is_date(text: str, match: re.Match[str]) -> bool:
    """Refuse numerals that go on to the left (12024年), and bare months that are part of a word."""
    before = text[match.start() - 1 : match.start()]
    if before and (before.isdigit() or before in "第.．"):
        return False
    return not _FALSE_MONTH.match(match[0])


def _iso(words: str) -> dict[str, str]:
    """Return `{"iso": …}` for an expression with a year: a day, a month, a year or a range.

    >>> _iso("2022年9月14日至16日"), _iso("二〇二二年十月"), _iso("10月1日")
    ({'iso': '2022-09-14/2022-09-16'}, {'iso': '2022-10'}, {})
    """
    ends: list[tuple[int | None, int | None, int | None]] = []
    year = month = None
    for part in re.split(_TO, words):
        if not part:
            continue
        if re.fullmatch(r"1\d{3}|20\d{2}", part):
            part += "年"
        match = _PIECE.match(part)
        values = [_value(match[key]) for key in "ymd"]
        if values[0] is None and values[1] is None and values[2] is None:
            continue
        year = values[0] if values[0] is not None else year
        month = values[1] if values[1] is not None else (month if values[2] is not None else None)
        if year is None:
            return {}
        ends.append((year, month, values[2]))
    if not ends or words.startswith("公元前"):
        return {}
    return {"iso": "/".join(_written(*end) for end in ends[:2])}


def _value(words: str | None) -> int | None:
    found = _DIGITS.search(words or "")
    return number_from_numeral(found[0].replace("元", "一")) if found else None


def _written(year: int, month: int | None, day: int | None) -> str:
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


PLUGIN = Extractor("dates", dates, ("DATE",))
