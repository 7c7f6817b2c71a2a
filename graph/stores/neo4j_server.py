"""The address of a Neo4j server and who asks in, a connection that answers out, or a message that says what to mend."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from extract.errors import InputError
from graph.stores.neo4j_errors import error_from_server

if TYPE_CHECKING:
    import neo4j

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
OLDEST = (5, 7)
"""The first version with unique ids for relationships, which loading needs."""

_AGENT = re.compile(r"Neo4j/(\d+)\.(\d+)")
_CONNECT_S = 10.0


@dataclass(frozen=True, slots=True)
class Server:
    """A Neo4j server as a user names it. `database` None means the user's own default."""

    address: str
    user: str = "neo4j"
    password: str = ""
    database: str | None = None


def is_address(text: str) -> bool:
    """Tell an address of a server from the path of a graph folder.

    >>> is_address("bolt://localhost:7687"), is_address("neo4j+s://a.example"), is_address("my-graph")
    (True, True, False)
    """
    return text.partition("://")[0] in SCHEMES and "://" in text


def connect(server: Server) -> neo4j.Driver:
    """Return a connection that was tried: server there, password right, version new enough, database there.

    Raises:
        InputError: address, user, password, database or version do not fit.
        TifaError: nobody answers at the address.
    """
    import neo4j

    if not is_address(server.address):
        raise InputError(f"{server.address}: this is no address of a Neo4j server. Write bolt://HOST:PORT or neo4j://HOST:PORT.")
    try:
        urlsplit(server.address).port  # the driver takes what is no number for a name, and a large one modulo 65536
        driver = neo4j.GraphDatabase.driver(
            server.address,
            auth=(server.user, server.password),
            connection_timeout=_CONNECT_S,
            connection_acquisition_timeout=_CONNECT_S,
            notifications_min_severity="OFF",  # hints on labels that a graph has not, by the hundred
        )
    except (neo4j.exceptions.ConfigurationError, ValueError) as error:
        raise InputError(f"{server.address}: this address cannot be used ({str(error).rstrip('.')}). Write bolt://HOST:PORT.") from error
    try:
        refuse_old(server.address, driver.get_server_info().agent)
        with driver.session(database=server.database, default_access_mode=neo4j.READ_ACCESS) as session:
            session.run("RETURN 1").consume()
    except Exception as error:
        driver.close()
        raise error_from_server(error, server.address, user=server.user, database=server.database) from error
    return driver


def refuse_old(address: str, agent: str) -> None:
    """Raise InputError where a server says that it is a Neo4j older than what is needed; others may do."""
    found = _AGENT.match(agent)
    if found and (int(found[1]), int(found[2])) < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        raise InputError(f"{address}: the server is {agent}, too old. Neo4j {oldest} or newer is needed; 5.26 is the long-term line.")
