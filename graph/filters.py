"""What an export takes of a graph: parts chosen by theme, node label, speech and least weight.

Several values of one kind are alternatives; several kinds must all hold. A text that is selected stays whole, so that
every place that remains can be read. Evidence in other texts is left out, and `count`, and ABOUT's `weight`, are those
of the texts that remain; CO_OCCURS then says nothing of chance, which only the whole collection can tell.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from extract.errors import InputError
from graph.ids import span_of
from graph.model import NODE_LABELS

_SHOWN = 20
_TEXT_LABELS = ("Speech", "Section", "Sentence")
_FURTHER = ("COMPRISES", "ATTRIBUTED_TO", "ISSUED_BY", "READING_OF")
_OF_CHANCE = ("n_left", "n_right", "n_total", "npmi", "g2")

Edge = tuple[str, str, str, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Selection:
    """Values to choose by; an empty one chooses everything.

    A theme is named by id or name, a speech by id, document or name, a label as in the model. `min_weight` leaves out
    relationships with a smaller `weight`, and the nodes that have no other. `with_texts` keeps the texts' sections and
    sentences whatever the labels, for formats that show evidence.
    """

    themes: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    speeches: tuple[str, ...] = ()
    min_weight: float | None = None
    with_texts: bool = False


def select(G: nx.MultiDiGraph, selection: Selection) -> nx.MultiDiGraph:
    """Return the part of a graph that is selected; the graph itself where nothing is.

    Raises:
        InputError: a value that the graph has not.
    """
    if selection in (Selection(), Selection(with_texts=True)):
        return G
    speeches = _named(G, "Speech", selection.speeches, ("doc", "name"))
    themes = _named(G, "Theme", selection.themes, ("name", "name_en"))
    unknown = [label for label in selection.labels if label not in NODE_LABELS]
    if unknown:
        raise InputError(f"No label {unknown[0]!r}. The labels are: {', '.join(NODE_LABELS)}.")
    nodes = set(G)
    if speeches:
        nodes &= _of_speeches(G, speeches)
    if themes:
        nodes &= _of_themes(G, themes)
    texts = {own for own in nodes if G.nodes[own]["label"] == "Speech"}
    if selection.labels:
        labels = {*selection.labels, *(_TEXT_LABELS if selection.with_texts else ())}
        nodes &= {own for own, label in G.nodes(data="label") if label in labels}
    edges = _edges(G, nodes, texts)
    if selection.min_weight is not None:
        kept = [edge for edge in edges if edge[3].get("weight", selection.min_weight) >= selection.min_weight]
        had, have = ({end for edge in part for end in edge[:2]} for part in (edges, kept))
        nodes, edges = nodes - (had - have), kept
    H = nx.MultiDiGraph()
    H.add_nodes_from((own, dict(attributes)) for own, attributes in G.nodes(data=True) if own in nodes)
    H.add_edges_from(edge for edge in edges if edge[0] in H and edge[1] in H)
    return H


def _named(G: nx.MultiDiGraph, label: str, wanted: Iterable[str], keys: tuple[str, ...]) -> set[str]:
    """Return the ids of the nodes of a label that the user named."""
    found: dict[str, set[str]] = {}
    for own, attributes in G.nodes(data=True):
        if attributes["label"] == label:
            for name in (own, *(attributes[key] for key in keys if key in attributes)):
                found.setdefault(name, set()).add(own)
    for name in wanted:
        if name not in found:
            known = sorted(attributes[keys[0]] for _, attributes in G.nodes(data=True) if attributes["label"] == label)
            more = " …" if len(known) > _SHOWN else ""
            raise InputError(f"No {label.lower()} {name!r} in this graph. There are: {', '.join(known[:_SHOWN])}{more}.")
    return {own for name in wanted for own in found[name]}


def _of_speeches(G: nx.MultiDiGraph, speeches: set[str]) -> set[str]:
    """Return these speeches, their parts, and what they lead to; members and credited speakers with it."""
    return _with_targets(G, speeches | _parts(G, speeches))


def _of_themes(G: nx.MultiDiGraph, themes: set[str]) -> set[str]:
    """Return these themes, the texts that express them, and what stands in the sections that do."""
    carriers = {source for theme in themes for source, _, kind in G.in_edges(theme, data="type") if kind == "EXPRESSES"}
    sections = {own for own in carriers if G.nodes[own]["label"] == "Section"}
    speeches = {G.nodes[own].get("speech", own) for own in carriers}
    sentences = {t for own in sections for _, t, kind in G.out_edges(own, data="type") if kind == "HAS_SENTENCE"}
    quotations = {own for speech in speeches for own in _quoted_in(G, speech, sentences)}
    about = {source for theme in themes for source, _, kind in G.in_edges(theme, data="type") if kind == "ABOUT"}
    return themes | speeches | _parts(G, speeches) | _with_targets(G, sentences | quotations) | about


def _parts(G: nx.MultiDiGraph, speeches: set[str]) -> set[str]:
    return {own for own, speech in G.nodes(data="speech") if speech in speeches}


def _quoted_in(G: nx.MultiDiGraph, speech: str, sentences: set[str]) -> list[str]:
    """Return the quotations of a speech that begin in one of these sentences."""
    spans = sorted((d["start"], d["end"]) for d in map(G.nodes.__getitem__, sentences) if d["speech"] == speech)
    found = []
    for _, quotation, attributes in G.out_edges(speech, data=True):
        if attributes["type"] == "QUOTES":
            at = bisect_right(spans, (attributes["start"], sys.maxsize)) - 1
            if at >= 0 and attributes["start"] < spans[at][1]:
                found.append(quotation)
    return found


def _with_targets(G: nx.MultiDiGraph, nodes: set[str]) -> set[str]:
    """Return nodes with what they lead to, and that with its members, label, issuers and credited speakers."""
    targets = {target for own in nodes for _, target in G.out_edges(own)}
    further = {t for own in targets for _, t, kind in G.out_edges(own, data="type") if kind in _FURTHER}
    return nodes | targets | further


def _edges(G: nx.MultiDiGraph, nodes: set[str], texts: set[str]) -> list[Edge]:
    """Return the edges between these nodes, in the graph's order, with the evidence that these texts hold."""
    edges = []
    for source, target, key, attributes in G.edges(keys=True, data=True):
        if source in nodes and target in nodes:
            places = attributes.get("evidence", [])
            held = [place for place in places if span_of(place)[0] in texts]
            if len(held) == len(places):
                edges.append((source, target, key, dict(attributes)))
            elif held or ("source" in attributes and attributes.get("basis") != "text"):
                edges.append((source, target, key, _trimmed(G, source, attributes, held, texts)))
    return edges


def _trimmed(
    G: nx.MultiDiGraph, source: str, attributes: dict[str, object], held: list[str], texts: set[str]
) -> dict[str, object]:
    """Return the properties of a relationship of which only some evidence remains."""
    kept = {name: value for name, value in attributes.items() if name not in (*_OF_CHANCE, "evidence")}
    if held:
        kept["evidence"] = held
    if "count" in kept:
        kept["count"] = len(held)
    if attributes["type"] == "ABOUT":
        kept["weight"] = round(len(held) / _outermost(G, source, texts), 12)
    return kept


def _outermost(G: nx.MultiDiGraph, formulation: str, texts: set[str]) -> int:
    """Return how often these texts mention a formulation at depth 0."""
    mentions = ((G.nodes[sentence], d) for sentence, _, d in G.in_edges(formulation, data=True) if d["type"] == "MENTIONS")
    return sum(1 for sentence, d in mentions if d["depth"] == 0 and sentence["speech"] in texts)
