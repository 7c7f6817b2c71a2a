"""One self-contained HTML page: the columns and the map, search, and every number's sentences, without any request.

The page is our own autoescaped template. Texts reach it as JSON only, which the script reads and writes as text; a
content security policy lets nothing run but that script, named by its hash, so the same graph gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx

from extract.registry import Exporter
from graph.drawing import look
from graph.files import replacing
from graph.snapshot import Payload, snapshot_of

if TYPE_CHECKING:
    from pyvis.network import Network


def write_html(G: nx.MultiDiGraph, path: Path) -> None:
    """Write the snapshot of a graph."""
    text = page_of(snapshot_of(G))
    # A lone surrogate has no UTF-8; as a JSON escape it stays what it is.
    with replacing(Path(path)) as beside:
        beside.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")


def network_of(picture: Mapping[str, object]) -> Network:
    """Return the map as a pyvis network: the model that the page draws."""
    from pyvis.network import Network

    network = Network(directed=True)
    for node in picture["nodes"]:
        kind = picture["types"][node["type"]]
        rest = {key: node[key] for key in ("x", "y", "size", "type", "full")}
        network.add_node(node["id"], label=node["label"], shape=kind["shape"], color=kind["light"], **rest)
    # add_edge searches all edges before; appending does not.
    network.edges.extend(dict(edge) for edge in picture["edges"])
    return network


def page_of(payload: Payload) -> str:
    """Return the page that shows a payload; see `graph.snapshot`."""
    import jinja2
    from markupsafe import Markup

    maps = {}
    for language, picture in payload["pictures"]["map"].items():
        network = network_of(picture)
        maps[language] = {**picture, "nodes": network.nodes, "edges": network.edges}
    payload = {**payload, "pictures": {**payload["pictures"], "map": maps}}
    script = _asset("snapshot.js")
    template = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined).from_string(_asset("page.html"))
    return template.render(
        title="提法 Tifa",
        policy_hash=base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode(),
        style=Markup(_variables() + _asset("snapshot.css") + _asset("page.css")),
        payload=Markup(_json(payload)),
        script=Markup(script),
        licences=_asset("snapshot.js.LEGAL.txt").replace("--", "—"),
    )


def _json(payload: Payload) -> str:
    """Write JSON that cannot end the script element that it stands in."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


@cache
def _asset(name: str) -> str:
    text = files("graph.exporters").joinpath(f"page/{name}").read_text("utf-8").strip()
    if name != "page.html" and ("</script" in text.lower() or "</style" in text.lower()):
        raise ValueError(f"{name} would end the element that it is put into.")
    return text


def _variables() -> str:
    """Return the palette and the type faces as style sheet variables, light and dark."""
    palette = look()
    colours = {**{key: palette[key] for key in ("ground", "ink", "muted", "hairline", "accent")}, **palette["types"]}
    sides = {
        side: "".join(f"--tifa-{name}:{colour[side]};" for name, colour in colours.items())
        for side in ("light", "dark")
    }
    fonts = f"--tifa-sans:{palette['sans']};--tifa-serif:{palette['serif']};"
    return f":root{{{sides['light']}{fonts}}}\n:root[data-theme=dark]{{{sides['dark']}}}\n"


PLUGIN = Exporter("html", ".html", "one page to pass on: pictures, search and evidence, no network", write_html)
