"""Where the wordings of a lexicon stand in a text, by one automaton over all of them.

Matching is done on folded text: without quotation marks, spaces and separators (，、；：·), and with letters that are
often confused written as one (己, 已). A place counts only if it has no separator where the wording has none; so
`身在兵位、胸为帅谋` is found as `身在兵位，胸为帅谋`, or with its separator lost, but `第三，服务` is not `三服务`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

import ahocorasick_rs
import numpy as np

from extract.records import Entry, Match, View

SEPARATORS = "，、；：,;:·•—－-"
QUOTES = "“”‘’\"'「」『』〝〞＂＇"
SPACES = " \t　\u00a0\u200b"
_DELETED = {ord(letter): None for letter in SEPARATORS + QUOTES + SPACES}
_CONFUSED = str.maketrans({"已": "己", "巳": "己", "帐": "账", "唯": "惟", "＋": "+", "０": "0"})
_SKIPPED = frozenset(SEPARATORS + QUOTES + SPACES)
_SKIPPED_CODES = np.array(sorted(map(ord, _SKIPPED)), np.uint32)
_SEPARATOR_CODES = np.array(sorted(map(ord, SEPARATORS)), np.uint32)


def fold(text: str) -> str:
    """Return the form in which wordings are compared."""
    return text.lower().translate(_CONFUSED).translate(_DELETED)


def separators(text: str) -> frozenset[int]:
    """Return where separators stand in a text, counted in folded characters before them."""
    found, count = set(), 0
    for letter in text:
        if letter in SEPARATORS:
            found.add(count)
        elif letter not in _SKIPPED:
            count += 1
    return frozenset(found - {0, count})


def variants(form: str) -> Iterator[str]:
    """Yield a wording and, where it is a list, the same with 和 or 与 before its last part."""
    yield form
    cut = form.rfind("、")
    if 0 < cut < len(form) - 1:
        for joint in "和与":
            yield form[:cut] + joint + form[cut + 1 :]


class Matcher:
    """An automaton over the forms of lexicon entries."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        wordings: dict[str, list[tuple[frozenset[int], Entry]]] = {}
        for entry in entries:
            for form in entry.forms:
                for wording in variants(form):
                    wordings.setdefault(fold(wording), []).append((separators(wording), entry))
        self._patterns = list(wordings)
        self._wordings = list(wordings.values())
        self._automaton = ahocorasick_rs.AhoCorasick(self._patterns) if self._patterns else None

    def matches(self, view: View) -> tuple[Match, ...]:
        """Return all places of all entries in source offsets, in text order, the longer first."""
        if self._automaton is None:
            return ()
        kept, at, breaks = _folded(view.text)
        found: dict[tuple[int, int, str, str], Match] = {}
        for index, first, last in self._automaton.find_matches_as_indexes(kept, overlapping=True):
            start, end = view.source_span(at[first], at[last - 1] + 1)
            inside = breaks[bisect_right(breaks, first) : bisect_left(breaks, last)]
            inner = frozenset(place - first for place in inside)
            for allowed, entry in self._wordings[index]:
                if inner <= allowed:
                    found.setdefault((start, end, entry.label, entry.name), Match(start, end, entry))
        return tuple(found[key] for key in sorted(found, key=lambda k: (k[0], -k[1], k[2], k[3])))


def _folded(text: str) -> tuple[str, list[int], list[int]]:
    """Return the folded text, the offset in `text` of each of its characters, and where separators stood.

    A line end or a full stop stands for itself, so that nothing matches across it.
    """
    lower = text.lower()
    if len(lower) != len(text):  # few letters change their length: İ
        lower = "".join(lowered if len(lowered := letter.lower()) == 1 else letter for letter in text)
    codes = np.frombuffer(lower.translate(_CONFUSED).encode("utf-32-le", "surrogatepass"), np.uint32)
    skipped = np.isin(codes, _SKIPPED_CODES)
    at = np.flatnonzero(~skipped)
    before = np.arange(len(codes)) - np.cumsum(skipped) + skipped
    places = np.unique(before[np.isin(codes, _SEPARATOR_CODES)])
    kept = codes[at].tobytes().decode("utf-32-le", "surrogatepass")
    return kept, at.tolist(), places.tolist()
