"""Organs by level: 市委, 县政府办 name another organ in each region; who put a formula forward speaks for a level."""

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

_CENTRAL = re.compile("党的|党中央|中共中央|中央|国务院|国家|全国|最高人民|中国共产党|共青团中央|中国.{1,4}[会协]|.{1,4}部(?:$|党组)")
_PROVINCIAL = re.compile("(?:北京|天津|上海|重庆)市|.{2,3}(?:省|自治区)")
_MUNICIPAL = re.compile(".{2,4}(?:市|州|盟)(?:委|政府|$)")


def level_of_issuer(name: str, is_leader: bool = False) -> str | None:
    """Return the level of who put a formula forward; None where the name does not tell. A leader speaks for the centre.

    >>> level_of_issuer("党的十九大"), level_of_issuer("浙江省委"), level_of_issuer("上海市"), level_of_issuer("大庆油田")
    ('central', 'province', 'province', None)
    """
    if is_leader or _CENTRAL.match(name):
        return "central"
    if _PROVINCIAL.match(name):
        return "province"
    return "city" if _MUNICIPAL.match(name) else None


def level_of_relative(name: str) -> str | None:
    """Return the level of an organ that is named without its place, None for any other name.

    >>> level_of_relative("市委办公室"), level_of_relative("襄城区委"), level_of_relative("市场监管总局")
    ('city', None, None)
    """
    match = _RELATIVE.match(name)
    return _LEVELS[match[1]] if match else None
