"""From an overview or a layout and the reader's filters to a picture: everything that the drawing code needs, as JSON.

The app's component and the HTML snapshot draw the same picture with the same code (ui/canvas). Its form:

    kind        columns or map
    look        ground, ink, muted, hairline, accent ({"light", "dark"} each), sans
    types       by node type: shape, light, dark, name (in the reader's language)
    relations   by relationship type: its name in the reader's language
    nodes       id, type, x, y, size, label (shortened), full; in columns also lines, small, side and
                squares ({"text": speech id, "state": own | inside | absent, "opposed": bool}, one a text in its order)
    edges       id (the relationship's), type, from, to, count, width, note; on the map directed
    lit         columns: [text, theme, formulation, count], the only triples that may light together
    columns     columns: title, types, side
    width, height, min_height, margins   columns: the nominal frame, which the component stretches to the screen
    words       aria: what the picture is, for those who do not see it

All words come from the caller; this module knows no language except which of a node's names to take.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files

from graph.columns import arrange
from graph.labels import lines_of, shortened

Picture = dict[str, object]
"""A picture as JSON: see this module's text for its form."""

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


def _types(types: Sequence[str], names: Mapping[str, str], shapes: Mapping[str, str]) -> dict[str, dict[str, str]]:
    known = look()["types"]
    return {one: {**known[one], "shape": shapes.get(one, known[one]["shape"]), "name": names.get(one, one)} for one in types}


def _base(words: Mapping[str, str], relations: Mapping[str, str]) -> Picture:
    colours = {key: look()[key] for key in ("ground", "ink", "muted", "hairline", "accent", "sans")}
    return {"look": colours, "words": dict(words), "relations": dict(relations)}


def _rate(count: float, sentences: int, per_hundred: bool) -> float:
    return 100 * count / max(sentences, 1) if per_hundred else count


def _widths(values: Sequence[float], counts: Sequence[int], widest: float = 8.0) -> list[float]:
    """Scale values to line widths in proportion, none thinner than 1.

    The largest is `widest`, or less where the counts behind are small: one mention must not look like much.
    """
    top = max(values, default=1) or 1
    widest = min(widest, 1.4 * max(counts, default=1))
    return [round(max(1.0, widest * value / top), 2) for value in values]


def columns_picture(
    overview: Mapping[str, object],
    *,
    words: Mapping[str, str],
    names: Mapping[str, str],
    relations: Mapping[str, str],
    language: str = "zh",
    types: Collection[str] | None = None,
    themes: Collection[str] | None = None,
    speeches: Collection[str] | None = None,
    min_weight: float = 0.0,
    per_hundred: bool = False,
) -> Picture:
    """Draw texts, themes and formulations in three columns.

    Args:
        overview: what `graph.overview.overview_of` returns.
        words: `aria`, the column titles `texts`, `themes`, `formulations`, the units `sentences`, `mentions`,
            `per_hundred` for the line that says what is pointed at, and for the legend `own`, `inside`, `absent`,
            `opposed` (what each square means) and `widths` (what the widths count).
        names: what each node type is called. relations: what each relationship type is called.
        types, themes, speeches: what to show; None shows all. The order of rows does not change with them.
        min_weight: edges below it are left out (counts, or rates with `per_hundred`).
        per_hundred: widths by counts per hundred sentences of the texts instead of counts.
    """
    shown = _shown(overview, types, themes, speeches)
    length = {speech["id"]: speech["sentences"] for speech in overview["speeches"]}
    unit = words.get("per_hundred", "") if per_hundred else ""
    first = [
        (edge["id"], "EXPRESSES", edge["speech"], edge["theme"], edge["count"], _rate(edge["count"], length[edge["speech"]], per_hundred))
        for edge in overview["expresses"]
        if edge["speech"] in shown and edge["theme"] in shown
    ]
    second = [
        (edge["id"], "ABOUT", edge["theme"], edge["formulation"], count, rate)
        for edge in overview["about"]
        if edge["theme"] in shown and edge["formulation"] in shown
        for count, rate in [_about(overview["lit"], edge, shown, length, per_hundred)]
        if count
    ]
    edges = []
    for group, word in ((first, words.get("sentences", "")), (second, words.get("mentions", ""))):
        kept = [edge for edge in group if edge[5] >= min_weight]
        for (key, kind, start, end, count, rate), width in zip(kept, _widths([edge[5] for edge in kept], [edge[4] for edge in kept])):
            note = f"{count} {word}" + (f" · {rate:.1f} {unit}" if per_hundred else "")
            edges.append({"id": key, "type": kind, "from": start, "to": end, "count": count, "width": width, "note": note})
    tied = {end for edge in edges for end in (edge["from"], edge["to"])}
    once_tied = {edge["formulation"] for edge in overview["about"]} | {edge["theme"] for edge in overview["expresses"]}
    nodes = [node for node in _column_nodes(overview, shown, language) if node["type"] == "Speech" or node["id"] in tied or node["id"] not in once_tied]
    present = {node["id"] for node in nodes}
    titles = [("texts", ["Speech"], "left"), ("themes", ["Theme"], "right"), ("formulations", ["Principle", "Slogan"], "right")]
    return {
        "kind": "columns",
        **_base(words, relations),
        "types": _types(["Speech", "Theme", "Principle", "Slogan"], names, {"Speech": "bar"}),
        **arrange(nodes),
        "edges": edges,
        "lit": [triple for triple in overview["lit"] if present.issuperset(triple[:3])],
        "columns": [{"title": words.get(key, ""), "types": kinds, "side": side} for key, kinds, side in titles],
    }


def _shown(
    overview: Mapping[str, object],
    types: Collection[str] | None,
    themes: Collection[str] | None,
    speeches: Collection[str] | None,
) -> set[str]:
    """Return the ids that pass the filters; a formulation passes where a text that is shown has it."""
    texts = {one["id"] for one in overview["speeches"] if speeches is None or one["id"] in speeches}
    chosen = {one["id"] for one in overview["themes"] if themes is None or one["id"] in themes}
    formulations = {
        one["id"]
        for one in overview["formulations"]
        if (types is None or one["label"] in types) and any(one["states"][text]["state"] != "absent" for text in texts)
    }
    by_label = {"Speech": texts, "Theme": chosen}
    kept = set().union(*(ids for label, ids in by_label.items() if types is None or label in types))
    return kept | formulations


def _about(
    lit: Sequence[Sequence[object]],
    edge: Mapping[str, object],
    shown: Collection[str],
    length: Mapping[str, int],
    per_hundred: bool,
) -> tuple[int, float]:
    """Count a formulation's mentions under a theme in the texts that are shown, and give the rate drawn."""
    of_texts = [(text, count) for text, theme, one, count in lit if (theme, one) == (edge["theme"], edge["formulation"])]
    # Texts may be filtered out by id; where the Speech column itself is hidden, all of them count.
    texts = [(text, count) for text, count in of_texts if text in shown] or ([] if shown & length.keys() else of_texts)
    count = sum(count for _, count in texts)
    return count, _rate(count, sum(length[text] for text, _ in texts), per_hundred)


def _column_nodes(overview: Mapping[str, object], shown: Collection[str], language: str) -> list[dict[str, object]]:
    """Return the nodes that are shown, each column in its order, without positions."""
    texts = [speech["id"] for speech in overview["speeches"]]
    nodes: list[dict[str, object]] = []
    for one in overview["speeches"]:
        lines = lines_of(one["name"])
        nodes.append({"id": one["id"], "type": "Speech", "full": one["name"], "label": " ".join(lines), "lines": lines, "small": one.get("genre") or "", "size": 16, "side": "left"})
    most = max((theme["count"] for theme in overview["themes"]), default=1) or 1
    for one in overview["themes"]:
        name, _ = named(one, language)
        size = round(4 + 4 * (one["count"] / most) ** 0.5, 2)
        lines = lines_of(name, 9.6)
        nodes.append({"id": one["id"], "type": "Theme", "full": name, "label": " ".join(lines), "lines": lines, "size": size, "side": "right"})
    most = max((one["count"] for one in overview["formulations"]), default=1) or 1
    for one in overview["formulations"]:
        _, full = named(one, language)
        squares = [{"text": text, **one["states"][text]} for text in texts if text in shown]
        size = round(5 + 2.5 * (one["count"] / most) ** 0.5, 2)
        nodes.append({"id": one["id"], "type": one["label"], "full": full, "label": shortened(one["name"]), "size": size, "side": "right", "squares": squares})
    return [node for node in nodes if node["id"] in shown]


def map_picture(
    layout: Mapping[str, object],
    *,
    words: Mapping[str, str],
    names: Mapping[str, str],
    relations: Mapping[str, str],
    language: str = "zh",
    types: Collection[str] | None = None,
    themes: Collection[str] | None = None,
    speeches: Collection[str] | None = None,
    relation_types: Collection[str] | None = None,
    min_weight: float = 0.0,
    around: str | None = None,
) -> Picture:
    """Draw the map: positions come from the layout of the whole graph, a filter only hides.

    Args:
        layout: what `graph.map_layout.layout_of` returns.
        speeches, themes: nodes that belong to none of them are left out; None shows all.
        min_weight: edges whose count is below it are left out, and then nodes that hang on nothing.
        around: a node's id shows only it and its neighbours.
    """
    kept = {
        node["id"]
        for node in layout["nodes"]
        if (types is None or node["type"] in types)
        and (speeches is None or bool(set(node["speeches"]) & set(speeches)))
        and (themes is None or bool(set(node["themes"]) & set(themes)))
    }
    edges = [
        edge
        for edge in layout["edges"]
        if edge["from"] in kept
        and edge["to"] in kept
        and edge["count"] >= min_weight
        and (relation_types is None or edge["type"] in relation_types)
        and (around is None or around in (edge["from"], edge["to"]))
    ]
    tied = {end for edge in edges for end in (edge["from"], edge["to"])}
    if min_weight > 0 or relation_types is not None or around is not None:
        kept &= tied | {around}
    nodes = []
    for node in layout["nodes"]:
        if node["id"] in kept:
            name, full = named(node, language)
            nodes.append({"id": node["id"], "type": node["type"], "x": node["x"], "y": node["y"], "size": node["size"], "label": shortened(name), "full": full})
    counts = [edge["count"] for edge in edges]
    widths = _widths(counts, counts, 4.0)
    return {
        "kind": "map",
        **_base(words, relations),
        "types": _types([one for one in look()["types"] if any(node["type"] == one for node in nodes)], names, {}),
        "nodes": nodes,
        "edges": [
            {
                **{key: edge[key] for key in ("id", "type", "from", "to", "count")},
                "width": width,
                "directed": edge["type"] != "CO_OCCURS",
                "note": str(edge["count"]),
            }
            for edge, width in zip(edges, widths)
        ],
    }
