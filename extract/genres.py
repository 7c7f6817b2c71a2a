"""A text's words in, its genre out, by the marks that each genre bears: news heads, report openings, salutations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.units import Unit

_HEAD_CHARS, _TAIL_CHARS = 400, 120
_NEWS = re.compile(r"(?:央视网|新华社|人民网|本报|本台|中新社|中新网|光明网|新华网)[^。]{0,14}(?:消息|讯|电|报道|[:：])|（?记者[^。：]{2,12}）|记者[^。：]{2,8}报道")
_SALUTATION = re.compile(r"(?:尊敬的)?[^。：！\n]{0,20}(?:同志们|各位(?:代表|委员|领导|同志|来宾|老师|同事|朋友)|同学们|朋友们|女士们|乡亲们|同志)[^。\n]{0,20}[：:！!，、]")
_TOLD = re.compile("(?:发表|并|作|热议|热评|聆听|出席.*)(?:了)?(?:重要)?讲话$|习(?:近平)?总书记(?:系列)?(?:重要)?讲话$")
_REPORT_TITLE = re.compile(r"工作报告|述职报告|报告(?:（摘要）)?$")
_REPORT_OPENING = re.compile(r"我(?:代表|受|向)[^。]{0,40}报告|请予(?:审议|审查)")
_PLEDGE = re.compile("表态发言|作(?:如下|以下|几点)?表态")
_EXCHANGE = re.compile("交流发言|发言完毕|我的发言|以上发言|供(?:同志们|大家|各位领导)参考|请(?:各位)?领导(?:和同志们)?批评指正")
_STUDY = re.compile("(?:学习|研读|观看|聆听|参观|培训|通读|读书)")
_INSIGHT = re.compile("(?:谈|说|讲|汇报|分享|结合)[^。？\n]{0,30}(?:体会|心得|感悟|感想|认识)")
_QUESTION = re.compile("(?:记者|问|主持人)：")
_LEAST_QUESTIONS = 2
_DEMANDS = re.compile("我(?:再)?(?:强调|讲|提|就[^。]{2,30}讲)|全[省市县区州](?:各级|上下|广大|办公)|各级各部门|会议(?:要求|强调)")


def genre_of(units: Sequence[Unit], title: str | None) -> str:
    """Return the genre that a text's words point to; `其他` where none does."""
    text = "\n".join(unit.text for unit in units)
    head, tail = text[:_HEAD_CHARS], text[-_TAIL_CHARS:]
    for genre in ("表态发言", "交流发言", "学习体会", "讲话"):
        if title and (title.endswith(genre) and not _TOLD.search(title) or genre != "讲话" and genre in title):
            return genre
    if title and _REPORT_TITLE.search(title) or _REPORT_OPENING.search(head):
        return "报告"
    if not any(unit.alone and _SALUTATION.fullmatch(unit.text) for unit in units[:8]) and any(_NEWS.search(unit.text[:120]) for unit in [*units[:4], *units[-1:]]):
        return "新闻"
    if _PLEDGE.search(head):
        return "表态发言"
    if _salutes(units):
        return _spoken(text, head, tail)
    if sum(bool(_QUESTION.match(unit.text)) for unit in units) >= _LEAST_QUESTIONS:
        return "文章"
    if _STUDY.search(head) and _INSIGHT.search(head) and re.search("[我自]", head):
        return "学习体会"
    return "文章" if len(units) > 3 else "其他"


def _salutes(units: Sequence[Unit]) -> bool:
    """Tell whether one of the first lines greets an audience."""
    return any(unit.first and _SALUTATION.match(unit.text) for unit in units[:8])


def _spoken(text: str, head: str, tail: str) -> str:
    """Return the genre of a text that greets an audience."""
    if _EXCHANGE.search(head) or _EXCHANGE.search(tail):
        return "交流发言"
    insight = re.search(r"(?:谈|说|汇报|分享|交流)(?:一下)?(?:我的|自己的|个人的)?(?:几点|一些|三点|四点|两点|点)?(?:学习)?(?:体会|心得|感悟|感想|认识)", head)
    if insight and _STUDY.search(head) and not _DEMANDS.search(text):
        return "交流发言"
    return "讲话"
