"""Formulas as objects: which list a label means, who put it forward, whose members a text has, how wordings vary."""

from __future__ import annotations

import pytest

from extract.records import Entry, Mention, Metadata, Reading, Sentence, Speech, View
from graph.build import build_graph
from graph.checks import check_graph
from graph.ids import span_of, speech_id

LOYAL = ("坚持绝对忠诚的政治品格", "坚持高度自觉的大局意识", "坚持极端负责的工作作风", "坚持无怨无悔的奉献精神", "坚持廉洁自律的道德操守")
PEACE = ("坚持政治互信", "坚持互利合作", "坚持平等相待", "坚持开放包容", "坚持公平正义")
ENTRIES = [
    Entry("FORMULA", "五个坚持", ("五个坚持",), size=5),
    Entry("FORMULA", "五个坚持", ("五个坚持",), LOYAL, 5, issuer="习近平", date="2014"),
    Entry("FORMULA", "五个坚持", ("五个坚持",), PEACE, 5, issuer="某峰会", date="2022-09"),
    Entry("FORMULA", "三办", ("三办",), ("办文", "办会", "办事"), 3),
    Entry("FORMULA", "四个自信", ("四个自信",), ("道路自信", "理论自信", "制度自信", "文化自信"), 4),
    Entry("FORMULA", "三个自信", ("三个自信",), ("道路自信", "理论自信", "制度自信"), 3),
    Entry("PRINCIPLE", "对党绝对忠诚", ("对党绝对忠诚", "绝对忠诚")),
    Entry("PRINCIPLE", "旗帜鲜明讲政治", ("旗帜鲜明讲政治",)),
    Entry("PRINCIPLE", "讲政治", ("讲政治",)),
    Entry("SLOGAN", "打铁还需自身硬", ("打铁还需自身硬", "打铁必须自身硬"), issuer="习近平", date="2012"),
    Entry("ALLUSION", "君子求诸己，小人求诸人", ("君子求诸己，小人求诸人",), source="《论语》"),
    Entry("PERSON", "习近平", ("习近平", "习近平总书记")),
]


def reading(doc: str, text: str, *found: tuple[str, str, str] | tuple[str, str, str, dict[str, object]]) -> Reading:
    """Return a reading of a text with these mentions: (words, label, name, attributes), each where the words first stand."""
    mentions = []
    for words, label, name, *attrs in found:
        start = text.index(words)
        mentions.append(Mention(doc, start, start + len(words), label, words, name, "lexicon", 1.0, attrs[0] if attrs else {}))
    sentences, start = [], 0
    for part in text.splitlines(keepends=True):
        sentences.append(Sentence(len(sentences), start, start + len(part)))
        start += len(part)
    view = View(text, tuple(range(len(text) + 1)))
    speech = Speech(doc, text, f"{doc}.txt", "text", view, tuple(sentences), mentions=tuple(mentions))
    return Reading(speech, Metadata(date_latest="2022-12-31"))


def graph(*readings: Reading):
    G = build_graph(readings, ENTRIES, [])
    texts = {speech_id(one.speech.sha256): one.speech.text for one in readings}
    assert list(check_graph(G, texts, {own: one.speech.sha256 for own, one in zip(texts, readings)})) == []
    return G


def edges(G, kind: str) -> list[tuple[dict[str, object], dict[str, object], dict[str, object]]]:
    return [(G.nodes[a], G.nodes[b], d) for a, b, d in G.edges(data=True) if d["type"] == kind]


def meant(G) -> dict[str, object]:
    """Return what the only mention of 五个坚持 leads to, with the ground."""
    [(_, node, edge)] = [found for found in edges(G, "MENTIONS") if found[1]["name"] == "五个坚持"]
    own = next(own for own, d in G.nodes(data=True) if d is node)
    issuers = {G.nodes[b]["name"] for a, b, d in G.edges(data=True) if a == own and d["type"] == "ISSUED_BY"}
    return {"reading": node["reading"], "issuers": issuers, "basis": edge.get("reading_basis")}


WUGE = ("五个坚持", "FORMULA", "五个坚持")
XI = ("习近平总书记", "PERSON", "习近平")


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        pytest.param("要做到五个坚持。\n", [WUGE], ("open", set(), None), id="alone"),
        pytest.param(
            "习近平总书记在会上提出“五个坚持”。\n要绝对忠诚。\n",
            [XI, WUGE],
            ("fixed", {"习近平"}, "issuer"),
            id="issuer in the sentence and a member in the text",
        ),
        pytest.param("习近平总书记提出“五个坚持”。\n", [XI, WUGE], ("open", {"习近平"}, None), id="issuer without any member"),
        pytest.param("习近平总书记强调“五个坚持”。\n要绝对忠诚。\n", [XI, WUGE], ("open", set(), None), id="only stressed"),
        pytest.param(
            "做到五个坚持：政治互信、互利合作、平等相待、开放包容、公平正义。\n",
            [(*WUGE, {"members": ("政治互信", "互利合作", "平等相待", "开放包容", "公平正义")})],
            ("fixed", {"某峰会"}, "list"),
            id="list of a known reading in other words",
        ),
        pytest.param(
            "做到五个坚持：坚持甲、坚持乙、坚持丙、坚持丁、坚持戊。\n",
            [(*WUGE, {"members": ("坚持甲", "坚持乙", "坚持丙", "坚持丁", "坚持戊")})],
            ("fixed", set(), "list"),
            id="list that nobody knows",
        ),
        pytest.param("五个坚持。\n绝对忠诚，极端负责，廉洁自律。\n", [WUGE], ("fixed", {"习近平"}, "members"), id="members"),
        pytest.param("五个坚持。\n绝对忠诚，政治互信。\n", [WUGE], ("open", set(), None), id="one member of each"),
    ],
)
def test_a_label_means_a_list_only_where_it_is_sure(text, found, expected):
    result = meant(graph(reading("a", text, *found)))
    assert (result["reading"], result["issuers"], result["basis"]) == expected


def test_all_known_readings_lead_to_the_bare_label():
    G = graph(reading("a", "要做到五个坚持。\n", WUGE))
    found = edges(G, "READING_OF")
    assert {(a["name"], a["reading"], b["reading"]) for a, b, _ in found} == {("五个坚持", "fixed", "open")}
    assert len(found) == 2 and len({d["name"] for _, d, _ in edges(G, "COMPRISES")}) == 10


def test_one_text_means_one_list():
    text = "习近平总书记提出“五个坚持”。\n要绝对忠诚。\n践行那五个坚持！\n"
    speech = reading("a", text, XI, WUGE).speech
    again = text.rindex("五个坚持")
    more = Mention("a", again, again + 4, "FORMULA", "五个坚持", "五个坚持")
    G = build_graph([Reading(Speech("a", text, "a.txt", "text", speech.view, speech.sentences, mentions=(*speech.mentions, more)), Metadata())], ENTRIES, [])
    assert [d["reading_basis"] for _, _, d in edges(G, "MENTIONS") if "reading_basis" in d] == ["issuer", "same text"]
    assert [d["count"] for _, b, d in edges(G, "USES") if b["name"] == "五个坚持"] == [2]


@pytest.mark.parametrize(
    ("members", "listed", "status"),
    [
        pytest.param(("办文", "办会", "办事"), 3, "complete", id="as many"),
        pytest.param(("办文", "办会", "办事", "办报"), 4, "long", id="more than promised"),
    ],
)
def test_a_list_of_another_length_shows(members, listed, status):
    text = f"做好三办：{'、'.join(members)}。\n"
    G = graph(reading("a", text, ("三办", "FORMULA", "三办", {"members": members})))
    [node] = [d for _, d in G.nodes(data=True) if d.get("name") == "三办"]
    assert (node["size"], node["members_listed"], node["list_status"]) == (3, listed, status)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("绝对忠诚。\n极端负责。\n廉洁自律。\n", [("五个坚持", 3, 5)], id="three of five, by their core"),
        pytest.param("绝对忠诚。\n极端负责。\n", [], id="two of five are no half"),
        pytest.param("道路自信、理论自信、制度自信、文化自信。\n", [("四个自信", 4, 4)], id="the fuller list only"),
        pytest.param("道路自信、理论自信、制度自信。\n", [("三个自信", 3, 3)], id="all of the shorter list"),
        pytest.param("办文、办会、办事。\n", [], id="two characters say nothing"),
        pytest.param("“绝对忠诚”\n“极端　负责”\n廉洁自律\n", [("五个坚持", 3, 5)], id="marks and spaces"),
    ],
)
def test_members_are_used_without_the_label(text, expected):
    G = graph(reading("a", text))
    found = edges(G, "USES_MEMBERS_OF")
    assert [(b["name"], d["used"], d["size"]) for _, b, d in found] == expected
    for _, _, d in found:
        assert d["label_used"] is False and len(d["evidence"]) == d["used"]
        assert all(text[slice(*span_of(place)[1:])] for place in d["evidence"])


def test_a_text_older_than_a_formula_does_not_use_its_members():
    one = reading("a", "绝对忠诚。\n极端负责。\n廉洁自律。\n")
    G = build_graph([Reading(one.speech, Metadata(date_latest="2013-12-31"))], ENTRIES, [])
    assert edges(G, "USES_MEMBERS_OF") == []


def test_the_label_beside_its_members_is_said():
    G = graph(reading("a", "五个坚持。\n绝对忠诚，极端负责。\n", WUGE))
    assert [(d["used"], d["label_used"]) for _, _, d in edges(G, "USES_MEMBERS_OF")] == [(2, True)]


def test_lexicon_and_text_say_who_put_it_forward_side_by_side():
    G = graph(reading("a", "习近平总书记提出“五个坚持”。\n要绝对忠诚。\n", XI, WUGE))
    found = sorted((d["basis"], a["name"], b["label"], d.get("date_earliest"), d["date_latest"]) for a, b, d in edges(G, "ISSUED_BY") if b["name"] == "习近平")
    assert found == [
        ("lexicon", "五个坚持", "Person", "2014-01-01", "2014-12-31"),
        ("text", "五个坚持", "Person", None, "2022-12-31"),
    ]
    [meeting] = [(b["label"], b["kind"], d["date_earliest"], d["date_latest"]) for _, b, d in edges(G, "ISSUED_BY") if b["name"] == "某峰会"]
    assert meeting == ("Organization", "meeting", "2022-09-01", "2022-09-30")


@pytest.mark.parametrize(
    ("words", "label", "name", "expected"),
    [
        pytest.param("绝对忠诚", "PRINCIPLE", "对党绝对忠诚", ("shortened", "short_form"), id="short form"),
        pytest.param("打铁必须自身硬", "SLOGAN", "打铁还需自身硬", ("substituted", "official_revision"), id="official revision"),
        pytest.param("君子求诸已，小人求诸人", "ALLUSION", "君子求诸己，小人求诸人", ("substituted", "slip"), id="confused letter"),
        pytest.param("君子求诸己、小人求诸人", "ALLUSION", "君子求诸己，小人求诸人", None, id="another mark is no variant"),
        pytest.param("对党绝对忠诚", "PRINCIPLE", "对党绝对忠诚", None, id="head form"),
    ],
)
def test_wordings_lead_to_their_head_form(words, label, name, expected):
    G = graph(reading("a", f"要{words}。\n", (words, label, name)))
    found = [(d["edit"], d["status"]) for a, b, d in edges(G, "VARIANT_OF") if (a["name"], b["name"]) == (words, name)]
    assert found == ([expected] if expected else [])
    assert [b["name"] for _, b, _ in edges(G, "USES")] == [name]


def test_a_longer_wording_contains_a_shorter_one_that_stands_nowhere_else():
    G = graph(reading("a", "旗帜鲜明讲政治。\n", ("旗帜鲜明讲政治", "PRINCIPLE", "旗帜鲜明讲政治")))
    assert ("旗帜鲜明讲政治", "讲政治") in [(a["name"], b["name"]) for a, b, _ in edges(G, "CONTAINS")]
    assert all(b["name"] in a["name"] for a, b, _ in edges(G, "CONTAINS"))


def test_a_quotation_leads_to_the_formulations_in_it():
    text = "他说：打铁还需自身硬，关键在讲政治。\n"
    quote = ("打铁还需自身硬，关键在讲政治", "QUOTE", "打铁还需自身硬，关键在讲政治")
    G = graph(reading("a", text, quote, ("打铁还需自身硬", "SLOGAN", "打铁还需自身硬"), ("讲政治", "PRINCIPLE", "讲政治")))
    assert {b["name"] for _, b, _ in edges(G, "QUOTATION_OF")} == {"打铁还需自身硬", "讲政治"}


def test_the_order_of_the_texts_does_not_matter():
    one = reading("a", "要做到五个坚持。\n绝对忠诚。\n", WUGE)
    two = reading("b", "五个坚持：坚持甲、坚持乙。\n", (*WUGE, {"members": ("坚持甲", "坚持乙")}))
    built = [build_graph(order, ENTRIES, []) for order in ([one, two], [two, one])]
    assert list(built[0].nodes(data=True)) == list(built[1].nodes(data=True))
    assert list(built[0].edges(keys=True, data=True)) == list(built[1].edges(keys=True, data=True))
