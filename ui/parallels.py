"""Passages that texts of two sides share, word for word or nearly, with what differs between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.reuse.records import Parallel

MOST_TEXTS = 100
"""Larger collections are not compared on a page, only by `tifa reuse`."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The parallel passages of a collection: `pairs` name texts by their place in `speeches` and `texts`."""

    speeches: tuple[str, ...]
    texts: tuple[str, ...]
    pairs: tuple[Parallel, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one side of a passage, and whether the other side has the same."""

    text: str
    same: bool


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a passage: its speech, its offsets in the source, and its words cut where the sides differ."""

    speech: str
    start: int
    end: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that stands on both sides. `kind` is verbatim or reworded, `score` the share of letters that agree."""

    kind: str
    score: float
    left: Half
    right: Half


def compared(folder: Path) -> Compared:
    """Compare the texts of a graph folder with each other, as `tifa reuse` does.

    Fixed wording of many texts, and wordings that everybody uses, are no passages.
    """
    from extract.reuse.find import find
    from extract.reuse.records import parallels
    from graph.folder import read_manifest, text_of
    from ui.commands.reuse import known_wordings

    speeches = [source["id"] for source in read_manifest(folder)["sources"]]
    texts = [text_of(folder, speech) for speech in speeches]
    return Compared(tuple(speeches), tuple(texts), tuple(parallels(find(texts, known=known_wordings))))


def shared_passages(found: Compared, left: Sequence[str], right: Sequence[str]) -> list[Shared]:
    """Return the passages that a text of one side shares with another text of the other, the longest first."""
    shared = []
    for pair in found.pairs:
        halves = ((pair.a, pair.a_start, pair.a_end), (pair.b, pair.b_start, pair.b_end))
        for here, there in (halves, halves[::-1]):
            speeches = found.speeches[here[0]], found.speeches[there[0]]
            if speeches[0] in left and speeches[1] in right:
                cut = differing(*(found.texts[text][start:end] for text, start, end in (here, there)))
                sides = [Half(speech, *half[1:], pieces) for speech, half, pieces in zip(speeches, (here, there), cut)]
                shared.append(Shared(pair.kind, pair.score, *sides))
                break
    return sorted(shared, key=lambda one: (-(one.left.end - one.left.start), one.left.speech, one.left.start, one.right.start))


def differing(left: str, right: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Cut two wordings where they differ.

    >>> [[(piece.text, piece.same) for piece in side] for side in differing("抓好落实", "抓紧落实")]
    [[('抓', True), ('好', False), ('落实', True)], [('抓', True), ('紧', False), ('落实', True)]]
    """
    from rapidfuzz.distance import Levenshtein

    sides: tuple[list[Piece], list[Piece]] = ([], [])
    for step in Levenshtein.opcodes(left, right):
        same = step.tag == "equal"
        for side, words in zip(sides, (left[step.src_start : step.src_end], right[step.dest_start : step.dest_end])):
            if words:
                side.append(Piece(words, same))
    return tuple(sides[0]), tuple(sides[1])
