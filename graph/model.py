"""The property graph as data: node labels, relationship types, their ends and the types of their properties.

Every node has one label, `id` and (except Sentence) `name`; every relationship has a type and `id`. In networkx the
node's key is its `id` and its label is the attribute `label`; the edge's key is its `id` and its type is the
attribute `type`. Absent values are absent, never None. Builders, stores, exporters and checks are driven by this
table; a property that is not in it is an error.
"""

from __future__ import annotations

from dataclasses import dataclass, field

TEXT, INTEGER, FLOAT, BOOLEAN, TEXTS = "text", "integer", "float", "boolean", "texts"
"""Property types. `texts` is a list of strings."""


@dataclass(frozen=True, slots=True)
class NodeLabel:
    """A node label: its properties beside `id`, by name, with their types."""

    name: str
    properties: dict[str, str]


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """A relationship type: the labels that it may leave and enter, and its properties beside `id`.

    A symmetric one runs from the smaller id to the larger, and no direction is meant.
    """

    name: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    properties: dict[str, str] = field(default_factory=dict)
    symmetric: bool = False


FORMULATIONS = ("Principle", "Slogan")
NAMED = ("Person", "Organization", "Place", "Event")
MENTIONED = (*FORMULATIONS, "Document", *NAMED)

_NAMED_PROPERTIES = {"name": TEXT, "kind": TEXT, "aliases": TEXTS}
_FORMULATION_PROPERTIES = {
    "name": TEXT,
    "kind": TEXT,
    "name_en": TEXT,
    "gloss": TEXT,
    "status": TEXT,
    "attested": BOOLEAN,
    "source": TEXT,
    "forms": TEXTS,
}
_COUNTED = {"count": INTEGER, "evidence": TEXTS}

NODE_LABELS = {
    label.name: label
    for label in (
        NodeLabel(
            "Speech",
            {
                "name": TEXT,
                "doc": TEXT,
                "genre": TEXT,
                "level": TEXT,
                "organ": TEXT,
                "region": TEXT,
                "speaker": TEXT,
                "date_earliest": TEXT,
                "date_latest": TEXT,
                "date_basis": TEXTS,
                "provenance": TEXT,
                "source_url": TEXT,
                "chars": INTEGER,
                "sha256": TEXT,
                "path": TEXT,
            },
        ),
        NodeLabel("Section", {"name": TEXT, "order": INTEGER, "level": INTEGER, "start": INTEGER, "end": INTEGER, "speech": TEXT}),
        NodeLabel("Sentence", {"order": INTEGER, "start": INTEGER, "end": INTEGER, "text": TEXT, "speech": TEXT}),
        NodeLabel(
            "Principle",
            {
                **_FORMULATION_PROPERTIES,
                "size": INTEGER,
                "members_listed": INTEGER,
                "list_status": TEXT,
                "reading": TEXT,
                "issuer_level": TEXT,
                "system": TEXT,
            },
        ),
        NodeLabel("Slogan", _FORMULATION_PROPERTIES),
        NodeLabel("Document", {"name": TEXT, "kind": TEXT, "issuer": TEXT, "aliases": TEXTS}),
        NodeLabel(
            "Quotation",
            {"name": TEXT, "text": TEXT, "speaker": TEXT, "speaker_text": TEXT, "register": TEXT, "attribution": TEXT, "end_basis": TEXT},
        ),
        NodeLabel("Person", _NAMED_PROPERTIES),
        NodeLabel("Organization", {**_NAMED_PROPERTIES, "level": TEXT, "region": TEXT}),
        NodeLabel("Place", _NAMED_PROPERTIES),
        NodeLabel("Event", _NAMED_PROPERTIES),
        NodeLabel("Theme", {"name": TEXT, "name_en": TEXT}),
        NodeLabel("Passage", {"name": TEXT, "text": TEXT, "speeches": INTEGER, "kind": TEXT, "earliest": TEXT}),
    )
}
"""The node labels, by name. `speech` on Section and Sentence is the id of the Speech that they belong to."""

RELATIONSHIP_TYPES = {
    kind.name: kind
    for kind in (
        RelationshipType("HAS_SECTION", ("Speech", "Section"), ("Section",), {"order": INTEGER}),
        RelationshipType("HAS_SENTENCE", ("Section",), ("Sentence",), {"order": INTEGER}),
        RelationshipType(
            "MENTIONS",
            ("Sentence",),
            MENTIONED,
            {
                "start": INTEGER,
                "end": INTEGER,
                "surface": TEXT,
                "method": TEXT,
                "score": FLOAT,
                "depth": INTEGER,
                "voice": TEXT,
                "in_heading": BOOLEAN,
                "stance": TEXT,
                "stance_cue": TEXT,
                "reading_basis": TEXT,
                "members_listed": INTEGER,
            },
        ),
        RelationshipType(
            "USES",
            ("Speech",),
            FORMULATIONS,
            {**_COUNTED, "own": INTEGER, "quoted": INTEGER, "in_title": INTEGER, "opposed": INTEGER, "nested": INTEGER},
        ),
        RelationshipType(
            "USES_MEMBERS_OF",
            ("Speech",),
            ("Principle",),
            {"used": INTEGER, "size": INTEGER, "label_used": BOOLEAN, "evidence": TEXTS},
        ),
        RelationshipType("CITES", ("Speech",), ("Document",), _COUNTED),
        RelationshipType("NAMES", ("Speech",), NAMED, _COUNTED),
        RelationshipType("QUOTES", ("Speech",), ("Quotation",), {"start": INTEGER, "end": INTEGER, "cue": TEXT}),
        RelationshipType("ECHOES", ("Speech",), ("Quotation",), {"start": INTEGER, "end": INTEGER, "edit": TEXT}),
        RelationshipType(
            "CONTAINS_PASSAGE", ("Speech",), ("Passage",), {"start": INTEGER, "end": INTEGER, "text": TEXT}
        ),
        RelationshipType(
            "PARALLELS",
            ("Speech",),
            ("Speech",),
            {"passages": INTEGER, "chars": INTEGER, "share_left": FLOAT, "share_right": FLOAT},
            symmetric=True,
        ),
        RelationshipType("ATTRIBUTED_TO", ("Quotation",), ("Person", "Organization", "Document"), {"checked": TEXT}),
        RelationshipType("QUOTATION_OF", ("Quotation",), FORMULATIONS),
        RelationshipType(
            "ISSUED_BY",
            FORMULATIONS,
            ("Person", "Organization", "Document"),
            {"date_earliest": TEXT, "date_latest": TEXT, "source": TEXT, "basis": TEXT, "evidence": TEXTS},
        ),
        RelationshipType(
            "EXPRESSES", ("Speech", "Section"), ("Theme",), {**_COUNTED, "weight": FLOAT, "salience": FLOAT}
        ),
        RelationshipType("ABOUT", FORMULATIONS, ("Theme",), {**_COUNTED, "weight": FLOAT, "basis": TEXT}),
        RelationshipType(
            "COMPRISES", FORMULATIONS, FORMULATIONS, {"order": INTEGER, "evidence": TEXTS, "source": TEXT}
        ),
        RelationshipType("CONTAINS", FORMULATIONS, FORMULATIONS),
        RelationshipType("READING_OF", ("Principle",), ("Principle",)),
        RelationshipType(
            "VARIANT_OF", FORMULATIONS, FORMULATIONS, {"edit": TEXT, "status": TEXT, "source": TEXT, "evidence": TEXTS}
        ),
        RelationshipType(
            "CO_OCCURS",
            (*FORMULATIONS, "Theme"),
            (*FORMULATIONS, "Theme"),
            {
                **_COUNTED,
                "unit": TEXT,
                "n_left": INTEGER,
                "n_right": INTEGER,
                "n_total": INTEGER,
                "npmi": FLOAT,
                "g2": FLOAT,
            },
            symmetric=True,
        ),
    )
}
"""The relationship types, by name."""

LABEL_OF_MENTION = {
    "FORMULA": "Principle",
    "SPIRIT": "Principle",
    "PRINCIPLE": "Principle",
    "SLOGAN": "Slogan",
    "ALLUSION": "Slogan",
    "DOCUMENT": "Document",
    "PERSON": "Person",
    "ORG": "Organization",
    "PLACE": "Place",
    "EVENT": "Event",
}
"""Which node a mention's label leads to. DATE, HEADING and QUOTE have no MENTIONS."""
