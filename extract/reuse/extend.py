"""Places in, how far two texts go on alike from there: gapped X-drop extension of many pairs at once.

A letter that agrees counts +1, one that is changed, left out or put in counts -1; a pair is given up when it has lost
`DROP` since its best. All pairs of a batch take each step together, so the work is done on whole arrays. Source:
Altschul et al. 1997, doi:10.1093/nar/25.17.3389.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from extract.reuse.corpus import PAD

if TYPE_CHECKING:
    from numpy.typing import NDArray

DROP = 5
"""How much an extension may lose before it is given up."""

STEPS = 56
"""The most letters that one extension goes on; the next seed of a longer passage takes over."""

_WIDTH = 2 * DROP + 1
_NONE = np.int8(-60)
_BATCH = 1 << 13


def extend(
    letters: NDArray[np.uint16], a: NDArray[np.integer], b: NDArray[np.integer], step: NDArray[np.integer]
) -> tuple[NDArray[np.int8], NDArray[np.int8], NDArray[np.int8]]:
    """Extend pairs from their first letters that are not compared yet.

    Args:
        step: for each pair 1 to the right, -1 to the left.

    Returns:
        The best score, and the letters taken on both sides; each an array as long as `a`.
    """
    score, left, right = (np.zeros(len(a), dtype=np.int8) for _ in range(3))
    for start in range(0, len(a), _BATCH):
        part = slice(start, start + _BATCH)
        places = (array[part].astype(np.int64) for array in (a, b, step))
        _extend_batch(letters, *places, score[part], left[part], right[part])
    return score, left, right


def _extend_batch(
    letters: NDArray[np.uint16],
    a: NDArray[np.int64],
    b: NDArray[np.int64],
    step: NDArray[np.int64],
    score: NDArray[np.int8],
    left: NDArray[np.int8],
    right: NDArray[np.int8],
) -> None:
    """Extend one batch and write what was found into the last three arrays.

    Row `z` of `paths` is the best path that has taken `z - DROP` letters more on the right than on the left.
    `window` holds the letters of the right that are in reach, twice, so that each step reads one slice of it.
    """
    shift = np.arange(_WIDTH, dtype=np.int8)[:, None]
    alive = np.arange(len(a))
    best = np.zeros(len(a), dtype=np.int8)
    paths = np.repeat((-np.abs(shift - DROP)).astype(np.int8), len(a), axis=1)
    paths[:DROP] = _NONE
    window = np.zeros((2 * _WIDTH, len(a)), dtype=np.uint16)
    for place in range(_WIDTH - 1):
        window[place] = window[place + _WIDTH] = letters[b + (place - DROP) * step] if place >= DROP else PAD
    for taken in range(1, STEPS):
        newest = (taken + _WIDTH - 2) % _WIDTH
        window[newest] = window[newest + _WIDTH] = letters[b + (taken - 1 + DROP) * step]
        here = letters[a + (taken - 1) * step]
        here[here == PAD] = 0
        first = (taken - 1) % _WIDTH
        new = (window[first : first + _WIDTH] == here).view(np.int8)
        new += new
        new -= 1
        new += paths
        np.maximum(new[:-1], paths[1:] - np.int8(1), out=new[:-1])
        new += shift
        np.maximum.accumulate(new, axis=0, out=new)
        new -= shift
        top = new.max(axis=0)
        better = np.flatnonzero(top > best)
        if len(better):
            best[better] = top[better]
            at = alive[better]
            score[at] = top[better]
            left[at] = taken
            right[at] = taken + new[:, better].argmax(axis=0) - DROP
        floor = best - np.int8(DROP)
        np.putmask(new, new < floor, _NONE)
        paths = new
        on = top >= floor
        if np.count_nonzero(on) < 0.75 * len(on):
            if not on.any():
                return
            alive, a, b, best, step = alive[on], a[on], b[on], best[on], step[on]
            paths, window = paths[:, on], window[:, on]
