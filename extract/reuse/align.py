"""Two passages in, their alignment out: an edit script by characters, for the page and for exports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

EQUAL, SUBSTITUTED, INSERTED, DELETED = "equal", "substituted", "inserted", "deleted"
_NAMES = {"equal": EQUAL, "replace": SUBSTITUTED, "insert": INSERTED, "delete": DELETED}


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of an alignment: what happens to `[a_start, a_end)` to become `[b_start, b_end)`."""

    edit: str
    a_start: int
    a_end: int
    b_start: int
    b_end: int


def align(a: str, b: str) -> Iterator[Step]:
    """Yield the steps that turn one passage into the other, in order; they cover both without gaps.

    >>> [(s.edit, "追求一项"[s.a_start:s.a_end], "追一项事"[s.b_start:s.b_end]) for s in align("追求一项", "追一项事")]
    [('equal', '追', '追'), ('deleted', '求', ''), ('equal', '一项', '一项'), ('inserted', '', '事')]
    """
    from rapidfuzz.distance import Levenshtein

    for op in Levenshtein.opcodes(a, b):
        yield Step(_NAMES[op.tag], op.src_start, op.src_end, op.dest_start, op.dest_end)


def edits_between(a: str, b: str) -> list[str]:
    """Return what was done to the letters of one wording to make the other; punctuation does not count.

    A passage that is only part of the other is not `deleted` at the ends that are missing.

    >>> edits_between("对党绝对忠诚，是中办的生命线", "绝对忠诚是党办的生命线")
    ['substituted']
    """
    steps = list(align(_letters(a), _letters(b)))
    while steps and steps[0].edit in (DELETED, INSERTED):
        steps.pop(0)
    while steps and steps[-1].edit in (DELETED, INSERTED):
        steps.pop()
    return sorted({step.edit for step in steps} - {EQUAL})


def letters_in_common(a: str, b: str) -> int:
    """Return how many letters of one wording stand, in their order, in the other.

    >>> letters_in_common("对党绝对忠诚，是根本", "要绝对忠诚！这是根本")
    7
    """
    return sum(step.a_end - step.a_start for step in align(_letters(a), _letters(b)) if step.edit == EQUAL)


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
