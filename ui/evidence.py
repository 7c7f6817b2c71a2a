"""Evidence, always the same way: the sentence in its paragraph, the spans marked, where it stands, how to cite it."""

from __future__ import annotations

import streamlit as st

from ui.data import PAGE, Place
from ui.explorer import Explorer, read_from, select_from
from ui.panels import show_text


def item(place: Place, explorer: Explorer) -> dict[str, object]:
    """Return one evidence sentence as the text component draws it."""
    words, speech = explorer.words, explorer.name_of(place.speech)
    text = place.text.rstrip()
    section = words(place.section) if place.section in ("opening", "closing", "body") else place.section
    number = words("sentence_number", n=place.order + 1)
    if place.spans:
        offsets = ", ".join(f"{span.start}–{span.end}" for span in place.spans)
    else:
        offsets = f"{place.start}–{place.start + len(text)}"
    return {
        "speech": place.speech,
        "before": place.before.lstrip(),
        "text": text,
        "after": place.after.rstrip(),
        "start": place.start,
        "marks": [
            {"start": s.start, "end": s.end, "label": s.label, "id": s.id, "title": ""} for s in place.spans
        ],
        "meta": " · ".join((speech, section, number, offsets)),
        "citation": words("citation", text=text, speech=speech, section=section, number=number),
    }


def show_evidence(explorer: Explorer, places: list[Place], total: int, *, key: str) -> None:
    """Draw evidence sentences with their number above, and a way to the next ones."""
    words = explorer.words
    page = int(st.session_state.get("evidence_page", 1))
    first = (page - 1) * PAGE + 1
    if not places:
        st.caption(words("no_evidence"))
        return
    span = words("evidence_span", first=first, last=first + len(places) - 1, total=total)
    st.html(f'<p class="tifa-total">{span}</p>')
    data = {
        "mode": "evidence",
        "items": [item(place, explorer) for place in places],
        "words": {name: words(name) for name in ("read", "copy", "copied", "copy_failed")},
    }
    show_text(data, key=key, on_open=select_from(key, "open", "id"), on_read=read_from(key))
    if total > PAGE:
        back, _, ahead = st.columns([1, 1, 1], wrap=False)
        if page > 1:
            back.button(words("previous"), key=f"{key}_back", on_click=_turn, args=(-1,), type="tertiary")
        if page * PAGE < total:
            ahead.button(words("next"), key=f"{key}_ahead", on_click=_turn, args=(1,), type="tertiary")


def _turn(step: int) -> None:
    st.session_state["evidence_page"] = max(1, int(st.session_state.get("evidence_page", 1)) + step)
