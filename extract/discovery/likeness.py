"""How much a wording is like known formulations: log odds of its pairs of characters, lexicon against corpus."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

_MARKS = frozenset("、，；：“”‘’\"· ")


def pairs(wording: str) -> list[str]:
    """Return the pairs of neighbouring characters of a wording, punctuation left out.

    >>> pairs("去产能、去库存")
    ['去产', '产能', '去库', '库存']
    """
    return [a + b for a, b in zip(wording, wording[1:], strict=False) if a not in _MARKS and b not in _MARKS]


class Likeness:
    """Pairs of characters of known formulations, weighed against those of a corpus."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = Counter(pair for wording in known for pair in pairs(wording))
        self._spoken: Counter[str] = Counter()

    def read(self, text: str) -> None:
        """Count the pairs of a stretch of the corpus."""
        self._spoken.update(map("".join, zip(text, text[1:], strict=False)))

    def of(self, wording: str) -> float:
        """Return the mean log odds of a wording's pairs; above 0 it is more like formulations than like the corpus.

            ln((k + a) / (K + a V)) - ln((c + 1) / (C + V)) for each pair, k and c its counts among the formulations and
        in the corpus, K and C their sums, V the kinds of pairs, a = 1/20. Source: naive Bayes, additive smoothing.
        """
        found = pairs(wording)
        if not found:
            return 0.0
        kinds = len(self._spoken) + len(self._known) or 1
        known, spoken = self._known.total() + kinds / 20, self._spoken.total() + kinds
        odds = [
            math.log((self._known[pair] + 0.05) / known) - math.log((self._spoken[pair] + 1) / spoken) for pair in found
        ]
        return sum(odds) / len(odds)
