"""The embedded engine's values in, the contract's forms out: nodes, relationships and paths as every store gives them.

The engine returns a record as a map with `@rid` and `@type`, and a path as text (`(#1:0)-[#10:0]->(#7:0)`). A
relationship's ends and a path's records are asked for together, once for a whole answer.
"""

from __future__ import annotations

import datetime
import decimal
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from extract.errors import InputError

_PATH = re.compile(r"\(#\d+:\d+\)(?:-\[#\d+:\d+\]->\(#\d+:\d+\))*")
_RECORD = re.compile(r"#\d+:\d+")
_INT64 = 2**63

Record = dict[str, object]


@dataclass(frozen=True, slots=True)
class Found:
    """A record as the engine knows it: its map, and for a relationship the ids of its ends."""

    map: Record
    start: str | None = None
    end: str | None = None


@dataclass(slots=True)
class Forms:
    """Turns one answer's values into the contract's forms; `fetch` finds records by the engine's own ids."""

    types: frozenset[str]
    has_paths: bool
    fetch: Callable[[list[str]], dict[str, Found]]
    found: dict[str, Found] = field(default_factory=dict)

    def rows(self, rows: list[tuple[object, ...]]) -> tuple[tuple[object, ...], ...]:
        """Return the rows with every value in its form."""
        wanted = list(dict.fromkeys(self._wanted(rows)))
        if wanted:
            self.found = self.fetch(wanted)
        return tuple(tuple(self._form(cell) for cell in row) for row in rows)

    def _wanted(self, value: object) -> Iterator[str]:
        if isinstance(value, str):
            if self.has_paths and value.startswith("(#") and _PATH.fullmatch(value):
                yield from _RECORD.findall(value)
        elif isinstance(value, Mapping):
            if value.get("@type") in self.types:
                yield str(value["@rid"])
            for part in value.values():
                yield from self._wanted(part)
        elif isinstance(value, Iterable) and not isinstance(value, bytes):
            for part in value:
                yield from self._wanted(part)

    def _form(self, value: object) -> object:
        if value is None or isinstance(value, (bool, int, float)):
            return value
        if isinstance(value, str):
            is_path = self.has_paths and value.startswith("(#") and _PATH.fullmatch(value)
            return self._path(value) if is_path else value
        if isinstance(value, Mapping):
            if "@rid" in value:
                return self._record(value)
            return {str(key): self._form(part) for key, part in value.items()}
        if isinstance(value, (list, tuple, set, frozenset)):
            return [self._form(part) for part in value]
        return plain(value)

    def _record(self, value: Mapping[str, object]) -> Record:
        rid, kind = str(value["@rid"]), str(value["@type"])
        properties = {key: self._form(value[key]) for key in sorted(value) if not key.startswith("@")}
        if kind not in self.types:
            return {"id": properties.get("id"), "labels": [kind], "properties": properties}
        ends = self.found.get(rid, Found({}))
        return {"id": properties.get("id"), "type": kind, "start": ends.start, "end": ends.end, "properties": properties}

    def _path(self, value: str) -> object:
        records = [self.found.get(rid) for rid in _RECORD.findall(value)]
        if any(record is None for record in records):
            return value
        forms = [self._record(record.map) for record in records if record is not None]
        return {"nodes": forms[::2], "relationships": forms[1::2]}


def plain(value: object) -> object:
    """Return a single value of the engine as text or number: times as ISO strings, exact decimals as numbers."""
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, decimal.Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


def parameters_of(given: Mapping[str, object] | None) -> Record:
    """Return parameters as the engine takes them.

    Raises:
        InputError: a value is none of text, number, truth value, null, list and map of these.
    """
    return {str(name): _parameter(str(name), value) for name, value in (given or {}).items()}


def _parameter(name: str, value: object) -> object:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int) and -_INT64 <= value < _INT64:
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, str) and not any(0xD800 <= ord(char) <= 0xDFFF for char in value):
        return value
    if isinstance(value, (list, tuple)):
        return [_parameter(name, part) for part in value]
    if isinstance(value, Mapping) and all(isinstance(key, str) and key[:1] != "@" and key.isprintable() for key in value):
        return {key: _parameter(name, part) for key, part in value.items()}
    shown = repr(value) if len(repr(value)) < 60 else f"{repr(value)[:60]} …"
    raise InputError(
        f"The parameter {name!r} cannot be passed: {shown}. "
        "Pass text, a number of 64 bits, true, false, null, or lists and maps of these."
    )
