"""Twins of the questions in formulations.toml."""

from __future__ import annotations

from graph.model import FORMULATIONS
from graph.questions.twins.walk import edges, formulations, nodes, sources, speech_of


def _shared(G, slots, label):
    users = sources(G, "USES")
    for own, data in nodes(G, label).items():
        if len(users[own]) >= slots["n"]:
            mentions = sum(d["count"] for _, b, d in edges(G, "USES") if b == own)
            yield data["name"], data.get("kind"), len(users[own]), mentions


def shared_principles(G, slots):
    return _shared(G, slots, "Principle")


def shared_slogans(G, slots):
    return _shared(G, slots, "Slogan")


def formulations_of_speech(G, slots):
    speech = speech_of(G, slots["speech"])
    for a, b, d in edges(G, "USES"):
        if a == speech:
            yield G.nodes[b]["name"], G.nodes[b]["label"], d["count"], d.get("own"), d.get("quoted"), d.get("nested")


def speeches_using(G, slots):
    meant = formulations(G, slots["formulation"])
    for a, b, d in edges(G, "USES"):
        if b in meant:
            s = G.nodes[a]
            yield s["doc"], s["name"], s.get("genre"), s.get("level"), d["count"], list(d["evidence"])


def sentences_with(G, slots):
    meant = formulations(G, slots["formulation"])
    for a, b, d in edges(G, "MENTIONS"):
        if b in meant:
            x = G.nodes[a]
            yield G.nodes[x["speech"]]["doc"], d["start"], d["end"], d.get("voice"), d.get("stance"), x["text"]


def shared_by_two(G, slots):
    used = {(a, b): d["count"] for a, b, d in edges(G, "USES")}
    first, second = speech_of(G, slots["first"]), speech_of(G, slots["second"])
    for p, data in nodes(G, *FORMULATIONS).items():
        if (first, p) in used and (second, p) in used and first != second:
            yield data["name"], data["label"], used[first, p], used[second, p]


def only_k_of_n(G, slots):
    n = len(nodes(G, "Speech"))
    users = sources(G, "USES")
    for p, data in nodes(G, *FORMULATIONS).items():
        if len(users[p]) == slots["k"]:
            mentions = sum(d["count"] for _, b, d in edges(G, "USES") if b == p)
            yield data["name"], data["label"], len(users[p]), n, mentions, min(G.nodes[s]["doc"] for s in users[p])


def opposed(G, slots):
    for a, b, d in edges(G, "MENTIONS"):
        if d.get("stance") == "opposed" and G.nodes[b]["label"] in FORMULATIONS:
            x = G.nodes[a]
            yield G.nodes[b]["name"], d.get("stance_cue"), G.nodes[x["speech"]]["doc"], d["start"], x["text"]


def in_headings(G, slots):
    for p, data in nodes(G, *FORMULATIONS).items():
        places = [G.nodes[a]["speech"] for a, b, d in edges(G, "MENTIONS") if b == p and d.get("in_heading")]
        if places:
            yield data["name"], data["label"], len(places), len(set(places))


def formula_members(G, slots):
    for f, data in nodes(G, "Principle").items():
        listed = sorted((d["order"], G.nodes[b]["name"], b) for a, b, d in edges(G, "COMPRISES") if a == f)
        if listed:
            yield data["name"], data.get("issuer_level"), data.get("size"), len(listed), [name for _, name, _ in listed]


def members_used(G, slots):
    meant = {f for f, data in nodes(G, "Principle").items() if data["name"] == slots["formula"]}
    for a, b, d in edges(G, "COMPRISES"):
        if a in meant:
            counts = [u["count"] for _, p, u in edges(G, "USES") if p == b]
            yield a, d["order"], G.nodes[b]["name"], len(counts), sum(counts)


def longer_wordings(G, slots):
    meant = formulations(G, slots["formulation"])
    users = sources(G, "USES")
    for a, b, _ in edges(G, "CONTAINS"):
        if b in meant:
            yield G.nodes[a]["name"], G.nodes[a]["label"], len(users[a])


def open_readings(G, slots):
    users = sources(G, "USES")
    for p, data in nodes(G, "Principle").items():
        if data.get("reading") == "open":
            yield data["name"], data.get("size"), len(users[p]), data.get("gloss")
