"""The errors of a Neo4j server and its driver in, our messages out: what is wrong, where, and what to do."""

from __future__ import annotations

import re

from extract.errors import InputError, LimitError, TifaError
from graph.stores.cypher_check import READ_ONLY
from graph.stores.cypher_tokens import where

EXPLAIN = "EXPLAIN "
"""What is put before a query when its plan is asked for; places in messages are counted without it."""

_PLACE = re.compile(r"\s*\(line \d+, column \d+ \(offset: (\d+)\)\).*", re.DOTALL)
_RESOLVED = re.compile(r" \(resolved to .*")
_UNDER_WAY = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration", "Terminated", "TransactionTerminated")
_MEMORY = ("MemoryPoolOutOfMemoryError", "TransactionOutOfMemoryError", "OutOfMemoryError", "StackOverFlowError")


def error_from_server(
    error: Exception,
    address: str,
    *,
    user: str = "",
    database: str | None = None,
    text: str = "",
    explained: bool = False,
    seconds: float = 0.0,
) -> TifaError:
    """Return the error to raise for what the driver raised.

    Args:
        text: the query, where one was being run; `explained` says that its plan was asked for.
    """
    from neo4j.exceptions import DriverError, Neo4jError

    if isinstance(error, TifaError):
        return error
    if isinstance(error, Neo4jError):
        code, message = error.code or "", str(error.message or "")
        found = _of_the_server(code, message, address, user, database)
        return found or _of_the_query(code, message, text, len(EXPLAIN) if explained else 0, seconds)
    if isinstance(error, (DriverError, OSError)):
        return _of_the_way(error, address)
    return TifaError(f"{address}: the answer cannot be read ({type(error).__name__}: {_first_line(str(error))}). Ask in another way.")


def _of_the_way(error: Exception, address: str) -> TifaError:
    reason = _RESOLVED.sub("", _first_line(str(error))).rstrip(".: ")
    if "handshake" in reason.lower() or "Unsupported" in type(error).__name__:
        return InputError(
            f"{address}: no Neo4j server that this program can talk to answers there ({reason}). "
            "Name its Bolt port, usually 7687; the version must be 5.7 or newer."
        )
    return TifaError(f"{address}: no Neo4j server answers ({reason}). Start it, or correct host and port (usually 7687).")


def _of_the_server(code: str, message: str, address: str, user: str, database: str | None) -> TifaError | None:
    """Return the error where server, user or database are wrong, None where the query is."""
    name = code.rpartition(".")[2]
    if name in ("Unauthorized", "TokenExpired") or name == "AuthenticationRateLimit":
        wait = " Wait a little: there were too many wrong ones." if name == "AuthenticationRateLimit" else ""
        return InputError(
            f"{address}: the server refuses the password of the user {user!r}.{wait} "
            "Set the environment variable NEO4J_PASSWORD, and --user where it is another one."
        )
    if name == "CredentialsExpired":
        return InputError(f"{address}: the password of {user!r} must be changed first. Do it in Neo4j: ALTER CURRENT USER SET PASSWORD …")
    if name in ("DatabaseNotFound", "HomeDatabaseNotFound", "GraphNotFound"):
        return InputError(
            f"{address}: the server has no database {database or 'for this user'!r}. Name one with --database; SHOW DATABASES lists them."
        )
    if name == "DatabaseUnavailable":
        return TifaError(f"{address}: the database {database or ''!r} is not running. Start it, or name another one with --database.")
    if name == "Forbidden" and "Schema" not in code:
        return InputError(f"{address}: the user {user!r} may not do this ({_first_line(message)}). Name a user who may, with --user.")
    return None


def _of_the_query(code: str, message: str, text: str, skipped: int, seconds: float) -> TifaError:
    name = code.rpartition(".")[2]
    if name in _UNDER_WAY:
        return LimitError(f"The query was ended at the limit of {seconds:g} s. Ask for less, or allow more time.")
    if name in _MEMORY:
        return LimitError("The query was ended: it needs more memory than allowed. Ask for less: smaller ranges and lists, a LIMIT.")
    if name == "AccessMode":
        return InputError(f"The query would change the graph. {READ_ONLY}")
    if name == "ParameterMissing":
        names = message.partition(":")[2].strip() or "a parameter"
        return InputError(f"The query needs a value for {names}. On the command line: --param {names.split(',')[0]}=VALUE")
    if code.startswith("Neo.ClientError.Statement") or code.startswith("Neo.ClientError.Procedure"):
        return _wrong(message, text, skipped)
    kind = InputError if code.startswith("Neo.ClientError") else TifaError
    return kind(f"The server did not answer: {_first_line(message).rstrip('.')}. Look at its log, or try again.")


def _wrong(message: str, text: str, skipped: int) -> InputError:
    place = _PLACE.search(message)
    if place is None:
        return InputError(f"The query is wrong: {_first_line(message).rstrip('.')}. Correct it and run it again.")
    # The server counts in UTF-16 units.
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * max(0, int(place[1]) - skipped)]
    offset = min(len(before.decode("utf-16-le", "replace")), len(text))
    reason = _first_line(_PLACE.sub("", message)).rstrip(".")
    return InputError(f"The query is wrong at {where(text, offset)}\n{reason[:1].upper()}{reason[1:]}. Correct it there.")


def _first_line(message: str) -> str:
    return message.strip().partition("\n")[0].strip()[:400] or "no reason was given"
