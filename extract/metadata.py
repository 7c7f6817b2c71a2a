"""A read speech in, its metadata out: what the user gave wins, what the text supports fills in, the rest stays None."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extract.dating import date_of, title_block
from extract.genres import genre_of
from extract.given import fields_from_given
from extract.origins import level_of, organ_of, region_of, speaker_of
from extract.records import Metadata, Speech
from extract.units import Unit, units_of

_TITLE_CHARS = 80
_NO_TITLE = re.compile(r"(?:尊敬的|同志们|各位|女士们|朋友们|同学们|（|\(|—|(?:新华社|本报|央视网|人民网)[^：:]{0,10}(?:\d|记者|讯|电|消息)|[一二三四五六七八九十]+、|\d{4}年\d{1,2}月\d{1,2}日$|国务院.{0,3}总理)")
_AFTER_TITLE = re.compile(r"\s*(?:——|－－|--).*$|(?:（摘要）|\(摘要\)).*$|(?<=报告)(?:国务院.{2,20}|副?总理.{2,20})$")


def metadata_of(speech: Speech) -> Metadata:
    """Return what is known about a speech as a whole; call it when the extractors have run.

    A text without a title line is called by its organ and genre (区政府办公室学习体会), where both are known.
    """
    given = fields_from_given(speech.given)
    units = units_of(speech.text, speech.view, speech.sentences)
    block = title_block(units)
    title = given.get("title") or _title(speech, block)
    genre = given.get("genre") or genre_of(units, title)
    level = given.get("level") or level_of(units) if genre != "新闻" else given.get("level")
    organ = given.get("organ") or (organ_of(units, level) if genre != "新闻" else None)
    earliest, latest, basis = _dates(speech, given)
    return Metadata(
        title=title or (f"{organ}{genre}" if organ and genre != "其他" else None),
        genre=genre,
        level=level,
        organ=organ,
        region=given.get("region") or region_of(units, level, genre),
        speaker=given.get("speaker") or (speaker_of(speech, block) if genre != "新闻" else None),
        date_earliest=earliest,
        date_latest=latest,
        date_basis=basis,
        provenance=given.get("provenance", "published" if genre == "新闻" else "unknown"),
        source_url=given.get("source_url"),
    )


def _dates(speech: Speech, given: Mapping[str, str]) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Return the bounds of a speech's day and what proves them; a bound that the user does not give comes from the text."""
    earliest, latest = given.get("date_earliest"), given.get("date_latest")
    if earliest and latest:
        return earliest, latest, ("metadata",)
    read = date_of(speech)
    if not earliest and not latest:
        return read.earliest, read.latest, read.basis
    both = earliest or read.earliest, latest or read.latest
    if both == (earliest, latest) or both[0] and both[1] and both[0] > both[1]:
        return earliest, latest, ("metadata",)
    return *both, ("metadata", *read.basis)


def _title(speech: Speech, block: list[Unit]) -> str | None:
    """Return, as it stands, the first line of a title block that is a title: no salutation, date or speaker, no full sentence."""
    for unit in block[:3]:
        start, end = speech.view.source_span(unit.start, unit.start + len(unit.text))
        words = " ".join(_AFTER_TITLE.sub("", speech.text[start:end]).split())
        if not unit.ended and not _NO_TITLE.match(unit.text) and 4 <= len(words) <= _TITLE_CHARS and words[-1] not in "：:，,；;":
            return words
    return None
