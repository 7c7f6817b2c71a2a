"""`tifa serve`: a graph over Bolt, for any Neo4j client, read-only and on this machine alone."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import click

from extract.errors import InputError
from graph.stores.store import Limits

PASSWORD = "TIFA_BOLT_PASSWORD"


@click.command("serve", short_help="Serve a graph to Neo4j clients, read-only.")
@click.argument("graph", type=click.Path(path_type=Path), metavar="GRAPH")
@click.option("--bolt", "port", type=click.IntRange(0, 65535), required=True, help="The port to listen on; 0 takes a free one.")
@click.option("--max-rows", type=click.IntRange(min=1), default=100_000, show_default=True, help="Rows of an answer at most.")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=30.0, show_default=True, help="Seconds of a query at most.")
def serve(graph: Path, port: int, max_rows: int, timeout: float) -> None:
    """Serve a graph over Bolt on loopback, for reading only, until it is broken off.

    The user is `reader`; the password is that of the environment variable TIFA_BOLT_PASSWORD, else a new one is shown.

    \b
    Example:
      tifa serve my-graph --bolt 7687
    """
    from graph.bolt import USER, BoltService
    from graph.stores.worker import open_guarded

    password = os.environ.get(PASSWORD) or secrets.token_urlsafe(12)
    store = open_guarded(graph, timeout)
    try:
        try:
            service = BoltService(store, port, password, Limits(max_rows, timeout))
        except OSError as error:
            raise InputError(f"--bolt {port}: the port cannot be used ({error.strerror}). Name another one, or 0 for a free one.") from error
        with service:
            shown = "" if os.environ.get(PASSWORD) else f", password {password}"
            click.echo(f"bolt://127.0.0.1:{service.port}  user {USER}{shown}", nl=True)
            service.serve_forever()
    finally:
        store.close()


PLUGIN = serve
