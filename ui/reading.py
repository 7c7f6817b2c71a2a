"""From sources to a graph folder, as the verbs do it: what is read, what an earlier build knows, what is written."""

from __future__ import annotations

import contextlib
import hashlib
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extract.errors import TifaError
from extract.records import Dropped, Reading, Speech

if TYPE_CHECKING:
    from extract.lexicon.load import Lexicon
    from graph.corrections import Correction

_CODE = (".py", ".tsv", ".json", ".txt")


@dataclass(frozen=True, slots=True)
class Options:
    """How texts are read: processes, the user's lexicon folder and themes file, the name of a spaCy model."""

    jobs: int = 1
    lexicon: Path | None = None
    themes: Path | None = None
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the manifest, and how many readings an earlier build had already."""

    manifest: dict[str, object]
    reused: int


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a verb the options that say how texts are read."""
    path = click.Path(path_type=Path)
    for option in (
        click.option("--model", metavar="NAME", help="An installed spaCy model to run before the extractors."),
        click.option("--themes", type=path, metavar="FILE", help="Your own themes (JSON) in place of the built-in ones."),
        click.option("--lexicon", type=path, metavar="DIR", help="Your own lexicon tables, laid over the built-in ones."),
        click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to work on."),
    ):
        command = option(command)
    return command


def lexicon_of(options: Options) -> Lexicon:
    """Return the lexicon that the options ask for."""
    from extract.lexicon.load import load_lexicon

    return load_lexicon(options.lexicon, options.themes)


def read(sources: Sequence[str], options: Options, lexicon: Lexicon, dropped: list[Dropped]) -> Iterator[Reading]:
    """Yield the readings of the sources in their order, few held at a time, with a count on a terminal."""
    from extract.pipeline import read_all
    from extract.sources import read_speeches

    readings = read_all(read_speeches(sources, dropped), lexicon, options.model, options.jobs)
    hidden = not sys.stderr.isatty()
    with click.progressbar(readings, label="Reading", show_pos=True, file=sys.stderr, hidden=hidden) as counted:
        yield from counted


def _read(
    speeches: Sequence[Speech],
    options: Options,
    lexicon: Lexicon,
    known: Callable[[Speech], Reading | None],
    told: Callable[[int, int], None] | None = None,
) -> Iterator[Reading]:
    """Yield the readings of speeches in their order; see `build_speeches` for `told`."""
    from extract.pipeline import read_all

    earlier = [known(speech) for speech in speeches]
    new = [speech for speech, reading in zip(speeches, earlier) if reading is None]
    hidden = bool(told) or not sys.stderr.isatty() or not new
    with click.progressbar(length=len(new), label="Reading", file=sys.stderr, hidden=hidden) as bar:

        def step(count: int) -> None:
            bar.update(1)
            if told:
                told(bar.pos, len(new))

        anew = read_all(new, lexicon, options.model, options.jobs, step)
        for reading in earlier:
            yield next(anew) if reading is None else reading


def build_folder(
    sources: Sequence[str], folder: Path, options: Options, corrections: Path | None = None, metadata: Path | None = None
) -> Built:
    """Read the sources, build their graph and put it into a graph folder, with what is derived from it.

    Args:
        corrections: decisions to apply after the folder's own; kept in the folder if it has none yet.
        metadata: a table with a column `file` that describes sources.

    Raises:
        InputError: nothing can be read, or the place is taken by something else.
    """
    from extract.sources import read_speeches
    from graph.corrections import keep_corrections, read_all_corrections
    from graph.folder import check_target

    check_target(folder)
    decisions = read_all_corrections(folder, corrections)
    dropped: list[Dropped] = []
    built = build_speeches(list(read_speeches(sources, dropped, metadata)), dropped, folder, options, decisions)
    if corrections is not None:
        keep_corrections(folder, decisions)
    return built


def build_speeches(
    speeches: Sequence[Speech],
    dropped: Iterable[Dropped],
    folder: Path,
    options: Options,
    decisions: Sequence[Correction],
    told: Callable[[int, int], None] | None = None,
) -> Built:
    """Build the graph of speeches and put it into a graph folder; what an earlier build has read is not read again.

    Args:
        dropped: sources that are not kept, with the reason.
        decisions: the user's corrections.
        told: called after each text that was read anew, with how many are done and how many there are.
    """
    from graph.build import build_graph
    from graph.cache import read_cache
    from graph.corrected import apply_corrections
    from graph.derived import derive
    from graph.folder import save_graph

    lexicon = lexicon_of(options)
    versions = versions_of(lexicon, options)
    cache = read_cache(folder, versions)
    reused = 0

    def known(speech: Speech) -> Reading | None:
        nonlocal reused
        reading = cache.reading(speech)
        reused += reading is not None
        return reading

    readings = list(_read(speeches, options, lexicon, known, told))
    corrected, unmatched = apply_corrections(readings, decisions)
    G = build_graph(corrected, lexicon.entries, lexicon.themes)
    manifest = save_graph(folder, G, readings, dropped, versions, [str(one) for one in unmatched])
    database = threading.Thread(target=_make_database, args=(folder,))
    database.start()
    derive(folder, G)
    database.join()
    return Built(manifest, reused)


def _make_database(folder: Path) -> None:
    """Make the database for queries while the pictures are computed; the engine needs little of Python meanwhile."""
    from graph.stores.arcade import open_store

    # Whoever queries the graph makes what is missing, and hears then what was in the way.
    with contextlib.suppress(TifaError):
        open_store(folder).close()


def versions_of(lexicon: Lexicon, options: Options) -> dict[str, str]:
    """Return what a graph depends on beside its sources: equal versions read and build alike."""
    return {"code": code_hash(), "lexicon": lexicon.hash[:16], "model": options.model or "none"}


def code_hash() -> str:
    """Return a hash of the code and data that read texts and build graphs, the same on every machine."""
    digest = hashlib.sha256()
    for package in ("extract", "graph"):
        for name, file in _files(files(package), package):
            digest.update(f"{name}\0".encode())
            digest.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    """Yield the files that decide what a graph holds; stores, exporters and pictures do not."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            if entry.name not in ("__pycache__", "stores", "exporters"):
                yield from _files(entry, path)
        elif entry.name.endswith(_CODE):
            yield path, entry
