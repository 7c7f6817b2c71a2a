"""Which themes the sentences and sections of a speech carry, from the cues that the themes extractor marked.

A sentence carries a theme when its cues weigh enough. A section is about the themes that weigh most in it; cues in its
heading weigh more, and every further hit of one cue weighs less. What stands inside a formulation counts only beside
evidence outside it or inside another formulation: none is alone the evidence of a theme.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.extractors.themes import THEME
from extract.records import Mention, Section, Speech, ThemeSentences

__all__ = ["THEME", "section_themes", "theme_sentences"]

SENTENCE_WEIGHT = 0.6
"""What the cues of a sentence must weigh together."""

HEADING_WEIGHT = 2.0
"""How much more a cue in a heading weighs."""

SECTION_WEIGHT = 1.0
"""What a theme must weigh in a section at least."""

SHARE = {1: 0.35, 2: 0.5}
"""What it must weigh there in proportion to the heaviest theme, by the section's level."""

AT_MOST = {1: 4, 2: 3}
"""How many themes a section has at most, by its level."""


def theme_sentences(speech: Speech) -> tuple[ThemeSentences, ...]:
    """Return, by theme id, the sentences that carry a theme, in order; themes without any are left out."""
    starts = [sentence.start for sentence in speech.sentences]
    by_place: dict[tuple[str, int], list[Mention]] = defaultdict(list)
    for cue in speech.found(THEME):
        by_place[cue.canonical, _index(starts, cue.start)].append(cue)
    found: dict[str, list[int]] = defaultdict(list)
    for (theme, at), cues in sorted(by_place.items()):
        if _is_evidence(cues) and _weight(cues) >= SENTENCE_WEIGHT:
            found[theme].append(speech.sentences[at].order)
    return tuple(ThemeSentences(theme, tuple(orders)) for theme, orders in sorted(found.items()))


def section_themes(speech: Speech) -> tuple[Section, ...]:
    """Return the sections with the themes that they are about, the heaviest first."""
    cues = speech.found(THEME)
    headings = speech.found("HEADING")
    return tuple(replace(section, themes=_themes_of(section, cues, headings)) for section in speech.sections)


def _themes_of(section: Section, cues: Sequence[Mention], headings: Sequence[Mention]) -> tuple[str, ...]:
    headed = {at for heading in _within(headings, section) for at in range(heading.start, heading.end)}
    by_theme: dict[str, list[Mention]] = defaultdict(list)
    for cue in _within(cues, section):
        by_theme[cue.canonical].append(cue)
    weights = {}
    for theme, those in by_theme.items():
        in_headings = [cue for cue in those if cue.start in headed]
        if _is_evidence(those):
            weights[theme] = _weight(those) + HEADING_WEIGHT * _weight(in_headings)
    level = min(section.level, 2)
    enough = max(SECTION_WEIGHT, SHARE[level] * max(weights.values(), default=0.0))
    ranked = sorted((theme for theme, weight in weights.items() if weight >= enough), key=lambda t: (-weights[t], t))
    return tuple(ranked[: AT_MOST[level]])


def _within(mentions: Sequence[Mention], section: Section) -> Sequence[Mention]:
    """Return those of the mentions (in text order) that begin in a section."""
    first, last = (bisect_left(mentions, offset, key=lambda m: m.start) for offset in (section.start, section.end))
    return mentions[first:last]


def _weight(cues: Iterable[Mention]) -> float:
    """Return what cues weigh together: of one word, the second time half, the third a third …"""
    seen: dict[str, int] = defaultdict(int)
    total = 0.0
    for cue in cues:
        seen[cue.text] += 1
        total += cue.score / seen[cue.text]
    return total


def _is_evidence(cues: Iterable[Mention]) -> bool:
    """Say whether cues are more than one formulation's own words."""
    inside = {cue.attrs.get("inside") for cue in cues}
    return None in inside or len(inside) > 1


def _index(starts: list[int], offset: int) -> int:
    return max(bisect_right(starts, offset) - 1, 0)
