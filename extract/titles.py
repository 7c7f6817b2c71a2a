"""Units in, unnumbered title lines out: short lines without a full stop that stand between paragraphs.

The lines before the first paragraph (a speech's title, its date, its speaker) are not divisions; nor are a salutation,
a by-line or a signature.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.numbering import mark_at
from extract.units import Unit

_LENGTHS = range(4, 31)
_BODY_CHARS = 15
_MOST_TITLES_IN_A_ROW = 2
_NO_TITLE = re.compile(
    r"[（(—\-–·•*◆■●▲★※>|＞\[【#＃]|(?:记者|编辑|作者|来源|责编|责任编辑|通讯员|本报|新华社|人民网|央视网|供稿|摄影|附件?[：:\d]|抄送|主送)"
    r"|.*(?:摄|电|报道|供稿|整理|来源)$|.*\d{4}年\d{1,2}月|.*https?:"
)
_HAN = re.compile(r"[\u3400-\u9fff]")


def find_titles(units: Sequence[Unit]) -> list[int]:
    """Return the indices of the units that are unnumbered title lines, in text order."""
    lines = [place for place, unit in enumerate(units) if unit.first]
    long_lines = [place for place in lines if not _short(units, place)]
    ended = sum(_line_ended(units, place) for place in long_lines)
    if not long_lines or ended < 0.6 * len(long_lines):
        return []  # lists, verse or lines broken by force: a line without a full stop means nothing there
    found = [lines[index] for index in range(len(lines)) if _is_title(units, lines, index)]
    return found if len(found) >= 2 and len(found) <= len(long_lines) else []


def _is_title(units: Sequence[Unit], lines: list[int], index: int) -> bool:
    """Tell whether the line `lines[index]` is a title line between paragraphs."""
    if not _short(units, lines[index]) or not _after_body(units, lines, index):
        return False
    for following in lines[index + 1 : index + 1 + _MOST_TITLES_IN_A_ROW]:
        if _is_body(units, following):
            return True
        if not _short(units, following) and mark_at(units[following].text) is None:
            return False
    return False


def _after_body(units: Sequence[Unit], lines: list[int], index: int) -> bool:
    """Tell whether the line before is a paragraph, or a title line right after one."""
    before = lines[max(0, index - _MOST_TITLES_IN_A_ROW) : index]
    for place in reversed(before):
        if _is_body(units, place):
            return True
        if not _short(units, place):
            return _line_ended(units, place) and any(_is_body(units, earlier) for earlier in lines[:index])
    return False


def _short(units: Sequence[Unit], place: int) -> bool:
    """Tell whether a line looks like a title: short, of Chinese words, without closing punctuation."""
    unit = units[place]
    if not unit.alone or len(unit.text) not in _LENGTHS or mark_at(unit.text) or _NO_TITLE.match(unit.text):
        return False
    return unit.text[-1] not in "。！？；：，、…!?;:,.—" and len(_HAN.findall(unit.text)) >= 4


def _is_body(units: Sequence[Unit], place: int) -> bool:
    """Tell whether a line is a paragraph: it ends like a sentence and is not short."""
    unit = units[place]
    return _line_ended(units, place) and (not unit.last or len(unit.text) >= _BODY_CHARS)


def _line_ended(units: Sequence[Unit], place: int) -> bool:
    """Tell whether the line that begins with a unit ends like a sentence."""
    while not units[place].last:
        place += 1
    return units[place].ended or units[place].end_mark == "："
