"""Pairs of passages in, clusters out: one wording at all its places.

Places of one text that are mostly the same are one; places linked by pairs are one cluster. What a cluster has in
common is found pair by pair, so two of its members may be further from each other than any pair that was found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from extract.reuse.components import components
from extract.reuse.corpus import Corpus
from extract.reuse.occurrences import Occurrences
from extract.reuse.passages import Passages

if TYPE_CHECKING:
    from numpy.typing import NDArray

SAME = 0.6
"""Two places of a text are the same if so much of both together is common to both."""

_NEIGHBOURS = 40


def clusters(corpus: Corpus, found: Passages) -> tuple[Occurrences, NDArray[np.int64]]:
    """Return the occurrences, sorted by cluster and place, and for each side of each pair its occurrence.

    The second array holds the occurrences of all left sides, then of all right sides.
    """
    start = np.concatenate([found.a_start, found.b_start])
    end = np.concatenate([found.a_end, found.b_end])
    spans, span_of = np.unique((start.astype(np.uint64) << np.uint64(32)) | end.astype(np.uint64), return_inverse=True)
    begin, stop = (spans >> np.uint64(32)).astype(np.int64), (spans & np.uint64(0xFFFFFFFF)).astype(np.int64)
    left, right = _same(begin, stop)
    pairs = len(found)
    cluster = components(len(spans), np.append(left, span_of[:pairs]), np.append(right, span_of[pairs:]))
    order = np.lexsort((begin, cluster))
    place = _places(cluster[order], begin[order], stop[order])
    first = np.flatnonzero(np.append(True, place[1:] != place[:-1])) if len(place) else np.zeros(0, dtype=np.int64)
    merged = Occurrences(
        cluster[order][first],
        corpus.text_of[begin[order][first]],
        begin[order][first],
        np.maximum.reduceat(stop[order], first) if len(first) else stop,
    )
    of_span = np.empty(len(spans), dtype=np.int64)
    of_span[order] = place
    return merged, of_span[span_of]


def texts_of(found: Occurrences) -> NDArray[np.int64]:
    """Return for each cluster label the number of texts that hold it; the occurrences are sorted."""
    if not len(found):
        return np.zeros(0, dtype=np.int64)
    new = np.append(True, (found.cluster[1:] != found.cluster[:-1]) | (found.text[1:] != found.text[:-1]))
    return np.bincount(found.cluster[new], minlength=int(found.cluster.max()) + 1)


def _same(begin: NDArray[np.int64], stop: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs of spans (sorted) that are mostly the same."""
    lefts, rights = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    index = np.arange(len(begin))
    for lag in range(1, _NEIGHBOURS + 1):
        index = index[: np.searchsorted(index, len(begin) - lag)]
        index = index[begin[index + lag] < stop[index]]
        if not len(index):
            break
        common = np.minimum(stop[index], stop[index + lag]) - begin[index + lag]
        whole = np.maximum(stop[index], stop[index + lag]) - begin[index]
        same = index[common >= SAME * whole]
        lefts.append(same)
        rights.append(same + lag)
    return np.concatenate(lefts), np.concatenate(rights)


def _places(cluster: NDArray[np.int64], begin: NDArray[np.int64], stop: NDArray[np.int64]) -> NDArray[np.int64]:
    """Number the places: spans of one cluster (sorted) that overlap are one."""
    if not len(cluster):
        return np.zeros(0, dtype=np.int64)
    offset = (np.cumsum(np.append(False, cluster[1:] != cluster[:-1])) * np.int64(1 << 33)).astype(np.int64)
    reached = np.maximum.accumulate(stop + offset)
    new = np.append(True, begin[1:] + offset[1:] >= reached[:-1])
    return np.cumsum(new) - 1
