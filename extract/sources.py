"""What the user named in, speeches out: files, folders (read through, sorted) and `-` for standard input.

A source that cannot be read is dropped with its reason and the rest goes on; only where nothing can be read is it an
error. Of identical texts the first is kept. Two different texts with one document id are an error, because annotations
could not tell them apart.

The user's metadata of a document comes, the surer first, from a table that is given for it (`metadata`), from the file
itself, from a .csv with a column `file` among the sources, and from the file's name.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.errors import InputError
from extract.file_names import given_from_name
from extract.given import overlaid
from extract.metadata_files import MetadataFile, is_metadata, read_metadata
from extract.readers import read_documents, read_file, reader_for, readers, stem
from extract.records import Dropped, Speech
from extract.registry import Document, Reader
from extract.speeches import speech_from_text

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read: `path` is relative to the source that the user named, `location` is where it is on disk.

    `location` is None for standard input.
    """

    path: str
    location: Path | None
    reader: Reader

    @property
    def shown(self) -> str:
        """The name for messages."""
        return str(self.location) if self.location else "standard input"


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text of a source: its document id, the decoded text, its path, its reader's name and the user's metadata."""

    doc: str
    text: str
    path: str
    reader: str
    given: Mapping[str, str]


def find_sources(sources: Iterable[str | Path]) -> tuple[tuple[SourceFile, ...], tuple[Dropped, ...]]:
    """Return the files that the user's sources lead to, folders in sorted order, and what cannot be read.

    Tables of metadata are among the files; `is_metadata` tells them.

    Raises:
        InputError: a source is a graph folder, or two files would have one document id.
    """
    files: list[SourceFile] = []
    dropped: list[Dropped] = []
    seen: dict[Path, str] = {}
    for source in sources:
        for found in _found(str(source)):
            if isinstance(found, Dropped):
                dropped.append(found)
                continue
            real = found.location.resolve() if found.location else Path(STANDARD_INPUT)
            if real in seen:
                dropped.append(Dropped(found.path, f"the same file as {seen[real]}"))
                continue
            seen[real] = found.path
            files.append(found)
    return tuple(files), tuple(dropped)


def read_speeches(
    sources: Iterable[str | Path], dropped: list[Dropped] | None = None, metadata: Path | None = None
) -> Iterator[Speech]:
    """Yield the speeches of the sources, in their order; what is not kept is added to `dropped` as it is met.

    Args:
        metadata: a table with a column `file` that describes sources.

    Raises:
        InputError: nothing could be read, `metadata` cannot be used, or two different texts have one document id.
    """
    for text in read_texts(sources, dropped, metadata):
        yield speech_from_text(text.doc, text.text, text.path, text.reader, text.given)


def read_texts(
    sources: Iterable[str | Path],
    dropped: list[Dropped] | None = None,
    metadata: Path | None = None,
    identical: bool = False,
) -> Iterator[SourceText]:
    """Yield the texts of the sources as `read_speeches` does, but as they stand: without view, sentences, sections.

    Args:
        identical: keep identical texts that have different document ids.

    Raises:
        InputError: nothing could be read, `metadata` cannot be used, or two different texts have one document id.
    """
    dropped = [] if dropped is None else dropped
    asked_for = [read_metadata(metadata)] if metadata else []
    files, not_found = find_sources(sources)
    files, tables, unusable = _without_tables(files, metadata)
    dropped += [*not_found, *unusable]
    unreadable = [*not_found, *unusable]
    shown_of_doc: dict[str, str] = {}
    name_of_text: dict[bytes, str] = {}
    for file in files:
        try:
            for found in _documents(file):
                if isinstance(found, Dropped):
                    dropped.append(Dropped(found.path.replace(file.shown, file.path, 1), found.reason))
                    unreadable.append(dropped[-1])
                    continue
                doc, text, own = found
                name = file.path if doc == stem(file.path) else f"{file.path} ({doc})"
                digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
                if digest in name_of_text and not (identical and doc not in shown_of_doc):
                    dropped.append(Dropped(name, f"identical to {name_of_text[digest]}"))
                    continue
                if doc in shown_of_doc:
                    raise SameDocError(
                        f"{shown_of_doc[doc]} and {file.shown}: both have the document id {doc!r}, but different texts. "
                        "Rename one of them."
                    )
                shown_of_doc[doc] = file.shown
                name_of_text[digest] = name
                yield SourceText(doc, text, file.path, file.reader.name, _given(file, doc, own, tables, asked_for))
        except SameDocError:
            raise
        except InputError as error:
            dropped.append(Dropped(file.path, str(error).removeprefix(f"{file.shown}: ")))
            unreadable.append(dropped[-1])
    if not name_of_text:
        raise InputError(_nothing_readable(unreadable))
    dropped.extend(unused for table in (*asked_for, *tables) if (unused := table.unused()))


def _without_tables(
    files: Sequence[SourceFile], metadata: Path | None
) -> tuple[list[SourceFile], list[MetadataFile], list[Dropped]]:
    """Tell texts from tables of metadata; return both, and the tables that cannot be used.

    A table that is given for all (`metadata`) is no source, wherever it lies.
    """
    texts, tables, unusable = [], [], []
    for file in files:
        if file.location is None or ".csv" not in file.reader.suffixes or not is_metadata(file.location):
            texts.append(file)
        elif metadata is None or file.location.resolve() != metadata.resolve():
            try:
                tables.append(read_metadata(file.location, file.path))
            except InputError as error:
                unusable.append(Dropped(file.path, str(error).removeprefix(f"{file.shown}: ")))
    return texts, tables, unusable


def _given(
    file: SourceFile, doc: str, own: Mapping[str, str], beside: list[MetadataFile], asked_for: list[MetadataFile]
) -> dict[str, str]:
    """Return the user's metadata of a document; what is surer replaces the rest, field by field."""
    single = doc == stem(file.path)
    given = given_from_name(doc) if single else {}
    here = [table for table in beside if file.location and file.location.resolve().is_relative_to(table.folder.resolve())]
    for said in (
        *(table.given(file.location if single else None, file.path if single else doc, doc) for table in here),
        own,
        *(table.given(file.location if single else None, file.path if single else doc, doc) for table in asked_for),
    ):
        given = overlaid(given, said)
    return given


class SameDocError(InputError):
    """Two sources with one document id."""


def _found(source: str) -> Iterator[SourceFile | Dropped]:
    """Yield the files of one source, or why there are none."""
    if source == STANDARD_INPUT:
        yield SourceFile(STANDARD_INPUT, None, _plain_reader())
        return
    location = Path(source)
    if location.is_dir():
        if (location / "manifest.json").is_file():
            raise InputError(f"{source}: this is a graph folder, not a source. Give the texts that it was built from.")
        yield from _found_in_folder(location)
    elif location.is_file():
        reader = reader_for(location.name) or (None if location.suffix else _plain_reader())
        yield SourceFile(location.name, location, reader) if reader else Dropped(source, _no_reader(location.name))
    elif location.exists():
        yield Dropped(source, "neither a file nor a folder")
    else:
        yield Dropped(source, "no such file or folder")


def _found_in_folder(folder: Path) -> Iterator[SourceFile | Dropped]:
    """Yield the files of a folder and of the folders in it, sorted by path; hidden ones are passed over."""
    for home, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith("."))
        below = Path(home)
        for name in list(names):
            if (below / name / "manifest.json").is_file():
                names.remove(name)
                yield Dropped((below / name).relative_to(folder).as_posix(), "a graph folder, not a source")
        for name in sorted(files):
            path = (below / name).relative_to(folder).as_posix()
            if name.startswith("."):
                continue
            reader = reader_for(name)
            yield SourceFile(path, below / name, reader) if reader else Dropped(path, _no_reader(name))


def _documents(file: SourceFile) -> Iterator[Document | Dropped]:
    """Yield the documents of one file."""
    if file.location is not None:
        yield from read_file(file.reader, file.location, file.shown)
        return
    for found in read_documents(file.reader, sys.stdin.buffer.read(), "", file.shown):
        yield found if isinstance(found, Dropped) else ("stdin", *found[1:])


def _plain_reader() -> Reader:
    """Return the reader for files without a suffix and for standard input."""
    return next(reader for reader in readers() if ".txt" in reader.suffixes)


def _no_reader(name: str) -> str:
    known = " ".join(suffix for reader in readers() for suffix in reader.suffixes)
    return f"not a format that is read ({Path(name).suffix or 'no suffix'}); these are: {known}, each also as .gz"


def _nothing_readable(unreadable: list[Dropped]) -> str:
    """Say why nothing could be read, with the first reasons."""
    if not unreadable:
        return "Nothing to read: the sources hold no files. Give files or folders of texts."
    reasons = [f"{drop.path}: {drop.reason.rstrip('.')}" for drop in unreadable[:5]]
    more = f" (and {len(unreadable) - 5} more)" if len(unreadable) > 5 else ""
    return "Nothing could be read. " + "; ".join(reasons) + more + ". Give at least one file that holds text."
