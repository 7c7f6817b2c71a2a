"""A text in, a Speech out: its cleaned view, its sentences and its sections filled in."""

from __future__ import annotations

from collections.abc import Mapping

from extract.cleaning import clean
from extract.records import Speech
from extract.sections import divide
from extract.sentences import cut

MARKDOWN = "markdown"
"""The reader whose texts hold Markdown signs."""


def speech_from_text(
    doc: str, text: str, path: str = "", reader: str = "text", given: Mapping[str, str] | None = None
) -> Speech:
    """Make the Speech of a decoded text.

    Args:
        doc: the document's id, which annotations carry.
        path: where the text comes from, relative to the source that the user named.
        reader: the name of the reader that gave the text; Markdown's signs are cleaned away in the view.
        given: the user's own metadata.
    """
    view = clean(text, markdown=reader == MARKDOWN)
    sentences = cut(text)
    sections = divide(text, view, sentences, markdown=reader == MARKDOWN)
    return Speech(doc, text, path, reader, view, sentences, sections, given=dict(given or {}))
