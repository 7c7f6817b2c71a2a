"""Sentences in, units out: each sentence as the view shows it, with its place in its line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extract.records import Sentence, View

ENDS = "。！？；…!?;"
"""What ends a sentence, quotes and brackets aside."""

_CLOSERS = "”’」』）)】〕》〉］\""
_END = re.compile(f"[{re.escape(ENDS)}]+[{re.escape(_CLOSERS)}]*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence as the view shows it, white space aside.

    `order` is the sentence's, `start` the view offset of `text`, `line` counts the lines that hold text. `first` and
    `last` say whether it begins and ends its line, `end_mark` is the punctuation that it ends with, if any.
    """

    order: int
    start: int
    text: str
    line: int
    first: bool
    last: bool

    @property
    def alone(self) -> bool:
        """Whether the sentence is a line of its own."""
        return self.first and self.last

    @property
    def end_mark(self) -> str:
        """The sentence's last character, closing quotes and brackets aside."""
        return self.text.rstrip(_CLOSERS)[-1:]

    @property
    def ended(self) -> bool:
        """Whether the sentence ends with the punctuation of a full sentence."""
        return self.end_mark in ENDS and self.end_mark != ""

    @property
    def words(self) -> str:
        """The sentence without the punctuation that ends it."""
        return _END.sub("", self.text)


def units_of(text: str, view: View, sentences: Sequence[Sentence]) -> list[Unit]:
    """Return the units of all sentences of which the view shows something, in text order."""
    shown = []
    end = bisect_left(view.origin, 0)
    for sentence in sentences:
        start, end = end, bisect_left(view.origin, sentence.end, end, len(view.text))
        piece = view.text[start:end]
        words = piece.strip()
        line_ends = "\n" in text[sentence.start : sentence.end] or "\r" in text[sentence.start : sentence.end]
        shown.append((sentence.order, start + piece.find(words) if words else start, words, line_ends))
    units, line, first = [], 0, True
    for place, (order, start, words, line_ends) in enumerate(shown):
        last = line_ends or place == len(shown) - 1
        if words:
            units.append(Unit(order, start, words, line, first, last))
        if last:
            line += bool(units) and units[-1].line == line
        first = last or first and not words
    return units
