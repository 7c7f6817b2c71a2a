"""Numeral shorthand that stands for a fixed list (三服务, 两个确立, 三重一大), with the members that the text lists.

From the lexicon; by rule in quotation marks (“四区”建设, “1+3+5”), and in the frames that only formulas have (三个坚持).
Not plain counts (三点体会), dates (五一), plans (十四五, a document), places (三北) and idioms (三心二意).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.members import Headings, listed_members, promised
from extract.quotemarks import quoted
from extract.records import Mention, Speech
from extract.registry import Extractor

_N = "[一二两三四五六七八九十百双]"
_MANY = "[两三四五六七八九]"
_HAN = "[\u3400-\u9fff]"

_SHORTHAND = re.compile(
    f"(?:{_MANY}(?!{_N}|年|月|日|天|岁|人|万|千|亿|元|号|时|点半|届|次|把手|传手|哥){_HAN}{{1,8}}"  # 三服务, 四区, 两高两强
    f"|十(?!{_N}|年|月|日|天|岁|人|万|足|分|一五){_HAN}{{2,6}}"  # 十大工程
    f"|{_N}(?!{_N}){_HAN}{{1,3}}?[加减至到]{_N}(?!{_N}){_HAN}{{0,3}}|{_N}[加减]{_N}"  # 五加二
    f"|一(?!{_N}){_HAN}{{1,4}}?{_N}(?!{_N}){_HAN}{{1,4}}"  # 一主两副, 一老一小
    r"|\d{1,3}(?:\+[\dNnXx]{1,4})+)"  # 1+3+5
)
_FRAME = re.compile(
    f"(?<![第{_N[1:-1]}百千万亿几每0-9])[两三四五六七八九十]个"
    "(?:坚持|意识|自信|维护|确立|务必|服从|代表|全面|善于|敢于|必须坚持|毫不动摇|离不开|一律|不能|不准|严禁|凡是|有利于|革命化|现代化|"
    "结合(?!起来)|带头|主动|到位|更加|着力|始终|牢记|做到|绝不|决不|带来|自我)"
    "(?![了着过是的地在对把要])"
)
_PREFIX = re.compile(f"{_HAN}{{2,8}}?(?={_MANY}(?:个|项))")
"""What stands before a formula's numeral is not part of its span: 国内国际|两个大局, 中央|八项规定."""

_NO_FORMULA = re.compile(
    "两个中国|五四|八一|六一|七一|七七|三八|五卅|三北|三峡|三亚|三国|三军|三江|三明|三门|九寨|二战|两会|两岸|"
    "三包|三角|四川|五台|六安|九江|九龙|五粮|八路军|六朝|四库|五代|三字经|千字文|百家|一二|.*(?:大|五|党|阵线|运动|组织|集团|联盟)$|"
    "两(?:国|地|军|党|者|人|级|市|省|岸)$"
)
_IDIOM = re.compile(
    "三心二意|三令五申|三言两语|三长两短|三番五次|三番两次|四面八方|四平八稳|四分五裂|四通八达|四海.*|五湖四海|五花八门|五颜六色|"
    "五光十色|六神无主|七上八下|七嘴八舌|七拼八凑|七零八落|.连增|八仙过海.*|九牛一毛|九死一生|十全十美|十拿九稳|百.{3}|一.{3}|"
    "两面三刀|两全其美|两袖清风|三位一体|三顾茅庐|四两拨千斤|五体投地|双管齐下|三天打鱼.*|两手抓.*"
)
_KEPT_ONES = re.compile(
    f"一(?:老一小|主[{_N[1:-1]}].|体[两双].|核[{_N[1:-1]}].|轴[{_N[1:-1]}].|心[{_N[1:-1]}].|岗双责|廊[{_N[1:-1]}].|"
    f"带[{_N[1:-1]}].)"
)


def find_formulas(speech: Speech) -> Iterator[Mention]:
    """Yield formulas by lexicon, then by rule; a shorthand once quoted counts in the rest of the text too."""
    headings = [(m.start, int(m.attrs["level"]), m.text) for m in speech.found("HEADING")]
    for match in speech.matched("FORMULA"):
        entry = match.entry
        prefix = _PREFIX.match(speech.text, match.start, match.end)
        yield _made(speech, prefix.end() if prefix else match.start, match.end, entry.name, "lexicon", 1.0, headings, entry.size)
    text, view = speech.view.text, speech.view
    coined: dict[tuple[int, int], str] = {}
    for stretch in quoted(text):
        words = text[stretch.start : stretch.end]
        if stretch.whole and _is_shorthand(words):
            coined[stretch.start, stretch.end] = words
            yield _made(speech, *view.source_span(stretch.start, stretch.end), words, "rule", 0.9, headings)
    frames = [match.span() for match in _FRAME.finditer(text)]
    long = sorted({words for words in coined.values() if len(words) > 2})
    again = [match.span() for words in long for match in re.finditer(re.escape(words), text)]
    for start, end in sorted({*frames, *again} - coined.keys()):
        yield _made(speech, *view.source_span(start, end), text[start:end], "rule", 0.7, headings)


def _is_shorthand(words: str) -> bool:
    if not _SHORTHAND.fullmatch(words) or _NO_FORMULA.fullmatch(words) or words.endswith("精神"):
        return False
    return not _IDIOM.fullmatch(words) or bool(_KEPT_ONES.fullmatch(words))


def _made(
    speech: Speech,
    start: int,
    end: int,
    name: str,
    method: str,
    score: float,
    headings: Headings,
    size: int | None = None,
) -> Mention:
    members = listed_members(speech.text, start, end, size, headings)
    attrs = {"members": members, "size": size or promised(speech.text[start:end])} if members else {}
    return speech.mention(start, end, "FORMULA", name, method, score, attrs)


PLUGIN = Extractor("formulas", find_formulas, ("FORMULA",), after=("headings",))
