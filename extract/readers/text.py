"""Plain text: one file is one document, its text is the decoded file as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from extract.encoding import decode
from extract.readers import stem
from extract.registry import Reader


def read_text(data: bytes, path: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield the one document of a text file."""
    yield stem(path), decode(data, path), {}


PLUGIN = Reader("text", (".txt", ".text"), read_text)
