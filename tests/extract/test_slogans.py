"""Slogans: coined in quotation marks, set couplets by form, and what quotation marks mean otherwise."""

import pytest

from extract.couplets import couplets
from extract.extractors.allusions import find_allusions
from extract.extractors.slogans import find_slogans
from extract.extractors.spirits import find_spirits
from extract.lexicon.match import Matcher
from extract.records import Entry, Mention, Speech, View


def speech_of(text, entries=(), **names):
    view = View(text, tuple(range(len(text) + 1)))
    mentions = [
        Mention("d", text.index(words), text.index(words) + len(words), label, words, words) for label, words in names.items()
    ]
    return Speech("d", text, "", "text", view, matches=Matcher(entries).matches(view), mentions=tuple(mentions))


def entry(*forms, label="SLOGAN", kind=None, source=None):
    return Entry(label, forms[0], forms, kind=kind, source=source)


@pytest.mark.parametrize(
    "text, names, expected",
    [
        pytest.param("种好“责任田”", {}, ["责任田"], id="metaphor"),
        pytest.param("打造“高能硬核”平台", {}, ["高能硬核"], id="coinage"),
        pytest.param("突出“做什么、谁来做、怎么做”", {}, ["做什么、谁来做、怎么做"], id="list of one length"),
        pytest.param("推进“人工智能+”行动", {"EVENT": "人工智能+”行动"}, ["人工智能+"], id="coinage inside an event's name"),
        pytest.param("强化“归零”思维、“空杯”意识", {}, ["归零", "空杯"], id="two short ones side by side"),
        pytest.param("这个“站位”很重要", {}, [], id="short ordinary word"),
        pytest.param("杜绝“差不多”", {}, [], id="ordinary word for a defect"),
        pytest.param("少点“大材小用”“牛刀杀鸡”的感觉", {}, [], id="feelings"),
        pytest.param("受台风“烟花星”影响", {}, [], id="name of a storm"),
        pytest.param("参加“文化讲坛”", {}, [], id="name of a series"),
        pytest.param("实行“***”工作法", {}, [], id="masked"),
        pytest.param("“十四五”规划", {}, [], id="plan"),
        pytest.param("诬蔑我国是“侵略者”", {}, [], id="others' word"),
        pytest.param("他说：“我们要认真抓好各项工作”", {"QUOTE": "我们要认真抓好各项工作"}, [], id="a speaker's statement"),
        pytest.param("市委提出“一片丹心向党、一往无前奋斗”", {"QUOTE": "一片丹心向党、一往无前奋斗"}, ["一片丹心向党、一往无前奋斗"], id="a quoted couplet"),
        pytest.param("“三服务”", {"FORMULA": "三服务"}, [], id="formula"),
        pytest.param("弘扬精进奋进、踏实务实的作风。“精进奋进、踏实务实”", {}, ["精进奋进、踏实务实", "精进奋进、踏实务实"], id="quoted once"),
    ],
)
def test_quoted_words(text, names, expected):
    found = {(m.start, m.end): m.text for m in find_slogans(speech_of(text, **names))}
    assert [words for _, words in sorted(found.items())] == expected


@pytest.mark.parametrize(
    "text, entries, expected",
    [
        pytest.param("甘当螺丝钉", [entry("螺丝钉", kind="metaphor;quoted")], [], id="metaphor without marks"),
        pytest.param("甘当“螺丝钉”", [entry("螺丝钉", kind="metaphor;quoted")], ["螺丝钉"], id="metaphor in marks"),
        pytest.param("撸起袖子加油干！", [entry("撸起袖子加油干", kind="motto")], ["撸起袖子加油干"], id="motto"),
        pytest.param("“坚强前哨”和“巩固后院”", [entry("坚强前哨、巩固后院")], ["坚强前哨", "巩固后院"], id="halves quoted apart"),
        pytest.param("坚强前哨和巩固后院", [entry("坚强前哨、巩固后院")], ["坚强前哨", "巩固后院"], id="halves joined by 和"),
    ],
)
def test_lexicon(text, entries, expected):
    found = {(m.start, m.end): m.text for m in find_slogans(speech_of(text, entries))}
    assert [words for _, words in sorted(found.items())] == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("做到参在点子上、谋在关键处。", ["参在点子上、谋在关键处"], id="governed by a verb"),
        pytest.param("我们从最坏处打算，向最好处努力，不仅稳住了大盘。", ["从最坏处打算，向最好处努力"], id="clauses"),
        pytest.param("紧紧围绕大局、时时聚焦大局、处处服务大局", ["紧紧围绕大局、时时聚焦大局、处处服务大局"], id="doubled"),
        pytest.param("不能死读书，读死书，读书死", ["死读书，读死书，读书死"], id="turned round"),
        pytest.param("坚持政治互信、坚持互利合作", [], id="same first word"),
        pytest.param("优化经济布局，促进经济协调", [], id="plain enumeration"),
        pytest.param("领导的肯定、同事的认可", [], id="noun phrases"),
        pytest.param("攻坚克难、精益求精", [], id="idioms"),
        pytest.param("既要搞活经济，又要加强管理", [], id="conjunctions"),
    ],
)
def test_couplets_by_form(text, expected):
    assert [text[start:end] for start, end in couplets(text)] == expected


@pytest.mark.parametrize(
    "text, names, expected",
    [
        pytest.param("发扬“钉钉子”精神", {}, [("钉钉子”精神", "钉钉子精神")], id="marks inside"),
        pytest.param("弘扬“上海精神”", {}, [("上海精神", "上海精神")], id="marks around"),
        pytest.param("学习焦裕禄精神", {"PERSON": "焦裕禄"}, [("焦裕禄精神", "焦裕禄精神")], id="named after a person"),
        pytest.param("传达“会议精神”，学习“讲话”精神", {}, [], id="what a meeting means"),
        pytest.param("“日拱一卒、功不唐捐”的精神", {}, [], id="of another kind"),
    ],
)
def test_spirits(text, names, expected):
    assert [(m.text, m.canonical) for m in find_spirits(speech_of(text, **names))] == expected


def test_allusions_are_read_over_slips_and_carry_their_source():
    wording = entry("君子求诸己，小人求诸人", label="ALLUSION", source="《论语·卫灵公》")
    (found,) = find_allusions(speech_of("“君子求诸已,小人求诸人。”", [wording]))
    assert (found.text, found.canonical) == ("君子求诸已,小人求诸人", "君子求诸己，小人求诸人")
    assert found.attrs == {"source": "《论语·卫灵公》"}
