"""The HTML snapshot against the texts: the JSON that the page holds, read as data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

from extract.errors import InputError
from graph.checks import check_span, hash_of, missing_texts

_PAYLOAD_ID = "payload"
_COUNTED = ("USES", "CITES", "NAMES", "EXPRESSES", "ABOUT", "CO_OCCURS")


class _PayloadReader(HTMLParser):
    """Collects what stands in the script element that holds the page's data."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.inside = False
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script" and dict(attrs).get("id") == _PAYLOAD_ID

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.parts.append(data)


def payload_of(path: Path) -> dict[str, object]:
    """Return the data of a snapshot."""
    reader = _PayloadReader()
    try:
        reader.feed(path.read_text(encoding="utf-8"))
        payload = json.loads("".join(reader.parts))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: the page holds no data of a snapshot ({error}). Export it again.") from error
    if not isinstance(payload, dict) or payload.get("format") != "tifa-html":
        raise InputError(f"{path}: this page is no snapshot of a graph. Name a file of `tifa export -f html`.")
    return payload


def check_page(path: Path, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what does not agree between a snapshot and the texts, given by the id of their Speech."""
    payload = payload_of(path)
    try:
        yield from _check_payload(payload, texts)
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        yield f"{path.name}: a part of the page's data is missing or of another form ({error!r})"


def _check_payload(payload: dict[str, object], given: Mapping[str, str]) -> Iterator[str]:
    speeches = {d["speech"]: d["speech"] for part in ("sentences", "evidence") for d in payload[part]}
    docs = {own: item["name"] for own, item in payload["items"].items() if item["type"] == "Speech"}
    missing = {own: name for own, name in {**speeches, **docs}.items() if own not in given}
    yield from missing_texts(missing)
    texts = {**given, **dict.fromkeys(missing)}
    for part in ("sentences", "evidence"):
        for number, d in enumerate(payload[part]):
            yield from check_span(f"{part} {number}", texts, d["speech"], d["start"], d["end"], d["text"])
    for number, d in enumerate(payload["marks"]):
        yield from check_span(f"marks {number} ({d['id']})", texts, d["speech"], d["start"], d["end"], None)
    for d in payload["relationships"]:
        places = [payload["evidence"][index] for index in d["evidence"]]
        if d["type"] in _COUNTED and d["count"] != len({(p["speech"], p["start"], p["end"]) for p in places}):
            yield f"{d['type']} {d['id']}: count is {d['count']}, the evidence has {len(places)} places"
    yield from _check_items(payload, given)


def _check_items(payload: dict[str, object], texts: Mapping[str, str]) -> Iterator[str]:
    """Check the facts of the speeches, and that the page was made of these texts."""
    for own, item in payload["items"].items():
        facts = dict(item["facts"])
        if item["type"] == "Speech" and own in texts and facts.get("sha256") != hash_of(texts[own]):
            yield f"Speech {own}: sha256 is not that of its text"
    speeches = {d["speech"] for d in payload["sentences"]}
    if speeches <= set(texts):
        hashes = "\n".join(sorted(hash_of(texts[own]) for own in speeches))
        if payload["provenance"]["corpus"] != hashlib.sha256(hashes.encode()).hexdigest():
            yield "provenance: the hash over the texts is another"
