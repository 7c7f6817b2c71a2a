"""Links in, connected components out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def components(count: int, left: NDArray[np.integer], right: NDArray[np.integer]) -> NDArray[np.int64]:
    """Return for each of `count` nodes the smallest node that it is linked with, directly or not.

    >>> components(5, np.array([0, 3]), np.array([2, 4])).tolist()
    [0, 1, 0, 3, 3]
    """
    labels = np.arange(count, dtype=np.int64)
    while True:
        here, there = labels[left], labels[right]
        apart = here != there
        if not apart.any():
            return labels
        left, right, here, there = left[apart], right[apart], here[apart], there[apart]
        low, high = np.minimum(here, there), np.maximum(here, there)
        np.minimum.at(labels, high, low)
        while True:
            further = labels[labels]
            if np.array_equal(further, labels):
                break
            labels = further
