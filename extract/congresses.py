"""Congresses and plenums by their short names, with the full name computed: 党的十八大, 十二届全国人大一次会议."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.naming import Candidate
from extract.numerals import number_from_numeral, numeral_from_number

_N = "[一二三四五六七八九十]"
_PARTY = re.compile(
    rf"(?P<lead>中国共产党|中共|党的)?(?:第(?P<long>{_N}{{1,3}})次全国代表大会|(?<![一二三四五六七八九十第两])(?P<short>{_N}{{1,3}})大(?=(?P<next>.?)))"
)
_SHORT_NEXT = re.compile(
    r"[以精报召胜确对描擘，。、；：和后前提开作的是部战通强上刻指闭到代主”》之要将修党取要期和与及（]"
)
_PARTY_PLENUM = re.compile(
    rf"(?P<lead>中国共产党|中共|党的)?(?:第)?(?P<term>{_N}{{1,3}})届(?:中央委员会第?(?P<long>{_N})次全体会议|(?P<short>{_N})中全会)"
    rf"|(?P<lead2>党的|中共)(?P<alone>{_N})中全会"
)
_PLENUM_LIST = re.compile(
    rf"(?P<lead>党的)?(?:第)?(?P<term>{_N}{{1,3}})届(?P<first>{_N})中(?P<more>(?:[、和]{_N}中)+)全会"
)
_NPC = re.compile(
    rf"(?:第)?(?P<term>{_N}{{1,3}})届(?P<organ>全国人大常委会|全国人民代表大会常务委员会|全国人大|全国人民代表大会|全国政协|省人大|市人大|县人大|区人大|省政协|市政协|县政协"
    rf"|区政协|全国政协常委会)"
    rf"(?:第?(?P<session>{_N}{{1,3}})次)?(?:全体)?(?P<kind>会议|常委会会议)"
)
_CPPCC = re.compile(
    rf"全国政协(?:第)?(?P<a>{_N}{{1,3}})届(?P<c>{_N}{{1,3}})次会议|(?:中国人民)?政协(?:商会议)?第(?P<b>{_N}{{1,3}})届全国委员会第(?P<d>{_N}{{1,3}})次会议"
)
_LOCAL = re.compile(
    rf"(?P<place>[一-龥]{{0,3}}?)(?P<unit>省|市|县|区|州|旗|自治区)(?:委)?(?:第)?(?P<term>{_N}{{1,3}})(?:次(?:党代会|党员代表大会|代表大会)"
    rf"|届(?P<n>{_N}{{1,3}})次(?:全会|全体会议|会议))"
    rf"|(?P<bare>(?:省|市|县|区|州)委(?:{_N}{{1,3}}届{_N}{{1,3}}次全会|全会|经济工作会议|农村工作会议|常委会会议|工作会议)|中央纪委(?:{_N}{{1,3}}次)全会"
    rf"|(?:二十|十[八九七六五])届中央纪委{_N}次全会)"
)
_ORGANS = {
    "全国人大": "全国人民代表大会", "全国人大常委会": "全国人民代表大会常务委员会", }  # fmt: skip


def congresses(text: str) -> Iterator[Candidate]:
    """Yield congresses and plenums of the Party, people's congresses and consultative conferences."""
    yield from _party_congresses(text)
    yield from _plenums(text)
    for match in _NPC.finditer(text):
        session = f"第{match['session']}次" if match["session"] else ""
        if match["organ"] == "全国政协":
            yield _event(match.span(), f"中国人民政治协商会议第{match['term']}届全国委员会{session}会议")
            continue
        organ = _ORGANS.get(match["organ"], match["organ"])
        yield _event(match.span(), f"第{match['term']}届{organ}{session}会议")
    for match in _CPPCC.finditer(text):
        term = match["a"] or match["b"]
        session = match["c"] or match["d"]
        yield _event(match.span(), f"中国人民政治协商会议第{term}届全国委员会第{session}次会议")
    for match in _LOCAL.finditer(text):
        start = match.start()
        if match["place"]:
            start = match.start("unit")
        yield _event((start, match.end()), text[start : match.end()])


def _party_congresses(text: str) -> Iterator[Candidate]:
    for match in _PARTY.finditer(text):
        number = number_from_numeral(match["long"] or match["short"])
        if not number or number > 30:
            continue
        if match["short"] and not match["lead"]:
            if not 10 < number <= 22 or not _SHORT_NEXT.match(match["next"] or "，"):
                continue
        if match["short"] and match["lead"] and match["lead"] == "中国共产党":
            continue
        yield _event(match.span(), f"中国共产党第{numeral_from_number(number)}次全国代表大会")


def _plenums(text: str) -> Iterator[Candidate]:
    """Yield plenums; a list of them (十八届三中、四中全会) is one mention each. A bare 四中全会 is of the term named before."""
    term = None
    for match in _PARTY_PLENUM.finditer(text):
        groups = match.groupdict()
        term = number_from_numeral(groups["term"]) if groups["term"] else term
        if term and term <= 30:
            yield _event(match.span(), _plenum(term, groups["long"] or groups["short"] or groups["alone"]))
    for match in _PLENUM_LIST.finditer(text):
        term = number_from_numeral(match["term"])
        if term and term <= 30:
            yield _event((match.start(), match.end("first") + 1), _plenum(term, match["first"]))
            parts = list(re.finditer(f"({_N})中", match["more"]))
            for part in parts:
                start = match.start("more") + part.start()
                end = match.end() if part is parts[-1] else start + 2
                yield _event((start, end), _plenum(term, part[1]))


def _plenum(term: int, session: str) -> str:
    return f"中国共产党第{numeral_from_number(term)}届中央委员会第{session}次全体会议"


def _event(span: tuple[int, int], name: str) -> Candidate:
    return Candidate(*span, name, "rule", 0.95, "meeting", {"kind": "meeting"})
