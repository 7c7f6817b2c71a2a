"""What a block coins: wording in quotation marks that several documents share, and numeral shorthand.

A numeral is part of a formula where its noun goes with few other numerals: 四个合格, not 三个月 (两个月, 六个月 …).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from extract.discovery.block import Block

_NUMERALS = "一二两三四五六七八九十"
_NUMERAL_FRAME = re.compile(
    f"(?<![第{_NUMERALS}百千万亿几每数0-9])([两三四五六七八九十])((?:个|大|项|条|种|支|张|股|道)[\u3400-\u9fff]{{2,6}})"
)
_SIZES = range(3, 8)
_OWN = 0.8
"""Share of a noun's places that its usual numeral needs."""

_NAMES_AFTER = re.compile(
    "[”’\"](?:.{0,6}?(?:称号|荣誉|奖章|勋章|奖|栏目|专栏|晚会|节目|系列报道|专题|艺术团|慰问|文艺|展览|主题展|音乐会|演出|连|营|团|旅|艇|舰|号|群岛|组织|武装|阵线|集团|公司|"
    "合作社|企业|品牌|系统|卫星|台风|特大|航班|客机|客轮|游轮|演习|军演|事件|丑闻|女|嫌疑|获得者|人物|评选|候选))"
)
_NAMES_BEFORE = re.compile("(?:授予|荣获|获评|评为|获得|推出|播出|播发|刊发|命名|追授|武装|组织|演习|代号|艺术团|专栏|节目).{0,4}[“‘\"]$")
_MARKS = re.compile("[“”‘’\"]")


def coinages(block: Block, docs: int = 3) -> Iterator[str]:
    """Yield what stands in quotation marks, or as a numeral shorthand by rule, in at least `docs` documents."""
    owners: dict[str, set[int]] = defaultdict(set)
    for number, document in enumerate(block.documents):
        for start, end, _ in document.coined:
            if _NAMES_AFTER.match(document.text, end) or _NAMES_BEFORE.search(document.text, max(start - 8, 0), start):
                continue
            owners[_MARKS.sub("", document.text[start:end])].add(number)
    yield from sorted(wording for wording, found in owners.items() if len(found) >= docs and len(wording) > 1)


def numerals(block: Block, docs: int = 4) -> Iterator[str]:
    """Yield numeral shorthands without marks, whose noun keeps to its numeral, in code point order."""
    places: dict[str, set[int]] = defaultdict(set)
    spoken: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    starts, frames = [], []
    for match in _NUMERAL_FRAME.finditer(block.text):
        starts.append(match.start())
        frames.append(match)
    owners = block.document_of(starts).tolist() if starts else []
    for match, owner in zip(frames, owners, strict=True):
        for size in _SIZES:
            noun = match[2][:size]
            if len(noun) == size:
                spoken[noun] += 1
                whole[match[1] + noun] += 1
                places[match[1] + noun].add(owner)
    for wording in sorted(places):
        if len(places[wording]) >= docs and whole[wording] >= _OWN * spoken[wording[1:]]:
            yield wording
