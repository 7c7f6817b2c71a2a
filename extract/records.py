"""The records that every stage shares: texts, places in them, and what was found there.

Offsets are Unicode code points of the unchanged source text, `[start, end)`, in every record.
Four things are kept apart: what was *found* (`Mention`), what it was *resolved* to (its `canonical`),
what follows from it (the graph's relationships) and what is drawn.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

Value = str | int | float | bool | None | tuple[str, ...]
"""What an attribute of a mention may hold."""

FORMULATION_LABELS = ("FORMULA", "SPIRIT", "PRINCIPLE", "SLOGAN", "ALLUSION")
"""Labels of formulations: one group, in which a mention inside another is nested (depth > 0)."""

NAME_LABELS = ("DOCUMENT", "PERSON", "ORG", "PLACE", "EVENT")
"""Labels of named things: each is a group of its own."""


@dataclass(frozen=True, slots=True)
class View:
    """A cleaned text with its way back to the source.

    `origin[i]` is the source offset of the view's character `i`; `origin[len(text)]` is the source's length.
    Matching is done on `text`, reporting in source offsets.
    """

    text: str
    origin: tuple[int, ...]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source span of the view's characters `start` to `end` (exclusive, not empty)."""
        return self.origin[start], self.origin[end - 1] + 1

    def view_offset(self, source_offset: int) -> int:
        """Return the view's first character that stands at or after a source offset."""
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            if self.origin[middle] < source_offset:
                low = middle + 1
            else:
                high = middle
        return low


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with the white space that follows it; the sentences of a text join to the text."""

    order: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """A division of a text. `heading` is `opening`, `closing` or `body` where the text gives none.

    `level` 1 is the text's top division. A section of level n + 1 lies inside the section of level n before it.
    The sections of level 1 cover the text without gaps.
    """

    order: int
    level: int
    start: int
    end: int
    heading: str
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of a text that carries a label: `text == source[start:end]`, always.

    `canonical` is the name of what is meant; `method` is lexicon, rule or statistics; `score` is in (0, 1].
    Keys of `attrs` by label: QUOTE speaker, speaker_text, cue, register, attribution, end_basis; HEADING level;
    ALLUSION source; FORMULA members (tuple, as the text lists them) and reading; after resolution also
    depth, voice, in_heading, stance and stance_cue (see `extract.resolve`).
    """

    doc: str
    start: int
    end: int
    label: str
    text: str
    canonical: str
    method: str = "rule"
    score: float = 1.0
    attrs: Mapping[str, Value] = field(default_factory=dict)

    def with_attrs(self, more: Mapping[str, Value]) -> Mention:
        """Return a copy with further attributes."""
        return replace(self, attrs={**self.attrs, **more})


@dataclass(frozen=True, slots=True)
class ThemeSentences:
    """The sentences (by their order) that carry a theme, over a whole text; the evidence of EXPRESSES."""

    theme: str
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a text as a whole; None where neither the text nor its metadata says it.

    `date_basis` holds `START-END` of the proving words; `metadata` first where the user gave a bound.
    """

    title: str | None = None
    genre: str | None = None
    level: str | None = None
    organ: str | None = None
    region: str | None = None
    speaker: str | None = None
    date_earliest: str | None = None
    date_latest: str | None = None
    date_basis: tuple[str, ...] = ()
    provenance: str = "unknown"
    source_url: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A lexicon entry. `forms` are the wordings that stand for `name`, `name` itself first.

    `members` are a formula's parts in order; `size` is what its numeral promises. `source` is a document or author
    and work; `checked` says whether the source was compared with a text (else it is from general knowledge).
    """

    label: str
    name: str
    forms: tuple[str, ...]
    members: tuple[str, ...] = ()
    size: int | None = None
    name_en: str | None = None
    kind: str | None = None
    gloss: str | None = None
    issuer: str | None = None
    date: str | None = None
    source: str | None = None
    checked: bool = False
    attested: bool = False
    status: str = "unknown"


@dataclass(frozen=True, slots=True)
class Match:
    """A place where a form of a lexicon entry stands, in source offsets. Matches may overlap and nest."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Speech:
    """An input text, its cleaned view and its structure. Extractors read it and yield mentions.

    `id` is the annotation's `doc` (a file's stem or a row's id). `given` is the user's own metadata, as strings.
    `matches` is where entries of the lexicon stand, found once for all extractors.
    `mentions` is what the extractors that ran before have found.
    """

    id: str
    text: str
    path: str
    reader: str
    view: View
    sentences: tuple[Sentence, ...] = ()
    sections: tuple[Section, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)
    matches: tuple[Match, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @property
    def sha256(self) -> str:
        """Hash of the source text's UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def mention(
        self,
        start: int,
        end: int,
        label: str,
        canonical: str | None = None,
        method: str = "rule",
        score: float = 1.0,
        attrs: Mapping[str, Value] | None = None,
    ) -> Mention:
        """Make a mention of the source span `[start, end)`; its canonical name is its own text unless given."""
        text = self.text[start:end]
        return Mention(self.id, start, end, label, text, canonical or text, method, score, attrs or {})

    def found(self, *labels: str) -> tuple[Mention, ...]:
        """Return what earlier extractors found under these labels, in text order."""
        return tuple(sorted((m for m in self.mentions if m.label in labels), key=lambda m: (m.start, -m.end)))

    def matched(self, *labels: str) -> tuple[Match, ...]:
        """Return the lexicon's matches under these labels, in text order, the longer first."""
        return tuple(m for m in self.matches if m.entry.label in labels)


@dataclass(frozen=True, slots=True)
class Reading:
    """A speech as it was read: everything the graph is built from.

    `dropped` counts what was found and not kept, by reason.
    """

    speech: Speech
    metadata: Metadata
    themes: tuple[ThemeSentences, ...] = ()
    dropped: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the taxonomy: readable names and the weighted words that point to it."""

    id: str
    name: str
    name_en: str
    cues: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A source that was not kept, and why."""

    path: str
    reason: str
