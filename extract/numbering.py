"""The enumerators that head divisions: 一、 （一） 1. （1） ① 第一章, and in running text 一是 一要 第一， 其一， 首先，.

Each kind has a rank: a division of a higher rank (a smaller number) holds those of lower ranks. The kinds that stand in
running text have one rank; which of them holds which follows from how their series nest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

RUN_IN_RANK = 9.0
"""The rank of all kinds that stand in running text; kinds of smaller rank head lines of their own."""

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")}
_NUMBER = "[一二三四五六七八九十]{1,3}"
_ORDINAL_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 4}
LAST_WORD = "最后"
"""The ordinal word that may also begin a closing."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of enumerator; `pattern` matches the mark, its group 1 is the number."""

    name: str
    rank: float
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Mark:
    """An enumerator at the head of a stretch of text: its kind, its number and its length with its punctuation."""

    kind: Kind
    number: int
    length: int


def _kind(name: str, rank: float, pattern: str) -> Kind:
    return Kind(name, rank, re.compile(pattern))


KINDS = (
    _kind("chapter", 1, rf"第({_NUMBER}|\d{{1,2}})(?:章|部分|篇|编)[：:、，]?"),
    _kind("part", 2, rf"第({_NUMBER}|\d{{1,2}})(?:节|讲)[：:、，]?"),
    _kind("han", 3, rf"({_NUMBER})(?:[、．]|\.(?!\d))"),
    _kind("han_bracket", 4, rf"[（(]({_NUMBER})[）)][、.，]?"),
    _kind("arabic", 5, r"(\d{1,2})(?:[、．]|\.(?!\d))"),
    _kind("arabic_bracket", 6, r"[（(]?(\d{1,2})[）)][、.，]?"),
    _kind("circle", 7, r"([①-⑳])、?"),
    _kind("要", RUN_IN_RANK, rf"({_NUMBER})要(?![务求义素件点害闻])"),
    _kind("是", RUN_IN_RANK, rf"({_NUMBER})是(?!一、)[，：]?"),
    _kind("则", RUN_IN_RANK, rf"({_NUMBER})则[，]?"),
    _kind("靠", RUN_IN_RANK, rf"({_NUMBER})靠"),
    _kind("抓", RUN_IN_RANK, rf"({_NUMBER})抓"),
    _kind("须", RUN_IN_RANK, rf"({_NUMBER})(?:必?须)"),
    _kind("第", RUN_IN_RANK, rf"第({_NUMBER})(?:[条点个项步方面]{{0,2}}[，、：]|是|要(?![务求义素件点]))"),
    _kind("其", RUN_IN_RANK, r"其([一二三四五六七])[，、：是]"),
    _kind("首先", RUN_IN_RANK, r"(首先|其次|再次|再者|最后)[，、：是要]"),
)
"""All kinds, those that would otherwise be hidden by a shorter one first."""

_ANY = re.compile("|".join(f"(?:{kind.pattern.pattern})" for kind in KINDS))
_AFTER_COLON = re.compile(r"[：:](?=(?:[（(]?[一1][、.是要）)]|第一[，、是要条点]|其一|首先[，、]|①))")


def mark_at(text: str) -> Mark | None:
    """Return the enumerator that a text begins with, or None."""
    if not _ANY.match(text):
        return None
    for kind in KINDS:
        match = kind.pattern.match(text)
        if match:
            number = number_of(match[1])
            return Mark(kind, number, match.end()) if number else None
    return None


def first_mark_after_colon(text: str) -> int | None:
    """Return where a list's first enumerator stands behind a colon (要抓好四件事：一是…), or None."""
    match = None
    for match in _AFTER_COLON.finditer(text):
        pass
    return match.end() if match else None


def number_of(text: str) -> int:
    """Return the value of a number as enumerators write it; 0 where it is none.

    >>> [number_of(text) for text in ("三", "十", "十二", "二十", "二十一", "7", "③", "其次", "十十")]
    [3, 10, 12, 20, 21, 7, 3, 2, 0]
    """
    if text in _ORDINAL_WORDS:
        return _ORDINAL_WORDS[text]
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    if text.isascii():
        return int(text)
    tens, ten, ones = text.partition("十")
    if any(len(part) > 1 or part == "十" for part in (tens, ones)) or not ten and not tens:
        return 0
    if not ten:
        return _DIGITS[tens]
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)
