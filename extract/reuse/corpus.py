"""Texts in, one array of letters and digits out, with the way back to each text.

Everything else (punctuation, spaces, paywall marks) is left out; case, width and look-alikes are folded. Numbers stay:
whether it says 2025 or 2035 matters. The texts stand one after another with padding between them, so long that no
alignment can cross it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

PAD = 1
"""What stands between texts: no letter, and equal to nothing."""

BETWEEN = 12
"""Padding between two texts: more than an alignment can lose and look ahead together."""

AROUND = 80
"""Padding at both ends: more than an extension has steps."""

_CODE_POINTS = 0x110000
_MARKS = re.compile(r"##\s?paid(?:begin|end)\s?##")
_CHUNK = 1 << 22
_FEW = 1 << 18
_PRIVATE = 0xE000


@dataclass(frozen=True, slots=True)
class Corpus:
    """The letters of all texts. `letters[p]` is a letter's rank by frequency (from 2) or `PAD`.

    `text_of[p]` is the text that holds it, `origin[p]` its place in the joined source, `starts[d]` where text `d`
    begins there; `count` is the number of texts.
    """

    letters: NDArray[np.uint16]
    text_of: NDArray[np.int32]
    origin: NDArray[np.int32]
    starts: NDArray[np.int64]
    count: int

    @property
    def size(self) -> int:
        """The number of letters."""
        return len(self.letters) - 2 * AROUND - BETWEEN * max(0, self.count - 1)

    def source_offsets(self, positions: NDArray[np.integer]) -> NDArray[np.int64]:
        """Return the offsets of letters in their own texts."""
        return self.origin[positions].astype(np.int64) - self.starts[self.text_of[positions]]


def corpus_from_texts(texts: Sequence[str], ranked: bool = True) -> Corpus:
    """Return the letters of texts, in their order.

    Args:
        ranked: number the letters by frequency; else by a fixed table, which is quicker for a few texts at a time.
    """
    gaps = [AROUND] + [BETWEEN] * (len(texts) - 1) + [AROUND] if texts else [2 * AROUND]
    pieces = ["\0" * gaps[0]]
    for text, gap in zip(texts, gaps[1:]):
        pieces += (_without_marks(text), "\0" * gap)
    codes = np.frombuffer("".join(pieces).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    starts = np.cumsum(np.array(gaps[:-1] or [0], dtype=np.int64)) + np.cumsum(lengths) - lengths if texts else lengths
    ranks = _ranks(codes) if ranked else _fixed(codes)
    _fill_padding(ranks, starts, lengths, gaps)
    origin = np.flatnonzero(ranks).astype(np.int32)
    letters = ranks[origin]
    text_of = _text_of(origin, starts, len(texts))
    return Corpus(letters, text_of, origin, starts, len(texts))


def _without_marks(text: str) -> str:
    """Blank what is no text, keeping the offsets."""
    return _MARKS.sub(lambda match: "#" * len(match.group()), text) if "##" in text else text


def _fill_padding(ranks: NDArray[np.uint16], starts: NDArray[np.int64], lengths: NDArray[np.int64], gaps: list[int]) -> None:
    ranks[: gaps[0]] = PAD
    for end, gap in zip((starts + lengths).tolist(), gaps[1:]):
        ranks[end : end + gap] = PAD


def _text_of(origin: NDArray[np.int32], starts: NDArray[np.int64], count: int) -> NDArray[np.int32]:
    """Return for each letter its text; the padding behind a text counts to it."""
    if not count:
        return np.zeros(len(origin), dtype=np.int32)
    firsts = np.searchsorted(origin, starts)
    sizes = np.diff(np.append(firsts, len(origin)))
    sizes[0] += firsts[0]
    return np.repeat(np.arange(count, dtype=np.int32), sizes)


def _ranks(codes: NDArray[np.uint32]) -> NDArray[np.uint16]:
    """Return for each character the rank of the letter that it is folded to, from 2; 0 for what is no letter."""
    if len(codes) < _FEW:
        present, place, counts = np.unique(codes, return_inverse=True, return_counts=True)
        return _ranks_of(present, counts)[place]
    counts = np.zeros(_CODE_POINTS, dtype=np.int64)
    for start in range(0, len(codes), _CHUNK):
        part = np.bincount(codes[start : start + _CHUNK])
        counts[: len(part)] += part
    present = np.flatnonzero(counts)
    table = np.zeros(_CODE_POINTS, dtype=np.uint16)
    table[present] = _ranks_of(present, counts[present])
    return table[codes]


def _fixed(codes: NDArray[np.uint32]) -> NDArray[np.uint16]:
    """Return a number for each letter, the same for all texts; rare ones beyond the first plane may share one."""
    ranks = _fixed_table()[np.minimum(codes, 0xFFFF)]
    beyond = np.flatnonzero(codes > 0xFFFF)
    ranks[beyond] = [_PRIVATE + int(code) % 6000 if _fold(chr(code)) else 0 for code in codes[beyond].tolist()]
    return ranks


@cache
def _fixed_table() -> NDArray[np.uint16]:
    return np.array([min(ord(_fold(chr(code)) or "\0"), 0xFFFF) for code in range(0x10000)], dtype=np.uint16)


def _ranks_of(present: NDArray[np.integer], counts: NDArray[np.int64]) -> NDArray[np.uint16]:
    """Return the ranks of code points that occur so often."""
    folded = [_fold(chr(code)) for code in present.tolist()]
    often: dict[str, int] = dict.fromkeys(folded, 0)
    for letter, count in zip(folded, counts.tolist()):
        often[letter] -= count
    often.pop("", None)
    order = sorted(often, key=often.__getitem__)
    rank = {letter: min(place, 0xFFFF) for place, letter in enumerate(order, 2)}
    return np.array([rank.get(letter, 0) for letter in folded], dtype=np.uint16)


@cache
def _fold(letter: str) -> str:
    """Return the plain form of a letter or digit, empty for anything else."""
    plain = unicodedata.normalize("NFKC", letter).lower()
    plain = plain if len(plain) == 1 else letter
    return plain if plain.isalnum() else ""
