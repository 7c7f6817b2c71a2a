"""`tifa build`: a graph folder from texts."""

from __future__ import annotations

from pathlib import Path

import click

from ui.reading import Options, build_folder, reading_options
from ui.report import report


@click.command("build", short_help="Build a graph folder from texts.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("-o", "--output", "folder", required=True, type=click.Path(path_type=Path), metavar="GRAPH", help="The graph folder.")
@click.option(
    "--corrections", type=click.Path(path_type=Path), metavar="FILE", help="Your decisions about what is found (JSON Lines)."
)
@click.option(
    "--metadata", type=click.Path(path_type=Path), metavar="FILE", help="What you know of the texts (CSV with a column `file`)."
)
@reading_options
def build(
    sources: tuple[str, ...],
    folder: Path,
    corrections: Path | None,
    metadata: Path | None,
    jobs: int,
    lexicon: Path | None,
    themes: Path | None,
    model: str | None,
) -> None:
    """Build a graph folder from texts. Run again, it reads only the texts that have changed.

    SOURCE is a file, a folder or `-` for standard input. It prints what was kept, what was dropped, and why.
    The graph's own corrections.jsonl is applied at every build; FILE after it. A graph that has none yet keeps FILE.
    A .csv with a column `file` among the sources describes the files beside it; --metadata FILE does so for any source, and
    wins over what texts, their front matter and their names say.

    \b
    Example:
      tifa build speeches/ -o my-graph
    """
    built = build_folder(sources, folder, Options(jobs, lexicon, themes, model), corrections, metadata)
    click.echo(report(str(folder), built.manifest, built.reused))


PLUGIN = build
