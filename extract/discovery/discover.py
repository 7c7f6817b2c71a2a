"""A corpus in, ranked candidates for the user's lexicon out: wordings that recur and that the lexicon lacks.

Two passes: readings to blocks on disk and candidates of each block; then every candidate counted in every block. What
is held at once is one block and the candidates.
"""

from __future__ import annotations

import pickle
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.discovery.block import Block, blocks, document_from_reading
from extract.discovery.coinages import coinages, numerals
from extract.discovery.likeness import Likeness
from extract.discovery.lists import lists
from extract.discovery.measures import Counting
from extract.discovery.phrases import phrases
from extract.discovery.ranking import Candidate, candidates
from extract.lexicon.match import fold
from extract.records import FORMULATION_LABELS, Entry, Reading

MIN_DOCS = 3
_LIKE = ("PRINCIPLE", "SLOGAN", "FORMULA", "SPIRIT")
_ORIGINS = (("quoted", coinages), ("numeral", numerals), ("list", lists), ("phrase", phrases))


def discover(readings: Iterable[Reading], entries: Iterable[Entry], min_docs: int = MIN_DOCS) -> list[Candidate]:
    """Return candidates for new formulations, best first.

    Args:
        readings: the corpus, read with the lexicon whose `entries` are given.
        min_docs: documents that a candidate must stand in.
    """
    entries = tuple(entry for entry in entries if entry.label in FORMULATION_LABELS)
    likeness = Likeness(entry.name for entry in entries if entry.label in _LIKE)
    months: Counter[str] = Counter()
    origins: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix="tifa-discover-") as folder:
        kept: list[Path] = []
        for block in blocks(document_from_reading(reading) for reading in readings):
            months.update(document.month for document in block.documents if document.month)
            likeness.read(block.text)
            for wording, origin in _found(block):
                origins.setdefault(wording, origin)
            kept.append(Path(folder) / f"{len(kept)}.pickle")
            kept[-1].write_bytes(pickle.dumps(block))
        known = _Known(entries)
        wordings = sorted(wording for wording in origins if not known.has(wording))
        counting = Counting(wordings, [origins[wording] == "quoted" for wording in wordings])
        for path in kept:
            counting.read(pickle.loads(path.read_bytes()))
    found = [
        (wording, origins[wording], measures, likeness.of(wording))
        for wording, measures in zip(wordings, counting.measures, strict=True)
    ]
    return candidates(found, dict(months), min_docs)


def _found(block: Block) -> Iterator[tuple[str, str]]:
    """Yield a block's candidates with their origins, the surest origin first."""
    for origin, find in _ORIGINS:
        for wording in find(block):
            yield wording, origin


class _Known:
    """What the lexicon has already: wordings, pieces of them, members of formulas."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        wordings = {fold(w) for entry in entries for w in (*entry.forms, *entry.members, "".join(entry.members))}
        self._pieces = {w[a:b] for w in wordings for a in range(len(w)) for b in range(a + 2, min(len(w), a + 40) + 1)}
        self._wordings = wordings

    def has(self, wording: str) -> bool:
        """Say whether a wording is known, a piece of what is known, or a list of which half the parts are known."""
        if fold(wording) in self._pieces:
            return True
        parts = [fold(part) for part in wording.replace("，", "、").split("、")]
        return len(parts) > 1 and 2 * sum(part in self._pieces for part in parts) >= len(parts)
