"""Raw material for the lines of findings below the first picture: each names nodes, so that each can be a link.

"Shared", "only" and "most" always mean in this collection.
"""

from __future__ import annotations

from collections import Counter

from graph.facts import Facts
from graph.model import FORMULATIONS

MOST = 5
"""How many of each kind are kept."""


def findings_of(facts: Facts) -> dict[str, object]:
    """Return what stands out.

    Returns:
        texts: how many there are. shared: how many formulations stand in two texts or more.
        most_shared: formulations by texts, then mentions: id, label, name, speeches, count.
        most_quoted: whom most quotations are attributed to: id, label, name, count (quotations).
        in_all: themes that every text expresses: id, name, name_en.
        only: by number of texts k, how many formulations exactly k texts have.
        rare_themes: themes that the fewest texts express, where not all do: id, name, name_en, speeches.
    """
    texts, mentions = Counter(), Counter()
    for (_, formulation), use in facts.uses.items():
        if use.count:
            texts[formulation] += 1
            mentions[formulation] += use.count
    shared = sorted((one for one in texts if texts[one] >= 2), key=lambda one: (-texts[one], -mentions[one], one))
    themes = Counter(theme for _, theme in facts.expresses)
    total = len(facts.nodes["Speech"])
    fewest = min(themes.values(), default=0)
    return {
        "texts": total,
        "shared": len(shared),
        "most_shared": [
            {**_named(facts, one), "speeches": texts[one], "count": mentions[one]} for one in shared[:MOST]
        ],
        "most_quoted": [
            {**_named(facts, one), "count": count}
            for one, count in sorted(facts.quoted.items(), key=lambda item: (-item[1], item[0]))[:MOST]
        ],
        "in_all": [_theme(facts, one) for one in sorted(themes) if themes[one] == total],
        "rare_themes": [
            {**_theme(facts, one), "speeches": themes[one]} for one in sorted(themes) if themes[one] == fewest < total
        ][:MOST],
        "only": {str(k): n for k, n in sorted(Counter(texts.values()).items())},
    }


def _named(facts: Facts, node: str) -> dict[str, object]:
    for label in (*FORMULATIONS, "Person", "Organization", "Document"):
        if node in facts.nodes[label]:
            return {"id": node, "label": label, "name": facts.nodes[label][node]["name"]}
    raise KeyError(node)


def _theme(facts: Facts, theme: str) -> dict[str, object]:
    attrs = facts.nodes["Theme"][theme]
    return {"id": theme, "name": attrs["name"], "name_en": attrs.get("name_en")}
