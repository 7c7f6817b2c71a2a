"""The members of a formula where the text itself lists them, checked against what its numeral promises."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from extract.numerals import DIGITS

Headings = Sequence[tuple[int, int, str]]
NUMERALS = "一二三四五六七八九十"

_OPENS = re.compile(
    "[”’\"」]?(?:的[^，。；：\n]{1,6})?(?:[，,]?(?:即|就是|也就是|是指|指的是|分别是|包括|具体指|具体是)[：:，,]?|[：:]|——|[（(](?:即|指)?[：:，]?)"
)
_ENUMERATED = re.compile("(?:[一二三四五六七八九十]是|第[一二三四五六七八九十][，、])([^；。\n]{2,60})")
_JOINT = re.compile("(?<=[\u3400-\u9fff]{2})(?:[和与]|(?<!普)及)(?=[\u3400-\u9fff]{2})")
_SURELY_OPENS = re.compile("[”’\"」]?[，,]?(?:即|是指|指的是|分别是|具体指|具体是)[：:，,]?")
_SENTENCE_END = re.compile("[”’\"」]?[^。，；：\n]{0,8}[。：；]")
_COUNTED = re.compile(f"([{NUMERALS}])是([^。；\n]{{2,60}})")
_WORD = re.compile(f"[{NUMERALS}两](?:个|项|大)?([\u3400-\u9fff]{{2,6}})")
_NUMBER = re.compile(f"^[（(]?(?:第?[{NUMERALS}]+|\\d+)[）)、.．，是要]+")
_REACH = 240
_FAR = 1200


def listed_members(text: str, start: int, end: int, size: int | None = None, headings: Headings = ()) -> tuple[str, ...]:
    """Return the members that stand right after a formula, right before it, or as the headings below it; else nothing.

    A list of another length than the numeral promises is returned too where it is certainly one: its parts stand after
    words such as 即 and are built alike. The caller sees that their number differs.

    Args:
        size: how many there must be; read from the formula's first numeral unless given.
        headings: the text's headings in text order, as (start, level, words).

    >>> listed_members("做到“三个必须”，即必须早、必须快、必须实。", 3, 7)
    ('必须早', '必须快', '必须实')
    """
    size = size or promised(text[start:end])
    if not size or not 2 <= size <= 20:
        return ()
    return (
        _after(text, end, size)
        or _counted_off(text, end, size)
        or _before(text, start, end, size)
        or _headed(text, start, end, size, headings)
        or _other_length(text, end, size)
    )


def promised(formula: str) -> int | None:
    """Return how many members a formula's numerals promise, None where it does not begin with one or they do not add up.

    >>> promised("三服务"), promised("三重一大"), promised("双减"), promised("五加二")
    (3, 4, None, None)
    """
    if formula[:1] not in DIGITS or re.search("[加减到+]", formula):
        return None
    return sum(DIGITS.get(letter, 0) for letter in formula)


def _after(text: str, end: int, size: int) -> tuple[str, ...]:
    opening = _OPENS.match(text, end)
    if not opening:
        return ()
    rest = text[opening.end() : opening.end() + _REACH]
    enumerated = [m.group(1) for m in _ENUMERATED.finditer(rest)]
    if len(enumerated) >= size:
        return tuple(_bare(part.split("，")[0]) for part in enumerated[:size])
    return _split(_line(opening.group(), rest), size)


def _line(opening: str, rest: str) -> str:
    """Return the words in which a list can stand: to the bracket that closes, else to the full stop."""
    if "（" in opening or "(" in opening:
        return re.split("[）)。\n；;]", rest)[0]
    return re.split("[。\n]", rest)[0]


def _counted_off(text: str, end: int, size: int) -> tuple[str, ...]:
    """Read `做到“两个有”。一是有办法。二是有担当。`: the label ends its sentence, and the paragraph counts just so far."""
    opening = _SENTENCE_END.match(text, end)
    if not opening:
        return ()
    rest = text[opening.end() : opening.end() + _FAR].split("\n")[0]
    found = [(NUMERALS.index(m[1]) + 1, m[2]) for m in _COUNTED.finditer(rest)]
    if not rest.startswith("一是") or [number for number, _ in found] != list(range(1, size + 1)):
        return ()
    return tuple(_bare(re.split("[，：；。]", words)[0]) for _, words in found)


def _headed(text: str, start: int, end: int, size: int, headings: Headings) -> tuple[str, ...]:
    """Read the headings below a formula that repeat its word: 五个坚持 over 一、坚持…, 二、坚持…"""
    word = _WORD.fullmatch(text[start:end])
    below = [(level, _NUMBER.sub("", words)) for at, level, words in headings if at > start]
    if not word or not below:
        return ()
    level = below[0][0]
    run = list(takewhile(lambda heading: heading[0] >= level, below))
    members = [_bare(words) for at, words in run if at == level]
    alike = all(member.startswith(word[1]) and len(member) > len(word[1]) for member in members)
    return tuple(members) if alike and len(members) == size else ()


def _other_length(text: str, end: int, size: int) -> tuple[str, ...]:
    """Read a list of another length than promised, if its parts are built alike."""
    opening = _SURELY_OPENS.match(text, end)
    if not opening:
        return ()
    line = re.split("[。；，\n]", text[opening.end() : opening.end() + _REACH])[0]
    parts = [_bare(part) for part in line.split("、")]
    if not 2 <= len(parts) <= 2 * size or not all(2 <= len(part) <= 12 for part in parts):
        return ()
    return tuple(parts) if _alike(parts) and len(parts) != size else ()


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
            return tuple(parts) if all(0 < len(part) <= 40 for part in parts) and (marks != "，" or _alike(parts)) else ()
        if len(parts) == size - 1:
            last = _JOINT.split(parts[-1], maxsplit=1)
            if len(last) == 2 and (size > 2 or _alike(last)):
                return (*parts[:-1], *last)
    return ()


def _alike(parts: list[str]) -> bool:
    """Say whether parts are built alike: of one length, with one first letter, or with one last."""
    return any(len(set(of)) == 1 for of in ([len(p) for p in parts], [p[:1] for p in parts], [p[-1:] for p in parts]))


def _bare(part: str) -> str:
    return part.strip(" “”‘’\"（）()　。；，")
