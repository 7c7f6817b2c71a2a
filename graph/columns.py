"""Places for the three columns: an order in which edges cross little, and positions in which no two labels touch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.labels import chars_wide

SWEEPS = 12
WIDTH, HEIGHT = 1000, 720
"""The nominal frame in pixels; the component stretches it to the screen between the margins."""

ROW_PX = {"Speech": 52, "Theme": 18, "Principle": 16, "Slogan": 16}
"""Least distance between two rows; a theme whose name takes two lines needs more."""

_LINE_PX = 15
_BAR_PX = 40
"""A text's bar stands higher than a row: its column begins and ends that much further inside."""

_CHAR_PX, _SQUARE_PX = 13, 9
_TOP, _BOTTOM = 38, 14


def ordered(
    left: Sequence[str], middle: Sequence[str], right: Sequence[str], ties: Mapping[tuple[str, str], float]
) -> tuple[list[str], list[str], list[str]]:
    """Order three columns by barycentre sweeps, so that the edges between neighbouring columns cross little.

    Each sweep puts every node at the weighted mean place of its neighbours, once to the right and once back; of all
    orders seen, the one with the fewest weighted crossings is kept. Ties keep the order given: same input, same order.

    Source: Sugiyama, Tagawa, Toda (1981), doi:10.1109/TSMC.1981.4308636.
    """
    neighbours: dict[str, list[tuple[str, float]]] = {}
    for (start, end), weight in ties.items():
        neighbours.setdefault(start, []).append((end, weight))
        neighbours.setdefault(end, []).append((start, weight))
    columns = [list(left), list(middle), list(right)]
    best, fewest = [list(column) for column in columns], crossings(columns, ties)
    for sweep in range(SWEEPS):
        for turn in (1, 2, 1, 0) if sweep % 2 == 0 else (1, 0, 1, 2):
            place = {node: index / max(len(column) - 1, 1) for column in columns for index, node in enumerate(column)}
            beside = {node for index in (turn - 1, turn + 1) if 0 <= index < 3 for node in columns[index]}
            columns[turn].sort(key=lambda node: _barycentre(node, neighbours, place, beside))
        found = crossings(columns, ties)
        if found < fewest:
            best, fewest = [list(column) for column in columns], found
    return best[0], best[1], best[2]


def _barycentre(
    node: str, neighbours: Mapping[str, list[tuple[str, float]]], place: Mapping[str, float], beside: set[str]
) -> float:
    near = [(place[other], weight) for other, weight in neighbours.get(node, ()) if other in beside]
    total = sum(weight for _, weight in near)
    return round(sum(at * weight for at, weight in near) / total, 9) if total else place[node]


def crossings(columns: Sequence[Sequence[str]], ties: Mapping[tuple[str, str], float]) -> int:
    """Count the pairs of edges between neighbouring columns that cross."""
    total = 0
    for left, right in zip(columns, columns[1:]):
        row, other = ({node: i for i, node in enumerate(column)} for column in (left, right))
        ends = sorted((row[a], other[b]) for a, b in ties if a in row and b in other)
        for i, (a, b) in enumerate(ends):
            total += sum(1 for c, d in ends[i + 1 :] if a < c and b > d)
    return total


def arrange(nodes: Sequence[dict[str, object]]) -> dict[str, object]:
    """Give each node of the columns its place, in the order given, and say how large the frame must be.

    Returns:
        nodes (with x and y), width, height, min_height and margins of the picture.
    """
    kinds = (("Speech",), ("Theme",), ("Principle", "Slogan"))
    columns = [[node for node in nodes if node["type"] in types] for types in kinds]
    least = max(((len(column) - 1) * _row(column) + 2 * _inset(column) for column in columns if column), default=0)
    height = max(HEIGHT, least + _TOP + _BOTTOM)
    margins = {"left": _left_margin(columns[0]), "middle": _middle(columns[1]), "right": _right_margin(columns[2])}
    margins |= {"top": _TOP, "bottom": _BOTTOM}
    # The themes' labels keep their width on every screen; only what lies between columns is stretched, in equal parts.
    gap = (WIDTH - margins["left"] - margins["middle"] - margins["right"]) / 2
    across = [margins["left"], margins["left"] + gap, WIDTH - margins["right"]]
    placed = []
    for column, x in zip(columns, across):
        for node, y in zip(column, _rows(column, height)):
            placed.append({**node, "x": round(x, 2), "y": round(y, 2)})
    frame = {"width": WIDTH, "height": height, "min_height": least + _TOP + _BOTTOM + 4, "margins": margins}
    return {"nodes": placed, **frame}


def _rows(column: Sequence[dict[str, object]], height: float) -> list[float]:
    """Spread a column's rows over the whole height; a short one keeps together in the middle."""
    if not column:
        return []
    inset = _inset(column)
    room = height - _TOP - _BOTTOM - 2 * inset
    # Few rows far apart read as unrelated; three texts still use the whole height as their edges need it.
    widest = 260.0 if column[0]["type"] == "Speech" else 64.0
    step = min(room / max(len(column) - 1, 1), widest)
    first = _TOP + inset + (room - step * (len(column) - 1)) / 2
    return [first + step * index for index in range(len(column))]


def _inset(column: Sequence[dict[str, object]]) -> float:
    return _BAR_PX / 2 if column[0]["type"] == "Speech" else 0


def _row(column: Sequence[dict[str, object]]) -> float:
    lines = max(len(node.get("lines") or [0]) for node in column)
    return max(ROW_PX[column[0]["type"]], _LINE_PX * lines + 1)


def _middle(column: Sequence[dict[str, object]]) -> int:
    return int(24 + _CHAR_PX * max((chars_wide(line) for node in column for line in node["lines"]), default=0))


def _left_margin(column: Sequence[dict[str, object]]) -> int:
    lines = [line for node in column for line in node["lines"]]
    return int(26 + _CHAR_PX * max((chars_wide(line) for line in lines), default=0))


def _right_margin(column: Sequence[dict[str, object]]) -> int:
    taken = (_CHAR_PX * chars_wide(node["label"]) + _SQUARE_PX * len(node["squares"]) for node in column)
    return int(max(taken, default=0) + 34)
