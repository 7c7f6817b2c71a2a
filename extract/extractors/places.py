"""Geographic names: countries, divisions of China, regions, waters, mountains and well-known sites.

Names of the lexicon that touch are one place (河南安阳林州市红旗渠), and a village, town, street or zone that follows a
known place belongs to it (襄城区闸口社区). Masked names (XX区) are none. A name inside an organisation, a document or
a spirit is dropped later, when mentions are resolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.clashes import is_inside_foreign_word, is_other_word, needs_place_before
from extract.naming import MASKS, Candidate, hits, longest, mentions
from extract.records import Mention, Speech
from extract.registry import Extractor

_CHINA_AFTER = re.compile(
    "共产党|共产主义|特色|式现代化|式|梦|化|精神|共青团|国民党|人民银行|人民解放军|人民政治协商|人民大学|科学院|社会科学院"
    "|工程院|文联|作协|记协|法学会|证监会|银行|传统文化|古代文化|工农红军|国际[贸进服]|故事|制造|速度|方案|智慧|力量|声音"
    "|政府(?!和人民)|政策|原则|红十字|足球|女排|航天(?!事业)|移动|联通|电信|铁路|石油|石化|海油|家|有企|有资|人民抗日|革命|共$"
)
_CHINA_BEFORE = (
    "一个",
    "平安",
    "美丽",
    "健康",
    "数字",
    "法治",
    "清洁",
    "其",
    "集",
    "发展",
    "心",
    "当",
    "爱",
    "新",
    "旧",
    "老",
)
_TAIL = re.compile(
    r"(?!大|小|各|和|与|的|农|全|乡|新农|一些|建|城市|老)[一-龥]{1,5}?(?:社区|村委会|村|镇|乡|街道|苏木|嘎查|新区|开发区|高新区|片区|园区|工业园|"
    r"自贸区|自由贸易试验区|自由贸易港|保税区|风景区|新城|水库|大桥|火车站|高铁站|机场|港|革命老区|油田|煤矿|林场|农场|湿地|保护区|国家公园)"
    r"(?![民企庄级落容支镇史务])"
)
_ZONE = re.compile(
    r"(?<![一-龥])([一-龥]{2,3})(新区|高新区|经开区|片区|工业园区)|([一-龥]{2})(新区)|([一-龥]{2}[线路桥湖山河门庄沟岗口湾坡塘岭店港洲])(片区)"
)
_NO_ZONE = re.compile(
    "国家|级|城市|产业|工业|农业|建设|发展|核心|老城|中心|集中|重点|各|个|城|功能|规划|生态|示范|开发|改造|整治|项目|试点|设立|成立"
    "|加快|推动|一批|多个|棚户|科技|创新|和|与|的|在|该|本|全|这|那|新|等|及|支持|打造|老旧|移民|安置|贫困|特困|灾区|地区|国际"
)
_CONNECTED = frozenset(
    {"country", "province", "prefecture", "county", "heritage", "water", "mountain", "new area", "city", "place"}
)


def places(speech: Speech) -> Iterator[Mention]:
    """Yield the places of a speech, in text order, each as the longest name that stands."""
    text = speech.view.text
    named = hits(speech, "PLACE")
    ends = {hit.end for hit in named}
    known = longest([hit for hit in named if _stands(text, hit, ends)])
    known = longest([*known, *_zones(text)])
    found = [_with_tail(text, place) for place in _joined(known)]
    yield from mentions(speech, "PLACE", longest([*found, *_short_forms(text, found)]))


def _stands(text: str, hit: Candidate, ends: set[int]) -> bool:
    word = text[hit.start : hit.end]
    if word == "中国":
        return not _CHINA_AFTER.match(text, hit.end) and not text.endswith(_CHINA_BEFORE, 0, hit.start)
    if hit.kind == "city" and is_inside_foreign_word(text, hit.start, hit.end):
        return False
    if needs_place_before(word) and hit.start not in ends:
        return False
    if len(word) == 2 and word[1] in "县区" and text[hit.start - 1 : hit.start] > "一" and hit.start not in ends:
        return False  # 和县, 文县: after a word they are 和 + 县
    return not is_other_word(text, hit.start, hit.end)


def _joined(places: list[Candidate]) -> list[Candidate]:
    """Join places that touch and go from the larger to the smaller; other neighbours stay apart."""
    out: list[Candidate] = []
    for place in places:
        last = out[-1] if out else None
        if last and last.end == place.start and last.kind in _CONNECTED and place.kind in _CONNECTED:
            if last.kind != "country":
                name = last.canonical + place.canonical
                out[-1] = Candidate(last.start, place.end, name, "rule", 0.95, place.kind)
                continue
        out.append(place)
    return [replace(place, attrs={"kind": place.kind} if place.kind else {}) for place in out]


def _with_tail(text: str, place: Candidate) -> Candidate:
    """Take in a village, zone or site that is named right after a division of China."""
    if place.kind not in ("province", "prefecture", "county"):
        return place
    end = place.end
    while tail := _TAIL.match(text, end):
        if any(c in MASKS for c in tail[0]) or _NO_ZONE.search(tail[0][:-2]):
            break
        end = tail.end()
    if end == place.end:
        return place
    return Candidate(place.start, end, text[place.start : end], "rule", 0.8, "place", {"kind": "place"})


def _zones(text: str) -> Iterator[Candidate]:
    """Yield new areas and quarters that the lexicon does not know, by their ending."""
    for match in _ZONE.finditer(text):
        index = match.lastindex - 1
        name = match[index]
        if not _NO_ZONE.search(name) and text[match.start(index) - 1 : match.start(index)] not in tuple(MASKS):
            yield Candidate(match.start(index), match.end(), name + match[index + 1], "rule", 0.7, "new area")


def _short_forms(text: str, found: list[Candidate]) -> Iterator[Candidate]:
    """Yield a new area's name without its ending where the text has named it in full: 东津 for 东津新区."""
    names = {p.canonical.removesuffix("新区"): p.canonical for p in found if p.canonical.endswith("新区")}
    taken = {p.start for p in found}
    for short, name in sorted(names.items()):
        if 2 <= len(short) <= 3:
            for match in re.finditer(re.escape(short), text):
                if match.start() not in taken:
                    yield Candidate(*match.span(), name, "rule", 0.7, "new area", {"kind": "new area"})


PLUGIN = Extractor("places", places, ("PLACE",))
