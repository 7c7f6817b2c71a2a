"""JSON Lines: each line is a document, its words in `text`, its id in `id`; the other fields are metadata."""

from __future__ import annotations

import json
from collections.abc import Iterator

from extract.encoding import decode
from extract.errors import InputError
from extract.readers import stem
from extract.registry import Reader


def read_jsonl(data: bytes, path: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield the documents of a file of JSON Lines; empty lines are passed over."""
    for number, line in enumerate(decode(data, path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InputError(f"{path}:{number}: no JSON ({error}). Put one JSON object on each line.") from None
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            raise InputError(f"{path}:{number}: no field `text`. Each line must be an object with the words in `text`.")
        given = {key: str(value) for key, value in row.items() if key not in ("id", "text") and value is not None}
        doc = row.get("id")
        yield str(doc) if doc not in (None, "") else f"{stem(path)}-{number}", row["text"], given


PLUGIN = Reader("jsonl", (".jsonl", ".ndjson"), read_jsonl)
