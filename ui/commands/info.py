"""`tifa info`: what a graph folder holds."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command("info", short_help="Say what a graph holds.")
@click.argument("graph", type=click.Path(path_type=Path), metavar="GRAPH")
@click.option("--json", "as_json", is_flag=True, help="Write it as JSON.")
def info(graph: Path, as_json: bool) -> None:
    """Say what a graph holds: nodes and relationships by kind, sources, versions.

    \b
    Example:
      tifa info my-graph
    """
    from graph.manifest import read_manifest

    manifest = read_manifest(graph)
    if as_json:
        parts = ("format", "version", "versions", "counts", "sources", "dropped")
        click.echo(json.dumps({part: manifest[part] for part in parts}, ensure_ascii=False, indent=2))
        return
    for part, numbers in manifest["counts"].items():
        click.echo(f"{part}: {sum(numbers.values())}")
        width = max(map(len, numbers), default=0)
        for name, count in numbers.items():
            click.echo(f"  {name:<{width}}  {count:>8}")
    click.echo(f"sources: {len(manifest['sources'])}")
    for source in manifest["sources"]:
        click.echo(f"  {source['doc']}  ({source['reader']}, sha256 {source['sha256'][:16]}…)")
    click.echo(f"not kept: {len(manifest['dropped']['sources'])} sources")
    for source in manifest["dropped"]["sources"]:
        click.echo(f"  {source['path']}: {source['reason']}")
    for message in manifest.get("lists_of_other_length", ()):
        click.echo(f"list of another length than its numeral promises: {message}")
    for message in manifest["dropped"].get("corrections", ()):
        click.echo(f"  correction without effect: {message}")
    versions = ", ".join(f"{name} {value}" for name, value in manifest["versions"].items())
    click.echo(f"versions: format {manifest['version']}" + (f", {versions}" if versions else ""))


PLUGIN = info
