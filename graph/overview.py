"""The first picture's data: which themes the texts share and in which words, counted and bounded.

From a whole graph to a small dictionary that is plain JSON and the same for the same graph:

    speeches       id, name, doc, genre, level, organ, date_earliest, date_latest, sentences, mentions;
                   a group of texts has `texts` (how many) and `members` (the first of their ids)
    themes         id, name, name_en, count (sentences), speeches
    formulations   id, label, kind, name, name_en, count (mentions of depth 0), speeches,
                   states: by text, {"state": own | inside | absent, "opposed": bool}
    expresses      id, speech, theme, count, weight; for a group `of`: the first of the relationships that it sums
    about          id, formulation, theme, count: mentions in the texts at hand
    lit            [speech, theme, formulation, count]: only what one lowest-level section of the text joins
    findings       what is worth saying in words, see `graph.findings`
    hidden         speeches, themes, formulations: how many are not shown
    total          the same, all
    grouping       null, or how the texts are grouped: year, level or organ
    groupings      with more than 12 texts: by grouping, an overview of the same form

Rows stand in the order in which the columns' edges cross little (`graph.columns`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

import networkx as nx

from graph.columns import ordered
from graph.facts import Facts, Use, facts_of, state_of
from graph.findings import findings_of
from graph.model import FORMULATIONS

SPEECHES, THEMES, FORMULATION_ROWS = 12, 24, 40
"""The most rows of each column."""

GROUPINGS = ("year", "level", "organ")

NAMED_OF_GROUP = 50
"""The most ids that a group of texts lists: the picture must not grow with the collection."""

Overview = dict[str, object]


def overview_of(G: nx.MultiDiGraph) -> Overview:
    """Count what the texts of a graph share; with more than 12 texts, by groups of them."""
    facts = facts_of(G)
    texts = list(facts.nodes["Speech"])
    if len(texts) <= SPEECHES:
        return _overview(facts, {text: text for text in texts}, None)
    groupings = {by: _overview(facts, {text: _group(facts, text, by) for text in texts}, by) for by in GROUPINGS}
    return {**groupings[GROUPINGS[0]], "groupings": groupings}


def _group(facts: Facts, text: str, by: str) -> str:
    attrs = facts.nodes["Speech"][text]
    value = str(attrs.get("date_earliest", ""))[:4] if by == "year" else str(attrs.get(by, ""))
    return f"group-{by}-{value or 'unknown'}"


def _overview(facts: Facts, row_of: dict[str, str], grouping: str | None) -> Overview:
    """Count by rows: a row is a text, or a group of texts."""
    sizes = Counter(row_of.values())
    rows = sorted(sizes, key=lambda row: (-sizes[row], row))[:SPEECHES]
    members = {row: sorted(text for text, one in row_of.items() if one == row) for row in rows}
    lit: Counter[tuple[str, str, str]] = Counter()
    for (text, theme, formulation), count in facts.lit.items():
        if row_of[text] in members:
            lit[row_of[text], theme, formulation] += count
    uses = _uses_by_row(facts, row_of)
    themes = _choose_themes(facts)
    formulations = choose_formulations(facts, themes)
    chosen = {key: count for key, count in lit.items() if key[1] in themes and key[2] in formulations}
    expresses = _expresses(facts, members, themes)
    rows, themes, formulations = _ordered(rows, themes, formulations, expresses, chosen)
    place = {one: index for index, one in enumerate([*rows, *themes, *formulations])}
    return {
        "speeches": [_speech(facts, row, members[row], grouping) for row in rows],
        "themes": [_theme(facts, theme) for theme in themes],
        "formulations": [_formulation(facts, one, uses, rows) for one in formulations],
        "expresses": sorted(expresses, key=lambda edge: (place[edge["speech"]], place[edge["theme"]])),
        "about": _about(facts, chosen, place),
        "lit": [[*key, chosen[key]] for key in sorted(chosen, key=lambda key: [place[one] for one in key])],
        "findings": findings_of(facts),
        "hidden": {
            "speeches": len(row_of) - sum(sizes[row] for row in rows),
            "themes": len(_expressed(facts)) - len(themes),
            "formulations": len(_strength(facts)) - len(formulations),
        },
        "total": {"speeches": len(row_of), "themes": len(_expressed(facts)), "formulations": len(_strength(facts))},
        "grouping": grouping,
        "groupings": {},
    }


def _strength(facts: Facts) -> dict[str, tuple[int, int]]:
    """Return (texts, mentions) of depth 0 of each formulation that some text has."""
    texts: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for (_, formulation), use in facts.uses.items():
        if use.count:
            texts[formulation] += 1
            mentions[formulation] += use.count
    return {one: (texts[one], mentions[one]) for one in texts}


def _expressed(facts: Facts) -> dict[str, tuple[int, int]]:
    """Return (texts, sentences) of each theme that some text expresses."""
    texts: Counter[str] = Counter()
    sentences: Counter[str] = Counter()
    for (_, theme), edge in facts.expresses.items():
        texts[theme] += 1
        sentences[theme] += edge["count"]
    return {one: (texts[one], sentences[one]) for one in texts}


def _choose_themes(facts: Facts) -> list[str]:
    strength = _expressed(facts)
    return sorted(strength, key=lambda one: (-strength[one][0], -strength[one][1], one))[:THEMES]


def choose_formulations(facts: Facts, themes: Collection[str], most: int = FORMULATION_ROWS) -> list[str]:
    """Choose what the third column shows: what two texts or more have, then in turns the strongest of each theme."""
    strength = _strength(facts)
    by_strength = sorted(strength, key=lambda one: (-strength[one][0], -strength[one][1], one))
    chosen = [one for one in by_strength if strength[one][0] >= 2][:most]
    under: dict[str, Counter[str]] = defaultdict(Counter)
    for (_, theme, formulation), count in facts.lit.items():
        under[theme][formulation] += count
    queues = [sorted(under[theme], key=lambda one: (-under[theme][one], one)) for theme in sorted(themes)]
    taken = set(chosen)
    while len(chosen) < most and any(queues):
        for queue in queues:
            while queue and queue[0] in taken:
                queue.pop(0)
            if queue and len(chosen) < most:
                taken.add(queue[0])
                chosen.append(queue.pop(0))
    return chosen


def _uses_by_row(facts: Facts, row_of: dict[str, str]) -> dict[tuple[str, str], Use]:
    uses: dict[tuple[str, str], Use] = defaultdict(Use)
    for (text, formulation), use in facts.uses.items():
        total = uses[row_of[text], formulation]
        total.count += use.count
        total.own += use.own
        total.opposed += use.opposed
        total.nested += use.nested
        total.members = max(total.members, use.members)
    return uses


def _expresses(facts: Facts, members: dict[str, list[str]], themes: Collection[str]) -> list[dict[str, object]]:
    edges = []
    for row, texts in members.items():
        for theme in themes:
            found = [facts.expresses[text, theme] for text in texts if (text, theme) in facts.expresses]
            if not found:
                continue
            alone = row in facts.nodes["Speech"]
            count = sum(edge["count"] for edge in found)
            sentences = sum(facts.sentences[text] for text in texts)
            edge = {"id": found[0]["id"] if alone else f"{row}-{theme}", "speech": row, "theme": theme, "count": count}
            edge["weight"] = round(count / max(sentences, 1), 6)
            if not alone:
                edge["of"] = sorted(one["id"] for one in found)[:NAMED_OF_GROUP]
            edges.append(edge)
    return edges


def _ordered(
    rows: Sequence[str],
    themes: Sequence[str],
    formulations: Sequence[str],
    expresses: Sequence[dict[str, object]],
    lit: dict[tuple[str, str, str], int],
) -> tuple[list[str], list[str], list[str]]:
    ties: dict[tuple[str, str], float] = {(edge["speech"], edge["theme"]): edge["count"] for edge in expresses}
    for (_, theme, formulation), count in sorted(lit.items()):
        ties[theme, formulation] = ties.get((theme, formulation), 0) + count
    return ordered(rows, themes, formulations, ties)


def _about(facts: Facts, lit: dict[tuple[str, str, str], int], place: dict[str, int]) -> list[dict[str, object]]:
    counts: Counter[tuple[str, str]] = Counter()
    for (_, theme, formulation), count in lit.items():
        counts[theme, formulation] += count
    edges = []
    for theme, formulation in sorted(counts, key=lambda pair: (place[pair[0]], place[pair[1]])):
        if (formulation, theme) in facts.about:
            edge = {"id": facts.about[formulation, theme]["id"], "formulation": formulation, "theme": theme}
            edges.append({**edge, "count": counts[theme, formulation]})
    return edges


def _speech(facts: Facts, row: str, texts: Sequence[str], grouping: str | None) -> dict[str, object]:
    counted = {
        "sentences": sum(facts.sentences[text] for text in texts),
        "mentions": sum(facts.mentions[text] for text in texts),
    }
    if grouping:
        name = row.removeprefix(f"group-{grouping}-")
        return {"id": row, "name": name, "texts": len(texts), "members": list(texts)[:NAMED_OF_GROUP], **counted}
    attrs = facts.nodes["Speech"][row]
    keys = ("name", "doc", "genre", "level", "organ", "provenance", "date_earliest", "date_latest")
    return {"id": row, **{key: attrs.get(key) for key in keys}, **counted}


def _theme(facts: Facts, theme: str) -> dict[str, object]:
    attrs, (texts, sentences) = facts.nodes["Theme"][theme], _expressed(facts)[theme]
    return {"id": theme, "name": attrs["name"], "name_en": attrs.get("name_en"), "count": sentences, "speeches": texts}


def _formulation(facts: Facts, one: str, uses: dict[tuple[str, str], Use], rows: Sequence[str]) -> dict[str, object]:
    label = next(label for label in FORMULATIONS if one in facts.nodes[label])
    attrs, (texts, mentions) = facts.nodes[label][one], _strength(facts)[one]
    return {
        "id": one,
        "label": label,
        "kind": attrs.get("kind"),
        "name": attrs["name"],
        "name_en": attrs.get("name_en"),
        "count": mentions,
        "speeches": texts,
        "states": {row: state_of(uses.get((row, one))) for row in rows},
    }
