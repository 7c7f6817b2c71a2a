"""A store in, a Bolt service out: the graph for any Neo4j client, on loopback, for reading only.

The service speaks Bolt 5.0 and 4.4 and hands every query to the store, so that the checks, limits and forms are those
of every other way to ask; there is no other port and no way to write. A client names the user `reader` and a password.
A transaction is only a bracket here: nothing in it can change anything.
"""

from __future__ import annotations

import hmac
import socket
import socketserver
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from extract.errors import InputError, LimitError, TifaError
from graph.packstream import Structure, packed, unpacked
from graph.stores.store import Limits, Store

USER = "reader"
AGENT = "Neo4j/5.26.0"
VERSIONS = ((5, 0), (4, 4))
LARGEST_MESSAGE = 16 * 2**20
_MAGIC = b"\x60\x60\xb0\x17"
_HELLO, _GOODBYE, _RESET, _RUN, _BEGIN, _COMMIT, _ROLLBACK, _DISCARD, _PULL, _ROUTE = 1, 2, 15, 16, 17, 18, 19, 47, 63, 102
_SUCCESS, _RECORD, _IGNORED, _FAILURE = 0x70, 0x71, 0x7E, 0x7F


class BoltService(socketserver.ThreadingTCPServer):
    """A listening service; `serve_forever` runs it, one thread a connection."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, store: Store, port: int, password: str, limits: Limits) -> None:
        self.store, self.password, self.limits = store, password, limits
        super().__init__(("127.0.0.1", port), _Connection)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return self.server_address[1]


@dataclass(slots=True)
class _State:
    """What a connection has under way: the answers not yet taken, by number; whether it waits for a reset."""

    version: tuple[int, int]
    known: bool = False
    failed: bool = False
    transaction: bool = False
    answers: dict[int, Iterator[tuple[object, ...]]] = field(default_factory=dict)
    last: int = -1


class _Connection(socketserver.BaseRequestHandler):
    server: BoltService

    def handle(self) -> None:
        """Greet, then answer message after message until the other end leaves."""
        try:
            self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            version = self._shake_hands()
            if version is None:
                return
            state = _State(version)
            while (message := self._receive()) is not None and message.tag != _GOODBYE:
                self._answer(state, message)
        except (OSError, InputError, EOFError, IndexError, TypeError, ValueError):
            return

    def _shake_hands(self) -> tuple[int, int] | None:
        offer = self._read(20)
        if offer[:4] != _MAGIC:
            return None
        for major, minor in VERSIONS:
            for i in range(4, 20, 4):
                _, span, high, own = offer[i : i + 4]
                if own == major and high - span <= minor <= high:
                    self.request.sendall(bytes((0, 0, minor, major)))
                    return major, minor
        self.request.sendall(bytes(4))
        return None

    def _read(self, size: int) -> bytes:
        data = bytearray()
        while len(data) < size:
            piece = self.request.recv(size - len(data))
            if not piece:
                raise EOFError
            data += piece
        return bytes(data)

    def _receive(self) -> Structure | None:
        data = bytearray()
        while True:
            (size,) = struct.unpack(">H", self._read(2))
            if size == 0 and data:
                break
            data += self._read(size)
            if len(data) > LARGEST_MESSAGE:
                raise InputError("A message is too large.")
        message = unpacked(bytes(data))
        return message if isinstance(message, Structure) else None

    def _send(self, *messages: Structure) -> None:
        out = bytearray()
        for message in messages:
            data = packed(message)
            for at in range(0, len(data), 0xFFFF):
                piece = data[at : at + 0xFFFF]
                out += struct.pack(">H", len(piece)) + piece
            out += b"\0\0"
        self.request.sendall(out)

    def _answer(self, state: _State, message: Structure) -> None:
        if message.tag == _RESET and state.known:
            state.failed, state.transaction = False, False
            state.answers.clear()
            self._send(Structure(_SUCCESS, ({},)))
        elif state.failed:
            self._send(Structure(_IGNORED, ()))
        else:
            try:
                self._send(*self._work(state, message))
            except TifaError as error:
                state.failed = True
                state.answers.clear()
                self._send(Structure(_FAILURE, ({"code": _code(error), "message": str(error)},)))

    def _work(self, state: _State, message: Structure) -> list[Structure]:
        tag, fields = message.tag, message.fields
        if tag == _HELLO:
            return [self._greet(state, fields)]
        if not state.known:
            raise _Refused("Say HELLO first.")
        if tag == _RUN:
            return [self._run(state, fields)]
        if tag in (_PULL, _DISCARD):
            return list(self._pull(state, fields[0] if fields else {}, tag == _DISCARD))
        if tag == _ROUTE:
            return [Structure(_SUCCESS, (self._route(),))]
        if tag in (_BEGIN, _COMMIT, _ROLLBACK):
            state.transaction = tag == _BEGIN
            state.answers.clear()
            return [Structure(_SUCCESS, ({},))]
        raise _Refused("This message is not known here.")

    def _greet(self, state: _State, fields: tuple[object, ...]) -> Structure:
        given = fields[0] if fields and isinstance(fields[0], Mapping) else {}
        user, password = str(given.get("principal", "")), str(given.get("credentials", ""))
        right = hmac.compare_digest(password.encode(), self.server.password.encode())
        if given.get("scheme") != "basic" or user != USER or not right:
            raise _Refused("The user or the password is wrong.")
        state.known = True
        return Structure(_SUCCESS, ({"server": AGENT, "connection_id": f"bolt-{id(self)}", "hints": {}},))

    def _run(self, state: _State, fields: tuple[object, ...]) -> Structure:
        text, parameters = str(fields[0]), fields[1] if len(fields) > 1 and isinstance(fields[1], Mapping) else {}
        limits = self.server.limits
        table = self.server.store.query(text, parameters, limits)
        if table.truncated:
            raise LimitError(f"The answer has more than {limits.rows} rows. Add a LIMIT, or allow more with --max-rows.")
        state.last += 1
        state.answers[state.last] = iter(table.rows)
        more = {"qid": state.last} if state.transaction else {}
        return Structure(_SUCCESS, ({"fields": list(table.columns), "t_first": 0, **more},))

    def _pull(self, state: _State, wanted: object, discard: bool) -> Iterator[Structure]:
        wanted = wanted if isinstance(wanted, Mapping) else {}
        own, n = int(wanted.get("qid", -1)), int(wanted.get("n", -1))
        rows = state.answers.get(state.last if own < 0 else own)
        if rows is None:
            raise _Refused("There is no answer to take.")
        taken = 0
        for row in rows if not (discard and n < 0) else ():
            if not discard:
                yield Structure(_RECORD, ([bolt_value(cell, state.version) for cell in row],))
            taken += 1
            if taken == n:
                yield Structure(_SUCCESS, ({"has_more": True},))
                return
        state.answers.pop(state.last if own < 0 else own, None)
        yield Structure(_SUCCESS, ({"type": "r", "t_last": 0, "db": "neo4j"},))

    def _route(self) -> dict[str, object]:
        here = [f"127.0.0.1:{self.server.port}"]
        return {"rt": {"ttl": 300, "db": "neo4j", "servers": [{"addresses": here, "role": role} for role in ("ROUTE", "READ", "WRITE")]}}


class _Refused(InputError):
    """A client that may not ask, or not so."""


def _code(error: TifaError) -> str:
    if isinstance(error, _Refused):
        return "Neo.ClientError.Security.Unauthorized" if "password" in str(error) else "Neo.ClientError.Request.Invalid"
    if isinstance(error, LimitError):
        return "Neo.ClientError.Transaction.TransactionTimedOut"
    if "read" in str(error) and "Queries only" in str(error):
        return "Neo.ClientError.Statement.AccessMode"
    return "Neo.ClientError.Statement.SyntaxError" if isinstance(error, InputError) else "Neo.DatabaseError.General.UnknownError"


def bolt_value(value: object, version: tuple[int, int]) -> object:
    """Return a cell of a table as Bolt has it: nodes, relationships and paths as structures."""
    if isinstance(value, Mapping):
        if value.keys() == {"id", "labels", "properties"}:
            return _node(value, version)
        if value.keys() == {"id", "type", "start", "end", "properties"}:
            return _relationship(value, version)
        if value.keys() == {"nodes", "relationships"}:
            return _path(value, version)
        return {str(key): bolt_value(part, version) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [bolt_value(part, version) for part in value]
    return value


def number_of(own: object) -> int:
    """Return a whole number for an id of ours; clients before Bolt 5 tell things apart by it."""
    import hashlib

    return int.from_bytes(hashlib.sha256(str(own).encode()).digest()[:8], "big") >> 1


def _node(value: Mapping[str, object], version: tuple[int, int]) -> Structure:
    more = (str(value["id"]),) if version >= (5, 0) else ()
    return Structure(0x4E, (number_of(value["id"]), list(value["labels"]), bolt_value(value["properties"], version), *more))


def _relationship(value: Mapping[str, object], version: tuple[int, int]) -> Structure:
    ids = (value["id"], value["start"], value["end"])
    more = tuple(map(str, ids)) if version >= (5, 0) else ()
    return Structure(0x52, (*map(number_of, ids), value["type"], bolt_value(value["properties"], version), *more))


def _path(value: Mapping[str, object], version: tuple[int, int]) -> Structure:
    """Return a path: its different nodes and relationships, and the steps as numbers of these (negative: backwards)."""
    nodes = list({node["id"]: node for node in value["nodes"]}.values())
    kinds = list({r["id"]: r for r in value["relationships"]}.values())
    place = {node["id"]: i for i, node in enumerate(nodes)}
    number = {r["id"]: i + 1 for i, r in enumerate(kinds)}
    steps: list[int] = []
    for before, r, after in zip(value["nodes"], value["relationships"], value["nodes"][1:]):
        forwards = r["start"] == before["id"]
        steps += [number[r["id"]] if forwards else -number[r["id"]], place[after["id"]]]
    more = version >= (5, 0)
    unbound = [
        Structure(0x72, (number_of(r["id"]), r["type"], bolt_value(r["properties"], version), *((str(r["id"]),) if more else ())))
        for r in kinds
    ]
    return Structure(0x50, ([_node(node, version) for node in nodes], unbound, steps))
