"""Wording that a text reports as said or written by someone, in quotation marks or without, with its speaker.

The span is the reported words alone. What only names a formula (提出“五个坚持”) is no quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.quotemarks import Quoted, quoted
from extract.records import Mention, Speech
from extract.registry import Extractor
from extract.speakers import SPEAKERS, Speaker, speaker_before

_STRONG = "指出|强调|说过|讲过|认为|表示|重申|写道|告诫|谈到|提到|坦言|教导|有云|有言|明确|宣布|感慨|感叹|回忆|介绍"
_WEAK = "说|讲|提出|要求|云|曰|道|言|称|叮嘱|嘱托|希望|号召|评价|发表|批示|题词|总结|概括"
_CUE = re.compile(
    f"(?P<cue>{_STRONG}|{_WEAK})(?P<tail>(?:我们|大家|全党|全国|全体|道|过|到|了|的|"
    f"着)*)(?P<mark>[：:，,]?)(?P<open>[“\"「]?)"
)
_BARE = ("说过", "讲过", "认为", "指出", "有云")
"""Cues that a report may follow without any mark."""

_TURN = re.compile(
    "[，；](?:这(?:不仅|既|就|也|是|为|一|些|充分|种|番|对|让|使|次)|我们(?:要|必须|应|一定|党员|把|就|都)|因此|所以|由此|可见|"
    "为我们|要求我们|对我们|深刻(?:回答|阐|揭)|回答了|让我|使我|就是要|广大|党员干部)"
)
_SENTENCE_END = re.compile("[。！？!?\n]")
_FORMULA_LIKE = re.compile("[一二两三四五六七八九十百].{1,7}")
_NOT_CUES = re.compile(
    "(?:来|的|可以|应该|就是|或者|虽|据|听|再|难|不|据此)说|(?:小|胡|演|解|评|传|劝|学)说|[预发格名宣语留誓谣寓方断直忠箴导]言|(?:白|风|乌|诗)云|(?:知|公|街|"
    "渠|味|报|人|轨|频|管|地)道|(?:宣|演|听|主)讲|(?:名|号|简|统|职|尊|堪)称"
)


def find_quotations(speech: Speech) -> Iterator[Mention]:
    """Yield quotations in text order; one inside another is not reported again."""
    text = speech.view.text
    opened = {stretch.start - 1: stretch for stretch in quoted(text) if stretch.whole}
    names = speech.found(*SPEAKERS)
    known = _known_ends(speech)
    reached = 0
    for match in _CUE.finditer(text):
        if match.start() < reached or _NOT_CUES.fullmatch(text[match.start() - 1 : match.end("cue")]):
            continue
        found = _in_marks(text, match, opened) if match["open"] else _without_marks(text, match)
        if found is None:
            continue
        start, end, basis = found
        end = max(end, known.get(start, 0))
        speaker = speaker_before(names, speech.text, speech.view.origin[match.start()])
        if speaker is None or not _says_enough(text[start:end], match, basis, speaker):
            continue
        reached = end
        yield _made(speech, start, end, basis, match["cue"], speaker)


def _known_ends(speech: Speech) -> dict[int, int]:
    """Return where known classical wordings end, by their start: a report of one goes on to its end (view offsets)."""
    view = speech.view
    matches = speech.matched("ALLUSION")
    return {view.view_offset(m.start): view.view_offset(m.end - 1) + 1 for m in reversed(matches)}


def _in_marks(text: str, match: re.Match[str], opened: dict[int, Quoted]) -> tuple[int, int, str] | None:
    """Return span and basis of what stands in marks after a cue; an unclosed one goes to the sentence's end."""
    at = match.start("open")
    if at in opened:
        return (*_stripped(text, opened[at].start, opened[at].end), "mark")
    end = _SENTENCE_END.search(text, at)
    stop = end.start() if end else len(text)
    return (*_stripped(text, at + 1, stop), "rule")


def _without_marks(text: str, match: re.Match[str]) -> tuple[int, int, str] | None:
    """Return span and basis of a report without marks: to the sentence's end, or where the text turns to itself."""
    if not match["mark"] and match["cue"] + match["tail"] not in _BARE:
        return None
    if "的" in match["tail"] and not match["mark"]:
        return None
    start = match.end()
    end = _SENTENCE_END.search(text, start)
    stop = end.start() if end else len(text)
    turn = _TURN.search(text, start + 4, stop)
    basis = "colon" if match["mark"] in ("：", ":") else "rule"
    return (*_stripped(text, start, turn.start() if turn else stop), basis)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in "。，；！？!?,; 　…":
        end -= 1
    while start < end and text[start] in " 　":
        start += 1
    return start, end


def _says_enough(words: str, match: re.Match[str], basis: str, speaker: Speaker) -> bool:
    """Say whether the words are a statement, not the name of a formula or a bare object of the verb."""
    weak = match["cue"] in ("提出", "要求", "发表", "称", "总结", "概括", "希望", "号召", "评价", "明确")
    if len(words) < (8 if weak else 4) or _FORMULA_LIKE.fullmatch(words) and len(words) < 8:
        return False
    if basis == "mark":
        return True
    if match["cue"] == "批示":  # 批示，… tells what was done upon it
        return basis == "colon"
    if weak or match["cue"] in ("说", "讲", "云", "曰", "道", "言", "介绍", "题词", "谈到", "提到"):
        return speaker.attribution != "role" and bool(match["mark"]) and len(words) >= 6
    return len(words) >= 6


def _made(speech: Speech, start: int, end: int, basis: str, cue: str, speaker: Speaker) -> Mention:
    source_start, source_end = speech.view.source_span(start, end)
    attrs = {
        "speaker": speaker.name,
        "speaker_text": speaker.text,
        "cue": cue,
        "register": "direct" if basis == "mark" else "indirect",
        "attribution": speaker.attribution,
        "end_basis": basis,
    }
    return speech.mention(source_start, source_end, "QUOTE", score=0.9 if basis == "mark" else 0.7, attrs=attrs)


PLUGIN = Extractor(
    "quotations", find_quotations, ("QUOTE",), after=("persons", "organizations", "documents", "events")
)
