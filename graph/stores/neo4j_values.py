"""The Neo4j driver's values in, the forms of `graph.stores.store.Table` out.

Nodes are named by their property `id`. A relationship comes with its ends' inner ids only, so those that are not in the
answer are asked for together, once for a whole answer. Times come as `toString` gives them in a query.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

Record = dict[str, object]


@dataclass(slots=True)
class ServerForms:
    """Turns one answer's values into the common forms; `fetch` gives nodes' ids by the server's inner ids."""

    fetch: Callable[[list[str]], dict[str, object]]
    ids: dict[str, object] = field(default_factory=dict)

    def rows(self, rows: list[tuple[object, ...]]) -> tuple[tuple[object, ...], ...]:
        """Return the rows with every value in its form."""
        ends = list(dict.fromkeys(own for row in rows for cell in row for own in self._ends(cell)))
        wanted = [own for own in ends if own not in self.ids]
        if wanted:
            self.ids |= self.fetch(wanted)
        return tuple(tuple(self._form(cell) for cell in row) for row in rows)

    def _ends(self, value: object) -> Iterator[str]:
        """Yield the inner ids of relationships' ends; note the ids of the nodes that are met."""
        from neo4j.graph import Node, Path, Relationship

        if isinstance(value, Node):
            self.ids[value.element_id] = value.get("id")
        elif isinstance(value, Relationship):
            yield from (node.element_id for node in value.nodes if node is not None)
        elif isinstance(value, Path):
            for part in (*value.nodes, *value.relationships):
                yield from self._ends(part)
        elif isinstance(value, Mapping):
            for part in value.values():
                yield from self._ends(part)
        elif isinstance(value, list):
            for part in value:
                yield from self._ends(part)

    def _form(self, value: object) -> object:
        from neo4j.graph import Node, Path, Relationship

        if value is None or isinstance(value, (bool, int, float, str)) and not hasattr(value, "srid"):
            return value
        if isinstance(value, Node):
            return {"id": value.get("id"), "labels": sorted(value.labels), "properties": self._properties(value)}
        if isinstance(value, Relationship):
            start, end = (self.ids.get(node.element_id) if node is not None else None for node in value.nodes)
            return {"id": value.get("id"), "type": value.type, "start": start, "end": end, "properties": self._properties(value)}
        if isinstance(value, Path):
            nodes, relationships = map(self._form, value.nodes), map(self._form, value.relationships)
            return {"nodes": list(nodes), "relationships": list(relationships)}
        if isinstance(value, Mapping):
            return {str(key): self._form(part) for key, part in value.items()}
        if isinstance(value, list):
            return [self._form(part) for part in value]
        return iso_text(value)

    def _properties(self, entity: Mapping[str, object]) -> Record:
        return {key: self._form(entity[key]) for key in sorted(entity.keys())}


def iso_text(value: object) -> str:
    """Return a temporal value as a query's `toString` gives it; any other value as its text."""
    from neo4j.time import DateTime, Time

    if not isinstance(value, (DateTime, Time)):
        return value.iso_format() if hasattr(value, "iso_format") else str(value)
    time = value.time() if isinstance(value, DateTime) else value
    text = f"{time.hour:02}:{time.minute:02}:{time.second:02}"
    if time.nanosecond:
        text += f".{time.nanosecond:09}".rstrip("0")
    if isinstance(value, DateTime):
        text = f"{value.date().iso_format()}T{text}"
    return text + _zone(value)


def _zone(value: object) -> str:
    offset = value.utcoffset()
    if offset is None:
        return ""
    minutes, seconds = divmod(round(offset.total_seconds()), 60)
    hours, minutes = divmod(abs(minutes), 60)
    sign = "-" if offset.total_seconds() < 0 else "+"
    name = getattr(value.tzinfo, "zone", None) or getattr(value.tzinfo, "key", None)
    text = "Z" if not offset else f"{sign}{hours:02}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
    return text + (f"[{name}]" if name and name != "UTC" else "")


def weight(value: object) -> int:
    """Return about how many bytes a value takes on its way, to hold answers to a limit.

    >>> weight("甲乙"), weight([1, {"a": "bc"}])
    (6, 20)
    """
    from neo4j.graph import Path

    if isinstance(value, str):
        return len(value.encode("utf-8", "surrogatepass"))
    if isinstance(value, Path):
        return sum(map(weight, (*value.nodes, *value.relationships)))
    if isinstance(value, Mapping):
        return 1 + sum(len(key) + weight(value[key]) for key in value.keys())
    if isinstance(value, list):
        return 8 + sum(map(weight, value))
    return 8
