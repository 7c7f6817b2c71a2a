"""Letters in, all positional k-grams out, sorted, with the number of texts that hold each.

Every position counts (no sampling): a 64-bit word holds the upper bits of the k-gram's hash and its position, and one
sort brings equal k-grams together, their positions ascending.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from extract.reuse.corpus import PAD, Corpus

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Repeats:
    """The k-grams that stand at two places or more: group `g` is `positions[starts[g]:starts[g + 1]]`, ascending.

    `texts[g]` is the number of texts that hold it.
    """

    k: int
    positions: NDArray[np.int32]
    starts: NDArray[np.int64]
    texts: NDArray[np.int32]

    @property
    def sizes(self) -> NDArray[np.int64]:
        """The number of places of each group."""
        return np.diff(self.starts)


def position_bits(corpus: Corpus) -> int:
    """Return how many bits a position needs."""
    return max(16, int(len(corpus.letters)).bit_length())


def sorted_kgrams(corpus: Corpus, k: int) -> NDArray[np.uint64]:
    """Return `hash | position` of every k-gram that lies in one text, sorted."""
    letters, total = corpus.letters, len(corpus.letters)
    mask = np.uint64((1 << position_bits(corpus)) - 1)
    keys = np.empty(total, dtype=np.uint64)
    inside = _inside(letters, k)
    filled = 0
    for start in range(0, total, _CHUNK):
        end = min(start + _CHUNK, total)
        hashed = np.zeros(end - start, dtype=np.uint64)
        for step in range(k):
            part = letters[start + step : end + step]
            hashed *= _BASE
            hashed[: len(part)] += part
        hashed *= _BASE
        for _ in range(2):
            hashed ^= hashed >> _HALF
            hashed *= _MIX
        hashed &= ~mask
        hashed |= np.arange(start, end, dtype=np.uint64)
        kept = hashed[inside[start:end]]
        keys[filled : filled + len(kept)] = kept
        filled += len(kept)
    keys = keys[:filled]
    keys.sort()
    return keys


def repeats(corpus: Corpus, k: int) -> Repeats:
    """Return the k-grams that occur more than once."""
    keys = sorted_kgrams(corpus, k)
    mask = np.uint64((1 << position_bits(corpus)) - 1)
    new = np.ones(len(keys) + 1, dtype=bool)
    if len(keys):
        np.greater(keys[1:] ^ keys[:-1], mask, out=new[1:-1])
    several = ~(new[:-1] & new[1:])
    keys &= mask
    positions, first = keys[several].astype(np.int32), new[:-1][several]
    del keys
    starts = np.flatnonzero(first)
    text = corpus.text_of[positions]
    first[1:] |= text[1:] != text[:-1]
    texts = np.add.reduceat(first, starts, dtype=np.int32) if len(starts) else np.zeros(0, dtype=np.int32)
    return Repeats(k, positions, np.append(starts, len(positions)), texts)


def counts_of_two_and_three(corpus: Corpus) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return for each position how often the two letters, and the three, that begin there occur; one sort for both.

    The rarest letters of a very large alphabet count as one.
    """
    place = np.uint64(position_bits(corpus))
    width = np.uint64((64 - int(place)) // 3)
    letters = np.minimum(corpus.letters, (1 << int(width)) - 1).astype(np.uint64)
    keys = letters << width
    keys[:-1] |= letters[1:]
    keys <<= width
    keys[:-2] |= letters[2:]
    keys <<= place
    keys |= np.arange(len(keys), dtype=np.uint64)
    keys.sort()
    changed = keys[1:] ^ keys[:-1]
    positions = (keys & np.uint64((1 << int(place)) - 1)).astype(np.int32)
    del keys
    counts = []
    for shift in (place + width, place):
        first = np.flatnonzero(np.append(True, changed >> shift != 0))
        sizes = np.diff(np.append(first, len(positions))).astype(np.int32)
        at = np.empty(len(positions), dtype=np.int32)
        at[positions] = np.repeat(sizes, sizes)
        counts.append(at)
    return counts[0], counts[1]


def _inside(letters: NDArray[np.uint16], k: int) -> NDArray[np.bool_]:
    """Return where k letters in a row belong to one text."""
    inside = np.ones(len(letters), dtype=bool)
    padding = np.flatnonzero(letters == PAD)
    for step in range(k):
        inside[np.maximum(padding - step, 0)] = False
    inside[max(0, len(letters) - k + 1) :] = False
    return inside
