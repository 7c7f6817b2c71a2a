"""A graph folder in, a store that answers Cypher out: ArcadeDB, embedded. The only file that imports `arcadedb`.

The database is derived: made from the folder's tables where it is missing, of an older graph or damaged; written beside
and renamed, so that several processes may make it at once. It is opened read-only and asked in Cypher only. The engine
allows one opening of a database a process, so stores of one graph share it.

A query ends at its own limit for whoever waits; the engine ends it itself at the longest limit that the process was
given when it first opened a store, because that setting is the engine's for the whole process.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import secrets
import shutil
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from extract.errors import TifaError
from graph.manifest import NAME, read_manifest
from graph.stores.arcade_errors import error_from_engine
from graph.stores.arcade_load import fill
from graph.stores.bounded import answer_of, check_limits
from graph.stores.cache import cache_folder, derived_folder
from graph.stores.cypher_check import Checked, checked
from graph.stores.store import Limits, Table
from graph.stores.values import Forms, Found, parameters_of

FORMAT = 1
"""Raised when the database is made in another way, so that older ones are made again."""

HEAP = "2g"
"""The engine's memory for queries of this process; a query that wants more is ended."""

_CHUNK = 500
_LEAVE_S = 10.0


def open_store(folder: Path, longest_s: float = Limits().seconds) -> ArcadeStore:
    """Open a graph folder for queries; the engine's database is made first where needed.

    Args:
        folder: the graph folder.
        longest_s: the longest time limit that will be asked for; the first opening in a process sets it.

    Raises:
        InputError: the folder is no graph, or a table of it is broken.
    """
    folder = Path(folder)
    if not (folder / NAME).is_file():
        read_manifest(folder)
    _start_engine(longest_s)
    home = derived_folder(folder).resolve()
    path = home / f"arcade-{key_of(folder)}"
    if not path.is_dir():  # else the manifest was read when the database was made, and has not changed since
        read_manifest(folder)
    with _OPEN_LOCK:
        shared = _OPEN.get(path)
        if shared is None:
            shared = _OPEN[path] = _Shared(path, _open_or_make(path, folder))
        shared.users += 1
    return ArcadeStore(shared)


def key_of(folder: Path) -> str:
    """Name the database that belongs to a graph: a hash of its manifest, the engine's version and this file's format."""
    from importlib.metadata import version

    digest = hashlib.sha256((folder / NAME).read_bytes())
    digest.update(f"|{version('arcadedb')}|{FORMAT}".encode())
    return digest.hexdigest()[:16]


def _start_engine(longest_s: float) -> None:
    """Give the engine its settings; they count when it is loaded, later calls change nothing."""
    if "ARCADEDB_NATIVE_ISOLATE_ARGS" not in os.environ:
        settings = {"arcadedb.command.timeout": max(1, round(longest_s * 1000))}
        arguments = [f"-D{name}={value}" for name, value in settings.items()]
        os.environ["ARCADEDB_NATIVE_ISOLATE_ARGS"] = " ".join([*arguments, f"-Xmx{HEAP}"])
        os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
        os.environ.setdefault("ARCADEDB_LOG_DIR", str(cache_folder() / "log"))


def _open_or_make(path: Path, folder: Path) -> object:
    """Open the database; one that is missing or damaged (a killed process, a full disk) is made anew."""
    if path.is_dir():
        try:
            return _open(path)
        except TifaError:
            _set_aside(path)
    make_database(path, folder)
    return _open(path)


def _open(path: Path) -> object:
    import arcadedb

    try:
        return arcadedb.open_database(str(path), read_only=True)
    except (arcadedb.ArcadeDBError, OSError) as error:
        raise TifaError(f"{path}: the engine cannot open its database ({error}). Delete the folder; it is made again.") from error


def make_database(path: Path, folder: Path) -> None:
    """Make the database of a graph folder beside `path` and put it there; who comes second keeps the first one's."""
    import arcadedb

    beside = path.with_name(f"{path.name}.making-{os.getpid()}-{secrets.token_hex(4)}")
    try:
        with arcadedb.create_database(str(beside)) as database:
            fill(database, folder)
        try:
            os.rename(beside, path)
        except OSError:
            if not path.is_dir():
                raise
    except (arcadedb.ArcadeDBError, OSError) as error:
        raise TifaError(f"{path}: the database for queries cannot be made ({error}). Look for space on the disk.") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    _clear_up(path)


def _set_aside(path: Path) -> None:
    """Move a damaged database away first: removing takes time, and another process may look at the same moment."""
    away = path.with_name(f"{path.name}.making-{os.getpid()}-{secrets.token_hex(4)}")
    try:
        os.rename(path, away)
    except OSError:
        return
    shutil.rmtree(away, ignore_errors=True)


def _clear_up(path: Path) -> None:
    """Remove databases of older graphs, and half-made ones of processes that have ended."""
    for other in path.parent.glob("arcade-*"):
        maker = other.name.partition(".making-")[2].partition("-")[0]
        if other != path and other not in _OPEN and not (maker.isdigit() and _runs(int(maker))):
            shutil.rmtree(other, ignore_errors=True)


def _runs(process: int) -> bool:
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def leave(status: int) -> None:
    """End the process at once where a query is still under way: the engine breaks off noisily when it is unloaded then."""
    if any(shared.running for shared in _OPEN.values()):
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(status)


@atexit.register
def _wait_then_leave() -> None:
    """Give queries that nobody waits for any more the time until the engine ends them itself."""
    deadline = time.monotonic() + _LEAVE_S
    while any(shared.running for shared in _OPEN.values()) and time.monotonic() < deadline:
        time.sleep(0.05)
    leave(1)


class _Shared:
    """The one opening of a database in this process, and how many stores use it."""

    def __init__(self, path: Path, database: object) -> None:
        self.path = path
        self.database = database
        self.users = 0
        self.running = 0
        types = database.query("sql", "SELECT name FROM schema:types WHERE type = 'edge'")
        self.relationship_types = frozenset(row["name"] for row in types.to_list())


_OPEN: dict[Path, _Shared] = {}
_OPEN_LOCK = threading.Lock()
_COUNT_LOCK = threading.Lock()
"""Apart from the other, which is held as long as a database is being made."""


class ArcadeStore:
    """A graph on the embedded engine. Safe to share between threads."""

    def __init__(self, shared: _Shared) -> None:
        self._shared: _Shared | None = shared

    def query(self, text: str, parameters: Mapping[str, object] | None = None, limits: Limits = Limits()) -> Table:
        """Run one read-only query; see `graph.stores.store.Store`."""
        shared = self._shared
        if shared is None:
            raise TifaError("The store is closed. Open it again to ask.")
        check_limits(limits)
        run = _Run(shared, checked(text), parameters_of(parameters), limits)
        return answer_of(run, limits.seconds)

    def close(self) -> None:
        """Release the database; the last store of this graph in the process closes it."""
        with _OPEN_LOCK:
            shared, self._shared = self._shared, None
            if shared is None:
                return
            shared.users -= 1
            if shared.users == 0 and shared.running == 0:
                _OPEN.pop(shared.path, None)
                shared.database.close()


class _Run:
    """One query under way: what it asks, and what came of it."""

    def __init__(self, shared: _Shared, query: Checked, parameters: dict[str, object], limits: Limits) -> None:
        self.shared, self.query, self.parameters, self.limits = shared, query, parameters, limits
        self.columns: tuple[str, ...] = query.columns or ()
        self.rows: tuple[tuple[object, ...], ...] = ()
        self.truncated = False
        self.left = False
        self.failure: BaseException | None = None

    def work(self) -> None:
        """Run the query in this thread; whatever goes wrong is kept for the one who waits."""
        with _COUNT_LOCK:
            self.shared.running += 1
        try:
            self._read()
        except Exception as error:
            self.failure = error_from_engine(error, self.query.text, self.limits.seconds)
        finally:
            with _COUNT_LOCK:
                self.shared.running -= 1

    def _read(self) -> None:
        arguments = (self.parameters,) if self.parameters else ()
        raw: list[dict[str, object]] = []
        with self.shared.database.query("opencypher", self.query.text, *arguments) as result:
            for row in result:
                if self.left:
                    return
                if len(raw) == self.limits.rows:
                    self.truncated = True
                    break
                raw.append(row.to_dict())
        if self.query.columns is None:
            self.columns = tuple(sorted({name for row in raw for name in row}))
        forms = Forms(self.shared.relationship_types, self.query.has_paths, self._fetch)
        self.rows = forms.rows([tuple(row.get(name) for name in self.columns) for row in raw])

    def _fetch(self, rids: list[str]) -> dict[str, Found]:
        """Find records by the engine's ids (which come from the engine, never from a user)."""
        found: dict[str, Found] = {}
        for at in range(0, len(rids), _CHUNK):
            text = "SELECT @rid AS rid, @this AS map, @out.id AS source_id, @in.id AS target_id FROM [%s]" % ",".join(rids[at : at + _CHUNK])
            for row in self.shared.database.query("sql", text).to_list():
                found[str(row["rid"])] = Found(row["map"], row["source_id"], row["target_id"])
        return found
