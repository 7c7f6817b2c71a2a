"""Short place names that also arise inside other words: 文山 in 文山会海, 定西 in 制定西部.

For each such name, what must not stand right before or right after it.
"""

from __future__ import annotations

import re

_HEADS = "[校市县部局厅处科院所站队会社事区]"
"""What stands before 长 in an office: 校长江…, 市长春…."""

_AFTER = {
    "合肥": "料",
    "俄国": "家",
    "和县": "[委政直]",
    "关中": "[国央小]",
    "迁安": "[置]",
    "西亚": "非",
    "大理": "[论想念解由石性]",
    "文山": "会海",
    "广安": "[全装置]",
    "定西": "[部方]",
    "东北": "[部角侧风向方抗]",
    "海地": "[区带方面]",
    "海口": "[岸]",
    "河源": "[头]",
    "衡水": "[资平]",
    "大庆": "[祝典功]",
    "北京": "时间",
    "日本": "[次届来身]",
    "南海": "[北南]部",
    "德国": "[家有]",
    "法国": "[家有]",
    "英国": "[家有]",
    "美国": "家",
    "泰国": "[家有]",
    "韩国": "[家有]",
    "南非": "[常]",
    "黄山": "[黄]",
    "东营": "[业养]",
    "三明": "[确显]",
    "保山": "[水林]",
    "开封": "[闭存]",
    "河池": "[塘]",
    "南平": "[均等安]",
    "泰安": "[全]",
    "吉安": "[全]",
    "南安": "[全]",
    "延安": "[全]",
    "河内": "[部外]",
    "开罗": "[列]",
    "古田": "[野间园]",
    "马里": "[亚]",
    "上海": "合作组织",
    "金山": "银山",
    "华山": "[论]",
    "南湖": "[南北]",
    "西南": "[要部角侧风向方]|联大|联合大学",
    "西北": "[要部角侧风向方]|工业大学|农林",
    "和平区": "域",
    "城中区": "域",
    "中原": "[因来则有]",
    "江南": "造船",
    "长沙": "[发]",
    "马赛": "克",
    "利马": "[上]",
    "黄河": "大合唱",
    "丝路": "基金",
    "非洲": "猪瘟",
    "红海": "洋",
    "黑山": "恶",
    "西班牙": "流感",
    "三沙": "[漠]",
    "东海": "岸",
    "西湖": "龙井",
    "巴中": "[关友经两双]",
    "中东": "部",
    "北海": "[岸]",
    "安顺": "[利序]",
    "六安": "[全]",
    "西安": "[全排置]",
    "淮安": "[全]",
    "新余": "[额]",
    "宜春": "[季]",
    "台中": "[央国]",
    "前海": "[军陆]",
    "江西": "[岸]",
    "河北": "岸",
    "河南": "岸",
    "乐山": "[水]",
    "海门": "[户]",
    "普洱": "茶",
    "约旦": "河西岸",
    "印度": "[尼洋支]",
    "巴黎": "协定",
}
_BEFORE = {
    "重庆": "隆",
    "保定": "医",
    "里海": "公",
    "长江": _HEADS,
    "长春": _HEADS,
    "长沙": _HEADS,
    "长城": _HEADS,
    "应城市": "[顺适对相反]",
    "海城市": "[沿上渤]",
    "万山区": "[多0-9十百]",
    "南山区": "[云河湖西江]",
    "西山区": "[广江陕山]",
    "东山区": "[广]",
    "关中": "[事机相有难攻]",
    "大理": "[伟重的巨最强]",
    "广安": "推",
    "定西": "[制稳确决规坚]",
    "海地": "[沿近上]",
    "海口": "[出入]",
    "河源": "[黄江]",
    "衡水": "平",
    "大庆": "[盛重]",
    "法国": "[方司执立宪]",
    "德国": "[道品公]",
    "英国": "精",
    "美国": "[优]",
    "济南": "经",
    "中国": "[其集]",
    "日本": "[今昨每同当即]",
    "海南": "[上沿渤青]",
    "河南": "[黄运淮]",
    "河北": "[黄运淮]",
    "江西": "[长珠松]",
    "广西": "推",
    "广东": "推",
    "山东": "[泰佛昆中]",
    "山西": "[泰佛昆中]",
    "海城": "[沿上]",
    "安阳": "西",
    "新余": "[剩]",
    "海东": "[渤沿上]",
    "三明": "第",
    "六安": "第",
    "古田": "[复]",
    "中东": "[华]",
    "南亚": "东",
    "河内": "[黄江运]",
    "南海": "[渤]",
    "东海": "[渤]",
    "中原": "[其]",
    "前海": "[目]",
    "江南": "[长]",
}
_AFTER_RE = {name: re.compile(pattern) for name, pattern in _AFTER.items()}
_BEFORE_RE = {name: re.compile(pattern) for name, pattern in _BEFORE.items()}


_NEEDS_PLACE = frozenset(
    "新城区 老城区 新市区 城北区 城中区 城东区 城西区 城南区 市中区 海港区 港口区 中心区 江北区 江东区 新华区".split()
)
_IN_FOREIGN_WORD = re.compile("[尼卡科拉特托斯尔姆库洛莫默泽兹夫维奇娜]")


def is_inside_foreign_word(text: str, start: int, end: int) -> bool:
    """Say whether a short foreign city is only part of a longer transcription: 利马 in 科利马.

    >>> is_inside_foreign_word("科利马火山", 1, 3), is_inside_foreign_word("在利马", 1, 3)
    (True, False)
    """
    if end - start > 2:
        return False
    around = text[max(start - 1, 0) : start] + text[end : end + 1]
    return bool(_IN_FOREIGN_WORD.search(around))


def needs_place_before(name: str) -> bool:
    """Say whether a district's name is so common that it counts only right after its city."""
    return name in _NEEDS_PLACE


_BEFORE_ORGAN = re.compile("国(?:防部|务卿|务院|会参议院|会众议院)")
"""What follows the first character of 国防部 and the like: 美俄国防部 has no 俄国."""


def is_other_word(text: str, start: int, end: int) -> bool:
    """Say whether a place name at `[start, end)` is only part of other words.

    >>> is_other_word("反对文山会海", 2, 4), is_other_word("云南文山", 2, 4)
    (True, False)
    """
    if _BEFORE_ORGAN.match(text, end - 1):
        return True
    name = text[start:end]
    after, before = _AFTER_RE.get(name), _BEFORE_RE.get(name)
    return bool(after and after.match(text, end) or before and start and before.match(text, start - 1))
