"""What the XML formats share: characters that XML may hold, attribute tables, values as text.

XML 1.0 has no place for most control characters and half surrogates: each becomes U+FFFD. Carriage returns, line feeds
and tabs are written as references, so that a reader gets them back as they were. A list becomes one JSON string.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from graph.model import BOOLEAN, FLOAT, INTEGER, NODE_LABELS, RELATIONSHIP_TYPES, TEXT, TEXTS

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
)

TYPES = {TEXT: "string", INTEGER: "long", FLOAT: "double", BOOLEAN: "boolean", TEXTS: "string"}
"""The names that GraphML and GEXF give to property types."""

Attribute = tuple[str, str]
"""A property's name and its type in XML; `level` is text on a Speech and a number on a Section."""


def legal(text: str) -> str:
    """Return a text with U+FFFD for each character that XML cannot hold.

    >>> legal("甲\\x00乙")
    '甲\ufffd乙'
    """
    return _ILLEGAL.sub("\ufffd", text)


def escaped(text: str) -> str:
    """Return a text as it may stand in an attribute or an element."""
    return legal(text).translate(_REFERENCES)


def value_text(value: object) -> str:
    """Return a property's value as escaped text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return escaped(json.dumps(value, ensure_ascii=False))
    return repr(value) if isinstance(value, float) else escaped(str(value))


def node_attributes() -> dict[Attribute, str]:
    """Return the attributes of nodes, each with a short id."""
    return _numbered("n", (label.properties for label in NODE_LABELS.values()))


def edge_attributes() -> dict[Attribute, str]:
    """Return the attributes of relationships, each with a short id."""
    return _numbered("e", (kind.properties for kind in RELATIONSHIP_TYPES.values()))


def _numbered(prefix: str, tables: Iterable[Mapping[str, str]]) -> dict[Attribute, str]:
    found = {(name, TYPES[kind]): None for table in tables for name, kind in table.items()}
    return {attribute: f"{prefix}{number}" for number, attribute in enumerate(found)}


def typed(attributes: Mapping[str, object], table: Mapping[str, str]) -> list[tuple[Attribute, str]]:
    """Return the properties of a node or a relationship, in the order of the model, with their values as text."""
    return [((name, TYPES[kind]), value_text(attributes[name])) for name, kind in table.items() if name in attributes]
