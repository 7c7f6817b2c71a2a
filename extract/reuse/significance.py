"""How surprising it is to find a wording twice: bits against chance, by a character model of the texts themselves.

`bits(c) = -log2 P(c | two letters before)`, counted in the texts without the place itself. A passage that many texts
share explains itself in such counts; so all its copies but two are left out of them, up to the number of texts from
which on a wording is a formula. Texts of M letters in all have M²/2 pairs of places: agreement of fewer bits than
log2 of that must be expected by chance somewhere.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from extract.reuse.corpus import Corpus
from extract.reuse.kgrams import Repeats, counts_of_two_and_three

if TYPE_CHECKING:
    from numpy.typing import NDArray

BITS_PER_EDIT = 4.0
"""What each changed letter takes away."""

MANY_LETTERS = 300_000
"""In so many letters a wording that stands twice may be ordinary; in fewer, both its copies are left out."""

_LEAST = 1e-9


def chance_bits(letters: int) -> float:
    """Return the bits that some pair of places among so many letters reaches by chance.

    >>> round(chance_bits(4_000_000))
    43
    """
    return 2 * math.log2(max(2, letters)) - 1


def cumulative_bits(corpus: Corpus, found: Repeats, formula_texts: int) -> NDArray[np.float64]:
    """Return the bits of all letters before each position; one longer than the letters.

    Args:
        found: the repeated k-grams, by which copies of passages are known.
        formula_texts: wordings in more texts than this are formulas; their copies count as ordinary language.
    """
    letters, size = corpus.letters, len(corpus.letters)
    copies = _copies(corpus, found, formula_texts)
    single = np.bincount(letters).astype(np.float32)[letters]
    pairs, triples = counts_of_two_and_three(corpus)
    pairs -= copies
    triples -= copies
    chance = np.float32(0.1 / max(1, corpus.size)) * single
    chance[1:] += np.float32(0.2) * np.maximum(pairs[:-1], 1) / single[:-1]
    chance[2:] += np.float32(0.7) * np.maximum(triples[:-2] - 1, 0) / np.maximum(pairs[:-2], 1)
    np.clip(chance, _LEAST, 1.0, out=chance)
    summed = np.zeros(size + 1, dtype=np.float64)
    np.cumsum(-np.log2(chance), out=summed[1:], dtype=np.float64)
    return summed


def _copies(corpus: Corpus, found: Repeats, formula_texts: int) -> NDArray[np.int32]:
    """Return for each position how many copies to leave out of a k-gram that holds it and the two letters after."""
    size, kept = len(corpus.letters), 2 if corpus.size >= MANY_LETTERS else 1
    sizes = found.sizes
    more = np.where(found.texts <= formula_texts, np.maximum(sizes - kept, 0), 0).astype(np.int32)
    at = np.zeros(size, dtype=np.int32)
    at[found.positions] = np.repeat(more, sizes)
    copies = at.copy()
    for step in range(1, found.k - 2):
        np.maximum(copies[step:], at[:-step], out=copies[step:])
    return copies
