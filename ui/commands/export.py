"""`tifa export`: a graph, or a part of it, in another format."""

from __future__ import annotations

from pathlib import Path

import click

from extract.errors import InputError


@click.command("export", short_help="Write a graph in another format.")
@click.argument("graph", type=click.Path(path_type=Path), metavar="GRAPH")
@click.option("-f", "--format", "form", required=True, metavar="FORMAT", help="html, graphml, gexf, node-link, csv or neo4j-csv.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), metavar="PATH", help="Where to write.")
@click.option("--theme", "themes", multiple=True, help="Only what belongs to this theme (id or name); may be repeated.")
@click.option("--label", "labels", multiple=True, help="Only nodes with this label; may be repeated.")
@click.option("--speech", "speeches", multiple=True, help="Only what stands in this speech (id or document); may be repeated.")
@click.option("--min-weight", type=float, help="Only relationships with at least this weight.")
def export(
    graph: Path,
    form: str,
    output: Path,
    themes: tuple[str, ...],
    labels: tuple[str, ...],
    speeches: tuple[str, ...],
    min_weight: float | None,
) -> None:
    """Write a graph, or the part chosen by the options, in another format.

    html is one page to pass on, which needs no network; graphml and gexf are for Gephi and the like; node-link is JSON
    for networkx and D3; csv is a folder with two tables; neo4j-csv is one for neo4j-admin, with the command.

    \b
    Example:
      tifa export my-graph -f html -o my-graph.html
      tifa export my-graph -f gexf -o loyalty.gexf --theme loyalty
    """
    from extract.registry import Exporter, plugins
    from graph.filters import Selection, select
    from graph.folder import load

    formats = {plugin.name: plugin for plugin in plugins("graph.exporters") if isinstance(plugin, Exporter)}
    if form not in formats:
        raise InputError(f"There is no format {form!r}. These are: {', '.join(sorted(formats))}.")
    G = select(load(graph), Selection(themes, labels, speeches, min_weight, with_texts=form == "html"))
    note = formats[form].write(G, output)
    click.echo(f"{output}: {G.number_of_nodes()} nodes, {G.number_of_edges()} relationships.", err=True)
    if note:
        click.echo(note, err=True)


PLUGIN = export
