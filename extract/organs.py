"""Organs of the Party and the state that are named by their level: 市委, 县委政府, 县政府办, 省人大常委会."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.naming import Candidate

LEVELS = {
    "中央": "central", "省": "province", "自治区": "province", "市": "city", "地": "city", "州": "city", "盟": "city",
    "县": "county", "旗": "county", "区": "district", "镇": "township", "乡": "township", "街道": "township",
}  # fmt: skip
"""The level that each word for a unit of administration stands for."""

_UNIT = r"(?:(?<![一-龥])自治区|(?<=[各全本族、，])自治区|省|(?<!城)市|(?<![小社校园辖灾牧林景库战军老特片苏地政])区|县|州|盟|旗)"
_OFFICE = r"(?:办公厅|办公室|办(?![公事学理好企法实案会文税基医养园教了]))"
_DEPARTMENT = r"(?:组织部|宣传部|统战部|政法委|社会工作部|政策研究室|政研室|改革办|网信办|国安办|编办|党校|督查室|机要局|保密局|巡察办|巡视办|老干部局|直属机关工委|工委|农办|财办|外办|台办)"
_BUREAU = (
    r"(?:发改委|发展改革委|发展和改革委员会|教育局|教育厅|科技局|科技厅|工信局|工信厅|公安局|公安厅|民政局|民政厅|司法局|司法厅|财政局|财政厅|人社局|人社厅|自然资源局|自然资源厅|生态环境局|生态环境厅"
    r"|住建局|住建厅|交通运输局|交通局|交通运输厅|水利局|水利厅|农业农村局|农业农村厅|商务局|商务厅|文旅局|文旅厅|文化和旅游局|卫健委|卫健局|卫生健康委|退役军人事务局|应急管理局|应急局|应急管理厅|审计局"
    r"|审计厅|国资委"
    r"|市场监管局|市场监督管理局|统计局|医保局|信访局|机关事务管理局|机关事务局|乡村振兴局|林业局|税务局|城管局|行政审批局|大数据局|档案局|档案馆|总工会|妇联|工商联|科协|文联|残联|团委|融媒体中心"
    r"|党史研究室)"
)
_COMMITTEE = r"委(?!员(?!会)|托|派|任|屈|婉|曲|实|靡|办局)(?:员会)?"
_PARTY = rf"{_COMMITTEE}(?:常委会|全委会|{_DEPARTMENT}|{_OFFICE})?"
_STATE = rf"(?:人民)?政府(?:党组|常务会议?|{_OFFICE})?"
_CONGRESS = r"人大(?:常委会(?:党组)?|常务委员会)?(?![代会])|人民代表大会(?:常务委员会)?(?!代)"
_REST = rf"政协(?!委|会)|监察?委(?:员会)?|纪委监委|纪委(?:常委会)?|纪律检查委员会|中级人民法院|人民法院|法院|人民检察院|检察院|{_BUREAU}"
_ORGAN = re.compile(
    rf"(?P<unit>{_UNIT})(?:(?P<both>委(?:(?P=unit)|人民)?政府(?:{_OFFICE})?|党委(?:(?P=unit)|人民)?政府)|(?P<one>党委(?!书记?$)"
    rf"|{_PARTY}|{_STATE}|{_CONGRESS}|{_REST}))"
)
_TOWNSHIP = re.compile(r"(?<![乡镇街各县个])(?P<unit>镇|乡|街道)(?:党委政府|党委|党工委|人民政府|政府|办事处)")
_WORKING = re.compile(r"(?<![一-龥])(?:新区|开发区|高新区|园区)(?:党工委管委会|党工委|管委会)")
_GOVERNMENT_OFFICE = re.compile(
    rf"(?<![级委省市县区州旗盟镇乡国人府、和])政府办(?:公室|公厅)?(?![公事学理好企法实案会文税基医养园教了])(?=[一-龥，。、；“”]|$)"
)
_HEADQUARTERS = re.compile(
    r"(?:国家|[省市县区州旗])?(?:防汛抗旱|疫情防控|抗震救灾|防疫|森林防灭火|防灭火|应急|抢险救灾|新冠肺炎疫情防控|防汛)(?:工作)?(?:总指挥部|指挥部|领导小组|应急指挥部)(?:办公室|办)?"
    r"|(?<![一-龥])[省市县区]?防[指总汛]办?(?=办|[，。、的日]|指)|防指办?|防汛办|疫情防控办"
)
_LIST = re.compile("(?:[省市县区]、?)$")
_MANY = re.compile(
    "(?:各|全|每个?|各级|有关|多个?|一些|两|[0-9二三四五六七八九十百]个?|部分|所有|这些|哪个|有的|级|全国|各地|下辖|乡镇|基层|地)$"
)


def organs(text: str, places: list[Candidate]) -> Iterator[Candidate]:
    """Yield the organs named by their level, each with its place's name if that stands right before it."""
    starts: dict[int, int] = {}
    for place in places:
        if place.kind in ("province", "prefecture", "county", "place", "new area"):
            starts[place.end] = min(place.start, starts.get(place.end, place.start))
    for pattern in (_ORGAN, _TOWNSHIP):
        for match in pattern.finditer(text):
            unit = match["unit"]
            if not _MANY.search(text, max(match.start() - 3, 0), match.start()):
                start = starts.get(match.start() + len(unit), starts.get(match.start(), match.start()))
                if (
                    start == match.start()
                    and text[start - 1 : start] in tuple("省市县区、")
                    and _LIST.search(text[:start])
                ):
                    continue  # 省、市、自治区政府; 市县政府: any of them
                yield _organ(text, start, match.end(), unit)
    for pattern in (_WORKING, _HEADQUARTERS):
        for match in pattern.finditer(text):
            yield Candidate(*match.span(), match[0], "rule", 0.8, "office", {"kind": "office"})
    for match in _GOVERNMENT_OFFICE.finditer(text):
        if match[0] == "政府办":
            yield Candidate(*match.span(), match[0], "rule", 0.8, "office", {"kind": "office"})


def _organ(text: str, start: int, end: int, unit: str) -> Candidate:
    if text.startswith("中共", start - 2) and start >= 2:
        start -= 2
    name = text[start:end]
    kind = "government" if "政府" in name else "party" if "委" in name else "state"
    return Candidate(start, end, name, "rule", 0.9, kind, {"kind": kind, "level": LEVELS[unit]})
