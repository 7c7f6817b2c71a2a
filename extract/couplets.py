"""Set couplets by their form: parts of one length, built alike (参在点子上、谋在关键处), without any lexicon.

The parts begin and end differently and share characters at the same places; enumerations that repeat their first word
(坚持…、坚持…) are no couplets. A shorter part before 、 may be preceded by the verb that governs the couplet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_HAN = "\u3400-\u9fff"
_RUN = re.compile(f"[{_HAN}]{{3,24}}(?:、[{_HAN}]{{3,16}})+|[{_HAN}]{{3,24}}(?:，[{_HAN}]{{3,16}})+")
_TAIL = re.compile("的|等|作为|是|之[类中]|方面|原则|理念|精神|要求|作风|意识|思想")
_GOVERNS = re.compile(
    ".*(?:做到|真正|切实|坚持|确保|实现|形成|树立|树牢|发扬|弘扬|保持|始终|努力|必须|应当|应该|体现|落实|按照|要|是|的|于|为|出|到|以|能|会|"
    "让|使|把|才|就|都|也|了|着|讲求|力求|力争|坚决|自觉|大力|更加|而|并|既|又|用|成|好|我们|大家|他们|人们|呈现|营造|增强|善于|敢于|提倡|倡导|追求|注重|秉持)"
)


_HINGES = frozenset("在有不无要就是之处从向中必则以而为能才于自最更先再也到得靠往随如若皆即先后")
"""Characters on which couplets turn; other shared ones (经济, 群众) make plain enumerations."""

_PLAIN = re.compile(
    "[的了将和与及等着过]|^既|^又|^也|^还|^而|^只|^[一二三四五]是|^这|^那|进行|开展|工作|问题|我们|他们|就业|人才|技能|自治|能力|能源|功能|不断|是否|为核心|"
    "为重点|为保障|为主|有关|以来|更加|中国|自然|自由|先进|法律|所有"
)


def couplets(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of set couplets, in text order: whole lists by 、, two or three neighbours in clauses by ，."""
    for run in _RUN.finditer(text):
        mark = "、" if "、" in run.group() else "，"
        parts = run.group().split(mark)
        starts = [run.start()]
        for part in parts[:-1]:
            starts.append(starts[-1] + len(part) + 1)
        if mark == "、" and len(parts) > 3:
            continue
        reached = 0
        for first in range(len(parts) - 1):
            for count in (3, 2):
                window = parts[first : first + count]
                span = _fitted(starts[first], window) if first >= reached and len(window) == count else None
                if span and (mark == "，" or count == len(parts)):
                    yield span
                    reached = first + count


def _fitted(start: int, parts: list[str]) -> tuple[int, int] | None:
    """Return the span of the parts, cut to one length, if they are built alike."""
    size = len(parts[1]) if len(parts) == 3 else min(len(part) for part in parts)
    first, last = parts[0], parts[-1]
    if not 3 <= size <= 8 or len(first) < size or len(last) < size or any(len(p) != size for p in parts[1:-1]):
        return None
    if len(first) > size and not _GOVERNS.fullmatch(first[:-size]):
        return None
    if len(last) > size and not _TAIL.match(last[size:]):
        return None
    cut = [first[-size:], *parts[1:-1], last[:size]]
    if not (crossed(cut) or size >= 5 and alike(cut)):
        return None
    begin = start + len(first) - size
    return begin, begin + size * len(cut) + len(cut) - 1


def crossed(parts: list[str]) -> bool:
    """Say whether parts are the same characters turned round: 死读书，读死书，读书死."""
    return len(set(parts)) == len(parts) and len({"".join(sorted(part)) for part in parts}) == 1


def alike(parts: list[str]) -> bool:
    """Say whether parts of one length share characters at the same places, but neither all begin nor all end alike.

    >>> alike(["参在点子上", "谋在关键处"]), alike(["坚持政治互信", "坚持互利合作"])
    (True, False)
    """
    columns = list(zip(*parts, strict=True))
    shared = [len(set(column)) == 1 for column in columns]
    if shared[0] or sum(shared) > len(columns) - 2:
        return False
    if any(_PLAIN.search(part) for part in parts):
        return False
    doubled = all(part[0] == part[1] for part in parts)
    hinged = any(same and letter in _HINGES for same, letter in zip(shared[:-1], parts[0], strict=False))
    return doubled or hinged


def balanced(words: str) -> bool:
    """Say whether words are a list of parts of one length, or of a multiple of it where a mark was lost."""
    parts = re.split("[、，,；;+ ]", words)
    lengths = [len(part) for part in parts]
    base = min(lengths)
    return len(parts) > 1 and base >= 1 and all(n == base or base > 3 and n in (2 * base, 2 * base - 1) for n in lengths)


def mended(words: str) -> str:
    """Return a list with the marks that were lost between parts of one length.

    >>> mended("引领、辐射、联结带动")
    '引领、辐射、联结、带动'
    """
    if "、" not in words:
        return words
    parts = words.split("、")
    base = min(len(part) for part in parts)
    halves = [(p[:base], p[base:]) if base > 1 and len(p) == 2 * base else (p,) for p in parts]
    return "、".join(part for pair in halves for part in pair)
