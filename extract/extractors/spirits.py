"""Named spirits (红旗渠精神, “钉钉子”精神); not what 精神 of a meeting or a speech means, nor a general quality."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.quotemarks import quoted
from extract.records import Mention, Speech
from extract.registry import Extractor

_GENERAL = re.compile(
    ".*(?:会议|全会|大会|讲话|批示|指示|文件|报告|通知|决定|决议|论述|意见|要求|条例|规定|大|专业|敬业|职业|奉献|创新|进取|团队|合作|协作|"
    "契约|法治|科学|人文|时代|民族|企业|城市|体育|主体|主人翁|改革|批判|服务|牺牲|拼搏|战斗|革命|斗争|民主|自由|物质|人类|"
    "的|了|有|其|和|与|这种|这一|种|强打|振奋|提振|传达|学习|贯彻|领会|落实)$"
)


def find_spirits(speech: Speech) -> Iterator[Mention]:
    """Yield spirits by lexicon, in quotation marks, and named after a person or place."""
    for match in speech.matched("SPIRIT"):
        yield speech.mention(match.start, match.end, "SPIRIT", match.entry.name, method="lexicon")
    text, view = speech.view.text, speech.view
    for stretch in quoted(text):
        words = text[stretch.start : stretch.end]
        if not stretch.whole or not 2 <= len(words) <= 14 or re.search("[，。；：！？]", words):
            continue
        if words.endswith("精神") and not _GENERAL.fullmatch(words[:-2]) and len(words) > 3:
            yield speech.mention(*view.source_span(stretch.start, stretch.end), "SPIRIT", words, score=0.9)
        elif text.startswith("精神", stretch.end + 1) and not _GENERAL.fullmatch(words):
            span = view.source_span(stretch.start, stretch.end + 3)
            yield speech.mention(*span, "SPIRIT", f"{words}精神", score=0.9)
    for name in speech.found("PERSON", "PLACE"):
        if speech.text.startswith("精神", name.end) and name.end - name.start > 1:
            canonical = f"{name.canonical if name.label == 'PERSON' else name.text}精神"
            yield speech.mention(name.start, name.end + 2, "SPIRIT", canonical, score=0.8)


PLUGIN = Extractor("spirits", find_spirits, ("SPIRIT",), after=("persons", "places"))
