"""`tifa ui`: the explorer in the browser."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import click

from extract.errors import InputError
from ui.reading import Options, build_folder, code_hash
from ui.report import report
from ui.serving import PORT, check_port, serve


@click.command("ui", short_help="Open the explorer in the browser.")
@click.argument("sources", nargs=-1, metavar="[GRAPH|SOURCE…]")
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, metavar="N", help="The port on this machine.")
@click.option("--no-browser", is_flag=True, help="Open no browser; only serve.")
def ui(sources: tuple[str, ...], port: int, no_browser: bool) -> None:
    """Open the explorer in the browser: on a graph folder, on texts, or on five seed speeches.

    It answers this machine only, and ends with this command (Ctrl+C).

    \b
    Example:
      tifa ui
      tifa ui my-graph
      tifa ui speeches/ --port 8502
    """
    check_port(port)
    serve(graph_of(sources), port, not no_browser)


def graph_of(sources: tuple[str, ...]) -> Path:
    """Return the graph folder to open; texts, or the seeds, are built into the user's data folder first."""
    if not sources:
        return _seeds()
    if len(sources) == 1 and (Path(sources[0]) / "manifest.json").exists():
        return Path(sources[0]).resolve()
    graphs = [source for source in sources if (Path(source) / "manifest.json").exists()]
    if graphs:
        raise InputError(f"{graphs[0]}: this is a graph and cannot be opened together with others. Name it alone, or texts only.")
    named = "\0".join(os.path.abspath(source) for source in sources)
    folder = _data_folder() / hashlib.sha256(named.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return _built(sources, folder)


def _seeds() -> Path:
    """Return the seeds' graph, built anew where the program has changed since."""
    import seeds
    from graph.manifest import read_manifest

    folder = _data_folder() / "seeds"
    try:
        current = read_manifest(folder)["versions"].get("code") == code_hash()
    except InputError:
        current = False
    if current:
        return folder
    with seeds.folder() as texts:
        return _built(tuple(str(texts / name) for name in seeds.names()), folder)


def _built(sources: tuple[str, ...], folder: Path) -> Path:
    if sys.stderr.isatty():
        more = " …" if len(sources) > 3 else ""
        click.echo(f"Building the graph of {', '.join(Path(source).name for source in sources[:3])}{more}", err=True)
    click.echo(report(str(folder), build_folder(sources, folder, Options()).manifest), err=True)
    return folder


def _data_folder() -> Path:
    from graph.stores.cache import data_folder

    return data_folder() / "graphs"


PLUGIN = ui
