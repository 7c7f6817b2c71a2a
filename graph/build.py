"""Readings in, property graph out: the one place that says what is built from what, and in which order.

The graph is a `networkx.MultiDiGraph`: a node's key is its id and its label the attribute `label`; an edge's key is
its id and its type the attribute `type`; all other attributes are those of `graph.model`, and absent values are absent.
The same readings give the same graph, in whatever order they come.
"""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from extract.records import Entry, Reading, Theme
from graph.association import CoOccurrence
from graph.duplicates import distinct
from graph.echoes import add_echoes, check_quotations
from graph.entities import Entities, Entity, attributes
from graph.formula_readings import FormulaReadings
from graph.expression import About, add_expresses, add_themes, sentences_by_theme
from graph.issuers import Issuers
from graph.lexicon_index import LexiconIndex
from graph.member_use import MemberUse
from graph.members import Members, add_contains, add_reading_of
from graph.mentions import add_mentions, add_uses
from graph.passages import add_passages
from graph.quotations import add_attributions, add_quotation_of, add_quotations
from graph.structure import Placed, add_speech, place
from graph.variants import Variants


def build_graph(readings: Iterable[Reading], entries: Iterable[Entry], themes: Iterable[Theme]) -> nx.MultiDiGraph:
    """Return the property graph of these readings; identical texts are one Speech.

    Args:
        readings: the texts as they were read.
        entries: the lexicon, for what it knows of the names that occur and for the members of formulas.
        themes: the taxonomy, for the names of its themes.
    """
    G = nx.MultiDiGraph()
    kept, lexicon = distinct(readings)[0], LexiconIndex(entries)
    formulas = FormulaReadings(lexicon, kept)
    entities, member_use = Entities(lexicon, formulas), MemberUse(formulas.all())
    members, issuers, variants, about, together = Members(), Issuers(), Variants(), About(), CoOccurrence()
    credited: list[tuple[str, Entity]] = []
    expressed: set[str] = set()
    speeches: list[Placed] = []
    for reading in kept:
        placed = place(reading)
        speeches.append(placed)
        add_speech(G, placed)
        occurrences = add_mentions(G, placed, entities)
        add_uses(G, placed, occurrences)
        credited += add_quotations(G, placed, entities)
        carried = sentences_by_theme(placed)
        sections = add_expresses(G, placed, carried)
        expressed |= set(carried)
        members.note(placed, occurrences)
        member_use.add(G, placed, occurrences, entities)
        issuers.note(placed, occurrences, entities)
        variants.note(placed, occurrences)
        add_quotation_of(G, placed, occurrences)
        about.note(placed, occurrences, sections)
        together.note(placed, occurrences, carried)
    add_attributions(G, credited)
    clusters = add_passages(G, speeches)
    add_echoes(G, speeches, clusters)
    variants.add(G, entities)
    for _ in range(2):  # a label that only a longer wording contains has readings and members too
        add_reading_of(G, entities)
        members.add(G, entities)
        add_contains(G, entities)
    issuers.add(G, entities)
    about.add(G)
    together.add(G)
    add_themes(G, themes, expressed)
    for entity in entities.by_id.values():
        G.add_node(entity.id, **attributes(entity, entities))
    check_quotations(G, speeches, clusters)
    return G
