"""Whom a sentence says to have put a formulation forward: 习近平总书记提出的“四个全面”.

In: a speech with its mentions, and one of them. Out: the mention of who put it forward. The cue is a verb of proposing
(提出, 概括, 倡导 …) between the two; 强调 and 要求 say only that somebody used the words.
"""

from __future__ import annotations

import re

from extract.records import Mention, Speech

_ISSUERS = ("PERSON", "ORG", "DOCUMENT", "EVENT")
_REACH = 60
_PUT_FORWARD = "(?:首次|首先|率先|创造性地?|明确|郑重|鲜明|又|还|也|就)*(?:提出|概括|归纳|倡导|发起|创立)(?:过|了|为|的|要)*"
_BEFORE = re.compile(
    f"[^。！？；\\n]{{0,40}}?{_PUT_FORWARD}(?:[^，。！？；\\n“]{{0,6}}的)?(?:要?坚?持?|以|关于)?[“‘\"《]?"
)
_AFTER = re.compile("[”’\"》]?[^。！？；，\\n]{0,10}[，]?(?:是|由)")
_PROPOSES = re.compile("提出|概括|归纳|倡导|发起|创立")
_AFTER_PUT = re.compile(f"[^。！？；，\\n]{{0,20}}?{_PUT_FORWARD}")
_NO_SUBJECT = re.compile("(?:在|对|向|到|给|与|同|于|为|视察|考察|调研|听取)$")
_OBJECT_UNLESS_THEIRS = re.compile("(?:按照|根据|按|贯彻|落实|学习|围绕|结合|响应|从|依照|遵照)$")
_THEIRS = re.compile(f"[^，。；]{{0,15}}?{_PUT_FORWARD}(?<=的)[“‘\"《]?")
_NO_BODY = re.compile(".*(?:[一二]战|计划|规划|战争|大战|战役|运动|革命|灾害|疫情|地震|危机|事件)")


def named_issuer(speech: Speech, mention: Mention) -> Mention | None:
    """Return whom the sentence says to have put a formulation forward; None where it does not say.

    The name must be the subject: not one that stands after 在, 对, 视察 …
    """
    text = speech.text
    if not _PROPOSES.search(text, max(0, mention.start - _REACH), mention.end + _REACH):
        return None
    close = [m for m in speech.mentions if m.label in _ISSUERS and abs(m.start - mention.start) <= _REACH + 20]
    near = [m for m in close if not _NO_BODY.fullmatch(m.canonical)]
    for name in sorted(near, key=lambda m: (-m.end, m.start, m.label)):
        if name.end <= mention.start and _is_subject(text, name, near) and _BEFORE.fullmatch(text, name.end, mention.start):
            follows = _OBJECT_UNLESS_THEIRS.search(text[max(0, name.start - 4) : name.start])
            if not follows or _THEIRS.fullmatch(text, name.end, mention.start):
                return name
    after = _AFTER.match(text, mention.end)
    if after:
        for name in near:
            if name.start == after.end() and _AFTER_PUT.match(text, name.end):
                return name
    return None


def _is_subject(text: str, name: Mention, near: list[Mention]) -> bool:
    """Say whether a name is a subject of its own, not the object of a preposition, nor a part of a longer name."""
    if _NO_SUBJECT.search(text[max(0, name.start - 4) : name.start]):
        return False
    return not any(m is not name and m.start <= name.start and name.end < m.end for m in near)
