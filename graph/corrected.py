"""Corrections laid over readings: what the user decided comes before what was found.

In: readings as they were found, and the user's corrections in their order. Out: readings with the mentions changed, and
the corrections that did nothing. A place is found by its offsets and words; where the text has changed since, by its
words between the words around them, if they stand there once only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.records import FORMULATION_LABELS, NAME_LABELS, Mention, Reading, Speech
from graph.corrections import Correction, Unmatched

_GROUPS = (FORMULATION_LABELS, *((label,) for label in NAME_LABELS))
_SPEAKERS = ("PERSON", "ORG", "DOCUMENT")

Mentions = list[Mention]


def apply_corrections(
    readings: Iterable[Reading], corrections: Iterable[Correction]
) -> tuple[list[Reading], list[Unmatched]]:
    """Return the readings as the corrections want them, and the corrections that matched nothing, with the reason.

    The readings given are not changed; those that no correction concerns are returned as they are.
    """
    readings, corrections = list(readings), list(corrections)
    if not corrections:
        return readings, []
    speeches = [reading.speech for reading in readings]
    mentions = [list(speech.mentions) for speech in speeches]
    by_doc = {speech.id: at for at, speech in enumerate(speeches)}
    changed: set[int] = set()
    unmatched = []
    for correction in corrections:
        if correction.doc is None:
            at_once = [at for at, found in enumerate(mentions) if _rename_all(found, correction)]
            changed.update(at_once)
            reason = "" if at_once else f"no {correction.label} is named {correction.name} any more"
        elif correction.doc not in by_doc:
            reason = f"there is no text {correction.doc}"
        else:
            at = by_doc[correction.doc]
            reason = _correct_place(speeches[at], mentions[at], correction)
            changed.update([] if reason else [at])
        if reason:
            unmatched.append(Unmatched(correction, reason))
    corrected = [
        replace(reading, speech=replace(reading.speech, mentions=tuple(_settled(mentions[at])))) if at in changed else reading
        for at, reading in enumerate(readings)
    ]
    return corrected, unmatched


def _rename_all(mentions: Mentions, correction: Correction) -> bool:
    """Apply a correction to every mention of a name, and to the speakers of quotations; say whether there was one."""
    found = False
    new: Mentions = []
    for mention in mentions:
        if mention.label in correction.labels and mention.canonical == correction.name:
            found = True
            new += _changed(mention, correction)
        elif mention.label == "QUOTE" and mention.attrs.get("speaker") == correction.name and _of_speakers(correction):
            new.append(mention.with_attrs({"speaker": correction.to}))
        else:
            new.append(mention)
    mentions[:] = new
    return found


def _of_speakers(correction: Correction) -> bool:
    return bool(correction.to) and any(label in _SPEAKERS for label in correction.labels)


def _correct_place(speech: Speech, mentions: Mentions, correction: Correction) -> str:
    """Apply a correction at its place; return why it matches nothing, or an empty string."""
    place = _place(speech.text, correction)
    if place is None:
        return f"{correction.text} does not stand there any more, or more than once"
    if correction.action == "add":
        return _add(speech, mentions, correction, place)
    meant = [
        mention
        for mention in mentions
        if (mention.start, mention.end) == place
        and mention.label in correction.labels
        and correction.name in (None, mention.canonical)
    ]
    if not meant:
        return f"{correction.text} at {place[0]} is no longer marked so"
    for mention in meant:
        at = mentions.index(mention)
        mentions[at : at + 1] = _changed(mention, correction)
    return ""


def _place(text: str, correction: Correction) -> tuple[int, int] | None:
    """Return where the words of a correction stand now; None where that is not sure."""
    words, start, end = correction.text, correction.start, correction.end
    before, after = correction.before or "", correction.after or ""
    if text[start:end] == words and text[:start].endswith(before) and text[end:].startswith(after):
        return start, end
    if not (before or after):
        return None
    for left, right in ((before, after), (before, ""), ("", after)):
        places = [m.start() for m in re.finditer(f"(?={re.escape(left + words + right)})", text)] if left or right else []
        if len(places) == 1:
            return places[0] + len(left), places[0] + len(left) + len(words)
        if places:
            return None
    return None


def _changed(mention: Mention, correction: Correction) -> Iterator[Mention]:
    """Yield what a mention becomes."""
    if correction.action == "reject":
        return
    changes = {"label": correction.to_label or mention.label, "canonical": correction.to or mention.canonical}
    made = replace(mention, **changes, method="user", score=1.0)
    yield made.with_attrs({"issuer": correction.issuer, "reading": "fixed"}) if correction.issuer else made


def _add(speech: Speech, mentions: Mentions, correction: Correction, place: tuple[int, int]) -> str:
    name = correction.to or speech.text[slice(*place)]
    attrs = {"stance": "unclear"} if correction.to_label not in ("QUOTE", "DATE", "HEADING") else {}
    made = speech.mention(*place, correction.to_label, name, "user", 1.0, attrs)
    here = [m for m in mentions if (m.start, m.end, m.label, m.canonical) == (*place, made.label, made.canonical)]
    if here:
        return f"{correction.text} at {place[0]} is marked so already"
    mentions.append(made)
    return ""


def _settled(mentions: Mentions) -> Mentions:
    """Return mentions in text order, with depth, voice and in_heading as they follow from those that are there now."""
    ordered = sorted(mentions, key=lambda m: (m.start, -m.end, m.label, m.canonical))
    around = [mention for mention in ordered if mention.label in ("DOCUMENT", "QUOTE", "HEADING")]
    for group in _GROUPS:
        open_now: Mentions = []
        for at, mention in enumerate(ordered):
            if mention.label not in group:
                continue
            open_now = [other for other in open_now if mention.start < other.end and _inside(mention, other)]
            ordered[at] = mention.with_attrs({"depth": len(open_now), **_surroundings(mention, around)})
            open_now.append(mention)
    return ordered


def _inside(inner: Mention, outer: Mention) -> bool:
    """Say whether a mention stands inside a longer one."""
    return outer.start <= inner.start and inner.end <= outer.end and len(inner.text) < len(outer.text)


def _surroundings(mention: Mention, around: Mentions) -> dict[str, str | bool]:
    labels = {outer.label for outer in around if outer.start <= mention.start and mention.end <= outer.end}
    in_title = "DOCUMENT" in labels and mention.label != "DOCUMENT"
    voice = "title" if in_title else "quoted" if "QUOTE" in labels else "own"
    return {"voice": voice, "in_heading": "HEADING" in labels}
