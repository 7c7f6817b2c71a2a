"""A store, a question and its slots in, a table out: slots are checked, filled from the graph where empty, and passed
to the query as parameters, never written into its text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from extract.errors import InputError
from extract.records import Entry
from graph.questions.catalogue import Question, Slot, Value, question
from graph.stores.store import Limits, Store, Table

_CHOICES = {
    "theme": "MATCH (t:Theme) OPTIONAL MATCH (t)<-[e:EXPRESSES]-(:Speech) "
    "RETURN t.id AS value, t.name AS name, count(e) AS n ORDER BY n DESC, value",
    "formulation": "MATCH (p:Principle|Slogan)<-[u:USES]-(:Speech) RETURN p.name AS value, p.name AS name, sum(u.count) AS n ORDER BY n DESC, value",
    "formula": "MATCH (p:Principle)-[c:COMPRISES]->() RETURN p.name AS value, p.name AS name, count(c) AS n ORDER BY n DESC, value",
    "speech": "MATCH (s:Speech) RETURN s.doc AS value, s.name AS name, s.chars AS n ORDER BY value",
    "document": "MATCH (d:Document)<-[c:CITES]-(:Speech) RETURN d.name AS value, d.name AS name, sum(c.count) AS n ORDER BY n DESC, value",
    "quoted": "MATCH (w:Quotation)-[:ATTRIBUTED_TO]->(who) RETURN who.name AS value, who.name AS name, count(w) AS n ORDER BY n DESC, value",
}
"""For each slot type that names a node: its values in the graph, the likeliest first."""

_NAMED = {
    "theme": "MATCH (t:Theme) WHERE t.id = $value OR t.name = $value OR toLower(t.name_en) = toLower($value) RETURN t.id AS value ORDER BY value",
    "speech": "MATCH (s:Speech) WHERE s.doc = $value OR s.id = $value OR s.name = $value RETURN s.doc AS value ORDER BY value",
}
"""Slot types whose node may be named in several ways, and the query that finds the one meant."""


def ask(
    store: Store,
    own: str,
    given: Mapping[str, object] | None = None,
    lexicon: Callable[[], Iterable[Entry]] | None = None,
    limits: Limits = Limits(),
) -> Table:
    """Answer a canned question.

    Args:
        own: the question's id.
        given: values of its slots; those that are missing take their default, or the likeliest value of the graph.
        lexicon: gives the lexicon's entries; called only by a question that needs them.

    Raises:
        InputError: no such question or slot, or a value that does not fit.
    """
    asked = question(own)
    parameters: dict[str, object] = dict(values(store, asked, given))
    if asked.lexicon:
        parameters["lexicon"] = formulas(lexicon() if lexicon else ())
    return store.query(asked.cypher, parameters, limits)


def values(store: Store, asked: Question, given: Mapping[str, object] | None = None) -> dict[str, Value]:
    """Return a value for each slot of a question."""
    given = dict(given or {})
    names = [slot.name for slot in asked.slots]
    wrong = next((name for name in given if name not in names), None)
    if wrong is not None:
        slots = ", ".join(names) or "none"
        raise InputError(f"The question {asked.id!r} has no slot {wrong!r}. Its slots: {slots}.")
    return {slot.name: _value(store, asked, slot, given.get(slot.name)) for slot in asked.slots}


def choices(store: Store, slot: Slot, limit: int = 500) -> list[tuple[str, str]]:
    """Return the values that a slot may take in this graph, the likeliest first, each with its readable name."""
    if slot.type not in _CHOICES:
        return [(option, option) for option in slot.options]
    rows = store.query(_CHOICES[slot.type], {}, Limits(rows=limit)).rows
    return [(str(row[0]), str(row[1] or row[0])) for row in rows]


def formulas(entries: Iterable[Entry]) -> list[dict[str, object]]:
    """Return the lexicon's formulas, one a name, with all the wordings that are searched for."""
    forms: dict[str, list[str]] = {}
    for entry in entries:
        if entry.label == "FORMULA":
            forms.setdefault(entry.name, []).extend(entry.forms)
    return [{"name": name, "forms": list(dict.fromkeys(found))} for name, found in sorted(forms.items())]


def _value(store: Store, asked: Question, slot: Slot, given: object) -> Value:
    if given is None or given == "":
        if slot.default is not None:
            return slot.default
        found = choices(store, slot, slot.choice + 1)
        if not found:
            raise InputError(f"This graph has nothing that the question {asked.id!r} could ask for as {slot.name} ({slot.en}).")
        return found[min(slot.choice, len(found) - 1)][0]
    if slot.type == "integer":
        return _integer(slot, given)
    if slot.options and given not in slot.options:
        raise InputError(f"{slot.name}={given}: one of {', '.join(slot.options)} is asked for.")
    return _named(store, slot, str(given)) if slot.type in _NAMED else str(given)


def _integer(slot: Slot, given: object) -> int:
    least = slot.least if slot.least is not None else -(2**31)
    try:
        number = int(str(given))
    except ValueError:
        number = None
    if number is None or not least <= number < 2**31:
        raise InputError(f"{slot.name}={given}: a whole number of at least {least} is asked for.")
    return number


def _named(store: Store, slot: Slot, given: str) -> str:
    rows = store.query(_NAMED[slot.type], {"value": given}, Limits(rows=2)).rows
    if not rows:
        known = ", ".join(value for value, _ in choices(store, slot, 20))
        raise InputError(f"{slot.name}={given}: this graph has no such {slot.type}. These are: {known}.")
    return str(rows[0][0])
