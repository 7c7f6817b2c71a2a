"""Which projections the embedded engine answers wrongly: an aggregate below a predicate, or read from.

Where an aggregate (`count(…)`, `collect(…)` …) stands below AND, OR, XOR, NOT, IN, IS, STARTS WITH, ENDS WITH,
CONTAINS, =~ or a chained comparison, the engine loses the grouping: many rows, wrong values, no error. The same holds
for a property or label read from an expression with an aggregate (`collect(a)[0].name`) and for an aggregate inside
the condition of a list comprehension or of `any(…)`. Plain comparison, arithmetic, CASE, lists, maps, functions and
`reduce` around an aggregate are right. Each region of an expression (between commas, brackets, WHEN and THEN …) is
looked at by itself; a region whose operators are looser than its aggregate is refused, rather too often than wrongly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.errors import InputError
from graph.stores.cypher_tokens import Group, Node, Token, is_operator, where
from graph.stores.functions import AGGREGATES, PREDICATES

_ENDS = frozenset("WHERE ORDER SKIP LIMIT OFFSET MATCH OPTIONAL UNWIND WITH RETURN CALL UNION FINISH".split())
_LOOSE = frozenset("AND OR XOR NOT IN IS STARTS ENDS CONTAINS".split())
_COMPARE = frozenset(("=", "<>", "<", ">", "<=", ">="))
_PARTS = frozenset("WHERE WHEN THEN ELSE ASC DESC ASCENDING DESCENDING".split())
_SUBQUERIES = frozenset("COUNT EXISTS COLLECT CALL".split())


def refuse_lost_groups(text: str, nodes: Sequence[Node]) -> None:
    """Raise InputError where a RETURN, WITH or ORDER BY, here or in a subquery, holds such an expression."""
    for piece in projections(nodes):
        _has_aggregate(text, piece, "")
    for node in nodes:
        if isinstance(node, Group):
            refuse_lost_groups(text, node.inner)


def projections(nodes: Sequence[Node]) -> Iterator[tuple[Node, ...]]:
    """Yield what stands between RETURN, WITH or ORDER BY and the next clause, in order."""
    nodes = tuple(nodes)
    start: int | None = None
    for i, node in enumerate(nodes):
        if not isinstance(node, Token) or not ends_clause(nodes, i):
            continue
        if start is not None:
            yield nodes[start:i]
        start = None
        if node.word in ("RETURN", "WITH"):
            start = i + 1
        elif node.word == "ORDER":
            start = i + 2
    if start is not None:
        yield nodes[start:]


def ends_clause(nodes: tuple[Node, ...], i: int) -> bool:
    """Tell whether a new clause (or ORDER BY, LIMIT …) begins at `i`."""
    node = nodes[i]
    if not isinstance(node, Token) or not is_operator(nodes, i):
        return False
    before = nodes[i - 1] if i else None
    if node.word == "WITH" and isinstance(before, Token) and before.word in ("STARTS", "ENDS"):
        return not is_operator(nodes, i - 1)
    return node.text == ";" or node.word in _ENDS


def _has_aggregate(text: str, nodes: Sequence[Node], role: str) -> bool:
    """Check each region of an expression; return whether any holds an aggregate. `role` says what the bracket is."""
    found = False
    region: list[Node] = []
    condition = False
    for node in (*nodes, None):
        word = node.word if isinstance(node, Token) else ""
        splits = node is None or word in _PARTS or (
            isinstance(node, Token) and (node.text in (",", "|") or (role == "map" and node.text == ":"))
        )
        if not splits:
            region.append(node)
            continue
        if _check_region(text, tuple(region), role):
            if condition and role in ("list", "predicate"):
                _refuse(text, region[0])
            found = True
        region, condition = [], word == "WHERE"
    return found


def _check_region(text: str, region: tuple[Node, ...], role: str) -> bool:
    found = [i for i, node in enumerate(region) if isinstance(node, Group) and _group_has(text, region, i)]
    if not found:
        return False
    compared = 0
    for i, node in enumerate(region):
        if not isinstance(node, Token):
            continue
        comprehension = i == 1 and node.word == "IN" and role in ("list", "predicate", "reduce")
        if node.word in _LOOSE and is_operator(region, i) and not comprehension:
            _refuse(text, node)
        reads = node.text in (".", ":", "::") and i and i - 1 in _chain(region, found)
        if node.text == "=~" or reads:
            _refuse(text, node)
        compared += node.text in _COMPARE
        if compared > 1:
            _refuse(text, node)
    return True


def _chain(region: tuple[Node, ...], found: list[int]) -> set[int]:
    """Return the places of groups that hold an aggregate, with the index brackets that follow each."""
    places = set()
    for i in found:
        places.add(i)
        while i + 1 < len(region) and isinstance(region[i + 1], Group) and region[i + 1].open == "[":
            i += 1
            places.add(i)
    return places


def _group_has(text: str, region: tuple[Node, ...], i: int) -> bool:
    group = region[i]
    before = region[i - 1] if i else None
    name = before.name.lower() if isinstance(before, Token) else ""
    if group.open == "{":
        if name.upper() in _SUBQUERIES:
            return False
        return _has_aggregate(text, group.inner, "map")
    if group.open == "(" and name in AGGREGATES:
        return True
    role = {"(": "predicate" if name in PREDICATES else "reduce" if name == "reduce" else "", "[": "list"}
    return _has_aggregate(text, group.inner, role.get(group.open, ""))


def _refuse(text: str, node: Node) -> None:
    raise InputError(
        "The embedded engine would answer this wrongly: an aggregate (count, collect, …) stands below a condition or "
        f"is read from, at {where(text, node.start)}\n"
        "Compute it first and use it in the next step, for example: "
        "MATCH (s:Speech)-[:USES]->(p) WITH s, count(p) AS n RETURN s.name, n > 3 AND n < 9"
    )
