"""Cue words that point to themes; internal marks of label THEME, never annotations.

A cue inside a formulation says little by itself: the mark keeps the formulation's name in `inside`, so that a formulation
is never the only evidence of a theme. Of nested cues of one theme only the longest counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.records import FORMULATION_LABELS, Mention, Speech
from extract.registry import Extractor

THEME = "THEME"


def find_theme_cues(speech: Speech) -> Iterator[Mention]:
    """Yield each cue's place, in text order; canonical is the theme's id, score the cue's weight."""
    around = _formulation_at(speech)
    titles = _covered(speech.found("DOCUMENT"))
    reach: dict[str, int] = {}
    for match in speech.matched(THEME):
        theme = match.entry.name
        if match.end <= reach.get(theme, 0) or match.start in titles:
            continue
        reach[theme] = match.end
        attrs = {"inside": around[match.start]} if match.start in around else {}
        yield speech.mention(match.start, match.end, THEME, theme, "lexicon", float(match.entry.kind or 1), attrs)


def _formulation_at(speech: Speech) -> dict[int, str]:
    """Return for each character inside a formulation the name of the longest there."""
    found = sorted(speech.found(*FORMULATION_LABELS), key=lambda m: m.end - m.start)
    return {at: m.canonical for m in found for at in range(m.start, m.end)}


def _covered(mentions: tuple[Mention, ...]) -> set[int]:
    return {at for m in mentions for at in range(m.start, m.end)}


PLUGIN = Extractor(
    "themes",
    find_theme_cues,
    (THEME,),
    after=("formulas", "spirits", "principles", "slogans", "allusions", "documents", "headings"),
)
