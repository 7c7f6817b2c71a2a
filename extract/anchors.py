"""Events and wordings whose days are known: what a text names of them bounds when it can have been written.

Congresses of the Communist Party of China with their first and last days, plenary sessions, and a few events and
formulations that are clearly dated. Sources: the sessions' own communiqués and the decisions or speeches named.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anchor:
    """A dated event or wording: a regular expression for its names, its first and last day (ISO).

    `kind` is meeting (texts may also name it before it is held), event, or wording (put forward on that day).
    """

    pattern: str
    first: str
    last: str
    kind: str


def _congress(number: str, first: str, last: str) -> Anchor:
    return Anchor(rf"(?:党的|中共){number}大(?![以]前)|中国共产党第{number}次全国代表大会", first, last, "meeting")


def _plenum(congress: str, number: str, first: str, last: str) -> Anchor:
    return Anchor(rf"{congress}届{number}中全会", first, last, "meeting")


ANCHORS = (
    _congress("八", "1956-09-15", "1956-09-27"),
    _congress("九", "1969-04-01", "1969-04-24"),
    _congress("十一", "1977-08-12", "1977-08-18"),
    _congress("十二", "1982-09-01", "1982-09-11"),
    _congress("十三", "1987-10-25", "1987-11-01"),
    _congress("十四", "1992-10-12", "1992-10-18"),
    _congress("十五", "1997-09-12", "1997-09-18"),
    _congress("十六", "2002-11-08", "2002-11-14"),
    _congress("十七", "2007-10-15", "2007-10-21"),
    _congress("十八", "2012-11-08", "2012-11-14"),
    _congress("十九", "2017-10-18", "2017-10-24"),
    _congress("二十", "2022-10-16", "2022-10-22"),
    _plenum("(?<!二)十一", "三", "1978-12-18", "1978-12-22"),
    _plenum("(?<!二)十一", "六", "1981-06-27", "1981-06-29"),
    _plenum("十八", "三", "2013-11-09", "2013-11-12"),
    _plenum("十八", "四", "2014-10-20", "2014-10-23"),
    _plenum("十八", "五", "2015-10-26", "2015-10-29"),
    _plenum("十八", "六", "2016-10-24", "2016-10-27"),
    _plenum("十九", "二", "2018-01-18", "2018-01-19"),
    _plenum("十九", "三", "2018-02-26", "2018-02-28"),
    _plenum("十九", "四", "2019-10-28", "2019-10-31"),
    _plenum("十九", "五", "2020-10-26", "2020-10-29"),
    _plenum("十九", "六", "2021-11-08", "2021-11-11"),
    _plenum("二十", "一", "2022-10-23", "2022-10-23"),
    _plenum("二十", "二", "2023-02-26", "2023-02-28"),
    _plenum("二十", "三", "2024-07-15", "2024-07-18"),
    _plenum("二十", "四", "2025-10-20", "2025-10-23"),
    Anchor("庆祝中国共产党成立100周年大会", "2021-07-01", "2021-07-01", "meeting"),
    Anchor("庆祝改革开放40周年大会", "2018-12-18", "2018-12-18", "meeting"),
    Anchor("汶川特大地震|汶川地震", "2008-05-12", "2008-05-12", "event"),
    Anchor("新冠肺炎|新冠疫情|新冠病毒", "2020-01-20", "2023-01-07", "event"),
    Anchor("方舱医院|隔离点", "2020-02-03", "2022-12-31", "event"),
    Anchor("台风“?烟花”?", "2021-07-22", "2021-07-28", "event"),
    Anchor("“?7·20”?特大暴雨", "2021-07-17", "2021-07-23", "event"),
    # Formulations from the day on which they were first put forward.
    Anchor("三严三实", "2014-03-09", "2014-03-09", "wording"),
    Anchor("总体国家安全观", "2014-04-15", "2014-04-15", "wording"),
    Anchor("供给侧结构性改革", "2015-11-10", "2015-11-10", "wording"),
    Anchor("“?四个意识”?", "2016-01-29", "2016-01-29", "wording"),
    Anchor("两学一做", "2016-02-24", "2016-02-24", "wording"),
    Anchor("习近平新时代中国特色社会主义思想", "2017-10-18", "2017-10-18", "wording"),
    Anchor("百年未有之大变局", "2017-12-28", "2017-12-28", "wording"),
    Anchor("全过程人民民主|全过程民主", "2019-11-02", "2019-11-02", "wording"),
    Anchor("伟大建党精神", "2021-07-01", "2021-07-01", "wording"),
    Anchor("“?两个确立”?", "2021-11-11", "2021-11-11", "wording"),
    Anchor("新质生产力", "2023-09-07", "2023-09-07", "wording"),
)
"""All anchors, by kind and time."""

FIRST_CHARACTERS = "党中十二庆汶新方隔台“7三总供四两习百全伟"
"""What the names of anchors begin with, so that most places of a text need not be tried."""

FOUNDED = {
    "中国共产党": 1921, "建党": 1921, "我们党": 1921, "党": 1921, "新中国": 1949, "中华人民共和国": 1949, "建国": 1949,
    "改革开放": 1978, "人民军队": 1927, "中国人民解放军": 1927, "建军": 1927,
    "抗日战争": 1945, "抗战": 1945, "红军长征": 1936, "长征": 1936,
}  # fmt: skip
"""The year from which anniversaries (…成立70周年) are counted."""

PLAN_YEARS = {"十一五": (2006, 2010), "十二五": (2011, 2015), "十三五": (2016, 2020), "十四五": (2021, 2025), "十五五": (2026, 2030)}
"""First and last year of the five-year plans (开局之年, 收官之年)."""
