"""Both stores answer as a plain walk over the networkx graph does, in the forms that every store gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import networkx as nx
import pytest

from extract.errors import InputError, TifaError
from graph.folder import load
from graph.stores.arcade import open_store
from graph.stores.store import Limits


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def store(request, seed_graph):
    if request.param == "neo4j":
        yield request.getfixturevalue("neo4j_seeds")
        return
    store = open_store(seed_graph)
    yield store
    store.close()


@pytest.fixture(scope="module")
def G(seed_graph):
    return load(seed_graph)


def nodes(G: nx.MultiDiGraph, *labels: str) -> dict[str, dict]:
    return {own: d for own, d in G.nodes(data=True) if d["label"] in labels}


def edges(G: nx.MultiDiGraph, *types: str) -> list[tuple[str, str, dict]]:
    return [(a, b, d) for a, b, d in G.edges(data=True) if d["type"] in types]


def name(G: nx.MultiDiGraph, own: str) -> str:
    return G.nodes[own]["name"]


def used_by_two(G):
    users = Counter(b for _, b, _ in edges(G, "USES") if G.nodes[b]["label"] == "Principle")
    return sorted(((name(G, p), n) for p, n in users.items() if n >= 2), key=lambda row: (-row[1], row[0]))


def themes_together(G):
    carried: dict[str, set[str]] = {}
    for a, b, _ in edges(G, "EXPRESSES"):
        if G.nodes[a]["label"] == "Section":
            carried.setdefault(a, set()).add(b)
    pairs = Counter((a, b) for themes in carried.values() for a in themes for b in themes if a < b)
    return sorted(((a, b, n) for (a, b), n in pairs.items()), key=lambda row: (-row[2], row[0], row[1]))


def persons(G):
    found = {own: (0, 0) for own in nodes(G, "Person")}
    for _, b, d in edges(G, "NAMES"):
        if b in found:
            found[b] = (found[b][0] + 1, found[b][1] + d["count"])
    return sorted(((name(G, own), n, total) for own, (n, total) in found.items()), key=lambda row: (row[1], row[0]))


def themes_of_speeches(G):
    found = {own: [] for own in nodes(G, "Speech")}
    for a, b, _ in edges(G, "EXPRESSES"):
        if a in found:
            found[a].append(b)
    return sorted((G.nodes[own]["doc"], sorted(themes)[:5]) for own, themes in found.items() if themes)


def kinds_of_speeches(G):
    rows = []
    for own, d in nodes(G, "Speech").items():
        used = [G.nodes[b] for a, b, _ in edges(G, "USES") if a == own]
        rows.append((d["doc"], len({u["kind"] for u in used if "kind" in u}), len(used)))
    return sorted((row for row in rows if row[2]), key=lambda row: (-row[2], row[0]))


def evidence_ends(G):
    rows = [
        (d["id"], [e.split("#")[1] for e in d["evidence"] if e.endswith("0")], len(d["evidence"]))
        for d in ({"id": key, **d} for _, _, key, d in G.edges(keys=True, data=True) if d["type"] == "USES")
        if d["count"] >= 2
    ]
    return sorted(rows)


def lengths(G):
    def size(d):
        chars = d["end"] - d["start"]
        return "short" if chars < 20 else "middle" if chars < 60 else "long"

    return sorted(Counter(size(d) for d in nodes(G, "Sentence").values()).items())


def labels_around(G):
    own = next(own for own, d in nodes(G, "Speech").items() if d["doc"].startswith("001"))
    return sorted(Counter(G.nodes[b]["label"] for _, b, _ in G.out_edges(own, data=True)).items())


def types_and_ends(G):
    found = edges(G, "CITES", "NAMES")
    return sorted((t, sum(d["type"] == t for _, _, d in found), len({b for _, b, d in found if d["type"] == t})) for t in ("CITES", "NAMES"))


def labels_beside(G):
    own = most_expressed(G)
    near = {a for a, _ in G.in_edges(own)} | {b for _, b in G.out_edges(own)}
    return sorted(Counter(G.nodes[n]["label"] for n in near).items())


def most_expressed(G):
    return min(nodes(G, "Theme"), key=lambda own: (-G.in_degree(own), own))


def mentions_a_sentence(G):
    found = Counter((a, b) for a, b, _ in edges(G, "MENTIONS"))
    return [(sum(found.values()), len(found))]


def shortest(G):
    a, b = sorted(nodes(G, "Theme"))[:2]
    return [(nx.shortest_path_length(G.to_undirected(as_view=True), a, b),)]


def two_steps(G):
    own = most_expressed(G)
    together = nx.MultiDiGraph((a, b) for a, b, _ in edges(G, "CO_OCCURS"))
    reached = set(together.successors(own)) if own in together else set()
    return sorted((own,) for own in reached | {far for near in reached for far in together.successors(near)} if G.nodes[own]["label"] == "Theme")


def laws(G):
    return sorted((d["name"],) for d in nodes(G, "Document").values() if "法" in d["name"])


def services(G):
    return [(sum(bool(re.fullmatch(".*[三四五].*", d["name"])) for d in nodes(G, "Principle").values()),)]


def members_and_labels(G):
    holds = {b for _, b, _ in edges(G, "COMPRISES")}
    return [(sum(own in holds for own in nodes(G, "Principle")), len(nodes(G, "Principle", "Slogan")))]


QUESTIONS = [
    pytest.param(
        "MATCH (s:Speech)-[:USES]->(p:Principle) WITH p, count(DISTINCT s) AS n WHERE n >= 2 "
        "RETURN p.name AS principle, n ORDER BY n DESC, principle",
        used_by_two,
        id="count and WITH",
    ),
    pytest.param(
        "MATCH (a:Theme)<-[:EXPRESSES]-(x:Section)-[:EXPRESSES]->(b:Theme) WHERE a.id < b.id "
        "RETURN a.id AS a, b.id AS b, count(DISTINCT x) AS n ORDER BY n DESC, a, b",
        themes_together,
        id="two relationships to one node",
    ),
    pytest.param(
        "MATCH (p:Person) OPTIONAL MATCH (p)<-[m:NAMES]-(s:Speech) "
        "RETURN p.name AS person, count(s) AS speeches, sum(m.count) AS mentions ORDER BY speeches, person",
        persons,
        id="OPTIONAL MATCH and sum",
    ),
    pytest.param(
        "MATCH (s:Speech)-[:EXPRESSES]->(t:Theme) WITH s, t ORDER BY t.id RETURN s.doc AS doc, collect(t.id)[0..5] AS themes ORDER BY doc",
        themes_of_speeches,
        id="collect and slice",
    ),
    pytest.param(
        "MATCH (s:Speech)-[:USES]->(p) RETURN s.doc AS doc, count(DISTINCT p.kind) AS kinds, count(*) AS n ORDER BY n DESC, doc",
        kinds_of_speeches,
        id="count(DISTINCT)",
    ),
    pytest.param(
        "MATCH ()-[u:USES]->() WHERE u.count >= 2 RETURN u.id AS id, "
        "[e IN u.evidence WHERE e ENDS WITH '0' | split(e, '#')[1]] AS ends, size(u.evidence) AS n ORDER BY id",
        evidence_ends,
        id="list comprehension over evidence",
    ),
    pytest.param(
        "MATCH (x:Sentence) WITH x.end - x.start AS chars "
        "RETURN CASE WHEN chars < 20 THEN 'short' WHEN chars < 60 THEN 'middle' ELSE 'long' END AS length, count(*) AS n ORDER BY length",
        lengths,
        id="CASE",
    ),
    pytest.param(
        "MATCH (s:Speech)-[]->(n) WHERE s.doc STARTS WITH '001' RETURN labels(n)[0] AS label, count(*) AS n ORDER BY label",
        labels_around,
        id="labels(n)",
    ),
    pytest.param(
        "MATCH (:Speech)-[r:CITES|NAMES]->(d) RETURN type(r) AS t, count(*) AS n, count(DISTINCT d) AS ends ORDER BY t",
        types_and_ends,
        id="type(r) and alternatives",
    ),
    pytest.param(
        "MATCH (t:Theme {id: $theme})--(n) RETURN labels(n)[0] AS label, count(DISTINCT n) AS n ORDER BY label",
        labels_beside,
        id="no direction, no type",
    ),
    pytest.param(
        "MATCH (x:Sentence)-[m:MENTIONS]->(n) WITH x, n, count(m) AS k RETURN sum(k) AS mentions, count(*) AS pairs",
        mentions_a_sentence,
        id="parallel relationships are several",
    ),
    pytest.param(
        "MATCH (a:Theme {id: $a}), (b:Theme {id: $b}), p = shortestPath((a)-[*..6]-(b)) RETURN length(p) AS steps",
        shortest,
        id="shortestPath",
    ),
    pytest.param(
        "MATCH (t:Theme {id: $theme})-[:CO_OCCURS*1..2]->(u:Theme) RETURN DISTINCT u.id AS id ORDER BY id",
        two_steps,
        id="variable length",
    ),
    pytest.param(
        "MATCH (d:Document) WHERE toLower(d.name + 'X') ENDS WITH 'x' AND d.name CONTAINS $word RETURN d.name ORDER BY d.name",
        laws,
        id="toLower and CONTAINS",
    ),
    pytest.param("MATCH (p:Principle) WHERE p.name =~ '.*[三四五].*' RETURN count(p) AS n", services, id="regular expression"),
    pytest.param(
        "MATCH (p:Principle) WHERE EXISTS { ()-[:COMPRISES]->(p) } WITH count(p) AS members "
        "MATCH (f:Principle|Slogan) RETURN members, count(f) AS formulations",
        members_and_labels,
        id="EXISTS and label alternatives",
    ),
]


@pytest.mark.parametrize(("text", "expected"), QUESTIONS)
def test_the_store_answers_as_networkx_does(store, G, text: str, expected: Callable):
    themes = sorted(nodes(G, "Theme"))
    parameters = {"theme": most_expressed(G), "a": themes[0], "b": themes[1], "word": "法"}
    rows = expected(G)
    assert rows, "the question must have an answer on the seeds"
    found = store.query(text, {key: value for key, value in parameters.items() if f"${key}" in text})
    assert [tuple(row) for row in found.rows] == [tuple(row) for row in rows]


def test_every_node_and_relationship_is_there_with_all_its_properties(store, G):
    for label in {d["label"] for _, d in G.nodes(data=True)}:
        rows = store.query(f"MATCH (n:{label}) RETURN n", limits=Limits(100_000)).rows
        found = {row[0]["id"]: row[0]["properties"] for row in rows}
        assert found == {own: {"id": own, **{k: v for k, v in d.items() if k != "label"}} for own, d in nodes(G, label).items()}
    for kind in {d["type"] for _, _, d in G.edges(data=True)}:
        rows = store.query(f"MATCH ()-[r:{kind}]->() RETURN r", limits=Limits(100_000)).rows
        found = {row[0]["id"]: (row[0]["start"], row[0]["end"], row[0]["properties"]) for row in rows}
        assert found == {
            key: (a, b, {"id": key, **{k: v for k, v in d.items() if k != "type"}})
            for a, b, key, d in G.edges(keys=True, data=True)
            if d["type"] == kind
        }


def test_nodes_relationships_and_paths_have_the_common_forms(store, G):
    row = store.query("MATCH p = (x:Sentence)<-[h:HAS_SENTENCE]-(s:Section) RETURN p, s, h, {all: [p, s]} AS deep ORDER BY h.id LIMIT 1").rows[0]
    path, section, has, deep = row
    assert set(section) == {"id", "labels", "properties"} and section["labels"] == ["Section"]
    assert has["type"] == "HAS_SENTENCE" and has["start"] == section["id"] and has["properties"]["id"] == has["id"]
    assert [n["labels"] for n in path["nodes"]] == [["Sentence"], ["Section"]]
    assert path["relationships"] == [has] and path["nodes"][1] == section
    assert deep == {"all": [path, section]}
    assert store.query("MATCH p = (t:Theme) RETURN p ORDER BY t.id LIMIT 1").rows[0][0]["relationships"] == []


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [
        pytest.param("RETURN date('2016-01-02') AS d", ("d",), [("2016-01-02",)], id="date as ISO"),
        pytest.param("RETURN duration('P1D') AS d, localtime('10:00:05') AS t", ("d", "t"), [("P1D", "10:00:05")], id="times as ISO"),
        pytest.param("RETURN null AS z, 1 AS i, 1.5 AS f, true AS b, 'ab' AS s", ("z", "i", "f", "b", "s"), [(None, 1, 1.5, True, "ab")], id="scalars"),
        pytest.param("RETURN [1, [2, {a: '甲'}]] AS x", ("x",), [([1, [2, {"a": "甲"}]],)], id="nested"),
        pytest.param("RETURN '(#1:0)-[#2:0]->(#3:0)' AS x", ("x",), [("(#1:0)-[#2:0]->(#3:0)",)], id="text like a path"),
        pytest.param("MATCH (n:Speech {id: 'none'}) RETURN n.name, count( * ) AS `多少 个`", ("n.name", "多少 个"), [], id="columns of no rows"),
        pytest.param("MATCH (n:Nothing) RETURN n.none AS x", ("x",), [], id="unknown label"),
        pytest.param("UNWIND ['𠮷野', 'a'] AS x RETURN x, size(x) AS n", ("x", "n"), [("𠮷野", 2), ("a", 1)], id="astral characters count one"),
        pytest.param("RETURN 1 AS a; ", ("a",), [(1,)], id="one semicolon"),
        pytest.param("// 甲 CREATE\nRETURN /* DELETE */ 'SET x' AS `x;y`", ("x;y",), [("SET x",)], id="words inside quotes"),
        pytest.param("UNWIND [{a: 1}, {}] AS m RETURN m.a AS a", ("a",), [(1,), (None,)], id="absent is null"),
        pytest.param("WITH 1 AS b, 2 AS a RETURN *", ("a", "b"), [(2, 1)], id="star: by name"),
    ],
)
def test_values_and_columns(store, text, columns, rows):
    table = store.query(text)
    assert table.columns == columns
    assert list(table.rows) == rows
    assert not table.truncated and table.seconds > 0


@pytest.mark.parametrize(
    "value",
    ["改革", "a'b\"c`d\\", "$x", "", 0, -(2**63), 2**63 - 1, 1.5, True, None, [1, "二", None], {"a": [1], "键": {"b": True}}, "\u0000\u0001"],
    ids=repr,
)
def test_parameters_come_back_as_they_were(store, value):
    assert store.query("RETURN $x AS x", {"x": value}).rows == ((value,),)


@pytest.mark.parametrize(
    "value", [2**63, float("nan"), object(), b"x", {1: 2}, {"@rid": "#1:0"}, {"\u0001": ["R", "#1:0"]}, "\ud800", {"a": {3}}], ids=repr
)
def test_other_parameters_are_refused(store, value):
    with pytest.raises(InputError, match="parameter 'x'"):
        store.query("RETURN $x AS x", {"x": value})


@pytest.mark.parametrize(("rows", "returned", "truncated"), [(1, 1, True), (9, 9, True), (10, 10, False), (11, 10, False)])
def test_rows_are_cut_at_the_limit(store, rows, returned, truncated):
    table = store.query("UNWIND range(1, 10) AS x RETURN x", limits=Limits(rows))
    assert (len(table.rows), table.truncated) == (returned, truncated)


def test_endless_rows_are_cut_and_not_waited_for(store):
    table = store.query("UNWIND range(1, 10000000) AS x MATCH (n) RETURN x, n.id AS id", limits=Limits(5))
    assert len(table.rows) == 5 and table.truncated


def test_a_closed_store_says_so(seed_graph, store):
    other = open_store(seed_graph)
    other.close()
    other.close()
    with pytest.raises(TifaError, match="closed"):
        other.query("RETURN 1")
    assert store.query("RETURN 1 AS x").rows == ((1,),)


def test_threads_share_a_store(store):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda i: store.query("MATCH (n:Sentence) RETURN count(n) AS n, $i AS i", {"i": i}).rows, range(40)))
    assert [row[0][1] for row in answers] == list(range(40))
    assert len({row[0][0] for row in answers}) == 1
