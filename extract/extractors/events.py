"""Named meetings, campaigns, wars, disasters, games and anniversaries.

Congresses and plenums get their full name by computation (党的二十届三中全会 → 中国共产党第二十届中央委员会第三次全体会议);
others are in the lexicon or carry a name of their own before 会议, 论坛, 峰会, 行动 … Generic ones (会议, 这次活动)
are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.congresses import congresses
from extract.naming import MASKS, Candidate, hits, longest, mentions
from extract.named_events import named_events
from extract.records import Mention, Speech
from extract.registry import Extractor

_NOT_AFTER = {
    "五四": "[精青式宪制点三五学]",
    "抗战": "[到线]",
    "冷战": "[思心略]",
    "一战": "[略线区场士斗役]",
    "二战": "[略线区场士斗役]",
    "土改": "[变革]",
    "文革": "[新]",
    "长征": "[路精神途之火五三二四六七八号系村镇集]",
    "教师节": "[目约]",
    "记者节": "目",
    "脱贫攻坚": "[期任项先奖规责重精]",
    "奥运": "[会]",
    "国庆": "[安]",
    "劳动节": "[约目]",
    "植树节": "[约]",
    "非典": "[型]",
    "社会主义改造": "[道]",
}
_NOT_BEFORE = {
    "五四": "[一二三四五六七八九十]",
    "一战": "[第统这打任背首每]",
    "二战": "[第]",
    "文革": "[人化]",
    "长征": "[新的]",
    "国庆": "[中我全]",
    "抗战": "[反对]",
}
_AFTER_RE = {name: re.compile(p) for name, p in _NOT_AFTER.items()}
_BEFORE_RE = {name: re.compile(p) for name, p in _NOT_BEFORE.items()}


def events(speech: Speech) -> Iterator[Mention]:
    """Yield the events of a speech, in text order."""
    text = speech.view.text
    known = [_with_kind(text, hit) for hit in hits(speech, "EVENT") if _stands(text, hit)]
    starts = {hit.start for label in ("ORG", "PLACE") for hit in hits(speech, label)}
    ends = {hit.end for hit in known}
    by_name = [c for c in named_events(text, starts) if c.score > 0.8 or c.end not in ends]
    found = [*known, *congresses(text), *by_name]
    yield from mentions(
        speech, "EVENT", [c for c in longest(found) if not any(m in text[c.start : c.end] for m in MASKS[:2])]
    )


def _stands(text: str, hit: Candidate) -> bool:
    name = text[hit.start : hit.end]
    after, before = _AFTER_RE.get(name), _BEFORE_RE.get(name)
    return not (after and after.match(text, hit.end) or before and hit.start and before.match(text, hit.start - 1))


def _with_kind(text: str, hit: Candidate) -> Candidate:
    kind = {"kind": hit.kind} if hit.kind else {}
    start = hit.start + 1 if text[hit.start] == "“" else hit.start
    return Candidate(start, hit.end, hit.canonical, hit.method, hit.score, hit.kind, kind)


PLUGIN = Extractor("events", events, ("EVENT",))
