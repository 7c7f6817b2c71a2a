"""What an export takes of a graph: parts chosen by theme, node label, speech and least weight.

Several values of one kind are alternatives; several kinds must all hold. Numbers stay those of the whole graph: a
count is not made smaller because some of its evidence lies outside the selection.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import networkx as nx

from extract.errors import InputError
from graph.ids import span_of
from graph.model import NODE_LABELS

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Selection:
    """Values to choose by; an empty one chooses everything.

    A theme is named by id or name, a speech by id, document or name, a label as in the model. `min_weight` leaves out
    relationships with a smaller `weight`, and the nodes that have no other.
    """

    themes: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    speeches: tuple[str, ...] = ()
    min_weight: float | None = None


def select(G: nx.MultiDiGraph, selection: Selection) -> nx.MultiDiGraph:
    """Return the part of a graph that is selected; the graph itself where nothing is.

    Raises:
        InputError: a value that the graph has not.
    """
    if selection == Selection():
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
    if selection.labels:
        nodes &= {own for own, label in G.nodes(data="label") if label in selection.labels}
    return _part(G, nodes, _edge_filter(speeches, selection.min_weight), selection.min_weight is not None)


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
    parts = speeches | {own for own, speech in G.nodes(data="speech") if speech in speeches}
    return _with_targets(G, parts)


def _of_themes(G: nx.MultiDiGraph, themes: set[str]) -> set[str]:
    """Return these themes, what expresses them, and what stands in the sections that do."""
    carriers = {source for theme in themes for source, _, kind in G.in_edges(theme, data="type") if kind == "EXPRESSES"}
    sections = {own for own in carriers if G.nodes[own]["label"] == "Section"}
    sentences = {t for own in sections for _, t, kind in G.out_edges(own, data="type") if kind == "HAS_SENTENCE"}
    above = {ancestor for own in sections for ancestor in _above(G, own)}
    quotations = {own for speech in above for own in _quoted_in(G, speech, sentences)}
    about = {source for theme in themes for source, _, kind in G.in_edges(theme, data="type") if kind == "ABOUT"}
    return themes | carriers | above | _with_targets(G, sentences | quotations) | about


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


def _above(G: nx.MultiDiGraph, section: str) -> list[str]:
    """Return the sections and the speech that a section lies in."""
    found = []
    while above := [source for source, _, kind in G.in_edges(section, data="type") if kind == "HAS_SECTION"]:
        section = above[0]
        found.append(section)
    return found


def _with_targets(G: nx.MultiDiGraph, nodes: set[str]) -> set[str]:
    """Return nodes with what they lead to, and that with its members and credited speakers."""
    targets = {target for own in nodes for _, target in G.out_edges(own)}
    further = {t for own in targets for _, t, kind in G.out_edges(own, data="type") if kind in ("COMPRISES", "ATTRIBUTED_TO")}
    return nodes | targets | further


def _edge_filter(speeches: set[str], least: float | None) -> Callable[[dict[str, object]], bool]:
    def keep(attributes: dict[str, object]) -> bool:
        if least is not None and attributes.get("weight", least) < least:
            return False
        evidence = attributes.get("evidence")
        return not speeches or not evidence or any(span_of(place)[0] in speeches for place in evidence)

    return keep


def _part(
    G: nx.MultiDiGraph, nodes: set[str], keep: Callable[[dict[str, object]], bool], connected: bool
) -> nx.MultiDiGraph:
    """Copy nodes and the edges between them, in the graph's order; `connected` leaves out what lost all its edges."""
    inside = [edge for edge in G.edges(keys=True, data=True) if edge[0] in nodes and edge[1] in nodes]
    kept = [edge for edge in inside if keep(edge[3])]
    if connected:
        had, have = ({end for edge in edges for end in edge[:2]} for edges in (inside, kept))
        nodes = nodes - (had - have)
    H = nx.MultiDiGraph()
    H.add_nodes_from((own, dict(attributes)) for own, attributes in G.nodes(data=True) if own in nodes)
    H.add_edges_from((source, target, key, dict(d)) for source, target, key, d in kept)
    return H
