"""Named things: documents, people, organisations, places, events and dates, each a table of texts and what they name."""

import doctest
import importlib
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.extractors import dates, documents, events, organizations, persons, places
from extract.lexicon.load import load_lexicon
from extract.records import Speech, View

lexicon = cache(load_lexicon)


def mentions_in(text, *extractors, **metadata):
    """Run extractors over a text as its own view, with the package's lexicon."""
    view = View(text, tuple(range(len(text) + 1)))
    speech = Speech("d", text, "", "text", view, given=metadata)
    speech = replace(speech, matches=lexicon().matches(view))
    for extractor in extractors:
        speech = replace(speech, mentions=(*speech.mentions, *extractor.PLUGIN.find(speech)))
    return [m for m in speech.mentions if m.label in extractors[-1].PLUGIN.labels]


def texts_in(text, *extractors, **metadata):
    return [m.text for m in mentions_in(text, *extractors, **metadata)]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("学习《论〈实践论〉》", ["论〈实践论〉"], id="nested title"),
        pytest.param("印发《关于印发《条例》的通知》", ["条例"], id="innermost of wrongly nested marks"),
        pytest.param("读《未完的书，接着", ["未完的书"], id="unclosed"),
        pytest.param("𠮷《安全生产法》", ["安全生产法"], id="astral character before"),
        pytest.param("《继承优良传统\n推动工作》", ["继承优良传统\n推动工作"], id="title across a line"),
        pytest.param("中办发〔2022〕12号", ["中办发〔2022〕12号"], id="number of a paper"),
        pytest.param("严格遵守党章和廉洁自律准则", ["党章", "廉洁自律准则"], id="unmarked regulations"),
        pytest.param("严格遵守D章", ["D章"], id="masked"),
        pytest.param("实施“十四五”规划", ["十四五”规划"], id="plan, opening mark outside"),
        pytest.param("党的二十大报告强调", ["党的二十大报告"], id="report of a congress"),
        pytest.param("向大会作政府工作报告", ["政府工作报告"], id="government's report"),
        pytest.param("出台城市轨道交通建设行动方案。", ["城市轨道交通建设行动方案"], id="by ending and verb"),
        pytest.param("出台一系列具体实施方案。", [], id="generic ending"),
        pytest.param("农业八字宪法", [], id="word that ends like a law"),
        pytest.param("健全公司法人治理", [], id="law inside another word"),
        pytest.param("到人民日报社调研", [], id="the publisher, not the paper"),
        pytest.param("全心全意为人民服务，实事求是", [], id="titles that are ordinary words"),
        pytest.param("《****》", [], id="masked title"),
    ],
)
def test_documents(text, expected):
    assert texts_in(text, documents) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("习近平总书记指出", [("习近平总书记", "习近平")], id="title after"),
        pytest.param("国务委员兼外交部长王毅", [("国务委员兼外交部长王毅", "王毅")], id="two offices before"),
        pytest.param("省委王宁书记强调", [("省委王宁书记", "王宁")], id="office, name, title"),
        pytest.param("俄罗斯总统普京访华", [("俄罗斯总统普京", "普京")], id="country's office"),
        pytest.param("同托卡耶夫总统会谈", [("托卡耶夫总统", "托卡耶夫")], id="foreign name before title"),
        pytest.param(
            "会见捷克总理索博特卡。索博特卡表示",
            [("捷克总理索博特卡", "索博特卡"), ("索博特卡", "索博特卡")],
            id="unknown, then alone",
        ),
        pytest.param("毛主席说", [("毛主席", "毛泽东")], id="alias"),
        pytest.param("学习小平同志的话", [("小平同志", "邓小平")], id="given name"),
        pytest.param("记者张晓明报道", [("记者张晓明", "张晓明")], id="surname after title"),
        pytest.param("副县长刘志强介绍", [("副县长刘志强", "刘志强")], id="given name that is also a verb's character"),
        pytest.param("约翰·斯图尔特说", [("约翰·斯图尔特", "约翰·斯图尔特")], id="dotted"),
        pytest.param("县委**主任讲话", [], id="masked"),
        pytest.param("许多同志、老主任、各位主任和支部书记", [], id="titles without a name"),
        pytest.param("坚持毛泽东思想和马克思主义", [], id="doctrines"),
        pytest.param("弘扬焦裕禄精神", [], id="spirit"),
        pytest.param("汪洋大海，对于敏感问题，从心里根除", [], id="names inside words"),
        pytest.param(
            "习近平主席会见来宾", [("习近平主席", "习近平")], id="verb after the title begins like another office"
        ),
        pytest.param("李先生来了", [], id="only a surname"),
    ],
)
def test_persons(text, expected):
    assert [(m.text, m.canonical) for m in mentions_in(text, organizations, persons)] == expected


@pytest.mark.parametrize(
    "text, date, expected",
    [
        pytest.param("牢记总书记嘱托", "2016-01-01", ["习近平"], id="by date"),
        pytest.param("牢记总书记嘱托", "2005-03-05", ["胡锦涛"], id="earlier holder"),
        pytest.param(
            "江泽民总书记要求。总书记指出", "2016-01-01", ["江泽民", "江泽民"], id="the text's own before the date"
        ),
        pytest.param("党的十八大以来，总书记指出", "", ["习近平"], id="by the era that the text shows"),
        pytest.param("总书记指出", "", [], id="nothing tells"),
        pytest.param("以胡锦涛同志为总书记的党中央", "2008", ["胡锦涛"], id="office that is only predicated"),
        pytest.param("党的十八大以来，中央书记处、总书记处", "", [], id="other words"),
    ],
)
def test_bare_general_secretary(text, date, expected):
    assert [m.canonical for m in mentions_in(text, organizations, persons, date=date)] == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("紧扣区委区政府中心工作", [("区委区政府", "district")], id="written together"),
        pytest.param("在区委、区政府领导下", [("区委", "district"), ("区政府", "district")], id="two"),
        pytest.param("在县委政府工作大局下", [("县委政府", "county")], id="shortened pair"),
        pytest.param(
            "提交县委常委会、县政府常务会研究", [("县委常委会", "county"), ("县政府常务会", "county")], id="bodies"
        ),
        pytest.param("市人民政府副市长", [("市人民政府", "city")], id="full form"),
        pytest.param("湖北省委书记", [("湖北省委", "province")], id="with its province"),
        pytest.param("中共襄城区委", [("中共襄城区委", "district")], id="with the Party's name"),
        pytest.param("作为政府办工作人员", [("政府办", None)], id="office alone"),
        pytest.param(
            "省人大常委会、市政协、县纪委监委",
            [("省人大常委会", "province"), ("市政协", "city"), ("县纪委监委", "county")],
            id="others",
        ),
        pytest.param("中办要求", [("中办", "central")], id="short name"),
        pytest.param("上合组织扩员，上合峰会", [("上合组织", None), ("上合", None)], id="international"),
        pytest.param("对中央和省、市制定的政策", [("中央", "central")], id="the centre"),
        pytest.param("**县委、XX区委", [("县委", "county"), ("区委", "district")], id="masked place stays outside"),
        pytest.param("各级党委政府、各部门，全省党委、乡镇党委", [], id="generic"),
        pytest.param("社区委员、城市委托、政府办公室、政府办好事", [], id="other words"),
        pytest.param("省、市、自治区政府", [], id="any of them"),
        pytest.param("我们党要求全党", [], id="the Party alone"),
        pytest.param("中国共产党人", [], id="its members"),
        pytest.param("以上合计，东西北大门", [], id="short names inside words"),
        pytest.param("在北京市第一中学", [("北京市第一中学", None)], id="institution with its place"),
    ],
)
def test_organizations(text, expected):
    assert [(m.text, m.attrs.get("level")) for m in mentions_in(text, organizations)] == expected


def test_organizations_canonical_names():
    found = {m.text: m.canonical for m in mentions_in("中办、党中央、上合、全国人大常委会", organizations)}
    assert found == {
        "中办": "中共中央办公厅",
        "党中央": "中共中央",
        "上合": "上海合作组织",
        "全国人大常委会": "全国人民代表大会常务委员会",
    }


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("在河南安阳林州市红旗渠考察", ["河南安阳林州市红旗渠"], id="longest"),
        pytest.param("襄城区闸口社区探索", ["襄城区闸口社区"], id="community"),
        pytest.param("到襄阳市襄城区尹集乡白云村调研", ["襄阳市襄城区尹集乡白云村"], id="down to the village"),
        pytest.param("加快东津新区建设，围绕东津新城", ["东津新区", "东津"], id="new area, then short"),
        pytest.param("XX区、*县、**市", [], id="masked"),
        pytest.param("反对文山会海，重大理论，制定西部规划", [], id="inside words"),
        pytest.param("上海南京路", ["上海南京"], id="overlap: the left one wins"),
        pytest.param("在中国共产党领导下，中国特色，中国式现代化，一个中国原则", [], id="not the country"),
        pytest.param("中国得道多助", ["中国"], id="the country"),
        pytest.param("发展中国家", [], id="inside developing country"),
        pytest.param("县委和县政府", [], id="a county's name by chance"),
        pytest.param("哈萨克斯坦、乌兹别克斯坦", ["哈萨克斯坦", "乌兹别克斯坦"], id="countries"),
        pytest.param("推动京津冀、长三角、粤港澳大湾区发展", ["京津冀", "长三角", "粤港澳大湾区"], id="regions"),
        pytest.param("副校长江风益", [], id="river's name in an office and a name"),
        pytest.param("科利马火山", [], id="city inside a transcription"),
        pytest.param("沿海城市", [], id="county-level city inside a word"),
    ],
)
def test_places(text, expected):
    assert texts_in(text, places) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("党的二十大", [("党的二十大", "中国共产党第二十次全国代表大会")], id="congress"),
        pytest.param("十八大以来", [("十八大", "中国共产党第十八次全国代表大会")], id="without lead"),
        pytest.param(
            "党的二十届三中全会", [("党的二十届三中全会", "中国共产党第二十届中央委员会第三次全体会议")], id="plenum"
        ),
        pytest.param(
            "十八届三中、四中全会",
            [
                ("十八届三中", "中国共产党第十八届中央委员会第三次全体会议"),
                ("四中全会", "中国共产党第十八届中央委员会第四次全体会议"),
            ],
            id="list of plenums",
        ),
        pytest.param(
            "十二届全国人大一次会议",
            [("十二届全国人大一次会议", "第十二届全国人民代表大会第一次会议")],
            id="people's congress",
        ),
        pytest.param("落实市第十二次党代会部署", [("市第十二次党代会", "市第十二次党代会")], id="local congress"),
        pytest.param("受台风“烟花”影响", [("台风“烟花”", "台风“烟花”")], id="storm"),
        pytest.param("持续推进“人工智能+”行动", [("人工智能+”行动", "“人工智能+”行动")], id="opening mark outside"),
        pytest.param("打赢脱贫攻坚战", [("脱贫攻坚战", "脱贫攻坚战")], id="campaign"),
        pytest.param(
            "出席在撒马尔罕举行的上海合作组织成员国元首理事会第二十二次会议",
            ["上海合作组织成员国元首理事会第二十二次会议"] * 2,
            id="numbered",
        ),
        pytest.param(
            "在全省党委政府秘书长办公厅（室）主任会议上",
            ["全省党委政府秘书长办公厅（室）主任会议"] * 2,
            id="conference",
        ),
        pytest.param("全面开展安全生产治本攻坚三年行动", ["安全生产治本攻坚三年行动"] * 2, id="three-year campaign"),
        pytest.param("会议指出，这次活动、全体会议、重要会议、外交行动", [], id="generic"),
        pytest.param("八大重点工程，三大任务，十大行动", [], id="counts"),
        pytest.param("实现“两个一百年”奋斗目标", [], id="quoted number of years"),
        pytest.param("常态化疫情防控", [], id="work, not an event"),
        pytest.param("全国政协主席俞正声出席会议", [], id="sentence that ends like a name"),
        pytest.param("统一战线", [], id="war's short name inside a word"),
    ],
)
def test_events(text, expected):
    found = [(m.text, m.canonical) for m in mentions_in(text, events)]
    assert found == (expected if not expected or isinstance(expected[0], tuple) else [tuple(expected)])


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("2022年10月28日，", [("2022年10月28日", "2022-10-28")], id="day"),
        pytest.param("二〇二二年十月", [("二〇二二年十月", "2022-10")], id="Chinese numerals"),
        pytest.param("2022年9月14日至16日", [("2022年9月14日至16日", "2022-09-14/2022-09-16")], id="range of days"),
        pytest.param("一九五三年至一九八○年间", [("一九五三年至一九八○年", "1953/1980")], id="range of years"),
        pytest.param("1978年以来", [("1978年", "1978")], id="since"),
        pytest.param("上世纪90年代初期", [("上世纪90年代初期", None)], id="decade"),
        pytest.param("5月1日", [("5月1日", None)], id="no year, no computation"),
        pytest.param("第2022年，12024年，3.2万年", [], id="other numbers"),
        pytest.param("三年行动，两个月，一小时，二十年如一日", [], id="spans of time"),
    ],
)
def test_absolute_dates(text, expected):
    assert [(m.text, m.attrs.get("iso")) for m in mentions_in(text, dates)] == expected


@pytest.mark.parametrize(
    "words", ["去年", "今年", "近期", "这个月", "前段时间", "近段时间", "一年来", "过去一年", "日前", "今年5月"]
)
def test_relative_dates(words):
    (mention,) = mentions_in(f"，{words}，我们", dates)
    assert (mention.text, mention.attrs["relative"]) == (words, True)


ALL = (organizations, documents, places, persons, events, dates)
PIECES = "习近平总书记 省委 县委政府 党的二十大 第十二次 会议 《 》 〈 “ ” ** XX 2022年 9月 至 王宁 书记 · 普京 总统 湖北 襄阳 新区 村 行动 开展 ， 。 𠮷 \n".split(
    " "
)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_every_mention_stands_where_it_says_and_none_overlaps_its_own_kind(text):
    for extractor in ALL:
        found = mentions_in(text, organizations, extractor) if extractor is persons else mentions_in(text, extractor)
        assert all(text[m.start : m.end] == m.text and m.text and m.canonical and 0 < m.score <= 1 for m in found)
        ends = [m.end for m in found]
        assert all(end <= m.start for end, m in zip(ends, found[1:], strict=False))


def test_offsets_go_back_to_the_source():
    source, view = "习 近 平总书记", View("习近平总书记", (0, 2, 4, 5, 6, 7, 8))
    speech = Speech("d", source, "", "text", view, matches=lexicon().matches(view))
    assert [m.text for m in persons.PLUGIN.find(speech)] == [source]


MODULES = "numerals naming clashes people.titles people.words extractors.documents extractors.dates".split()


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name):
    failed, tried = doctest.testmod(importlib.import_module(f"extract.{name}"))
    assert tried and not failed
