"""A graph folder in, a store whose queries can really be ended out: they run in processes of their own.

The engine's deadline does not stop every query (lists that double, comprehensions in comprehensions run on), and nothing
inside a process can. So what users write runs in a worker process: at the limit it is killed and another one is started.
A worker is started when the store is opened and kept warm. Where the system offers it, its memory is bounded too.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from extract.errors import InputError, LimitError, TifaError
from graph.stores.store import Limits, Table
from graph.stores.values import parameters_of

MEMORY_BYTES = 3 * 2**30
"""Data that a worker may hold; a query that needs more ends its worker."""

ANSWER_BYTES = 64 * 2**20
"""How large an answer may be; a larger one is refused, so that it does not fill the memory of who asks."""

GRACE_S = 0.25
"""What a worker has beyond the limit, to say itself that it was reached."""

STARTING_S = 60.0
"""How long a worker may take to open a graph (whose database may have to be made first)."""

_AT_ONCE = 4
_LENGTH = 8


def open_guarded(folder: Path, longest_s: float = Limits().seconds, at_once: int | None = None) -> GuardedStore:
    """Open a graph folder for queries that users write; the first worker starts at once, in the background.

    Args:
        folder: the graph folder.
        longest_s: the longest time limit that will be asked for.
        at_once: queries that run at the same time; as many as there are processors (at most 4) where it is not given.
    """
    from graph.manifest import read_manifest

    read_manifest(folder)
    return GuardedStore(Path(folder), longest_s, at_once or min(_AT_ONCE, os.cpu_count() or 1))


class GuardedStore:
    """A graph asked through worker processes. Safe to share between threads."""

    def __init__(self, folder: Path, longest_s: float, at_once: int) -> None:
        self._folder, self._longest_s, self._at_once = folder, longest_s, at_once
        self._free = threading.Condition()
        self._closed = False
        self._idle: list[_Worker] = [_Worker(folder, longest_s)]
        self._count = 1

    def query(self, text: str, parameters: Mapping[str, object] | None = None, limits: Limits = Limits()) -> Table:
        """Run one read-only query; see `graph.stores.store.Store`."""
        if not 0 < limits.seconds <= self._longest_s or limits.rows < 0:
            raise InputError(
                f"The limits cannot be {limits.rows} rows and {limits.seconds} seconds. "
                f"Give positive numbers, and at most {self._longest_s:g} s."
            )
        question = (text, parameters_of(parameters), limits)
        worker = self._take(limits.seconds)
        try:
            answer = worker.ask(question, limits.seconds)
        except BaseException:
            worker.end()
            self._give_back(None)
            raise
        if isinstance(answer, LimitError):
            # What was ended may still run on inside: the worker goes, and a fresh one is warm when it is needed.
            worker.end()
            self._give_back(_Worker(self._folder, self._longest_s))
        else:
            self._give_back(worker)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def close(self) -> None:
        """End the workers."""
        with self._free:
            self._closed = True
            idle, self._idle = self._idle, []
            self._free.notify_all()
        for worker in idle:
            worker.end()

    def _take(self, seconds: float) -> _Worker:
        deadline = time.monotonic() + seconds
        with self._free:
            while not self._closed:
                while self._idle:
                    worker = self._idle.pop()
                    if worker.lives():
                        return worker
                    worker.end()
                    self._count -= 1
                if self._count < self._at_once:
                    self._count += 1
                    return _Worker(self._folder, self._longest_s)
                if not self._free.wait(deadline - time.monotonic()):
                    raise LimitError("Too many queries run at the same time. Wait a little and ask again.")
        raise TifaError("The store is closed. Open it again to ask.")

    def _give_back(self, worker: _Worker | None) -> None:
        with self._free:
            if worker is not None and not self._closed:
                self._idle.append(worker)
            else:
                self._count -= 1
            self._free.notify()
        if worker is not None and self._closed:
            worker.end()


class _Worker:
    """One process with the graph open, asked one query at a time."""

    def __init__(self, folder: Path, longest_s: float) -> None:
        # The engine's settings are read when it is loaded: a worker must not inherit those of this process.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("ARCADEDB_NATIVE")}
        code = "import sys; sys.path[:0] = sys.argv[3:]; from graph.stores.worker import work; work()"
        home = str(Path(__file__).parents[2])
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", code, str(folder), repr(longest_s), home],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment,
        )  # fmt: skip
        self._ready = False

    def lives(self) -> bool:
        """Tell whether the process runs."""
        return self._process.poll() is None

    def ask(self, question: tuple[str, dict[str, object], Limits], seconds: float) -> Table | BaseException:
        """Return the answer, or the error to raise; a worker that does not answer in time is killed."""
        if not self._ready:
            opened = self._wait(STARTING_S)
            if opened is not None:
                raise opened if isinstance(opened, TifaError) else TifaError("The process for queries cannot be started.")
            self._ready = True
        try:
            _send(self._process.stdin, question)
        except OSError:
            pass  # it has died: the wait below says so
        begin = time.monotonic()
        answer = self._wait(seconds + GRACE_S)
        if not isinstance(answer, _Gone):
            return answer
        if time.monotonic() - begin >= seconds:
            return LimitError(
                f"The query was ended after {seconds:g} s. Ask for less (a label, a WHERE, a LIMIT), or allow more time."
            )
        return LimitError("The query was ended: it needs more memory than allowed. Ask for less: smaller ranges and lists, a LIMIT.")

    def _wait(self, seconds: float) -> object:
        killer = threading.Timer(seconds, self._process.kill)
        killer.daemon = True
        killer.start()
        try:
            return _receive(self._process.stdout)
        finally:
            killer.cancel()

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            try:
                pipe.close()
            except OSError:
                pass


class _Gone:
    """What is received from a process that has ended."""


def _send(pipe: BinaryIO, thing: object) -> None:
    data = pickle.dumps(thing)
    if len(data) > ANSWER_BYTES:
        data = pickle.dumps(LimitError(f"The answer is larger than {ANSWER_BYTES >> 20} MB. Ask for fewer rows, or for less in each."))
    pipe.write(len(data).to_bytes(_LENGTH, "big") + data)
    pipe.flush()


def _receive(pipe: BinaryIO) -> object:
    """Return the next thing from our own process at the other end."""
    head = pipe.read(_LENGTH)
    size = int.from_bytes(head, "big")
    data = pipe.read(size) if len(head) == _LENGTH else b""
    return pickle.loads(data) if data and len(data) == size else _Gone()


def work() -> None:
    """Be a worker: open the graph, then answer until the other end closes. The arguments: folder, longest time."""
    from graph.stores.arcade import open_store

    inward = sys.stdin.buffer
    outward = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get between the answers
    _bound_memory()
    try:
        store = open_store(Path(sys.argv[1]), float(sys.argv[2]))
    except TifaError as error:
        _send(outward, error)
        os._exit(1)
    _send(outward, None)
    while not isinstance(question := _receive(inward), _Gone):
        text, parameters, limits = question
        try:
            answer = store.query(text, parameters, limits)
        except TifaError as error:
            answer = error
        except Exception as error:
            answer = TifaError(f"The query failed ({type(error).__name__}). Write it another way.")
        _send(outward, answer)
    os._exit(0)


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    soft = MEMORY_BYTES if hard == resource.RLIM_INFINITY else min(MEMORY_BYTES, hard)
    try:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    except (ValueError, OSError):
        return
