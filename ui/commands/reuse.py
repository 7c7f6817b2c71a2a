"""`tifa reuse`: passages that texts share, as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import click

from ui.output import STANDARD, writing

if TYPE_CHECKING:
    from extract.lexicon.load import Lexicon
    from extract.reuse.find import Found
    from extract.sources import SourceText


@click.command("reuse", short_help="Write the passages that texts share, as JSON Lines.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("-o", "--output", default=STANDARD, metavar="FILE", help="Where to write; standard output by default.")
@click.option("--clusters", metavar="FILE", help="Where to write each wording at all its places, formulas included.")
def reuse(sources: tuple[str, ...], output: str, clusters: str | None) -> None:
    """Write the passages that texts share, one pair a line of JSON: verbatim or reworded.

    SOURCE is a file, a folder or `-` for standard input. `score` is the share of letters that agree. Fixed wording
    that many texts use is never written as pairs; it stands in `--clusters` as `formulaic`. Two texts that share a
    passage may both have it from a third. A cluster's `earliest` place is marked where the dates given for its texts
    leave no doubt; it is the earliest in this collection.

    \b
    Example:
      tifa reuse speeches/ -o pairs.jsonl --clusters clusters.jsonl
    """
    from extract.records import Dropped
    from extract.reuse.find import find
    from extract.sources import read_texts

    if clusters == output:
        raise click.UsageError("-o and --clusters name one file. Give two.")
    dropped: list[Dropped] = []
    texts = list(read_texts(sources, dropped, identical=True))
    found = find([text.text for text in texts], known=known_wordings)
    with writing(output) as file:
        for line in _pairs(texts, found):
            file.write(line.encode("utf-8", "surrogatepass"))
    if clusters:
        with writing(clusters) as file:
            for line in _places(texts, found):
                file.write(line.encode("utf-8", "surrogatepass"))
    for source in dropped:
        click.echo(f"tifa: not read: {source.path}: {source.reason}", err=True)


def known_wordings(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of wordings that everybody uses: the lexicon's and set phrases."""
    from extract.cleaning import clean
    from extract.reuse.set_phrases import set_phrases

    yield from set_phrases(text)
    yield from ((match.start, match.end) for match in _lexicon().matches(clean(text)) if match.entry.label != "THEME")


@cache
def _lexicon() -> Lexicon:
    from extract.lexicon.load import load_lexicon

    return load_lexicon()


def _pairs(texts: list[SourceText], found: Found) -> Iterator[str]:
    """Yield a line for each pair."""
    from extract.reuse.records import parallels

    encode = json.JSONEncoder(ensure_ascii=False).encode
    for pair in parallels(found):
        a, b = texts[pair.a], texts[pair.b]
        row = {
            "a_doc": a.doc,
            "a_start": pair.a_start,
            "a_end": pair.a_end,
            "b_doc": b.doc,
            "b_start": pair.b_start,
            "b_end": pair.b_end,
            "a_text": a.text[pair.a_start : pair.a_end],
            "b_text": b.text[pair.b_start : pair.b_end],
            "kind": pair.kind,
            "score": pair.score,
        }
        yield encode(row) + "\n"


def _places(texts: list[SourceText], found: Found) -> Iterator[str]:
    """Yield a line for each place of each cluster."""
    from itertools import groupby

    from extract.reuse.records import occurrences
    from extract.reuse.witness import bounds_from_given, earliest

    encode = json.JSONEncoder(ensure_ascii=False).encode
    bounds = [bounds_from_given(text.given) for text in texts]
    for _, group in groupby(occurrences(found), key=lambda place: place.cluster):
        places = list(group)
        first = earliest({place.text: bounds[place.text] for place in places})
        for place in places:
            row = {"cluster": place.cluster, "doc": texts[place.text].doc, "start": place.start, "end": place.end, "kind": place.kind}
            if place.text == first:
                row["earliest"] = True
            yield encode(row) + "\n"


PLUGIN = reuse
