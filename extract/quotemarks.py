"""Stretches between quotation marks, also where marks are nested, mixed, turned round or missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PAIR = {"“": "”", "‘": "’", "「": "」", "『": "』", "〝": "〞"}
_CLOSING = {close: opening for opening, close in _PAIR.items()}
_MARK = re.compile("[“”‘’「」『』〝〞\"＂\n]")
_STOP = re.compile("[，。；：！？、,;:!?\n“”‘’]")
_WORD_END = re.compile("也|都|就|和|与|及|是|的|等|之")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words between two marks, `[start, end)`, without the marks.

    `depth` counts the marks open around it. `whole` is False where one of its marks is missing: the end is then a guess.
    """

    start: int
    end: int
    depth: int = 0
    whole: bool = True


def quoted(text: str) -> Iterator[Quoted]:
    """Yield the quoted stretches of a text in the order of their ends; an unclosed one at its line's end."""
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "\n":
            yield from _unclosed(text, stack, at)
            stack = []
        elif mark in "\"＂":
            if stack and stack[-1][0] == mark:
                yield _closed(stack, at)
            else:
                stack.append((mark, at))
        elif mark in _PAIR:
            if _turned_round(text, stack, mark, at):
                yield _closed(stack, at)
            else:
                stack.append((mark, at))
        else:
            opening = _CLOSING[mark]
            while stack and stack[-1][0] != opening and any(m == opening for m, _ in stack):
                stack.pop()
            if stack and stack[-1][0] == opening:
                yield _closed(stack, at)
    yield from _unclosed(text, stack, len(text))


def _closed(stack: list[tuple[str, int]], at: int) -> Quoted:
    start = stack.pop()[1] + 1
    return Quoted(start, at, len(stack))


def _turned_round(text: str, stack: list[tuple[str, int]], mark: str, at: int) -> bool:
    """Say whether an opening mark stands where a closing one was meant: “四风“问题, with no closing mark after it."""
    if not stack or stack[-1][0] != mark or not 1 < at - stack[-1][1] <= 13:
        return False
    if _STOP.search(text, stack[-1][1] + 1, at):
        return False
    after = _MARK.search(text, at + 1)
    return after is None or after.group() != _PAIR[mark]


def _unclosed(text: str, stack: list[tuple[str, int]], line_end: int) -> Iterator[Quoted]:
    """Yield what unclosed marks likely embrace: to the mark after a nested one, else a short word."""
    for depth, (mark, at) in enumerate(stack):
        if mark not in _PAIR:
            continue
        stop = _STOP.search(text, at + 1, line_end)
        end = stop.start() if stop else line_end
        if stop and stop.group() == mark:
            close = text.find(_PAIR[mark], end, min(end + 8, line_end))
            if close > 0 and end - at <= 6:
                yield Quoted(at + 1, close, depth, whole=False)
            continue
        word = _WORD_END.search(text, at + 3, end)
        end = word.start() if word and word.start() - at <= 7 else min(at + 5, end)
        if end - at > 2:
            yield Quoted(at + 1, end, depth, whole=False)
