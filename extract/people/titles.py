"""Titles before and after a name, as one mention with it."""

from __future__ import annotations

import re

_RANKS = (
    "总书记 国家主席 国家副主席 党组书记 党委书记 第一书记 主席 副主席 委员长 副委员长 总理 副总理 国务委员 总统 副总统 首相 副首相 国王 女王 "
    "王储 天皇 大公 总督 埃米尔 苏丹 最高领袖 外长 外相 外交大臣 国务卿 防长 部长 副部长 部长助理 省长 副省长 市长 副市长 州长 "
    "县长 副县长 区长 副区长 镇长 乡长 村长 书记 副书记 村支书 支书 支部书记 局长 副局长 厅长 副厅长 处长 副处长 科长 主任 副主任 "
    "秘书长 副秘书长 司令员 副司令员 司令 政治委员 政委 参谋长 军长 师长 旅长 团长 营长 连长 排长 班长 指导员 教导员 舰长 院长 副院长 "
    "校长 副校长 会长 副会长 理事长 董事长 总经理 总裁 副总裁 行长 副行长 总干事 特首 行政长官 大使 总领事 发言人 检察长 审判长 "
    "法官 检察官 将军 上将 中将 少将 大将 元帅 常委 政治局委员 政治局常委 委员 理事 代表 主任医师 教授 副教授 院士 博士 研究员 "
    "工程师 总工程师 设计师 总设计师 记者 特约记者 本报记者 编辑 评论员 主持人 作家 诗人 学者 专家 画家 音乐家 科学家 思想家 政治家 "
    "革命家 哲学家 文学家 史学家 经济学家 历史学家 教育家 导演 演员 运动员 教练 航天员 宇航员 医生 护士 老师 教师 烈士 英雄 战士 "
    "战斗英雄 劳模 劳动模范 村民 农民 居民 工人 学生 大学生 种粮大户 司机 民警 律师 志愿者 负责人 创始人 队长 站长 所长 馆长 台长 "
    "社长 总编辑 主编 经理 厂长 场长 党员 同志 先生 女士 夫人 主教 法师 活佛 领导人 领导者 首领 议长 副议长 参议员 众议员 大臣 总书记兼国家主席 公社书记"
).split()
_BEFORE_ONLY = "著名|我国|新任|时任|原|前|现任|已故|当选|候任|代理?|常务|第[一二]|高级|首席|副|女|老|名誉|特级|资深|专职|特派|随军|本报|本台|新华社|央视|总台"
_AFTER = (
    "总书记 主席 副主席 委员长 总理 副总理 国务委员 总统 副总统 首相 国王 女王 王储 天皇 埃米尔 省长 副省长 市长 副市长 部长 副部长 "
    "书记 副书记 局长 副局长 厅长 副厅长 主任 副主任 秘书长 副秘书长 县长 副县长 区长 副区长 司令员 政委 将军 元帅 上将 院长 副院长 校长 会长 理事长 "
    "董事长 总经理 总裁 行长 大使 教授 院士 博士 老师 同志 先生 女士 烈士 医生 外长 特首 议长 州长 镇长 乡长 处长 科长 团长 师长 军长 "
    "总干事 常委 代表团长 部长助理 主教 同学"
).split()


def _any(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))


_RANK_END = re.compile(f"(?:{_any(_RANKS)})$")
_RANK_AFTER = re.compile(f"(?:{_any(_AFTER)})(?![团府们处室令院党部]|会(?!见|谈|晤))")
_MODIFIER_END = re.compile(f"(?:{_BEFORE_ONLY})$")
_PERSONAL_OFFICE_END = re.compile(
    r"(?:外交|国防|财政|公安|教育|司法|民政|商务|文化|卫生|环境|农业|铁道|交通|水利|内政|能源|组织|宣传|统战|办公厅|办公室|研究室|政策|人事|党|军委|书记处)$"
)
_LONGEST_TITLE = 12
_ALONE = (
    "代表",
    "委员",
    "党员",
    "农民",
    "居民",
    "村民",
    "工人",
    "学生",
    "英雄",
    "专家",
    "专家组",
    "领导人",
    "领导者",
    "负责人",
    "司机",
    "志愿者",
    "同志",
    "教师",
    "大学生",
)


def title_before(text: str, start: int, offices: dict[int, int]) -> int:
    """Return where the titles that lead up to a name start, or `start` if there are none.

    >>> title_before("会见国务委员兼外交部长王毅", 11, {})
    2
    """
    at = start
    while True:
        before = _one_title(text, at, offices)
        if before == at:
            return at
        at = before
        if text[at - 1 : at] not in ("、", "兼") or _one_title(text, at - 1, offices) == at - 1:
            return at
        at -= 1


def _one_title(text: str, end: int, offices: dict[int, int]) -> int:
    """Return where one title with its office and modifiers starts, if one ends at `end`."""
    rank = _RANK_END.search(text, max(end - _LONGEST_TITLE, 0), end)
    if not rank or rank[0] in _ALONE:
        return end
    at = rank.start()
    while True:
        office = _PERSONAL_OFFICE_END.search(text, max(at - 4, 0), at)
        modifier = _MODIFIER_END.search(text, max(at - 4, 0), at)
        if at in offices:
            at = offices[at]
        elif at + 1 in offices and text[at : at + 1] == "部" and rank[0].startswith("部长"):
            at = offices[at + 1]  # 外交部 + 部长, written 外交部长
        elif office or modifier:
            at = (office or modifier).start()
        else:
            return at


def title_after(text: str, end: int) -> int:
    """Return where the title right after a name ends, or `end` if there is none.

    >>> title_after("王宁书记作了", 2), title_after("习近平主席团", 3)
    (4, 3)
    """
    match = _RANK_AFTER.match(text, end)
    return match.end() if match else end


def has_title(text: str, start: int, end: int) -> bool:
    """Say whether a name at `[start, end)` has a title on either side."""
    return title_after(text, end) > end or title_before(text, start, {}) < start
