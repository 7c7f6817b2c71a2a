"""Standing principles and doctrines with a stable name: from the lexicon, and those whose name has a sure form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.records import Mention, Speech
from extract.registry import Extractor

_HEADS = "的(?:思想路线|工作作风|道德操守|根本宗旨|根本方针|基本国策|基本方略|根本立场|指导方针)"
"""What a doctrine's name may end in: 实事求是的思想路线 is the longest form of 实事求是."""

_AFTER = re.compile(_HEADS)
_THOUGHT = re.compile("习近平(?:总书记)?(?:关于)?[\u3400-\u9fff]{2,9}?(?<!重要)思想(?!政治|上|工作|认识|观念)")


def find_principles(speech: Speech) -> Iterator[Mention]:
    """Yield principles in text order, with the head noun that completes the name."""
    for match in speech.matched("PRINCIPLE"):
        tail = _AFTER.match(speech.text, match.end)
        end = tail.end() if tail else match.end
        yield speech.mention(match.start, end, "PRINCIPLE", match.entry.name, method="lexicon")
    for thought in _THOUGHT.finditer(speech.view.text):
        if not re.search("指出|强调|提出|[说在以和与同对]", thought.group()):
            span = speech.view.source_span(*thought.span())
            yield speech.mention(*span, "PRINCIPLE", score=0.8)


PLUGIN = Extractor("principles", find_principles, ("PRINCIPLE",))
