"""The canned questions once more, as plain walks over the networkx graph: what a store answers is checked against them.

A twin is a function `(G, slots) -> rows`; its rows are those of the question, in any order.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping

import networkx as nx

Row = tuple[object, ...]
Twin = Callable[[nx.MultiDiGraph, Mapping[str, object]], Iterable[Row]]


def twin_of(topic: str, name: str) -> Twin:
    """Return the twin of a question: the function `name` in the module of its topic."""
    return getattr(importlib.import_module(f"{__name__}.{topic}"), name)
