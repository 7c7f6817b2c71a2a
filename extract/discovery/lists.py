"""Lists of parts of one length that texts repeat: 简政放权、放管结合、优化服务; 不忘初心、继续前进."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from extract.discovery.block import MASK, Block

_HAN = "\u3400-\u9fff"
_RUN = re.compile(f"[{_HAN}]{{3,24}}(?:、[{_HAN}]{{3,24}})+|[{_HAN}]{{3,24}}(?:，[{_HAN}]{{3,24}})+")
_LONGEST_PART = 12


def lists(block: Block, docs: int = 3) -> Iterator[str]:
    """Yield the lists that stand in at least `docs` documents of a block, in code point order."""
    masked = _without_names(block)
    found: Counter[str] = Counter()
    seen: dict[str, int] = {}
    starts = [match.span() for match in _RUN.finditer(masked)]
    owners = block.document_of([start for start, _ in starts]).tolist() if starts else []
    for (start, end), owner in zip(starts, owners, strict=True):
        for wording in _lists_of(masked[start:end]):
            if seen.get(wording) != owner:
                seen[wording] = owner
                found[wording] += 1
    yield from sorted(wording for wording, count in found.items() if count >= docs)


def _without_names(block: Block) -> str:
    """Return the block's text with names masked; known formulations stay, as parts of longer lists."""
    letters = list(block.text)
    for document, first in zip(block.documents, block.first.tolist(), strict=True):
        for start, end in document.masked:
            letters[first + start : first + end] = MASK * (end - start)
    return "".join(letters)


def _lists_of(run: str) -> Iterator[str]:
    """Yield the list that a run of clauses holds: inner parts whole, the outer ones cut to the same length."""
    mark = "、" if "、" in run else "，"
    parts = run.split(mark)
    if mark == "，" and len(parts) > 4:
        return
    size = len(parts[1]) if len(parts) > 2 else min(len(parts[0]), len(parts[1]))
    if not 3 <= size <= _LONGEST_PART or any(len(part) != size for part in parts[1:-1]):
        return
    if len(parts[0]) >= size and len(parts[-1]) >= size:
        yield mark.join([parts[0][-size:], *parts[1:-1], parts[-1][:size]])
