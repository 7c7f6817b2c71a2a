"""CO_OCCURS: which formulations and themes stand in one sentence, and how far that goes beyond chance.

Counted are sentences: mentions of depth 0 and the themes that the sentence carries. Two bounds keep this from growing
with the square of a corpus. A sentence with more than `MOST_ITEMS` different things is a list, not a context, and is
left out of every count. Of more than `MOST_PAIRS` pairs the rarest are left out: the smallest count that is kept rises
by one until the rest fits. All counts of the pairs that stay are complete.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import combinations

import networkx as nx

from graph.ids import evidence_of, relationship_id
from graph.mentions import Occurrence
from graph.structure import Placed

MOST_ITEMS = 40
MOST_PAIRS = 50_000
LEAST_COUNT = 5
"""Below this count npmi and g2 say nothing and are absent."""

Pair = tuple[str, str]


class CoOccurrence:
    """Collects, over all speeches, what stands together in a sentence."""

    def __init__(self) -> None:
        self._items: Counter[str] = Counter()
        self._pairs: Counter[Pair] = Counter()
        self._sentences: list[tuple[str, tuple[str, ...]]] = []
        self._total = 0

    def note(self, placed: Placed, occurrences: list[Occurrence], carried: dict[str, tuple[int, ...]]) -> None:
        """Note the sentences of a speech. `carried` are the sentences of each theme."""
        items: dict[int, set[str]] = {}
        for occurrence in occurrences:
            if occurrence.formulation and not occurrence.depth:
                items.setdefault(occurrence.sentence, set()).add(occurrence.entity.id)
        for theme, sentences in carried.items():
            for index in sentences:
                items.setdefault(index, set()).add(theme)
        self._total += len(placed.starts)
        for index in sorted(items):
            if len(items[index]) > MOST_ITEMS:
                self._total -= 1
                continue
            here = tuple(sorted(items[index]))
            self._items.update(here)
            if len(here) > 1:
                span = placed.reading.speech.sentences[index]
                self._pairs.update(combinations(here, 2))
                self._sentences.append((evidence_of(placed.id, span.start, span.end), here))

    def add(self, G: nx.MultiDiGraph) -> None:
        """Add CO_OCCURS from the smaller id to the larger."""
        least = least_count(self._pairs)
        evidence: dict[Pair, list[str]] = {pair: [] for pair, count in self._pairs.items() if count >= least}
        for place, here in self._sentences:
            for pair in combinations(here, 2):
                if pair in evidence:
                    evidence[pair].append(place)
        for (left, right), places in evidence.items():
            n_left, n_right = self._items[left], self._items[right]
            G.add_edge(
                left,
                right,
                relationship_id("CO_OCCURS", left, right),
                type="CO_OCCURS",
                unit="sentence",
                count=len(places),
                evidence=places,
                n_left=n_left,
                n_right=n_right,
                n_total=self._total,
                **_measures(len(places), n_left, n_right, self._total),
            )


def least_count(pairs: Counter[Pair], most: int = MOST_PAIRS) -> int:
    """Return the smallest count that a pair must have so that at most `most` pairs stay."""
    least, by_count = 1, Counter(pairs.values())
    left = len(pairs)
    while left > most:
        left -= by_count[least]
        least += 1
    return least


def _measures(both: int, left: int, right: int, total: int) -> dict[str, float]:
    if both < LEAST_COUNT:
        return {}
    return {"npmi": round(npmi(both, left, right, total), 12), "g2": round(g2(both, left, right, total), 12)}


def npmi(both: int, left: int, right: int, total: int) -> float:
    """Return the normalised pointwise mutual information, ln(p(x,y) / p(x)p(y)) / -ln p(x,y), in [-1, 1].

    1: the two only stand together; 0: as chance has it; towards -1: they avoid each other.
    Source: Bouma, Normalized (pointwise) mutual information in collocation extraction, GSCL 2009.

    >>> npmi(5, 5, 5, 100)
    1.0
    >>> npmi(10, 20, 50, 100)
    0.0
    """
    if both == total:
        return 1.0
    joint = both / total
    return math.log(joint * total * total / (left * right)) / -math.log(joint)


def g2(both: int, left: int, right: int, total: int) -> float:
    """Return the log-likelihood ratio 2 Σ O ln(O / E) over the table of two by two; 0 as chance has it, no upper end.

    Source: Dunning, Accurate methods for the statistics of surprise and coincidence, Computational Linguistics 19,
    1993.

    >>> g2(10, 20, 50, 100)
    0.0
    >>> round(g2(20, 20, 50, 100), 3)
    32.779
    """
    cells = (
        (both, left, right),
        (left - both, left, total - right),
        (right - both, total - left, right),
        (total - left - right + both, total - left, total - right),
    )
    return 2 * sum(seen * math.log(seen * total / (row * column)) for seen, row, column in cells if seen)
