"""Dates in, the earliest witness of a wording out, where the dates leave no doubt."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from extract.given import fields_from_given

Bounds = tuple[str | None, str | None]
"""The first and the last day that a text may be from, in ISO form; None where nothing is known."""

Key = TypeVar("Key")


def earliest(bounds: Mapping[Key, Bounds]) -> Key | None:
    """Return whose date lies before all others; None where that is not decidable.

    It is not where the bounds of the first and of another overlap, or another has none: the text might be older.

    >>> earliest({"a": ("2020-01-01", "2020-12-31"), "b": ("2021-03-01", "2021-03-01")})
    'a'
    >>> earliest({"a": ("2020-01-01", "2021-12-31"), "b": ("2021-03-01", "2021-03-01")})
    """
    dated = [(last, key) for key, (_, last) in bounds.items() if last]
    if len(bounds) < 2 or not dated:
        return None
    first = min(dated, key=lambda pair: pair[0])
    others = [begin for key, (begin, _) in bounds.items() if key != first[1]]
    return first[1] if all(begin and begin > first[0] for begin in others) else None


def bounds_from_given(given: Mapping[str, str]) -> Bounds:
    """Return the date bounds that the user's metadata gives."""
    dates = {key: value for key, value in given.items() if "date" in key.lower() or key.strip() in ("日期", "时间")}
    return _bounds(tuple(sorted(dates.items())))


@cache
def _bounds(dates: tuple[tuple[str, str], ...]) -> Bounds:
    fields = fields_from_given(dict(dates))
    return fields.get("date_earliest"), fields.get("date_latest")
