"""The engine's errors in, our messages out: what is wrong with a query, where, and what to do."""

from __future__ import annotations

import re

from extract.errors import InputError, LimitError, TifaError
from graph.stores.cypher_check import READ_ONLY
from graph.stores.cypher_tokens import where

_JAVA = re.compile(r"(?:[\w$]+\.)+(\w+(?:Exception|Error)): (.*)", re.DOTALL)
_PLACE = re.compile(r"(?:at )?line (\d+)(?::(\d+)|, column (\d+))", re.IGNORECASE)
_CAUSE = re.compile(r" \(caused by .*", re.DOTALL)
_MEMORY = ("OutOfMemoryError", "HeapLimitExceededException", "QueryHeapBudgetExceededException")


def error_from_engine(error: Exception, text: str, seconds: float) -> TifaError:
    """Return the error to raise for what the engine, or reading its answer, raised."""
    if isinstance(error, TifaError):
        return error
    found = _JAVA.search(str(error))
    kind, message = (found[1], _CAUSE.sub("", found[2])) if found else (type(error).__name__, str(error))
    if kind == "TimeoutException":
        return LimitError(f"The query was ended at the limit of {seconds:g} s. Ask for less, or allow more time.")
    if kind in _MEMORY or "queryMaxRangeSize" in message:
        return LimitError("The query was ended: it needs more memory than allowed. Ask for less: smaller ranges and lists, a LIMIT.")
    if "NotIdempotent" in kind or "read only" in message.lower() or "read-only" in message.lower():
        return InputError(f"The query would change the graph. {READ_ONLY}")
    if kind == "CommandParameterMissingException":
        names = message.partition(":")[2].strip() or "a parameter"
        return InputError(f"The query needs a value for {names}. On the command line: --param {names.split(',')[0]}=VALUE")
    if kind == "SecurityException":
        return InputError("The query asks for a file or an address. Queries reach no file and no network.")
    if kind == "FeatureNotImplementedException":
        return InputError(f"The embedded engine does not run this: {_first_line(message)}. Write it another way.")
    return _wrong(_first_line(message), message, text)


def _wrong(message: str, whole: str, text: str) -> InputError:
    place = _PLACE.search(whole)
    if place is None:
        return InputError(f"The query is wrong: {message.rstrip('.')}. Correct it and run it again.")
    line, column = int(place[1]), int(place[2] if place[2] is not None else int(place[3]) - 1)
    starts = [0] + [i + 1 for i, char in enumerate(text) if char == "\n"]
    offset = min(starts[min(line, len(starts)) - 1] + column, len(text))
    reason = re.sub(r"^syntax error\s*", "", _PLACE.sub("", message), flags=re.IGNORECASE).strip(" -,")
    return InputError(f"The query is wrong at {where(text, offset)}\n{reason[:1].upper()}{reason[1:].rstrip('.')}. Correct it there.")


def _first_line(message: str) -> str:
    return message.partition("\n")[0].strip()[:400] or "the engine gave no reason"
