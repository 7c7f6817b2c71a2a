"""Which list a formula means: the readings of each label, and the one that a mention points to.

Readings are known from the lexicon (entries of one name with other issuers or members) and from the texts (lists that no
entry has). A mention means, in this order,

1. the reading of the issuer that the user gave it (`user`);
2. the list that stands beside it (`list`): a known reading if half of its members are the same, else one of its own;
3. the only reading that is known (`only`);
4. the reading of the issuer who puts it forward in that sentence, if the text has a member of it too (`issuer`);
5. what another mention of the label in the same text means, if those that are sure agree (`same text`);
6. the only reading of which the text has half the members, two at least (`members`);

else the text leaves it open, and it points to the bare label.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extract.records import Entry, Mention, Reading, Speech
from graph.lexicon_index import LexiconIndex
from graph.member_words import aligned, cores, plain
from graph.model import LABEL_OF_MENTION
from graph.put_forward import named_issuer


@dataclass(frozen=True, slots=True)
class FormulaReading:
    """One list that a label may mean. `qualifier` tells it apart from the others; the bare label has none."""

    name: str
    qualifier: str = ""
    entry: Entry | None = None
    members: tuple[str, ...] = ()
    is_open: bool = False

    @property
    def issuer(self) -> str | None:
        """Who put this reading forward, as the lexicon says."""
        return self.entry.issuer if self.entry else None


class FormulaReadings:
    """The readings of all labels of a collection. What a mention means depends on its text and the others' lists."""

    def __init__(self, lexicon: LexiconIndex, readings: Iterable[Reading]) -> None:
        self._lexicon = lexicon
        lists: dict[str, list[tuple[str, ...]]] = {}
        self._mentions: dict[tuple[str, str], list[Mention]] = {}
        for reading in readings:
            for mention in reading.speech.mentions:
                if LABEL_OF_MENTION.get(mention.label) == "Principle":
                    self._mentions.setdefault((reading.speech.id, mention.canonical), []).append(mention)
                    if listed := _listed(mention):
                        lists.setdefault(mention.canonical, []).append(listed)
        self._lists = lists
        self._known: dict[str, list[FormulaReading]] = {}
        self._sure: dict[tuple[str, str], FormulaReading | None] = {}

    def known(self, name: str) -> list[FormulaReading]:
        """Return the readings of a label, those of the lexicon first; one without qualifier if there is only one."""
        if name not in self._known:
            self._known[name] = self._find(name)
        return self._known[name]

    def all(self) -> list[FormulaReading]:
        """Return the readings with members of all labels, those of the lexicon and those that texts list."""
        names = dict.fromkeys((*self._lexicon.labels(), *sorted(self._lists)))
        return [reading for name in names for reading in self.known(name) if reading.members]

    def bare(self, name: str) -> FormulaReading:
        """Return what the label means where a text leaves it open; the only reading where there is one."""
        known = self.known(name)
        if len(known) == 1 and not known[0].qualifier:
            return known[0]
        default = [reading for reading in known if not reading.qualifier]
        return default[0] if default else FormulaReading(name, is_open=len(known) > 0)

    def meant(self, mention: Mention, speech: Speech) -> tuple[FormulaReading, str | None]:
        """Return the reading that a mention points to, and on what ground; None where there is nothing to choose."""
        known = self.known(mention.canonical)
        if issuer := mention.attrs.get("issuer"):
            fitting = [reading for reading in known if reading.issuer == issuer]
            return (fitting[0] if fitting else FormulaReading(mention.canonical, str(issuer))), "user"
        if listed := _listed(mention):
            return self._of_list(mention.canonical, listed), "list"
        bare = self.bare(mention.canonical)
        if not known:
            return bare, None
        if len(known) == 1 and bare is known[0]:
            return bare, "only"
        if named := self._by_issuer(mention, speech, known):
            return named, "issuer"
        if same := self._in_text(mention.canonical, speech, known):
            return same, "same text"
        if not bare.is_open:
            return bare, "only"
        if by_members := _by_members(speech, known):
            return by_members, "members"
        return bare, None

    def _find(self, name: str) -> list[FormulaReading]:
        entries = self._lexicon.readings(name)
        real = [entry for entry in entries if entry.issuer or entry.members]
        listed = [reading for reading in entries if reading.members]
        own = _clusters([one for one in self._lists.get(name, []) if not any(_same(one, e.members) for e in listed)])
        if len(entries) > 1:
            issuers = [entry.issuer for entry in real]
            known = [FormulaReading(name, _qualifier(entry, issuers), entry, entry.members) for entry in real]
        elif listed:
            known = [FormulaReading(name, "", listed[0], listed[0].members)]
        elif len(own) == 1:
            return [FormulaReading(name, "", entries[0] if entries else None, own[0])]
        else:
            known = []
        return [*known, *(FormulaReading(name, "|".join(members), None, members) for members in own)]

    def _of_list(self, name: str, listed: tuple[str, ...]) -> FormulaReading:
        known = self.known(name)
        likeness = [(len(aligned(listed, reading.members)), -at) for at, reading in enumerate(known)]
        best = max(likeness, default=(0, 0))
        if known and best[0] and _same(listed, known[-best[1]].members):
            return known[-best[1]]
        return FormulaReading(name, "|".join(listed), None, listed)

    def _by_issuer(self, mention: Mention, speech: Speech, known: list[FormulaReading]) -> FormulaReading | None:
        issuer = named_issuer(speech, mention)
        fitting = [one for one in known if issuer and one.issuer and self._lexicon.named(one.issuer)[1] == issuer.canonical]
        if len(fitting) == 1 and members_in(speech.text, fitting[0].members):
            return fitting[0]
        return None

    def _in_text(self, name: str, speech: Speech, known: list[FormulaReading]) -> FormulaReading | None:
        """Return what the mentions of a text that are sure by list or issuer mean, if they agree."""
        key = (speech.id, name)
        if key not in self._sure:
            found: dict[str, FormulaReading] = {}
            for mention in self._mentions.get(key, ()):
                listed = _listed(mention)
                one = self._of_list(name, listed) if listed else self._by_issuer(mention, speech, known)
                if one:
                    found[one.qualifier] = one
            self._sure[key] = next(iter(found.values())) if len(found) == 1 else None
        return self._sure[key]


def _listed(mention: Mention) -> tuple[str, ...]:
    members = mention.attrs.get("members")
    return members if isinstance(members, tuple) else ()


def _same(listed: tuple[str, ...], members: tuple[str, ...]) -> bool:
    """Say whether two lists are one reading: half of the shorter list stands in the other."""
    shorter = min(len(listed), len(members))
    return shorter > 0 and len(aligned(listed, members)) * 2 >= shorter


def _clusters(lists: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return lists that differ, each once: of those that are alike the longest, then the first in code order."""
    kept: list[tuple[str, ...]] = []
    for members in sorted(set(lists), key=lambda members: (-len(members), members)):
        if not any(_same(members, other) for other in kept):
            kept.append(members)
    return kept


def _qualifier(entry: Entry, issuers: list[str | None]) -> str:
    """Return what tells a reading apart: its issuer, with its members where one issuer has several lists."""
    if entry.issuer and issuers.count(entry.issuer) == 1:
        return entry.issuer
    return "|".join(([entry.issuer] if entry.issuer else []) + list(entry.members)) or "?"


def _by_members(speech: Speech, known: list[FormulaReading]) -> FormulaReading | None:
    """Return the reading of which a text has half the members, two at least, if it has at most one of any other."""
    used = [(len(members_in(speech.text, reading.members)), reading) for reading in known]
    enough = [reading for count, reading in used if count >= 2 and count * 2 >= len(reading.members)]
    several = [reading for count, reading in used if count >= 2]
    return enough[0] if len(enough) == len(several) == 1 else None


def members_in(text: str, members: tuple[str, ...]) -> tuple[str, ...]:
    """Return the members of a list whose words, or core, a text has."""
    words = plain(text)[0]
    return tuple(m for m, wordings in zip(members, cores(members)) if any(wording in words for wording in wordings))
