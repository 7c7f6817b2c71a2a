"""JSON Lines: each line is a document, its words in `text`, its id in `id`; the other fields are the user's metadata.

The text is the field as it stands. Lines are read one at a time, so that memory does not grow with their number.
"""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterator
from typing import BinaryIO

from extract.encoding import decode
from extract.errors import InputError
from extract.readers import stem
from extract.records import Dropped
from extract.registry import Document, Reader
from extract.tables import ID, TEXT, Row

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_jsonl(data: bytes, path: str) -> Iterator[Document | Dropped]:
    """Yield the documents of a file's bytes."""
    if data.startswith(_WIDE_MARKS):
        data = decode(data, path).encode("utf-8")
    return read_jsonl_stream(io.BytesIO(data), path)


def read_jsonl_stream(file: BinaryIO, path: str) -> Iterator[Document | Dropped]:
    """Yield the documents of an open file; a line that holds none is dropped, empty lines are passed over.

    Raises:
        InputError: the file holds no line at all, or begins like no JSON.
    """
    read = 0
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        read += 1
        if read == 1 and not line.lstrip(b" \t\xef\xbb\xbf").startswith(b"{"):
            raise InputError(f"{path}:{number}: no JSON object. Put one object a line, with the words in `text`.")
        yield _document(line, number, path)
    if not read:
        raise InputError(f"{path}: the file is empty. Give a file that holds text.")


def _document(line: bytes, number: int, path: str) -> Document | Dropped:
    """Return the document of one line, or why it has none."""
    where = f"{path}:{number}"
    try:
        fields = json.loads(_decoded(line, where))
    except (ValueError, RecursionError) as error:
        return Dropped(where, f"no JSON ({error})")
    except InputError as error:
        return Dropped(where, str(error).removeprefix(f"{where}: "))
    if not isinstance(fields, dict):
        return Dropped(where, "no JSON object")
    row = Row(number, {key: _plain(value) for key, value in fields.items()})
    text = next((value for key, value in fields.items() if key.strip().lower() in TEXT), None)
    if not isinstance(text, str) or not text.strip():
        return Dropped(where, "no words in `text`" if text is None or isinstance(text, str) else "`text` is no string")
    return (row.cell(ID) or "").strip() or f"{stem(path)}-{number}", text, row.rest()


def _decoded(line: bytes, where: str) -> str:
    """Decode a line: UTF-8 by the format's rule, a legacy encoding where it is none."""
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(line, where)


def _plain(value: object) -> str:
    """Return a field as the user's metadata has it: a list joined, nothing for nested objects."""
    if isinstance(value, bool) or value is None or isinstance(value, dict):
        return ""
    if isinstance(value, list):
        return "、".join(part for part in map(_plain, value) if part)
    return str(value)


PLUGIN = Reader("jsonl", (".jsonl", ".ndjson"), read_jsonl, read_jsonl_stream)
