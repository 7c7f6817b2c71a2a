"""Organisations by name or by their unique office: 中办, 国务院, 市委, 区委区政府, 襄阳市人民政府, 上合组织.

Organs named by their level alone (市委, 县政府办) are found by rule, with the place before them if it is named;
written together they are one (区委区政府). attrs.level: central, province, city, county, district, township.
Generic ones (各级党委, 各部门, 党) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.clashes import is_other_word
from extract.naming import Candidate, hits, longest, mentions
from extract.organs import LEVELS, organs
from extract.records import Mention, Speech
from extract.registry import Extractor

_CENTRAL = frozenset({"party", "government", "congress", "cppcc", "discipline", "judicial", "military"})
_CENTRE = re.compile(
    r"(?<![党共以在为到和从政是央集由往个心发其])中央(?=[和、及与]?(?:省|国务院|全会精神)|对|关于|决定|要求|精神|部署|提出|强调|领导同志|批准|决策|确定|和省|、省|[，。、]|政策)"
)
_CENTRE_NOT = re.compile("(?:党|共|舞台|广场|大厅|城市|会场|地带|位置|市区|公园|湖|房间|场地)$")
_ARMY = re.compile(r"(?:陆军|空军|海军)?第[一二三四五六七八九十百\d]{1,4}(?:集团军|野战军|方面军|军团|集群|军区)")
_COUNTRY_ORGAN = re.compile(
    "政府(?!军|间)|(?:外交部|国防部|财政部|商务部|内政部|教育部)(?!长)|国会|议会|最高法院|参议院|众议院|总统府|央行|中央银行|空军|海军|陆军|警方|军方|国家安全局|气象局|统计局|驻华大使馆"
    "|大使馆|共产党|社会党"
)
_LOCAL_ORGAN = re.compile(
    r"[一-龥]{0,6}?(?:大学(?!生)|学院|医院|中学|小学|师范|博物馆|图书馆|档案馆|纪念馆|美术馆|科技馆|日报社|晚报社|出版社|电视台|广播电台|公安局|公安厅|海关|法院|检察院|研究院|研究所"
    r"|交易所|商会|协会|气象局|地震局|税务局|教育局|教育厅|民政局|民政厅|财政厅|财政局|卫生厅|卫计委|卫健委|环保局|环保厅|交通厅|水利厅|水利局|农业厅|农业局|工信厅|工商局|监狱|警察局|消防支队"
    r"|消防总队|军区|警备区|铁路局|航空公司|银行|集团|公司)"
)
_NO_ORGAN = re.compile(
    r"^公司|^集团|^银行|^医院|^学院|一家|某|[的和与在了是等有为将对把被从到各多个及这那所向以也\d]|一些|部分|境内|全|本地|当地|地区|省属|市属"
)
_PARTY_AFTER = re.compile("人(?!民)|员|党|性质|党员")
_SHORT_AFTER = {
    "北大": "[门街荒方洋山道]",
    "清华": "[园]",
    "华为": "[民实]",
    "红军": "[装]",
    "武警": "[官战医]",
    "民革": "[命]",
    "上合": "[作理法并计同格约]",
    "总政": "[策府]",
    "总后": "[续来方期]",
    "总装": "[配机备修下车]",
    "中国石油": "[产储资消]",
    "总参": "[与加考展]",
    "农行": "[为]",
    "亚行": "[为]",
    "国航": "[天母空海]",
    "建行": "[为业动]",
    "工行": "[为业动]",
    "扶贫办": "[法学好公]",
    "亚信": "[息任]",
    "北航": "[线道]",
    "建设部": "[门分队长署件位]",
    "教育部": "[门分署]",
    "人事部": "[门]",
    "司法部": "[门]",
    "交通部": "[门]",
    "农业部": "[门分]",
    "水利部": "[门]",
    "文化部": "[门分]",
    "财政部": "[门]",
    "卫生部": "[门]",
    "商务部": "[门]",
    "民政部": "[门]",
    "公安部": "[门队]",
    "国防部": "[队]",
    "铁道部": "[门]",
    "审计署": "[名]",
    "中国银行": "[业间]",
    "中国移动": "[互支通医]",
    "中国电信": "[业]",
    "中国铁路": "[建事运网]",
    "人民政协": "[报理]",
    "共青团": "[员旗]",
    "国办": "[学]",
    "中办": "[学]",
    "央视": "[觉]",
}
_SHORT_BEFORE = {
    "北大": "[东西华以]",
    "民建": "[人居军农移]",
    "民革": "[人国农居全]",
    "农行": "[务]",
    "建行": "[新]",
    "工行": "[施]",
    "国航": "[中我各全美]",
    "国办": "[全各我中]",
    "世行": "[处问]",
    "上合": "[事会际路身术度规线]",
    "中办": "[会集其当]",
    "央行": "中",
    "北航": "[东西湖河]",
    "建设部": "[设]",
    "交通部": "[城市]",
}
_AFTER_RE = {name: re.compile(p) for name, p in _SHORT_AFTER.items()}
_BEFORE_RE = {name: re.compile(p) for name, p in _SHORT_BEFORE.items()}


def organizations(speech: Speech) -> Iterator[Mention]:
    """Yield the organisations of a speech, in text order."""
    text = speech.view.text
    named = [_with_level(hit) for hit in hits(speech, "ORG") if _stands(text, hit)]
    places = [hit for hit in hits(speech, "PLACE") if not is_other_word(text, hit.start, hit.end)]
    by_rule = [*organs(text, places), *_of_places(text, longest(places)), *_others(text)]
    yield from mentions(speech, "ORG", longest([*named, *by_rule]))


def _with_level(hit: Candidate) -> Candidate:
    attrs = {"kind": hit.kind} if hit.kind else {}
    if hit.kind in _CENTRAL:
        attrs["level"] = "central"
    return Candidate(hit.start, hit.end, hit.canonical, hit.method, hit.score, hit.kind, attrs)


def _stands(text: str, hit: Candidate) -> bool:
    name = text[hit.start : hit.end]
    after, before = _AFTER_RE.get(name), _BEFORE_RE.get(name)
    if after and after.match(text, hit.end) or before and hit.start and before.match(text, hit.start - 1):
        return False
    if name in ("中国共产党", "共产党"):
        return not _PARTY_AFTER.match(text, hit.end) and not (
            name == "共产党" and text[hit.start - 1 : hit.start] in "国各本"
        )
    if name == "中共":
        return not re.match("[中党]?央|[一二三四五六七八九十]{1,3}大|党|有|同|产", text[hit.end : hit.end + 4])
    if (
        name.endswith("部")
        and text[hit.end : hit.end + 1] == "门"
        or name.endswith("国")
        and text[hit.end : hit.end + 1] == "家"
    ):
        return False
    if hit.kind == "government" and name.endswith("部") and text[hit.end : hit.end + 1] == "长":
        return False
    return not (name in ("解放军", "红军", "志愿军") and text[hit.end : hit.end + 1] in "官战指将")


def _of_places(text: str, places: list[Candidate]) -> Iterator[Candidate]:
    """Yield a country's organs (美国国会) and institutions that begin with their place (北京市第一中学)."""
    for place in places:
        if place.kind == "country":
            match = _COUNTRY_ORGAN.match(text, place.end)
            if (
                match
                and (match[0], text[place.start : place.end]) != ("共产党", "中国")
                and not text.endswith(("一个", "其", "集"), 0, place.start)
            ):
                yield Candidate(place.start, match.end(), text[place.start : match.end()], "rule", 0.8, "government")
        elif place.kind in ("province", "prefecture", "county", "city"):
            match = _LOCAL_ORGAN.match(text, place.end)
            if match and not _NO_ORGAN.search(match[0]):
                yield Candidate(place.start, match.end(), text[place.start : match.end()], "rule", 0.7, "institution")


def _others(text: str) -> Iterator[Candidate]:
    for match in _ARMY.finditer(text):
        yield Candidate(*match.span(), match[0], "rule", 0.85, "military", {"kind": "military"})
    for match in _CENTRE.finditer(text):
        if not _CENTRE_NOT.search(text, max(match.start() - 2, 0), match.start()):
            attrs = {"kind": "party", "level": LEVELS["中央"]}
            yield Candidate(*match.span(), "中共中央", "rule", 0.7, "party", attrs)


PLUGIN = Extractor("organizations", organizations, ("ORG",))
