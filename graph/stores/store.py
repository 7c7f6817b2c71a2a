"""What every store offers: one way to ask in Cypher, and the form of the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one query: rows returned, and seconds until it is ended."""

    rows: int = 1000
    seconds: float = 5.0


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a query.

    Cells are None, bool, int, float, str, lists and maps of these, and three forms that look the same from every
    store: a node `{"id", "labels", "properties"}`, a relationship `{"id", "type", "start", "end", "properties"}`
    (`start` and `end` are node ids) and a path `{"nodes": […], "relationships": […]}`. `truncated` says that there
    were more rows than the limit.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    truncated: bool
    seconds: float

    def records(self) -> list[dict[str, object]]:
        """Return the rows as one dictionary each."""
        return [dict(zip(self.columns, row)) for row in self.rows]


class Store(Protocol):
    """A graph that answers read-only Cypher. Safe to share between threads."""

    def query(self, text: str, parameters: Mapping[str, object] | None = None, limits: Limits = Limits()) -> Table:
        """Run one read-only query.

        Raises:
            InputError: the text is wrong, or refused (a write, a file, a function outside the list).
            LimitError: the deadline ended it.
        """
        ...

    def close(self) -> None:
        """Release what the store holds; it cannot be queried afterwards."""
        ...
