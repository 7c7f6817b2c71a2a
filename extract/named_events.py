"""Events that carry a name of their own: …峰会, …论坛, …专项行动, …主题教育, 台风“烟花”, …80周年."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.naming import Candidate
from extract.numerals import NUMERAL

_H = r"(?:[一-龥（）A-Z0-9+＋·\-－—]|“[^”“\n]{1,14}”)"
_STORM = re.compile(
    r"(?:第[0-9一二三四五六七八九十]+号)?(?:超强|强)?台风[“\"‘][^”\"’\n]{1,5}[”\"’]|[“\"][一-龥]{1,4}[”\"]台风"
)
_MEETINGS = (
    "峰会|会议|运动会|博览会|论坛|大会|年会|对话会|座谈会|交易会|洽谈会|奥运会|亚运会|世界杯|领导人会晤|艺术节|电影节"
    "|读书日|文化节|联欢会"
)
_SUMMITS = (
    "峰会|领导人非正式会议|高峰论坛|国际合作论坛|博览会|交易会|国际论坛|部长级会议|首脑会议|元首理事会(?:会议)?|领导人会晤"
    "|三方会晤|安全会议|联席会议机制会议|对话大会|高层对话会"
)
_CONFERENCES = (
    "工作会议|工作座谈会|座谈会|代表大会|表彰大会|动员大会|总结大会|主任会议|电视电话会议|视频会议|现场会|推进会|部署会"
    "|论坛|学习会|警示教育大会|经验交流会|读书班|大会|会议"
)
_CONVENERS = "中央|全国|全省|全市|全县|全区|全军|省委|市委|县委|区委|国务院|中共中央|党中央|世界|国际"
_CAMPAIGNS = (
    "专项行动|攻坚行动|三年行动|提升行动|培训行动|增效行动|整治行动|更新行动|计划行动|专项整治|专项斗争|攻坚战|保卫战|阻击战"
    "|主题教育|学习教育|专题教育|主题活动|教育活动|实践活动|创建活动|缔造活动|讨论活动|大讨论|大比武|大走访|治理行动|突击行动"
    "|振兴行动|会战"
)
_BODIES = (
    "中国|中华|中共|抗美|抗日|抗战|改革|长征|红军|新中国|建国|建党|建军|香港|澳门|西藏|新疆|内蒙古|宁夏|广西|联合国|人民|全国|世界"
    "|辛亥|五四|[一-龥]{2,4}同志|马克思|恩格斯|列宁"
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """How one kind of event is named: a cheap word to look for, and the whole name in the window around it."""

    anchor: re.Pattern[str]
    name: re.Pattern[str]
    before: int
    after: int
    kind: str
    score: float
    trim: bool = True


_ANNIVERSARY = _Kind(
    re.compile("周年"),
    re.compile(rf"(?:{_BODIES})[一-龥“”]{{0,26}}?{NUMERAL}{{1,5}}周年"),
    *(34, 0, "commemoration", 0.8, False),
)
_CAMPAIGN = _Kind(re.compile(_CAMPAIGNS), re.compile(rf"{_H}{{3,24}}?(?:{_CAMPAIGNS})"), 26, 0, "campaign", 0.6)
_KINDS = (
    _Kind(
        re.compile(rf"第{NUMERAL}{{1,4}}[届次]"),
        re.compile(
            rf"(?:[一-龥A-Z]{{2,20}}?)?第{NUMERAL}{{1,4}}[届次][一-龥、“”A-Z·\-－—（）]{{0,22}}?(?:{_MEETINGS})"
        ),
        *(20, 28, "meeting", 0.85, False),
    ),
    _Kind(re.compile(_SUMMITS), re.compile(rf"{_H}{{2,16}}?(?:{_SUMMITS})"), 18, 0, "meeting", 0.75),
    _Kind(
        re.compile(_CONFERENCES),
        re.compile(rf"(?:{_CONVENERS})[一-龥“”（）、]{{2,24}}?(?:{_CONFERENCES})"),
        *(28, 0, "meeting", 0.75, False),
    ),
    _CAMPAIGN,
)
_PLAIN_CAMPAIGN = re.compile(
    rf"(?:开展|实施|启动|推进|深化)(?:了)?(?P<name>{_H}{{4,16}}?(?:行动|活动))(?=[，。、；取圆以中的等和\n]|$)"
)
_QUOTED_CAMPAIGN = re.compile(
    "“[^”“\\n]{2,14}”(?:主题教育|专题教育|学习教育|教育活动|主题活动|专项行动|专项整治|活动|行动|工程行动|大讨论)"
)
_QUOTED_YEAR = re.compile("“[^”“\\n一二三四五六七八九十百0-9]{1,5}[^”少青老中今千拜]年”")
_LEAD = re.compile("[一-龥]{2,6}$")
_TRIGGER = re.compile(
    "提交|提请|听取|主持|列席|会见|祝贺|迎接|庆祝|纪念|赞赏|保障|完成|巩固深化|巩固|办好|表示|开展|实施|举行|举办|召开|出席|主办|承办|参加|启动|(?:持续|深入|扎实|大力|深化|加快)推进|推动|打赢|打好|贯彻落实"
    "|落实|传达学习|学习贯彻(?!习近平)"
)
_START = re.compile(
    r"(?:参加|出席|召开|举行|举办|开展|实施|推进|贯彻|落实|部署|推动|深化|组织|启动|做好|抓好|打赢|打好|成功举办|在|了|的|是|为|以|和|与|及|对|从|把|将|加快|加强|大力|深入|全面|持续"
    r"|扎实|积极|继续|主持|承办|筹办|宣布|通过|传达|学习|持续推进|深入开展|扎实开展|大力实施|全面开展|"
    r"着力|认真|精心|严格|统筹|支持|配合|参与|围绕|按照|根据|结合|关于|由|于|到|向|等|共|并|后|前|中(?![央俄美日欧非阿拉法德英韩朝蒙印巴])|上(?![合海])|里|就|要|也|又|再|都|已|被|让"
    r"|使|用|以来|此次|本次|这次|该|本|我|我们|他|她|它|各|每|这|那|有|先后|分别|共同|首次|再次|将于|即将|正在|日前|近日|本届|历届|上届|今年|去年|明年|当天|今天|昨天|年|月|日|个|场|项|批|一系列|系列"
    r"|多)"
)
_GENERIC = re.compile(
    r"^(?:的|了|成立|表彰|特别|动员|总结|调研|协商|圆桌|推出|本次|此次|这次|该次|上次|和|与|重大|重要|各类|各种|有关|相关|一系列|系列|这|那|此|该|本|上述|多种|丰富|群众|文化|体育|经济"
    r"|政治|社会|生产|经营|创新|创业|学习|自觉|思想|实际|具体|统一|集体|联合|共同|军事|一致|积极|主动|违法|犯罪|犯罪|恐怖|非法|外交|侵略|党内|组织|日常|国际|国内|重点|年度|重要|工作|常委会"
    r"|常务|办公|全国|全省|全市|全县|全区|省委|市委|县委|区委|省政府|市政府|县政府|区政府|国务院|中央|世界|各地|省|市|县|区|专题|全体|扩大|现场|本届|历届|首届|应急|救援|救灾|志愿服务|公益"
    r"|维和|撤离|政府|国家|企业|单边|维权|执法|保护主义)*"
    r"(?:会议|大会|活动|行动|论坛|峰会|座谈会|攻坚战|实践活动|教育活动|主题活动|会战|专项行动|专项整治|学习教育|主题教育|创建活动|博览会|交易会|代表大会|工作会议)$"
)
_WEAK = re.compile(
    "联合|突击|集中|自由|一系列|实际|统一|相关|有关|各种|各类|系列|犯罪|恐怖|丰富|重要|多种|生产|经营|社会|志愿|课外|群众|文体|文化|外交|经济|日常|党内|学术|调研"
)
_BREAK = re.compile(
    r"[的了是在就将向]|主持|出席|列席|召开|提请|建议|决定|强调|致信|期待|正在|负责同志|所作|举行|意见|关于|取得|进程|达到|才能|其中|按照|根据|作为|评选|普遍|认为|进行|等专项|上打|检验|代替|赢得|同志"
)
_PLAIN_ORDINAL = re.compile(
    rf"^(?:{_H}{{0,2}})?第{NUMERAL}{{1,4}}[届次](?:全体|部长级|领导人|首脑|理事会|委员)?(?:会议|峰会|大会|论坛|年会)$|^[一二三四五六七八九十]大|^[0-9一]"
    rf"|^首届部长级会议$|^论坛峰会$"
)
_ORGAN_ONLY = re.compile(
    "^(?:中华人民共和国)?(?:第.{1,3}届|全国)*人民代表大会$|^.{2}会议$|(?:妇女|工会|会员|职工)代表大会$|^联合国大会$|^全国人大常委会.*会议$|党组会议$|政治局(?:常委会)?会议$"
)
_HALF = re.compile(
    "(?:会议|大会|行动|活动|论坛)(?:室|精神$|者|家|力|派|纲领|能力|自觉|步伐|方案|计划|指南|中心|厅|堂|员)"
)


def named_events(text: str, starts: set[int]) -> Iterator[Candidate]:
    """Yield events found by how they are named. `starts`: where known organisations and places start."""
    for match in _STORM.finditer(text):
        yield _event(match.span(), text, "disaster", 0.95)
    for start, end in _windows(_ANNIVERSARY, text):
        at = _left(text, start, end, starts, False)
        at += text.startswith("纪念", at - 1)
        if not _BREAK.search(text, at, end):
            yield _event((at, end), text, _ANNIVERSARY.kind, _ANNIVERSARY.score)
    yield from _quoted_campaigns(text, starts)
    for match in _PLAIN_CAMPAIGN.finditer(text):
        start = _quoted(text, *match.span("name"))
        if _is_name(text[start : match.end("name")], text, match.end("name")) and not _WEAK.search(match["name"]):
            yield _event((start, match.end("name")), text, "campaign", 0.6)
    for kind in _KINDS:
        for start, end in _windows(kind, text):
            at = _left(text, start, end, starts, kind.trim)
            if kind is _CAMPAIGN:
                at = _quoted(text, at, end)
            if at < end and _is_name(text[at:end], text, end):
                yield _event((at, end), text, kind.kind, kind.score)


def _windows(kind: _Kind, text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of a kind's names; the costly pattern is tried only around the cheap word."""
    done = 0
    for anchor in kind.anchor.finditer(text):
        if anchor.end() > done:
            match = kind.name.search(text, max(anchor.start() - kind.before, done), anchor.end() + kind.after)
            if match:
                done = match.end()
                yield match.span()


def _quoted_campaigns(text: str, starts: set[int]) -> Iterator[Candidate]:
    for match in _QUOTED_CAMPAIGN.finditer(text):
        yield _event(match.span(), text, "campaign", 0.7)
    for match in _QUOTED_YEAR.finditer(text):
        lead = _LEAD.search(text, max(match.start() - 6, 0), match.start())
        if lead:
            yield _event((_left(text, lead.start(), match.end(), starts, True), match.end()), text, "campaign", 0.7)


def _left(text: str, start: int, end: int, starts: set[int], trim: bool) -> int:
    """Move the start behind verbs and particles that a run of characters took in from the left."""
    at, breaks = start, "的了和及与、"
    for match in _TRIGGER.finditer(text, max(start - 4, 0), end - 2):
        if match.end() >= start and not _in_quotes(text, start, match.start()):
            at, breaks = match.end(), "的了"
    known = [s for s in range(at, end - 3) if s in starts and not _BREAK.search(text, s, end)]
    if known and not _in_quotes(text, start, known[0]) and (known[0] == at or breaks != "的了"):
        return known[0]
    for index in range(at, end - 4):
        if text[index] in breaks and not _in_quotes(text, start, index):
            at = index + 1
    while trim or at == start:
        match = _START.match(text, at)
        if not match or match.end() >= end - 3 or at in starts:
            break
        at = match.end()
    return at


def _quoted(text: str, start: int, end: int) -> int:
    """Return where the quoted name before a campaign's last word starts, if it has one: “人工智能+”行动."""
    quote = text.rfind("“", start, end)
    return quote if quote > 0 and end - text.rfind("”", start, end) < 8 else start


def _in_quotes(text: str, start: int, index: int) -> bool:
    return text.count("“", start, index) > text.count("”", start, index)


def _is_name(name: str, text: str, end: int) -> bool:
    if (
        len(name) < 4
        or _GENERIC.match(name)
        or _PLAIN_ORDINAL.match(name)
        or _ORGAN_ONLY.search(name)
        or _BREAK.search(name)
        or name.count("“") != name.count("”")
    ):
        return False
    return not _HALF.match(name[-2:] + text[end : end + 3])


def _event(span: tuple[int, int], text: str, kind: str, score: float) -> Candidate:
    name = text[span[0] : span[1]]
    start = span[0] + 1 if name[0] in "“‘" else span[0]  # the span begins after an opening mark, the name keeps it
    return Candidate(start, span[1], name, "rule", score, kind, {"kind": kind})
