"""Repeated k-grams in, seeds out: pairs of places where equal runs of letters begin.

A pair is left out where the letters before it are equal too and their k-gram is paired itself: then the run began
earlier. K-grams of more texts than the limit are formulas and never paired.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from extract.reuse.corpus import PAD, Corpus
from extract.reuse.kgrams import Repeats

if TYPE_CHECKING:
    from numpy.typing import NDArray

PLACES_PER_TEXT = 4
"""A k-gram that stands at more places than so many times the limit of texts is not paired either."""

_PART = 1 << 20


def paired(found: Repeats, most_texts: int) -> NDArray[np.bool_]:
    """Return which groups are paired: those of no more texts than the limit."""
    return (found.texts <= most_texts) & (found.sizes <= most_texts * PLACES_PER_TEXT)


def seeds(corpus: Corpus, found: Repeats, most_texts: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the places `a < b` at which equal runs begin, unordered."""
    chosen = paired(found, most_texts)
    sizes = found.sizes
    places = np.repeat(chosen, sizes)
    positions = found.positions[places]
    last = np.repeat(np.cumsum(sizes[chosen]), sizes[chosen])
    before = _letters_before(corpus, positions)
    lefts: list[NDArray[np.int32]] = []
    rights: list[NDArray[np.int32]] = []
    index = np.arange(len(positions), dtype=np.int64)
    lag = 0
    while len(index):
        lag += 1
        index = index[index + lag < last[index]]
        for start in range(0, len(index), _PART):
            left = index[start : start + _PART]
            here, there = before[left], before[left + lag]
            begins = left[(here != there) | (here == 0)]
            a, b = positions[begins], positions[begins + lag]
            equal = _equal(corpus, a, b, found.k)
            lefts.append(a[equal])
            rights.append(b[equal])
    nothing = np.zeros(0, dtype=np.int32)
    return np.concatenate([nothing, *lefts]), np.concatenate([nothing, *rights])


def _letters_before(corpus: Corpus, positions: NDArray[np.int32]) -> NDArray[np.uint16]:
    """Return the letter before each place, 0 where the k-gram that begins there is not paired."""
    is_paired = np.zeros(len(corpus.letters), dtype=bool)
    is_paired[positions] = True
    before = corpus.letters[positions - 1].copy()
    before[~is_paired[positions - 1]] = 0
    return before


def _equal(corpus: Corpus, a: NDArray[np.int32], b: NDArray[np.int32], k: int) -> NDArray[np.bool_]:
    """Return where the runs are equal indeed and do not overlap in one text; equal hashes alone prove nothing."""
    equal = b - a >= k
    for step in (0, k // 2, k - 1):
        equal &= corpus.letters[a + step] == corpus.letters[b + step]
    return equal


def run_lengths(corpus: Corpus, a: NDArray[np.int32], b: NDArray[np.int32], k: int) -> NDArray[np.int32]:
    """Return how many letters from each pair of places on are equal, at least `k`."""
    letters = corpus.letters
    lengths = np.full(len(a), k, dtype=np.int32)
    active = np.arange(len(a))
    x, y = a + k, b + k
    while len(active) > 32:
        here = letters[x]
        on = (here == letters[y]) & (here != PAD)
        active, x, y = active[on], x[on] + 1, y[on] + 1
        lengths[active] += 1
    for index, p, q in zip(active.tolist(), x.tolist(), y.tolist()):
        lengths[index] += _common(letters, p, q)
    return lengths


def _common(letters: NDArray[np.uint16], p: int, q: int) -> int:
    """Return how many letters from `p` and from `q` on are equal."""
    done, step = 0, 64
    while True:
        here, there = letters[p + done : p + done + step], letters[q + done : q + done + step]
        different = (here[: len(there)] != there) | (there == PAD)
        if different.any():
            return done + int(different.argmax())
        done += step
        step *= 2
