"""What both pictures share: the look, names in the reader's language, and line widths."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

Picture = dict[str, object]
"""A picture as JSON; `graph.picture` says what it holds."""


@cache
def look() -> dict[str, object]:
    """Return the explorer's colours, shapes and type faces (graph/look.json)."""
    return json.loads(files("graph").joinpath("look.json").read_text(encoding="utf-8"))


def named(item: Mapping[str, object], language: str) -> tuple[str, str]:
    """Return an item's name on the picture and its full name in the reader's language.

    Themes are translated; a formulation stays what it is, with its English beside it in the full name.
    """
    name, english = str(item["name"]), item.get("name_en") if language == "en" else None
    if english and (item.get("type") or item.get("label", "Theme")) == "Theme":
        return str(english), str(english)
    return name, f"{name} · {english}" if english else name


def types_of(
    types: Sequence[str], names: Mapping[str, str], shapes: Mapping[str, str] | None = None
) -> dict[str, dict[str, str]]:
    """Return shape, colours and name of node types, in the order of the look; `shapes` replaces shapes."""
    known, shapes = look()["types"], shapes or {}
    return {
        one: {**known[one], "shape": shapes.get(one, known[one]["shape"]), "name": names.get(one, one)}
        for one in known
        if one in types
    }


def base(words: Mapping[str, str], relations: Mapping[str, str]) -> Picture:
    """Return what every picture begins with."""
    colours = {key: look()[key] for key in ("ground", "ink", "muted", "hairline", "accent", "sans")}
    return {"look": colours, "words": dict(words), "relations": dict(relations)}


def widths(values: Sequence[float], counts: Sequence[int], widest: float) -> list[float]:
    """Scale values to line widths in proportion, none thinner than 1.

    The largest is `widest`, or less where the counts behind are small: one mention must not look like much.
    """
    top = max(values, default=1) or 1
    widest = min(widest, 1.4 * max(counts, default=1))
    return [round(max(1.0, widest * value / top), 2) for value in values]


def scaled(least: float, more: float, count: int, most: int) -> float:
    """Return a node's radius: its area grows with its count, from `least` to `least + more` for the largest."""
    return round(least + more * (count / (most or 1)) ** 0.5, 2)
