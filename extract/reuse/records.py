"""Found passages in, records out: places in source texts, their words, their kind.

`verbatim` means the same letters and digits, whatever the punctuation; `reworded` that some differ; `formulaic` that
the wording is fixed and common to many texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.reuse.occurrences import Occurrences
from extract.reuse.passages import as_text

if TYPE_CHECKING:
    from extract.reuse.find import Found

AT_ENDS = 4
"""Letters beyond the common wording that may agree by chance between some of its places."""

VERBATIM, REWORDED, FORMULAIC = "verbatim", "reworded", "formulaic"


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two passages that say the same. `a` and `b` are the indices of their texts; offsets are the source's.

    `score` is the share of letters that agree, in (0, 1]; 1 is verbatim.
    """

    a: int
    a_start: int
    a_end: int
    b: int
    b_start: int
    b_end: int
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of a wording that stands at several. Clusters are numbered from 1, in the order of their first place."""

    cluster: int
    text: int
    start: int
    end: int
    kind: str


def parallels(found: Found) -> Iterator[Parallel]:
    """Yield the pairs of substantive passages, by the places of the first, then of the second."""
    corpus, pairs = found.corpus, found.pairs
    letters = as_text(corpus)
    ends = (corpus.source_offsets(pairs.a_start), corpus.source_offsets(pairs.a_end - 1) + 1)
    others = (corpus.source_offsets(pairs.b_start), corpus.source_offsets(pairs.b_end - 1) + 1)
    columns = (corpus.text_of[pairs.a_start], *ends, corpus.text_of[pairs.b_start], *others)
    inner = (pairs.a_start, pairs.a_end, pairs.b_start, pairs.b_end, pairs.edits)
    for row in zip(*(column.tolist() for column in (*columns, *inner))):
        here, there = letters[row[6] : row[7]], letters[row[8] : row[9]]
        same = here == there
        score = 1.0 if same else max(0.01, 1 - max(1.0, row[10]) / max(len(here), len(there)))
        yield Parallel(*row[:6], VERBATIM if same else REWORDED, round(score, 3))


def occurrences(found: Found) -> Iterator[Occurrence]:
    """Yield the places of all clusters, substantive and formulaic, cluster by cluster."""
    corpus = found.corpus
    letters = as_text(corpus)
    groups = [(places, "") for places in _groups(found.substantive)]
    groups += [(places, FORMULAIC) for places in _groups(found.formulaic)]
    for number, (places, kind) in enumerate(sorted(groups), 1):
        kind = kind or (VERBATIM if _same({letters[start:end] for start, end in places}) else REWORDED)
        for start, end in places:
            text = int(corpus.text_of[start])
            before = int(corpus.starts[text])
            yield Occurrence(
                number, text, int(corpus.origin[start]) - before, int(corpus.origin[end - 1]) + 1 - before, kind
            )


def _same(wordings: set[str]) -> bool:
    """Return whether wordings are one, but for a letter or two at the ends that happen to agree."""
    core = min(wordings, key=len)
    return all(core in wording and len(wording) <= len(core) + AT_ENDS for wording in wordings)


def _groups(found: Occurrences) -> list[list[tuple[int, int]]]:
    """Return the places of each cluster of two or more, in order."""
    places: dict[int, list[tuple[int, int]]] = {}
    for cluster, start, end in zip(found.cluster.tolist(), found.start.tolist(), found.end.tolist()):
        places.setdefault(cluster, []).append((start, end))
    return [sorted(group) for group in places.values() if len(group) > 1]
