"""A Neo4j server in, a store that answers Cypher out: read transactions only, each query's plan looked at before it runs.

The server ends a query itself at its limit, but looks at the clock only now and then; whoever waits is told at once.
(The name of this file keeps it apart from the driver's package.)
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING

from extract.errors import LimitError, TifaError
from graph.stores.bounded import answer_of, check_limits
from graph.stores.cypher_check import Checked
from graph.stores.neo4j_errors import EXPLAIN, error_from_server
from graph.stores.neo4j_gate import checked_for_neo4j, refuse_plan
from graph.stores.neo4j_server import Server, connect
from graph.stores.neo4j_values import ServerForms, weight
from graph.stores.store import Limits, Table
from graph.stores.values import parameters_of

if TYPE_CHECKING:
    import neo4j

_GRACE_S = 0.25
_KNOWN_PLANS = 512
ANSWER_BYTES = 64 * 2**20
"""How large an answer may be; a larger one is refused, so that it does not fill the memory of who asks."""

_IDS = "MATCH (n) WHERE elementId(n) IN $inner RETURN elementId(n), n.id"


def open_server(server: Server) -> Neo4jStore:
    """Open a Neo4j server for queries.

    Raises:
        InputError: address, user, password, database or version do not fit.
        TifaError: nobody answers at the address.
    """
    return Neo4jStore(server, connect(server))


class Neo4jStore:
    """A graph on a Neo4j server. Safe to share between threads."""

    def __init__(self, server: Server, driver: neo4j.Driver) -> None:
        self.server = server
        self.driver = driver
        self._closed = False
        self._running = 0
        self._lock = threading.Lock()
        self._read_only_texts: dict[str, None] = {}

    def query(self, text: str, parameters: Mapping[str, object] | None = None, limits: Limits = Limits()) -> Table:
        """Run one read-only query; see `graph.stores.store.Store`."""
        if self._closed:
            raise TifaError("The store is closed. Open it again to ask.")
        check_limits(limits)
        run = _Run(self, checked_for_neo4j(text), parameters_of(parameters), limits)
        return answer_of(run, limits.seconds, _GRACE_S)

    def close(self) -> None:
        """Close the connections; a query that nobody waits for closes them when the server has ended it."""
        with self._lock:
            now = not self._closed and self._running == 0
            self._closed = True
        if now:
            self.driver.close()

    def begin(self) -> None:
        """Note that a query is under way."""
        with self._lock:
            self._running += 1

    def end(self) -> None:
        """Note that a query has ended."""
        with self._lock:
            self._running -= 1
            last = self._closed and self._running == 0
        if last:
            self.driver.close()

    def look_at_plan(self, transaction: neo4j.Transaction, text: str, parameters: dict[str, object]) -> None:
        """Raise InputError where the server would do anything else than read; a text is looked at once."""
        if text in self._read_only_texts:
            return
        summary = transaction.run(EXPLAIN + text, parameters).consume()
        refuse_plan(summary.query_type, summary.plan)
        with self._lock:
            if len(self._read_only_texts) >= _KNOWN_PLANS:
                self._read_only_texts.clear()
            self._read_only_texts[text] = None


class _Run:
    """One query under way: what it asks, and what came of it."""

    def __init__(self, store: Neo4jStore, query: Checked, parameters: dict[str, object], limits: Limits) -> None:
        self.store, self.query, self.parameters, self.limits = store, query, parameters, limits
        self.columns: tuple[str, ...] = query.columns or ()
        self.rows: tuple[tuple[object, ...], ...] = ()
        self.truncated = False
        self.left = False
        self.explained = False
        self.failure: BaseException | None = None

    def work(self) -> None:
        """Run the query in this thread; whatever goes wrong is kept for the one who waits."""
        self.store.begin()
        try:
            self._read()
        except Exception as error:
            server = self.store.server
            self.failure = error_from_server(
                error,
                server.address,
                user=server.user,
                database=server.database,
                text=self.query.text,
                explained=self.explained,
                seconds=self.limits.seconds,
            )
        finally:
            self.store.end()

    def _read(self) -> None:
        import neo4j

        with (
            self.store.driver.session(
                database=self.store.server.database,
                default_access_mode=neo4j.READ_ACCESS,
                fetch_size=min(1000, self.limits.rows + 1),
            ) as session,
            session.begin_transaction(timeout=self.limits.seconds) as transaction,
        ):
            self.explained = True
            self.store.look_at_plan(transaction, self.query.text, self.parameters)
            self.explained = False
            result = transaction.run(self.query.text, self.parameters)
            if self.query.columns is None:
                self.columns = tuple(result.keys())
            raw = self._taken(result)
            result.consume()
            self.rows = ServerForms(lambda inner: _ids(transaction, inner)).rows(raw)

    def _taken(self, result: neo4j.Result) -> list[tuple[object, ...]]:
        """Return the rows up to the limit; the server makes rows only as they are taken."""
        raw: list[tuple[object, ...]] = []
        size = 0
        for record in result:
            size += sum(map(weight, record.values()))
            if size > ANSWER_BYTES:
                raise LimitError(f"The answer is larger than {ANSWER_BYTES >> 20} MB. Ask for less: fewer rows, or parts of the texts.")
            if self.left:
                break
            if len(raw) == self.limits.rows:
                self.truncated = True
                break
            raw.append(tuple(record.values()))
        return raw


def _ids(transaction: neo4j.Transaction, inner: list[str]) -> dict[str, object]:
    """Return nodes' ids by the server's inner ids (which come from the server, never from a user)."""
    return {str(record[0]): record[1] for record in transaction.run(_IDS, {"inner": inner})}
