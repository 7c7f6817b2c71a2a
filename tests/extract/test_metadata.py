from dataclasses import replace

import pytest

from extract.extractors.dates import PLUGIN as DATES
from extract.metadata import metadata_of
from extract.speeches import speech_from_text

BODY = "这一段话要说得足够长，才像讲话里的一个自然段落，所以再多说上这么几句。"


def metadata(text, given=None):
    speech = speech_from_text("甲", text, given=given)
    return metadata_of(replace(speech, mentions=tuple(DATES.find(speech))))


def proved(text):
    """Return the bounds of a text's day and the words that prove them."""
    found = metadata(text)
    spans = [tuple(map(int, span.split("-"))) for span in found.date_basis]
    return found.date_earliest, found.date_latest, [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "words"),
    [
        pytest.param(f"在大会上的讲话\n（2022年3月5日）\n同志们：\n{BODY}", "2022-03-05", "2022-03-05", ["2022年3月5日"], id="title block"),
        pytest.param(f"{BODY}\n一九五四年九月二十三日", "1954-09-23", "1954-09-23", ["一九五四年九月二十三日"], id="signature in Chinese numerals"),
        pytest.param(f"{BODY}\n（《人民日报》2022年03月13日01版）", None, "2022-03-13", ["2022年03月13日"], id="publication"),
        pytest.param("今年是党的二十大召开之年。", "2022-01-01", "2022-10-15", ["党的二十大"], id="year of a congress"),
        pytest.param("党的二十大刻画了蓝图。以优异成绩迎接党的二十大胜利召开！", None, "2022-10-15", ["党的二十大"], id="a congress to come"),
        pytest.param("深入学习贯彻党的二十大精神。", "2022-10-22", None, ["党的二十大"], id="a congress past"),
        pytest.param("今年是全面贯彻党的二十大精神的开局之年。", "2023-01-01", "2023-12-31", ["贯彻党的二十大精神的开局"], id="the year after a congress"),
        pytest.param("去年，受台风“烟花”影响，我们连夜排水。", "2022-01-01", "2022-12-31", ["台风“烟花”"], id="last year beside an event"),
        pytest.param("今年是新中国成立70周年。", "2019-01-01", "2019-12-31", ["今年是新中国成立70周年"], id="anniversary"),
        pytest.param("今年是“十四五”规划开局之年。", "2021-01-01", "2021-12-31", ["今年是“十四五”规划开局"], id="five-year plan"),
        pytest.param(f"一、2021年工作回顾\n{BODY}", "2022-01-01", "2022-12-31", ["2021年工作回顾"], id="review of the last year"),
        pytest.param("2022年10月28日，总书记考察红旗渠。到2035年12月基本实现。", "2022-10-28", None, ["2022年10月28日"], id="a plan is no date"),
        pytest.param(f"{BODY}\n新规自2031年5月31日起施行。\n{BODY}", None, None, [], id="in force from a day"),
        pytest.param("我们忠诚拥护“两个确立”。今年要抓好落实。", "2021-11-11", None, ["“两个确立”"], id="a formulation's day bounds from below only"),
        pytest.param("要抓好落实。", None, None, [], id="nothing proves a day"),
    ],
)
def test_date_bounds(text, earliest, latest, words):
    assert proved(text) == (earliest, latest, words)


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        pytest.param(f"同志们：\n{BODY}\n一、甲\n{BODY}", "讲话", id="salutation"),
        pytest.param(f"尊敬的**秘书长，各位领导，同志们：\n{BODY}\n发言完毕，谢谢大家！", "交流发言", id="exchange"),
        pytest.param(f"近期，办公室组织学习，下面结合个人工作谈几点体会。\n{BODY}", "学习体会", id="what one learned"),
        pytest.param(f"各位代表：\n现在，我代表国务院，向大会作政府工作报告，请予审议。\n{BODY}", "报告", id="report"),
        pytest.param(f"习近平会见外宾\n央视网消息（新闻联播）：国家主席习近平9月14日会见外宾。\n{BODY}", "新闻", id="news"),
        pytest.param(f"李某出席大会并讲话\n央视网消息（新闻联播）：大会14日举行。\n{BODY}", "新闻", id="news of a talk"),
        pytest.param(f"在大会上的讲话\n{BODY}", "讲话", id="a talk's title"),
        pytest.param(f"就职表态发言\n各位领导：\n{BODY}", "表态发言", id="pledge"),
        pytest.param(f"读书三题\n记者：您怎么读书？\n王某：趁早。\n记者：读什么？\n王某：经典。\n{BODY}", "文章", id="interview"),
    ],
)
def test_genre(text, genre):
    assert metadata(text).genre == genre


@pytest.mark.parametrize(
    ("text", "level", "organ", "region"),
    [
        pytest.param("区政府办公室组织学习。区委区政府中心工作。上级是市委。全区上下。", "district", "区政府办公室", None, id="district"),
        pytest.param("落实省委、市委部署。全县各部门要抓。县委、县政府要求。云南省的规定。", "county", None, "云南", id="the lowest own level"),
        pytest.param("自治区党委要求。自治区政府部署。内蒙古各族群众。", "province", None, "内蒙古", id="自治区 is no district"),
        pytest.param("现在，我代表国务院，向大会报告。全国各省市。", "central", "国务院", None, id="State Council"),
        pytest.param("社区工作者。小区居民。市场主体。", None, None, None, id="words that hold 区 and 市"),
    ],
)
def test_origin(text, level, organ, region):
    found = metadata(text)
    assert (found.level, found.organ, found.region) == (level, organ, region)


def test_title_and_speaker():
    found = metadata(f"在全省会议上的讲话——节选\n2019年3月5日\n省长 张三\n同志们：\n{BODY}")
    assert (found.title, found.speaker) == ("在全省会议上的讲话", "张三")


def test_a_salutation_is_no_title():
    assert metadata(f"同志们：\n{BODY}").title is None


def test_given_metadata_wins():
    given = {"标题": "题目", "genre": "报告", "level": "市", "organ": "市委", "date": "2020年2月", "author": "李四", "url": "http://a.cn"}
    found = metadata("县委县政府同志们：今年是党的二十大召开之年。", given)
    assert (found.title, found.genre, found.level, found.organ, found.speaker) == ("题目", "报告", "city", "市委", "李四")
    assert (found.date_earliest, found.date_latest, found.date_basis) == ("2020-02-01", "2020-02-29", ("metadata",))
    assert found.source_url == "http://a.cn"


@pytest.mark.parametrize(
    ("given", "bounds"),
    [
        pytest.param({"date_latest": "2020-05-01"}, ("2019-01-01", "2020-05-01"), id="the other bound from the text"),
        pytest.param({"date_latest": "2018-05-01"}, (None, "2018-05-01"), id="the text contradicts"),
        pytest.param({"date_earliest": "2019-06"}, ("2019-06-01", "2019-12-31"), id="earliest given"),
    ],
)
def test_one_bound_given(given, bounds):
    found = metadata("今年是新中国成立70周年。", given)
    assert (found.date_earliest, found.date_latest) == bounds and found.date_basis[0] == "metadata"


@pytest.mark.parametrize("value", ["去年", "2022-13", "2022-02-30", "无"])
def test_a_date_that_cannot_be_read_is_left_to_the_text(value):
    assert metadata("今年是新中国成立70周年。", {"date": value}).date_earliest == "2019-01-01"


NAMES = {"meeting": "党的十八大 中共二十大 中国共产党第十九次全国代表大会 十一届三中全会 二十届四中全会", "event": "汶川地震 新冠肺炎 方舱医院 隔离点 台风烟花", "wording": "三严三实 “四个意识” 两学一做 两个确立 总体国家安全观 供给侧结构性改革 习近平新时代中国特色社会主义思想 百年未有之大变局 全过程人民民主 伟大建党精神 新质生产力"}  # fmt: skip


@pytest.mark.parametrize("name", [name for names in NAMES.values() for name in names.split()])
def test_each_anchor_bounds_from_below(name):
    assert metadata(f"我们讲{name}。").date_earliest is not None
