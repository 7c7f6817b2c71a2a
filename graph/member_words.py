"""Members of a formula as wordings: which words speak for one, and when two wordings mean the same one.

A member is seldom written out: of 坚持绝对忠诚的政治品格 a text has 绝对忠诚. The *core* of a member is what remains without
the words that all members of the list begin with (坚持), and of 绝对忠诚的政治品格 the part before 的 where that is a phrase
of four characters. Wordings are compared without quotation marks, spaces and separators.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache

SHORTEST = 4
"""Characters of the shortest wording that can speak for a member on its own; 农业 says nothing of 三农."""

ALIKE = 0.65
"""Two wordings mean one member if so much of the shorter stands, in order, in the longer."""

_PASSED_OVER = re.compile(r"[\s“”‘’\"'「」『』，、；：,;:·•—－（）()-]+")
_PHRASE = re.compile("([^的]{4})的[^的]{2,8}")


@cache
def bare(wording: str) -> str:
    """Return a wording without the marks that are passed over.

    >>> bare("坚持“一国两制”、推进祖国统一")
    '坚持一国两制推进祖国统一'
    """
    return _PASSED_OVER.sub("", wording)


@cache
def cores(members: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return for each member its wordings, the longest first: whole, without the common beginning, its phrase before 的.

    >>> cores(("坚持绝对忠诚的政治品格", "坚持廉洁自律的道德操守"))[1]
    ('坚持廉洁自律的道德操守', '廉洁自律的道德操守', '廉洁自律')
    """
    plain = [bare(member) for member in members]
    common = len(os.path.commonprefix(plain)) if len(plain) > 1 else 0
    return tuple(_wordings(member, common) for member in plain)


def _wordings(member: str, common: int) -> tuple[str, ...]:
    rest = member[common:]
    phrase = _PHRASE.fullmatch(rest)
    found = dict.fromkeys((member, rest, phrase[1] if phrase else rest))
    return tuple(wording for wording in found if len(wording) >= SHORTEST)


@lru_cache(maxsize=4)
def plain(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a text without the marks that are passed over, and the offset of each of its characters."""
    kept: list[str] = []
    at: list[int] = []
    last = 0
    for gap in _PASSED_OVER.finditer(text):
        kept.append(text[last : gap.start()])
        at.extend(range(last, gap.start()))
        last = gap.end()
    kept.append(text[last:])
    at.extend(range(last, len(text)))
    return "".join(kept), tuple(at)


def aligned(listed: Sequence[str], members: Sequence[str]) -> dict[int, int]:
    """Return which listed wording means which member, by index; each member is meant once.

    >>> aligned(("绝对忠诚", "廉洁自律"), ("坚持绝对忠诚的政治品格", "坚持高度自觉的大局意识", "坚持廉洁自律的道德操守"))
    {0: 0, 1: 2}
    """
    found: dict[int, int] = {}
    wanted = _rests(members)
    for at, wording in enumerate(_rests(listed)):
        free = [(alike(wording, member), -index) for index, member in enumerate(wanted) if index not in found.values()]
        likeness, index = max(free, default=(0.0, 0))
        if likeness >= ALIKE:
            found[at] = -index
    return found


def _rests(members: Sequence[str]) -> list[str]:
    """Return wordings without the beginning that all of them share, unless nothing would remain of one."""
    wordings = [bare(member) for member in members]
    common = len(os.path.commonprefix(wordings)) if len(wordings) > 1 else 0
    return [wording[common:] or wording for wording in wordings]


@cache
def alike(one: str, other: str) -> float:
    """Return which share of the shorter wording stands in the longer, in order: 0 nothing, 1 all of it.

    >>> alike("绝对忠诚", "坚持绝对忠诚的政治品格")
    1.0
    """
    shorter, longer = sorted((one, other), key=lambda wording: (len(wording), wording))
    if not shorter:
        return 0.0
    blocks = SequenceMatcher(None, longer, shorter, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(shorter)
