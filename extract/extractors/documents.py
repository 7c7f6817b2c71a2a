"""Texts that a speech names: titles in 《》, numbered papers' names, and works that stand without marks.

A title's span is what stands between the innermost 《》; 〈〉 inside belong to it. A title that is not closed is taken
only if it is short and stays on its line. Without marks a document is found by the lexicon (党章, 二十大报告) and by
rules for plans, laws and reports that carry their own name (“十四五”规划, 党的二十大报告, 政府工作报告).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.naming import Candidate, hits, longest, mentions
from extract.numerals import NUMERAL, number_from_numeral, numeral_from_number
from extract.records import Mention, Speech
from extract.registry import Extractor

_TITLE = re.compile(r"《([^《》]{1,120})》")
_UNCLOSED = re.compile(r"《([^《》\n。；！？，“”]{2,40})(?=[。；！？，\n]|$)")
_KINDS = (
    ("law", "法典|宪法|(?<![办方手书兵])法(?:（[^）]*）)?$|修正案"),
    ("regulation", "条例|规定|准则|办法|细则|章程|规则|规程|守则|决定|决议|公约|章程|标准"),
    ("plan", "规划|纲要|计划|方案|目录|清单|指引|指南|行动|任务书"),
    ("notice", "意见|通知|通报|通告|公报|公告|批复|函|建议|声明|宣言|倡议|协定|协议|条约|备忘录"),
    ("report", "报告|白皮书|蓝皮书|讲话"),
    ("periodical", "日报|周报|晚报|时报|早报|杂志|求是|红旗|学刊|周刊|月刊|新闻联播"),
)
_KIND = tuple((kind, re.compile(f"(?:{pattern})(?:（[^）]*）)?$")) for kind, pattern in _KINDS)
_CONGRESS_REPORT = re.compile(
    rf"(?:党的?|中共)?(?:第)?({NUMERAL}{{1,3}})(?:届([一二三四五六七八九])中全会|大)(报告|决定|决议|公报)(?!精神会)"
)
_PLAN = re.compile(
    r"(?:国民经济和社会发展)?(?:[“\"]?十[一二三四五六七]五[”\"]?|第[一二三四五六七八九十]{1,3}个五年)"
    r"(?:规划纲要|规划|计划)(?:和20\d\d年远景目标(?:纲要)?|纲要)?"
)
_FIVE_YEARS = re.compile(r"[“\"](十[一二三四五六七]五)[”\"](?!规划|时期|期间|末|以来|开局|的|计划|头|前|后)")
_UNMARKED = re.compile(
    r"(?:出台|印发|制定|实施|推出|推进|修订|编制|发布|颁布|落实|执行|贯彻|通过|审议通过|编制实施|制定实施|公布)"
    r"(?:了|和|并|好)?(?:新版|新一轮|首个|首部|新的)?((?:[一-龥]|“[^”\n]{1,12}”){3,24}?"
    r"(?:行动计划|行动方案|实施方案|规划纲要|建设指引|负面清单|管理办法|条例|工作规则|药目录|实施细则|指导意见|实施意见|总体方案|改革方案|试点方案"
    r"|国家方案|纲要|规划))(?=[，。、；：！的并和及中》\n]|$)"
)
_LEADING = re.compile(
    "(?:实施|出台|制定|颁布|印发|推进|完善|执行|并|继续|发布|修订|编制|好|新(?!世纪|时代)|全面|认真|切实|抓紧|研究|贯彻|落实)*"
)
_GENERIC = re.compile(
    r"^(?:一系列|系列|一批|一项|各项|有关|相关|具体|配套|年度|专项|工作|总体|新的|中长期|这个|该|本|其|以及|和|的|了|各地|国家|地方|部门|企业)"
    r"|^(?:统筹|科学|统一|整体|全面|长远|编制)?规划$|(?:的|了|等|与|及|一批|一系列|系列|有关|相关|各项|具体|配套|关于|我们|他们|这些|那些|一些|进行|按照|根据|以及)"
)
_NUMBER = re.compile(r"[一-龥]{1,6}(?:[〔\[【（(])(?:19|20)\d{2}[〕\]】）)](?:第)?\d{1,4}号")
_NOT_TITLE = re.compile(r"[*＊XＸ×]{2,}")


def documents(speech: Speech) -> Iterator[Mention]:
    """Yield the documents that a speech names, in text order; those in 《》 are never merged with others."""
    text = speech.view.text
    names = {form: match.entry for match in speech.matched("DOCUMENT") for form in match.entry.forms}
    titled, inside = [], []
    for match in (*_TITLE.finditer(text), *_UNCLOSED.finditer(text)):
        closed = match[0].endswith("》")
        start, end = _trimmed(text, *match.span(1))
        if not closed and any(a <= match.start() < b for a, b in inside):
            continue
        if start >= end or _NOT_TITLE.fullmatch(text[start:end]):
            continue
        inside.append((match.start(), match.end()))
        title = re.sub(r"\s+", "", text[start:end])
        entry = names.get(title)
        kind = entry.kind if entry and entry.kind else _kind_of(title)
        attrs = {"kind": kind} if kind else {}
        canonical = entry.name if entry else title
        titled.append(Candidate(start, end, canonical, "rule", 1.0 if closed else 0.6, kind, attrs))
    known = list(_by_lexicon(speech))
    ends = {c.end for c in known}
    ruled = [c for c in _by_rule(text) if c.score > 0.6 or c.end not in ends]
    free = [c for c in longest([*known, *ruled]) if not _overlaps(c, inside)]
    yield from mentions(speech, "DOCUMENT", sorted([*titled, *free], key=lambda c: (c.start, c.end)))


def _by_lexicon(speech: Speech) -> Iterator[Candidate]:
    text = speech.view.text
    for hit in hits(speech, "DOCUMENT"):
        if (
            hit.kind in ("work", "periodical")
            and text[hit.end : hit.end + 1] in "中里记上编杂"
            and len(text[hit.start : hit.end]) < 3
        ):
            continue
        if _is_word_of_more(text, hit):
            continue
        attrs = {"kind": hit.kind} if hit.kind else {}
        yield Candidate(hit.start, hit.end, hit.canonical, hit.method, hit.score, hit.kind, attrs)


def _is_word_of_more(text: str, hit: Candidate) -> bool:
    """Say whether a short name only begins or ends a longer word: 宪法 in 宪法学, 党章 in 党章程."""
    after, before = text[hit.end : hit.end + 2], text[max(hit.start - 2, 0) : hit.start]
    word = text[hit.start : hit.end]
    if word in ("宪法", "党章", "刑法") and (after[:1] in tuple("学宣日程家") or before[-1:] in tuple("字立")):
        return True
    if word.endswith("报"):
        return after[:1] in tuple("社告道纸业刊")
    return word.endswith("法") and after[:1] in tuple("律院官规制治学庭案人")


def _by_rule(text: str) -> Iterator[Candidate]:
    for match in _CONGRESS_REPORT.finditer(text):
        number = number_from_numeral(match[1])
        if number and number <= 30:
            name = numeral_from_number(number)
            session = f"届{match[2]}中全会" if match[2] else "大"
            kind = "report" if match[3] == "报告" else "regulation"
            yield Candidate(*match.span(), f"党的{name}{session}{match[3]}", "rule", 0.95, kind, {"kind": kind})
    for match in _PLAN.finditer(text):
        start = match.start() + (match[0][0] in '“"')  # the span begins after an opening mark
        yield Candidate(start, match.end(), _plan_name(match[0]), "rule", 0.9, "plan", {"kind": "plan"})
    for match in _FIVE_YEARS.finditer(text):
        yield Candidate(*match.span(1), f"“{match[1]}”规划", "rule", 0.7, "plan", {"kind": "plan"})
    for match in _UNMARKED.finditer(text):
        name = match[1][_LEADING.match(match[1]).end() :]
        if len(name) > 5 and not _GENERIC.search(name):
            kind = _kind_of(name)
            yield Candidate(
                match.end(1) - len(name), match.end(1), name, "rule", 0.6, kind, {"kind": kind} if kind else {}
            )
    for match in _NUMBER.finditer(text):
        yield Candidate(*match.span(), match[0], "rule", 0.9, "notice", {"kind": "notice"})


def _plan_name(words: str) -> str:
    short = re.search(r"(十[一二三四五六七]五)", words)
    if short:
        return f"“{short[1]}”规划" if short[1] not in ("十五",) else "“十五”计划"
    number = re.search(r"第?([一二三四五六七八九十]{1,3})个?五年", words)
    value = number_from_numeral(number[1]) if number else None
    if not value:
        return words
    return f"“十{numeral_from_number(value - 10)}五”规划" if value > 10 else f"第{number[1]}个五年计划"


def _kind_of(title: str) -> str | None:
    """Tell a document's kind from how its title ends; None where the ending says nothing.

    >>> _kind_of("中国共产党纪律处分条例"), _kind_of("中华人民共和国民法典"), _kind_of("孙子兵法")
    ('regulation', 'law', None)
    """
    for kind, ending in _KIND:
        if ending.search(title):
            return kind
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _overlaps(candidate: Candidate, spans: list[tuple[int, int]]) -> bool:
    return any(start < candidate.end and candidate.start < end for start, end in spans)


PLUGIN = Extractor("documents", documents, ("DOCUMENT",))
