"""The lexicon as the graph asks it: which entries a name has, and which name a wording stands for."""

from __future__ import annotations

from collections.abc import Iterable

from extract.records import Entry
from graph.model import FORMULATIONS, LABEL_OF_MENTION

_ISSUERS = ("Person", "Organization", "Document")

_COMMON = ("name_en", "gloss", "issuer", "size", "kind", "source")
"""What a node takes from the entries of its name, where they agree."""


class LexiconIndex:
    """Entries by node label and name, and the names of formulations by their wordings."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[tuple[str, str], list[Entry]] = {}
        self._wordings: dict[str, tuple[str, str]] = {}
        self._names: dict[str, tuple[str, str]] = {}
        for entry in sorted(entries, key=lambda e: (e.label, e.name, e.issuer or "", e.members, e.source or "")):
            label = LABEL_OF_MENTION.get(entry.label)
            if label is None:
                continue
            self._entries.setdefault((label, entry.name), []).append(entry)
            if label in FORMULATIONS:
                for form in entry.forms:
                    self._wordings.setdefault(form, (label, entry.name))
            elif label in _ISSUERS:
                for form in entry.forms:
                    self._names.setdefault(form, (label, entry.name))
        for label, name in self._entries:
            if label in FORMULATIONS:
                self._wordings[name] = (label, name)

    def entries(self, label: str, name: str) -> list[Entry]:
        """Return the entries of a name; several where its readings differ."""
        return self._entries.get((label, name), [])

    def readings(self, name: str) -> list[Entry]:
        """Return the entries of a Principle that differ in issuer or members: what the bare label may mean."""
        different: dict[tuple[str | None, tuple[str, ...]], Entry] = {}
        for entry in self.entries("Principle", name):
            different.setdefault((entry.issuer, entry.members), entry)
        return list(different.values())

    def named(self, wording: str) -> tuple[str, str]:
        """Return the node label and the name of a person, an organisation or a document; an unknown one is an organisation."""
        return self._names.get(wording, ("Organization", wording))

    def labels(self) -> list[str]:
        """Return the names of all Principles that some entry gives members, in code order."""
        names = {name for (label, name), found in self._entries.items() if label == "Principle" and any(e.members for e in found)}
        return sorted(names)

    def wordings(self) -> dict[str, tuple[str, str]]:
        """Return what each known wording of a formulation stands for: (node label, name)."""
        return self._wordings

    def formulation(self, wording: str) -> tuple[str, str] | None:
        """Return the node label and the name that a wording stands for."""
        return self._wordings.get(wording)


def agreed(entries: list[Entry]) -> dict[str, str | int]:
    """Return what all entries of a name say alike; what they differ in is absent."""
    values = {}
    for key in _COMMON:
        said = {getattr(entry, key) for entry in entries}
        if len(said) == 1 and None not in said:
            values[key] = said.pop()
    return values
