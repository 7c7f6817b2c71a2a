"""Mottos, set couplets and metaphors: from the lexicon, coined in quotation marks, or couplets by their form.

A metaphor of one word counts only in quotation marks (“螺丝钉”), a motto also without. What is quoted is a coinage unless
it is an ordinary word, a name, a formula, or a speaker's full statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.couplets import balanced, couplets, mended
from extract.quotemarks import Quoted, quoted
from extract.records import FORMULATION_LABELS, NAME_LABELS, Match, Mention, Speech
from extract.registry import Extractor

_ORDINARY = re.compile(
    "差不多|过得去|很可能|一般化|无所谓|老一套|看不见|不知道|没办法|也许|可能|大概|所谓|这个|那个|为什么|怎么办|怎么样|是什么|你好|谢谢|"
    "[一二三四五六七八九十]+五|[一二三四五六七八九十]人帮|大家好|有的人|什么的|不可能|没问题|.{1,4}了|[不没很最].{1,4}的|任何.*|好人|坏人|自己|我们|他们"
)
_NAMED = re.compile(
    ".{2,}(?:讲坛|论坛|课堂|讲堂|工程|行动|计划|活动|专项|大赛|年|节|日|周|奖|杯|号|榜|报|网|展|会|中心|公司|基地|协会|学院|小组|专栏|协定|协议|规划|纲要|法|系统|"
    "组织|独立|条约|之歌|游|党|报告|公约|案|.病|症|综合征|病毒|法则|时间|威胁|阵线|集团|[主由府]军|武装力量|标准|联盟|软件|平台|号人物|"
    "楷模|模范|标兵|卫士|勇士|功臣|先锋号|工作者|优秀.{0,4}党员|称号|奖章|勋章|连|晚会)|全国(?:优秀|先进|劳动|道德|三八).*|最美.{1,6}"
)
_BEFORE_NAME = re.compile(
    "(?:台风|飓风|热带风暴|卫星|飞船|航母|商标|品牌|公司|网站|名叫|名为|叫做?|所谓的?|代号|绰号|昵称|笔名|一个|什么|诬蔑.{0,8}|污蔑.{0,8}|鼓吹|叫嚣|"
    "攻击.{0,12}是|描述成|说成|斥为|谎称|妄称|蔑为|诬为|借口|宣布.{0,10}为|攻击.{0,14}|说什么.{0,10})[“\"‘]?$"
)
_AFTER_WORD = re.compile("[”\"’](?:一词|二字|两字|三字|两个字|三个字|字样|的?感觉|之感|的想法|的念头|的说法|字号|牌|号|台风|号台风|公司|杂志|一书|案|的?条[款约]|为名|的?名义|的?罪名|的?借口|[级型](?!的)|洲际|(?:公益|试点|合作)?项目|计划|疗法|病毒|完全是|等.{0,8}观点)")
_OBJECT = re.compile("[”\"’](?:[级型](?!的)|洲际|号)")
"""What follows the name of a ship, a missile or a craft; the name stands alone elsewhere in the text."""

_LONG = 200
"""Characters in which an official text has a known formulation."""

_CHAIN = re.compile("(?:”“[^”“]{1,8})+”")
"""Further quoted words without anything between; what follows them belongs to all."""

_HAN = re.compile("[\u3400-\u9fff]")
_HALF = re.compile("[^“”‘’\"和与、]+")
_APART = re.compile("[”’\"][和与、及]?[“‘\"]|[和与](?![^、，]*[、，])")
_FULL_STOP = re.compile("[。！？!?]")
_PARTS = re.compile("[、，,；;]")


def find_slogans(speech: Speech) -> Iterator[Mention]:
    """Yield slogans by lexicon, then quoted coinages, then couplets by form."""
    whole = [stretch for stretch in quoted(speech.view.text) if stretch.end > stretch.start]
    stretches = [(stretch, speech.view.source_span(stretch.start, stretch.end)) for stretch in whole]
    inside = {span for _, span in stretches}
    for match in speech.matched("SLOGAN"):
        yield from _from_lexicon(speech, match, inside)
    known = {(m.start, m.end) for m in speech.matched("SLOGAN", *FORMULATION_LABELS)}
    yield from _coinages(speech, stretches, known)
    yield from _couplets(speech, stretches)


def _couplets(speech: Speech, stretches: list[tuple[Quoted, tuple[int, int]]]) -> Iterator[Mention]:
    """Yield unquoted couplets: those of the right form, and those that the text quotes elsewhere."""
    text = speech.view.text
    said = {text[s.start : s.end] for s, _ in stretches if s.whole and 6 <= s.end - s.start <= 24}
    coined = sorted(words for words in said if _PARTS.search(words) and not _FULL_STOP.search(words) and balanced(words))
    again = [m.span() for w in coined for m in re.finditer(re.escape(w), text)]
    crossing = [(m.start, m.end) for m in speech.matched("PRINCIPLE", "FORMULA", "SLOGAN")]
    for first, last in sorted({*couplets(text), *again}):
        start, end = speech.view.source_span(first, last)
        if not any(s < start < e < end or start < s < end < e or s <= start and end <= e for s, e in crossing):
            yield speech.mention(start, end, "SLOGAN", score=0.5)


def _from_lexicon(speech: Speech, match: Match, inside: set[tuple[int, int]]) -> Iterator[Mention]:
    """Yield a match; where its halves stand apart (“坚强前哨”和“巩固后院”), each half."""
    kinds = (match.entry.kind or "").split(";")
    text = speech.text[match.start : match.end]
    if "quoted" in kinds and (match.start, match.end) not in inside:
        return
    halves = list(_HALF.finditer(text)) if _APART.search(text) else []
    if len(halves) > 1 and "、" in match.entry.name + "".join(match.entry.forms):
        for half in halves:
            span = match.start + half.start(), match.start + half.end()
            yield speech.mention(*span, "SLOGAN", method="lexicon", score=0.9)
    else:
        yield speech.mention(match.start, match.end, "SLOGAN", match.entry.name, method="lexicon")


def _coinages(
    speech: Speech, stretches: list[tuple[Quoted, tuple[int, int]]], known: set[tuple[int, int]]
) -> Iterator[Mention]:
    """Yield what is coined in quotation marks."""
    text = speech.view.text
    if len(text) > _LONG and not speech.matched(*FORMULATION_LABELS):
        return  # without any known formulation its quotation marks stand for names, terms and irony
    names = _Names(speech)
    named = {speech.text[a:b] for s, (a, b) in stretches if _OBJECT.match(text, s.end)}
    taken = {(m.start, m.end) for m in speech.found("FORMULA", "SPIRIT", "ALLUSION")} | known
    statements = {(m.start, m.end) for m in speech.found("QUOTE")}
    ordinary = {(m.start, m.end) for m in speech.matched("THEME")}
    pairs = _paired_words(text, stretches, ordinary)
    for stretch, (start, end) in stretches:
        start, end = _trimmed(speech.text, start, end)
        words = speech.text[start:end]
        if (start, end) in taken or names.hold(start, end) or start >= end:
            continue
        if len(words) == 2 and (start, end) in ordinary or words in named or _named(text, stretch, words):
            continue
        if _is_coined(words, stretch, (start, end) in statements, pairs):
            score = 0.8 if stretch.whole else 0.5
            yield speech.mention(start, end, "SLOGAN", mended(re.sub("[“”‘’\"]", "", words)), score=score)


class _Names:
    """Where names stand, for many questions."""

    def __init__(self, speech: Speech) -> None:
        self._events = {(m.start, m.end) for m in speech.found("EVENT")}
        self._inside = {at for m in speech.found(*NAME_LABELS) if m.label != "EVENT" for at in range(m.start, m.end)}

    def hold(self, start: int, end: int) -> bool:
        """Say whether quoted words are a name or part of one; “人工智能+” in “人工智能+”行动 stands for itself."""
        if start in self._inside and end - 1 in self._inside:
            return True
        return any((start + a, end + b) in self._events for a in (-1, 0, 1) for b in (-1, 0, 1))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in "。，；！,;! ":
        end -= 1
    return start, end


def _named(text: str, stretch: Quoted, words: str) -> bool:
    """Say whether the marks stand for a name or a word as a word."""
    before, after = text[max(0, stretch.start - 8) : stretch.start], text[stretch.end : stretch.end + 5]
    following = _CHAIN.match(text, stretch.end)
    after = text[following.end() - 1 : following.end() + 5] if following else after
    return bool(_NAMED.fullmatch(words) or _BEFORE_NAME.search(before) or _AFTER_WORD.match(after))


def _is_coined(words: str, stretch: Quoted, statement: bool, pairs: set[int]) -> bool:
    """Say whether quoted words have the form of a coinage."""
    size = len(_HAN.findall(words))
    if size < 2 or len(words) > 36 or re.search("[。！？!?：:《》*＊×\n…]|XX|\\d{2}|精神$", words) or _ORDINARY.fullmatch(words):
        return False
    if size == 2 and not _PARTS.search(words):
        return stretch.start in pairs
    if _PARTS.search(words):
        return balanced(words) or not statement and len(words) <= 14
    return not statement and len(words) <= 16


def _paired_words(
    text: str, stretches: list[tuple[Quoted, tuple[int, int]]], ordinary: set[tuple[int, int]]
) -> set[int]:
    """Return where two-character words are quoted side by side in a sentence: “归零”思维、“空杯”意识."""
    short = [(s, span) for s, span in stretches if s.end - s.start == 2 and s.whole]
    listed = _listed(text, [s for s, _ in short])
    found = set()
    for (one, span), (two, other) in zip(short, short[1:], strict=False):
        between = text[one.end + 1 : two.start - 1]
        close = two.start - one.end < 22 and not re.search("[。！？\n]", between) and len(between) > 0
        if close and span not in ordinary and other not in ordinary and not {one.start, two.start} <= listed:
            found |= {one.start, two.start}
    return found


def _listed(text: str, short: list[Quoted]) -> set[int]:
    """Return which words stand in a bare list of three or more (“铁路”、“公路”、“航空”): those are plain nouns."""
    found: set[int] = set()
    run: list[int] = []
    for one, two in zip(short, [*short[1:], None], strict=False):
        run.append(one.start)
        if two is None or text[one.end + 1 : two.start - 1] != "、":
            found |= set(run) if len(run) > 2 else set()
            run = []
    return found


PLUGIN = Extractor(
    "slogans",
    find_slogans,
    ("SLOGAN",),
    after=(
        *("allusions", "documents", "events", "formulas", "organizations", "persons", "places", "principles"),
        *("quotations", "spirits"),
    ),
)
