"""A Neo4j server as a user of the console program names it: address, --user, --database, and where the password is from."""

from __future__ import annotations

import os
import sys

import click

from extract.errors import InputError
from graph.stores.neo4j_server import Server

PASSWORD = "NEO4J_PASSWORD"


def server_from(address: str, user: str, database: str | None) -> Server:
    """Return the server, with the password from the environment or, on a terminal, from a prompt."""
    password = os.environ.get(PASSWORD)
    if password is None:
        if not sys.stdin.isatty():
            raise InputError(f"{address}: the password is missing. Set the environment variable {PASSWORD}.")
        password = click.prompt(f"Password of {user} at {address}", hide_input=True, err=True, default="", show_default=False)
    return Server(address, user, password, database)
