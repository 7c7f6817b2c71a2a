"""The numbers that Word counts itself, made again: `一、`, `（二）`, `第三章`, `1.2` before list items and headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.numerals import numeral_from_number

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHINESE = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCounting")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BRACKETS = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_SLOT = re.compile("%([1-9])")
_STEPS_UP = 10


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level of a list is numbered: its pattern (`第%1章`), the kind of numerals and the first number."""

    pattern: str
    numerals: str
    first: int
    legal: bool


class Numbers:
    """The counters of a document's lists: ask for each paragraph once, in the order of the text."""

    def __init__(self, document: Document) -> None:
        """Read the lists and styles of a document."""
        self._levels: dict[str, dict[int, _Level]] = {}
        self._list_of: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._styles = {style.get(f"{_W}styleId"): style for style in document.styles.element.iterchildren(f"{_W}style")}
        self._default = next((key for key, style in self._styles.items() if _is_default(style)), None)
        root = _numbering(document)
        if root is not None:
            self._read(root)

    def of(self, paragraph: _Element) -> str:
        """Return what Word shows before a paragraph's words: its number, or nothing."""
        numbered, depth = self._place(paragraph)
        levels = self._levels.get(numbered or "", {})
        if numbered is None or depth not in levels:
            return ""
        counts = self._counts.setdefault(self._list_of[numbered], {})
        counts[depth] = counts.get(depth, levels[depth].first - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        level = levels[depth]
        if level.numerals in ("bullet", "none"):
            return ""

        def shown(slot: re.Match[str]) -> str:
            at = int(slot[1]) - 1
            own = levels.get(at, level)
            return _numeral(counts.get(at, own.first), "decimal" if level.legal else own.numerals)

        label = _SLOT.sub(shown, level.pattern)
        return f"{label} " if label[-1:].isascii() and label[-1:] not in ("", ")") else label

    def _read(self, root: _Element) -> None:
        """Read the lists of the numbering part."""
        abstract = {one.get(f"{_W}abstractNumId"): one for one in root.iterchildren(f"{_W}abstractNum")}
        for number in root.iterchildren(f"{_W}num"):
            key, link = number.get(f"{_W}numId"), number.find(f"{_W}abstractNumId")
            kind = link.get(f"{_W}val") if link is not None else None
            if key is None or kind not in abstract:
                continue
            levels = {int(one.get(f"{_W}ilvl", "0")): _level(one) for one in abstract[kind].iterchildren(f"{_W}lvl")}
            overrides = list(number.iterchildren(f"{_W}lvlOverride"))
            for override in overrides:
                own = override.find(f"{_W}lvl")
                if own is not None:
                    levels[int(override.get(f"{_W}ilvl", "0"))] = _level(own)
            self._levels[key] = levels
            self._list_of[key] = f"own {key}" if overrides else kind

    def _place(self, paragraph: _Element) -> tuple[str | None, int]:
        """Return the list that a paragraph belongs to, by itself or by its style, and how deep it stands in it."""
        properties = paragraph.find(f"{_W}pPr")
        style = _value(properties, "pStyle") or self._default
        depth = None
        for _ in range(_STEPS_UP):
            own = properties.find(f"{_W}numPr") if properties is not None else None
            if own is not None:
                at = _value(own, "ilvl")
                depth = int(at) if at is not None and depth is None else depth
                number = _value(own, "numId")
                if number is not None:
                    return (None if number == "0" else number), depth or 0
            element = self._styles.get(style)
            if element is None:
                break
            properties, style = element.find(f"{_W}pPr"), _value(element, "basedOn")
        return None, 0


def _numbering(document: Document) -> _Element | None:
    """Return the numbering part's root; None where the document has no lists."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return relation.target_part.element
    return None


def _level(element: _Element) -> _Level:
    """Read one level of a list."""
    first = _value(element, "start") or "1"
    legal = element.find(f"{_W}isLgl") is not None
    numerals = _value(element, "numFmt") or "decimal"
    return _Level(_value(element, "lvlText") or "", numerals, int(first) if first.isdigit() else 1, legal)


def _value(element: _Element | None, name: str) -> str | None:
    """Return the value of a child element, None where there is no such child."""
    child = element.find(f"{_W}{name}") if element is not None else None
    return child.get(f"{_W}val") if child is not None else None


def _is_default(style: _Element) -> bool:
    return style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in ("1", "true")


def _numeral(number: int, numerals: str) -> str:
    """Return a number in the numerals that a list asks for; Arabic ones for those that are not known here."""
    if numerals.startswith(_CHINESE) and 0 < number < 1000:
        return numeral_from_number(number)
    if numerals == "ideographTraditional" and 1 <= number <= len(_STEMS):
        return _STEMS[number - 1]
    if numerals.startswith("decimalEnclosedCircle") and 1 <= number <= len(_CIRCLES):
        return _CIRCLES[number - 1]
    if numerals == "ideographEnclosedCircle" and 1 <= number <= len(_BRACKETS):
        return _BRACKETS[number - 1]
    if numerals in ("lowerLetter", "upperLetter") and 1 <= number <= 26:
        return chr((97 if numerals == "lowerLetter" else 65) + number - 1)
    if numerals in ("lowerRoman", "upperRoman"):
        return _roman(number) if numerals == "upperRoman" else _roman(number).lower()
    return str(number)


def _roman(number: int) -> str:
    """Return a Roman numeral."""
    parts = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    words = ""
    for value, sign in parts:
        words += sign * (number // value)
        number %= value
    return words
