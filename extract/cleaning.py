"""Source text in, cleaned view out: what extractors match on, with the way back to the source.

The view leaves out what is no text (paywall marks, stray and zero-width spaces, Markdown signs, front matter) and folds
look-alikes (full-width letters and digits, Kangxi radicals, compatibility ideographs, half-width punctuation between
Chinese, straight quotes). Every character of a mask (`**`, `XX`, `××`) becomes `□`, so that no name is built over it.
The source is never changed: each character of the view knows the source character that it stands for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from extract.markdown import markdown_signs
from extract.records import View

MASK = "□"
"""What stands for each character of a mask."""

_HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af〇"
_CHINESE = _HAN + r"。，、；：？！“”‘’（）《》〈〉【】…—·" + MASK
_REMOVED = re.compile(
    r"##\s?paid(?:begin|end)\s?##"
    r"|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\ufe00-\ufe0f]+"
    r"|\r(?=\n)"
)
_SPACE = r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_SPACES = re.compile(f"{_SPACE}+")
_LINE_ENDS = "\r\n\u2028\u2029"
_BESIDE_PUNCTUATION = re.compile("[。，、；：？！“”‘’（）《》〈〉【】…—]")
_JOINED = re.compile(f"[{_HAN}{MASK}][{_HAN}{MASK}0-9A-Za-z]|[0-9A-Za-z%][{_HAN}{MASK}]")
_MASKS = re.compile(
    r"(?<![0-9A-Za-z)*])\*+(?![0-9A-Za-z(*])(?!\s)"
    r"|\*{2,}"
    r"|(?<![A-Za-z])[XxＸｘ]{2,}(?![A-Za-z])"
    r"|(?<![0-9A-Za-z])[XＸ](?=[省市县区州镇乡村局委办部厅年月日号同])"
    rf"|(?<=[{_HAN}])[×✕╳]+|[×✕╳]+(?=[{_HAN}])|[×✕╳]{{2,}}"
    rf"|[○◯●]{{2,}}|(?<=[{_HAN}])_{{2,}}|_{{2,}}(?=[{_HAN}])"
)
_HALF_WIDTH = re.compile(rf"(?<=[{_CHINESE}])[;:,?!()]|[;:,?!()](?=[{_CHINESE}])|(?<=[{_HAN}])\.(?=[{_HAN}])")
_TO_FULL_WIDTH = dict(zip(";:,?!().", "；：，？！（）。"))
_STRAIGHT_QUOTES = re.compile(r'[^\n"]*(?:"[^\n"]*)+')


def clean(text: str, markdown: bool = False) -> View:
    """Return the cleaned view of a text; `markdown` tells that its signs are markup."""
    view, origin = text, range(len(text) + 1)
    if markdown:
        view, origin = _without(view, origin, markdown_signs(view))
    view, origin = _without(view, origin, [match.span() for match in _REMOVED.finditer(view)])
    view = _fold(view)
    view, origin = _without(view, origin, _stray_spaces(view))
    for _ in range(2):  # the second time for marks beside marks: (试行);
        view = _HALF_WIDTH.sub(lambda match: _TO_FULL_WIDTH[match.group()], view)
    return View(view, tuple(origin))


def _without(text: str, origin: Sequence[int], spans: list[tuple[int, int]]) -> tuple[str, Sequence[int]]:
    """Leave out the spans (sorted, apart from each other) of a text and of its map back."""
    if not spans:
        return text, origin
    pieces, kept, done = [], [], 0
    for start, end in spans:
        pieces.append(text[done:start])
        kept.extend(origin[done:start])
        done = end
    pieces.append(text[done:])
    kept.extend(origin[done:])
    return "".join(pieces), kept


def _stray_spaces(text: str) -> list[tuple[int, int]]:
    """Return the runs of spaces that part nothing: at a line's ends, beside Chinese punctuation, one between Chinese.

    Two or more spaces between characters part columns or names and stay.
    """
    spans = []
    for match in _SPACES.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start] if start else "\n", text[end : end + 1] or "\n"
        if (
            before in _LINE_ENDS
            or after in _LINE_ENDS
            or _BESIDE_PUNCTUATION.match(before)
            or _BESIDE_PUNCTUATION.match(after)
            or (end - start == 1 and _JOINED.match(before + after))
        ):
            spans.append((start, end))
    return spans


def _fold(text: str) -> str:
    """Fold look-alikes, straight quotes and masks, one character to one."""
    text = text.translate(_look_alikes())
    if '"' in text:
        text = _STRAIGHT_QUOTES.sub(_curl, text)
    return _MASKS.sub(lambda match: MASK * len(match.group()), text)


def _curl(line: re.Match[str]) -> str:
    """Turn the straight quotes of a line with Chinese into opening and closing ones, in turn."""
    if not re.search(f"[{_HAN}]", line.group()):
        return line.group()
    pieces = line.group().split('"')
    marks = ["“" if turn % 2 == 0 else "”" for turn in range(len(pieces) - 1)]
    return "".join(piece + mark for piece, mark in zip(pieces, [*marks, ""]))


@cache
def _look_alikes() -> dict[int, str]:
    """Return the characters that are folded one to one, by code point."""
    table = {}
    blocks = (
        range(0x2E80, 0x2FE0),  # CJK and Kangxi radicals
        range(0xF900, 0xFB00),  # CJK compatibility ideographs
        range(0x2F800, 0x2FA20),
        range(0xFF10, 0xFF1A),  # full-width digits and letters
        range(0xFF21, 0xFF3B),
        range(0xFF41, 0xFF5B),
        range(0xFF61, 0xFF66),  # half-width forms of Chinese punctuation
    )
    for block in blocks:
        for code in block:
            folded = unicodedata.normalize("NFKC", chr(code))
            if len(folded) == 1 and folded != chr(code):
                table[code] = folded
    table.update({ord(a): b for a, b in zip("＊．＂％「」『』﹁﹂﹃﹄﹔﹐﹑﹕﹖﹗", '*."%“”‘’“”‘’；，、：？！')})
    table.update({ord(a): b for a, b in zip("⻅⻆⻋⻓⻔⻚⻛⻜⻝⻢⻥⻦⻨⻩⻬⻮⻰⺠⺟", "见角车长门页风飞食马鱼鸟麦黄齐齿龙民母")})
    return table
