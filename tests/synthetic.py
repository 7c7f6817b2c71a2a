"""A made-up graph of any size in the contract's shape: the same for the same size, for tests and measurements."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import networkx as nx

from graph.ids import evidence_of, node_id, relationship_id

_CHARS = "党政军民学东西南北中改革发展稳定忠诚干净担当服务落实调研督查保密协调创新作风纪律"
_GENRES = ("讲话", "交流发言", "学习体会", "表态发言", "报告")
_LEVELS = ("central", "province", "city", "county", "district")
_THEMES = ("loyalty", "implementation", "study", "discipline", "integrity", "drafting", "development", "struggle")
_SENTENCES, _SECTIONS = 24, 4


def synthetic(edges: int, seed: int = 7) -> nx.MultiDiGraph:
    """Return a graph of about so many relationships: speeches with sections, sentences, mentions and what follows."""
    rng = random.Random(seed)
    G = nx.MultiDiGraph()
    for theme in _THEMES:
        G.add_node(theme, label="Theme", name=f"主题{theme}", name_en=theme)
    pools = _pools(G, rng, max(12, edges // 400))
    number = 0
    while number % 20 or G.number_of_edges() < edges * 0.97:  # counting them all takes long
        _speech(G, rng, number, pools)
        number += 1
    _over_all(G, rng, pools)
    return G


def save(G: nx.MultiDiGraph, folder: Path) -> Path:
    """Write the graph as a folder without texts."""
    from graph.folder import save_graph

    save_graph(folder, G, ())
    return folder


def _name(rng: random.Random, least: int, most: int) -> str:
    return "".join(rng.choice(_CHARS) for _ in range(rng.randint(least, most)))


def _pools(G: nx.MultiDiGraph, rng: random.Random, size: int) -> dict[str, list[str]]:
    """Add the named nodes, and return their ids by label, frequent ones first."""
    pools: dict[str, list[str]] = {}
    shares = {"Principle": 1.0, "Slogan": 0.6, "Document": 0.3, "Person": 0.2, "Organization": 0.3, "Place": 0.2, "Event": 0.1}
    kinds = {"Principle": ("formula", "spirit", "doctrine"), "Slogan": ("motto", "metaphor"), "Document": ("law", "report")}
    for label, share in shares.items():
        pools[label] = []
        for i in range(max(4, int(size * share))):
            name = f"{_name(rng, 3, 8)}{i}"
            own = node_id(label, name)
            data: dict[str, object] = {"label": label, "name": name}
            if label in kinds:
                data["kind"] = rng.choice(kinds[label])
            if label == "Principle":
                data.update(reading="open" if i % 17 == 0 else "fixed", size=rng.randint(2, 9), status="current", attested=True)
            G.add_node(own, **data)
            pools[label].append(own)
    principles = pools["Principle"]
    for i in range(0, len(principles) - 6, 6):
        for order, member in enumerate(principles[i + 1 : i + 4]):
            _edge(G, "COMPRISES", principles[i], member, order=order, source="made up")
        _edge(G, "CONTAINS", principles[i], principles[i + 5])
    return pools


def _edge(G: nx.MultiDiGraph, kind: str, left: str, right: str, /, *apart: int, **properties: object) -> None:
    key = relationship_id(kind, left, right, *apart)
    if not G.has_edge(left, right, key):
        G.add_edge(left, right, key, type=kind, **properties)


def _speech(G: nx.MultiDiGraph, rng: random.Random, number: int, pools: dict[str, list[str]]) -> None:
    own = node_id("Speech", str(number))
    year = rng.randint(1995, 2024)
    data: dict[str, object] = {"label": "Speech", "name": f"讲话第{number}篇", "doc": f"{number:06d}", "genre": rng.choice(_GENRES), "chars": 900}
    data.update(provenance="unknown", path=f"{number:06d}.txt")
    if number % 7:
        data["level"] = rng.choice(_LEVELS)
    if number % 5:
        data["date_earliest"] = f"{year}-0{rng.randint(1, 9)}-11"
    if number % 3:
        data["date_latest"] = f"{year + (number % 4 == 0)}-12-31"
    G.add_node(own, **data)
    mentions: Counter[str] = Counter()
    evidence: dict[str, list[str]] = {}
    carried: Counter[str] = Counter()
    for s in range(_SECTIONS):
        section = node_id("Section", own, str(s))
        start = s * 240
        G.add_node(section, label="Section", name=f"第{s}部分", order=s, level=1, start=start, end=start + 240, speech=own)
        _edge(G, "HAS_SECTION", own, section, order=s)
        for theme in rng.sample(_THEMES, rng.randint(0, 3)):
            carried[theme] += 1
            _edge(G, "EXPRESSES", section, theme, weight=0.5, salience=1.0, count=1, evidence=[evidence_of(own, start, start + 40)])
        for x in range(_SENTENCES // _SECTIONS):
            _sentence(G, rng, own, section, s * _SENTENCES // _SECTIONS + x, pools, mentions, evidence)
    for theme, count in sorted(carried.items()):
        places = [evidence_of(own, i * 40, i * 40 + 40) for i in range(count)]
        _edge(G, "EXPRESSES", own, theme, weight=count / _SENTENCES, salience=1.0, count=count, evidence=places)
    _summed(G, own, mentions, evidence)
    _quotation(G, rng, own, number, pools)


def _sentence(G, rng, speech, section, order, pools, mentions, evidence) -> None:
    own, start = node_id("Sentence", speech, str(order)), order * 40
    G.add_node(own, label="Sentence", order=order, start=start, end=start + 40, text=_name(rng, 39, 39) + "。", speech=speech)
    _edge(G, "HAS_SENTENCE", section, own, order=order)
    for i in range(rng.randint(0, 3)):
        label = rng.choices(tuple(pools), (5, 3, 1, 1, 2, 1, 1))[0]
        pool = pools[label]
        target = pool[min(int(rng.expovariate(1) * len(pool) / 5), len(pool) - 1)]
        at = start + i * 10
        voice, stance = ("quoted" if i == 2 else "own"), ("opposed" if rng.random() < 0.02 else "affirmed")
        _edge(
            G, "MENTIONS", own, target, at, start=at, end=at + 5, surface=G.nodes[target]["name"][:5], method="lexicon", score=1.0,
            depth=int(rng.random() < 0.1), voice=voice, in_heading=order % 6 == 0, stance=stance,
        )  # fmt: skip
        mentions[target] += 1
        evidence.setdefault(target, []).append(evidence_of(speech, at, at + 5))


def _summed(G: nx.MultiDiGraph, speech: str, mentions: Counter[str], evidence: dict[str, list[str]]) -> None:
    for target, count in sorted(mentions.items()):
        label = G.nodes[target]["label"]
        counted = {"count": count, "evidence": evidence[target]}
        if label in ("Principle", "Slogan"):
            _edge(G, "USES", speech, target, **counted, own=count, quoted=0, in_title=0, opposed=0, nested=0)
        else:
            _edge(G, "CITES" if label == "Document" else "NAMES", speech, target, **counted)


def _quotation(G: nx.MultiDiGraph, rng: random.Random, speech: str, number: int, pools: dict[str, list[str]]) -> None:
    text = f"引语{number % 97}"
    own = node_id("Quotation", text)
    G.add_node(own, label="Quotation", name=text, text=text, register="direct", attribution="named")
    _edge(G, "QUOTES", speech, own, number, start=45, end=50, cue="指出")
    if number % 97 % 4:
        people = pools["Person"]
        _edge(G, "ATTRIBUTED_TO", own, people[number % 97 % len(people)], checked="not_in_collection")


def _over_all(G: nx.MultiDiGraph, rng: random.Random, pools: dict[str, list[str]]) -> None:
    """Add ABOUT and CO_OCCURS; their numbers are made up, their ends are not."""
    formulations = pools["Principle"] + pools["Slogan"]
    for own in formulations:
        for theme in rng.sample(_THEMES, 2):
            _edge(G, "ABOUT", own, theme, weight=0.25, count=1, basis="text", evidence=[])
        a, b = sorted((own, rng.choice(formulations)))
        if a != b:
            _edge(G, "CO_OCCURS", a, b, unit="sentence", count=rng.randint(1, 9), n_left=9, n_right=9, n_total=99, npmi=0.125, evidence=[])
