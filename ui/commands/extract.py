"""`tifa extract`: annotations as JSON Lines."""

from __future__ import annotations

from pathlib import Path

import click

from ui.output import STANDARD, writing
from ui.reading import Options, lexicon_of, read, reading_options


@click.command("extract", short_help="Write what is found in texts, as JSON Lines.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("-o", "--output", default=STANDARD, metavar="FILE", help="Where to write; standard output by default.")
@reading_options
def extract(
    sources: tuple[str, ...], output: str, jobs: int, lexicon: Path | None, themes: Path | None, model: str | None
) -> None:
    """Write what is found in texts, one annotation a line of JSON.

    SOURCE is a file, a folder or `-` for standard input.

    \b
    Example:
      tifa extract speeches/ -o found.jsonl
      tifa extract speech.txt | jq -r 'select(.label == "FORMULA") | .text'
    """
    from extract.annotations import line_from_row, rows
    from extract.records import Dropped

    options = Options(jobs, lexicon, themes, model)
    dropped: list[Dropped] = []
    with writing(output) as file:
        for reading in read(sources, options, lexicon_of(options), dropped):
            for row in rows(reading):
                file.write((line_from_row(row) + "\n").encode("utf-8", "surrogatepass"))
    for source in dropped:
        click.echo(f"tifa: not read: {source.path}: {source.reason}", err=True)


PLUGIN = extract
