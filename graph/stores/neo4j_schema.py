"""What a Neo4j database needs before a graph is loaded: unique ids, and indexes for the properties that are asked by."""

from __future__ import annotations

from graph.model import NODE_LABELS, RELATIONSHIP_TYPES
from graph.stores.arcade_load import INDEXED


def schema_statements() -> list[str]:
    """Return the statements, one each, in Cypher; run again, they change nothing."""
    statements = [
        f"CREATE CONSTRAINT tifa_{label}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE" for label in NODE_LABELS
    ]
    statements += [
        f"CREATE CONSTRAINT tifa_{kind}_id IF NOT EXISTS FOR ()-[r:{kind}]-() REQUIRE r.id IS UNIQUE" for kind in RELATIONSHIP_TYPES
    ]
    for label, described in NODE_LABELS.items():
        names = ("name",) if "name" in described.properties else ()
        statements += [
            f"CREATE INDEX tifa_{label}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})" for name in (*names, *INDEXED.get(label, ()))
        ]
    return statements
