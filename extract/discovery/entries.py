"""Candidates as rows of JSON Lines, rows that the user kept as lines of lexicon tables.

A row has the columns of the lexicon (`label`, `name`, `forms` …) and, beside them, what speaks for it: rank, score,
counts and up to five places with their sentences. Accepting reads only the columns.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.discovery.measures import Place
from extract.discovery.ranking import Candidate
from extract.errors import InputError
from extract.lexicon.load import COLUMNS, LABEL_OF_FILE
from extract.records import FORMULATION_LABELS

_LABEL_OF_ORIGIN = {"phrase": "PRINCIPLE", "list": "SLOGAN", "quoted": "SLOGAN", "numeral": "FORMULA"}
_FILE_OF_LABEL = {label: file for file, label in LABEL_OF_FILE.items() if label in FORMULATION_LABELS}
_NUMERALS = "一二两三四五六七八九十双"


def label_of(candidate: Candidate) -> str:
    """Return the label that a candidate's form suggests; the user may change it before accepting."""
    word = candidate.wording
    if word.endswith("精神"):
        return "SPIRIT"
    if candidate.origin == "quoted" and word[0] in _NUMERALS and len(word) <= 6:
        return "FORMULA"
    return _LABEL_OF_ORIGIN[candidate.origin]


def lines(candidates: Iterable[Candidate]) -> Iterator[str]:
    """Yield a line of JSON for each candidate, with its rank from 1."""
    for rank, candidate in enumerate(candidates, 1):
        measures = candidate.measures
        months = sorted(measures.months)
        row = {
            "rank": rank,
            "label": label_of(candidate),
            "name": candidate.wording,
            "forms": "",
            "attested": "yes",
            "score": round(candidate.score, 3),
            "origin": candidate.origin,
            "docs": measures.docs,
            "count": measures.count,
            "first": months[0] if months else None,
            "last": months[-1] if months else None,
            "burst": round(candidate.burst, 2),
            "quoted": round(measures.quoted / measures.count, 2),
            "alone": round(measures.alone / measures.count, 2),
            "in_context": round(measures.in_context / measures.count, 2),
            "evidence": [_row_of_place(place) for place in measures.evidence],
        }
        yield json.dumps(row, ensure_ascii=False)


def _row_of_place(place: Place) -> dict[str, str | int]:
    return {"doc": place.doc, "start": place.start, "end": place.end, "sentence": place.sentence}


def accept(rows: Iterable[str], shown: str, folder: Path) -> dict[str, int]:
    """Add the rows of a file to the tables of a lexicon folder; names that a table has already stay as they are.

    Args:
        rows: lines of JSON; empty ones are passed over.
        shown: the file's name for messages.

    Returns:
        How many entries were added to each table.

    Raises:
        InputError: a row is no candidate, or a table has other columns.
    """
    wanted: dict[str, dict[str, dict[str, str]]] = {}
    for number, line in enumerate(rows, 1):
        if line.strip():
            label, entry = _entry_of_row(line, f"{shown}:{number}")
            wanted.setdefault(_FILE_OF_LABEL[label], {}).setdefault(entry["name"], entry)
    tables = {file: _table(folder / file) for file in sorted(wanted)}
    added = {}
    folder.mkdir(parents=True, exist_ok=True)
    for file, head_and_lines in tables.items():
        names = {line.split("\t")[0] for line in head_and_lines[1:]}
        new = [entry for name, entry in sorted(wanted[file].items()) if name not in names]
        written = [*head_and_lines, *("\t".join(entry.get(c, "") for c in COLUMNS) for entry in new)]
        (folder / file).write_text("\n".join(written) + "\n", encoding="utf-8", newline="\n")
        added[file] = len(new)
    return added


def _entry_of_row(line: str, where: str) -> tuple[str, dict[str, str]]:
    """Return the label and the columns of a row."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{where}: not JSON ({error.msg}). Give the lines that `tifa discover` wrote.") from None
    if not isinstance(row, dict) or not isinstance(row.get("name"), str) or not row["name"].strip():
        raise InputError(f"{where}: no `name`. Give the lines that `tifa discover` wrote.")
    if row.get("label") not in _FILE_OF_LABEL:
        raise InputError(f"{where}: label {row.get('label')!r} has no table. Use one of: {' '.join(_FILE_OF_LABEL)}.")
    entry = {column: str(row[column]) for column in COLUMNS if row.get(column) is not None}
    for column, value in entry.items():
        if any(mark in value for mark in "\t\n\r"):
            raise InputError(f"{where}: `{column}` holds a tab or a line end. Take it out.")
    return row["label"], entry


def _table(path: Path) -> list[str]:
    """Return a table's lines, the header first; a new table has the header alone."""
    header = "\t".join(COLUMNS)
    if not path.exists():
        return [header]
    found = path.read_text(encoding="utf-8-sig").splitlines()
    if not found or found[0] != header:
        raise InputError(f"{path}: its first line must name the columns {' '.join(COLUMNS)}, in this order, by tabs.")
    return found
