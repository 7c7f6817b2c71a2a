"""The texts of a graph folder as a collection that can be changed: add, remove, describe; each change builds it again.

A graph folder holds everything that a build needs: the texts, how each was read, and the user's metadata. A change is
built by the same functions as `tifa build`, beside the old folder, which stays as it is where the build fails.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import InputError
from extract.records import Dropped, Speech
from ui.reading import Built, Options, build_speeches

if TYPE_CHECKING:
    from extract.registry import Document

Told = Callable[[int, int], None]

FIELDS = ("title", "genre", "level", "organ", "region", "speaker", "date_earliest", "date_latest", "provenance", "source_url")
"""The metadata that can be given by hand."""

ADDED, RENAMED, SAME, FAILED = "added", "renamed", "same", "failed"
"""What can become of an uploaded text."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one text of an uploaded file. `detail`: its new document id, the text it is identical to, or the error."""

    name: str
    state: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """The speeches of a graph folder, in the manifest's order, and the sources that were not kept."""

    folder: Path
    speeches: tuple[Speech, ...]
    dropped: tuple[Dropped, ...]

    def doc_of(self, sha256: str) -> str | None:
        """Return the document that has this text, None where none has."""
        return next((speech.id for speech in self.speeches if speech.sha256 == sha256), None)


def collection_of(folder: Path) -> Collection:
    """Read the texts of a graph folder."""
    from extract.speeches import speech_from_text
    from graph.folder import read_manifest, text_of

    manifest = read_manifest(folder)
    speeches = tuple(
        speech_from_text(one["doc"], text_of(folder, one["id"]), one["path"], one["reader"], one.get("metadata", {}))
        for one in manifest["sources"]
    )
    return Collection(folder, speeches, tuple(Dropped(one["path"], one["reason"]) for one in manifest["dropped"]["sources"]))


def with_files(collection: Collection, files: Sequence[tuple[str, bytes]]) -> tuple[Collection, list[Outcome]]:
    """Add the texts of uploaded files; what cannot be read is told, and the rest goes on."""
    from extract.file_names import given_from_name
    from extract.given import overlaid

    outcomes: list[Outcome] = []
    for name, data in files:
        try:
            found = _documents(name, data)
        except InputError as error:
            outcomes.append(Outcome(name, FAILED, str(error).removeprefix(f"{name}: ")))
            continue
        for one in found:
            if isinstance(one, Dropped):
                outcomes.append(Outcome(one.path, FAILED, one.reason))
                continue
            doc, text, given = one
            if len(found) == 1:
                given = overlaid(given_from_name(doc), given)
            collection, outcome = _with_text(collection, name, doc, text, given)
            outcomes.append(outcome)
    return collection, outcomes


def with_pasted(collection: Collection, title: str, text: str) -> tuple[Collection, list[Outcome]]:
    """Add a pasted text; its title, if any, is the user's metadata."""
    name = " ".join(title.split()).replace("/", "／").replace("\\", "＼") or "pasted"
    collection, outcome = _with_text(collection, f"{name}.txt", name, text.replace("\r\n", "\n"), {"title": title} if title else {})
    return collection, [outcome]


def _documents(name: str, data: bytes) -> list[Document | Dropped]:
    """Return the documents of a file, and what of it cannot be read.

    Raises:
        InputError: its format is not read, or it is empty or damaged.
    """
    from extract.readers import read_documents, reader_for, readers

    reader = reader_for(name)
    if reader is None:
        known = " ".join(suffix for one in readers() for suffix in one.suffixes)
        raise InputError(f"{name}: not a format that is read ({Path(name).suffix or 'no suffix'}); these are: {known}, each also as .gz")
    return list(read_documents(reader, data, name, name))


def _with_text(
    collection: Collection, name: str, doc: str, text: str, given: Mapping[str, str]
) -> tuple[Collection, Outcome]:
    from extract.readers import reader_for
    from extract.speeches import speech_from_text

    reader = reader_for(name)
    if not text.strip():
        return collection, Outcome(name, FAILED, "the text is empty")
    docs = {speech.id for speech in collection.speeches}
    own = doc
    number = 2
    while own in docs:
        own, number = f"{doc}-{number}", number + 1
    speech = speech_from_text(own, text, name, reader.name if reader else "text", given)
    twin = collection.doc_of(speech.sha256)
    if twin is not None:
        return collection, Outcome(name, SAME, twin)
    grown = replace(collection, speeches=(*collection.speeches, speech))
    return grown, Outcome(name, ADDED if own == doc else RENAMED, own)


def without(collection: Collection, docs: Sequence[str]) -> Collection:
    """Take texts out.

    Raises:
        InputError: none would be left.
    """
    left = tuple(speech for speech in collection.speeches if speech.id not in docs)
    if not left:
        raise InputError("A graph needs at least one text. Add another one first.")
    return replace(collection, speeches=left)


def with_metadata(collection: Collection, doc: str, changed: Mapping[str, str]) -> Collection:
    """Give a text metadata by hand; an empty value leaves the field to what the text itself says.

    Raises:
        InputError: a date that is none.
    """
    from extract.given import bounds_of_date, without_field

    for name in ("date_earliest", "date_latest"):
        if changed.get(name) and bounds_of_date(changed[name]) is None:
            raise InputError(f"{changed[name]}: this is no date. Write it as 2022, 2022-10 or 2022-10-28.")
    speeches = []
    for speech in collection.speeches:
        if speech.id == doc:
            given = dict(speech.given)
            for name, value in changed.items():
                given = without_field(given, name)
                if value:
                    given[name] = value
            speech = replace(speech, given=given)
        speeches.append(speech)
    return replace(collection, speeches=tuple(speeches))


def build(collection: Collection, told: Told | None = None) -> Built:
    """Build the collection into its folder; only what changed is read again.

    Raises:
        TifaError: it cannot be built or written; the folder stays as it was.
    """
    from graph.corrections import read_all_corrections

    decisions = read_all_corrections(collection.folder)
    return build_speeches(collection.speeches, collection.dropped, collection.folder, options_of(collection.folder), decisions, told)


def options_of(folder: Path) -> Options:
    """Return how the texts of a folder are read: with its own lexicon and the model that it was built with."""
    from graph.folder import read_manifest

    model = read_manifest(folder)["versions"].get("model", "none")
    lexicon = folder / "lexicon"
    return Options(lexicon=lexicon if lexicon.is_dir() else None, model=None if model == "none" else model)


def own_folder(folder: Path) -> Path:
    """Return the folder that changes go into: this one, or a copy in the user's data folder.

    Copied are graphs that cannot be written, and those that the program makes itself (the seeds', and those that
    `tifa ui SOURCE` builds anew at each start), since what is added there would not last.
    """
    home = graphs_folder()
    made = folder.parent.resolve() == home.resolve() and not folder.name.startswith("mine")
    writable = all(os.access(place, os.W_OK | os.X_OK) for place in (folder, folder.parent))
    if writable and not made:
        return folder
    home.mkdir(parents=True, exist_ok=True)
    target, number = home / "mine", 2
    while target.exists():
        target, number = home / f"mine-{number}", number + 1
    shutil.copytree(folder, target, ignore=shutil.ignore_patterns(".derived"))
    for path in (target, *target.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return target


def graphs_folder() -> Path:
    """Return where the user's own graphs are kept."""
    from graph.stores.cache import data_folder

    return data_folder() / "graphs"


def own_graphs() -> list[Path]:
    """Return the graph folders in the user's data folder, by name."""
    home = graphs_folder()
    return sorted(path.parent for path in home.glob("*/manifest.json")) if home.is_dir() else []
