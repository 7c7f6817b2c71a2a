"""Candidates in their order: what each measure says, joined to one score."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.discovery.measures import Measures

_CUT_LEFT = re.compile(
    "[的了为和与及并也是在对将要以等而都就还又把被让使由从向于中个年月日这那其我你他各每有、]"
    "|(?:会议|文章|通知|报告|目前|同时|双方|中方|希望|特别是|必须|继续|更加|更好|进一步|不断|努力|切实|着力|始终|愿|学习他)"
)
_CUT_RIGHT = re.compile(
    "(?:[的了为和与及并是在对将以等而把被让使由从向于一不、]|指出|强调|认为|表示|要求|以来|之际|方面|领域|问题|情况|意义|任务|成绩|推进|纠正)$"
)
_RUNNING = re.compile("[了着过其他她它]|我们")
"""Words of running text, which set wording seldom has."""
_HAN = re.compile("[\u3400-\u9fff]")
_PARTS = re.compile("[、，]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate: its wording, where it comes from (phrase, list, quoted, numeral), what was measured, its score."""

    wording: str
    origin: str
    measures: Measures
    likeness: float
    burst: float
    score: float


def candidates(
    found: Iterable[tuple[str, str, Measures, float]], corpus_months: dict[str, int], docs: int
) -> list[Candidate]:
    """Return those that pass, best first.

    Args:
        found: wording, origin, measures, likeness.
        docs: documents that a candidate needs.
    """
    ranked = []
    for wording, origin, measures, likeness in found:
        if not _stands(wording, origin, measures, docs):
            continue
        burst = burst_of(measures.months, corpus_months)
        score = _score(wording, origin, measures, likeness, burst)
        ranked.append(Candidate(wording, origin, measures, likeness, burst, score))
    ranked.sort(key=lambda c: (-c.score, c.wording))
    return list(_apart(ranked))


def _stands(wording: str, origin: str, measures: Measures, docs: int) -> bool:
    """Say whether a candidate is one at all: enough places of its own, whole words at its ends."""
    if measures.docs < docs or measures.nested > measures.count or 2 * measures.in_known > measures.count:
        return False
    if origin == "quoted":
        return len(_HAN.findall(wording)) > 2 and measures.count * 5 >= measures.spoken
    if 3 * measures.beside > measures.count or origin == "phrase" and 2 * measures.listed > measures.count:
        return False
    if origin == "phrase" and _RUNNING.search(wording):
        return False
    return not _CUT_LEFT.match(wording) and not _CUT_RIGHT.search(wording)


def _score(wording: str, origin: str, measures: Measures, likeness: float, burst: float) -> float:
    """Return the score: spread × context × freedom × likeness × form, each in its range; larger is better."""
    count = measures.count
    spread = math.log2(1 + measures.docs) ** 2
    context = (measures.in_context + measures.in_speech + 0.5) / (2 * count + 4)
    freedom = math.sqrt((measures.alone + 0.5) / (count + 1) * count / measures.spoken)
    context *= (1 - measures.in_title / count) ** 2 * (1 - 0.8 * measures.abroad / count)
    like = 1 / (1 + math.exp(-1 - likeness))
    return spread * context * freedom * like * (1 + 0.1 * burst) * _form(wording, origin, measures)


def _form(wording: str, origin: str, measures: Measures) -> float:
    """Return the weight of a candidate's form."""
    parts = _PARTS.split(wording)
    weight = {"phrase": 1.0, "list": 1.5, "quoted": 1.5, "numeral": 1.5}[origin]
    if len(parts) > 1 and len({len(part) for part in parts}) == 1:
        weight *= 1.3
    return weight * (1 + 0.3 * measures.quoted / measures.count)


def burst_of(months: dict[str, int], corpus: dict[str, int]) -> float:
    """Return how much the best half-year has of a candidate, against the corpus: log2 of the ratio of shares.

    0: spread over time as the corpus is, or no dates; 1: twice as much in one half-year.

    >>> burst_of({"2015-01": 4}, {"2015-01": 10, "2016-01": 10})
    1.0
    """
    total, whole = sum(months.values()), sum(corpus.values())
    if not total or not whole:
        return 0.0
    halves: dict[str, list[int]] = {}
    for month, count in corpus.items():
        half = f"{month[:4]}-{month[5:7] > '06'}"
        row = halves.setdefault(half, [0, 0])
        row[0] += months.get(month, 0)
        row[1] += count
    shares = [(own / total) / (all_ / whole) for own, all_ in halves.values() if own]
    return max(0.0, math.log2(max(shares))) if shares else 0.0


def _apart(ranked: list[Candidate]) -> Iterator[Candidate]:
    """Yield candidates in order without those that only shorten or lengthen one before them."""
    kept: set[str] = set()
    pieces: set[str] = set()
    for candidate in ranked:
        word = _PARTS.sub("", candidate.wording)
        own = {word[a:b] for a in range(len(word)) for b in range(a + 3, len(word) + 1)}
        if word in pieces or own & kept:
            continue
        kept.add(word)
        pieces |= own
        yield candidate
