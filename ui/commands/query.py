"""`tifa query`: ask a graph in Cypher."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from extract.errors import InputError
from graph.stores.store import Limits, Store
from ui.answers import FORMATS


@click.command("query", short_help="Ask a graph in Cypher.")
@click.argument("graph", metavar="GRAPH")
@click.argument("cypher", metavar="CYPHER")
@click.option("--param", "params", multiple=True, metavar="K=V", help="A parameter $K; V is read as JSON, else as text.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="table", show_default=True, help="How to write the rows.")
@click.option("--max-rows", type=click.IntRange(min=1), default=Limits().rows, show_default=True, help="Rows at most.")
@click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), default=Limits().seconds, show_default=True, help="Seconds at most."
)
@click.option("--user", default="neo4j", show_default=True, help="Who asks, on a Neo4j server.")
@click.option("--database", help="The database on a Neo4j server; without it the user's default.")
def query(
    graph: str,
    cypher: str,
    params: tuple[str, ...],
    form: str,
    max_rows: int,
    timeout: float,
    user: str,
    database: str | None,
) -> None:
    """Ask a graph in Cypher; queries only read. CYPHER may be `-` for standard input.

    GRAPH is a folder, or a bolt:// or neo4j:// address of a server that `tifa load` filled; its password is
    NEO4J_PASSWORD, or is asked for.

    \b
    Example:
      tifa query my-graph 'MATCH (s:Speech)-[u:USES]->(p:Principle) RETURN p.name, count(s) AS n ORDER BY n DESC'
      tifa query my-graph 'MATCH (p {name: $x}) RETURN p' --param x=三服务 --format json
      tifa query bolt://localhost:7687 'MATCH (s:Speech) RETURN s.name'
    """
    text = sys.stdin.buffer.read().decode("utf-8", "replace") if cypher == "-" else cypher
    store = open_graph(graph, timeout, user, database)
    try:
        table = store.query(text, parameters_from(params), Limits(max_rows, timeout))
    finally:
        store.close()
    click.echo(FORMATS[form](table), nl=False)
    if table.truncated:
        click.echo(f"tifa: cut at {max_rows} rows; there are more. Raise --max-rows to see them.", err=True)


def open_graph(graph: str, timeout: float, user: str, database: str | None) -> Store:
    """Open a graph folder or a server for queries."""
    from graph.stores.neo4j_server import is_address

    if is_address(graph):
        from graph.stores.neo4j_store import open_server
        from ui.servers import server_from

        return open_server(server_from(graph, user, database))
    from graph.stores.arcade import open_store

    return open_store(Path(graph), timeout)


def parameters_from(given: tuple[str, ...]) -> dict[str, object]:
    """Return parameters from `K=V` texts; what is JSON keeps its type, everything else is text.

    >>> parameters_from(("n=3", "x=三服务", 'names=["a","b"]', 'year="2015"'))
    {'n': 3, 'x': '三服务', 'names': ['a', 'b'], 'year': '2015'}
    """
    found: dict[str, object] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not name.isidentifier():
            raise InputError(f"--param {text}: it must read NAME=VALUE, for example --param name=三服务")
        try:
            found[name] = json.loads(value)
        except ValueError:
            found[name] = value
    return found


PLUGIN = query
