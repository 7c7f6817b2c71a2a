"""Twins of the questions in collection.toml."""

from __future__ import annotations

from collections import Counter

from graph.questions.twins.walk import edges, formulations, nodes, sources, speech_of, targets

_COMPARABLE = 10


def speeches(G, slots):
    names = ("doc", "name", "genre", "level", "organ", "region", "date_earliest", "date_latest", "chars")
    return [tuple(data.get(name) for name in names) for data in nodes(G, "Speech").values()]


def alike_speeches(G, slots):
    used, own = targets(G, "USES"), speech_of(G, slots["speech"])
    for other, data in nodes(G, "Speech").items():
        shared = used[own] & used[other]
        if other != own and len(shared) >= slots["n"]:
            yield data["doc"], data["name"], len(shared), len(used[other])


def one_level_only(G, slots):
    for p, users in sources(G, "USES").items():
        if {G.nodes[s].get("level") or "unknown" for s in users} == {slots["level"]}:
            mentions = sum(d["count"] for _, b, d in edges(G, "USES") if b == p)
            yield G.nodes[p]["name"], G.nodes[p]["label"], len(users), mentions


def _users(G, name):
    users = sources(G, "USES")
    return {s for p in formulations(G, name) for s in users[p]}


def _bounds(G, speech):
    data = G.nodes[speech]
    return data.get("date_earliest") or "0000", data.get("date_latest") or "9999"


def by_year(G, slots):
    years = Counter()
    for s in _users(G, slots["formulation"]):
        low, high = G.nodes[s].get("date_earliest"), G.nodes[s].get("date_latest")
        years[low[:4] if low and high and low[:4] == high[:4] else "not sure"] += 1
    return list(years.items())


def _at_the_end(G, users, chosen, verdict):
    for s in chosen:
        data = G.nodes[s]
        says = verdict if len(chosen) == 1 else "not decidable"
        yield data["doc"], data["name"], data.get("date_earliest"), data.get("date_latest"), says


def earliest_use(G, slots):
    users = _users(G, slots["formulation"])
    chosen = [s for s in users if not any(_bounds(G, o)[1] < _bounds(G, s)[0] for o in users)]
    return _at_the_end(G, users, chosen, "earliest in this collection")


def latest_use(G, slots):
    users = _users(G, slots["formulation"])
    chosen = [s for s in users if not any(_bounds(G, o)[0] > _bounds(G, s)[1] for o in users)]
    return _at_the_end(G, users, chosen, "latest in this collection")


def which_came_first(G, slots):
    sides = [[_bounds(G, s) for s in _users(G, slots[slot])] for slot in ("first", "second")]
    if not all(sides):
        return
    (low, high), (other_low, other_high) = ((min(b[0] for b in side), min(b[1] for b in side)) for side in sides)
    says = slots["first"] if high < other_low else slots["second"] if other_high < low else "not decidable"
    yield says, *(None if date in ("0000", "9999") else date for date in (low, high, other_low, other_high))


def absent_formulas(G, slots):
    """The parameter `lexicon` is among the slots here."""
    speech = speech_of(G, slots["speech"])
    here = G.nodes[speech]
    comparable = {
        s for s, data in nodes(G, "Speech").items()
        if s != speech and here.get("genre") and here.get("level")
        and data.get("genre") == here["genre"] and data.get("level") == here["level"]
    }  # fmt: skip
    mentioned: dict[str, set[str]] = {}
    for a, b, _ in edges(G, "MENTIONS"):
        if G.nodes[b]["label"] == "Principle":
            mentioned.setdefault(G.nodes[b]["name"], set()).add(G.nodes[a]["speech"])
    for formula in slots["lexicon"]:
        users = mentioned.get(formula["name"], set())
        k, n = len(users & comparable), len(comparable)
        if speech in users:
            continue
        if n >= _COMPARABLE and k >= slots["k"]:
            yield formula["name"], formula["forms"], k, n, "not in this speech"
        elif n < _COMPARABLE and not users:
            yield formula["name"], formula["forms"], None, None, "not in this collection"
