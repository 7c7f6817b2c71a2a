"""`tifa query`: ask a graph in Cypher."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from extract.errors import InputError
from graph.stores.store import Limits
from ui.answers import FORMATS


@click.command("query", short_help="Ask a graph in Cypher.")
@click.argument("graph", type=click.Path(path_type=Path), metavar="GRAPH")
@click.argument("cypher", metavar="CYPHER")
@click.option("--param", "params", multiple=True, metavar="K=V", help="A parameter $K; V is read as JSON, else as text.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="table", show_default=True, help="How to write the rows.")
@click.option("--max-rows", type=click.IntRange(min=1), default=Limits().rows, show_default=True, help="Rows at most.")
@click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), default=Limits().seconds, show_default=True, help="Seconds at most."
)
def query(graph: Path, cypher: str, params: tuple[str, ...], form: str, max_rows: int, timeout: float) -> None:
    """Ask a graph in Cypher; queries only read. CYPHER may be `-` for standard input.

    \b
    Example:
      tifa query my-graph 'MATCH (s:Speech)-[u:USES]->(p:Principle) RETURN p.name, count(s) AS n ORDER BY n DESC'
      tifa query my-graph 'MATCH (p {name: $x}) RETURN p' --param x=三服务 --format json
    """
    from graph.stores.arcade import open_store

    text = sys.stdin.buffer.read().decode("utf-8", "replace") if cypher == "-" else cypher
    store = open_store(graph, timeout)
    try:
        table = store.query(text, parameters_from(params), Limits(max_rows, timeout))
    finally:
        store.close()
    click.echo(FORMATS[form](table), nl=False)
    if table.truncated:
        click.echo(f"tifa: cut at {max_rows} rows; there are more. Raise --max-rows to see them.", err=True)


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
