"""Text in, sentences out: our own cutter, whose pieces join to the text.

A sentence ends after 。！？； or …… with the closing quotes and brackets that follow, and at each line end; the white space
that follows belongs to it. It never ends inside 《》 or （）, as long as they close on the same line. Half-width ! ? ; end
a sentence only beside Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.records import Sentence

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]*(?:\r\n|[\r\n\v\f\x85\u2028\u2029]|$)")
_MARK = re.compile(r"[。！？；｡]+|[!?;]+|…{2,}|⋯{2,}|[《〈（(》〉）)]")
_OPENING = {"《": "》", "〈": "〉", "（": "）)", "(": "）)"}
_DEEPEST = 30  # brackets open at once that are looked through, so that a text of brackets takes no longer than others
_CLOSERS = "”’」』）)】〕》〉］"
_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af。，、；：？！“”‘’（）《》…—「」『』*×□]")
_SPACE = re.compile(r"\s*")
_SPACES_BACK = re.compile(r"(\S)\s*$")
_SPACES_ON = re.compile(r"\s{0,8}(\S)")


def cut(text: str) -> tuple[Sentence, ...]:
    """Cut a text into sentences that join to it; an empty text has none."""
    sentences: list[Sentence] = []
    start = 0
    for end in _ends(text):
        end = _SPACE.match(text, end).end()
        if end > start and text[start:end].strip():
            sentences.append(Sentence(len(sentences), start, end))
            start = end
    if start < len(text):
        sentences.append(Sentence(len(sentences), start, len(text)))
    return tuple(sentences)


def _ends(text: str) -> Iterator[int]:
    """Yield where sentences end, before the white space that follows, in text order."""
    for line in _LINE.finditer(text):
        if line.start() < line.end():
            yield from _ends_in_line(line.group(), line.start())
            yield line.end()


def _ends_in_line(line: str, offset: int) -> Iterator[int]:
    """Yield the ends of sentences inside one line, as offsets in the whole text."""
    marks = list(_MARK.finditer(line))
    closes = _pairs(marks)
    inside_until = begin = 0
    for mark in marks:
        at, char = mark.start(), mark.group()[0]
        if at < inside_until:
            continue
        if char in _OPENING:
            close = closes.get(at)
            if close is not None:
                inside_until = close + 1
                if char in "（(" and not line[begin:at].strip() and line[close - 1] in "。！？；!?;…":
                    begin = _close(line, inside_until)  # a whole sentence in brackets ends with its bracket
                    yield offset + begin
        elif char not in _CLOSERS and (char not in "!?;" or _beside_chinese(line, at, mark.end())):
            begin = _close(line, mark.end())
            yield offset + begin


def _pairs(marks: list[re.Match[str]]) -> dict[int, int]:
    """Return where each bracket that is closed on its line closes, by where it opens."""
    open_marks: list[tuple[str, int]] = []
    pairs = {}
    for mark in marks:
        char = mark.group()[0]
        if char in _OPENING:
            open_marks.append((char, mark.start()))
            continue
        for depth in range(len(open_marks) - 1, max(-1, len(open_marks) - _DEEPEST), -1):
            if char in _OPENING[open_marks[depth][0]]:
                pairs[open_marks[depth][1]] = mark.start()
                del open_marks[depth:]
                break
    return pairs


def _close(line: str, end: int) -> int:
    """Return `end` moved behind the closing quotes and brackets that follow it."""
    while end < len(line) and (line[end] in _CLOSERS or line[end] == '"' and line.count('"', 0, end) % 2):
        end += 1
    return end


def _beside_chinese(line: str, start: int, end: int) -> bool:
    """Tell whether a half-width mark at `[start, end)` stands in Chinese, so that it ends a sentence.

    A semicolon behind a Latin letter does not: it may end an HTML entity.
    """
    before, after = _SPACES_BACK.search(line, max(0, start - 8), start), _SPACES_ON.match(line, end)
    if before and _CHINESE.match(before[1]):
        return True
    if not (after and _CHINESE.match(after[1])):
        return False
    return line[start] != ";" or not (before and before[1].isascii() and before[1].isalpha())
