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

from graph.columns_picture import columns_picture
from graph.drawing import Picture, look
from graph.map_picture import map_picture

__all__ = ["Picture", "columns_picture", "look", "map_picture"]
