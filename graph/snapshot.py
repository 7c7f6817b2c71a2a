"""What an HTML snapshot holds, as JSON: both pictures in both languages, and every sentence behind them.

    format, version, provenance   corpus (a hash over the texts), tifa (the version), nodes and relationships (counts)
    words                         the page's words, by language
    pictures                      by view (columns, map) and language, see `graph.picture`
    items                         by node id: type, name, name_en, facts ([property, value], in the model's order)
    relationships                 id, type, from, to, count, evidence (indices into `evidence`)
    evidence                      speech, start, end, text: the words themselves, to be checked against the source
    sentences                     speech, start, end, text, section, order: they join to the text of the speech
    marks                         speech, start, end, type, id: what is mentioned where

Offsets are code points of the source text, `[start, end)`.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

import networkx as nx

from graph.map_layout import RELATIONS, layout_of
from graph.model import NODE_LABELS
from graph.overview import overview_of
from graph.picture import columns_picture, map_picture

FORMAT, VERSION = "tifa-html", 1
LANGUAGES = ("zh", "en")
_NOT_FACTS = {"name", "name_en", "text", "doc"}

Payload = dict[str, object]


def snapshot_of(G: nx.MultiDiGraph) -> Payload:
    """Return everything that a snapshot of this graph holds."""
    overview, layout = overview_of(G), layout_of(G)
    drawings = (("columns", columns_picture, overview), ("map", map_picture, layout))
    pictures = {
        view: {language: draw(of, **picture_words(view, language), language=language) for language in LANGUAGES}
        for view, draw, of in drawings
    }
    shown = {node["id"] for views in pictures.values() for node in views["zh"]["nodes"] if node["id"] in G}
    texts = _Texts(G)
    relationships = _relationships(G, shown, texts)
    return {
        "format": FORMAT,
        "version": VERSION,
        "provenance": provenance_of(G),
        "words": {language: _words(language) for language in LANGUAGES},
        "pictures": pictures,
        "items": {node: _item(G.nodes[node]) for node in sorted(shown)},
        "relationships": relationships,
        "evidence": texts.evidence,
        "sentences": texts.sentences,
        "marks": _marks(G, shown),
        "hidden": {"formulations": overview["hidden"]["formulations"], "map": sum(layout["hidden"].values())},
    }


@cache
def _dictionary() -> dict[str, dict[str, str]]:
    return json.loads(files("graph.exporters").joinpath("page/words.json").read_text("utf-8"))


def _words(language: str) -> dict[str, str]:
    return {key: forms[language] for key, forms in _dictionary().items()}


def picture_words(view: str, language: str) -> dict[str, dict[str, str]]:
    """Return the arguments `words`, `names` and `relations` of `graph.picture`."""
    words = _words(language)
    own = {key.removeprefix("picture_"): text for key, text in words.items() if key.startswith("picture_")}
    return {
        "words": {"aria": words[f"aria_{view}"], **own},
        "names": {
            **{label: words[f"type_{label}"] for label in NODE_LABELS},
            **{key.removeprefix("value_"): word for key, word in words.items() if key.startswith("value_")},
        },
        "relations": {kind: words[f"kind_{kind}"] for kind in RELATIONS},
    }


def provenance_of(G: nx.MultiDiGraph) -> dict[str, object]:
    """Say of which texts and by which version a snapshot was made; nothing depends on the time."""
    texts = sorted(str(attrs.get("sha256", node)) for node, attrs in G.nodes(data=True) if attrs["label"] == "Speech")
    try:
        tifa = version("tifa")
    except PackageNotFoundError:
        tifa = "unknown"
    return {
        "corpus": hashlib.sha256("\n".join(texts).encode()).hexdigest(),
        "tifa": tifa,
        "nodes": dict(sorted(Counter(attrs["label"] for _, attrs in G.nodes(data=True)).items())),
        "relationships": dict(sorted(Counter(attrs["type"] for *_, attrs in G.edges(data=True)).items())),
    }


class _Texts:
    """The sentences of a graph by speech, and the stretches of text that stand as evidence, each once."""

    def __init__(self, G: nx.MultiDiGraph) -> None:
        section_of = {end: start for start, end, kind in G.edges(data="type") if kind == "HAS_SENTENCE"}
        rows = sorted((d["speech"], d["start"], node, d) for node, d in G.nodes(data=True) if d["label"] == "Sentence")
        self.sentences = [
            {
                "speech": attrs["speech"],
                "start": attrs["start"],
                "end": attrs["end"],
                "text": attrs["text"],
                "section": G.nodes[section_of[node]]["name"],
                "order": attrs["order"],
            }
            for _, _, node, attrs in rows
        ]
        self.evidence: list[dict[str, object]] = []
        self._known: dict[tuple[str, int, int], int] = {}
        self._text: dict[str, str] = defaultdict(str)
        for sentence in self.sentences:
            self._text[sentence["speech"]] += sentence["text"]

    def cite(self, speech: str, start: int, end: int) -> int:
        """Return the index of a stretch of text among the evidence."""
        key = (speech, start, end)
        if key not in self._known:
            self._known[key] = len(self.evidence)
            self.evidence.append({"speech": speech, "start": start, "end": end, "text": self._text[speech][start:end]})
        return self._known[key]

    def cite_reference(self, reference: str) -> int:
        """The same for a reference `SPEECH_ID#START-END`."""
        speech, _, span = reference.rpartition("#")
        start, _, end = span.partition("-")
        return self.cite(speech, int(start), int(end))


def _relationships(G: nx.MultiDiGraph, shown: set[str], texts: _Texts) -> list[dict[str, object]]:
    quoted: dict[str, list[int]] = defaultdict(list)
    edges = sorted(
        (key, start, end, attrs)
        for start, end, key, attrs in G.edges(keys=True, data=True)
        if attrs["type"] in RELATIONS and start in shown and end in shown
    )
    for _, start, end, attrs in edges:
        if attrs["type"] == "QUOTES":
            quoted[end].append(texts.cite(start, attrs["start"], attrs["end"]))
    found = []
    for key, start, end, attrs in edges:
        evidence = [texts.cite_reference(reference) for reference in attrs.get("evidence", ())]
        if attrs["type"] == "QUOTES":
            evidence = [texts.cite(start, attrs["start"], attrs["end"])]
        elif attrs["type"] == "ATTRIBUTED_TO":
            evidence = sorted(set(quoted[start]))
        count = attrs.get("count", len(evidence) or 1)
        found.append({"id": key, "type": attrs["type"], "from": start, "to": end, "count": count, "evidence": evidence})
    return found


def _marks(G: nx.MultiDiGraph, shown: set[str]) -> list[dict[str, object]]:
    starts = sorted(
        (G.nodes[sentence]["speech"], attrs["start"], -attrs["end"], node)
        for sentence, node, attrs in G.edges(data=True)
        if attrs["type"] == "MENTIONS" and node in shown
    )
    return [
        {"speech": speech, "start": start, "end": -end, "type": G.nodes[node]["label"], "id": node}
        for speech, start, end, node in starts
    ]


def _item(attrs: dict[str, object]) -> dict[str, object]:
    label = str(attrs["label"])
    name = attrs.get("text") if label == "Quotation" else attrs["name"]
    facts = [
        [key, attrs[key] if not isinstance(attrs[key], (list, tuple)) else list(attrs[key])]
        for key in NODE_LABELS[label].properties
        if key not in _NOT_FACTS and attrs.get(key) not in (None, "", [], ())
    ]
    item = {"type": label, "name": name, "facts": facts}
    return {**item, "name_en": attrs["name_en"]} if attrs.get("name_en") else item
