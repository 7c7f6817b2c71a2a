"""The shortest path between two nodes, each step a relationship of the graph with its own evidence.

A path is not a claim: that A is tied to B and B to C, in sentences of their own, does not say that A is tied to C.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.stores.store import Store
from ui.data import label_of
from ui.neighbours import Record, Tie, node_record, ties

LONGEST = 6
"""Steps; a longer path says nothing."""

WIDE = 300
"""Nodes from which each round goes on, and the relationships asked for of each label, strongest first."""

_STEP_PX, _DROP_PX = 190.0, 70.0

Came = dict[str, Tie | None]
"""How each node was reached; None for where the search began."""


def shortest_path(store: Store, source: str, target: str) -> list[Tie] | None:
    """Return the ties of a shortest path in order, None where there is none of at most `LONGEST` steps.

    Both ends are widened in turns, the smaller side first. Of equally short paths the one over the strongest
    relationships is taken; beyond `WIDE` nodes a round leaves out the weakest, so on a very large graph a path may be missed.
    """
    if source == target:
        return []
    sides: tuple[Came, Came] = ({source: None}, {target: None})
    fronts = [[source], [target]]
    for _ in range(LONGEST):
        turn = 0 if len(fronts[0]) <= len(fronts[1]) else 1
        mine, other = sides[turn], sides[1 - turn]
        fronts[turn] = _widen(store, fronts[turn], mine)
        met = [one for one in fronts[turn] if one in other]
        if met:
            return [*reversed(list(_way_back(sides[0], met[0]))), *_way_back(sides[1], met[0])]
        if not fronts[turn]:
            return None
    return None


def _widen(store: Store, front: list[str], came: Came) -> list[str]:
    """Note how the neighbours of a front are reached, and return those that are new, strongest ties first."""
    reached = []
    for tie in ties(store, front, 10 * WIDE):
        if tie.other not in came:
            came[tie.other] = tie
            reached.append(tie.other)
    return reached[:WIDE]


def _way_back(came: Mapping[str, Tie | None], node: str) -> Iterator[Tie]:
    while (tie := came[node]) is not None:
        yield tie
        node = tie.of


def nodes_of(path: list[Tie], source: str) -> list[str]:
    """Return the ids of a path's nodes, in order."""
    ids = [source]
    for tie in path:
        ids.append(tie.end if tie.start == ids[-1] else tie.start)
    return ids


def path_layout(path: list[Tie], source: str, names: Mapping[str, Record]) -> Record:
    """Return the path as a layout for the map: from left to right, alternately higher and lower.

    Args:
        names: of each node on the path `name` and `name_en`.
    """
    nodes = []
    for index, one in enumerate(nodes_of(path, source)):
        place = (index * _STEP_PX, _DROP_PX * (index % 2))
        nodes.append(node_record(one, label_of(one), str(names[one]["name"]), names[one].get("name_en"), place))
    edges = [{"id": tie.id, "type": tie.kind, "from": tie.start, "to": tie.end, "count": tie.count} for tie in path]
    return {"nodes": nodes, "edges": edges}
