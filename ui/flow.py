"""Themes over the speeches as data for pictures: the flow, the heat map and the themes that stand together."""

from __future__ import annotations

from collections.abc import Sequence

from graph.stores.store import Store
from ui.language import Words

Record = dict[str, object]

_BESIDE = (
    "MATCH (a:Theme)-[r:CO_OCCURS]->(b:Theme) RETURN a.id AS source, b.id AS target, r.count AS count "
    "ORDER BY count DESC, source, target LIMIT 1000"
)


def in_order(speeches: Sequence[Record]) -> list[Record]:
    """Return texts, or groups of them, by their dates; those without a date come last, as they stand."""

    def when(speech: Record) -> tuple[bool, str]:
        date = str(speech.get("date_latest") or speech.get("date_earliest") or "")
        if "members" in speech and str(speech["name"])[:4].isdigit():
            date = str(speech["name"])[:4]
        return not date, date

    return sorted(speeches, key=when)


def flow_data(overview: Record, words: Words, chosen: str | None) -> Record:
    """Return the flow as the component draws it (see frontend/flow.js): one stack a text, themes in one order.

    Args:
        chosen: the relationship that is selected, `EXPRESSES~SPEECH~THEME`.
    """
    weights = {(row["theme"], row["speech"]): row for row in overview["expresses"]}
    columns = in_order(overview["speeches"])
    total = {theme["id"]: sum(row["weight"] for row in overview["expresses"] if row["theme"] == theme["id"]) for theme in overview["themes"]}
    layers = []
    for theme in sorted(overview["themes"], key=lambda one: (-total[one["id"]], one["id"])):
        cells = [weights.get((theme["id"], column["id"])) for column in columns]
        titles = [_title(theme, column, cell, words) for column, cell in zip(columns, cells)]
        shares = [cell["weight"] if cell else 0 for cell in cells]
        layers.append({"id": theme["id"], "name": words.name(theme), "shares": shares, "titles": titles})
    shown = [{"id": one["id"], "name": str(one["name"]), "note": _when(one)} for one in columns]
    parts = (chosen or "").split("~")
    selected = {"column": parts[1], "row": parts[2]} if len(parts) == 3 and parts[0] == "EXPRESSES" else None
    return {"columns": shown, "layers": layers, "selected": selected, "words": {"aria": words("aria_flow")}}


def _title(theme: Record, column: Record, cell: Record | None, words: Words) -> str:
    if cell is None:
        return ""
    said = words("cell_title", n=cell["count"], share=f"{cell['weight']:.0%}")
    return f"{words.name(theme)} · {column['name']}\n{said}"


def _when(speech: Record) -> list[str]:
    """Return the bounds of a text's date, one a line; a group of texts has none."""
    if "members" in speech:
        return []
    bounds = list(dict.fromkeys(str(one) for one in (speech.get("date_earliest"), speech.get("date_latest")) if one))
    return [bounds[0], f"– {bounds[1]}"] if len(bounds) == 2 else bounds


def beside_data(store: Store, overview: Record, words: Words, chosen: str | None) -> Record:
    """Return which themes stand in one sentence how often, as the heat map draws it; each pair stands there once."""
    found = {(row["source"], row["target"]): row["count"] for row in store.query(_BESIDE).records()}
    strength = {theme["id"]: theme["count"] for theme in overview["themes"]}
    themes = sorted(overview["themes"], key=lambda one: (-strength[one["id"]], one["id"]))
    place = {theme["id"]: index for index, theme in enumerate(themes)}
    name = {theme["id"]: words.name(theme) for theme in themes}
    top = max(found.values(), default=1)
    cells, selected = {}, None
    for (source, target), count in found.items():
        if source in place and target in place:
            column, row = sorted((source, target), key=place.__getitem__)
            cells[f"{row} {column}"] = {"share": count / top, "count": count, "title": words("count_CO_OCCURS", n=count)}
            if chosen == f"CO_OCCURS~{source}~{target}":
                selected = {"row": row, "column": column}
    heads = [{"id": one["id"], "name": name[one["id"]], "title": name[one["id"]]} for one in themes]
    return {
        "rows": heads[1:],
        "columns": heads[:-1],
        "cells": cells,
        "top": 1,
        "values": True,
        "upright": True,
        "triangle": True,
        "selected": selected,
        "words": {"none": words("beside_none")},
    }
