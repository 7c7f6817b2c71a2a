"""Around a node: its neighbours asked of the store, strongest first, also those that the map leaves out.

A picture that grows stays readable: each node brings at most `EACH` neighbours, and none are added beyond `MOST`;
how many are left out is counted, so that the page can say so.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.map_layout import RELATIONS, TYPES
from graph.model import RELATIONSHIP_TYPES
from graph.stores.store import Limits, Store
from ui.data import label_of

Record = dict[str, object]

EACH, MOST = 60, 300
"""The most neighbours that one node brings, and the most nodes of the picture."""

_KINDS = (*RELATIONS, "QUOTATION_OF", "VARIANT_OF", "READING_OF")
_ROOM = 46.0
_MANY = Limits(rows=5000)


@dataclass(frozen=True, slots=True)
class Tie:
    """A relationship and the node at its other end; `start` and `end` are the relationship's own."""

    id: str
    kind: str
    start: str
    end: str
    count: int
    other: str
    label: str
    name: str
    name_en: str | None

    @property
    def of(self) -> str:
        """The end that was asked for."""
        return self.start if self.other == self.end else self.end


def ties(store: Store, ids: Sequence[str], most: int = EACH) -> list[Tie]:
    """Return the relationships of nodes, of each label and direction at most `most`, strongest first."""
    found: list[Tie] = []
    for label in sorted({label_of(one) for one in ids}):
        mine = sorted(one for one in ids if label_of(one) == label)
        for outgoing in (True, False):
            kinds = [kind for kind in _KINDS if label in _ends(kind, outgoing)]
            if kinds:
                found += _ties(store, label, mine, kinds, outgoing, most)
    return sorted({tie.id: tie for tie in found}.values(), key=lambda tie: (-tie.count, tie.id))


def _ends(kind: str, outgoing: bool) -> Sequence[str]:
    of = RELATIONSHIP_TYPES[kind]
    return of.sources if outgoing else of.targets


def _ties(store: Store, label: str, ids: Sequence[str], kinds: Sequence[str], outgoing: bool, most: int) -> list[Tie]:
    left, right = ("-", "->") if outgoing else ("<-", "-")
    text = (
        f"UNWIND $ids AS one MATCH (n:{label} {{id: one}}){left}[r:{'|'.join(kinds)}]{right}(o) "
        "WHERE labels(o)[0] IN $labels RETURN n.id AS mine, r.id AS id, type(r) AS kind, coalesce(r.count, 1) AS count, "
        "o.id AS other, labels(o)[0] AS label, o.name AS name, o.name_en AS name_en ORDER BY count DESC, id "
        f"LIMIT {int(most)}"
    )
    rows = store.query(text, {"ids": list(ids), "labels": list(TYPES)}, _MANY).records()
    made = []
    for row in rows:
        mine = row.pop("mine")
        start, end = (mine, row["other"]) if outgoing else (row["other"], mine)
        made.append(Tie(start=start, end=end, **row))
    return made


def grown(layout: Mapping[str, object], store: Store, centres: Sequence[str]) -> tuple[Record, int]:
    """Return a layout of nodes and their neighbours, and how many neighbours at least are left out.

    Nodes that the map has keep their places; the others stand in a ring around the node that brought them.
    """
    known = {node["id"]: node for node in layout["nodes"]}
    nodes: dict[str, Record] = {}
    edges: dict[str, Record] = {}
    left_out = 0
    for centre in centres:
        if centre not in nodes:
            record = known.get(centre) or _alone(store, centre)
            if record is None:
                continue
            nodes[centre] = record
        found = ties(store, [centre], EACH + 1)
        others = list(dict.fromkeys(tie.other for tie in found))
        room = max(0, min(EACH, MOST - len(nodes)))
        new = [one for one in others if one not in nodes]
        left_out += max(0, len(new) - room)
        taken = {one for one in others if one in nodes} | set(new[:room])
        first = {tie.other: tie for tie in reversed(found)}
        missing = [one for one in new[:room] if one not in known]
        for index, one in enumerate(missing):
            nodes[one] = _beside(nodes[centre], first[one], index, len(missing))
        nodes.update({one: known[one] for one in new[:room] if one in known})
        edges.update({tie.id: _edge(tie) for tie in found if tie.other in taken})
    ordered = sorted(edges.values(), key=lambda edge: str(edge["id"]))
    return {"nodes": sorted(nodes.values(), key=lambda node: str(node["id"])), "edges": ordered}, left_out


def node_record(one: str, label: str, name: str, name_en: str | None, place: tuple[float, float]) -> Record:
    """Return a node as a layout holds it."""
    size = {"Speech": 15.0, "Theme": 11.0}.get(label, 7.0)
    record = {"id": one, "type": label, "name": name, "name_en": name_en, "x": place[0], "y": place[1], "size": size}
    return {**record, "count": 1, "community": -1, "speeches": [], "themes": []}


def _alone(store: Store, one: str) -> Record | None:
    label = label_of(one)
    if label not in TYPES:
        return None
    name = "coalesce(n.text, n.name)" if label == "Quotation" else "n.name"
    rows = store.query(f"MATCH (n:{label} {{id: $id}}) RETURN {name} AS name, n.name_en AS name_en", {"id": one}).rows
    return node_record(one, label, str(rows[0][0]), rows[0][1], (0.0, 0.0)) if rows else None


def _beside(centre: Record, tie: Tie, index: int, count: int) -> Record:
    turn = 2 * math.pi * index / max(count, 1)
    reach = max(_ROOM * 2.2, _ROOM * count / (2 * math.pi))
    # Every second node stands further out, so that labels have room.
    reach *= 1.0 if index % 2 == 0 else 1.5
    place = (round(float(centre["x"]) + 1.3 * reach * math.cos(turn), 1), round(float(centre["y"]) + reach * math.sin(turn), 1))
    return node_record(tie.other, tie.label, tie.name, tie.name_en, place)


def _edge(tie: Tie) -> Record:
    return {"id": tie.id, "type": tie.kind, "from": tie.start, "to": tie.end, "count": tie.count}
