"""Lexicon names that also arise inside other words: 汪洋 in 汪洋大海, 于敏 in 对于敏感, 毛泽东 in 毛泽东思想."""

from __future__ import annotations

import re

from extract.people.titles import has_title

_WEAK = frozenset(
    "万里 汪洋 孙子 冰心 路遥 克里 博古 安南 龙梅 玉荣 保尔 康生 黄帝 大禹 王杰 斯诺 李冰 尹力 老子 兰辉 王选 康德 巴赫 罗格 牛顿 李达 黄菊 包公 西门子 管子".split()
)
"""Names that are taken only beside a title or a verb of saying."""

_SAYS = re.compile(
    r"(?:曾经|曾|还|也)?(?:说|曰|云|讲|指出|强调|认为|提出|写道|有言|主张|在《|的《|表示|和|与|、|出席|主持|会见|等)"
)
_DOCTRINE = re.compile(
    r"新时代|新时期|军事思想|国防和军队|列宁|科学发展|思想|主义|理论|精神|式的?|奖|广场|大学|学院|医院|公园|纪念|故居|墓|路(?![过经])|杯|书屋|小学|中学|外交思想|生态文明|强军|法治思想"
    r"|经济思想|文化思想|文集|选集|全集|文选|著作|兵法|县|号|站|铜像|旗帜|班(?!师)|年谱|传(?!达|承|来)|式"
)
_NOT_AFTER = {
    "于敏": "[感锐捷]",
    "苏武": "[警汉进昌]",
    "班超": "[过时员]",
    "庄周": "[围边]",
    "欧文": "[明化]",
    "神农": "架",
    "莫迪": "塞",
    "李白": "菜",
    "张军": "备",
    "连战": "[连胜]",
    "列宁": "格",
    "里根": "[据本植]",
    "康生": "[活产态]",
    "李强": "调",
    "韩正": "[式在确]",
    "王选": "择",
    "王明": "[确显白]",
    "李希": "望",
    "王维": "[护持]",
    "张军": "[委队]",
    "于谦": "[虚逊]",
    "克里": "[姆米]",
    "博古": "通",
    "张载": "体",
    "王勃": "勃",
    "尹力": "[量图争]",
    "万里": "[长行云征晴疆]",
    "汪洋": "[大恣]",
    "曹操": "作",
    "陆游": "客",
    "周强": "[调化]",
    "马云": "集",
    "陈希": "望",
    "陈云": "林",
    "王杰": "出",
    "甘地": "区",
    "布什": "[么尔]",
}
_NOT_BEFORE = {
    "里根": "[村心这那从县乡镇家夜哪区城校]",
    "于敏": "[对由关处属过]",
    "苏和": "复",
    "苏武": "江",
    "班超": "航",
    "庄周": "村",
    "欧文": "[中亚东西]",
    "柳青": "杨",
    "卢拉": "[巴乔]",
    "韩非": "[朝]",
    "高岗": "[在的座]",
    "连战": "[现着接]",
    "巴赫": "萨",
    "布什": "罕",
    "张军": "扩",
    "于谦": "[对由关]",
    "孙子": "[子儿曾她他我你的，、大小]",
    "方毅": "[坚]",
}
_AFTER_RE = {name: re.compile(p) for name, p in _NOT_AFTER.items()}
_BEFORE_RE = {name: re.compile(p) for name, p in _NOT_BEFORE.items()}


def is_part_of_other_word(text: str, start: int, end: int) -> bool:
    """Say whether a lexicon name at `[start, end)` is no mention of the person.

    >>> is_part_of_other_word("学习毛泽东思想", 2, 5), is_part_of_other_word("毛泽东同志", 0, 3)
    (True, False)
    """
    name = text[start:end]
    after, before = _AFTER_RE.get(name), _BEFORE_RE.get(name)
    if after and after.match(text, end) or before and start and before.match(text, start - 1):
        return True
    if _DOCTRINE.match(text, end):
        return True
    return name in _WEAK and not _SAYS.match(text, end) and not has_title(text, start, end)
