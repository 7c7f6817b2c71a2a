"""The user's own decisions: corrections.jsonl of a graph folder, one JSON object a line.

    {"action": "reject", "doc": "a", "start": 3, "end": 7, "text": "五个坚持", "before": "要做到", "after": "，即"}
    {"action": "retype", "doc": "a", "start": 3, "end": 7, "text": "老黄牛", "to_label": "SLOGAN"}
    {"action": "rename", "label": "PERSON", "name": "王小明", "to": "王晓明"}

| action | what it does | needs |
|---|---|---|
| accept | marks a mention as right: method `user`, score 1 | a place or a name |
| reject | takes a mention away | a place or a name |
| retype | gives it another label | a place or a name; `to_label` |
| rename | gives it another name, or (`issuer`) says whose list a formula is | a place or a name; `to` or `issuer` |
| merge | makes two names one: the mentions of `name` get the name `to` (and the label `to_label`) | a name; `to` |
| split | takes one mention out of its node: it gets the name `to`, or the reading of another `issuer` | a place; `to` or `issuer` |
| add | a mention that was not found | a place; `to_label`; `to` if its name is not its own text |

A *name* is `label` (a mention's label, FORMULA …, or a node's, Principle …) and `name`: every mention of it is meant. A
*place* is `doc`, `start`, `end`, `text`; `label` and `name` narrow it where several mentions stand on one span. `before`
and `after` are the words around it: with them a place is found again after the text has been edited, if it stands
there once only. `note` is the user's. The lines are applied in their order, each to what those before it have left.

A rebuild reads the file and never changes it; annotations.jsonl keeps what was found, without the corrections. So a
decision is undone by deleting its line. What matches nothing any more is reported, and does no harm.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from extract.errors import InputError, TifaError
from graph.files import replacing
from graph.model import LABEL_OF_MENTION

CORRECTIONS = "corrections.jsonl"

ACTIONS = ("accept", "reject", "retype", "rename", "merge", "split", "add")
CONTEXT = 12
"""Characters of the words around a place that are kept with it."""

_LABELS = (*LABEL_OF_MENTION, "QUOTE", "DATE", "HEADING")


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision. Without `doc` it concerns every mention of `name`; see the module for what each action needs."""

    action: str
    doc: str | None = None
    start: int | None = None
    end: int | None = None
    text: str | None = None
    label: str | None = None
    name: str | None = None
    before: str | None = None
    after: str | None = None
    to: str | None = None
    to_label: str | None = None
    issuer: str | None = None
    note: str | None = None

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits over its line: what `remove_correction` asks for."""
        return hashlib.sha256(line_of(self).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def labels(self) -> tuple[str, ...]:
        """The mention labels that `label` allows: itself, those of a node label, or all."""
        of_node = tuple(label for label, node in LABEL_OF_MENTION.items() if node == self.label)
        return of_node or ((self.label,) if self.label else _LABELS)


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A correction that did nothing, and why."""

    correction: Correction
    reason: str

    def __str__(self) -> str:
        where = self.correction.doc or self.correction.label
        return f"{self.correction.action} {self.correction.text or self.correction.name} ({where}): {self.reason}"


def at_place(action: str, source: str, doc: str, start: int, end: int, **more: str | None) -> Correction:
    """Return a correction of the words at a place of a source text, with the words around them.

    >>> at_place("reject", "要做到五个坚持，即……", "a", 3, 7).before
    '要做到'
    """
    around = {"before": source[max(0, start - CONTEXT) : start], "after": source[end : end + CONTEXT]}
    return Correction(action, doc, start, end, source[start:end], **around, **more)


def line_of(correction: Correction) -> str:
    """Return a correction as one line of JSON, without the line end; what it does not say is left out."""
    said = {field.name: getattr(correction, field.name) for field in fields(Correction)}
    return json.dumps({key: value for key, value in said.items() if value is not None}, ensure_ascii=False)


def read_corrections(path: Path) -> list[Correction]:
    """Return the corrections of a file, in its order; none where there is no file. Empty lines are passed over.

    Raises:
        InputError: a line cannot be used; the message names it.
    """
    if not path.is_file():
        return []
    return [_correction(line, f"{path}:{number}") for number, line in enumerate(_lines(path), 1) if line.strip()]


def read_all_corrections(folder: Path, more: Path | None = None) -> list[Correction]:
    """Return the corrections of a graph folder, then those of a further file that it has not."""
    own = read_corrections(Path(folder) / CORRECTIONS)
    if more is None:
        return own
    if not more.is_file():
        raise InputError(f"{more}: there is no such file of corrections.")
    return [*own, *(correction for correction in read_corrections(more) if correction not in own)]


def keep_corrections(folder: Path, corrections: Iterable[Correction]) -> None:
    """Write corrections into a graph folder that has none of its own yet."""
    path = Path(folder) / CORRECTIONS
    if not path.exists():
        _write(path, map(line_of, corrections))


def add_correction(folder: Path, correction: Correction) -> str:
    """Write a correction at the end of a graph folder's file and return its id; one that stands there already stays.

    Raises:
        InputError: the correction, or the file, cannot be used; nothing is written.
    """
    path = Path(folder) / CORRECTIONS
    line = line_of(correction)
    known = read_corrections(path)
    _checked(correction, "the correction")
    if correction not in known:
        _write(path, [*(_lines(path) if path.is_file() else []), line])
    return correction.id


def remove_correction(folder: Path, correction_id: str) -> Correction:
    """Delete a correction from a graph folder's file, by its id, and return it: undone at the next build.

    Raises:
        InputError: no line has this id.
    """
    path = Path(folder) / CORRECTIONS
    found = [correction for correction in read_corrections(path) if correction.id == correction_id]
    if not found:
        raise InputError(f"{path}: there is no correction {correction_id}. It may have been undone already.")
    lines = [line for line in _lines(path) if not line.strip() or _correction(line, str(path)).id != correction_id]
    _write(path, lines)
    return found[0]


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8-sig", errors="surrogatepass")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: the corrections cannot be read ({error}). It must be a UTF-8 file of JSON lines.") from error
    return text.removesuffix("\n").split("\n") if text else []


def _write(path: Path, lines: Iterable[str]) -> None:
    data = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")
    if not path.parent.is_dir():
        raise TifaError(f"{path.parent}: there is no such graph folder.")
    with replacing(path) as beside:
        beside.write_bytes(data)


def _correction(line: str, where: str) -> Correction:
    try:
        said = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where}: not JSON ({error}). Correct the line or delete it.") from None
    if not isinstance(said, dict) or "action" not in said:
        raise InputError(f'{where}: not a correction. A line is an object such as {{"action": "reject", …}}.')
    unknown = sorted(said.keys() - {field.name for field in fields(Correction)})
    if unknown:
        raise InputError(f"{where}: unknown key {unknown[0]!r}. Correct the line or delete it.")
    for key, value in said.items():
        wanted = int if key in ("start", "end") else str
        if type(value) is not wanted and value is not None:
            raise InputError(f"{where}: {key} is {value!r}. It must be {'a number' if wanted is int else 'a string'}.")
    return _checked(Correction(**said), where)


def _checked(correction: Correction, where: str) -> Correction:
    """Raise InputError where a correction lacks what its action needs."""
    action = correction.action
    if action not in ACTIONS:
        raise InputError(f"{where}: unknown action {action!r}. It is one of: {' '.join(ACTIONS)}.")
    placed = None not in (correction.doc, correction.start, correction.end) and bool(correction.text)
    named = bool(correction.label and correction.name) and correction.doc is None
    if placed and not 0 <= correction.start < correction.end:
        raise InputError(f"{where}: start {correction.start} and end {correction.end} enclose nothing. Correct them.")
    if action in ("split", "add") and not placed:
        raise InputError(f"{where}: {action} needs a place: doc, start, end and text.")
    if action == "merge" and not named:
        raise InputError(f"{where}: merge needs label and name, and no doc.")
    if not placed and not named:
        raise InputError(f"{where}: {action} needs a place (doc, start, end, text) or a label and a name.")
    if action in ("retype", "add") and not correction.to_label:
        raise InputError(f"{where}: {action} needs to_label.")
    if action in ("rename", "split") and not (correction.to or correction.issuer):
        raise InputError(f"{where}: {action} needs `to`, the new name, or `issuer`.")
    if action == "merge" and not correction.to:
        raise InputError(f"{where}: merge needs `to`, the name that stays.")
    if correction.to_label and correction.to_label not in _LABELS:
        raise InputError(f"{where}: unknown to_label {correction.to_label!r}. It is one of: {' '.join(_LABELS)}.")
    if correction.label and not set(correction.labels) & set(_LABELS):
        raise InputError(f"{where}: unknown label {correction.label!r}. Use a mention's or a node's label.")
    return correction
