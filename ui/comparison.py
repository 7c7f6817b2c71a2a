"""Two sets of texts side by side: what formulations and themes they share, and how far their rates differ."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from graph.stores.store import Limits, Store
from ui.dossier import sentence_counts

LEAST_EXPECTED = 5.0
"""Where chance would give either side fewer mentions than this, a measure of difference says nothing and is absent."""

_LIMITS = Limits(rows=20_000, seconds=10)


@dataclass(frozen=True, slots=True)
class Side:
    """One set of texts: their ids, and how many sentences and characters they have."""

    speeches: tuple[str, ...]
    sentences: int
    chars: int


@dataclass(frozen=True, slots=True)
class Pair:
    """What both sides have of one thing: mentions (of a theme: sentences) and texts, left and right.

    `g2` is absent where the counts are too small for it.
    """

    id: str
    name: str
    name_en: str | None
    label: str
    left: int
    right: int
    left_texts: int
    right_texts: int
    left_rate: float
    right_rate: float
    g2: float | None


def side_of(store: Store, speeches: Sequence[str]) -> Side:
    """Measure a set of texts."""
    text = "UNWIND $ids AS id MATCH (s:Speech {id: id}) RETURN sum(s.chars) AS chars"
    chars = store.query(text, {"ids": list(speeches)}, _LIMITS).records()
    sentences = sentence_counts(store, speeches)
    return Side(tuple(speeches), sum(sentences.values()), int(chars[0]["chars"] or 0) if chars else 0)


def formulations(store: Store, left: Side, right: Side) -> list[Pair]:
    """Return the formulations that either side uses, the most used first."""
    pairs = []
    for label in ("Principle", "Slogan"):
        pairs += _paired(store, left, right, "USES", label)
    return sorted(pairs, key=lambda pair: (-(pair.left + pair.right), pair.name, pair.id))


def themes(store: Store, left: Side, right: Side) -> list[Pair]:
    """Return the themes that either side expresses, by sentences, the strongest first."""
    return sorted(_paired(store, left, right, "EXPRESSES", "Theme"), key=lambda pair: (-(pair.left + pair.right), pair.id))


def _paired(store: Store, left: Side, right: Side, kind: str, label: str) -> list[Pair]:
    text = (
        f"UNWIND $ids AS id MATCH (s:Speech {{id: id}})-[r:{kind}]->(n:{label}) WHERE r.count > 0 "
        "RETURN n.id AS id, n.name AS name, n.name_en AS name_en, sum(r.count) AS count, count(s) AS texts"
    )
    sides = [
        {row["id"]: row for row in store.query(text, {"ids": list(side.speeches)}, _LIMITS).records()} for side in (left, right)
    ]
    pairs = []
    for key in sorted({*sides[0], *sides[1]}):
        here, there = (side.get(key) for side in sides)
        known = here or there
        a, b = (row["count"] if row else 0 for row in (here, there))
        pairs.append(
            Pair(
                key,
                known["name"],
                known["name_en"],
                label,
                a,
                b,
                here["texts"] if here else 0,
                there["texts"] if there else 0,
                rate(a, left.sentences),
                rate(b, right.sentences),
                keyness(a, b, left.sentences, right.sentences),
            )
        )
    return pairs


def rate(count: int, sentences: int) -> float:
    """Return mentions per hundred sentences."""
    return 100 * count / sentences if sentences else 0.0


def keyness(left: int, right: int, left_size: int, right_size: int) -> float | None:
    """Return the log-likelihood ratio 2 Σ O ln(O / E) of two counts in texts of two sizes; no upper end.

    0: the same rate on both sides. None where the expected count of either side is below `LEAST_EXPECTED`.
    Source: Rayson and Garside, Comparing corpora using frequency profiling, WCC 2000.

    >>> keyness(10, 10, 100, 100), keyness(1, 2, 100, 100)
    (0.0, None)
    >>> round(keyness(30, 10, 100, 100), 3)
    10.465
    """
    total = left_size + right_size
    if not total:
        return None
    cells = [(left, left_size * (left + right) / total), (right, right_size * (left + right) / total)]
    if min(expected for _, expected in cells) < LEAST_EXPECTED:
        return None
    return 2 * sum(seen * math.log(seen / expected) for seen, expected in cells if seen) + 0.0
