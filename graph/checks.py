"""What must hold between a graph and the texts that it was made of: every hash, offset and quoted text.

Each check yields one message a mismatch; texts are given by the id of their Speech. It works on a part of a graph too:
what the part has not is not asked of it.
"""

from __future__ import annotations

import hashlib
import sys
from bisect import bisect_right
from collections.abc import Iterator, Mapping

import networkx as nx

from extract.errors import InputError
from graph.ids import span_of, speech_id

Texts = Mapping[str, str | None]
"""Texts by the id of their Speech; None where it has been said already that a text is not at hand."""
Span = tuple[str, int, int]

_OF_MENTIONS = ("USES", "CITES", "NAMES", "ABOUT")
_OF_SENTENCES = ("EXPRESSES", "CO_OCCURS")


def hash_of(text: str) -> str:
    """Return the hash of a text's UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def texts_by_speech(texts: Mapping[str, str]) -> dict[str, str]:
    """Return texts by the id of their Speech; given are texts by document."""
    return {speech_id(hash_of(text)): text for text in texts.values()}


def check_graph(G: nx.MultiDiGraph, texts: Mapping[str, str], hashes: Mapping[str, str]) -> Iterator[str]:
    """Yield every mismatch between a graph and the texts. `hashes` are those of the unchanged texts."""
    docs = {own: d.get("doc", own) for own, d in G.nodes(data=True) if d["label"] == "Speech"}
    parts = {d["speech"]: d["speech"] for _, d in G.nodes(data=True) if "speech" in d}
    missing = {own: doc for own, doc in {**parts, **docs}.items() if own not in texts}
    yield from missing_texts(missing)
    known = {**texts, **dict.fromkeys(missing)}
    yield from _check_speeches(G, texts, hashes)
    yield from _check_parts(G, known)
    yield from _check_mentions(G, known)
    yield from _check_quotations(G, known)
    yield from _check_evidence(G, known)


def missing_texts(speeches: Mapping[str, str]) -> Iterator[str]:
    """Yield one message for each Speech (its name by its id) whose text is not at hand."""
    for name in sorted(speeches.values()):
        yield f"Speech {name}: its text is not among the sources, or has changed since"


def check_span(where: str, texts: Texts, speech: object, start: object, end: object, quoted: str | None) -> Iterator[str]:
    """Yield what is wrong with a span: its text is not at hand, it lies outside, or other words stand there."""
    if speech not in texts:
        yield f"{where}: {speech}, in which it stands, is not among the sources"
        return
    text = texts[speech]
    if text is None:
        return
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        yield f"{where}: the offsets {start} to {end} lie outside the text, which has {len(text)} characters"
    elif quoted is not None and text[start:end] != quoted:
        yield f"{where}: {start} to {end} reads {_short(text[start:end])}, not {_short(quoted)}"


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…")


def _check_speeches(G: nx.MultiDiGraph, texts: Texts, hashes: Mapping[str, str]) -> Iterator[str]:
    for own, d in G.nodes(data=True):
        if d["label"] != "Speech":
            continue
        text = texts.get(own)
        if text is None:
            continue
        if d.get("sha256") != hashes[own]:
            yield f"Speech {d.get('doc', own)}: sha256 is not that of its text"
        elif d.get("chars") != len(text):
            yield f"Speech {d.get('doc', own)}: chars is {d.get('chars')}, the text has {len(text)}"


def _check_parts(G: nx.MultiDiGraph, texts: Texts) -> Iterator[str]:
    """Check the spans of sections and sentences, and the text of each sentence."""
    for own, d in G.nodes(data=True):
        if d["label"] == "Sentence":
            yield from check_span(f"Sentence {own}", texts, d.get("speech"), d.get("start"), d.get("end"), d.get("text", ""))
        elif d["label"] == "Section":
            yield from check_span(f"Section {own}", texts, d.get("speech"), d.get("start"), d.get("end"), None)


def _check_mentions(G: nx.MultiDiGraph, texts: Texts) -> Iterator[str]:
    for source, _, own, d in G.edges(keys=True, data=True):
        if d["type"] != "MENTIONS":
            continue
        sentence = G.nodes[source]
        speech = sentence.get("speech")
        yield from check_span(f"MENTIONS {own}", texts, speech, d.get("start"), d.get("end"), d.get("surface", ""))
        if not sentence.get("start", 0) <= d.get("start", -1) < sentence.get("end", 0):
            yield f"MENTIONS {own}: it does not begin in its sentence {source}"


def _check_quotations(G: nx.MultiDiGraph, texts: Texts) -> Iterator[str]:
    for source, target, own, d in G.edges(keys=True, data=True):
        if d["type"] == "QUOTES":
            quoted = G.nodes[target].get("text", "")
            yield from check_span(f"QUOTES {own}", texts, source, d.get("start"), d.get("end"), quoted)


def _check_evidence(G: nx.MultiDiGraph, texts: Texts) -> Iterator[str]:
    """Check that there is as much evidence as is counted, and that each piece is a place that it may be."""
    known = Places(G)
    for source, target, own, d in G.edges(keys=True, data=True):
        places, where = d.get("evidence", []), f"{d['type']} {own}"
        if "count" in d and d["count"] != len(set(places)):
            yield f"{where}: count is {d['count']}, the evidence has {len(set(places))} places"
        if "used" in d and d["used"] != len(set(places)):
            yield f"{where}: used is {d['used']}, the evidence has {len(set(places))} places"
        if d["type"] == "USES" and d.get("count") != sum(d.get(part, 0) for part in ("own", "quoted", "in_title")):
            yield f"{where}: own, quoted and in_title do not add up to count"
        meant = source if d["type"] == "ABOUT" else target
        for place in places:
            try:
                span = span_of(place)
            except InputError as error:
                yield f"{where}: {error}"
                continue
            wrong = list(check_span(f"{where}: evidence {place}", texts, *span, None))
            text = texts.get(span[0])
            if not wrong and text is not None and d["type"] in _OF_MENTIONS:
                words = text[span[1] : span[2]]
                wrong = [f"{where}: evidence {place} {reason}" for reason in known.not_a_mention(meant, span, words)]
            if not wrong and d["type"] in _OF_SENTENCES and known.not_a_sentence(span):
                wrong = [f"{where}: evidence {place} is no sentence"]
            yield from wrong


class Places:
    """The places that a graph knows: spans of sentences and of mentions. A part of a graph knows some only."""

    def __init__(self, G: nx.MultiDiGraph) -> None:
        self._G = G
        self._sentences: dict[str, list[tuple[int, int]]] = {}
        self._mentions: dict[str, set[Span]] = {}
        for _, d in G.nodes(data=True):
            if d["label"] == "Sentence":
                self._sentences.setdefault(d.get("speech", ""), []).append((d.get("start", -1), d.get("end", -1)))
        for spans in self._sentences.values():
            spans.sort()
        for source, target, d in G.edges(data=True):
            if d["type"] == "MENTIONS":
                span = (G.nodes[source].get("speech", ""), d.get("start", -1), d.get("end", -1))
                self._mentions.setdefault(target, set()).add(span)

    def sentence_at(self, speech: str, offset: int) -> tuple[int, int] | None:
        """Return the span of the sentence that holds a character; None where the graph has it not."""
        spans = self._sentences.get(speech, [])
        at = bisect_right(spans, (offset, sys.maxsize)) - 1
        return spans[at] if at >= 0 and offset < spans[at][1] else None

    def not_a_sentence(self, span: Span) -> bool:
        """Say whether a span is certainly no sentence."""
        return self.sentence_at(span[0], span[1]) not in (None, span[1:])

    def not_a_mention(self, node: str, span: Span, words: str) -> Iterator[str]:
        """Yield why a span cannot be a mention of a node."""
        d = self._G.nodes[node]
        wordings = {d.get("name"), *d.get("forms", []), *d.get("aliases", [])}
        if words not in wordings and not any(map(str.isspace, words)):
            yield f"reads {_short(words)}, which is no wording of {_short(str(d.get('name')))}"
        elif self.sentence_at(span[0], span[1]) is not None and span not in self._mentions.get(node, ()):
            yield f"is no mention of {_short(str(d.get('name')))}"
