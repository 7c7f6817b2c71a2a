"""`tifa load`: a graph into a Neo4j server."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ui.servers import server_from


@click.command("load", short_help="Load a graph into a Neo4j server.")
@click.argument("graph", type=click.Path(path_type=Path), metavar="GRAPH")
@click.argument("address", metavar="bolt://HOST:PORT")
@click.option("--user", default="neo4j", show_default=True, help="Who loads.")
@click.option("--database", help="The database; without it the user's default.")
@click.option("--prune", is_flag=True, help="Remove from the server what the graph has not.")
def load(graph: Path, address: str, user: str, database: str | None, prune: bool) -> None:
    """Load a graph into a Neo4j server, 5.7 or newer; the password is NEO4J_PASSWORD, or is asked for.

    Loading again changes nothing; a load that was broken off goes on where it was. --prune removes nodes and
    relationships that have Tifa's labels, types and ids and are not in GRAPH: of an older graph, or of another one.

    \b
    Example:
      NEO4J_PASSWORD=secret tifa load my-graph bolt://localhost:7687
    """
    from graph.load import load_graph
    from graph.manifest import read_manifest

    counts = read_manifest(graph)["counts"]
    rows = sum(sum(numbers.values()) for numbers in counts.values())
    server = server_from(address, user, database)
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=rows, label="Loading", file=sys.stderr, hidden=hidden) as bar:
        loaded = load_graph(graph, server, prune, bar.update)
    click.echo(f"{address}: {loaded.nodes} nodes, {loaded.relationships} relationships.")
    if loaded.resumed:
        click.echo(f"Of these {loaded.resumed} were there from a load that was broken off.")
    if prune:
        click.echo(f"Removed: {loaded.removed_nodes} nodes, {loaded.removed_relationships} relationships.")


PLUGIN = load
