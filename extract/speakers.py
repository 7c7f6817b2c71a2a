"""Who is said to have said something: the subject of a cue (指出, 强调, 有云 …), resolved as far as the text allows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extract.records import Mention

SPEAKERS = ("PERSON", "ORG", "DOCUMENT", "EVENT")

_REACH = 300
"""How many characters before the cue are looked at, at most."""

_PRONOUN = re.compile("(?:他|她|其)(?:还|又|同时|并|特别|进一步|再次|反复|明确|着重)?$")
_SELF = re.compile(
    "(?:^|[，、])?(?:我们?|大家|自己|笔者|本人|咱们?|这里|下面|最后|还要|特别|必须|应该|需要|可以|也就是|换句话|一般来|要|再|也|来|就是|或者|不能|不好|难|所|"
    "被)+$"
)
_PROVERB = re.compile("(俗话|常言|老话|俗语|古语|古话|谚语|民谚|古人|古训|有道是|前人|先贤)(?:常|有|曾|还)?$")
_ADVERBS = (
    "曾经?|多次|反复|一再|再三|再次|还|又|也|都|均|就|普遍|一致|主动|纷纷|明确|着重|特别|经常|常|常常|早就|早已|早|在此|深刻|精辟地?|"
    "郑重|进一步|同时|指示|同志|先生|女士|随后|当场|严肃|谆谆|语重心长地?|为此|对此|指导|所|一直|始终|专门|突出|接着|并|最早|首先|率先"
)
_BETWEEN = re.compile(
    f"(?:{_ADVERBS}|(?:在|就|对|于|围绕|针对|从|同|向|给)[^，。；：]{{1,40}}?(?:时|中|上|后|里|期间|工作|问题|之际|以来|会|的)?(?:都|就|还|又|也|再次|明确|主动)?"
    "|[^，。；：]{0,6}(?:讲话|报告|文章|批示|指示|致辞|贺信|重要论述|回信|信)(?:中|里)?(?:明确|就)?)*[，]?"
)
_SOME = re.compile("(?:就|也|还|曾)?有(?:的|些|一些|位|一位)?(?=学者|专家|作家|记者|媒体|人士|网友|同志|代表|委员)")
_ROLE = (
    "书记|主席|总理|总统|首相|省长|市长|县长|区长|乡长|镇长|主任|部长|局长|校长|院长|委员长|秘书长|大使|发言人|负责人|领导人?|领导同志|"
    "学者|专家|作家|教授|记者|同志|代表|委员|群众|舆论|媒体|人士|网友|读者|工人|农民|干部|会议|全会|大会|报告|文章|社论|公报|\\*+"
)
_NOUN = re.compile(f"((?:[^，。；：！？“”\\s]{{0,20}}?)(?:{_ROLE}))(?=$|{_ADVERBS}|在|就|对|于|向)")


@dataclass(frozen=True, slots=True)
class Speaker:
    """The speaker's name or description, as it stands, and its kind: named, role, work, proverb."""

    name: str
    text: str
    attribution: str


def speaker_before(names: Sequence[Mention], text: str, cue_start: int) -> Speaker | None:
    """Return who speaks by a cue that begins at a source offset; None where it is the text's own voice or unclear.

    Args:
        names: the text's mentions of labels SPEAKERS, in text order.
    """
    low = max(0, cue_start - _REACH)
    start = max(low, 1 + max(text.rfind(mark, low, cue_start) for mark in "。！？\n；"))
    clause = text[start:cue_start]
    proverb = _PROVERB.search(clause)
    if proverb:
        name = "古人" if proverb.group(1) in ("古人", "前人", "先贤", "古训") else "俗语"
        return Speaker(name, proverb.group(1), "proverb")
    if _SELF.search(clause):
        return None
    if re.search("，(?:并|还|又|同时)+$", clause):
        return _subject_of_sentence(names, clause, start, cue_start)
    for mention in reversed(_between(names, start, cue_start)):
        between = text[mention.end : cue_start].lstrip("》”）)")
        if _BETWEEN.fullmatch(between):
            return _from_mention(mention)
    if _PRONOUN.search(clause):
        return _antecedent(names, text, start, start + _PRONOUN.search(clause).start())
    last = 1 + clause.rfind("，")
    for begin in {last, 0}:
        role = _NOUN.match(clause, begin)
        if role and _BETWEEN.fullmatch(clause[role.end() :]):
            return _from_role(role.group(1))
    return _subject_of_sentence(names, clause, start, cue_start)


def _between(names: Sequence[Mention], start: int, end: int) -> list[Mention]:
    first, last = (bisect_left(names, offset, key=lambda m: m.start) for offset in (start, end))
    return [name for name in names[first:last] if name.end <= end]


def _people(names: Sequence[Mention], start: int, end: int) -> list[Mention]:
    return [name for name in _between(names, start, end) if name.label == "PERSON"]


def _from_mention(mention: Mention) -> Speaker:
    kind = {"PERSON": "named", "DOCUMENT": "work"}.get(mention.label, "role")
    return Speaker(mention.canonical, mention.text, kind)


def _from_role(words: str) -> Speaker:
    return Speaker(_SOME.sub("", words), words, "role")


def _subject_of_sentence(names: Sequence[Mention], clause: str, start: int, cue_start: int) -> Speaker | None:
    """Return the person with whom the sentence begins, where the cue is one of that person's further verbs."""
    if not re.search(f"，(?:{_ADVERBS}|并|还)*$", clause):
        return None
    first = _people(names, start, min(start + 24, cue_start))
    first = [m for m in first if m.start < start + 12]
    return _from_mention(first[0]) if first else None


def _antecedent(names: Sequence[Mention], text: str, start: int, end: int) -> Speaker | None:
    """Resolve 他: the role or person that begins the clause before, or the last person in the sentence before."""
    clauses = text[start:end].split("，")
    role = next((found for clause in reversed(clauses) if (found := _NOUN.match(clause))), None)
    people = _people(names, start, end)
    if people:
        return _from_mention(people[0])
    if role:
        return _from_role(role.group(1))
    low = max(0, start - _REACH)
    sentence = max(low, 1 + max(text.rfind(mark, low, max(start - 1, low)) for mark in "。！？\n"))
    earlier = _people(names, sentence, start)
    return _from_mention(earlier[0]) if earlier else None
