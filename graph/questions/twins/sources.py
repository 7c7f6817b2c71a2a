"""Twins of the questions in sources.toml."""

from __future__ import annotations

from collections import Counter, defaultdict

from graph.questions.twins.walk import edges, formulations, section_of, speech_of, targets


def who_is_quoted(G, slots):
    found = defaultdict(set)
    who = targets(G, "ATTRIBUTED_TO")
    for s, w, _ in edges(G, "QUOTES"):
        for own in who[w]:
            found[G.nodes[own]["name"], G.nodes[own]["label"]].add((s, w))
    for (name, label), pairs in found.items():
        yield name, label, len({w for _, w in pairs}), len({s for s, _ in pairs})


def quoted_on_theme(G, slots):
    who, themes, home = targets(G, "ATTRIBUTED_TO"), targets(G, "EXPRESSES"), section_of(G)
    carrying = [G.nodes[x] for x, section in home.items() if slots["theme"] in themes[section]]
    rows = set()
    for s, w, d in edges(G, "QUOTES"):
        if any(x["speech"] == s and x["start"] <= d["start"] < x["end"] for x in carrying):
            rows |= {(G.nodes[own]["name"], G.nodes[w]["text"], G.nodes[s]["doc"], d["start"]) for own in who[w]}
    return rows


def words_of(G, slots):
    said = [(a, d) for a, b, d in edges(G, "ATTRIBUTED_TO") if G.nodes[b].get("name") == slots["source"]]
    for s, w, d in edges(G, "QUOTES"):
        for own, a in said:
            if own == w:
                words = G.nodes[w]
                yield words["text"], words.get("register"), a.get("checked"), G.nodes[s]["doc"], d["start"], d["end"]


def quotations_without_source(G, slots):
    who = targets(G, "ATTRIBUTED_TO")
    for s, w, d in edges(G, "QUOTES"):
        if not who[w]:
            yield G.nodes[w]["text"], G.nodes[w].get("attribution"), G.nodes[s]["doc"], d["start"]


def quotations_shared(G, slots):
    found = defaultdict(set)
    for s, w, _ in edges(G, "QUOTES"):
        found[w].add(s)
    return [(G.nodes[w]["text"], G.nodes[w].get("speaker"), len(s)) for w, s in found.items() if len(s) >= slots["n"]]


def documents_cited(G, slots):
    found = defaultdict(dict)
    for s, doc, d in edges(G, "CITES"):
        found[doc][s] = d["count"]
    return [(G.nodes[doc]["name"], G.nodes[doc].get("kind"), len(s), sum(s.values())) for doc, s in found.items()]


def documents_together(G, slots):
    pairs = Counter((a, b) for cited in targets(G, "CITES").values() for a in cited for b in cited if a < b)
    return [(G.nodes[a]["name"], G.nodes[b]["name"], n) for (a, b), n in pairs.items() if n >= slots["n"]]


def _beside(G, slots, *labels):
    """Return for each node of these labels the sentences that mention it and the formulation."""
    meant = formulations(G, slots["formulation"])
    with_it = {a for a, b, _ in edges(G, "MENTIONS") if b in meant}
    found = defaultdict(set)
    for a, b, _ in edges(G, "MENTIONS"):
        if a in with_it and G.nodes[b]["label"] in labels:
            found[b].add(a)
    return found


def documents_beside(G, slots):
    found = defaultdict(set)
    for own, places in _beside(G, slots, "Document").items():
        found[G.nodes[own]["name"]] |= places
    return [(name, len(places), min(G.nodes[x]["text"] for x in places)) for name, places in found.items()]


def speeches_citing(G, slots):
    for s, doc, d in edges(G, "CITES"):
        if G.nodes[doc]["name"] == slots["document"]:
            yield G.nodes[s]["doc"], G.nodes[s]["name"], d["count"], list(d["evidence"])


def names_in_speech(G, slots):
    speech = speech_of(G, slots["speech"])
    return [(G.nodes[b]["label"], G.nodes[b]["name"], d["count"]) for a, b, d in edges(G, "NAMES") if a == speech]


def names_with_formulation(G, slots):
    found = defaultdict(set)
    for own, places in _beside(G, slots, "Person", "Organization").items():
        found[G.nodes[own]["label"], G.nodes[own]["name"]] |= places
    return [(*key, len(places)) for key, places in found.items()]
