"""Readings as stand-off annotations, one JSON object a line, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace

from extract.records import Mention, Metadata, Reading, Section, Speech, ThemeSentences

Row = Mapping[str, object]
"""One annotation as JSON has it: see the contract's section 2."""

_MENTION = ("doc", "start", "end", "label", "text", "canonical", "method", "score")
_SECTION = ("level", "start", "end", "heading", "themes")


def rows(reading: Reading) -> Iterator[dict[str, object]]:
    """Yield a reading's annotations: the text's own line (META), its sections, then its mentions in text order."""
    speech = reading.speech
    meta = {field.name: _plain(getattr(reading.metadata, field.name)) for field in fields(Metadata)}
    yield {
        "doc": speech.id,
        "label": "META",
        **meta,
        "theme_sentences": {found.theme: list(found.sentences) for found in reading.themes},
        "dropped": dict(sorted(reading.dropped.items())),
    }
    for section in speech.sections:
        yield {"doc": speech.id, "label": "SECTION", **{key: _plain(getattr(section, key)) for key in _SECTION}}
    for mention in sorted(speech.mentions, key=lambda m: (m.start, -m.end, m.label, m.canonical)):
        attrs = {key: _plain(value) for key, value in sorted(mention.attrs.items())}
        yield {**{key: getattr(mention, key) for key in _MENTION}, "attrs": attrs}


def line_from_row(row: Row) -> str:
    """Return a row as one line of JSON, without the line end."""
    return json.dumps(row, ensure_ascii=False)


def reading_from_rows(speech: Speech, found: Iterable[Row]) -> Reading:
    """Return the reading whose rows these are; `speech` gives the text, its view and its sentences."""
    metadata, themes, dropped = Metadata(), (), {}
    sections: list[Section] = []
    mentions: list[Mention] = []
    for row in found:
        if row["label"] == "META":
            metadata = Metadata(**{field.name: _back(row[field.name]) for field in fields(Metadata) if field.name in row})
            themes = tuple(ThemeSentences(theme, tuple(at)) for theme, at in row.get("theme_sentences", {}).items())
            dropped = dict(row.get("dropped", {}))
        elif row["label"] == "SECTION":
            values = {key: _back(row[key]) for key in _SECTION}
            sections.append(Section(order=len(sections), **values))
        else:
            attrs = {key: _back(value) for key, value in row["attrs"].items()}
            mentions.append(Mention(**{key: row[key] for key in _MENTION}, attrs=attrs))
    whole = replace(speech, sections=tuple(sections), mentions=tuple(mentions), matches=())
    return Reading(whole, metadata, themes, dropped)


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _back(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
