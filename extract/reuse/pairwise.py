"""Two chosen texts in, the passages that they share out, short ones too, in milliseconds.

Two texts are so few places that no collection's statistics are needed: a few letters in a row tell already. Seeds,
extension and joining are those of the whole collection; only what is kept differs.
"""

from __future__ import annotations

import numpy as np

from extract.reuse.corpus import corpus_from_texts
from extract.reuse.find import Found
from extract.reuse.kgrams import repeats
from extract.reuse.occurrences import Occurrences
from extract.reuse.passages import passages, pieces
from extract.reuse.records import Parallel, parallels
from extract.reuse.seeds import seeds

BITS_PER_LETTER = 5.0
"""What a letter weighs where nothing is counted: about the mean over official texts."""

K = 3
MOST_PLACES = 40
REACH = 30
"""In two texts that are known to be alike pieces may stand further apart."""


def shared_passages(a: str, b: str, least_letters: int = 6) -> list[Parallel]:
    """Return the passages that two texts share, in the order of the first; `a` is text 0 and `b` is text 1.

    Args:
        least_letters: the least number of equal letters, from 4; each change must be made up for by one more.
    """
    corpus = corpus_from_texts([a, b], ranked=False)
    left, right = seeds(corpus, repeats(corpus, K), MOST_PLACES)
    across = corpus.text_of[left] != corpus.text_of[right]
    information = np.arange(len(corpus.letters) + 1) * BITS_PER_LETTER
    found = pieces(corpus, left[across], right[across], K, information, 0.0)
    found = passages(corpus, found, information, least_letters * BITS_PER_LETTER, REACH)
    nothing = np.zeros(0, dtype=np.int64)
    none = Occurrences(nothing, nothing.astype(np.int32), nothing, nothing)
    return list(parallels(Found(corpus, found.at(np.lexsort((found.b_start, found.a_start))), none, none)))
