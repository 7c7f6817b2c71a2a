"""The user's own metadata in, fields of `Metadata` out: keys in English or Chinese, dates in the usual forms."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping

GENRES = ("讲话", "交流发言", "学习体会", "表态发言", "报告", "新闻", "文章", "其他")
"""The genres of the contract."""

LEVELS = ("central", "province", "city", "county", "district")
"""The levels of the contract, from the highest."""

_KEYS = {
    "title": ("title", "标题", "题目"),
    "genre": ("genre", "体裁", "文体"),
    "level": ("level", "层级", "级别"),
    "organ": ("organ", "organization", "单位", "机关", "机构"),
    "region": ("region", "place", "地区", "地域"),
    "speaker": ("speaker", "author", "讲话人", "发言人", "作者"),
    "date": ("date", "日期", "时间", "发布日期", "年份", "year"),
    "date_earliest": ("date_earliest",),
    "date_latest": ("date_latest",),
    "provenance": ("provenance",),
    "source_url": ("source_url", "url", "链接", "网址"),
}
_DATES = {"date", "date_earliest", "date_latest"}
_LEVEL_WORDS = {"中央": "central", "国家": "central", "省": "province", "市": "city", "县": "county", "区": "district"}
_PROVENANCES = ("delivered", "published", "draft", "template")
_DATE = re.compile(r"\s*(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?月?)?年?(?:[T\s].*)?$")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})\s*$")


def fields_from_given(given: Mapping[str, str]) -> dict[str, str]:
    """Return what the user's metadata says, by the names of `Metadata`; what cannot be read is left out.

    A date becomes both bounds: `2022-10` is from 2022-10-01 to 2022-10-31.
    """
    lowered = {key.strip().lower(): value.strip() for key, value in given.items() if value and value.strip()}
    fields = {}
    for name, keys in _KEYS.items():
        value = next((lowered[key] for key in keys if key in lowered), None)
        if value is not None:
            fields[name] = value
    if "genre" in fields and fields["genre"] not in GENRES:
        fields["genre"] = "其他"
    if "level" in fields:
        level = fields["level"].lower()
        fields["level"] = level if level in LEVELS else _LEVEL_WORDS.get(level.rstrip("级"), "")
    if fields.get("provenance") not in _PROVENANCES:
        fields.pop("provenance", None)
    return _with_bounds({name: value for name, value in fields.items() if value})


def without_field(given: Mapping[str, str], name: str) -> dict[str, str]:
    """Return the user's metadata without what it says about a field of `Metadata`, under whatever key."""
    return {key: value for key, value in given.items() if key.strip().lower() not in _KEYS[name]}


def overlaid(given: Mapping[str, str], surer: Mapping[str, str]) -> dict[str, str]:
    """Return both, where what `surer` says of a field replaces what `given` says of it, under whatever key.

    >>> overlaid({"标题": "讲话", "date": "2018"}, {"title": "报告", "date_earliest": "2019-03"})
    {'title': '报告', 'date_earliest': '2019-03'}
    """
    names = {_field(key) for key, value in surer.items() if value.strip()}
    if names & _DATES:
        names |= _DATES
    return {**{key: value for key, value in given.items() if _field(key) not in names}, **surer}


def _field(key: str) -> str:
    """Return the field of `Metadata` that a key means, or the key itself."""
    lowered = key.strip().lower()
    return next((name for name, keys in _KEYS.items() if lowered in keys), lowered)


def _with_bounds(fields: dict[str, str]) -> dict[str, str]:
    """Put the bounds of the dates in place of the dates."""
    both = bounds_of_date(fields.pop("date", ""))
    earliest = bounds_of_date(fields.pop("date_earliest", "")) or both
    latest = bounds_of_date(fields.pop("date_latest", "")) or both
    if earliest:
        fields["date_earliest"] = earliest[0]
    if latest:
        fields["date_latest"] = latest[1]
    return fields


def bounds_of_date(text: str) -> tuple[str, str] | None:
    """Return the first and the last day that a date may mean, in ISO form; None for what is no date.

    >>> bounds_of_date("2022年2月"), bounds_of_date("20221028"), bounds_of_date("2020"), bounds_of_date("去年")
    (('2022-02-01', '2022-02-28'), ('2022-10-28', '2022-10-28'), ('2020-01-01', '2020-12-31'), None)
    """
    match = _COMPACT.match(text) or _DATE.match(text)
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if not 1 <= year <= 9999 or month > 12 or (match[2] and not month):
        return None
    last_day = calendar.monthrange(year, month or 12)[1]
    if day > last_day or (match[3] and not day):
        return None
    return f"{year:04}-{month or 1:02}-{day or 1:02}", f"{year:04}-{month or 12:02}-{day or last_day:02}"
