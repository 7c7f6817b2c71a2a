"""A stretch of a corpus as arrays: its texts in one string, what is known in them, and whose each character is.

Corpora are worked on block by block, so that memory does not grow with their length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from extract.records import FORMULATION_LABELS, Reading

MASK = "\x00"
"""What stands for a character of a name or of a known formulation."""

BLOCK_CHARS = 8_000_000
_MASKED = frozenset({"PERSON", "ORG", "DATE", "DOCUMENT", "EVENT"})
_OWN_COUNTRY = frozenset({"中国", "中华人民共和国"})
_SENTENCE_ENDS = np.array([ord(letter) for letter in "。！？；!?\n\x00"], np.uint32)


@dataclass(frozen=True, slots=True)
class Document:
    """What discovery keeps of a reading: the text, the spans to mask, quoted or numeral coinages, its month.

    `abroad` is where other countries are named.
    """

    doc: str
    text: str
    month: str | None
    masked: tuple[tuple[int, int], ...]
    known: tuple[tuple[int, int], ...]
    coined: tuple[tuple[int, int, str], ...]
    abroad: tuple[int, ...] = ()


@dataclass(frozen=True)
class Block:
    """Texts joined by line ends. `first` is the offset of each document; `known` marks where known wording starts, `abroad`
    where other countries are named.
    """

    documents: tuple[Document, ...]
    text: str
    first: np.ndarray
    known: np.ndarray
    abroad: np.ndarray

    def masked_text(self) -> str:
        """Return the text with names and known formulations masked, of the same length."""
        letters = list(self.text)
        for document, first in zip(self.documents, self.first.tolist(), strict=True):
            for start, end in (*document.masked, *document.known):
                letters[first + start : first + end] = MASK * (end - start)
        return "".join(letters)

    def document_of(self, offsets: np.ndarray) -> np.ndarray:
        """Return which document each offset belongs to, by its place in `documents`."""
        return np.searchsorted(self.first, offsets, side="right") - 1

    def in_sentence(self, marks: np.ndarray, offsets: np.ndarray) -> np.ndarray:
        """Return how many of `marks` (one number a character) stand in the sentence of each offset."""
        codes = np.frombuffer(self.text.encode("utf-32-le", "surrogatepass"), np.uint32)
        ends = np.flatnonzero(np.isin(codes, _SENTENCE_ENDS))
        sums = np.concatenate(([0], np.cumsum(marks)))
        at = np.searchsorted(ends, offsets)
        begins = np.where(at > 0, ends[np.maximum(at - 1, 0)], 0)
        stops = np.where(at < len(ends), ends[np.minimum(at, max(len(ends) - 1, 0))], len(codes))
        return sums[stops] - sums[begins]


def document_from_reading(reading: Reading) -> Document:
    """Return what discovery needs of a reading."""
    speech = reading.speech
    masked, known, coined, abroad = [], [], [], []
    for m in speech.mentions:
        if m.label in _MASKED:
            masked.append((m.start, m.end))
        elif m.label == "PLACE" and m.attrs.get("kind") == "country" and m.canonical not in _OWN_COUNTRY:
            abroad.append(m.start)
        elif m.label in FORMULATION_LABELS:
            if m.method == "lexicon":
                known.append((m.start, m.end))
            else:
                coined.append((m.start, m.end, m.label))
    month = (reading.metadata.date_earliest or "")[:7] or None
    return Document(speech.id, speech.text, month, tuple(masked), tuple(known), tuple(coined), tuple(abroad))


def blocks(documents: Iterable[Document], limit: int = BLOCK_CHARS) -> Iterator[Block]:
    """Yield blocks of about `limit` characters, in the order of the documents."""
    held: list[Document] = []
    size = 0
    for document in documents:
        if held and size + len(document.text) > limit:
            yield block_from_documents(held)
            held, size = [], 0
        held.append(document)
        size += len(document.text) + 1
    if held:
        yield block_from_documents(held)


def block_from_documents(documents: Iterable[Document]) -> Block:
    """Join documents to a block."""
    documents = tuple(documents)
    lengths = [len(document.text) + 1 for document in documents]
    first = np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.int64)
    text = "".join(document.text + "\n" for document in documents)
    known, abroad = np.zeros(len(text), np.int32), np.zeros(len(text), np.int32)
    for document, at in zip(documents, first.tolist(), strict=True):
        for start in {start for start, _ in document.known}:
            known[at + start] = 1
        for start in document.abroad:
            abroad[at + start] = 1
    return Block(documents, text, first, known, abroad)
