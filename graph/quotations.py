"""Quotations: QUOTES, from the speech, ATTRIBUTED_TO, to whom it credits the words, QUOTATION_OF, to what they hold."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from extract.records import Mention
from graph.entities import Entities, Entity
from graph.ids import node_id, relationship_id
from graph.mentions import Occurrence
from graph.structure import Placed

NAME_CHARS = 24
"""A quotation's name is its text, shortened to so many characters."""

_UNNAMED = "proverb"
_KEPT = ("speaker_text", "register", "attribution", "end_basis")


def add_quotations(G: nx.MultiDiGraph, placed: Placed, entities: Entities) -> list[tuple[str, Entity]]:
    """Add the quotations of a speech and QUOTES; return (quotation, who is credited) where somebody is named."""
    credited = []
    for mention in _quotes(placed):
        speaker, own = _identity(mention)
        if own not in G:
            G.add_node(own, **_properties(mention, speaker))
        cue = {"cue": mention.attrs["cue"]} if mention.attrs.get("cue") else {}
        key = relationship_id("QUOTES", placed.id, own, mention.start, mention.end)
        G.add_edge(placed.id, own, key, type="QUOTES", start=mention.start, end=mention.end, **cue)
        source = _credited(mention, speaker, placed, entities)
        if source is not None:
            credited.append((own, source))
    return credited


def _quotes(placed: Placed) -> list[Mention]:
    """Return the quotations of a speech in text order, the longer first."""
    quotes = [mention for mention in placed.reading.speech.mentions if mention.label == "QUOTE"]
    return sorted(quotes, key=lambda m: (m.start, -m.end))


def _identity(mention: Mention) -> tuple[str, str]:
    """Return the speaker and the node's id of a quotation."""
    speaker = str(mention.attrs.get("speaker") or "")
    return speaker, node_id("Quotation", mention.text, speaker)


def add_quotation_of(G: nx.MultiDiGraph, placed: Placed, occurrences: list[Occurrence]) -> None:
    """Add QUOTATION_OF from the quotations of a speech to the formulations that their words are, or contain."""
    formulations = [occurrence for occurrence in occurrences if occurrence.formulation]
    for quote in _quotes(placed):
        own = _identity(quote)[1]
        for occurrence in formulations:
            if quote.start <= occurrence.mention.start and occurrence.mention.end <= quote.end:
                target = occurrence.entity.id
                G.add_edge(own, target, relationship_id("QUOTATION_OF", own, target), type="QUOTATION_OF")


def add_attributions(G: nx.MultiDiGraph, credited: list[tuple[str, Entity]]) -> None:
    """Add ATTRIBUTED_TO: what the text says, not what is proven.

    Nothing is compared with a source yet, so `checked` says `not_in_collection`.
    """
    for quotation, source in credited:
        key = relationship_id("ATTRIBUTED_TO", quotation, source.id)
        G.add_edge(quotation, source.id, key, type="ATTRIBUTED_TO", checked="not_in_collection")


def shortened(text: str) -> str:
    """Return a text on one line, cut with … when it is long.

    >>> shortened("小智治事，\\n中智治人")
    '小智治事，中智治人'
    """
    line = "".join(text.split())
    return line if len(line) <= NAME_CHARS else line[: NAME_CHARS - 1] + "…"


def _properties(mention: Mention, speaker: str) -> dict[str, object]:
    known = {key: mention.attrs[key] for key in _KEPT if mention.attrs.get(key)}
    if speaker:
        known["speaker"] = speaker
    return {"label": "Quotation", "name": shortened(mention.text) or mention.text, "text": mention.text, **known}


def _credited(mention: Mention, speaker: str, placed: Placed, entities: Entities) -> Entity | None:
    """Return the node of the speaker that the text names; None where it is a mere role, a proverb or nobody.

    A role that the text marks as an organisation (市委) is named.
    """
    attribution = mention.attrs.get("attribution")
    if not speaker or attribution == _UNNAMED:
        return None
    label = _label_of_speaker(speaker, placed, entities)
    if label is None and attribution == "work":
        label = "Document"
    if label is None and attribution == "named":
        label = "Person"
    return entities.named(label, speaker, placed) if label else None


def _label_of_speaker(speaker: str, placed: Placed, entities: Entities) -> str | None:
    """Return what the speech, else the lexicon, takes a name for: a Person, an Organization or a Document."""
    named: Mapping[str, str] = {"PERSON": "Person", "ORG": "Organization", "DOCUMENT": "Document"}
    found = {m.label for m in placed.reading.speech.mentions if m.canonical == speaker}
    for mention_label, label in named.items():
        if mention_label in found:
            return label
    return next((label for label in named.values() if entities.lexicon.entries(label, speaker)), None)
