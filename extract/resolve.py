"""What was found, put in order: overlaps resolved, duplicates dropped and counted, each mention set in its surroundings.

In: a speech with the mentions of all extractors. Out: the speech with those kept, and how many were dropped for which
reason. Attributes set here: `depth` (0 outermost of its label group), `voice` (own, quoted, title), `in_heading`,
`stance` (affirmed, opposed, unclear) and `stance_cue`.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from extract.records import FORMULATION_LABELS, NAME_LABELS, Mention, Speech
from extract.stance import stance_of

PRIORITY = ("FORMULA", "SPIRIT", "ALLUSION", "PRINCIPLE", "SLOGAN")
"""Which formulation label stays where several stand on one span."""

_SWALLOWED = {
    "PERSON": ("DOCUMENT", "SPIRIT", "PRINCIPLE"),
    "ORG": ("DOCUMENT", "SPIRIT"),
    "PLACE": ("DOCUMENT", "SPIRIT", "PRINCIPLE", "ORG"),
}
"""Names that are no mention of their own inside a mention of these labels: 延安 in 延安精神."""

_COUPLETS = ("SLOGAN", "ALLUSION")

_TWO_HALVES = re.compile("[^、，]{3,}[、，][^、，]{3,}")


def resolve(speech: Speech) -> tuple[Speech, dict[str, int]]:
    """Return the speech with its mentions in text order, and the number dropped by reason."""
    dropped: Counter[str] = Counter()
    groups = [FORMULATION_LABELS, *((label,) for label in NAME_LABELS)]
    grouped = {label for group in groups for label in group}
    rest = [m for m in speech.mentions if m.label not in grouped]
    kept = _without_duplicates(rest, dropped)
    for group in groups:
        kept += _nested(_one_a_span([m for m in speech.mentions if m.label in group], dropped), dropped)
    kept = _without_swallowed(kept, dropped, len(speech.text))
    mentions = tuple(sorted(_placed(speech, kept), key=_text_order))
    return replace(speech, mentions=mentions), dict(sorted(dropped.items()))


def _text_order(mention: Mention) -> tuple[int, int, str, str]:
    return mention.start, -mention.end, mention.label, mention.canonical


def _rank(mention: Mention) -> tuple[int, float, float, str]:
    """Sort key of mentions on one span, the one to keep first. A couplet is rather a slogan than a principle."""
    label: float = PRIORITY.index(mention.label) if mention.label in PRIORITY else 0
    if mention.label == "SLOGAN" and _TWO_HALVES.fullmatch(mention.text):
        label = PRIORITY.index("PRINCIPLE") - 0.5
    return mention.method != "lexicon", label, -mention.score, mention.canonical


def _without_duplicates(mentions: list[Mention], dropped: Counter[str]) -> list[Mention]:
    """Keep one mention a span, label and name."""
    kept: dict[tuple[int, int, str, str], Mention] = {}
    for mention in sorted(mentions, key=_rank):
        name = mention.canonical if mention.label == "THEME" else ""
        if kept.setdefault((mention.start, mention.end, mention.label, name), mention) is not mention:
            dropped["found twice"] += 1
    return list(kept.values())


def _one_a_span(mentions: list[Mention], dropped: Counter[str]) -> list[Mention]:
    """Keep the first-ranking of the mentions of one group that stand on the same span."""
    kept: dict[tuple[int, int], Mention] = {}
    for mention in sorted(mentions, key=_rank):
        other = kept.setdefault((mention.start, mention.end), mention)
        if other is not mention:
            dropped["found twice" if other.label == mention.label else f"same words, kept as {other.label}"] += 1
    return list(kept.values())


def _nested(mentions: list[Mention], dropped: Counter[str]) -> list[Mention]:
    """Resolve crossings in favour of the longer and set `depth`; keep an inner mention only where it stands for itself."""
    chosen: list[tuple[int, int, Mention]] = []
    longest = max((m.end - m.start for m in mentions), default=0)
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.method != "lexicon", m.start)):
        first = bisect_left(chosen, mention.start - longest, key=_start)
        last = bisect_left(chosen, mention.end, key=_start)
        if any(_cross(mention, other) for _, _, other in chosen[first:last]):
            dropped["crosses a longer one"] += 1
        else:
            insort(chosen, (mention.start, -mention.end, mention), key=lambda c: c[:2])
    kept, open_now = [], []
    for _, _, mention in chosen:
        open_now = [other for other in open_now if mention.end <= other.end]
        if not all(_stands_inside(mention, other) for other in open_now):
            dropped["part of a longer one"] += 1
            continue
        kept.append(mention.with_attrs({"depth": len(open_now)}))
        open_now.append(mention)
    return kept


def _start(chosen: tuple[int, int, Mention]) -> int:
    return chosen[0]


def _cross(a: Mention, b: Mention) -> bool:
    return a.start < b.start < a.end < b.end or b.start < a.start < b.end < a.end


def _stands_inside(inner: Mention, outer: Mention) -> bool:
    """Say whether a mention inside another of its group means something of its own there.

    A formula does (三服务 in 三办三服务), so does what is curated inside a couplet (以文辅政 in 以文立室、以文辅政), and a
    known maxim inside a couplet that is not known itself. What is merely the shorter form of a doctrine or spirit does
    not (讲政治 in 旗帜鲜明讲政治, 老黄牛 in 老黄牛精神), nor half of a known couplet (千里眼 in 千里眼、顺风耳).
    """
    if inner.canonical == outer.canonical or inner.method != "lexicon":
        return False
    if inner.label == "FORMULA":
        return outer.label != "SPIRIT"
    if inner.label in _COUPLETS and outer.label in _COUPLETS:
        return outer.method != "lexicon" and len(inner.text) >= 4
    return outer.label in _COUPLETS


def _without_swallowed(mentions: list[Mention], dropped: Counter[str], size: int) -> list[Mention]:
    """Drop names inside a title or a proper name that contains them."""
    covers = {label: _cover(mentions, label, size) for label in FORMULATION_LABELS + NAME_LABELS}
    kept = []
    for mention in mentions:
        around = [label for label in _SWALLOWED.get(mention.label, ()) if _inside(covers[label], mention)]
        if around:
            dropped[f"{mention.label} inside {around[0]}"] += 1
        else:
            kept.append(mention)
    return kept


def _cover(mentions: list[Mention], label: str, size: int) -> array[int]:
    """Return for each character which mention of a label it stands in, counted from 1, the outermost; else 0."""
    cover = array("l", bytes(array("l").itemsize * size))
    those = sorted((m for m in mentions if m.label == label), key=lambda m: m.end - m.start)
    for number, mention in enumerate(those, 1):
        cover[mention.start : mention.end] = array("l", [number]) * (mention.end - mention.start)
    return cover


def _inside(cover: array[int], mention: Mention) -> bool:
    return cover[mention.start] != 0 and cover[mention.start] == cover[mention.end - 1]


def _placed(speech: Speech, mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions with voice, in_heading and stance."""
    title, quote, heading = (_cover(mentions, label, len(speech.text)) for label in ("DOCUMENT", "QUOTE", "HEADING"))
    for mention in mentions:
        if mention.label not in (*FORMULATION_LABELS, *NAME_LABELS):
            yield mention
            continue
        in_title = mention.label != "DOCUMENT" and _inside(title, mention)
        stance, cue = stance_of(speech, mention)
        attrs: dict[str, str | bool] = {
            "voice": "title" if in_title else "quoted" if _inside(quote, mention) else "own",
            "in_heading": _inside(heading, mention),
            "stance": stance,
        }
        yield mention.with_attrs(attrs | ({"stance_cue": cue} if cue else {}))
