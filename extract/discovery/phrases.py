"""Phrases that a block repeats in many documents with free ends: by n-gram counts and boundary entropy.

Every n-gram of 4 to 24 characters gets a number by rank doubling (the number of its first and of its last half), so
counting needs sorting only, and no n-gram is ever held as a string unless it passes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from extract.discovery.block import MASK, Block

LONGEST = 24
SHORTEST = 5
_FREE = -1
_COMMA = ord("、")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What a phrase needs inside a block: documents, entropy at both ends (nats), share of its places between marks."""

    docs: int = 5
    entropy: float = 1.2
    alone: float = 0.3
    touching: float = 0.25


def phrases(block: Block, needs: Thresholds = Thresholds()) -> Iterator[str]:
    """Yield the phrases of a block that pass, shorter ones first, each once."""
    masked = block.masked_text()
    text = np.frombuffer(masked.encode("utf-32-le", "surrogatepass"), np.uint32)
    grams = _Grams(text)
    for size in range(2, LONGEST + 1):
        numbers = grams.numbers(size)
        if size >= SHORTEST:
            for at in _passing(block, grams, numbers, size, needs):
                yield masked[at : at + size]


class _Grams:
    """The n-grams of Han characters and 、 of a text, numbered size by size."""

    def __init__(self, text: np.ndarray) -> None:
        self.text = text
        self.length = len(text)
        self.han = (text >= 0x3400) & (text <= 0x9FFF) | (text == _COMMA)
        ends = np.where(~self.han, np.arange(self.length), self.length)
        self.run = np.minimum.accumulate(ends[::-1])[::-1] - np.arange(self.length)
        _, letters = np.unique(text, return_inverse=True)
        self.letters = letters.astype(np.int64)
        self._powers = {1: self.letters}

    def numbers(self, size: int) -> np.ndarray:
        """Return the number of the n-gram that starts at each place; -1 where none does."""
        if size in self._powers:
            return self._powers[size]
        half = 1 << ((size - 1).bit_length() - 1)
        starts = np.flatnonzero(self.run >= size)
        halves = self._powers[half]
        _, numbers = np.unique(halves[starts] * self.length + halves[starts + size - half], return_inverse=True)
        found = np.full(self.length, -1, np.int64)
        found[starts] = numbers
        if size & (size - 1) == 0:
            self._powers[size] = found
        return found


def _passing(block: Block, grams: _Grams, numbers: np.ndarray, size: int, needs: Thresholds) -> list[int]:
    """Return a place of each n-gram of a size that passes, in text order."""
    starts = np.flatnonzero(numbers >= 0)
    if not len(starts):
        return []
    counts = np.bincount(numbers[starts])
    starts = starts[counts[numbers[starts]] >= needs.docs]
    inner = (grams.text[starts] != _COMMA) & (grams.text[starts + size - 1] != _COMMA)
    starts = starts[inner]
    if not len(starts):
        return []
    which = numbers[starts]
    documents = len(block.documents)
    pairs = np.unique(which * documents + block.document_of(starts))
    docs = np.bincount(pairs // documents, minlength=len(counts))
    starts = starts[docs[which] >= needs.docs]
    if not len(starts):
        return []
    _, which, totals = np.unique(numbers[starts], return_inverse=True, return_counts=True)
    before, after = starts - 1, np.minimum(starts + size, grams.length - 1)
    left, right = _neighbours(grams, before, starts > 0), _neighbours(grams, after, starts + size < grams.length)
    touching = (grams.text[before] == ord(MASK)) | (grams.text[after] == ord(MASK))
    alone = (left == _FREE) & (right == _FREE) & ~touching
    kinds = len(totals)
    passed = np.minimum(_entropy(which, left, kinds), _entropy(which, right, kinds)) >= needs.entropy
    passed &= np.bincount(which, weights=alone, minlength=kinds) >= needs.alone * totals
    passed &= np.bincount(which, weights=touching, minlength=kinds) <= needs.touching * totals
    first = np.full(kinds, grams.length, np.int64)
    np.minimum.at(first, which, starts)
    return np.sort(first[passed]).tolist()


def _neighbours(grams: _Grams, places: np.ndarray, inside: np.ndarray) -> np.ndarray:
    """Return the letters at the places; -1 for marks, digits and the text's ends, which bind nothing."""
    free = ~grams.han[places] | (grams.text[places] == _COMMA) | ~inside
    return np.where(free, _FREE, grams.letters[places])


def _entropy(which: np.ndarray, neighbours: np.ndarray, kinds: int) -> np.ndarray:
    """Return the entropy of what stands beside each n-gram, in nats.

    H = -Σ p ln p over neighbouring characters; every place at a mark counts as a neighbour of its own, so a phrase
    that always stands between marks has H = ln(count). 0: always the same neighbour. Source: Z. Harris (1955),
    doi:10.2307/411036; for Chinese words Jin and Tanaka-Ishii (2006), doi:10.3115/1273073.1273129.
    """
    spread = int(neighbours.max(initial=0)) + 2
    pairs, counts = np.unique(which * spread + neighbours + 1, return_counts=True)
    group, free = pairs // spread, pairs % spread == 0
    totals = np.bincount(group, weights=counts, minlength=kinds)
    share = counts / totals[group]
    terms = np.where(free, share * np.log(totals[group]), -share * np.log(share))
    return np.bincount(group, weights=terms, minlength=kinds)
