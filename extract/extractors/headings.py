"""Headings: numbered (一、 （一） 1.), run-in (一是 一要 第一，) and unnumbered title lines, each with its level."""

from __future__ import annotations

from collections.abc import Iterator

from extract.headings import find_headings
from extract.records import Mention, Speech
from extract.registry import Extractor


def headings(speech: Speech) -> Iterator[Mention]:
    """Yield each heading, in text order; `attrs.level` is 1 for the text's top divisions."""
    found = find_headings(speech.text, speech.view, speech.sentences, markdown=speech.reader == "markdown")
    for heading in found:
        yield speech.mention(heading.start, heading.end, "HEADING", attrs={"level": heading.level})


PLUGIN = Extractor("headings", headings, ("HEADING",))
