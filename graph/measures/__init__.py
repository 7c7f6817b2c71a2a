"""Measures over the graph, one a module, found by its PLUGIN: a number (or a group) for each node, or a list of paths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import networkx as nx


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: its name, what it says of a node in one line, and the function from the graph to a value by node id."""

    name: str
    zh: str
    en: str
    value: Callable[[nx.MultiDiGraph], dict[str, float]]


def measures() -> dict[str, Measure]:
    """Return the measures by name."""
    from extract.registry import plugins

    return {plugin.name: plugin for plugin in plugins(__name__) if isinstance(plugin, Measure)}
