"""Slogans: those that the lexicon knows."""

from __future__ import annotations

from collections.abc import Iterator

from extract.records import Mention, Speech
from extract.registry import Extractor


def find_slogans(speech: Speech) -> Iterator[Mention]:
    """Yield each place of an entry, in text order."""
    for match in speech.matched("SLOGAN"):
        yield speech.mention(match.start, match.end, "SLOGAN", match.entry.name, method="lexicon")


PLUGIN = Extractor("slogans", find_slogans, ("SLOGAN",))
