"""What the overview counts, read once from the whole graph: texts, themes, formulations, and what joins them.

A text, a theme and a formulation are joined where one lowest-level section of the text expresses the theme and holds
a mention of the formulation: the section whose HAS_SENTENCE leads to the mention's sentence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

import networkx as nx

from graph.model import FORMULATIONS


@dataclass(slots=True)
class Use:
    """How one text has one formulation: mentions of depth 0 (`own`, `quoted`, `opposed` of them), and nested ones."""

    count: int = 0
    own: int = 0
    opposed: int = 0
    nested: int = 0
    members: int = 0
    "Members of the formulation that the text has, with its label or without it (USES_MEMBERS_OF)."


@dataclass(slots=True)
class Facts:
    """Everything countable that the first picture is made of; keys are node ids, edges are relationship ids."""

    nodes: dict[str, dict[str, dict[str, object]]] = field(default_factory=lambda: defaultdict(dict))
    "Nodes of each label, by id, in the order of their ids."
    sentences: Counter[str] = field(default_factory=Counter)
    mentions: Counter[str] = field(default_factory=Counter)
    expresses: dict[tuple[str, str], dict[str, object]] = field(default_factory=dict)
    about: dict[tuple[str, str], dict[str, object]] = field(default_factory=dict)
    lit: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    "Mentions of depth 0 by (speech, theme, formulation)."
    uses: dict[tuple[str, str], Use] = field(default_factory=lambda: defaultdict(Use))
    "By (speech, formulation)."
    quoted: Counter[str] = field(default_factory=Counter)
    "Quotations by the id of whom they are attributed to."


def facts_of(G: nx.MultiDiGraph) -> Facts:
    """Read the facts of a graph.

    One pass over the nodes and one over the edges; nothing depends on the order in which the graph holds them.
    """
    facts = Facts()
    for node, attrs in sorted(G.nodes(data=True)):
        facts.nodes[attrs["label"]][node] = attrs
    speech_of = {node: attrs["speech"] for node, attrs in facts.nodes["Sentence"].items()}
    facts.sentences.update(speech_of[sentence] for sentence in facts.nodes["Sentence"])
    section_of: dict[str, str] = {}
    themes_of: dict[str, set[str]] = defaultdict(set)
    mentions: list[tuple[str, str, dict[str, object]]] = []
    for start, end, key, attrs in G.edges(keys=True, data=True):
        kind = attrs["type"]
        if kind == "HAS_SENTENCE":
            section_of[end] = start
        elif kind == "MENTIONS":
            facts.mentions[speech_of[start]] += 1
            if G.nodes[end]["label"] in FORMULATIONS:
                mentions.append((start, end, attrs))
        elif kind == "EXPRESSES" and G.nodes[start]["label"] == "Section":
            themes_of[start].add(end)
        elif kind == "EXPRESSES":
            facts.expresses[start, end] = {**attrs, "id": key}
        elif kind == "ABOUT":
            facts.about[start, end] = {**attrs, "id": key}
        elif kind == "USES_MEMBERS_OF":
            facts.uses[start, end].members = attrs["used"]
        elif kind == "ATTRIBUTED_TO":
            facts.quoted[end] += 1
    for sentence, formulation, attrs in mentions:
        _count_mention(facts, speech_of[sentence], formulation, attrs, themes_of[section_of[sentence]])
    return facts


def _count_mention(facts: Facts, speech: str, formulation: str, attrs: dict[str, object], themes: set[str]) -> None:
    use = facts.uses[speech, formulation]
    if attrs.get("depth", 0) > 0:
        use.nested += 1
        return
    use.count += 1
    use.own += attrs.get("voice", "own") == "own"
    use.opposed += attrs.get("stance") == "opposed"
    for theme in themes:
        facts.lit[speech, theme, formulation] += 1


def state_of(use: Use | None) -> dict[str, object]:
    """Say how a text stands to a formulation: `own`, `inside` or `absent`, and whether it only opposes it.

    `inside`: only inside a longer wording, a quotation or a title, or as at least two members without the label.
    """
    if use is None:
        return {"state": "absent", "opposed": False}
    if use.own:
        return {"state": "own", "opposed": use.opposed == use.count}
    if use.count or use.nested or use.members >= 2:
        return {"state": "inside", "opposed": use.count > 0 and use.opposed == use.count}
    return {"state": "absent", "opposed": False}
