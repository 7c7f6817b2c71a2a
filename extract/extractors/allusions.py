"""Wording from classical or literary texts, as the lexicon knows it; slips and other punctuation are read over."""

from __future__ import annotations

from collections.abc import Iterator

from extract.records import Mention, Speech
from extract.registry import Extractor


def find_allusions(speech: Speech) -> Iterator[Mention]:
    """Yield allusions in text order; the canonical name is the usual wording, `source` its author and work."""
    for match in speech.matched("ALLUSION"):
        entry = match.entry
        attrs = {"source": entry.source} if entry.source else {}
        yield speech.mention(match.start, match.end, "ALLUSION", entry.name, method="lexicon", attrs=attrs)


PLUGIN = Extractor("allusions", find_allusions, ("ALLUSION",))
