"""Twins of the questions in themes.toml."""

from __future__ import annotations

from collections import Counter, defaultdict

import networkx as nx

from graph.model import FORMULATIONS
from graph.questions.twins.walk import edges, formulations, nodes, outermost, section_of, speech_of, targets


def themes_together(G, slots):
    sections: dict[tuple[str, str], list[str]] = defaultdict(list)
    for own, themes in targets(G, "EXPRESSES").items():
        if G.nodes[own]["label"] == "Section":
            for a in themes:
                for b in themes:
                    if a < b:
                        sections[a, b].append(G.nodes[own]["speech"])
    for (a, b), found in sections.items():
        if len(found) >= slots["n"]:
            yield G.nodes[a]["name"], G.nodes[b]["name"], len(found), len(set(found))


def _mentions_of_theme(G, theme):
    """Return sentence and formulation of each outermost mention in a section that expresses a theme."""
    themes, home = targets(G, "EXPRESSES"), section_of(G)
    return [(x, p) for x, p in outermost(G) if theme in themes[home[x]]]


def formulations_of_theme(G, slots):
    found = _mentions_of_theme(G, slots["theme"])
    for p, count in Counter(p for _, p in found).items():
        speeches = {G.nodes[x]["speech"] for x, own in found if own == p}
        yield G.nodes[p]["name"], G.nodes[p]["label"], count, len(speeches)


def between_themes(G, slots):
    sides = []
    for slot in ("first", "second"):
        side = defaultdict(set)
        for x, p in _mentions_of_theme(G, slots[slot]):
            side[p].add(x)
        sides.append(side)
    for p in sides[0].keys() & sides[1].keys():
        texts = [
            [G.nodes[x]["text"] for x in sorted(side[p], key=lambda x: (G.nodes[x]["speech"], G.nodes[x]["order"]))] for side in sides
        ]
        yield G.nodes[p]["name"], len(texts[0]), len(texts[1]), texts[0][:3], texts[1][:3]


def theme_distance(G, slots):
    H = nx.Graph((a, b) for a, b, _ in edges(G, "ABOUT"))
    first, second = slots["first"], slots["second"]
    if first in H and second in H and first != second and nx.has_path(H, first, second):
        steps = nx.shortest_path_length(H, first, second)
        if steps <= 6:
            yield G.nodes[first]["name"], G.nodes[second]["name"], steps


def themes_of_speech(G, slots):
    speech = speech_of(G, slots["speech"])
    for a, b, d in edges(G, "EXPRESSES"):
        if a == speech:
            yield G.nodes[b]["name"], d["count"], d["weight"], d.get("salience")


def speeches_of_theme(G, slots):
    for a, b, d in edges(G, "EXPRESSES"):
        if b == slots["theme"] and G.nodes[a]["label"] == "Speech":
            yield G.nodes[a]["doc"], G.nodes[a]["name"], d["count"], d["weight"]


def themes_of_formulation(G, slots):
    meant = formulations(G, slots["formulation"])
    for a, b, d in edges(G, "ABOUT"):
        if a in meant:
            yield G.nodes[b]["name"], d["count"], d["weight"], d.get("basis")


def themes_by_level(G, slots):
    pairs = {(a, b) for a, b, _ in edges(G, "EXPRESSES") if G.nodes[a]["label"] == "Speech"}
    counts = Counter((G.nodes[b]["name"], G.nodes[a].get("level")) for a, b in pairs)
    return [(*key, count) for key, count in counts.items()]


def across_themes(G, slots):
    themes, home, found = targets(G, "EXPRESSES"), section_of(G), defaultdict(set)
    for x, p in outermost(G):
        found[p] |= themes[home[x]]
    return [(G.nodes[p]["name"], G.nodes[p]["label"], len(t)) for p, t in found.items() if len(t) >= slots["n"]]


def themes_missing(G, slots):
    speech, themes = speech_of(G, slots["speech"]), targets(G, "EXPRESSES")
    for t, data in nodes(G, "Theme").items():
        others = [s for s in nodes(G, "Speech") if t in themes[s]]
        if others and speech not in others:
            yield data["name"], len(others)


def strongest_ties(G, slots):
    for a, b, d in edges(G, "CO_OCCURS"):
        if d["count"] >= slots["n"] and {G.nodes[a]["label"], G.nodes[b]["label"]} <= set(FORMULATIONS):
            yield G.nodes[a]["name"], G.nodes[b]["name"], d["count"], d.get("npmi"), d.get("g2")
