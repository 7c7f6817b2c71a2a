"""What a Neo4j server is not asked: the texts that it reads in another way than the checks, and plans that leave the graph.

A read transaction keeps writes out; it runs LOAD CSV, which reads the server's files, and every procedure. So the plan
of an EXPLAIN decides, and the text is held to what the checks see. Neo4j puts `\\uXXXX` into the text before it reads
it, so that an escape could end a string or a comment; ends a line comment at a carriage return; and takes some
characters for white space, dashes or brackets that are none elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extract.errors import InputError
from graph.stores.cypher_check import READ_ONLY, Checked, checked_for_any_store
from graph.stores.cypher_tokens import tokens_of, where

_ESCAPE = re.compile(r"\\u+([0-9A-Fa-f]{4})")
_LONE_RETURN = re.compile(r"\r(?!\n)")

Plan = Mapping[str, object]


def checked_for_neo4j(text: str) -> Checked:
    """Return the query if its text may be sent to a Neo4j server.

    Raises:
        InputError: it is refused, with the place and the way round.
    """
    for match in _ESCAPE.finditer(text):
        if not chr(int(match[1], 16)).isalnum():
            raise InputError(f"This escape is not sent, at {where(text, match.start())}\nPass the text as a parameter, or write the character itself.")
    lone = _LONE_RETURN.search(text)
    if lone:
        raise InputError(f"A carriage return stands alone, at {where(text, lone.start())}\nEnd lines with a line feed.")
    for token in tokens_of(text):
        if token.kind in ("symbol", "odd") and (not token.text.isascii() or token.text == "\\"):
            name = f"U+{ord(token.text[0]):04X}"
            raise InputError(f"The character {name} is no part of a query, at {where(text, token.start)}\nWrite the ASCII one, or put it in quotes.")
    return checked_for_any_store(text)


def refuse_plan(query_type: str | None, plan: Plan | None) -> None:
    """Raise InputError where a plan does anything else than read the graph."""
    if query_type != "r" or plan is None:
        raise InputError(f"The query would change the graph. {READ_ONLY}")
    for operator in _operators(plan):
        if operator == "LoadCSV":
            raise InputError("LOAD CSV is not run: queries reach no file and no network.")
        if "ProcedureCall" in operator:
            raise InputError("Procedures are not called here. CALL { … } with a query inside works.")


def _operators(plan: Plan) -> Iterator[str]:
    yield str(plan.get("operatorType", "")).partition("@")[0]
    for child in plan.get("children", ()):
        yield from _operators(child)
