"""Texts in, parallel passages and clusters out, over a whole collection.

Formulas are found first, without pairs; then equal runs are paired, extended and weighed in bits against chance; what
is left are passages that few texts share. Within a cluster every two members are compared, also those whose copies
have moved too far apart to be found from each other alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import Levenshtein

from extract.reuse.clusters import clusters, texts_of
from extract.reuse.corpus import Corpus, corpus_from_texts
from extract.reuse.formulas import LONG, formulas
from extract.reuse.kgrams import repeats
from extract.reuse.occurrences import Occurrences
from extract.reuse.passages import Passages, as_text, passages, pieces, weighed
from extract.reuse.seeds import seeds
from extract.reuse.significance import chance_bits, cumulative_bits

if TYPE_CHECKING:
    from numpy.typing import NDArray

SPREAD_TELLS = 100
"""In collections of more texts the spread of a wording tells whether it is a formula; in smaller ones it cannot."""

LEAST_PAIR = 8
"""Fewer letters are a phrase, in however few texts."""

LEAST_OWN = 6
"""A passage of fewer letters beside names and set phrases is no copying …"""

OWN_SHARE = 0.35
"""… nor one with a smaller share of them."""

Known = Callable[[str], Iterable[tuple[int, int]]]
"""A text in, the places `[start, end)` of known wordings out."""

MOSTLY = 0.75
"""A passage is formulaic if so much of it is formulas."""

FIXED = 0.5
"""A wording of many texts is a formula if at least so many of its occurrences hold the same words."""

LEAST_LIKE = 0.55
"""Two members of a cluster are a pair if at least so much of them is alike …"""

LEAST_LIKE_SHORT = 0.75
"""… or so much where they are too short for clauses to have been exchanged."""

SURE_SHORT = 0.9
"""… and reach this share of the bits that a pair by itself must have."""

SEVERAL_CLAUSES = 30
"""Passages of so many letters may have their clauses in another order."""

LEAST_COMMON = 0.3
"""Then they are a pair if so many of their two-letter pieces are common."""

NEARLY_ALL = 0.9
"""A pair that takes in less of the occurrences that it links is tried again over the whole of them."""

@dataclass(frozen=True, slots=True)
class Settings:
    """What depends on the size of a collection.

    `k` and `formula_k` are lengths of k-grams; wordings in more than `formula_texts` texts are formulas; `run_bits`
    is what an equal run must weigh to be tried, `least_bits` what a passage must.
    """

    k: int
    formula_k: int
    formula_texts: int
    paired_texts: int
    run_bits: float
    least_bits: float


@dataclass(frozen=True, slots=True)
class Found:
    """The result over a corpus: pairs of substantive passages, their clusters, and the clusters of formulas."""

    corpus: Corpus
    pairs: Passages
    substantive: Occurrences
    formulaic: Occurrences


def settings_for(corpus: Corpus) -> Settings:
    """Return what suits the number of texts and of letters."""
    texts = max(3, round(corpus.count**0.425))
    k = next(k for k, most in ((3, 60_000), (4, 300_000), (5, 8_000_000), (6, 80_000_000), (7, 1 << 40)) if corpus.size < most)
    least = chance_bits(corpus.size)
    return Settings(k, min(max(k, 4), 5), texts, max(32, texts), 30.0 if k > 3 else 0.45 * least, least)


def find(texts: Sequence[str], settings: Settings | None = None, known: Known | None = None) -> Found:
    """Find the passages that texts share.

    Args:
        settings: by default what suits the collection's size.
        known: returns the places in a text of wordings that everybody uses. It is asked in collections of up to
            `SPREAD_TELLS` texts; in larger ones their spread tells formulas.
    """
    corpus = corpus_from_texts(texts)
    chosen = settings or settings_for(corpus)
    repeated = repeats(corpus, chosen.k)
    again = repeated if chosen.formula_k == chosen.k else repeats(corpus, chosen.formula_k)
    fixed = formulas(corpus, again, chosen.formula_texts)
    del again
    information = cumulative_bits(corpus, repeated, max(30, chosen.formula_texts))
    a, b = seeds(corpus, repeated, chosen.paired_texts)
    del repeated
    found = pieces(corpus, a, b, chosen.k, information, chosen.run_bits)
    found = passages(corpus, found, information, chosen.least_bits)
    ordinary = ordinary_letters(corpus, texts, known) if known and corpus.count <= SPREAD_TELLS else None
    return divided(corpus, found, fixed, chosen, information, ordinary)


def divided(
    corpus: Corpus,
    found: Passages,
    fixed: Occurrences,
    chosen: Settings,
    information: NDArray[np.float64],
    ordinary: NDArray[np.bool_] | None = None,
) -> Found:
    """Part substantive passages from formulas: short, fixed wordings of many texts."""
    together, of_side = clusters(corpus, found)
    inside = _inside(corpus, together, fixed)
    formulaic = _formulaic(corpus, together, inside, chosen.formula_texts)
    if ordinary is not None:
        formulaic |= _is_ordinary(together, ordinary)
    left, right = of_side[: len(found)], of_side[len(found) :]
    kept = ~formulaic[left] & ~formulaic[right]
    lengths = (found.a_end - found.a_start, found.b_end - found.b_start)
    kept &= np.minimum(*lengths) >= LEAST_PAIR
    kept &= found.edits <= (1 - LEAST_LIKE) * np.maximum(*lengths)
    sure = SURE_SHORT * chosen.least_bits
    pairs = closed(corpus, found.at(kept), left[kept], right[kept], together, ~formulaic, information, sure)
    own = together.at(formulaic & ~inside)
    base = int(fixed.cluster.max(initial=-1)) + 1
    own = replace(own, cluster=own.cluster + base)
    both = [np.append(getattr(fixed, field.name), getattr(own, field.name)) for field in fields(own)]
    return Found(corpus, pairs, together.at(~formulaic), Occurrences(*both))


def _formulaic(
    corpus: Corpus, together: Occurrences, inside: NDArray[np.bool_], formula_texts: int
) -> NDArray[np.bool_]:
    """Return which occurrences are formulas: short, and of many texts in mostly the same words, or made up of formulas."""
    short = together.end - together.start <= LONG
    many = short & (texts_of(together)[together.cluster] > formula_texts)
    letters = as_text(corpus)
    wordings: dict[int, list[str]] = {}
    for cluster, start, end in zip(*(array[many].tolist() for array in (together.cluster, together.start, together.end))):
        wordings.setdefault(cluster, []).append(letters[start:end])
    reworded = np.array([cluster for cluster, words in wordings.items() if not _is_fixed(words)], dtype=np.int64)
    free = np.isin(together.cluster, reworded)
    return (many | inside) & ~free


def _is_fixed(wordings: list[str]) -> bool:
    """Return whether most of the wordings hold the same words."""
    usual = Counter(sorted(wordings, key=len)).most_common(1)[0][0]
    ends = len(usual) // 5  # letters there may agree by chance
    core = usual[ends : len(usual) - ends]
    return sum(core in wording for wording in wordings) >= FIXED * len(wordings)


def ordinary_letters(corpus: Corpus, texts: Sequence[str], known: Known) -> NDArray[np.bool_]:
    """Return which letters belong to wordings that everybody uses."""
    marks = np.zeros(int(corpus.origin[-1]) + 2, dtype=np.int32)
    for text, start in zip(texts, corpus.starts.tolist()):
        for begin, end in known(text):
            marks[start + begin] += 1
            marks[start + end] -= 1
    return (np.cumsum(marks) > 0)[corpus.origin]


def _is_ordinary(together: Occurrences, ordinary: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which occurrences belong to clusters that hold little beside names and set phrases, or are short."""
    before = np.append(0, np.cumsum(~ordinary))
    own, length = before[together.end] - before[together.start], together.end - together.start
    usual = (own < LEAST_OWN) | (own < OWN_SHARE * length) | (length < LEAST_PAIR)
    size = int(together.cluster.max(initial=0)) + 1
    share = np.bincount(together.cluster, usual, size) / np.maximum(1, np.bincount(together.cluster, minlength=size))
    return share[together.cluster] >= FIXED


def closed(
    corpus: Corpus,
    found: Passages,
    left: NDArray[np.int64],
    right: NDArray[np.int64],
    together: Occurrences,
    kept: NDArray[np.bool_],
    information: NDArray[np.float64],
    least_bits: float,
) -> Passages:
    """Add the pairs within clusters that were not found from each other, or only in part, where they are alike."""
    whole = _whole(found, left, right, together)
    a, b = _missing(left[whole], right[whole], together, kept)
    letters = as_text(corpus)
    a0, a1, b0, b1 = together.start[a], together.end[a], together.start[b], together.end[b]
    edits = np.array(
        [_edits(letters[p:q], letters[r:s]) for p, q, r, s in zip(*(x.tolist() for x in (a0, a1, b0, b1)))],
        dtype=np.float64,
    )
    new = weighed(Passages(a0, a1, b0, b1, edits, edits), edits, information)
    alike = ~np.isnan(edits)
    alike &= (np.minimum(a1 - a0, b1 - b0) >= SEVERAL_CLAUSES) | (new.bits >= least_bits)
    new = new.at(alike)
    width = np.int64(len(together) + 1)
    in_part = np.isin(left * width + right, a[alike] * width + b[alike])
    found = found.at(~in_part)
    both = Passages(*(np.append(getattr(found, f.name), getattr(new, f.name)) for f in fields(found)))
    return both.at(np.lexsort((both.b_start, both.a_start)))


def _edits(a: str, b: str) -> float:
    """Return the edits between two wordings, nan where they are not alike, not even with their clauses exchanged."""
    edits = Levenshtein.distance(a, b)
    short = min(len(a), len(b)) < SEVERAL_CLAUSES
    if edits <= (1 - (LEAST_LIKE_SHORT if short else LEAST_LIKE)) * max(len(a), len(b)):
        return edits
    if short:
        return float("nan")
    here, there = ({text[i : i + 2] for i in range(len(text) - 1)} for text in (a, b))
    common = 2 * len(here & there) / max(1, len(here) + len(there))
    return (1 - common) * max(len(a), len(b)) / 2 if common >= LEAST_COMMON else float("nan")


def _whole(
    found: Passages, left: NDArray[np.int64], right: NDArray[np.int64], together: Occurrences
) -> NDArray[np.bool_]:
    """Return which pairs take in nearly all of the occurrences that they link."""
    ends = ((found.a_start, found.a_end, left), (found.b_start, found.b_end, right))
    shares = [(end - start) / (together.end[at] - together.start[at]) for start, end, at in ends]
    return np.minimum(*shares) >= NEARLY_ALL


def _missing(
    left: NDArray[np.int64], right: NDArray[np.int64], together: Occurrences, kept: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs of occurrences of a cluster, of different texts, that no pair of passages links."""
    index = np.flatnonzero(kept)
    cluster = together.cluster[index]
    lefts, rights = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    lag = 1
    while True:
        same = np.flatnonzero(cluster[lag:] == cluster[:-lag]) if lag < len(cluster) else index[:0]
        if not len(same):
            break
        lefts.append(index[same])
        rights.append(index[same + lag])
        lag += 1
    a, b = np.concatenate(lefts), np.concatenate(rights)
    apart = together.text[a] != together.text[b]
    a, b = a[apart], b[apart]
    width = np.int64(len(together) + 1)
    known = np.minimum(left, right) * width + np.maximum(left, right)
    new = ~np.isin(a * width + b, known)
    return a[new], b[new]


def _inside(corpus: Corpus, together: Occurrences, fixed: Occurrences) -> NDArray[np.bool_]:
    """Return which occurrences consist for the most part of formulas, one or several."""
    fixed = fixed.at(fixed.end - fixed.start >= LEAST_PAIR)  # shorter ones are words
    marks = np.zeros(len(corpus.letters) + 1, dtype=np.int32)
    np.add.at(marks, fixed.start, 1)
    np.add.at(marks, fixed.end, -1)
    before = np.append(0, np.cumsum(np.cumsum(marks[:-1]) > 0, dtype=np.int32))
    return before[together.end] - before[together.start] >= MOSTLY * (together.end - together.start)
