"""Which themes the sections and sentences of a speech carry, from the cues that the themes extractor marked."""

from __future__ import annotations


from extract.records import Mention, Section, Speech, ThemeSentences

THEME = "THEME"
"""Label of the internal mentions that say: this cue points to that theme. They are never annotations."""


def theme_sentences(speech: Speech) -> tuple[ThemeSentences, ...]:
    """Return, by theme id, the sentences that carry a theme."""
    return ()


def section_themes(speech: Speech) -> tuple[Section, ...]:
    """Return the sections with their themes."""
    return speech.sections
