"""The members of a formula where the text itself lists them, checked against what its numeral promises."""

from __future__ import annotations

import re

from extract.numerals import DIGITS

_OPENS = re.compile(
    "[”’\"」]?(?:的[^，。；：\n]{1,6})?(?:[，,]?(?:即|就是|也就是|是指|指的是|分别是|包括|具体指|具体是)[：:，,]?|[：:]|——|[（(](?:即|指)?[：:，]?)"
)
_ENUMERATED = re.compile("(?:[一二三四五六七八九十]是|第[一二三四五六七八九十][，、])([^；。\n]{2,60})")
_JOINT = re.compile("(?<=[\u3400-\u9fff]{2})[和与及](?=[\u3400-\u9fff]{2})")
_REACH = 240


def listed_members(text: str, start: int, end: int, size: int | None = None) -> tuple[str, ...]:
    """Return the members that stand right after a formula, or right before it, else an empty tuple.

    Args:
        size: how many there must be; read from the formula's first numeral unless given.

    >>> listed_members("做到“三个必须”，即必须早、必须快、必须实。", 3, 7)
    ('必须早', '必须快', '必须实')
    """
    size = size or DIGITS.get(text[start])
    if not size or not 2 <= size <= 20:
        return ()
    return _after(text, end, size) or _before(text, start, end, size)


def _after(text: str, end: int, size: int) -> tuple[str, ...]:
    opening = _OPENS.match(text, end)
    if not opening:
        return ()
    rest = text[opening.end() : opening.end() + _REACH]
    enumerated = [m.group(1) for m in _ENUMERATED.finditer(rest)]
    if len(enumerated) >= size:
        return tuple(_bare(part.split("，")[0]) for part in enumerated[:size])
    closing = "）" if opening.group().endswith(("（", "(")) or "（" in opening.group() or "(" in opening.group() else "。"
    line = re.split(f"[{closing})。\n；;]" if closing == "）" else "[。\n]", rest)[0]
    return _split(line, size)


def _before(text: str, start: int, end: int, size: int) -> tuple[str, ...]:
    """Read `坚持A、坚持B、坚持C，这“三个坚持”`: the parts before it that begin with the formula's own word."""
    word = text[start + 2 : end] if text[start + 1 : start + 2] == "个" else ""
    if not word:
        return ()
    line = re.split("[。\n]", text[max(0, start - _REACH) : start])[-1]
    parts = [part for part in re.findall(f"{re.escape(word)}[^、，。；;：—]{{2,16}}", line)]
    return tuple(parts) if len(parts) == size else ()


def _split(line: str, size: int) -> tuple[str, ...]:
    """Split a list into `size` parts by its list marks, or by ，and 和 before the last part."""
    for marks in ("；", "、", "，"):
        parts = [_bare(part) for part in line.split(marks)]
        if len(parts) == size:
            return tuple(parts) if all(0 < len(part) <= 40 for part in parts) else ()
        if len(parts) == size - 1:
            last = _JOINT.split(parts[-1], maxsplit=1)
            if len(last) == 2:
                return (*parts[:-1], *last)
    return ()


def _bare(part: str) -> str:
    return part.strip(" “”‘’\"（）()　。；，")
