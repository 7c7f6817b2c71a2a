"""Labels that fit: the width of a text in Chinese characters, and texts shortened or broken into lines."""

from __future__ import annotations

import re

LABEL_CHARS = 14
"""Longest label, in Chinese characters."""


def chars_wide(text: str) -> float:
    """Return the width of a text in Chinese characters."""
    return sum(1.0 if ord(char) > 0x2E7F or char in "“”‘’…—" else 0.55 for char in text)


def shortened(text: str, most: float = LABEL_CHARS) -> str:
    """Cut a text that is wider than `most` Chinese characters and end it with `…`.

    >>> shortened("一片丹心向党、一往无前奋斗、一心一意为民")
    '一片丹心向党、一往无前奋斗…'
    """
    if chars_wide(text) <= most:
        return text
    kept, width = "", 0.0
    for char in text:
        width += chars_wide(char)
        if width > most - 1:
            break
        kept += char
    return kept.rstrip("，、；：— ") + "…"


def lines_of(text: str, width: float = 8.0, most: int = 2) -> list[str]:
    """Break a text into at most `most` lines of `width` Chinese characters; what does not fit ends with `…`.

    Chinese breaks anywhere, at best after an organ or a meeting; other scripts break between words.

    >>> lines_of("市委办公室学习体会")
    ['市委办公室', '学习体会']

    >>> lines_of("Serving the overall situation", 10)
    ['Serving the', 'overall situation']
    """
    joint = _joint(text, width) if most == 2 else None
    if joint:
        return [text[:joint], text[joint:]]
    lines, line = [], ""
    for piece in re.findall(r"[^\u2e80-\uffef\s]+\s*|\S|\s", text):
        if chars_wide((line + piece).rstrip()) > width and line:
            lines.append(line)
            line = ""
        line += piece
    lines = [*lines[: most - 1], "".join([*lines[most - 1 :], line])]
    return [shortened(line.rstrip(), width) for line in lines if line]


def _joint(text: str, width: float) -> int | None:
    """Return the last good place to break a text of two lines, None where there is none."""
    if chars_wide(text) <= width:
        return None
    ends = (match.end() for match in re.finditer("[室厅局部委会上]", text))
    good = [end for end in ends if chars_wide(text[:end]) <= width and 2 <= chars_wide(text[end:]) <= width]
    return good[-1] if good else None
