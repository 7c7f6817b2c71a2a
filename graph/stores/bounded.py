"""Waiting for a query no longer than its limit, the same for every store."""

from __future__ import annotations

import threading
import time
from typing import Protocol

from extract.errors import InputError, LimitError
from graph.stores.store import Limits, Table


class Run(Protocol):
    """A query under way. `work` runs it in a thread of its own and leaves its rows, or why it failed.

    `left` tells it that nobody waits any more.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    truncated: bool
    failure: BaseException | None
    left: bool

    def work(self) -> None: ...


def check_limits(limits: Limits) -> None:
    """Refuse limits that allow nothing."""
    if not limits.seconds > 0 or limits.rows < 0:
        raise InputError(f"The limits cannot be {limits.rows} rows and {limits.seconds} seconds. Give positive numbers.")


def answer_of(run: Run, seconds: float, grace_s: float = 0.0) -> Table:
    """Wait for a run and return its answer; `grace_s` more where the store itself ends the query at the limit.

    Raises:
        LimitError: it took longer. Whatever failed in the run is raised as it is.
    """
    started = time.perf_counter()
    # A thread of its own: the engine's call cannot be broken off from outside, whoever waits for it can leave.
    thread = threading.Thread(target=run.work, daemon=True)
    thread.start()
    try:
        thread.join(seconds + grace_s)
    finally:
        run.left = True
    if thread.is_alive() and run.failure is None:
        raise LimitError(
            f"The query was ended after {seconds:g} s. Ask for less (a label, a WHERE, a LIMIT), or allow more time."
        )
    if run.failure is not None:
        raise run.failure
    return Table(run.columns, run.rows, run.truncated, round(time.perf_counter() - started, 6))
