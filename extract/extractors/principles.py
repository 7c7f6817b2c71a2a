"""Principles: those that the lexicon knows."""

from __future__ import annotations

from collections.abc import Iterator

from extract.records import Mention, Speech
from extract.registry import Extractor


def find_principles(speech: Speech) -> Iterator[Mention]:
    """Yield each place of an entry, in text order."""
    for match in speech.matched("PRINCIPLE"):
        yield speech.mention(match.start, match.end, "PRINCIPLE", match.entry.name, method="lexicon")


PLUGIN = Extractor("principles", find_principles, ("PRINCIPLE",))
