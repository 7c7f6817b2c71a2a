"""The colours and fonts of graph/look.json as CSS, so that app, components and snapshot look alike."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

TYPE_OF_LABEL = {
    "FORMULA": "Principle",
    "SPIRIT": "Principle",
    "PRINCIPLE": "Principle",
    "SLOGAN": "Slogan",
    "ALLUSION": "Slogan",
    "DOCUMENT": "Document",
    "QUOTE": "Quotation",
    "PERSON": "Person",
    "ORG": "Organization",
    "PLACE": "Place",
    "EVENT": "Event",
}
"""Which node type's colour a mark has."""


@cache
def look() -> dict[str, object]:
    """Return the palette, shapes and fonts."""
    return json.loads((files("graph") / "look.json").read_text("utf-8"))


def css(dark: bool) -> str:
    """Return the style sheet of the explorer: the palette as variables, then the rules of style.css and views.css."""
    palette, shade = look(), "dark" if dark else "light"
    lines = [f"--tifa-{name}: {palette[name][shade]};" for name in ("ground", "ink", "muted", "hairline", "accent")]
    lines += [f"--tifa-{name}: {kind[shade]};" for name, kind in palette["types"].items()]
    lines += [f"--tifa-{label}: {palette['types'][name][shade]};" for label, name in TYPE_OF_LABEL.items()]
    lines += [f"--tifa-sans: {palette['sans']};", f"--tifa-serif: {palette['serif']};"]
    rules = [(files("ui") / name).read_text("utf-8") for name in ("style.css", "views.css")]
    return "\n".join((f":root {{ {' '.join(lines)} }}", *rules))
