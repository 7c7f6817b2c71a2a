"""Ids made of content: the same input gives the same ids on every machine.

A node's id is its label in lower case, a hyphen and 16 hexadecimal digits; a relationship's begins with `r-`. A theme
keeps the taxonomy's id. What is hashed is what identifies the thing (the contract's §1), never a time or a path.
"""

from __future__ import annotations

import hashlib
import re

from extract.errors import InputError

_EVIDENCE = re.compile(r"(.+)#(\d+)-(\d+)")


def _digest(parts: tuple[str, ...]) -> str:
    """Return 16 hexadecimal digits over parts; each is preceded by its length, so that no two lists run together."""
    whole = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def node_id(label: str, *parts: str) -> str:
    """Return the id of a node of this label that these parts identify.

    >>> node_id("Principle", "三服务") == node_id("Principle", "三服务")
    True
    >>> node_id("Principle", "三服务").partition("-")[0]
    'principle'
    """
    return f"{label.lower()}-{_digest((label, *parts))}"


def speech_id(sha256: str) -> str:
    """Return the id of the Speech whose source text has this hash; identical texts are one Speech."""
    return node_id("Speech", sha256)


def relationship_id(kind: str, source: str, target: str, *parts: str | int) -> str:
    """Return a relationship's id: its type, its ends and what tells parallel ones apart."""
    return f"r-{_digest((kind, source, target, *map(str, parts)))}"


def evidence_of(speech: str, start: int, end: int) -> str:
    """Return a place in a speech as evidence names it: `SPEECH_ID#START-END`."""
    return f"{speech}#{start}-{end}"


def span_of(evidence: str) -> tuple[str, int, int]:
    """Return the speech's id, the start and the end that a piece of evidence names.

    >>> span_of("speech-0123456789abcdef#4-9")
    ('speech-0123456789abcdef', 4, 9)
    """
    match = _EVIDENCE.fullmatch(evidence)
    if match is None:
        raise InputError(f"{evidence!r} is no evidence: it must read SPEECH_ID#START-END.")
    return match[1], int(match[2]), int(match[3])
