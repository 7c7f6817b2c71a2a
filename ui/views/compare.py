"""比较: what two speeches, or two sets of them, share and what sets them apart, with counts and rates side by side."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ui import comparison, data
from ui.bar import show_bar
from ui.comparison import Pair, Side
from ui.details import show_selected
from ui.explorer import Explorer, View, read_from, selected
from ui.grids import NAME, Cell, Column, draw_grid, number, offer_download
from ui.panels import show_parallels
from ui.parallels import MOST_TEXTS, Compared, Half, compared, shared_passages
from ui.switches import switch

_PARTS: dict[str, Callable[[Pair], bool]] = {
    "shared": lambda pair: bool(pair.left and pair.right),
    "left": lambda pair: bool(pair.left and not pair.right),
    "right": lambda pair: bool(pair.right and not pair.left),
}


def show(explorer: Explorer) -> None:
    """Draw the comparison of the two sets that the address names; at first of two speeches."""
    words = explorer.words
    show_bar(explorer)
    known = {str(row["id"]): str(row["name"]) for row in data.speeches(explorer.store)}
    if len(known) < 2:
        st.html(f'<p class="tifa-hint">{words("compare_too_few")}</p>')
        return
    first, second = list(known)[:2]
    with st.container(key="compare_bar"):
        columns = st.columns(2, gap="medium")
        left = _choose(explorer, columns[0], "left", known, first)
        right = _choose(explorer, columns[1], "right", known, second)
    if not left or not right:
        st.html(f'<p class="tifa-hint">{words("compare_choose")}</p>')
        return
    twice = [known[one] for one in left if one in right]
    if twice:
        st.html(f'<p class="tifa-hint">{words("compare_twice", names=words("list_mark").join(twice))}</p>')
    sides = [comparison.side_of(explorer.store, chosen) for chosen in (left, right)]
    _show(explorer, *sides, known)


def _choose(explorer: Explorer, column: object, side: str, known: dict[str, str], first: str) -> list[str]:
    """Draw the choice of one set; it stands in the address."""
    named = [one for one in (st.query_params.get(side) or first).split(",") if one in known]
    key = f"compare_{side}"
    if st.session_state.get(f"{key}_of") != named:
        st.session_state[key], st.session_state[f"{key}_of"] = named, named
    words = explorer.words
    chosen = column.multiselect(
        words(f"compare_{side}"), list(known), format_func=lambda i: known.get(i, i), key=key, placeholder=words("compare_add")
    )
    if chosen != named:
        st.query_params[side] = ",".join(chosen)
        st.session_state[f"{key}_of"] = chosen
    return chosen


@st.fragment
def _show(explorer: Explorer, left: Side, right: Side, known: dict[str, str]) -> None:
    names = [_name(explorer, side, known, which) for side, which in ((left, "left"), (right, "right"))]
    with st.container(key="split_compare"):
        page, side = st.columns([2.6, 1], gap="large")
        with page:
            _formulations(explorer, left, right, names)
            _passages(explorer, left, right)
            _themes(explorer, left, right, names)
        with side:
            if selected():
                show_selected(explorer, selected())
            else:
                st.html(f'<p class="tifa-hint">{explorer.words("compare_hint")}</p>')
    if "go_to" in st.session_state:
        st.rerun()


def _name(explorer: Explorer, side: Side, known: dict[str, str], which: str) -> str:
    if len(side.speeches) == 1:
        return known[side.speeches[0]]
    return explorer.words(f"compare_set_{which}", n=len(side.speeches))


def _formulations(explorer: Explorer, left: Side, right: Side, names: list[str]) -> None:
    words = explorer.words
    pairs = comparison.formulations(explorer.store, left, right)
    of_part = {part: [pair for pair in pairs if test(pair)] for part, test in _PARTS.items()}
    st.html(f'<h3 class="tifa-part">{words("compare_formulations")}<span>{words("compare_rates", l=left.sentences, r=right.sentences)}</span></h3>')
    with st.container(horizontal=True, vertical_alignment="center", key="compare_parts"):
        part = switch("part", list(_PARTS), lambda p: words(f"compare_part_{p}", n=len(of_part[p])), words("compare_formulations"))
        st.space("stretch")
        offer_download("comparison", lambda: [_row(pair) for pair in pairs])
    rows = of_part[part]
    if not rows:
        st.html(f'<p class="tifa-hint">{words("compare_nothing")}</p>')
        return
    _grid(explorer, "compare_grid", rows, (left, right), names, "USES")
    if not any(pair.g2 is not None for pair in rows):
        st.html(f'<p class="tifa-quiet">{words("keyness_hidden")}</p>')


def _themes(explorer: Explorer, left: Side, right: Side, names: list[str]) -> None:
    words = explorer.words
    rows = comparison.themes(explorer.store, left, right)
    if rows:
        st.html(f'<h3 class="tifa-part">{words("picture_themes")}<span>{words("compare_themes_note")}</span></h3>')
        _grid(explorer, "compare_themes", rows, (left, right), names, "EXPRESSES")


def _grid(explorer: Explorer, key: str, pairs: list[Pair], sides: tuple[Side, Side], names: list[str], kind: str) -> None:
    """Draw counts and rates of both sides; a measure of difference where any count allows it."""
    words = explorer.words
    several = max(len(side.speeches) for side in sides) > 1
    measured = any(pair.g2 is not None for pair in pairs)
    counted = words("uses_count" if kind == "USES" else "compare_sentences")
    columns = [Column(words("picture_themes" if kind == "EXPRESSES" else "formulation"), NAME)]
    for name in names:
        columns += [Column(f"{_short(name)} · {counted}", title=name), Column(words("uses_rate"), title=words("compare_rate_title", name=name))]
        columns += [Column(words("compare_texts"), title=words("compare_texts_title"))] if several else []
    columns += [Column("G²", title=words("keyness_title"))] if measured else []
    top = max(max(pair.left_rate, pair.right_rate) for pair in pairs) or 1
    rows = []
    for pair in pairs:
        row = [Cell(words.name({"name": pair.name, "name_en": pair.name_en}) if kind == "EXPRESSES" else pair.name, type=pair.label, open=pair.id)]
        halves = ((sides[0], pair.left, pair.left_rate, pair.left_texts), (sides[1], pair.right, pair.right_rate, pair.right_texts))
        for side, count, rate, texts in halves:
            alone = side.speeches[0] if len(side.speeches) == 1 and count else None
            row += [number(count, evidence=data.relationship_key(kind, alone, pair.id) if alone else None)]
            row += [number(rate, 2, share=rate / top)]
            row += [number(texts)] if several else []
        rows.append(row + ([number(pair.g2, 1)] if measured else []))
    draw_grid(explorer, key, columns, rows)


def _short(name: str) -> str:
    return name if len(name) <= 8 else f"{name[:7]}…"


def _row(pair: Pair) -> dict[str, object]:
    """Return a pair as it is downloaded."""
    named = ("id", "name", "label", "left", "right", "left_texts", "right_texts")
    rates = {"left_per_hundred": round(pair.left_rate, 4), "right_per_hundred": round(pair.right_rate, 4)}
    return {**{name: getattr(pair, name) for name in named}, **rates, "g2": None if pair.g2 is None else round(pair.g2, 4)}


def _passages(explorer: Explorer, left: Side, right: Side) -> None:
    """Draw the passages that both sides share, aligned; fixed wording of many texts is none."""
    words = explorer.words
    if explorer.overview["total"]["speeches"] > MOST_TEXTS:
        _passages_title(words("passages"))
        st.html(f'<p class="tifa-hint">{words("passages_too_many", n=MOST_TEXTS)}</p>')
        return
    with st.spinner(words("passages_searching")):
        found = shared_passages(_compared(str(explorer.folder)), left.speeches, right.speeches)
    _passages_title(words("passages"), words("passages_note", n=len(found)) if found else "")
    if not found:
        st.html(f'<p class="tifa-hint">{words("passages_none")}</p>')
        return
    items = []
    for one in found:
        note = words(f"passage_{one.kind}", score=f"{one.score:.0%}", n=one.left.end - one.left.start)
        items.append({"note": note, "left": _half(explorer, one.left), "right": _half(explorer, one.right)})
    data = {"items": items, "shown": 5, "words": {"more": words("more"), "read": words("read")}}
    show_parallels(data, key="parallels", on_read=read_from("parallels"))


def _passages_title(title: str, note: str = "") -> None:
    st.html(f'<h3 class="tifa-part">{title}<span>{note}</span></h3>')


def _half(explorer: Explorer, half: Half) -> dict[str, object]:
    pieces = [{"text": piece.text, "same": piece.same} for piece in half.pieces]
    return {"speech": half.speech, "start": half.start, "name": explorer.name_of(half.speech), "pieces": pieces}


@st.cache_resource(show_spinner=False)
def _compared(folder: str) -> Compared:
    return compared(Path(folder))


PLUGIN = View("compare", 6, show)
