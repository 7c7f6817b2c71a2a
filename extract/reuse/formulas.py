"""Repeated k-grams in, formulas out, without comparing any two texts: the cost grows with the length of the texts.

A k-gram and the one that follows it belong to one formula if they follow each other in at least half of the places
of both. An occurrence of a formula may have gaps: it is a variant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from extract.reuse.components import components
from extract.reuse.corpus import Corpus
from extract.reuse.kgrams import Repeats
from extract.reuse.occurrences import Occurrences

if TYPE_CHECKING:
    from numpy.typing import NDArray

TOGETHER = 0.5
"""The share of the places of two k-grams at which one must follow the other."""

GAP = 3
"""How many letters beyond `k` a variant may differ by in one place."""

LEAST_LETTERS = 6
"""Formulas are at least so long; what is shorter is a word."""


LONG = 40
"""Nobody repeats more letters as a formula; longer passages are substantive in however many texts."""


def formulas(corpus: Corpus, found: Repeats, more_texts_than: int) -> Occurrences:
    """Return the occurrences of wordings of more texts than so many, sorted by formula and place."""
    group = _groups(corpus, found, more_texts_than)
    places = np.flatnonzero(group >= 0)
    counts = np.bincount(group[places], minlength=len(found.texts))
    label = _labels(group, places, counts)
    keys = (label[group[places]].astype(np.uint64) << np.uint64(32)) | places.astype(np.uint64)
    keys.sort()
    formula, start = (keys >> np.uint64(32)).astype(np.int64), (keys & np.uint64(0xFFFFFFFF)).astype(np.int64)
    text = corpus.text_of[start]
    new = np.ones(len(start) + 1, dtype=bool)
    new[1:-1] = (formula[1:] != formula[:-1]) | (text[1:] != text[:-1]) | (start[1:] - start[:-1] > found.k + GAP)
    first = np.flatnonzero(new[:-1])
    end = start[np.flatnonzero(new[1:])] + found.k
    runs = Occurrences(formula[first], text[first], start[first], end)
    lengths = runs.end - runs.start
    return _of_several(runs.at((lengths >= LEAST_LETTERS) & (lengths <= LONG)), more_texts_than)


def _groups(corpus: Corpus, found: Repeats, more_texts_than: int) -> NDArray[np.int32]:
    """Return for each position the k-gram that begins there, -1 where it stands in few texts."""
    often = found.texts > more_texts_than
    group = np.full(len(corpus.letters), -1, dtype=np.int32)
    sizes = found.sizes
    kept = np.repeat(often, sizes)
    group[found.positions[kept]] = np.repeat(np.flatnonzero(often).astype(np.int32), sizes[often])
    return group


def _labels(group: NDArray[np.int32], places: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return for each k-gram the formula that it belongs to."""
    total = len(counts)
    here = places[group[np.minimum(places + 1, len(group) - 1)] >= 0]
    keys = group[here].astype(np.uint64) * np.uint64(max(1, total)) + group[here + 1].astype(np.uint64)
    keys.sort()
    first = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else np.zeros(0, dtype=np.int64)
    times = np.diff(np.append(first, len(keys)))
    left, right = np.divmod(keys[first].astype(np.int64), max(1, total))
    kept = times >= TOGETHER * np.maximum(counts[left], counts[right])
    return components(total, left[kept], right[kept])


def _of_several(runs: Occurrences, more_texts_than: int) -> Occurrences:
    """Leave out formulas that are left with few texts."""
    new = np.append(True, (runs.cluster[1:] != runs.cluster[:-1]) | (runs.text[1:] != runs.text[:-1]))
    texts = np.bincount(runs.cluster[new[: len(runs)]], minlength=1)
    return runs.at(texts[runs.cluster] > more_texts_than) if len(runs) else runs
