"""Markdown in, its signs and front matter out: spans that are markup and not text, and the metadata of the front matter.

Only what ordinary notes hold is known: ATX headings, emphasis, quotes, bullets, links, images, code marks, rules and
comments. `**` that cannot be emphasis by CommonMark's rule (省委书记**、省长**) is left: it is a mask.
"""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n((?:.*\r?\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_KEY_VALUE = re.compile(r"([\w.-]+)[ \t]*[:：][ \t]*(.*?)[ \t]*$")
_LINE_SIGNS = re.compile(
    r"(?m)^[ \t]{0,3}(?:>[ \t]?)+"
    r"|^[ \t]{0,3}#{1,6}[ \t]+|(?<![ \t])[ \t]+#+[ \t]*$"
    r"|^[ \t]*[-*+][ \t]+(?=\S)"
    r"|^[ \t]{0,3}(?:[-*_][ \t]*){3,}$"
    r"|^[ \t]{0,3}(?:```|~~~).*$"
)
_INLINE_SIGNS = re.compile(
    r"(?s)<!--.{0,5000}?-->|</?[A-Za-z][^<>\n]{0,200}>|`+|~~"
    r"|!\[[^\]\n]*\]\([^()\n]*\)|\\(?=[-\\`*_{}\[\]()#+.!>])"
)
_LINK = re.compile(r"\[([^\[\]\n]*)\](\([^()\n]*\))")


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """Return the `key: value` lines between two `---` at the head of a text, and where the text after them begins."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, 0
    given = {}
    for line in match[1].splitlines():
        pair = _KEY_VALUE.match(line)
        if pair and pair[2]:
            given[pair[1]] = pair[2].strip("\"'")
    return given, match.end()


def markdown_signs(text: str) -> list[tuple[int, int]]:
    """Return the spans of a text that are markup, in order, apart from each other."""
    _, begin = front_matter(text)
    spans = [(0, begin)] if begin else []
    for pattern in (_LINE_SIGNS, _INLINE_SIGNS):
        spans += [match.span() for match in pattern.finditer(text, begin)]
    for match in _LINK.finditer(text, begin):
        spans += [(match.start(), match.start(1)), (match.end(1), match.end())]
    spans += _emphasis(text, begin)
    return _apart(spans)


def _emphasis(text: str, begin: int) -> list[tuple[int, int]]:
    """Return the runs of `*` and `_` that open and close emphasis on one line.

    Laxer than CommonMark in one thing: emphasis may close behind a full stop (**要忠诚。**要…), as Chinese writers mean it.
    """
    spans: list[tuple[int, int]] = []
    waiting: tuple[str, int, int] | None = None
    for match in re.finditer(r"\*+|_+|\n", text[begin:]):
        run, (start, end) = match.group(), (match.start() + begin, match.end() + begin)
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        if run == "\n":
            waiting = None
        elif len(run) > 3 or run[0] == "_" and before.isalnum() and after.isalnum():
            continue
        elif waiting and waiting[0] == run and not before.isspace():
            spans += [waiting[1:], (start, end)]
            waiting = None
        elif _flanks(before, after):
            waiting = (run, start, end)
    return spans


def _flanks(outside: str, inside: str) -> bool:
    """Tell whether a run of signs may open emphasis toward `inside` (CommonMark's left-flanking run)."""
    if inside.isspace() or inside in "*_":
        return False
    return bool(re.match(r"\w", inside)) or outside.isspace() or not re.match(r"\w", outside)


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sort spans and join those that touch or overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined


def heading_depth(line: str) -> int:
    """Return the level of an ATX heading (`## …`), 0 for any other line."""
    match = re.match(r"[ \t]{0,3}(#{1,6})[ \t]+\S", line)
    return len(match[1]) if match else 0
