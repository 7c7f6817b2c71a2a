"""Set phrases of official language: who shares only these with another text has copied nothing.

The lexicon knows names, formulas and slogans; these are the turns that stand around them. They matter where a
collection is too small for their spread to show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PHRASES = """
以习近平同志为核心的党中央 习近平总书记 习总书记 总书记 系列重要讲话精神 重要讲话精神 重要讲话 重要指示批示精神
重要指示批示 重要指示 讲话精神 指示批示精神 重要论述 重要精神 最新
党的二十大 党的十九大 党的十八大 党的十八大以来 党的十九大以来 党的二十大以来 二十大精神 胜利召开 迎接 喜迎 全会精神
新时代 新时代中国特色社会主义 中国特色社会主义 中国特色社会主义事业 中华民族伟大复兴 中华民族的伟大复兴 中国梦
同志们 各位领导 各位同事 各位同志 尊敬的 大家好 谢谢大家 下面 我就 谈几点体会 谈几点意见 讲几点意见 作如下表态
深入学习贯彻 深入学习领会 深入贯彻落实 全面贯彻落实 认真贯彻落实 坚决贯彻落实 贯彻落实 学习贯彻 学习领会 深入学习 认真学习
在以 坚强领导下 正确领导下 的领导下 大力支持下 关心支持下 决策部署 工作部署 重大决策部署 党中央决策部署 中央决策部署
党中央国务院 党中央 国务院 省委省政府 市委市政府 县委县政府 区委区政府 党委政府 各级党委政府 各级党委 省委 市委 县委 区委
各级各部门 各部门各单位 各单位 各部门 全党全国各族人民 人民群众 广大干部群众 党员干部 领导干部 广大党员干部
为指导 以 为指引 为遵循 的精神 精神 提供了根本遵循 根本遵循 行动指南 坚定不移 旗帜鲜明 切实 进一步 不断 始终 坚决
高度重视 充分肯定 具有重要意义 重大意义 重要意义 作出新的更大贡献 作出应有贡献 作出新贡献 作出贡献 而努力奋斗
经济社会发展 高质量发展 改革发展稳定 全面深化改革 全面从严治党 全面依法治国 全面建设社会主义现代化国家 党的建设
思想上政治上行动上 同党中央保持高度一致 思想自觉和行动自觉 政治自觉 党和国家 党和人民 关于 强调 指出 要求 的重要 和 的 在 把 是 要 了 对 为
"""

_PATTERN = re.compile("|".join(re.escape(phrase) for phrase in sorted(set(_PHRASES.split()), key=len, reverse=True)))


def set_phrases(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of set phrases in a text.

    >>> list(set_phrases("深入学习习近平总书记的文章"))
    [(0, 4), (4, 10), (10, 11)]
    """
    for match in _PATTERN.finditer(text):
        yield match.span()
