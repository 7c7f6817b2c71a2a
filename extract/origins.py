"""A speech in, its origin out: whose office speaks, on which level, in which region, and who.

A text from a county names the province and the city above it as well; the lowest level that it speaks of as its own
decides. What nothing supports stays None.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extract.records import Speech
from extract.units import Unit

_STATE_COUNCIL = re.compile("(?:代表|受)(?:中华人民共和国)?国务院|(?:国务院|副)总理|中央办公厅[^，。]{0,6}(?:干部|同志)|在中办工作")
_OWN = {
    "district": re.compile("(?<!自治)区(?:委(?![员托任派会])|政府)|(?<![社小全园])全区(?!域)|我区"),
    "county": re.compile("县(?:委(?![员托任派])|政府)|全县|我县"),
    "city": re.compile("(?<!城)市(?:委(?![员托任派])|政府)|全市(?!场)|我市"),
    "province": re.compile("(?:省|自治区)(?:党?委(?![员托任派])|政府)|全省|全区上下|我省"),
}
_LEAST, _OFFICE_LEAST = 2, 5
_UNITS = {"district": "区", "county": "县", "city": "市", "province": "省"}
_OFFICE = re.compile(r"([省市县区]委(?:[、和]?[省市县区]?政府)?|[省市县区](?:人民)?政府|政府|党委|市委|县委)(办公[室厅]|办(?![公事学理好法实案会文税]))(?![^，。]{0,3}(?:主任|同志))")
_PARTY_OFFICE = re.compile("党办|党委办公|[省市县区]委办(?![^，。]{0,3}(?:主任|同志))")
_STATE_OFFICE = re.compile("(?<!党委)政府办(?![^，。]{0,3}(?:主任|同志))|政办")
_ON_BEHALF = re.compile(r"我(?:受|代表)([^，。、向]{0,14}?(?:政府|国务院|常务委员会|党委|[省市县区]委|法院|检察院|党组))")
_POST = r"(?:总理|总书记|书记|主席|省长|市长|县长|区长|州长|主任|部长|厅长|局长|院长|检察长|秘书长|司令员?|校长|董事长)"
_SPEAKER_LINE = re.compile(rf"[^。，：]{{0,30}}{_POST}([\u4e00-\u9fff]{{2,3}}|[\u4e00-\u9fff·]{{4,12}}?)(?:各位|同志们|$|[（(])")
_VISITED = re.compile(r"(?:视察|考察|在|赴|到|出席|访问)$")
# Where a leader went says nothing of whose speech it is.
_OTHERS_VISIT = re.compile("[^，。；]{0,20}(?:视察|考察|调研|访问)")
_VISITED_BEFORE = re.compile("(?:视察|考察|访问)$")
_PROVINCES = re.compile(
    "北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆"
)


def level_of(units: Sequence[Unit]) -> str | None:
    """Return the lowest level that a text speaks of as its own, or None."""
    text = "\n".join(unit.text for unit in units)
    if _STATE_COUNCIL.search(text[:600]):
        return "central"
    counts = {level: len(pattern.findall(text)) for level, pattern in _OWN.items()}
    most = max(counts.values())
    return next((level for level, count in counts.items() if count >= max(_LEAST, most / 5)), None)


def organ_of(units: Sequence[Unit], level: str | None) -> str | None:
    """Return whose office speaks: what it says it speaks for, else the office of its level that it names most."""
    text = "\n".join(unit.text for unit in units)
    behalf = _ON_BEHALF.search(text[:1200])
    if behalf:
        return behalf[1]
    if level == "central" and re.search("国务院总理", text[:300]):
        return "国务院"
    unit = _UNITS.get(level or "")
    if not unit:
        return None
    offices = Counter(match[0] for match in _OFFICE.finditer(text) if match[0].startswith(unit) and len(match[0]) >= 4)
    full = {name if name.endswith(("室", "厅")) else name + "公室" for name in offices}
    if full:
        return max(sorted(full), key=lambda name: sum(count for office, count in offices.items() if name.startswith(office)))
    party, state = len(_PARTY_OFFICE.findall(text)), len(_STATE_OFFICE.findall(text))
    if not party and not state and text.count("办公") < _OFFICE_LEAST:
        return None
    if not party and not state:
        party, state = text.count(f"{unit}委"), text.count(f"{unit}政府")
    room = "办公厅" if level == "province" else "办公室"
    return f"{unit}委{room}" if party >= state else f"{unit}政府{room}"


def region_of(units: Sequence[Unit], level: str | None, genre: str) -> str | None:
    """Return the province that a text of a lower level betrays; None for news and for central texts."""
    if level in (None, "central") or genre == "新闻":
        return None
    text = "\n".join(unit.text for unit in units)
    found: Counter[str] = Counter()
    for match in _PROVINCES.finditer(text):
        if _OTHERS_VISIT.match(text, match.end()) or _VISITED_BEFORE.search(text[max(0, match.start() - 3) : match.start()]):
            continue
        found[match[0]] += 1 if _VISITED.search(text[max(0, match.start() - 2) : match.start()]) else 2
    return max(sorted(found), key=found.__getitem__) if found else None


def speaker_of(speech: Speech, block: Sequence[Unit]) -> str | None:
    """Return who is named with a post in the title block, or None."""
    people = {mention.start: mention for mention in speech.found("PERSON")}
    for unit in block:
        match = _SPEAKER_LINE.match(unit.text)
        if not match:
            continue
        start, end = speech.view.source_span(unit.start, unit.start + len(unit.text))
        named = [mention for place, mention in people.items() if start <= place < end]
        return named[-1].canonical if named else match[1]
    return None
