"""The first picture: texts, themes and formulations in three columns, from an overview and the reader's filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from graph.columns import arrange
from graph.drawing import Picture, base, named, scaled, types_of, widths
from graph.labels import lines_of, shortened

_WIDEST = 8.0
_COLUMNS = (
    ("texts", ("Speech",), "left"),
    ("themes", ("Theme",), "right"),
    ("formulations", ("Principle", "Slogan"), "right"),
)

Item = Mapping[str, object]


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
        names: what each node type and each genre is called. relations: what each relationship type is called.
        types, themes, speeches: what to show; None shows all. The order of rows does not change with them.
        min_weight: edges below it are left out (counts, or rates with `per_hundred`).
        per_hundred: widths by counts per hundred sentences of the texts instead of counts.
    """
    shown = _shown(overview, types, themes, speeches)
    chosen = [text for text in overview["speeches"] if speeches is None or text["id"] in speeches]
    length = {text["id"]: text["sentences"] for text in chosen}
    edges = [
        *_drawn(_expresses(overview, shown, length), "EXPRESSES", words, "sentences", min_weight, per_hundred),
        *_drawn(_about(overview, shown, length), "ABOUT", words, "mentions", min_weight, per_hundred),
    ]
    tied = {end for edge in edges for end in (edge["from"], edge["to"])}
    tied_once = {edge["formulation"] for edge in overview["about"]} | {edge["theme"] for edge in overview["expresses"]}
    # What a filter leaves without any edge goes; what never had one stays.
    nodes = [
        node
        for node in _nodes(overview, shown, language, names)
        if node["type"] == "Speech" or node["id"] in tied or node["id"] not in tied_once
    ]
    present = {node["id"] for node in nodes}
    return {
        "kind": "columns",
        **base(words, relations),
        "types": types_of(("Speech", "Theme", "Principle", "Slogan"), names, {"Speech": "bar"}),
        **arrange(nodes),
        "edges": edges,
        "lit": [triple for triple in overview["lit"] if present.issuperset(triple[:3])],
        "columns": [{"title": words.get(key, ""), "types": kinds, "side": side} for key, kinds, side in _COLUMNS],
    }


def _shown(
    overview: Mapping[str, object],
    types: Collection[str] | None,
    themes: Collection[str] | None,
    speeches: Collection[str] | None,
) -> set[str]:
    """Return the ids that pass the filters; a formulation passes where a text that passes has it."""
    texts = {one["id"] for one in overview["speeches"] if speeches is None or one["id"] in speeches}
    shown = set()
    if types is None or "Speech" in types:
        shown |= texts
    if types is None or "Theme" in types:
        shown |= {one["id"] for one in overview["themes"] if themes is None or one["id"] in themes}
    return shown | {
        one["id"]
        for one in overview["formulations"]
        if (types is None or one["label"] in types) and any(one["states"][text]["state"] != "absent" for text in texts)
    }


def _expresses(
    overview: Mapping[str, object], shown: set[str], length: Mapping[str, int]
) -> Iterator[tuple[str, str, str, int, int]]:
    """Yield (id, from, to, count, sentences it is counted in) of the edges from texts to themes."""
    for edge in overview["expresses"]:
        if edge["speech"] in shown and edge["theme"] in shown:
            yield edge["id"], edge["speech"], edge["theme"], edge["count"], length[edge["speech"]]


def _about(
    overview: Mapping[str, object], shown: set[str], length: Mapping[str, int]
) -> Iterator[tuple[str, str, str, int, int]]:
    """The same from themes to formulations: mentions in the texts that pass the filter, shown or not."""
    count: Counter[tuple[str, str]] = Counter()
    sentences: Counter[tuple[str, str]] = Counter()
    for text, theme, formulation, mentions in overview["lit"]:
        if text in length:
            count[theme, formulation] += mentions
            sentences[theme, formulation] += length[text]
    for edge in overview["about"]:
        pair = (edge["theme"], edge["formulation"])
        if count[pair] and shown.issuperset(pair):
            yield edge["id"], *pair, count[pair], sentences[pair]


def _drawn(
    edges: Iterator[tuple[str, str, str, int, int]],
    kind: str,
    words: Mapping[str, str],
    unit: str,
    min_weight: float,
    per_hundred: bool,
) -> list[dict[str, object]]:
    """Leave out what is below the least weight, and give the others their widths and what is said of them."""
    weighed = [(edge, 100 * edge[3] / max(edge[4], 1) if per_hundred else edge[3]) for edge in edges]
    kept = [(edge, weight) for edge, weight in weighed if weight >= min_weight]
    drawn = []
    for (edge, weight), width in zip(kept, widths([w for _, w in kept], [edge[3] for edge, _ in kept], _WIDEST)):
        key, start, end, count, _ = edge
        note = f"{count} {words.get(unit, '')}"
        if per_hundred:
            note += f" · {weight:.1f} {words.get('per_hundred', '')}"
        drawn.append({"id": key, "type": kind, "from": start, "to": end, "count": count, "width": width, "note": note})
    return drawn


def _nodes(
    overview: Mapping[str, object], shown: Collection[str], language: str, names: Mapping[str, str]
) -> list[dict[str, object]]:
    """Return the nodes that are shown, each column in its order, without positions."""
    texts = [one["id"] for one in overview["speeches"] if one["id"] in shown]
    most_sentences = max((one["count"] for one in overview["themes"]), default=1)
    most_mentions = max((one["count"] for one in overview["formulations"]), default=1)
    nodes = [
        *(_text(one, overview["speeches"], names) for one in overview["speeches"]),
        *(_theme(one, language, scaled(4, 4, one["count"], most_sentences)) for one in overview["themes"]),
        *(
            _formulation(one, language, scaled(5, 2.5, one["count"], most_mentions), texts)
            for one in overview["formulations"]
        ),
    ]
    return [node for node in nodes if node["id"] in shown]


def _text(one: Item, all_texts: Sequence[Item], names: Mapping[str, str]) -> dict[str, object]:
    lines = lines_of(one["name"])
    # Two texts of one title are told apart by their documents.
    alike = sum(other["name"] == one["name"] for other in all_texts) > 1
    document = shortened(str(one.get("doc") or ""), 5) if alike else ""
    genre = str(one.get("genre") or "")
    return {
        "id": one["id"],
        "type": "Speech",
        "full": one["name"],
        "label": " ".join(lines),
        "lines": lines,
        "small": " · ".join(part for part in (names.get(genre, genre), document) if part),
        "size": 16,
        "side": "left",
    }


def _theme(one: Item, language: str, size: float) -> dict[str, object]:
    name, full = named(one, language)
    lines = lines_of(name, 9.6)
    shown = {"full": full, "label": " ".join(lines), "lines": lines}
    return {"id": one["id"], "type": "Theme", **shown, "size": size, "side": "right"}


def _formulation(one: Item, language: str, size: float, texts: Sequence[str]) -> dict[str, object]:
    name, full = named(one, language)
    squares = [{"text": text, **one["states"][text]} for text in texts]
    return {
        "id": one["id"],
        "type": one["label"],
        "full": full,
        "label": shortened(name),
        "size": size,
        "side": "right",
        "squares": squares,
    }
