"""Run thousands of queries on the embedded store and on Neo4j, and print where the answers differ: classes to put right.

    .venv/bin/python tests/differential.py GRAPH bolt://127.0.0.1:7687 [KIND…]

The server holds the same graph (`tifa load --prune`); its password is in NEO4J_PASSWORD. KIND: hand, functions,
operators, expressions, patterns; all without one. Exit status 1 where rows differ beyond what is known.
"""

from __future__ import annotations

import importlib.util
import math
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from extract.errors import TifaError
from graph.stores.store import Limits, Store, Table

HERE = Path(__file__).parent
LIMITS = Limits(rows=100_000, seconds=20)

KNOWN = {
    "percentileCont": "a whole number where the percentile falls on a value: the same number",
    "split(": "characters outside the BMP are not cut in halves",
    "replace(": "characters outside the BMP are not cut in halves",
    " < m": "nodes are not ordered by < and >",
    "} > {": "maps are not ordered by < and >",
    "{}": "maps are sorted in another order",
    "a > b": "maps are not ordered by < and >",
    "XOR {k: []}": "a list as a truth value",
    "round(": "the sign of negative halves with a computed precision",
}
"""Differences that are listed in the README and rare enough to be left, by a part of the query."""


def kinds() -> dict[str, list[str]]:
    """Return the query texts by kind."""
    spec = importlib.util.spec_from_file_location("made_queries", HERE / "made_queries.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    hand = (HERE / "hand_queries.cypher").read_text("utf-8").split("\n---\n")
    return {
        "hand": [text.strip() for text in hand],
        **{name: list(dict.fromkeys(getattr(made, name)())) for name in ("functions", "operators", "expressions", "patterns")},
    }


def compare(embedded: Store, server: Store, text: str) -> tuple[str, object, object]:
    """Return how two stores' answers compare, and both: same, order, rows, columns, or who refuses."""
    left, right = _answer(embedded, text), _answer(server, text)
    if isinstance(left, TifaError) or isinstance(right, TifaError):
        both = isinstance(left, TifaError) and isinstance(right, TifaError)
        kind = "both refuse" if both else "embedded refuses" if isinstance(left, TifaError) else "Neo4j refuses"
        return kind, left, right
    if left.columns != right.columns:
        return "columns", left.columns, right.columns
    a, b = ([key(row) for row in table.rows] for table in (left, right))
    if Counter(a) != Counter(b):
        return "rows", left.rows, right.rows
    return ("order" if a != b and "ORDER BY" in text else "same"), left.rows, right.rows


def _answer(store: Store, text: str) -> Table | TifaError:
    try:
        return store.query(text, {}, LIMITS)
    except TifaError as error:
        return error


def key(value: object) -> str:
    """Return a value as text that is equal for equal values: 12 digits of floats, maps by key, 1 is not 1.0."""
    if isinstance(value, float):
        return "NaN" if math.isnan(value) else f"f{value + 0.0:.12g}"
    if isinstance(value, (list, tuple)):
        return f"[{','.join(map(key, value))}]"
    if isinstance(value, dict):
        return "{" + ",".join(f"{name}:{key(part)}" for name, part in sorted(value.items())) + "}"
    return repr(value)


def known(text: str) -> str | None:
    """Return why a difference is left as it is, None where it is new."""
    return next((reason for part, reason in KNOWN.items() if part in text), None)


def differences(embedded: Store, server: Store, texts: list[str]) -> Iterator[tuple[str, str, object, object]]:
    """Yield each query whose answers are not the same, with how they compare and both answers."""
    for text in texts:
        kind, left, right = compare(embedded, server, text)
        if kind not in ("same", "both refuse"):
            yield kind, text, left, right


def main(graph: str, address: str, *wanted: str) -> int:
    """Compare, print, and return the exit status."""
    from graph.stores.arcade import open_store
    from graph.stores.neo4j_server import Server
    from graph.stores.neo4j_store import open_server

    embedded = open_store(Path(graph), LIMITS.seconds)
    server = open_server(Server(address, "neo4j", os.environ.get("NEO4J_PASSWORD", "")))
    new = 0
    for name, texts in kinds().items():
        if wanted and name not in wanted:
            continue
        found = list(differences(embedded, server, texts))
        print(f"{name}: {len(texts)} queries", dict(Counter(kind for kind, *_ in found)), flush=True)
        for kind, text, left, right in found:
            if kind in ("rows", "order", "columns"):
                print(f"  {kind}: {text}\n    embedded {str(left)[:200]}\n    Neo4j    {str(right)[:200]}\n    {known(text) or 'NEW'}")
                new += known(text) is None
    return 1 if new else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
