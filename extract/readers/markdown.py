"""Markdown: one file is one document; `key: value` lines of its front matter are the user's metadata.

The text is the decoded file as it stands, front matter and signs included: offsets refer to it. The view leaves them out.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.encoding import decode
from extract.markdown import front_matter
from extract.readers import stem
from extract.registry import Reader


def read_markdown(data: bytes, path: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield the one document of a Markdown file, with its front matter as metadata."""
    text = decode(data, path)
    yield stem(path), text, front_matter(text)[0]


PLUGIN = Reader("markdown", (".md", ".markdown"), read_markdown)
