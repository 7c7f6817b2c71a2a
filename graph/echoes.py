"""ECHOES: a quotation's wording in another speech, without attribution; and what a quotation is `checked` against.

Both read the clusters of parallel passages. An echo says that the words are there, not where they were taken from.
"""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx

from extract.records import Mention
from graph.ids import node_id, relationship_id
from graph.passages import Place
from graph.structure import Placed

LEAST_LETTERS = 6
"""An echo has at least so many letters and digits …"""

MORE_THAN = 0.5
"""… and takes in more than half of the quotation."""


def add_echoes(G: nx.MultiDiGraph, speeches: Sequence[Placed], clusters: list[list[Place]]) -> None:
    """Add ECHOES from each speech that has the wording of another's quotation and quotes nobody there."""
    quotes = [_quotes(placed) for placed in speeches]
    for cluster in clusters:
        for place in cluster:
            for quote in quotes[place.speech]:
                part = max(place.start, quote.start), min(place.end, quote.end)
                wording = _letters(speeches[place.speech].reading.speech.text[part[0] : part[1]])
                if not _enough(len(wording), quote.text):
                    continue
                own = node_id("Quotation", quote.text, str(quote.attrs.get("speaker") or ""))
                for other in cluster:
                    if other.speech != place.speech and not _inside(other, quotes[other.speech]):
                        _add_echo(G, speeches[other.speech], other, own, quote.text)


def _add_echo(G: nx.MultiDiGraph, placed: Placed, place: Place, quotation: str, quoted: str) -> None:
    """Add one ECHOES; `edit` says what was done to the words: none, inserted, deleted, substituted."""
    from extract.reuse.align import edits_between, letters_in_common

    wording = placed.reading.speech.text[place.start : place.end]
    if not _enough(letters_in_common(quoted, wording), quoted):
        return
    edit = "|".join(edits_between(quoted, wording)) or "none"
    key = relationship_id("ECHOES", placed.id, quotation, place.start, place.end)
    if not G.has_edge(placed.id, quotation, key):
        G.add_edge(placed.id, quotation, key, type="ECHOES", start=place.start, end=place.end, edit=edit)


def check_quotations(G: nx.MultiDiGraph, speeches: Sequence[Placed], clusters: list[list[Place]]) -> None:
    """Set `checked` of each attribution: exact or altered where a text of the credited source has the words.

    A text is of the source if its speaker is the person, or its title the document, that is credited.
    """
    altered = _altered(speeches, clusters)
    letters = {}
    for quotation, source, attributes in G.edges(data=True):
        if attributes["type"] != "ATTRIBUTED_TO":
            continue
        name, wording = G.nodes[source]["name"], _letters(G.nodes[quotation]["text"])
        for number, placed in enumerate(speeches):
            metadata = placed.reading.metadata
            if name not in (metadata.speaker, metadata.title):
                continue
            if number not in letters:
                letters[number] = _letters(placed.reading.speech.text)
            if wording in letters[number]:
                attributes["checked"] = "exact"
                break
            if (quotation, number) in altered:
                attributes["checked"] = "altered"


def _altered(speeches: Sequence[Placed], clusters: list[list[Place]]) -> set[tuple[str, int]]:
    """Return the quotations and the other speeches that have their words, more or less."""
    found = set()
    for cluster in clusters:
        for place in cluster:
            for quote in _quotes(speeches[place.speech]):
                common = min(place.end, quote.end) - max(place.start, quote.start)
                if common >= 0.5 * (quote.end - quote.start):
                    own = node_id("Quotation", quote.text, str(quote.attrs.get("speaker") or ""))
                    found |= {(own, other.speech) for other in cluster if other.speech != place.speech}
    return found


def _quotes(placed: Placed) -> list[Mention]:
    return [mention for mention in placed.reading.speech.mentions if mention.label == "QUOTE"]


def _inside(place: Place, quotes: list[Mention]) -> bool:
    """Return whether a place lies for the most part in a quotation."""
    half = (place.end - place.start) / 2
    return any(min(place.end, quote.end) - max(place.start, quote.start) > half for quote in quotes)


def _enough(letters: int, quoted: str) -> bool:
    return letters >= LEAST_LETTERS and letters > MORE_THAN * len(_letters(quoted))


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
