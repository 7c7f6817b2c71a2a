"""What is refused before a query reaches an engine, and which columns it returns.

Writes, files and servers are kept out by the store itself (opened read-only, file access off); these checks come on
top, give the clearer message, and stop what an engine would run and Neo4j would not, or would answer wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.errors import InputError
from graph.stores.cypher_aggregates import ends_clause, refuse_lost_groups
from graph.stores.cypher_differences import mended
from graph.stores.cypher_tokens import Group, Node, Token, groups_of, is_operator, tokens_of, where
from graph.stores.functions import FUNCTIONS, NO_FUNCTIONS

_FIRST = frozenset("MATCH OPTIONAL UNWIND WITH RETURN CALL".split())
_WRITES = frozenset(
    """ALTER CREATE DEALLOCATE DELETE DENY DETACH DROP ENABLE FOREACH GRANT INSERT MERGE REMOVE RENAME REVOKE SET START
    STOP TERMINATE""".split()
)
_ESCAPED = re.compile(r"\\u+00(?:22|27|60|5[cC]|0[aAdD])")
"""Escapes of what ends a string, a name or a line: Neo4j reads them before it looks for the end, the engine after it."""

READ_ONLY = "Queries only read: they begin with MATCH, OPTIONAL MATCH, UNWIND, WITH, RETURN or CALL { … }."


@dataclass(frozen=True, slots=True)
class Checked:
    """A query that may run: its text, its columns (None where `*` leaves them to the engine), whether it names paths."""

    text: str
    columns: tuple[str, ...] | None
    has_paths: bool


def checked(text: str) -> Checked:
    """Return the query if it may run on the embedded engine.

    Raises:
        InputError: it is refused, with the place and the way round.
    """
    found = checked_for_any_store(text)
    tokens = tokens_of(found.text)
    for i, token in enumerate(tokens[:-1]):
        if token.word == "SHORTEST" and is_operator(tokens, i):
            _refuse_shortest(text, tokens[i - 1] if i else None, token, tokens[i + 1])
    nodes = groups_of(text, tokens)
    refuse_lost_groups(text, nodes)
    return replace(found, text=mended(found.text, nodes))


def checked_for_any_store(text: str) -> Checked:
    """Return the query if it is one query that only reads and calls what is listed.

    Raises:
        InputError: it is refused, with the place and the way round.
    """
    tokens = tokens_of(text)
    while tokens and tokens[-1].text == ";":
        tokens = tokens[:-1]
    _refuse_statements(text, tokens)
    nodes = groups_of(text, tokens)
    _refuse_calls(text, nodes)
    paths = any(a.text == "=" and b.text == "(" or b.word in ("SHORTESTPATH", "ALLSHORTESTPATHS") for a, b in zip(tokens, tokens[1:]))
    return Checked(text[: tokens[-1].end], _columns(text, nodes), paths)


def _refuse_statements(text: str, tokens: tuple[Token, ...]) -> None:
    if not tokens:
        raise InputError("The query is empty. Write one, for example: MATCH (s:Speech) RETURN s.name")
    if tokens[0].word not in _FIRST:
        raise InputError(f"The query begins with {tokens[0].text[:40]!r}, which is not run here. {READ_ONLY}")
    escaped = _ESCAPED.search(text)
    if escaped is not None:
        raise InputError(
            f"The query escapes a mark by its number, at {where(text, escaped.start())}\nWrite the mark itself, or pass the text as a parameter."
        )
    for i, token in enumerate(tokens):
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.text == ";":
            raise InputError(f"There is more than one query, at {where(text, token.start)}\nRun them one by one.")
        if token.kind == "quoted" and (token.name.startswith("@") or any(ord(char) < 32 for char in token.name)):
            raise InputError(f"The name {token.name!r} is reserved for the engine, at {where(text, token.start)}\nRename it.")
        if token.word == "LOAD" and after is not None and after.word == "CSV":
            raise InputError(f"LOAD CSV is not run: queries reach no file and no network, at {where(text, token.start)}")


def _refuse_shortest(text: str, before: Token | None, token: Token, after: Token) -> None:
    prefix = before is not None and (before.word in ("MATCH", "ALL", "ANY") or before.text in ("=", ","))
    if prefix and (after.kind in ("number", "parameter") or after.text == "(" or after.word in ("PATH", "PATHS")):
        raise InputError(
            f"The prefix SHORTEST is not run on the embedded engine, at {where(text, token.start)}\n"
            "Write p = shortestPath((a)-[*..6]-(b)) for one path or p = allShortestPaths(…) for all of them."
        )


def _refuse_calls(text: str, nodes: Sequence[Node]) -> None:
    """Refuse procedures and functions outside the list, in all brackets."""
    nodes = tuple(nodes)
    for i, node in enumerate(nodes):
        after = nodes[i + 1] if i + 1 < len(nodes) else None
        if isinstance(node, Group):
            _refuse_calls(text, node.inner)
        elif node.word == "CALL" and is_operator(nodes, i) and isinstance(after, Token) and after.kind in ("name", "quoted"):
            raise InputError(f"Procedures are not called here, at {where(text, node.start)}\nCALL {{ … }} with a query inside works.")
        elif isinstance(after, Group) and after.open == "(" and node.kind in ("name", "quoted"):
            _refuse_function(text, nodes, i)


def _refuse_function(text: str, nodes: tuple[Node, ...], i: int) -> None:
    node = nodes[i]
    first, name = i, node.name
    while first >= 2 and isinstance(nodes[first - 1], Token) and nodes[first - 1].text == "." and isinstance(nodes[first - 2], Token):
        first -= 2
        name = f"{nodes[first].name}.{name}"
    if name.lower() in FUNCTIONS or node.kind == "name" and name.lower() in NO_FUNCTIONS:
        return
    if node.word in _WRITES:
        raise InputError(f"{node.word} is not run, at {where(text, node.start)}\n{READ_ONLY}")
    raise InputError(
        f"The function {name[:60]!r} is not offered, at {where(text, nodes[first].start)}\n"
        f"These are: {', '.join(sorted(FUNCTIONS))}."
    )


def _columns(text: str, nodes: tuple[Node, ...]) -> tuple[str, ...] | None:
    """Return the names of the columns: the alias, else the item's text as it stands; None for `RETURN *`."""
    begin = next((i for i, n in enumerate(nodes) if isinstance(n, Token) and n.word == "RETURN" and ends_clause(nodes, i)), None)
    if begin is None:
        return ()
    items: list[list[Node]] = [[]]
    for i in range(begin + 1, len(nodes)):
        if ends_clause(nodes, i):
            break
        node = nodes[i]
        if isinstance(node, Token) and node.text == ",":
            items.append([])
        elif not (i == begin + 1 and isinstance(node, Token) and node.word == "DISTINCT"):
            items[-1].append(node)
    if any(len(item) == 1 and isinstance(item[0], Token) and item[0].text == "*" for item in items):
        return None
    names = tuple(_column(text, item) for item in items if item)
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise InputError(f"Two columns are called {twice!r}. Give one of them another name with AS.")
    return names


def _column(text: str, item: list[Node]) -> str:
    if len(item) > 2 and isinstance(item[-2], Token) and item[-2].word == "AS" and isinstance(item[-1], Token):
        return item[-1].name or item[-1].text
    return text[item[0].start : item[-1].end]
