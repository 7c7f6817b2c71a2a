"""`tifa verify`: does a graph, or an export, still agree with the texts?"""

from __future__ import annotations

from pathlib import Path

import click

from extract.errors import TifaError


SHOWN = 10
WAY_OUT = "Build it again from these sources, or name the right ones."


class MismatchError(TifaError):
    """A graph or an export does not agree with its sources."""


@click.command("verify", short_help="Check a graph or an export against its texts.")
@click.argument("graph", type=click.Path(path_type=Path), metavar="GRAPH|EXPORT")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
def verify(graph: Path, sources: tuple[str, ...]) -> None:
    """Read the texts again and check every hash, offset and quoted text of a graph folder or of an export.

    An export is an html, node-link, graphml or gexf file of `tifa export`, or the lines of `tifa extract`. The first
    mismatches are named; the exit status is 1 on any.

    \b
    Example:
      tifa verify my-graph speeches/
      tifa verify my-graph.html speeches/
    """
    from extract.sources import read_speeches
    from graph.verify import verify as mismatches_of

    texts = {speech.id: speech.text for speech in read_speeches(sources)}
    mismatches = mismatches_of(graph, texts)
    if mismatches:
        listed = [f"  {mismatch}" for mismatch in mismatches[:SHOWN]]
        if len(mismatches) > SHOWN:
            listed.append(f"  and {len(mismatches) - SHOWN} more")
        raise MismatchError("\n".join([f"{graph}: does not agree with the sources.", *listed, WAY_OUT]))
    click.echo(f"{graph}: agrees with {len(texts)} text{'' if len(texts) == 1 else 's'}.")


PLUGIN = verify
