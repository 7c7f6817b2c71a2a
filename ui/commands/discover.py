"""`tifa discover`: candidates for new formulations, and those that the user accepts into a lexicon."""

from __future__ import annotations

from pathlib import Path

import click

from ui.output import STANDARD, writing
from ui.reading import Options, lexicon_of, reading_options


@click.command("discover", short_help="Find wordings that recur and that the lexicon lacks.")
@click.argument("sources", nargs=-1, metavar="SOURCE…")
@click.option("-o", "--output", default=STANDARD, metavar="FILE", help="Where to write; standard output by default.")
@click.option("--limit", type=click.IntRange(min=1), default=500, show_default=True, help="Candidates to write.")
@click.option("--min-docs", type=click.IntRange(min=2), default=3, show_default=True, help="Texts that each must stand in.")
@click.option(
    "--accept",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Add the candidates of FILE to the lexicon of --lexicon, instead of looking for new ones.",
)
@reading_options
def discover(
    sources: tuple[str, ...],
    output: str,
    limit: int,
    min_docs: int,
    accept: Path | None,
    jobs: int,
    lexicon: Path | None,
    themes: Path | None,
    model: str | None,
) -> None:
    """Rank wordings that recur in many texts and that the lexicon lacks, with the places where they stand.

    SOURCE is a file, a folder or `-` for standard input. One line of JSON a candidate, best first; each is an entry of
    a lexicon with its evidence beside. Delete the lines that you do not want, correct the others, accept the file.

    \b
    Example:
      tifa discover news/ -o candidates.jsonl
      tifa discover --accept candidates.jsonl --lexicon my-lexicon
      tifa build news/ -o my-graph --lexicon my-lexicon
    """
    if accept is not None:
        _accept(sources, accept, lexicon)
        return
    if not sources:
        raise click.UsageError("No SOURCE. Give files or folders of texts, or --accept FILE.")
    from extract.discovery.discover import discover as candidates_of
    from extract.discovery.entries import lines
    from extract.pipeline import read_all
    from extract.records import Dropped
    from extract.sources import read_speeches

    options = Options(jobs, lexicon, themes, model)
    tables = lexicon_of(options)
    dropped: list[Dropped] = []
    with writing(output) as file:
        readings = read_all(read_speeches(sources, dropped), tables, model, jobs)
        for line in lines(candidates_of(readings, tables.entries, min_docs)[:limit]):
            file.write((line + "\n").encode("utf-8", "surrogatepass"))
    for source in dropped:
        click.echo(f"tifa: not read: {source.path}: {source.reason}", err=True)


def _accept(sources: tuple[str, ...], file: Path, folder: Path | None) -> None:
    """Add a file's candidates to a lexicon folder and say how many went where."""
    if sources:
        raise click.UsageError("--accept takes no SOURCE.")
    if folder is None:
        raise click.UsageError("--accept needs --lexicon DIR, the folder of your own tables.")
    from extract.discovery.entries import accept
    from extract.errors import InputError

    try:
        rows = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read ({error}). Give the file that `tifa discover` wrote.") from None
    for table, count in accept(rows, str(file), folder).items():
        click.echo(f"{folder / table}: {count} added")


PLUGIN = discover
