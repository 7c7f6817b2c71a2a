"""The record of what stands in clusters: places of texts, each with the cluster that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Places `[start, end)` in a corpus's letters, each with its text and its cluster."""

    cluster: NDArray[np.int64]
    text: NDArray[np.int32]
    start: NDArray[np.int64]
    end: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.cluster)

    def at(self, index: NDArray[np.integer] | NDArray[np.bool_]) -> Occurrences:
        """Return some of the occurrences."""
        return Occurrences(*(getattr(self, field.name)[index] for field in fields(self)))
