"""A file's name in, metadata out: `2018-03-05_国务院_政府工作报告.txt` gives the day, the organ and the title.

The name must begin with a date. Behind it stand, parted by `_`, the organ or the speaker (if there are two parts or
more) and the title; a number alone (`20150101_00`) is neither. A bare year counts only with words behind it.
"""

from __future__ import annotations

import re

from extract.given import bounds_of_date

_DATE = re.compile(r"((?:19|20)\d\d)(?:([-.年])(\d{1,2})(?:[-.月](\d{1,2})日?)?月?|年|(\d{2})(\d{2})(?!\d))?")
_PARTS = re.compile(r"[_＿\s]+")
_HAN = re.compile("[\u3400-\u9fff]")
_ORGAN = re.compile("(?:[院部委局厅办室社台报会处组]|政府|办公厅|党委|党组|大学|学院|中央|国办|中办|法院|检察院|协会|公司|集团)$")
_PERSON = re.compile("[\u4e00-\u9fff·]{2,4}$")


def given_from_name(stem: str) -> dict[str, str]:
    """Return what a file's name says, by the names of `Metadata`; nothing for names of other patterns.

    >>> given_from_name("2018-03-05_国务院_政府工作报告")
    {'date': '2018-03-05', 'organ': '国务院', 'title': '政府工作报告'}
    >>> given_from_name("1954"), given_from_name("000_9a7ec03b8dd7db11")
    ({}, {})
    """
    match = _DATE.match(stem)
    if not match:
        return {}
    date = "-".join(part for part in (match[1], match[3] or match[5], match[4] or match[6]) if part)
    behind = stem[match.end() :]
    parts = [part for part in _PARTS.split(behind) if _HAN.search(part)]
    if not bounds_of_date(date) or behind and not _PARTS.match(behind) or not parts and len(date) < 8:
        return {}
    return {"date": date, **_words(parts)}


def _words(parts: list[str]) -> dict[str, str]:
    """Return organ or speaker, and title, of what stands behind the date."""
    if len(parts) < 2:
        return {"title": parts[0]} if parts else {}
    first, rest = parts[0], parts[1:]
    if _ORGAN.search(first):
        return {"organ": first, **_words(rest)} if len(rest) > 1 else {"organ": first, "title": rest[0]}
    if _PERSON.match(first):
        return {"speaker": first, "title": " ".join(rest)}
    return {"title": " ".join(parts)}
