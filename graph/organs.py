"""Relative organs: 市委, 县政府办 name another organ in each region, so each is one node a region."""

from __future__ import annotations

import re

_LEVELS = {
    "自治区": "province",
    "省": "province",
    "市": "city",
    "地": "city",
    "州": "city",
    "盟": "city",
    "县": "county",
    "旗": "county",
    "区": "district",
    "镇": "township",
    "乡": "township",
    "街道": "township",
    "村": "village",
}

_ORGANS = "委|政府|人民政府|人大|政协|纪委|监委|纪检|办|直|法院|检察院|军区|武装部|政法委|组织部|宣传部|统战部|总工会|团委|妇联|局|厅"

_RELATIVE = re.compile(f"({'|'.join(_LEVELS)})(?:{_ORGANS})")


def level_of_relative(name: str) -> str | None:
    """Return the level of an organ that is named without its place, None for any other name.

    >>> level_of_relative("市委办公室"), level_of_relative("襄城区委"), level_of_relative("市场监管总局")
    ('city', None, None)
    """
    match = _RELATIVE.match(name)
    return _LEVELS[match[1]] if match else None
