"""Seeds in, parallel passages out: extended, joined where they belong together, weighed in bits.

Extensions that overlap on both sides are one passage. Neighbours that stand a few letters apart on both sides, also
in the other order (two clauses exchanged), are joined into one; each join costs the bits of the places it could have
had.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import Levenshtein

from extract.reuse.corpus import PAD, Corpus
from extract.reuse.extend import DROP, extend
from extract.reuse.seeds import run_lengths
from extract.reuse.significance import BITS_PER_EDIT

if TYPE_CHECKING:
    from numpy.typing import NDArray

REACH = 10
"""How many letters apart two pieces may stand on either side to be joined."""

SLACK = 2
"""How many letters two pieces may share at their ends."""

BITS_PER_JOIN = 9.0
"""What a join costs: log2 of the places that the second piece could have had."""

WITH_ANOTHER = 0.6
"""A seed that another follows closely needs only this share of the bits that one by itself needs."""

DENSE, PART = 16, 32
"""Of seeds that follow each other within so many letters, one is extended in each part of so many."""

COMPANY = 80
"""Pieces further apart have nothing to do with each other."""

LEAST_JOINED = 14.0
"""Pieces of fewer bits are not joined: too many of them stand everywhere."""

_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Passages:
    """Pairs of passages, `[a_start, a_end)` and `[b_start, b_end)` in a corpus's letters, `a` before `b`.

    `bits` is their weight against chance, `edits` the letters changed between them.
    """

    a_start: NDArray[np.int64]
    a_end: NDArray[np.int64]
    b_start: NDArray[np.int64]
    b_end: NDArray[np.int64]
    bits: NDArray[np.float64]
    edits: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.a_start)

    def at(self, index: NDArray[np.integer] | NDArray[np.bool_]) -> Passages:
        """Return some of the pairs."""
        return Passages(*(getattr(self, field.name)[index] for field in fields(self)))


def pieces(
    corpus: Corpus, a: NDArray[np.int32], b: NDArray[np.int32], k: int, information: NDArray[np.float64], least_bits: float
) -> Passages:
    """Return the extended seeds of at least so many bits; seeds whose equal run alone is too common are not tried."""
    lengths = run_lengths(corpus, a, b, k)
    bits = information[a + lengths] - information[a]
    tried = bits >= least_bits * WITH_ANOTHER
    a, b, lengths, bits = a[tried].astype(np.int64), b[tried].astype(np.int64), lengths[tried], bits[tried]
    kept = _worth_while(corpus, a, b, lengths, bits >= least_bits)
    a, b, lengths = a[kept], b[kept], lengths[kept]
    ahead = np.repeat(np.array([1, -1]), len(a))
    score, on_a, on_b = extend(
        corpus.letters, np.concatenate([a + lengths, a - 1]), np.concatenate([b + lengths, b - 1]), ahead
    )
    (right, left), (a_right, a_left), (b_right, b_left) = (np.split(part, 2) for part in (score, on_a, on_b))
    found = Passages(
        a - a_left, a + lengths + a_right, b - b_left, b + lengths + b_right, np.zeros(len(a)), np.zeros(len(a))
    )
    mean = (found.a_end - found.a_start + found.b_end - found.b_start) / 2
    edits = (mean - (lengths + left.astype(np.int64) + right)) / 2
    return weighed(found, edits, information)


def _worth_while(
    corpus: Corpus, a: NDArray[np.int64], b: NDArray[np.int64], lengths: NDArray[np.int32], sure: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """Return, sorted by pair of texts and place, the seeds to extend.

    These are the sure ones and those that another follows closely; of a dense row of them not every one.
    """
    pair = corpus.text_of[a].astype(np.uint64) * np.uint64(corpus.count) + corpus.text_of[b].astype(np.uint64)
    order = np.argsort((pair << np.uint64(32)) | a.astype(np.uint64), kind="stable")
    a, shift, pair, ends = a[order], (b - a)[order], pair[order], (a + lengths)[order]
    near = (pair[1:] == pair[:-1]) & (np.abs(shift[1:] - shift[:-1]) <= DROP) & (a[1:] - ends[:-1] <= DENSE)
    starts, stops = np.append(True, ~near)[: len(a)], np.append(~near, True)[: len(a)]
    new_part = np.append(True, a[1:] // PART != a[:-1] // PART)[: len(a)]
    alone = starts & stops
    return order[np.where(alone, sure[order], starts | stops | new_part)]


def passages(
    corpus: Corpus, found: Passages, information: NDArray[np.float64], least_bits: float, reach: int = REACH
) -> Passages:
    """Return the passages of at least so many bits that pieces make up, sorted by text and place."""
    found = _in_company(corpus, _apart(found), least_bits)
    for turn in range(_ROUNDS):
        found = _united(corpus, _sorted(corpus, found, by_shift=turn % 2 == 0))
    edits = found.edits.copy()
    several = np.flatnonzero(np.isnan(edits))
    if len(several):
        letters = as_text(corpus)
        for index, a0, a1, b0, b1 in zip(
            several.tolist(),
            *(array[several].tolist() for array in (found.a_start, found.a_end, found.b_start, found.b_end)),
        ):
            edits[index] = Levenshtein.distance(letters[a0:a1], letters[b0:b1])
    found = weighed(found, edits, information)
    for turn in range(_ROUNDS):
        found = _joined(corpus, _sorted(corpus, found, by_shift=turn % 2 == 0), reach)
    return found.at(found.bits >= least_bits)


def weighed(found: Passages, edits: NDArray[np.float64], information: NDArray[np.float64]) -> Passages:
    """Return the same pairs with their edits and their bits."""
    mean = (found.a_end - found.a_start + found.b_end - found.b_start) / 2
    whole = information[found.a_end] - information[found.a_start]
    bits = whole * np.maximum(0, 1 - edits / np.maximum(mean, 1)) - BITS_PER_EDIT * edits
    return Passages(found.a_start, found.a_end, found.b_start, found.b_end, bits, edits)


def _pair_of(corpus: Corpus, found: Passages) -> NDArray[np.int64]:
    return corpus.text_of[found.a_start].astype(np.int64) * corpus.count + corpus.text_of[found.b_start]


def _sorted(corpus: Corpus, found: Passages, by_shift: bool) -> Passages:
    """Sort by the pair of texts, then by how far one place is from the other or by place, so that neighbours meet."""
    pair = _pair_of(corpus, found).astype(np.uint64) << np.uint64(32)
    place = found.b_start - found.a_start if by_shift else found.a_start
    return found.at(np.argsort(pair | place.astype(np.uint64), kind="stable"))


def _in_company(corpus: Corpus, found: Passages, least_bits: float) -> Passages:
    """Leave out pieces of few bits that have no other piece of their pair of texts near them."""
    found = _sorted(corpus, found, by_shift=False)
    pair = _pair_of(corpus, found)
    near = (pair[1:] == pair[:-1]) & (found.a_start[1:] - found.a_end[:-1] <= COMPANY)
    near &= np.abs(found.b_start[1:] - found.b_start[:-1]) <= COMPANY + found.b_end[:-1] - found.b_start[:-1]
    beside = np.append(near, False) | np.append(False, near) if len(found) else near
    return found.at(beside | (found.bits >= least_bits))


def _apart(found: Passages) -> Passages:
    """Leave out what overlaps itself: a repeat within one text must stand at two places."""
    return found.at(found.a_end <= found.b_start)


def _united(corpus: Corpus, found: Passages) -> Passages:
    """Unite neighbours in the order that overlap on both sides; their edits become unknown (nan)."""
    a_gap, b_gap, same = _gaps(corpus, found)
    return _merged(found, same & (a_gap < 0) & (b_gap < 0), np.full(len(a_gap), np.nan))


def _joined(corpus: Corpus, found: Passages, reach: int) -> Passages:
    """Join neighbours in the order that stand near each other on both sides; bits and edits add up."""
    a_gap, b_gap, same = _gaps(corpus, found)
    near = same & (a_gap >= -SLACK) & (a_gap <= reach) & (b_gap >= -SLACK) & (b_gap <= reach)
    near &= np.minimum(found.bits[1:], found.bits[:-1]) > LEAST_JOINED
    between = np.maximum(np.maximum(a_gap, b_gap), 0)
    shorter = np.minimum(found.a_end - found.a_start, found.b_end - found.b_start)
    near &= between < np.maximum(np.minimum(shorter[1:], shorter[:-1]) * 2, reach - REACH)
    return _merged(found, near, between)


def _gaps(
    corpus: Corpus, found: Passages
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Return how far each is from the one before it on both sides, and whether both pair the same texts.

    Where the places of one text are compared with each other, joining must not make them overlap.
    """
    pair = _pair_of(corpus, found)
    a_gap = np.maximum(found.a_start[1:] - found.a_end[:-1], found.a_start[:-1] - found.a_end[1:])
    b_gap = np.maximum(found.b_start[1:] - found.b_end[:-1], found.b_start[:-1] - found.b_end[1:])
    last_a = np.maximum(found.a_end[1:], found.a_end[:-1])
    return a_gap, b_gap, (pair[1:] == pair[:-1]) & (last_a <= np.minimum(found.b_start[1:], found.b_start[:-1]))


def _merged(found: Passages, linked: NDArray[np.bool_], between: NDArray[np.floating]) -> Passages:
    """Merge runs of neighbours; `linked[i]` says that `i + 1` belongs to `i`, `between[i]` counts the edits there."""
    if not linked.any():
        return found
    first = np.flatnonzero(np.append(True, ~linked))
    joins = np.diff(np.append(first, len(found))) - 1
    return Passages(
        np.minimum.reduceat(found.a_start, first),
        np.maximum.reduceat(found.a_end, first),
        np.minimum.reduceat(found.b_start, first),
        np.maximum.reduceat(found.b_end, first),
        np.add.reduceat(found.bits, first) - BITS_PER_JOIN * joins,
        np.add.reduceat(found.edits + np.append(0.0, np.where(linked, between, 0.0)), first),
    )


def as_text(corpus: Corpus) -> str:
    """Return the letters as one string, a character a letter."""
    codes = corpus.letters.astype(np.uint32) + np.uint32(0x10000 if corpus.letters.max(initial=PAD) > 0xC000 else 0x100)
    return codes.tobytes().decode("utf-32-le", "surrogatepass")
