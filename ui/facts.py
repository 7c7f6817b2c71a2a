"""What the details panel lists for a node: groups of neighbours as data, one row of the table a group.

Each query takes the node's id as `$id` and returns `id`, `name`, and where there is one `count`, `name_en`, the parts
of the count, and the relationship that a click on the number opens (`edge`: TYPE and which end the node is).
"""

from __future__ import annotations

from dataclasses import dataclass

LIMIT = 40
"""Neighbours asked for in one group."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of neighbours: its title in the dictionary, the neighbours' label, and the question.

    `edge` is the relationship whose evidence the number opens, None where there is none; `outgoing` says whether it
    leaves the node.
    """

    title: str
    label: str
    query: str
    edge: str | None = None
    outgoing: bool = True


def _out(title: str, source: str, kind: str, target: str, more: str = "", order: str = "count DESC, name") -> Group:
    query = (
        f"MATCH (n:{source} {{id: $id}})-[r:{kind}]->(o:{target}) RETURN o.id AS id, o.name AS name, "
        f"o.name_en AS name_en, r.count AS count{more} ORDER BY {order} LIMIT {LIMIT}"
    )
    return Group(title, target, query, kind)


def _in(
    title: str,
    source: str,
    kind: str,
    target: str,
    more: str = "",
    order: str = "count DESC, name",
    count: str = "count",
) -> Group:
    query = (
        f"MATCH (o:{source})-[r:{kind}]->(n:{target} {{id: $id}}) RETURN o.id AS id, o.name AS name, "
        f"o.name_en AS name_en, r.{count} AS count{more} ORDER BY {order} LIMIT {LIMIT}"
    )
    return Group(title, source, query, kind, outgoing=False)


def _beside(title: str, label: str, other: str) -> Group:
    query = (
        f"MATCH (n:{label} {{id: $id}})-[r:CO_OCCURS]-(o:{other}) RETURN o.id AS id, o.name AS name, "
        f"o.name_en AS name_en, r.count AS count ORDER BY count DESC, name LIMIT {LIMIT}"
    )
    return Group(title, other, query, "CO_OCCURS")


def _linked(title: str, label: str, pattern: str, other: str, order: str = "name") -> Group:
    query = (
        f"MATCH {pattern.format(n=f'(n:{label} {{id: $id}})', o=f'(o:{other})')} "
        f"RETURN DISTINCT o.id AS id, o.name AS name, o.name_en AS name_en ORDER BY {order} LIMIT {LIMIT}"
    )
    return Group(title, other, query)


_PARTS = ", r.own AS own, r.quoted AS quoted, r.in_title AS in_title, r.opposed AS opposed, r.nested AS nested"


def _formulation(label: str) -> tuple[Group, ...]:
    members = Group(
        "members",
        "Principle",
        f"MATCH (n:{label} {{id: $id}})-[r:COMPRISES]->(o:Principle) RETURN o.id AS id, o.name AS name, "
        f"o.name_en AS name_en ORDER BY r.order LIMIT {LIMIT}",
    )
    return (
        _in("used_in", "Speech", "USES", label, _PARTS),
        members,
        _linked("readings", label, "{o}-[:READING_OF]->{n}", "Principle"),
        _linked("reading_of", label, "{n}-[:READING_OF]->{o}", "Principle"),
        *(_linked("issued_by", label, "{n}-[:ISSUED_BY]->{o}", by) for by in ("Person", "Organization", "Document")),
        _in("members_used_in", "Speech", "USES_MEMBERS_OF", label, count="used"),
        _linked("variants", label, "{o}-[:VARIANT_OF]->{n}", label),
        _linked("variant_of", label, "{n}-[:VARIANT_OF]->{o}", label),
        _linked("in_quotations", label, "{o}-[:QUOTATION_OF]->{n}", "Quotation"),
        _out("about_themes", label, "ABOUT", "Theme"),
        _linked("member_of", label, "{o}-[:COMPRISES]->{n}", "Principle"),
        _linked("inside_longer", label, "{o}-[:CONTAINS]->{n}", "Principle"),
        _linked("inside_longer_slogan", label, "{o}-[:CONTAINS]->{n}", "Slogan"),
        _linked("holds_shorter", label, "{n}-[:CONTAINS]->{o}", "Principle"),
        _beside("beside_principles", label, "Principle"),
        _beside("beside_slogans", label, "Slogan"),
    )


def _named(label: str) -> tuple[Group, ...]:
    return (_in("named_in", "Speech", "NAMES", label),)


GROUPS: dict[str, tuple[Group, ...]] = {
    "Speech": (
        _out("themes_expressed", "Speech", "EXPRESSES", "Theme"),
        _out("principles_used", "Speech", "USES", "Principle", _PARTS),
        _out("slogans_used", "Speech", "USES", "Slogan", _PARTS),
        Group(
            "members_of_used",
            "Principle",
            "MATCH (n:Speech {id: $id})-[r:USES_MEMBERS_OF]->(o:Principle) RETURN o.id AS id, o.name AS name, "
            f"o.name_en AS name_en, r.used AS count ORDER BY count DESC, name LIMIT {LIMIT}",
            "USES_MEMBERS_OF",
        ),
        _out("documents_cited", "Speech", "CITES", "Document"),
        _linked("quotations", "Speech", "{n}-[:QUOTES]->{o}", "Quotation"),
        _linked("echoes", "Speech", "{n}-[:ECHOES]->{o}", "Quotation"),
        Group(
            "parallel_speeches",
            "Speech",
            "MATCH (n:Speech {id: $id})-[r:PARALLELS]-(o:Speech) RETURN o.id AS id, o.name AS name, "
            f"r.passages AS count ORDER BY count DESC, name LIMIT {LIMIT}",
        ),
        _linked("passages", "Speech", "{n}-[:CONTAINS_PASSAGE]->{o}", "Passage"),
        _out("persons_named", "Speech", "NAMES", "Person"),
        _out("organizations_named", "Speech", "NAMES", "Organization"),
        _out("places_named", "Speech", "NAMES", "Place"),
        _out("events_named", "Speech", "NAMES", "Event"),
    ),
    "Theme": (
        _in("expressed_in", "Speech", "EXPRESSES", "Theme", ", r.weight AS weight"),
        _in("carried_by_principles", "Principle", "ABOUT", "Theme"),
        _in("carried_by_slogans", "Slogan", "ABOUT", "Theme"),
        _beside("beside_themes", "Theme", "Theme"),
    ),
    "Principle": _formulation("Principle"),
    "Slogan": _formulation("Slogan"),
    "Document": (_in("cited_in", "Speech", "CITES", "Document"),),
    "Quotation": (
        _linked("quoted_in", "Quotation", "{o}-[:QUOTES]->{n}", "Speech"),
        _linked("echoed_in", "Quotation", "{o}-[:ECHOES]->{n}", "Speech"),
        _linked("attributed_to", "Quotation", "{n}-[:ATTRIBUTED_TO]->{o}", "Person"),
        _linked("attributed_to", "Quotation", "{n}-[:ATTRIBUTED_TO]->{o}", "Organization"),
        _linked("attributed_to", "Quotation", "{n}-[:ATTRIBUTED_TO]->{o}", "Document"),
        _linked("holds_formulations", "Quotation", "{n}-[:QUOTATION_OF]->{o}", "Principle"),
        _linked("holds_formulations", "Quotation", "{n}-[:QUOTATION_OF]->{o}", "Slogan"),
    ),
    "Person": (
        *_named("Person"),
        _linked("quoted_words", "Person", "{o}-[:ATTRIBUTED_TO]->{n}", "Quotation"),
    ),
    "Organization": (
        *_named("Organization"),
        _linked("quoted_words", "Organization", "{o}-[:ATTRIBUTED_TO]->{n}", "Quotation"),
    ),
    "Place": _named("Place"),
    "Event": _named("Event"),
    "Section": (_out("themes_expressed", "Section", "EXPRESSES", "Theme"),),
    "Sentence": (),
    "Passage": (_linked("passage_in", "Passage", "{o}-[:CONTAINS_PASSAGE]->{n}", "Speech"),),
}
"""The groups of each node label, in the order of the panel."""
