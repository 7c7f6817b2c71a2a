"""A bare 总书记: whom it means, by the text's own names or else by the text's date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.naming import Candidate
from extract.records import Speech

_OFFICE = re.compile("总书记(?!处)")
_HOLDERS = (
    ("2012-11-15", "习近平"),
    ("2002-11-15", "胡锦涛"),
    ("1989-06-24", "江泽民"),
    ("1987-11-02", "赵紫阳"),
    ("1982-09-12", "胡耀邦"),
)
_NEW_ERA = re.compile("党的(?:十[八九]|二十)大|新时代|两个确立|两个维护|四个意识|全面从严治党|中国梦")
_FOREIGN = re.compile("(?:为|越共|越南|老挝|古共|朝鲜|劳动党|革命党|苏共|苏联|日共|共产党)(?:中央)?$")


def general_secretaries(speech: Speech, persons: list[Candidate]) -> Iterator[Candidate]:
    """Yield each bare 总书记 of which the holder is clear: the one named last before it, else the only one."""
    text = speech.view.text
    holders = {name for _, name in _HOLDERS}
    named = [p for p in persons if p.canonical in holders and "总书记" in text[p.start : p.end]]
    by_date = None if named else _by_date(speech)
    for match in _OFFICE.finditer(text):
        if any(p.start < match.end() and match.start() < p.end for p in persons):
            continue
        if (
            _FOREIGN.search(text, max(match.start() - 8, 0), match.start())
            or text[match.end() : match.end() + 1] in "、职一"
        ):
            continue
        before = [p for p in named if p.start < match.start()]
        holder = before[-1].canonical if before else named[0].canonical if named else by_date
        if holder:
            yield Candidate(*match.span(), holder, "rule", 0.9)


def _by_date(speech: Speech) -> str | None:
    """Return who held the office at the text's given date, or in the era that its own words show."""
    date = speech.given.get("date", "")
    if re.match(r"\d{4}", date):
        return next((name for since, name in _HOLDERS if date[:10] >= since[: len(date[:10])]), None)
    return "习近平" if _NEW_ERA.search(speech.view.text) else None
