"""Further queries that the embedded engine would answer differently from Neo4j: put right, or refused with the way round.

Found by running thousands of queries on both stores (`tests/differential.py`). The engine forgets a relationship that is
named in a pattern and afterwards used only to sort a WITH (here it is passed on, where that changes nothing else) or
inside the braces of a later pattern; it passes over a WHERE between the brackets of a relationship; it rounds negative
halves the other way where a precision of 0 is given; it does not compare maps; and it knows clauses (LET, FILTER) that
Neo4j 5 does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.errors import InputError
from graph.stores.cypher_aggregates import ends_clause
from graph.stores.cypher_tokens import Group, Node, Token, is_operator, where
from graph.stores.functions import AGGREGATES

_ROWS_END = frozenset("SKIP LIMIT OFFSET WHERE".split())


def mended(text: str, nodes: Sequence[Node]) -> str:
    """Return the text to run instead: the same, or with relationships passed on that are sorted by.

    Raises:
        InputError: the query, here or in a subquery, holds what cannot be put right.
    """
    named = frozenset(_relationship_names(tuple(nodes)))
    for place, name in sorted(set(_passed_on(text, tuple(nodes), named)), reverse=True):
        text = f"{text[:place]}, {name}{text[place:]}"
    return text


def _passed_on(text: str, nodes: tuple[Node, ...], named: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield the places where a relationship is to be added to a WITH; refuse what cannot be put right."""
    yield from _lost_orders(text, nodes, named)
    for i, node in enumerate(nodes):
        if isinstance(node, Token):
            _refuse_clause(text, nodes, i)
            continue
        before = nodes[i - 1] if i else None
        if _is_relationship(nodes, i):
            _refuse_condition(text, node)
        if _is_pattern(nodes, i):
            _refuse_lost_property(text, node, named)
        if isinstance(before, Token) and before.kind == "name":
            _refuse_function(text, before, node)
        yield from _passed_on(text, node.inner, named)


def _is_relationship(nodes: tuple[Node, ...], i: int) -> bool:
    """Tell whether the group at `i` is the bracket of a relationship: `-[ … ]`."""
    node, before = nodes[i], (nodes[i - 1] if i else None)
    return isinstance(node, Group) and node.open == "[" and isinstance(before, Token) and before.text == "-"


def _is_pattern(nodes: tuple[Node, ...], i: int) -> bool:
    """Tell whether the group at `i` is a node or a relationship of a pattern, not the arguments of a function."""
    node, before = nodes[i], (nodes[i - 1] if i else None)
    if _is_relationship(nodes, i):
        return True
    called = isinstance(before, Token) and before.kind in ("name", "quoted") and before.word not in ("MATCH", "WHERE", "AND", "OR", "NOT", "XOR")
    return isinstance(node, Group) and node.open == "(" and not called


def _relationship_names(nodes: tuple[Node, ...]) -> Iterator[str]:
    """Yield the variables that patterns give to relationships."""
    for i, node in enumerate(nodes):
        if isinstance(node, Group):
            first = node.inner[0] if node.inner else None
            if _is_relationship(nodes, i) and isinstance(first, Token) and first.name:
                yield first.name
            yield from _relationship_names(node.inner)


def _refuse_condition(text: str, group: Group) -> None:
    words = [node.word if isinstance(node, Token) else "" for node in group.inner]
    if "WHERE" in words and "IN" not in words[: words.index("WHERE")]:
        place = group.inner[words.index("WHERE")].start
        raise InputError(
            f"The embedded engine passes over a WHERE between the brackets of a relationship, at {where(text, place)}\n"
            "Write it after the pattern: MATCH (s:Speech)-[u:USES]->(p) WHERE u.count > 2 …"
        )


def _refuse_lost_property(text: str, group: Group, named: frozenset[str]) -> None:
    for part in group.inner:
        if isinstance(part, Group) and part.open == "{":
            for token in _used(part.inner, named):
                raise InputError(
                    f"The embedded engine does not see the relationship {token.name!r} between these braces, at "
                    f"{where(text, token.start)}\nWrite it as a condition: MATCH (x) WHERE x.order = {token.name}.order"
                )


def _lost_orders(text: str, nodes: tuple[Node, ...], named: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield for each WITH whose ORDER BY reads a relationship that it does not pass on, where to add which name."""
    projected: tuple[Node, ...] = ()
    start = 0
    for i in range(len(nodes) + 1):
        word = nodes[i].word if i < len(nodes) and ends_clause(nodes, i) else None
        if word is None and i < len(nodes):
            continue
        if start and projected and not _folds(projected):
            for token in _lost(text, projected, nodes[start:i], named):
                _refuse_unsafe(text, projected, nodes[i:], token)
                yield projected[-1].end, text[token.start : token.end]
        start = i + 2 if word == "ORDER" else 0
        if word == "WITH":
            end = next((j for j in range(i + 1, len(nodes)) if ends_clause(nodes, j)), len(nodes))
            projected = nodes[i + 1 : end]
        elif word != "ORDER" and word not in _ROWS_END:
            projected = ()


def _lost(text: str, projected: tuple[Node, ...], order: tuple[Node, ...], named: frozenset[str]) -> Iterator[Token]:
    if isinstance(projected[0], Token) and projected[0].text == "*":
        return
    passed = set()
    for i, node in enumerate(projected):
        alone = i + 1 == len(projected) or isinstance(projected[i + 1], Token) and projected[i + 1].text == ","
        if isinstance(node, Token) and node.name and alone and not (i and _is_dot(projected[i - 1])):
            passed.add(node.name)
    for token in _used(order, named):
        if token.name not in passed:
            yield token


def _refuse_unsafe(text: str, projected: tuple[Node, ...], rest: tuple[Node, ...], token: Token) -> None:
    """Refuse where passing the relationship on would change more than the order."""
    distinct = isinstance(projected[0], Token) and projected[0].word == "DISTINCT"
    again = any(node.name == token.name or node.text == "*" for node in _tokens(rest))
    if distinct or again:
        raise InputError(
            f"The embedded engine does not sort by a relationship that WITH does not pass on, at {where(text, token.start)}\n"
            f"Pass it on and sort by it: WITH s, {token.name} ORDER BY {token.name}.count"
        )


def _folds(projected: tuple[Node, ...]) -> bool:
    """Tell whether a WITH holds an aggregate; then its ORDER BY reads a relationship only inside one, which is right."""
    return any(node.name.lower() in AGGREGATES for node in _tokens(projected))


def _tokens(nodes: Sequence[Node]) -> Iterator[Token]:
    for node in nodes:
        if isinstance(node, Group):
            yield from _tokens(node.inner)
        else:
            yield node


def _is_dot(node: Node) -> bool:
    return isinstance(node, Token) and node.text == "."


def _used(nodes: Sequence[Node], named: frozenset[str]) -> Iterator[Token]:
    """Yield the tokens that name one of the relationships, in all brackets."""
    nodes = tuple(nodes)
    for i, node in enumerate(nodes):
        if isinstance(node, Group):
            yield from _used(node.inner, named)
        elif node.name in named and not (i and _is_dot(nodes[i - 1])):
            after = nodes[i + 1] if i + 1 < len(nodes) else None
            if not (isinstance(after, Token) and after.text == ":"):
                yield node


def _refuse_clause(text: str, nodes: tuple[Node, ...], i: int) -> None:
    node, after = nodes[i], nodes[i + 1] if i + 1 < len(nodes) else None
    if not isinstance(after, Token) or not is_operator(nodes, i) or not after.name:
        return
    following = nodes[i + 2] if i + 2 < len(nodes) else None
    assigns = isinstance(following, Token) and following.text == "="
    reads = isinstance(following, Token) and following.text in (".", ":") or isinstance(following, Group)
    before = nodes[i - 1] if i else None
    begins = isinstance(before, Group) or isinstance(before, Token) and before.kind in ("name", "number", "string")
    if begins and (node.word == "LET" and assigns or node.word == "FILTER" and reads):
        raise InputError(f"Neo4j 5 knows no {node.word}, at {where(text, node.start)}\nWrite WITH *, … AS name, or WITH * WHERE …")


def _refuse_function(text: str, name: Token, group: Group) -> None:
    inner = group.inner
    if group.open != "(" or not inner:
        return
    if name.word == "ROUND" and [node.text for node in inner[-2:] if isinstance(node, Token)] == [",", "0"]:
        raise InputError(f"The embedded engine rounds negative halves otherwise here, at {where(text, name.start)}\nWrite round(x).")
    distinct = isinstance(inner[0], Token) and inner[0].word == "DISTINCT"
    first = inner[1] if distinct and len(inner) > 1 else inner[0]
    if name.word in ("MAX", "MIN") and isinstance(first, Group) and first.open == "{":
        raise InputError(f"The embedded engine does not compare maps, at {where(text, name.start)}\nCompare a number or a text, or sort and take the first.")
