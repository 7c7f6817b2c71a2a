"""A small collection made by hand: three texts, their readings, a lexicon and two themes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from extract.records import Entry, Mention, Metadata, Reading, Section, Sentence, Speech, Theme, ThemeSentences, View

COUNTY = """在县委办公室座谈会上的讲话
一、讲政治
要做到“五个坚持”，即坚持绝对忠诚、坚持廉洁自律。对党绝对忠诚是三办三服务的根本。
（一）守纪律
县委要求学习党章。习近平总书记指出，空谈误国，实干兴邦。
二、抓落实
一分部署，九分落实。五个坚持不是口号，坚决反对四风。
"""

CITY = """“五个坚持”要入脑入心。县委要抓落实：一分部署，九分落实。
习近平总书记指出，空谈误国，实干兴邦。
"""

NEWS = "本报讯：县委召开会议。俗话说，打铁还需自身硬。五个坚持、三服务、四风都写进了《条例》。\n"

FORMULATIONS = {
    "五个坚持": "FORMULA",
    "三办三服务": "FORMULA",
    "三服务": "FORMULA",
    "四风": "FORMULA",
    "对党绝对忠诚": "PRINCIPLE",
    "一分部署，九分落实": "SLOGAN",
    "空谈误国，实干兴邦": "SLOGAN",
    "打铁还需自身硬": "SLOGAN",
}
NAMES = {"县委": "ORG", "党章": "DOCUMENT", "条例": "DOCUMENT", "习近平总书记": "PERSON"}


def _mentions(doc: str, text: str) -> list[Mention]:
    found = []
    for wording, label in (FORMULATIONS | NAMES).items():
        for match in re.finditer(wording, text):
            canonical = "习近平" if label == "PERSON" else wording
            found.append(Mention(doc, *match.span(), label, wording, canonical, "lexicon", 1.0, _attrs(text, *match.span())))
    return found


def _attrs(text: str, start: int, end: int) -> dict[str, object]:
    wording = text[start:end]
    attrs: dict[str, object] = {"depth": 0, "voice": "own", "in_heading": False, "stance": "unclear"}
    if wording == "三服务" and text[start - 2 : start] == "三办":
        attrs["depth"] = 1
    if wording == "四风" and text[start - 2 : start] == "反对":
        attrs |= {"stance": "opposed", "stance_cue": "坚决反对"}
    if wording == "空谈误国，实干兴邦":
        attrs["voice"] = "quoted"
    if wording == "五个坚持" and "即坚持绝对忠诚" in text[end : end + 10]:
        attrs["members"] = ("绝对忠诚", "廉洁自律")
    return attrs


def _quotes(doc: str, text: str) -> list[Mention]:
    found = []
    for wording, speaker, attribution in (("空谈误国，实干兴邦", "习近平", "named"), ("打铁还需自身硬", "俗话", "proverb")):
        for match in re.finditer(wording, text):
            attrs = {"speaker": speaker, "cue": "指出", "register": "indirect", "attribution": attribution, "end_basis": "rule"}
            found.append(Mention(doc, *match.span(), "QUOTE", wording, wording, "rule", 0.9, attrs))
    return found


def _sentences(text: str) -> tuple[Sentence, ...]:
    spans = [match.span() for match in re.finditer(r"[^。\n]*(?:。\n?|\n)", text)]
    return tuple(Sentence(order, *span) for order, span in enumerate(spans))


def _sections(text: str, headings: list[tuple[int, str, tuple[str, ...]]]) -> tuple[Section, ...]:
    starts = [text.index(heading) if heading not in ("opening", "body") else 0 for _, heading, _ in headings]
    sections = []
    for order, (level, heading, themes) in enumerate(headings):
        later = [starts[at] for at in range(order + 1, len(headings)) if headings[at][0] <= level]
        sections.append(Section(order, level, starts[order], later[0] if later else len(text), heading, themes))
    return tuple(sections)


def make_reading(
    doc: str,
    text: str,
    headings: list[tuple[int, str, tuple[str, ...]]] | None = None,
    themes: dict[str, tuple[int, ...]] | None = None,
    metadata: Metadata | None = None,
) -> Reading:
    """Read a text by plain search for the words above."""
    view = View(text, tuple(range(len(text) + 1)))
    mentions = [*_mentions(doc, text), *_quotes(doc, text)]
    for level, heading, _ in headings or []:
        if heading not in ("opening", "body"):
            at = text.index(heading)
            mentions.append(Mention(doc, at, at + len(heading), "HEADING", heading, heading, attrs={"level": level}))
    speech = Speech(doc, text, f"{doc}.txt", "text", view, _sentences(text), mentions=tuple(mentions))
    speech = replace(speech, sections=_sections(text, headings) if headings else ())
    carried = tuple(ThemeSentences(theme, sentences) for theme, sentences in (themes or {}).items())
    return Reading(speech, metadata or Metadata(), carried, {"found twice": 2})


@pytest.fixture
def readings() -> list[Reading]:
    """Three readings: a county's talk with sections, a city's without, a news item."""
    headings = [
        (1, "opening", ()),
        (1, "一、讲政治", ("loyalty",)),
        (2, "（一）守纪律", ("discipline",)),
        (1, "二、抓落实", ("implementation",)),
    ]
    return [
        make_reading(
            "001_county",
            COUNTY,
            headings,
            {"loyalty": (1, 2, 3), "discipline": (4, 5), "implementation": (7, 8)},
            Metadata("在县委办公室座谈会上的讲话", "讲话", "county", region="湖北襄阳", date_basis=("0-3",)),
        ),
        make_reading("002_city", CITY, [(1, "body", ("implementation",))], {"implementation": (1,)}, Metadata(region="河南安阳")),
        make_reading("003_news", NEWS),
    ]


@pytest.fixture
def entries() -> list[Entry]:
    """A lexicon of a few entries."""
    return [
        Entry("FORMULA", "五个坚持", ("五个坚持",), ("绝对忠诚", "高度自觉"), 5, "Five Persists", source="讲话，2014"),
        Entry("FORMULA", "三服务", ("三服务",), ("服务领导",), 3, issuer="中办", source="甲"),
        Entry("FORMULA", "三服务", ("三服务",), ("服务企业",), 3, issuer="浙江省委", source="乙"),
        Entry("PRINCIPLE", "对党绝对忠诚", ("对党绝对忠诚", "绝对忠诚"), name_en="absolute loyalty", status="current"),
        Entry("SLOGAN", "一分部署，九分落实", ("一分部署，九分落实",), kind="motto", attested=True),
        Entry("DOCUMENT", "党章", ("党章", "中国共产党章程"), kind="regulation", issuer="中国共产党"),
    ]


@pytest.fixture
def themes() -> list[Theme]:
    """Three themes; one of them is expressed nowhere."""
    return [
        Theme("loyalty", "政治忠诚", "Political loyalty"),
        Theme("implementation", "狠抓落实", "Implementation"),
        Theme("study", "学习提能", "Study"),
    ]
