"""Parallel passages: Passage nodes with CONTAINS_PASSAGE, and PARALLELS between the speeches that share them.

Nothing here says that one text copied from another: two may have a passage from a third. `earliest` names the speech
with the earliest date only where the dates leave no doubt, and means the earliest in this collection.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import networkx as nx

from graph.ids import evidence_of, node_id, relationship_id
from graph.quotations import shortened
from graph.structure import Placed

_NOT_NAMES = ("QUOTE", "HEADING", "DATE")


@dataclass(frozen=True, slots=True)
class Place:
    """A passage in a speech; `kind` and `cluster` are those of all its places."""

    cluster: int
    kind: str
    speech: int
    start: int
    end: int


def add_passages(G: nx.MultiDiGraph, speeches: Sequence[Placed]) -> list[list[Place]]:
    """Add what the speeches share; return the clusters, each with its places in text order."""
    if len(speeches) < 2:
        return []
    from extract.reuse.find import find
    from extract.reuse.records import occurrences, parallels

    texts = [placed.reading.speech.text for placed in speeches]
    index = {id(text): number for number, text in enumerate(texts)}
    found = find(texts, known=lambda text: _known(speeches[index[id(text)]]))
    places = (Place(o.cluster, o.kind, o.text, o.start, o.end) for o in occurrences(found))
    clusters = [list(group) for _, group in groupby(places, key=lambda place: place.cluster)]
    for cluster in clusters:
        _add_passage(G, speeches, cluster)
    pairs = [(p.a, p.a_start, p.a_end, p.b, p.b_start, p.b_end) for p in parallels(found)]
    _add_parallels(G, speeches, pairs)
    return clusters


def _known(placed: Placed) -> list[tuple[int, int]]:
    """Return the places of names, formulations and set phrases in a speech."""
    from extract.reuse.set_phrases import set_phrases

    speech = placed.reading.speech
    named = [(m.start, m.end) for m in speech.mentions if m.label not in _NOT_NAMES]
    return named + list(set_phrases(speech.text))


def _add_passage(G: nx.MultiDiGraph, speeches: Sequence[Placed], cluster: list[Place]) -> None:
    """Add a Passage and CONTAINS_PASSAGE; a repeat within one speech alone is left out."""
    members = sorted({place.speech for place in cluster})
    if len(members) < 2:
        return
    wordings = [speeches[place.speech].reading.speech.text[place.start : place.end] for place in cluster]
    evidence = [evidence_of(speeches[place.speech].id, place.start, place.end) for place in cluster]
    own = node_id("Passage", *sorted(evidence))
    first = _earliest(speeches, members)
    by_first = [wording for place, wording in zip(cluster, wordings) if place.speech == first]
    usual = by_first or [Counter(wordings).most_common(1)[0][0]]
    known = {} if first is None else {"earliest": speeches[first].id}
    text = usual[0]
    G.add_node(
        own, label="Passage", name=shortened(text) or text, text=text, speeches=len(members), kind=cluster[0].kind, **known
    )
    for place, wording in zip(cluster, wordings):
        speech = speeches[place.speech].id
        key = relationship_id("CONTAINS_PASSAGE", speech, own, place.start, place.end)
        G.add_edge(speech, own, key, type="CONTAINS_PASSAGE", start=place.start, end=place.end, text=wording)


def _earliest(speeches: Sequence[Placed], members: list[int]) -> int | None:
    """Return the speech whose date lies before those of all others, None where that is not decidable."""
    from extract.reuse.witness import earliest

    dates = {member: speeches[member].reading.metadata for member in members}
    return earliest({member: (date.date_earliest, date.date_latest) for member, date in dates.items()})


def _add_parallels(
    G: nx.MultiDiGraph, speeches: Sequence[Placed], pairs: list[tuple[int, int, int, int, int, int]]
) -> None:
    """Add PARALLELS with the number of passages, and how much of each speech they make up.

    `chars` is what they make up of the speech that shares less of its text; shares are of all characters, in (0, 1].
    """
    shared: dict[tuple[int, int], list[tuple[int, int, int, int]]] = defaultdict(list)
    for a, a_start, a_end, b, b_start, b_end in pairs:
        if a == b:
            continue
        if speeches[a].id < speeches[b].id:
            shared[a, b].append((a_start, a_end, b_start, b_end))
        else:
            shared[b, a].append((b_start, b_end, a_start, a_end))
    for (left, right), spans in sorted(shared.items()):
        here, there = speeches[left], speeches[right]
        on_left, on_right = _covered([s[:2] for s in spans]), _covered([s[2:] for s in spans])
        key = relationship_id("PARALLELS", here.id, there.id)
        G.add_edge(
            here.id,
            there.id,
            key,
            type="PARALLELS",
            passages=len(spans),
            chars=min(on_left, on_right),
            share_left=round(on_left / len(here.reading.speech.text), 4),
            share_right=round(on_right / len(there.reading.speech.text), 4),
        )


def _covered(spans: list[tuple[int, ...]]) -> int:
    """Return how many characters spans cover together."""
    covered = reached = 0
    for start, end in sorted(spans):
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    return covered
